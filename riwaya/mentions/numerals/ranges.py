"""Two numbers as one: ranges, shares, and corridors between two bounds."""

from collections.abc import Sequence
from dataclasses import replace

from riwaya.mentions.numerals.figures import Held, conjunction, figure
from riwaya.words.match import Found
from riwaya.words.pack import Row
from riwaya.words.span import Span
from riwaya.words.token import Token

_BACK = 6  # words between a verb of change and the range that is none: ارتفع عدد القتلى من 5 إلى 10


def touch(line: Sequence[Token], left: Held, right: Held) -> bool:
    """Whether `and` alone stands between two numbers."""
    gap = right.first - left.last - 1
    glue = conjunction()
    return (gap == 0 and right.lead == glue) or (gap == 1 and line[left.last + 1].form == glue and not right.lead)


def range_(line: Sequence[Token], left: Held, right: Held) -> Held | None:
    """Two numbers as one range: بين 3 و5, من 10 إلى 15, 20-30, ثلاثة أو أربعة."""
    if "ordinal" in (left.form, right.form) or left.high is None or right.high is None:
        return None
    opener = figure(line, left.first - 1, "between", "from")
    if opener and opener.means[0]["kind"] == "between" and touch(line, left, right):
        start = _between_start(line, left.first - 1, opener)
        return _spanned(left, right, start)
    link = figure(line, left.last + 1, "to", "or")
    if not link or link.last != right.first - 1 or link.clitic or right.lead:
        return None
    if link.means[0]["kind"] == "or":
        return _spanned(left, right, (left.first, left.span.start)) if left.high < right.low else None
    if line[link.first].kind == "mark" and not (line[left.last].kind == line[right.first].kind == "number"):
        return None
    if opener and opener.means[0]["kind"] == "from":
        near = range(max(0, opener.first - _BACK), opener.first)
        if any(figure(line, at, "change") for at in near):
            return None
        return _spanned(left, right, (opener.first, opener.span.start))
    return _spanned(left, right, (left.first, left.span.start))


def _between_start(line: Sequence[Token], at: int, opener: Found[Row]) -> tuple[int, int]:
    """Where the words for `between` begin: ما بين is longer than بين."""
    longer = figure(line, at - 1, "between")
    found = longer if longer and longer.last == at else opener
    return found.first, found.span.start


def _spanned(left: Held, right: Held, start: tuple[int, int]) -> Held | None:
    """The range from one number to another; a scale word said once counts for both (بين 3 و5 آلاف)."""
    low = left.low
    if right.scale > 1 and left.scale == 1 and low < right.low / right.scale:
        low *= right.scale
    if right.high is None or low >= right.high:
        return None
    form = "percent" if right.form == "percent" else left.form
    first, begin = start
    core = Span(left.core.start, right.core.end)
    return Held(first, right.last, Span(begin, right.span.end), core, low, right.high, form, right.scale, "")


def ratio(line: Sequence[Token], left: Held, right: Held) -> Held | None:
    """Two numbers as a fraction: واحد على ثلاثة, 3 من 20."""
    link = figure(line, left.last + 1, "over", "of")
    if not link or link.last != right.first - 1 or link.clitic or right.lead or right.low == 0:
        return None
    span = Span(left.span.start, right.span.end)
    whole = left.low // right.low * right.low if link.last > link.first else 0.0  # 203 hundredths: 200 and 3 of them
    share = whole + (left.low - whole) / right.low
    return Held(left.first, right.last, span, span, share, share, "fraction", 1.0, left.lead)


def decimal(line: Sequence[Token], left: Held, right: Held) -> Held | None:
    """Two numbers with the word for the decimal point between them: خمسة فاصلة ثلاثة."""
    link = figure(line, left.last + 1, "point")
    if not link or link.last != right.first - 1 or right.lead or left.low != left.high or right.low != right.high:
        return None
    share = right.low if right.form == "fraction" else float(f"0.{int(right.low)}")
    value = left.low + (share if left.low >= 0 else -share)
    span, core = Span(left.span.start, right.span.end), Span(left.core.start, right.core.end)
    form = "percent" if right.form == "percent" else left.form
    return Held(left.first, right.last, span, core, value, value, form, 1.0, left.lead)


def part_of(line: Sequence[Token], held: Held) -> Held:
    """One part of a number where no count stands before the words: جزء من مئة."""
    opener = figure(line, held.first - 2, "of") if held.low > 0 and held.form != "fraction" else None
    if not opener or opener.last != held.first - 1:
        return held
    span = Span(opener.span.start, held.span.end)
    share = 1 / held.low
    return replace(held, first=opener.first, span=span, core=span, low=share, high=share, form="fraction")


def corridor(line: Sequence[Token], left: Held, right: Held) -> Held | None:
    """Two bounded numbers as one: أكثر من 20 وأقل من 35."""
    if (left.kind, right.kind) == ("above", "below") and right.high is not None:
        low, high = left.low, right.high
    elif (left.kind, right.kind) == ("below", "above") and left.high is not None:
        low, high = right.low, left.high
    else:
        return None
    if low >= high or not touch(line, left, right):
        return None
    core = Span(left.core.start, right.core.end)
    return Held(left.first, right.last, Span(left.span.start, right.span.end), core, low, high, left.form, 1.0, "")
