"""A claim in a few lines: who → act → what, the words, and by whom, against whom, where, when and how many."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Protocol

from rich.cells import cell_len
from rich.text import Text

from riwaya.claims.claim import Claim, Source
from riwaya.mentions.mention import Quantity, Time
from riwaya.terminal.bidi import isolated, lines

ACTS = {
    "assert": "says",
    "deny": "denies",
    "accuse": "accuses",
    "admit": "admits",
    "condemn": "condemns",
    "demand": "demands",
    "promise": "promises",
    "threaten": "threatens",
    "praise": "praises",
}
_INDENT = "    "


class Headed(Protocol):
    """A report, or the heading of one."""

    @property
    def id(self) -> str: ...
    @property
    def outlet(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def key(self) -> str: ...
    @property
    def published(self) -> date | None: ...


def heading(report: Headed, note: str = "") -> Text:
    """A report's line above its claims: its short id, outlet, date, key and title."""
    known = (
        isolated(report.outlet) or "no outlet named",
        report.published.isoformat() if report.published else "no date",
        isolated(report.key),
        isolated(report.title),
        note,
    )
    return Text.assemble((report.id[:12], "bold cyan"), "  ", (" · ".join(part for part in known if part), "bold"))


def claim_lines(claim: Claim, width: int | None) -> Iterator[Text]:
    """The lines of one claim, each at most `width` cells where its parts allow it."""
    event = claim.event
    act = ACTS.get(claim.act, claim.act) if claim.sources else "tells"
    what = event.type.replace("_", " ")
    yield Text.assemble(
        (claim.id, "cyan"),
        "  ",
        who(claim.sources),
        f" → {act} → ",
        (what, "bold"),
        (" (denied)", "bold red") if event.denied else "",
        (" (possible)", "yellow") if claim.certainty == "possible" else "",
        (f"  {claim.confidence:.0%}", "dim") if claim.confidence is not None else "",
    )
    for line in lines(claim.content.text, width and width - len(_INDENT)):
        yield Text(_INDENT + line, style="green")
    yield from packed(_details(claim), width)
    for doubt in claim.doubts:
        yield Text.assemble(_INDENT, (f"doubt: {isolated(doubt)}", "yellow"))


def who(sources: tuple[Source, ...]) -> str:
    """The chain of a claim in words: who spoke, for whom, through whom; the report where it speaks itself."""
    if not sources:
        return "the report"
    origin, *relays = (_named(source) for source in sources)
    return origin + "".join(f", through {relay}" for relay in relays)


def _named(source: Source) -> str:
    name = source.name or (source.mention.text if source.mention else "")
    if not name:
        return "nobody named"
    of = source.of.text if source.of and source.of.text not in name else ""
    return f"{isolated(name)} of {isolated(of)}" if of else isolated(name)


def _details(claim: Claim) -> Iterator[str]:
    event = claim.event
    for label, named in (("by", event.agents), ("against", event.targets), ("at", event.places)):
        if named:
            yield f"{label} " + ", ".join(isolated(mention.text) for mention in named)
    if event.time:
        yield f"{when(event.time)} {isolated(event.time.mention.text)}"
    for quantity in event.quantities:
        yield f"{quantity.unit} {how_many(quantity)} {isolated(quantity.mention.text)}"


def when(time: Time) -> str:
    """The interval of a time in ISO dates."""
    if time.begins and time.ends:
        return time.begins if time.begins == time.ends else f"{time.begins} to {time.ends}"
    return f"since {time.begins}" if time.begins else f"until {time.ends}" if time.ends else "at a time unknown"


def how_many(quantity: Quantity) -> str:
    """The inclusive bounds of a quantity."""
    if quantity.high is None:
        return f"{quantity.low} or more"
    return str(quantity.low) if quantity.low == quantity.high else f"{quantity.low} to {quantity.high}"


def packed(parts: Iterable[str], width: int | None) -> Iterator[Text]:
    """Parts set one after another with dots between them, a new line where the next would not fit."""
    line = ""
    for part in parts:
        if line and width and cell_len(f"{_INDENT}{line} · {part}") > width:
            yield Text(_INDENT + line)
            line = ""
        line = f"{line} · {part}" if line else part
    if line:
        yield Text(_INDENT + line)
