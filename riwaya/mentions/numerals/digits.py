"""The value of a number written in digits."""

import re
from collections.abc import Callable, Sequence
from functools import partial

from riwaya.words.token import Token

_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?:٬\d{3})+")
_DECIMAL = re.compile(r"(\d+|[1-9]\d{0,2}(?:[,٬]\d{3})+)[.,٫](\d+)")
_EXPONENT = re.compile(r"([e^])([+-]?\d{1,3})")
_LARGEST = 24
_LONGEST = 15  # more digits than this is a telephone number or a code


def plain(text: str, *, decimal: bool = False) -> float | None:
    """The value of digits with thousands separators and a decimal mark, or None where they are something else.

    One dot before three digits parts thousands (30.300), as newspapers write, unless a million or more follows
    (`decimal`: 4.871 million).
    """
    if text.isdecimal():
        return float(text) if len(text) <= _LONGEST else None
    if _THOUSANDS.fullmatch(text) and not (decimal and text.count(".") == 1 and "," not in text):
        return float(re.sub(r"[.,٬]", "", text))
    if found := _DECIMAL.fullmatch(text):
        return float(re.sub(r"[,٬]", "", found[1]) + "." + found[2])
    return None


def exponent(line: Sequence[Token], at: int) -> tuple[int, Callable[[float], float]] | None:
    """A power glued behind digits (12e-1, 2.5^-1): its last token, and what it makes of a value."""
    glued = [line[at]]
    for token in line[at + 1 : at + 4]:
        if token.span.start != glued[-1].span.end:
            break
        glued.append(token)
    for size in range(len(glued) - 1, 1, -1):
        text = "".join(token.form for token in glued[1 : size + 1])
        if (found := _EXPONENT.fullmatch(text)) and abs(int(found[2])) <= _LARGEST:
            return at + size, partial(_powered, base=found[1], power=int(found[2]))
    return None


def _powered(value: float, base: str, power: int) -> float:
    """A value times a power of ten (e), or raised to it (^); 0 where that cannot be told."""
    if base == "e":
        return value * 10.0**power
    return value**power if 0 < value < 10**6 else 0.0
