"""A report's sentences become lines: every finder's mentions, by token."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import TypeVar

from riwaya.mentions import places as place_finder
from riwaya.mentions.lexicon import Reading, readings
from riwaya.mentions.line import Line, Tag, covering
from riwaya.mentions.mention import Number, Time
from riwaya.mentions.numbers import numbers
from riwaya.mentions.times import times
from riwaya.passages.passage import Sentence
from riwaya.words.match import Forms
from riwaya.words.pack import Row, rows
from riwaya.words.token import Token

Spanned = TypeVar("Spanned", Time, Number)
_new = tuple.__new__  # a tag a word: half the time that it takes by its name
_NONE: tuple[tuple[Reading, ...], dict[str, tuple[Reading, ...]]] = ((), {})


@lru_cache(maxsize=1)
def _names() -> Forms[Row]:
    return Forms((name, row) for table in ("actors", "outlets") for row in rows(table) for name in row.names())


def find(text: str, sentence: Sentence, published: date | None) -> Line:
    """One sentence with the readings of its words and its names, places, times and numbers."""
    tokens = sentence.tokens
    line = Line(text, sentence, tokens, _tags(text, tokens))
    line.names = tuple(_names().all(tokens))
    line.places = place_finder.find(tokens)
    line.times = times(tokens, text, published)
    line.numbers = numbers(tokens)
    line.name_at = covering(line, line.names)
    line.place_at = covering(line, line.places)
    line.time_at = _by_token(tokens, line.times)
    line.number_at = _by_token(tokens, line.numbers)
    line.quoted = _quoted(sentence)
    return line


def _tags(text: str, tokens: Sequence[Token]) -> tuple[tuple[Tag, ...], ...]:
    """The readings of each token."""
    dots = "ى" in text  # an outlet that parts final ya from alef maqsura parts على from the name علي
    out: list[tuple[Tag, ...]] = []
    for at, token in enumerate(tokens):
        form = token.form
        final = _final(text, token, dots) if form[-1] in "هي" else ""
        if token.kind != "word":
            alone, longer = _NONE
        else:  # what is remembered by one word alone is found sooner
            alone, longer = readings(form, final) if final else readings(form)
        out.append(_borne_out(tokens, at, alone, longer) if alone or longer else ())
    return tuple(out)


def _final(text: str, token: Token, dots: bool) -> str:
    """The last letter of a word as it is written, where folding unites what tells words apart, else nothing."""
    last = text[token.span.end - 1]
    return last if last == "ة" or (dots and last in "يى" and token.form[-1] == "ي") else ""


def _borne_out(
    tokens: Sequence[Token], at: int, alone: tuple[Reading, ...], longer: dict[str, tuple[Reading, ...]]
) -> tuple[Tag, ...]:
    """The readings of one token that the words after it bear out, longest of each table."""
    tags = [_new(Tag, (at, at, *reading.told)) for reading in alone]
    if not longer or at + 1 >= len(tokens):
        return tuple(tags)
    best: dict[str, int] = {}
    for reading in longer.get(tokens[at + 1].form, ()):
        tail = reading.entry.tail
        last = at + len(tail)
        table = reading.entry.table
        if last - at < best.get(table, 1) or last >= len(tokens):
            continue
        if all(tokens[at + 1 + i].form == word for i, word in enumerate(tail)):
            keep = best.get(table) == last - at
            tags = [tag for tag in tags if tag.table != table or (keep and tag.last == last)]
            best[table] = last - at
            tags.append(_new(Tag, (at, last, *reading.told)))
    return tuple(tags)


def _by_token(tokens: Sequence[Token], found: Sequence[Spanned]) -> dict[int, Spanned]:
    out: dict[int, Spanned] = {}
    if not found:
        return out
    starts = {token.span.start: at for at, token in enumerate(tokens)}
    for each in found:
        span = each.mention.span if isinstance(each, Time) else each.span
        at = starts.get(span.start)
        if at is None:
            at = next((i for i, token in enumerate(tokens) if token.span.end > span.start), None)
        while at is not None and at < len(tokens) and tokens[at].span.start < span.end:
            out[at] = each
            at += 1
    return out


def _quoted(sentence: Sentence) -> tuple[int, ...]:
    if not sentence.quotations:
        return (-1,) * len(sentence.tokens)
    out = [-1] * len(sentence.tokens)
    for number, quotation in enumerate(sentence.quotations):
        for at, token in enumerate(sentence.tokens):
            if token.span.start >= quotation.span.start and token.span.end <= quotation.span.end and out[at] < 0:
                out[at] = number
    return tuple(out)
