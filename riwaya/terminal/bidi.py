"""Right-to-left words in left-to-right lines: isolated, so that neither pulls the other out of order."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from rich.cells import cell_len

FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"
_RIGHT_TO_LEFT = frozenset(("R", "AL", "AN"))
# Controls would let a report's text steer the terminal, direction marks would reach beyond the words they stand in.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def legible(words: str) -> str:
    """Words that may stand in a line: each run of white space one space, no control and no direction marks."""
    return _UNPRINTABLE.sub("", " ".join(words.split()))


def isolated(words: str) -> str:
    """Legible words, between isolates where any of them runs from right to left."""
    plain = legible(words)
    return f"{FIRST_STRONG_ISOLATE}{plain}{POP_ISOLATE}" if _turns(plain) else plain


def lines(words: str, width: int | None) -> Iterator[str]:
    """Words broken into isolated lines of at most `width` cells, one line where width is None.

    Each line is isolated by itself: an isolate that is open at a line's end would not reach the next line.
    """
    if width is None:
        yield isolated(words)
        return
    line: list[str] = []
    used = 0
    for word in legible(words).split(" "):
        cells = cell_len(word)
        if line and used + 1 + cells > width:
            yield isolated(" ".join(line))
            line, used = [], 0
        line.append(word)
        used += cells + (len(line) > 1)
    if line:
        yield isolated(" ".join(line))


@lru_cache(maxsize=10_000)
def _turns(words: str) -> bool:
    return any(unicodedata.bidirectional(each) in _RIGHT_TO_LEFT for each in words)
