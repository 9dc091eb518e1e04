"""The value of a number written in digits."""

import re

_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?:٬\d{3})+")
_DECIMAL = re.compile(r"(\d+|[1-9]\d{0,2}(?:[,٬]\d{3})+)[.,٫](\d+)")
_LONGEST = 15  # more digits than this is a telephone number or a code


def plain(text: str, *, decimal: bool = False) -> float | None:
    """The value of digits with thousands separators and a decimal mark, or None where they are something else.

    One dot before three digits parts thousands (30.300), as newspapers write, unless a million or more follows
    (`decimal`: 4.871 million).
    """
    if text.isdigit():
        return float(text) if len(text) <= _LONGEST else None
    if _THOUSANDS.fullmatch(text) and not (decimal and text.count(".") == 1 and "," not in text):
        return float(re.sub(r"[.,٬]", "", text))
    if found := _DECIMAL.fullmatch(text):
        return float(re.sub(r"[,٬]", "", found[1]) + "." + found[2])
    return None
