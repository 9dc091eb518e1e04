"""Numbers of a sentence: numerals with the words that bound them, ranges and percentages.

>>> from riwaya.words.token import tokens
>>> [(n.low, n.high) for n in numbers(tokens("أكثر من 50 غارة، وبين ثلاثة وخمسة قتلى"))]
[(50.0, None), (3.0, 5.0)]
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from riwaya.mentions.mention import Number
from riwaya.mentions.numerals import Numeral, numeral, readings
from riwaya.words.fold import folded
from riwaya.words.match import Forms, Found
from riwaya.words.pack import Row, rows
from riwaya.words.span import Span
from riwaya.words.token import Token

_REACH = 4  # words between a number and the bound after its noun: 7 من المدنيين على الأقل
_BACK = 6  # words between a verb of change and the range that is none: ارتفع عدد القتلى من 5 إلى 10


@dataclass(frozen=True, slots=True)
class _Held:
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


_Pair = Callable[[Sequence[Token], _Held, _Held], _Held | None]


@lru_cache(maxsize=1)
def _forms() -> tuple[Forms[Row], Forms[Row], Forms[Row], int]:
    """Figures (percent, range words), bounds before a number, bounds after it, and the most words of one before."""
    figures, before, after = [], [], []
    for row in rows("numbers"):
        kind = row["kind"]
        for form in row.all("form"):
            if kind in ("percent", "minus", "between", "from", "to", "or", "over", "of", "change", "article"):
                figures.append((form, row))
            elif kind in ("above", "below", "about"):
                before.append((form, row))
            elif " " in kind:
                after.append((form, row))
    return Forms(figures), Forms(before), Forms(after), 1 + max(form.count(" ") for form, _ in before)


@lru_cache(maxsize=1)
def _and() -> str:
    return next(folded(row["form"]) for row in rows("numbers") if row["kind"] == "and")


def numbers(line: Sequence[Token], *, ratios: bool = False) -> tuple[Number, ...]:
    """The numbers of a sentence, left to right, none overlapping.

    With `ratios`, `3 من 20` and `1 على 3` are fractions; by default they are two counts, as in reports.
    """
    held = [_dressed(line, core) for core in _cores(line)]
    if not held:
        return ()
    if ratios:
        held = _paired(line, held, _ratio)
    held = _bounded(line, _paired(line, held, _range))
    held = _paired(line, held, _corridor)
    return tuple(Number(each.span, each.low, each.high, each.form, each.core, each.bound) for each in held)


def _cores(line: Sequence[Token]) -> list[Numeral]:
    found = []
    free = 0
    for at, token in enumerate(line):
        if at >= free and (token.kind == "number" or (token.kind == "word" and readings(token.form))):
            core = numeral(line, at)
            if core:
                found.append(core)
                free = core.last + 1
    return found


def _figure(line: Sequence[Token], at: int, *kinds: str) -> Found[Row] | None:
    """The figure of one of the kinds that begins at a token."""
    found = _forms()[0].at(line, at) if 0 <= at < len(line) else None
    return found if found and any(row["kind"] in kinds for row in found.means) else None


def _dressed(line: Sequence[Token], core: Numeral) -> _Held:
    """A numeral with its article, its minus and its percent sign."""
    held = _Held(core.first, core.last, core.span, core.span, core.low, core.high, core.form, core.scale, core.lead)
    before = held.first - 1
    if line[core.first].kind == "number" and (found := _figure(line, before, "article")) and found.last == before:
        held = replace(held, first=before, lead=found.clitic)
    if _minus(line, held):
        span = Span(line[before].span.start, held.span.end)
        high = None if held.high is None else -held.low
        low = -(held.high if held.high is not None else held.low)
        held = replace(held, first=before, span=span, core=span, low=low, high=high)
    if percent := _figure(line, held.last + 1, "percent"):
        held = replace(held, last=percent.last, span=Span(held.span.start, percent.span.end), form="percent")
    elif percent := _figure(line, held.first - 1, "percent"):
        free = held.first < 2 or line[held.first - 2].kind != "number"
        if percent.last == held.first - 1 and free:
            held = replace(held, first=held.first - 1, span=Span(percent.span.start, held.span.end), form="percent")
    return held


def _minus(line: Sequence[Token], held: _Held) -> bool:
    """Whether a minus stands before a number: the word, or the sign glued to the number and to nothing before it."""
    at = held.first - 1
    if held.lead or at < 0:
        return False
    token = line[at]
    if token.kind == "mark":
        free = at == 0 or line[at - 1].span.end < token.span.start
        return token.form == "-" and free and token.span.end == held.span.start
    found = _figure(line, at, "minus")
    return found is not None and found.last == at


def _paired(line: Sequence[Token], held: list[_Held], pair: _Pair) -> list[_Held]:
    """The numbers, each two neighbours that make one number put together."""
    out: list[_Held] = []
    for each in held:
        joined = pair(line, out[-1], each) if out else None
        if joined:
            out[-1] = joined
        else:
            out.append(each)
    return out


def _touch(line: Sequence[Token], left: _Held, right: _Held) -> bool:
    """Whether `and` alone stands between two numbers."""
    gap = right.first - left.last - 1
    glue = _and()
    return (gap == 0 and right.lead == glue) or (gap == 1 and line[left.last + 1].form == glue and not right.lead)


def _range(line: Sequence[Token], left: _Held, right: _Held) -> _Held | None:
    """Two numbers as one range: بين 3 و5, من 10 إلى 15, 20-30, ثلاثة أو أربعة."""
    if "ordinal" in (left.form, right.form) or left.high is None or right.high is None:
        return None
    opener = _figure(line, left.first - 1, "between", "from")
    if opener and opener.means[0]["kind"] == "between" and _touch(line, left, right):
        start = _between_start(line, left.first - 1, opener)
        return _spanned(left, right, start)
    link = _figure(line, left.last + 1, "to", "or")
    if not link or link.last != right.first - 1 or link.clitic or right.lead:
        return None
    if link.means[0]["kind"] == "or":
        return _spanned(left, right, (left.first, left.span.start)) if left.high < right.low else None
    if line[link.first].kind == "mark" and not (line[left.last].kind == line[right.first].kind == "number"):
        return None
    if opener and opener.means[0]["kind"] == "from":
        near = range(max(0, opener.first - _BACK), opener.first)
        if any(_figure(line, at, "change") for at in near):
            return None
        return _spanned(left, right, (opener.first, opener.span.start))
    return _spanned(left, right, (left.first, left.span.start))


def _between_start(line: Sequence[Token], at: int, opener: Found[Row]) -> tuple[int, int]:
    """Where the words for `between` begin: ما بين is longer than بين."""
    longer = _figure(line, at - 1, "between")
    found = longer if longer and longer.last == at else opener
    return found.first, found.span.start


def _spanned(left: _Held, right: _Held, start: tuple[int, int]) -> _Held | None:
    """The range from one number to another; a scale word said once counts for both (بين 3 و5 آلاف)."""
    low = left.low
    if right.scale > 1 and left.scale == 1 and low < right.low / right.scale:
        low *= right.scale
    if right.high is None or low >= right.high:
        return None
    form = "percent" if right.form == "percent" else left.form
    first, begin = start
    core = Span(left.core.start, right.core.end)
    return _Held(first, right.last, Span(begin, right.span.end), core, low, right.high, form, right.scale, "")


def _ratio(line: Sequence[Token], left: _Held, right: _Held) -> _Held | None:
    """Two numbers as a fraction: واحد على ثلاثة, 3 من 20."""
    link = _figure(line, left.last + 1, "over", "of")
    if not link or link.last != right.first - 1 or link.clitic or right.lead or right.low == 0:
        return None
    share = left.low / right.low
    span = Span(left.span.start, right.span.end)
    return _Held(left.first, right.last, span, span, share, share, "fraction", 1.0, left.lead)


def _corridor(line: Sequence[Token], left: _Held, right: _Held) -> _Held | None:
    """Two bounded numbers as one: أكثر من 20 وأقل من 35."""
    if (left.kind, right.kind) == ("above", "below") and right.high is not None:
        low, high = left.low, right.high
    elif (left.kind, right.kind) == ("below", "above") and left.high is not None:
        low, high = right.low, left.high
    else:
        return None
    if low >= high or not _touch(line, left, right):
        return None
    core = Span(left.core.start, right.core.end)
    return _Held(left.first, right.last, Span(left.span.start, right.span.end), core, low, high, left.form, 1.0, "")


def _bounded(line: Sequence[Token], held: list[_Held]) -> list[_Held]:
    """The numbers with the bounds before and after them."""
    out = []
    used = -1
    for number, each in enumerate(held):
        end = held[number + 1].first if number + 1 < len(held) else len(line)
        if each.form != "ordinal":
            each = _with_bound_before(line, each, used)
            each, used = _with_bound_after(line, each, end)
        out.append(each)
    return out


def _with_bound_before(line: Sequence[Token], held: _Held, used: int) -> _Held:
    if held.lead and line[held.first].kind == "word":
        return held
    _, before, _, width = _forms()
    for first in range(max(used + 1, held.first - width), held.first):
        found = before.at(line, first)
        if found and found.last == held.first - 1:
            held = replace(held, first=first, span=Span(found.span.start, held.span.end), lead=found.clitic)
            return _narrowed(held, found.means[0]["kind"])
    return held


def _with_bound_after(line: Sequence[Token], held: _Held, end: int) -> tuple[_Held, int]:
    """The number with a bound after it or after its noun, and the last token that is used."""
    after = _forms()[2]
    for at in range(held.last + 1, min(held.last + 2 + _REACH, end)):
        found = after.at(line, at)
        if found and not found.clitic:
            kind, place = found.means[0]["kind"].split()
            gap = at - held.last - 1
            if gap == 0:
                held = replace(held, last=found.last, span=Span(held.span.start, found.span.end))
                return _narrowed(held, kind), found.last
            if place == "after" or gap == 1:
                return _narrowed(replace(held, bound=found.span), kind), found.last
        if line[at].kind == "mark":
            break
    return held, held.last


def _narrowed(held: _Held, kind: str) -> _Held:
    """The number with its bounds opened above or below; a number already open above stays open."""
    if kind == "above":
        return replace(held, high=None, kind=kind)
    if kind == "below":
        return replace(held, low=min(0.0, held.low), kind=kind)
    return held
