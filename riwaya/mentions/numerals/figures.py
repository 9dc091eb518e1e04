"""A number under way: a numeral with its article, minus, decimal point and percent sign, and the words around."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from riwaya.mentions.numerals.numeral import Numeral
from riwaya.words.fold import folded
from riwaya.words.match import Forms, Found
from riwaya.words.pack import Row, rows
from riwaya.words.span import Span
from riwaya.words.token import Token


@dataclass(frozen=True, slots=True)
class Held:
    """A number under way: its first and last token with bounds, its span, the span of its core, and its values."""

    first: int
    last: int
    span: Span
    core: Span
    low: float
    high: float | None
    form: str
    scale: float
    lead: str
    bound: Span | None = None
    kind: str = ""


@lru_cache(maxsize=1)
def forms() -> tuple[Forms[Row], Forms[Row], Forms[Row], int]:
    """Figures (percent, range words), bounds before a number, bounds after it, and the most words of one before."""
    figures, before, after = [], [], []
    for row in rows("numbers"):
        kind = row["kind"]
        for form in row.all("form"):
            if kind in (
                "percent",
                "minus",
                "between",
                "from",
                "to",
                "or",
                "over",
                "of",
                "change",
                "article",
                "point",
                "rate",
            ):
                figures.append((form, row))
            elif kind in ("above", "below", "about"):
                before.append((form, row))
            elif " " in kind:
                after.append((form, row))
    return Forms(figures), Forms(before), Forms(after), 1 + max(form.count(" ") for form, _ in before)


@lru_cache(maxsize=1)
def conjunction() -> str:
    return next(folded(row["form"]) for row in rows("numbers") if row["kind"] == "and")


def figure(line: Sequence[Token], at: int, *kinds: str) -> Found[Row] | None:
    """The figure of one of the kinds that begins at a token."""
    found = forms()[0].at(line, at) if 0 <= at < len(line) else None
    return found if found and any(row["kind"] in kinds for row in found.means) else None


def dressed(line: Sequence[Token], core: Numeral, free: int = 0) -> Held:
    """A numeral with its article, its minus and its percent sign; tokens before `free` belong to another number."""
    held = Held(core.first, core.last, core.span, core.span, core.low, core.high, core.form, core.scale, core.lead)
    before = held.first - 1
    if before >= free:
        held = _with_sign(line, held)
    if percent := figure(line, held.last + 1, "percent"):
        held = replace(held, last=percent.last, span=Span(held.span.start, percent.span.end), form="percent")
    elif held.first - 1 >= free and (percent := figure(line, held.first - 1, "percent", "rate")):
        clear = held.first < 2 or line[held.first - 2].kind != "number"
        if percent.last == held.first - 1 and clear:
            held = replace(held, first=held.first - 1, span=Span(percent.span.start, held.span.end), form="percent")
    return held


def _with_sign(line: Sequence[Token], held: Held) -> Held:
    """The number with what stands before it: the article before digits, a decimal point, a minus."""
    before = held.first - 1
    article = figure(line, before, "article") if line[held.first].kind == "number" else None
    if article and article.last == before:
        return replace(held, first=before, lead=article.clitic)
    if _point(line, held):
        value = float(f"0.{line[held.first].form}")
        span = Span(line[before].span.start, held.span.end)
        held = replace(held, first=before, span=span, core=span, low=value, high=value)
        before -= 1
    if _minus(line, held):
        span = Span(line[before].span.start, held.span.end)
        high = None if held.high is None else -held.low
        low = -(held.high if held.high is not None else held.low)
        held = replace(held, first=before, span=span, core=span, low=low, high=high)
    return held


def in_percent(line: Sequence[Token], at: int) -> bool:
    """Whether a word is the hundred of a percentage (في المئة) and no number of its own."""
    return any((found := figure(line, first, "percent")) and found.last >= at for first in (at - 1, at))


def compared(line: Sequence[Token], at: int) -> bool:
    """Whether a sign of comparison stands glued behind another (=>), which makes no bound."""
    return line[at].kind == "mark" and clings(line, at) and line[at - 1].form in ("<", ">", "=")


def clings(line: Sequence[Token], at: int) -> bool:
    """Whether something stands before a token without a space."""
    return at > 0 and line[at - 1].span.end == line[at].span.start


def _point(line: Sequence[Token], held: Held) -> bool:
    """Whether digits follow a decimal point that has nothing before it: .25."""
    at = held.first - 1
    if at < 0 or held.first != held.last or line[at].form != "." or not line[held.first].form.isdecimal():
        return False
    free = not clings(line, at) or line[at - 1].form == "-"
    return free and line[at].span.end == held.span.start


def _minus(line: Sequence[Token], held: Held) -> bool:
    """Whether a minus stands before a number: the word, or the sign glued to the number and to nothing before it."""
    at = held.first - 1
    if held.lead or at < 0:
        return False
    token = line[at]
    if token.kind == "mark":
        free = not clings(line, at) or line[at - 1].form in "<>=("
        return token.form == "-" and free and token.span.end == held.span.start
    found = figure(line, at, "minus")
    return found is not None and found.last == at
