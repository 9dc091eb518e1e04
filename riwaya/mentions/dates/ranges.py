"""Two times as one: from the first to the second, between both, or one and the next."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from riwaya.mentions.dates.calendar import month_days, year_days
from riwaya.mentions.dates.months import DAYS, day_month, named_month, year_at
from riwaya.mentions.dates.words import Page, Reading

_NEAR = ("relative", "weekday")
Single = Callable[[Page, int], Reading | None]


def ranged(page: Page, at: int, single: Single) -> Reading | None:
    """A range with its opener: من السبت إلى الاثنين, بين 15 و19 نوفمبر, بين عامي 2006 و2009; or 4-22 يناير."""
    opener = page.row(at, "from", "between")
    if not opener:
        return _digit_pair(page, at, at, ())
    step, between = opener[0] + 1, opener[1]["kind"] == "between"
    used = (opener[1].id,)
    if pair_ := _digit_pair(page, at, step, used):
        return pair_
    left = single(page, step)
    if left and left.grain != "year":
        link = _link(page, left.last + 1, between)
        right = single(page, link) if link is not None else None
        return _spanned(left, right, at, used) if right else None
    link = _link(page, left.last + 1, between) if left else None
    year = year_at(page, link) if link is not None else None
    if left and year:
        return _spanned(left, Reading(year[0], year[0], *year_days(year[2]), year[1], "year", True), at, used)
    return _numbers(page, at, step, between, used, single)


def pair(page: Page, left: Reading, single: Single) -> Reading | None:
    """A range without an opener: الجمعة والسبت, 2 أكتوبر إلى 22 أكتوبر, اليوم حتى الأحد المقبل."""
    if left.grain == "week":
        return _in_week(page, left)
    if left.grain == "month":
        return _in_month(page, left) or _two_months(page, left)
    if left.grain != "day" or left.begins is None or left.kind == "ago":
        return None
    link = page.joined(left.last + 1)
    link = page.joined(left.last + 2) if link is None and page.mark(left.last + 1, "،,") else link
    either = page.bare(left.last + 1, "or")
    if link is not None or (either and left.kind in ("relative", "weekday", "undated")):
        right = single(page, either[0] + 1 if either else link or 0)
        return _neighbours(left, right) if right and right.grain == "day" and right.kind != "ago" else None
    to = page.bare(left.last + 1, "to")
    right = single(page, to[0] + 1) if to else None
    if not to or not right or right.grain != "day" or (page.line[to[0]].kind == "mark" and right.kind == "weekday"):
        return None
    return _spanned(left, right, left.first, (to[1].id,))


def _neighbours(left: Reading, right: Reading) -> Reading | None:
    """Two days that follow each other, in either order, as one time: الجمعة والسبت, أمس وأول من أمس, اليوم أو غدا."""
    if left.begins is None or right.begins is None or left.begins != left.ends or right.begins != right.ends:
        return None
    if right.begins - left.begins == timedelta(days=1):
        return _spanned(left, right, left.first, ())
    if left.begins - right.begins == timedelta(days=1) and left.kind == "relative" and right.kind in _NEAR:
        return replace(right, first=left.first, ends=left.begins, rows=(*left.rows, *right.rows), grain="range")
    return None


def _in_week(page: Page, week: Reading) -> Reading | None:
    """A week and two of its days: الأسبوع المقبل من الأربعاء إلى الجمعة; weeks begin on Monday."""
    move = page.shifted(week.first)
    opener = page.row(week.last + 1, "from", "between")
    left = page.row(opener[0] + 1, "weekday") if opener else None
    link = _link(page, left[0] + 1, opener[1]["kind"] == "between") if opener and left else None
    right = page.row(link, "weekday") if link is not None else None
    if not move or not left or not right or page.published is None:
        return None
    monday = page.published - timedelta(days=page.published.weekday() - 7 * move.move)
    begins, ends = (monday + timedelta(days=int(day[1]["value"])) for day in (left, right))
    used = (*week.rows, left[1].id, right[1].id)
    return Reading(week.first, right[0], begins, ends, used, "range") if begins <= ends else None


def _two_months(page: Page, left: Reading) -> Reading | None:
    """A month and the one after it: يناير وفبراير, كانون الأول/ديسمبر وكانون الثاني/يناير 2018."""
    link = page.joined(left.last + 1)
    right = named_month(page, link, strong=True) if link is not None and left.kind == "undated" else None
    if not right or right.grain != "month" or left.begins is None or right.begins is None:
        return None
    begins = month_days(right.begins.year, right.begins.month - 1)[0]
    if left.begins.month != begins.month:
        return None
    return replace(right, first=left.first, begins=begins, rows=(*left.rows, *right.rows), grain="range", kind="range")


def _in_month(page: Page, month: Reading) -> Reading | None:
    """A month and two of its days: نوفمبر بين 15 و19."""
    opener = page.row(month.last + 1, "between")
    left = page.number(opener[0] + 1) if opener else None
    link = _link(page, left.last + 1, True) if left else None
    right = page.number(link) if link is not None else None
    if not left or not right or month.begins is None or month.ends is None or page.word(right.last + 1):
        return None
    if not 1 <= left.low < right.low <= month.ends.day or left.low % 1 or right.low % 1:
        return None
    begins, ends = (month.begins.replace(day=int(number.low)) for number in (left, right))
    return replace(month, last=right.last, begins=begins, ends=ends, grain="range")


def _link(page: Page, at: int, between: bool) -> int | None:
    """The token after the link of a range: `and` after بين, else إلى or حتى or a dash."""
    if between and (joined := page.joined(at)) is not None:
        return joined
    to = page.row(at, "to")
    return to[0] + 1 if to else None


def _numbers(page: Page, at: int, step: int, between: bool, used: tuple[str, ...], single: Single) -> Reading | None:
    """A range whose first side is a bare number: a day of the month that follows, or a year."""
    number = page.number(step)
    if not number or number.low != number.high or number.low != int(number.low):
        return None
    value = int(number.low)
    link = _link(page, number.last + 1, between)
    if link is None:
        return None
    if 1 <= value <= 31:
        right = day_month(page, link, loose=True)
        return _from_day(right, value, at, used) if right else None
    second = page.number(link)
    if 1900 <= value <= 2100 and second and value < second.low <= 2100 and page.line[number.first].form.isdecimal():
        begins, ends = year_days(value)[0], year_days(int(second.low))[1]
        return Reading(at, second.last, begins, ends, used, "years", True)
    return None


def _from_day(right: Reading, value: int, at: int, used: tuple[str, ...]) -> Reading | None:
    """The range from a day of the same month to a day."""
    if right.begins is None or value >= right.begins.day:
        return None
    return replace(right, first=at, begins=right.begins.replace(day=value), rows=(*used, *right.rows), kind="range")


def _digit_pair(page: Page, at: int, step: int, used: tuple[str, ...]) -> Reading | None:
    """Two numbers in one token, or parted by a word, before a month: 19-20 نوفمبر, 3 و4 يوليو, 2014-2018."""
    if step >= len(page.line) or page.line[step].kind != "number":
        return None
    left, dash, right = page.line[step].form.partition("-")
    if dash and left.isdecimal() and right.isdecimal():
        low, high = int(left), int(right)
        if 1900 <= low < high <= 2100 and (used or page.row(at - 1, "in", "of", "during")):
            return Reading(at, step, year_days(low)[0], year_days(high)[1], used, "years", True)
        number = page.number(step)
        if not (number and 1 <= low < high <= 31):
            return None
        page.counts[step] = replace(number, low=float(high), high=float(high))
        found = day_month(page, step, loose=bool(used))
        page.counts[step] = number
        return _from_day(found, low, at, used) if found else None
    if used or not left.isdecimal() or int(left) not in DAYS:
        return None
    return _two_days(page, at, int(left))


def _two_days(page: Page, at: int, value: int) -> Reading | None:
    """A bare number and a day that follows it: 3 و4 يوليو, 30 أو 31 يوليو, 4 - 23 يوليو."""
    either = page.bare(at + 1, "or")
    link = either[0] + 1 if either else page.joined(at + 1)
    if link is None:
        to = page.bare(at + 1, "to")
        right = day_month(page, to[0] + 1, loose=True) if to and not page.row(at - 1, "to") else None
        return _from_day(right, value, at, (to[1].id,)) if to and right else None
    second = day_month(page, link) if page.is_number(link) else None
    if second and second.begins and second.begins.day == value + 1:
        return _from_day(second, value, at, ())
    return None


def _spanned(left: Reading, right: Reading, at: int, used: tuple[str, ...]) -> Reading | None:
    """The interval from the first to the second; a first side without a year is put before the second."""
    begins, ends = left.begins, right.ends
    if begins is None or ends is None:
        return None
    if begins > ends and left.kind == "undated":
        begins = _year_before(begins)
    elif begins > ends and right.kind == "undated":
        ends = year_after(ends)
    elif left.kind == "weekday" and right.kind in ("weekday", "shifted"):
        begins = ends - timedelta(days=(ends.weekday() - begins.weekday()) % 7)
    if begins > ends:
        return None
    rows_used = (*used, *left.rows, *right.rows)
    return Reading(at, right.last, begins, ends, rows_used, "range", left.fixed and right.fixed)


def year_after(when: date) -> date:
    """The same day a year later, the 28th for the 29th of February."""
    return (
        when.replace(year=when.year + 1, day=min(when.day, 28)) if when.month == 2 else when.replace(year=when.year + 1)
    )


def _year_before(when: date) -> date:
    try:
        return when.replace(year=when.year - 1)
    except ValueError:
        return when - timedelta(days=366)
