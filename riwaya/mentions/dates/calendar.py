"""Calendar arithmetic: intervals of days from years, months, weekdays, Hijri dates and shifts from a day of reference.

Every interval is a pair of dates, both inclusive. Functions that can leave the calendar give None.
"""

from calendar import monthrange
from datetime import date, timedelta

from hijridate import Gregorian, Hijri

Days = tuple[date, date]

NEAR = 31  # days ahead within which a day without a year is taken as coming


def day(year: int, month: int, number: int) -> date | None:
    """A Gregorian day, or None where there is none."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def year_days(year: int) -> Days:
    """A Gregorian year."""
    return date(year, 1, 1), date(year, 12, 31)


def month_days(year: int, month: int) -> Days:
    """A Gregorian month; months below 1 and above 12 run into the neighbouring years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def hijri_days(year: int, month: int, number: int | None = None) -> Days | None:
    """A Hijri day or month in the Gregorian calendar (Umm al-Qura, 1343 to 1500 AH), or None outside it."""
    try:
        first = Hijri(year, month, number or 1)
        length = 1 if number else first.month_length()
    except (ValueError, OverflowError):
        return None
    begins = date(*first.to_gregorian().datetuple())
    return begins, begins + timedelta(days=length - 1)


def hijri_year(at: date) -> int | None:
    """The Hijri year of a day, or None outside 1343 to 1500 AH."""
    try:
        return int(Gregorian(at.year, at.month, at.day).to_hijri().year)
    except (ValueError, OverflowError):
        return None


def lean_year(
    published: date,
    lean: int | None,
    ahead: bool,
    begins: list[date | None],
    ends: list[date | None],
    near: int,
) -> int | None:
    """Which candidate (0 last year's, 1 this year's, 2 next year's) a date without a year means.

    `lean` is -1 for الماضي, 0 for الجاري, 1 for المقبل; without it the latest that begins not after publication, or at most `near` days after it.
    """
    if lean == 0:
        return 1
    if (lean or 0) > 0 or ahead:
        coming = begins if lean else ends  # a month ahead may be the one that runs
        return next((n for n, at in enumerate(coming) if at and at >= published), None)
    if lean == -1:
        past = [n for n, at in enumerate(ends) if at and at < published]
    else:
        past = [n for n, at in enumerate(begins) if at and at <= published + timedelta(days=near)]
    return past[-1] if past else None


def weekday(published: date, number: int, lean: int | None, ahead: bool = False) -> date:
    """The weekday (Monday 0) most recent not after publication; before it with lean -1; after it with 1; with `ahead` the
    next one, the day of publication among them."""
    back = (published.weekday() - number) % 7
    if lean is not None and lean < 0:
        return published - timedelta(days=(back or 7) + 7 * (-lean - 1))
    if not lean and ahead:
        return published + timedelta(days=-back % 7)
    if (lean or 0) > 0:
        return published + timedelta(days=(7 - back) + 7 * ((lean or 1) - 1))
    return published - timedelta(days=back)


def shifted(published: date, unit: str, count: int) -> date | None:
    """The day that lies `count` units after publication (before it where negative)."""
    try:
        if unit in ("day", "week", "hour"):
            size = {"day": 1.0, "week": 7.0, "hour": 1 / 24}[unit]
            days = count * size
            return published + timedelta(days=int(-(-days // 1)) if days > 0 else int(days // 1))
        months = count * {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit]
        first, last = month_days(published.year, published.month + months)
        return first.replace(day=min(published.day, last.day))
    except (ValueError, OverflowError):
        return None


def unit_days(published: date, unit: str, shift: int) -> Days | None:
    """The week, month, year … that is `shift` units away: الأسبوع الماضي is the seven days before publication."""
    try:
        if unit == "day":
            at = published + timedelta(days=shift)
            return at, at
        if unit == "week":
            monday = published - timedelta(days=published.weekday())
            if shift == 0:
                return monday, monday + timedelta(days=6)
            begins = published + timedelta(days=7 * shift if shift < 0 else 7 * shift - 6)
            return begins, begins + timedelta(days=6)
        if unit == "month":
            return month_days(published.year, published.month + shift)
        size = {"year": 1, "decade": 10, "century": 100}[unit]
        begin = published.year // size * size + shift * size
        return date(begin, 1, 1), date(begin + size - 1, 12, 31)
    except (ValueError, OverflowError, KeyError):
        return None


def span_days(published: date, unit: str, count: int, shift: int) -> Days | None:
    """The last (shift below 0) or next `count` units, without the day of publication unless counted in hours."""
    edge = shifted(published, unit, count if shift > 0 else -count)
    if edge is None or count < 1:
        return None
    step = timedelta(days=0 if unit == "hour" else 1)
    return (edge, published - step) if shift < 0 else (published + step, edge)


def part_days(days: Days, part: str, grain: str) -> Days:
    """The early, middle or late part: of a month days 1 to 10, 11 to 20, 21 to the end; of a year its first month, its
    middle third, its last month; of all else a third."""
    begins, ends = days
    size = (ends - begins).days + 1
    if grain == "month":
        first, second = 10, 20
    elif grain == "year":
        edges = {"early": (1, 1), "middle": (5, 8), "late": (12, 12)}[part]
        return month_days(begins.year, edges[0])[0], month_days(begins.year, edges[1])[1]
    else:
        first, second = size // 3, size - size // 3
    cuts = {"early": (0, first), "middle": (first, second), "late": (second, size)}[part]
    if cuts[0] >= cuts[1]:
        return days
    return begins + timedelta(days=cuts[0]), begins + timedelta(days=cuts[1] - 1)


def season_days(year: int, first: int, last: int) -> Days:
    """A season from month to month; winter begins in December of `year`."""
    return month_days(year, first)[0], month_days(year if last >= first else year + 1, last)[1]
