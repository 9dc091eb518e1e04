"""Words, numbers and marks of a text, each with its original span and folded form."""

import re
from typing import NamedTuple

from riwaya.words.fold import fold
from riwaya.words.span import Span

_PIECE = re.compile(r"\d+(?:[.,:/٫٬-]\d+)*|[^\W\d_]+|[^\w\s]|_+")

_new = tuple.__new__  # by their names, a page's tokens and spans would take half as long again


class Token(NamedTuple):
    """One word, number or mark: its original span, its folded form and its kind (word, number or mark).

    `starts` holds the original offset of each folded letter where the original has more or fewer characters.
    """

    span: Span
    form: str
    kind: str
    starts: tuple[int, ...] = ()

    def after(self, letters: int) -> int:
        """The original offset behind the first `letters` folded letters (what is left when a clitic is cut)."""
        if not self.starts:
            return self.span.start + letters
        return self.starts[letters] if letters < len(self.starts) else self.span.end


def tokens(text: str, base: int = 0) -> tuple[Token, ...]:
    """The tokens of a text in order; `base` is added to every offset.

    A word glued to a number (٥٠٠كم) gives two tokens.
    """
    page = fold(text)
    turns, shifts = page.ends, page.shifts or (0,)
    out = []
    turn = 0
    for found in _PIECE.finditer(page.text):
        form = found.group()
        first, end = found.span()
        while turn < len(turns) and turns[turn] <= first:
            turn += 1
        if turn < len(turns) and turns[turn] < end:
            start, end = page.home(first, end)
        else:  # nothing within the word is folded to more or fewer letters
            start, end = first + shifts[turn], end + shifts[turn]
        kind = "word" if form[0].isalpha() else "number" if form[0].isdigit() else "mark"
        starts: tuple[int, ...] = ()
        if end - start != len(form):
            starts = tuple(page.home(at, at + 1).start + base for at in range(found.start(), found.end()))
        out.append(_new(Token, (_new(Span, (start + base, end + base)), form, kind, starts)))
    return tuple(out)
