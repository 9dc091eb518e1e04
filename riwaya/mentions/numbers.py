"""Numbers of a sentence: numerals with the words that bound them, ranges and percentages.

>>> from riwaya.words.token import tokens
>>> [(n.low, n.high) for n in numbers(tokens("أكثر من 50 غارة، وبين ثلاثة وخمسة قتلى"))]
[(50.0, None), (3.0, 5.0)]
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from riwaya.mentions.counts.bounds import bound_behind
from riwaya.mentions.line import COMMAS
from riwaya.mentions.mention import Number
from riwaya.mentions.numerals.figures import Held, compared, dressed, forms, in_percent
from riwaya.mentions.numerals.numeral import numeral
from riwaya.mentions.numerals.ranges import corridor, decimal, part_of, range_, ratio
from riwaya.mentions.numerals.words import readings
from riwaya.words.span import Span
from riwaya.words.token import Token

_REACH = 4  # words between a number and the bound after its noun: 7 من المدنيين على الأقل


_Pair = Callable[[Sequence[Token], Held, Held], Held | None]


def numbers(line: Sequence[Token], *, ratios: bool = False) -> tuple[Number, ...]:
    """The numbers of a sentence, left to right, none overlapping.

    With `ratios`, `3 من 20` and `1 على 3` are fractions; by default they are two counts, as in reports.
    """
    held = _found(line)
    if not held:
        return ()
    if ratios:
        held = [part_of(line, each) for each in _paired(line, held, ratio)]
    held = _paired(line, held, decimal)
    held = _bounded(line, _paired(line, held, range_))
    held = _paired(line, held, corridor)
    return tuple(Number(each.span, each.low, each.high, each.form, each.core, each.bound) for each in held)


def _found(line: Sequence[Token]) -> list[Held]:
    """The numerals of a sentence with what is written on to them."""
    found = []
    free = 0
    for at, token in enumerate(line):
        if at >= free and (token.kind == "number" or (token.kind == "word" and readings(token.form))):
            core = numeral(line, at) if token.kind == "number" or not in_percent(line, at) else None
            if core:
                found.append(dressed(line, core, free))
                free = found[-1].last + 1
    return found


def _paired(line: Sequence[Token], held: list[Held], pair: _Pair) -> list[Held]:
    """The numbers, each two neighbours that make one number put together."""
    out: list[Held] = []
    for each in held:
        joined = pair(line, out[-1], each) if out else None
        if joined:
            out[-1] = joined
        else:
            out.append(each)
    return out


def _bounded(line: Sequence[Token], held: list[Held]) -> list[Held]:
    """The numbers with the bounds before and after them."""
    out = []
    used = -1
    for number, each in enumerate(held):
        end = held[number + 1].first if number + 1 < len(held) else len(line)
        each = _with_bound_before(line, each, used)
        each, used = _with_bound_after(line, each, end) if each.form != "ordinal" else (each, used)
        out.append(each)
    return out


def _with_bound_before(line: Sequence[Token], held: Held, used: int) -> Held:
    if held.lead and line[held.first].kind == "word":
        return held
    _, before, _, width = forms()
    for first in range(max(used + 1, held.first - width), held.first):
        found = before.at(line, first)
        if found and found.last == held.first - 1 and not compared(line, first):
            held = replace(held, first=first, span=Span(found.span.start, held.span.end), lead=found.clitic)
            return _narrowed(held, found.means[0]["kind"])
    return held


def _with_bound_after(line: Sequence[Token], held: Held, end: int) -> tuple[Held, int]:
    """The number with a bound after it or after its noun, and the last token that is used."""
    _, before, after, _ = forms()
    for at in range(held.last + 1, min(held.last + 2 + _REACH, end)):
        found = after.at(line, at)
        longer = before.at(line, at) if found else None
        if found and (found.last + 1 == end < len(line) or (longer and longer.last > found.last)):
            break  # أو أقل من 6000 belongs to the number after it
        if found and not found.clitic:
            kind, place = found.means[0]["kind"].split()
            gap = at - held.last - 1
            if gap == 0:
                held = replace(held, last=found.last, span=Span(held.span.start, found.span.end))
                return _narrowed(held, kind), found.last
            if place == "after" or gap == 1:
                return _narrowed(replace(held, bound=found.span), kind), found.last
        if line[at].kind == "mark" and not (line[at].form in COMMAS and at + 1 < end and bound_behind(line, at)):
            break
    return held, held.last


def _narrowed(held: Held, kind: str) -> Held:
    """The number with its bounds opened above or below; a number already open above stays open."""
    if kind == "above":
        return replace(held, high=None, kind=kind)
    if kind == "below":
        return replace(held, low=0.0 if held.low >= 0 else float("-inf"), kind=kind)
    return held
