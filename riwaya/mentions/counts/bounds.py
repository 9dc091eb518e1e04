"""The words that bound a count from behind it: قذيفتان على الأقل, 29 شخصا، على الأقل."""

from collections.abc import Sequence

from riwaya.mentions.numerals.figures import forms
from riwaya.words.token import Token


def bound_behind(line: Sequence[Token], last: int) -> tuple[str, int] | None:
    """Whether a bound right behind a token opens what is counted above or below, and the bound's last token."""
    found = forms()[2].at(line, last + 1) if last + 1 < len(line) else None
    if found is None or found.clitic:
        return None
    kind, place = found.means[0]["kind"].split()
    return (kind, found.last) if place == "after" else None
