"""A report becomes sentences with their quotations."""

import re
from collections.abc import Iterator, Sequence

from riwaya.passages.passage import Quotation, Sentence
from riwaya.passages.quotations import quotations
from riwaya.words.span import Span
from riwaya.words.token import Token, tokens

_PARAGRAPH = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c]+")
_STOPS = frozenset(".!؟?…")
_LONGEST = 220  # tokens; beyond this a closed quotation is cut at its stops like any other text


def split(text: str, left_out: Sequence[Span] = ()) -> tuple[Sentence, ...]:
    """The sentences of a text, in order, without what lies in the spans left out (an outlet's own boilerplate).

    A stop inside a closed quotation does not end its sentence.
    """
    out: list[Sentence] = []
    for number, found in enumerate(_PARAGRAPH.finditer(text)):
        line = tokens(found.group(), found.start())
        if left_out:
            line = tuple(token for token in line if not any(token.span.meets(span) for span in left_out))
        if line:
            out.extend(_sentences(line, quotations(line), number))
    return tuple(out)


def _sentences(line: Sequence[Token], quoted: Sequence[Quotation], paragraph: int) -> Iterator[Sentence]:
    held = _held(line, quoted)
    first = 0
    for at, token in enumerate(line):
        if token.kind != "mark":
            continue
        if (token.form in _STOPS and not held[at] and _ends(line, at)) or _closes(line, at, quoted):
            last = at
            yield _sentence(line[first : last + 1], quoted, paragraph)
            first = last + 1
    if first < len(line):
        yield _sentence(line[first:], quoted, paragraph)


def _held(line: Sequence[Token], quoted: Sequence[Quotation]) -> list[bool]:
    """For each token, whether a closed quotation of bearable length holds it."""
    held = [False] * len(line)
    starts = {token.span.start: i for i, token in enumerate(line)}
    for quotation in quoted:
        if not quotation.closed:
            continue
        first = starts[quotation.span.start]
        last = first
        while last + 1 < len(line) and line[last + 1].span.end <= quotation.span.end:
            last += 1
        if last - first < _LONGEST:
            # the stop before the closing mark belongs to the quotation, but the sentence may end behind the mark
            for i in range(first, last + 1):
                held[i] = True
    return held


def _ends(line: Sequence[Token], at: int) -> bool:
    """Whether the stop at `at` ends a sentence: no initial before it, no further stop and no digit right behind it."""
    before = line[at - 1] if at else None
    after = line[at + 1] if at + 1 < len(line) else None
    if before is None or after is None:
        return after is None
    if after.form in _STOPS:
        return False
    glued = after.span.start == line[at].span.end
    if (
        line[at].form == "."
        and before.kind == "word"
        and len(before.form) == 1
        and before.span.end == line[at].span.start
    ):
        return False
    return not (glued and after.kind == "number")


def _closes(line: Sequence[Token], at: int, quoted: Sequence[Quotation]) -> bool:
    """Whether a quotation that ended with its own stop is closed here, with nothing but a new sentence behind it."""
    if at < 2 or at + 1 >= len(line) or line[at - 1].form not in _STOPS:
        return False
    if line[at + 1].kind == "mark":
        return False
    return any(q.closed and q.span.end == line[at - 1].span.end for q in quoted)


def _sentence(line: Sequence[Token], quoted: Sequence[Quotation], paragraph: int) -> Sentence:
    span = Span(line[0].span.start, line[-1].span.end)
    return Sentence(span, tuple(line), tuple(q for q in quoted if q.span.meets(span)), paragraph)
