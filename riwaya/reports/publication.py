"""The day a report was published, from the words its source has for it."""

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

from riwaya.words.fold import folded

EARLIEST, LATEST = 1900, 2100
"""Years in which a report can have been published: rooms know no clock, so the future is only bounded."""

_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)")
_PLAIN = re.compile(r"(\d{4})(\d{2})(\d{2})(?:[Tt]\d{4,6}\w*)?")
_SECONDS = re.compile(r"\d{9,10}(?:\d{3})?(?:\.\d+)?")
_NO_DATE = frozenset(("", "null", "none", "nan", "nat", "n/a", "-"))
_CURE = "give it as YYYY-MM-DD"


def day(words: str) -> tuple[date | None, tuple[str, ...]]:
    """The day that the words name, as it is written there (a time zone moves nothing), and the doubts.

    Understood: ISO dates and times, numbers in the order day/month/year or year/month/day, the dates of mail and feeds,
    seconds or milliseconds since 1970; Arabic-Indic and Persian digits. Never raises.
    """
    plain = folded(words).strip()
    if plain.casefold() in _NO_DATE:
        return None, ("no date of publication is given",)
    shown = words.strip()[:60]
    found = set(_numeric(plain))
    if len(found) > 1:
        return None, (f"published {shown} names several dates; {_CURE}",)
    if found:
        year, month, of_month, doubt = found.pop()
        return _checked(year, month, of_month, shown, doubt)
    return _worded(plain, shown)


def _numeric(plain: str) -> list[tuple[int, int, int, str]]:
    """Each date in figures: year, month, day and the doubt about their order."""
    out = [(int(m[1]), int(m[3]), int(m[4]), "") for m in _YEAR_FIRST.finditer(plain)]
    for m in _YEAR_LAST.finditer(plain):
        first, second, year = int(m[1]), int(m[3]), int(m[4])
        if first <= 12 < second <= 31:
            out.append((year, first, second, f"published {m[0]} is read as month/day/year"))
        else:
            both = first <= 12 and second <= 12 and first != second
            out.append((year, second, first, f"published {m[0]} is read as day/month/year" if both else ""))
    whole = _PLAIN.fullmatch(plain)
    if whole:
        out.append((int(whole[1]), int(whole[2]), int(whole[3]), ""))
    return out


def _checked(year: int, month: int, of_month: int, shown: str, doubt: str) -> tuple[date | None, tuple[str, ...]]:
    try:
        found = date(year, month, of_month)
    except ValueError:
        return None, (f"published {shown} is not a date; {_CURE}",)
    if not EARLIEST <= year <= LATEST:
        about = " (is it Hijri?)" if 1300 <= year <= 1500 else ""
        return None, (f"published {shown} is not a date of our time{about}; {_CURE}",)
    return found, (doubt,) if doubt else ()


def _worded(plain: str, shown: str) -> tuple[date | None, tuple[str, ...]]:
    if _SECONDS.fullmatch(plain):
        seconds = float(plain)
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds / (1000 if seconds > 1e11 else 1))
        return moment.date(), ()
    try:
        found = parsedate_to_datetime(plain).date()
    except (ValueError, TypeError, IndexError, OverflowError, AttributeError):
        return None, (f"published {shown} is not understood; {_CURE}",)
    return _checked(found.year, found.month, found.day, shown, "")
