"""Finding what stands between quotation marks: straight, « », “ ”, mirrored, nested, and never closed."""

from collections.abc import Iterator, Sequence

from riwaya.passages.passage import Quotation
from riwaya.words.span import Span
from riwaya.words.token import Token

_CLOSES = {"«": "»", "‹": "›", "»": "«", '"': '"'}
_CURLY = ("”", "“", '"')  # what closes any other mark
_LONGEST = 400  # tokens; a quotation longer than this has lost its closing mark


def quotations(line: Sequence[Token]) -> tuple[Quotation, ...]:
    """The quotations of one paragraph's tokens, outermost first where they nest.

    An unclosed quotation runs to the end of the paragraph and says so.
    """
    return tuple(_found(line))


def _found(line: Sequence[Token]) -> Iterator[Quotation]:
    at = 0
    while at < len(line):
        mark = line[at].form
        if mark in ("«", "“", "”", '"', "„", "‹", "»") and line[at].kind == "mark":
            end = _close(line, at)
            inside = line[at + 1 : end if end is not None else len(line)]
            if inside and not (end is None and mark in ("»",)):
                yield Quotation(Span(inside[0].span.start, inside[-1].span.end), end is not None)
                yield from _found(inside)
            if end is None:
                if mark == '"' or not inside:
                    at += 1
                    continue
                return
            at = end
        at += 1


def _close(line: Sequence[Token], at: int) -> int | None:
    """The token that closes the quotation opened at `at`."""
    opened = line[at].form
    wanted = (_CLOSES[opened],) if opened in _CLOSES else _CURLY
    depth = 0
    for i in range(at + 1, min(len(line), at + _LONGEST)):
        form = line[i].form
        if form in wanted:
            if depth == 0:
                return i
            depth -= 1
        elif form == opened and opened in ("«", "‹"):
            depth += 1
    return None
