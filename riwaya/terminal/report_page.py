"""A report with its claims marked in its text, and the claims below."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from riwaya.claims.claim import Claim
from riwaya.reports.report import Report
from riwaya.terminal.bidi import FIRST_STRONG_ISOLATE, POP_ISOLATE, isolated, legible
from riwaya.terminal.claim_lines import claim_lines, heading
from riwaya.terminal.screen import Screen

_WIDEST = 100  # cells: longer lines are hard to follow
_STYLES = ("green", "cyan", "magenta", "yellow", "blue", "red")


def show(report: Report, claims: Sequence[Claim], screen: Screen) -> None:
    """Print a report: coloured contents on a terminal, numbered brackets where there is no colour, claims below."""
    screen.line(heading(report, f"{len(claims)} claims"))
    if report.url:
        screen.line(isolated(report.url))
    for doubt in report.doubts:
        screen.line((f"doubt: {doubt}", "yellow"))
    screen.line()
    screen.lines(_broken(marked(report.text, claims, coloured=screen.coloured), screen))
    for claim in claims:
        screen.line()
        screen.lines(claim_lines(claim, screen.width))


def marked(text: str, claims: Sequence[Claim], *, coloured: bool) -> Text:
    """The text with every claim's content marked by the claim's number.

    With colour a number opens the words and its colour carries them; without, `[7: … :7]` stands around the words,
    so that contents within contents stay apart.
    """
    opens: dict[int, list[Claim]] = {}
    closes: dict[int, list[Claim]] = {}
    for claim in claims:
        opens.setdefault(claim.content.span.start, []).append(claim)
        closes.setdefault(claim.content.span.end, []).append(claim)
    out = Text()
    at = 0
    within: list[Claim] = []
    for edge in sorted({*opens, *closes, len(text)}):
        out.append(_paragraphs(text[at:edge]), style=_style(within[-1]) if coloured and within else "")
        at = edge
        ending = closes.get(edge, [])
        if not coloured and ending:
            out.append("".join(f" :{number(claim)}]" for claim in reversed([c for c in within if c in ending])))
        within = [claim for claim in within if claim not in ending]
        for claim in sorted(opens.get(edge, []), key=lambda each: -each.content.span.end):
            within.append(claim)
            if coloured:
                out.append(f"[{number(claim)}]", f"bold reverse {_style(claim)}")
            else:
                out.append(f"[{number(claim)}: ")
    return out


def number(claim: Claim) -> str:
    """The number of a claim in its report."""
    return claim.id.rpartition("#")[2]


def _style(claim: Claim) -> str:
    label = number(claim)
    return _STYLES[int(label) % len(_STYLES) if label.isdecimal() else 0]


def _paragraphs(text: str) -> str:
    """Text without controls, its line breaks and the spaces at its ends kept."""
    return "\n".join(_line(line) for line in text.split("\n"))


def _line(line: str) -> str:
    plain = legible(line)
    if not plain:
        return " " if line else ""
    return " " * line[0].isspace() + plain + " " * line[-1].isspace()


def _broken(text: Text, screen: Screen) -> Iterator[Text]:
    """The lines of a text, broken and set to the right on a terminal, each isolated by itself."""
    width = screen.width and min(screen.width, _WIDEST)
    layout = Console(width=width or 80, file=screen.console.file)
    for paragraph in text.split("\n", allow_blank=True):
        paragraph.rstrip()
        for line in paragraph.wrap(layout, width) if width else (paragraph,):
            line.rstrip()
            margin = " " * (width - line.cell_len) if width else ""
            yield Text.assemble(margin, FIRST_STRONG_ISOLATE, line, POP_ISOLATE) if line.plain.strip() else Text()
