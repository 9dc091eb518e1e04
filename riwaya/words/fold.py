"""One spelling for many, with the way home to the original offsets.

Folding unites what Arabic newsrooms write differently: hamza carriers, alef maqsura and ya, ta marbuta and ha,
diacritics, tatweel, presentation forms, Persian letters and the three sets of digits. It never changes what is stored:
every folded position leads back to the original.
"""

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from riwaya.words.span import Span

KEPT = 8192  # what a memory of word forms holds: the common ones, so that it does not grow with what is read
_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ۀ": "ه",
    "ہ": "ه", "ە": "ه", "ک": "ك", "ڪ": "ك", "گ": "ك", "ڤ": "ف", "پ": "ب", "چ": "ج",
}  # fmt: skip
_DIGITS = {chr(base + n): str(n) for base in (0x0660, 0x06F0) for n in range(10)}
_MARKS = [*range(0x064B, 0x0660), 0x0670, 0x0640, *range(0x06D6, 0x06DD), 0x06DF, 0x06E0, *range(0x06E1, 0x06E5)]
_INVISIBLE = [*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, 0x061C, 0x00AD]
_SPACES = [0x00A0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000, 0x0009]
_PRESENTATION = [*range(0xFB50, 0xFDFE), *range(0xFE70, 0xFEFD)]


def _table() -> dict[int, str]:
    table = {ord(k): v for k, v in (_LETTERS | _DIGITS).items()}
    for code in _PRESENTATION:
        plain = unicodedata.normalize("NFKC", chr(code))
        if plain != chr(code):
            table[code] = "".join(table.get(ord(c), c) for c in plain if ord(c) not in _MARKS and c != " ")
    table |= dict.fromkeys((*_MARKS, *_INVISIBLE), "")
    table |= dict.fromkeys(_SPACES, " ")
    table |= {code: chr(code + 32) for code in range(ord("A"), ord("Z") + 1)}
    return table


_TABLE = _table()
_UNEVEN = re.compile("[" + "".join(re.escape(chr(c)) for c, v in _TABLE.items() if len(v) != 1) + "]")


class Folded(NamedTuple):
    """Folded text and, where its length differs from the original's, the runs that lead home."""

    text: str
    length: int
    ends: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def home(self, start: int, end: int) -> Span:
        """The original span of folded[start:end]; both bounds in code points, end exclusive."""
        if not self.ends:
            return Span(start, end)
        return Span(self._back(start), self._back(end - 1) + 1 if end > start else self._back(start))

    def _back(self, position: int) -> int:
        """The original offset of one folded character."""
        return min(position + self.shifts[bisect_right(self.ends, position)], self.length)


def fold(text: str) -> Folded:
    """Fold a text and remember the way home.

    >>> fold("مُؤَكِّدة").text
    'موكده'
    """
    out = text.translate(_TABLE)
    if not _UNEVEN.search(text):
        return Folded(out, len(text))
    ends: list[int] = []  # folded position before which the shift at the same index holds
    shifts: list[int] = [0]
    at = 0
    last = 0
    for found in _UNEVEN.finditer(text):
        at += found.start() - last
        width = len(_TABLE[ord(found.group())])
        if width == 0:
            _turn(ends, shifts, at, shifts[-1] + 1)
        else:
            for extra in range(1, width):
                _turn(ends, shifts, at + extra, shifts[-1] - 1)
            at += width
        last = found.end()
    return Folded(out, len(text), tuple(ends), tuple(shifts))


def _turn(ends: list[int], shifts: list[int], position: int, shift: int) -> None:
    if ends and ends[-1] == position:
        shifts[-1] = shift
    else:
        ends.append(position)
        shifts.append(shift)


@lru_cache(maxsize=KEPT)
def folded(text: str) -> str:
    """The folded spelling alone, for word lists and search."""
    return text.translate(_TABLE)
