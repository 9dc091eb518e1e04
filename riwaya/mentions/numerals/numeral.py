"""Numerals: digits and number words read as one value, without the words that bound them.

>>> from riwaya.words.token import tokens
>>> numeral(tokens("مئة وخمسون ألفا"), 0).low
150000.0
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from riwaya.mentions.numerals.digits import exponent, plain
from riwaya.mentions.numerals.sums import OPEN, SUMMED, Sum
from riwaya.mentions.numerals.words import Word, following, follows, glue, readings
from riwaya.words.span import Span
from riwaya.words.token import Token

_PAIR = re.compile(r"(\d[\d.,]*)-(\d[\d.,]*)")
_OVER = re.compile(r"(\d{1,2})/(\d{1,2})")
_LEAD = re.compile(r"[1-9]\d{0,2}")
_LINKS = ("/", "=", "&", "?", "_", "#", "@", "%")
_GROUP = re.compile(r"\d{3}")
_LAST_GROUP = re.compile(r"\d{3}[.,٫]\d+")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A value in the text: its tokens first..last, span, inclusive bounds, form, and the scale that closed it."""

    first: int
    last: int
    span: Span
    low: float
    high: float | None
    form: str
    scale: float = 1.0
    lead: str = ""


def numeral(line: Sequence[Token], first: int) -> Numeral | None:
    """The longest numeral that begins with the token `first`, or None."""
    token = line[first]
    if token.kind == "number":
        return None if _in_code(line, first) else _in_digits(line, first)
    if token.kind != "word" or not readings(token.form):
        return None
    return _fraction(line, first) or _vague(line, first) or _ordinal(line, first) or _cardinal(line, first)


def _made(
    line: Sequence[Token], first: int, last: int, bounds: tuple[float, float | None], form: str, cut: int = 0
) -> Numeral:
    token = line[first]
    span = Span(token.after(cut), line[last].span.end)
    return Numeral(first, last, span, bounds[0], bounds[1], form, lead=token.form[:cut])


def _grown(line: Sequence[Token], last: int, run: Sum) -> int:
    """The last token of a numeral under way when every word that fits is added."""
    for index, joined, word in following(line, last + 1):
        if word is None:
            value = plain(line[index].form)
            if value is not None and run.digits(value, joined):
                return _grown(line, index, run)
        elif word.kind in ("unit", "ten") and follows(line, index + 1, "parts"):
            return last
        elif word.kind in SUMMED and run.take(word.kind, word.number, joined):
            return _grown(line, index, run)
    return last


def _cardinal(line: Sequence[Token], first: int) -> Numeral | None:
    """A cardinal in words: خمسة وعشرون, ثلاثة آلاف ومئتان."""
    run = Sum()
    for word in readings(line[first].form):
        if word.kind in SUMMED and run.take(word.kind, word.number, False):
            last = _grown(line, first, run)
            if run.compound and "tens" not in run.ranks:
                return None
            after = line[last + 1] if last + 1 < len(line) else None
            before_noun = after is not None and after.kind == "word"
            if word.kind == "scale" and last == first and before_noun:  # ألفا before its noun is the dual
                word = next((other for other in readings(line[first].form) if other.kind == "dual"), word)
                run.total = word.number
            if run.value == 1 and before_noun and after and after.form.startswith(glue()[1]):
                return None  # أحد behind و: folded it reads واحد, which no definite noun follows
            found = _shared(line, _made(line, first, last, (run.value, run.value), "words", word.cut))
            return _with_ordinal(line, _with_fraction(line, found, run.scale), word.definite)
    return None


def _in_digits(line: Sequence[Token], first: int) -> Numeral | None:
    """Digits with the scale words after them: 50 ألف, 3-5 آلاف, 1 234 567."""
    token = line[first]
    if low_high := _PAIR.fullmatch(token.form):
        low, high = (plain(part) for part in low_high.groups())
        if low is None or high is None or low >= high:
            return None
        found = _made(line, first, first, (low, high), "digits")
        return _scaled(line, found)
    if (over_under := _OVER.fullmatch(token.form)) and int(over_under[1]) < int(over_under[2]) <= 10:
        share = int(over_under[1]) / int(over_under[2])
        return _made(line, first, first, (share, share), "fraction")
    text, last = _grouped(line, first)
    big = follows(line, last + 1, "scale", "scales")
    value = plain(text, decimal=bool(big and big[1].number >= 10**6))
    if value is None:
        return None
    if power := exponent(line, last):
        return _made(line, first, power[0], (power[1](value), power[1](value)), "digits")
    run = Sum()
    run.start(value)
    last = _grown(line, last, run)
    return _with_fraction(line, _made(line, first, last, (run.value, run.value), "digits"), run.scale)


def _in_code(line: Sequence[Token], at: int) -> bool:
    """Whether digits are part of an address or a code: glued to Latin letters or to the marks of a link."""
    start, end = line[at].span
    before = line[at - 1] if at > 0 and line[at - 1].span.end == start else None
    first = line[at - 2] if before and at > 1 and line[at - 2].span.end == before.span.start else None
    if before and before.kind == "word" and before.form.isascii():
        return True
    if before and before.form in _LINKS and not (first and first.form in ("<", ">")):
        return first is not None or before.form not in ("%", "/")
    after = line[at + 1] if at + 1 < len(line) and line[at + 1].span.start == end else None
    return bool(after and after.kind == "word" and after.form.isascii() and not exponent(line, at))


def _grouped(line: Sequence[Token], first: int) -> tuple[str, int]:
    """A number whose thousands are parted by single spaces or Arabic commas, as one text, and its last token."""
    text, last = line[first].form, first
    if not _LEAD.fullmatch(text):
        return text, first
    while last + 1 < len(line) and line[last + 1].span.start <= line[last].span.end + 1:
        comma = line[last + 1].form == "،"
        group = last + 1 + comma
        if group >= len(line) or line[group].span.start != line[last].span.end + 1:
            break
        if not (_GROUP.fullmatch(line[group].form) or (comma and _LAST_GROUP.fullmatch(line[group].form))):
            break
        text, last = (f"{text},{line[group].form}" if comma else text + line[group].form), group
    return text, last


def _scaled(line: Sequence[Token], found: Numeral) -> Numeral:
    """A range in digits multiplied by the scale word after it."""
    if not (scale := follows(line, found.last + 1, "scale", "scales")):
        return found
    index, word = scale
    span = Span(found.span.start, line[index].span.end)
    high = found.high * word.number if found.high is not None else None
    return replace(found, last=index, span=span, low=found.low * word.number, high=high, scale=word.number)


def _with_fraction(line: Sequence[Token], found: Numeral, scale: float) -> Numeral:
    """The numeral with the fraction after it: مليونين ونصف, عشرون وثلاثة أخماس."""
    factor = 1.0 if scale == OPEN else scale
    found = replace(found, scale=factor)
    if part := follows(line, found.last + 1, "fraction", joined=True):
        index, share = part[0], part[1].number
        noun = follows(line, index + 1, "scale")
        index = noun[0] if noun and noun[1].number == factor else index
    elif (count := follows(line, found.last + 1, "unit", joined=True)) and (
        parts := follows(line, count[0] + 1, "parts")
    ):
        index, share, factor = parts[0], count[1].number / parts[1].number, 1.0
    elif (part := follows(line, found.last + 1, "share", joined=True)) and not _is_word(line, part[0] + 1):
        index, share, factor = part[0], 1 / part[1].number, 1.0  # ثلاثة وخمس: of another gender, so no sum
    else:
        return found
    value = found.low + share * factor
    return replace(found, last=index, span=Span(found.span.start, line[index].span.end), low=value, high=value)


def _shared(line: Sequence[Token], found: Numeral) -> Numeral:
    """A count of parts: واحد وعشرون خمسا is twenty-one fifths."""
    part = follows(line, found.last + 1, "parts", "share") if found.low > 10 else None
    if not part:
        return found
    value = found.low / part[1].number
    span = Span(found.span.start, line[part[0]].span.end)
    return replace(found, last=part[0], span=span, low=value, high=value, form="fraction")


def _fraction(line: Sequence[Token], first: int) -> Numeral | None:
    """A fraction alone or before a scale word: ثلاثة أرباع, نصف مليون."""
    words = readings(line[first].form)
    for word in words:
        last, share = first, 0.0
        if word.kind == "fraction":
            share = word.number
        elif word.kind in ("unit", "ten") and (parts := follows(line, first + 1, "parts")):
            last, share = parts[0], word.number / parts[1].number
        elif word.kind == "share" and words[0].kind == "unit" and _is_of_whole(line, first + 1):
            share = 1 / word.number
        if share:
            scale = follows(line, last + 1, "scale")
            last, factor = (scale[0], scale[1].number) if scale else (last, 1.0)
            bounds = (share * factor, share * factor)
            return _made(line, first, last, bounds, "words" if scale else "fraction", word.cut)
    return None


def _is_word(line: Sequence[Token], at: int) -> bool:
    return at < len(line) and line[at].kind == "word"


def _is_of_whole(line: Sequence[Token], at: int) -> bool:
    """Whether a definite noun follows a word that may be a share: خمس السكان is a fifth, خمس دول are five."""
    return _is_word(line, at) and line[at].form.startswith(glue()[1])


def _vague(line: Sequence[Token], first: int) -> Numeral | None:
    """A vague count: عشرات, مئات الآلاف, بضعة آلاف; open above unless the word gives both bounds."""
    for word in readings(line[first].form):
        if word.kind == "scales":
            low, high = 2 * word.number, None
        elif word.kind == "vague":
            low, high = _bounds(word)
        else:
            continue
        last = first
        while unit := follows(line, last + 1, "scale", "scales", "vague", "hundred", "ten"):
            last, step = unit[0], unit[1]
            if step.kind == "ten":
                low, high = low + step.number, high and high + step.number
            else:
                factor = _bounds(step)[0] / 2 if step.kind == "vague" else step.number
                low, high = low * factor, high and high * factor
        return _made(line, first, last, (low, high), "vague", word.cut)
    return None


def _bounds(word: Word) -> tuple[float, float | None]:
    low, _, high = word.value.partition("-")
    return float(low), float(high) if high else None


def _ordinal(line: Sequence[Token], first: int) -> Numeral | None:
    """An ordinal: الثالث, الحادي عشر, الخامسة والعشرون."""
    for word in readings(line[first].form):
        if word.kind in ("ordinal", "ordinalcompound"):
            last, value = first, word.number
            if ten := follows(line, first + 1, "ten"):
                last, value = ten[0], value + ten[1].number
            elif tens := follows(line, first + 1, "tens", joined=True):
                last, value = tens[0], value + tens[1].number
            if last > first or word.kind == "ordinal":
                return _made(line, first, last, (value, value), "ordinal", word.cut)
    return None


def _with_ordinal(line: Sequence[Token], found: Numeral, definite: bool) -> Numeral:
    """A definite cardinal that goes on as an ordinal: المئة والخامسة والعشرون."""
    step = follows(line, found.last + 1, "ordinal", joined=True) if definite and found.low >= 100 else None
    rest = _ordinal(line, step[0]) if step else None
    if rest is None:
        return found
    value = found.low + rest.low
    return replace(
        found, last=rest.last, span=Span(found.span.start, rest.span.end), low=value, high=value, form="ordinal"
    )
