"""Dates: days and months named by number, by weekday, by a word such as أمس, with the part of the day before them."""

from dataclasses import replace
from datetime import timedelta

from riwaya.mentions.dates.calendar import day, month_days, weekday
from riwaya.mentions.dates.months import day_month, lone_day, named_month, numeric
from riwaya.mentions.dates.words import Page, Reading, Shifted, longest


def dated(page: Page, at: int) -> Reading | None:
    """The longest date at a token: in digits, by day and month, by weekday, by a relative word, or a part of a day."""
    of_numbers = (numeric, day_month, lone_day)
    of_words = (named_month, by_weekday, week_then_day, relative, part_of_day)
    return longest(page, at, (*of_numbers, *of_words) if page.found(at) else of_numbers)


def by_weekday(page: Page, at: int) -> Reading | None:
    """A weekday: الجمعة, يوم الأحد المقبل, هذا السبت."""
    this = page.bare(at, "this")
    step = this[0] + 1 if this else at
    unit = page.row(step, "unit")
    unit = unit if unit and unit[1]["value"] == "day" and not page.row(step, "relative") else None
    unit = unit if unit and page.row(unit[0] + 1, "weekday") else None
    name = page.row(unit[0] + 1 if unit else step, "weekday")
    if not name or page.published is None:
        return None
    shift = page.bare(name[0] + 1, "shift")
    lean = int(shift[1]["value"]) if shift else None
    last = shift[0] if shift else name[0]
    used = tuple(each[1].id for each in (name, shift) if each)
    number = int(name[1]["value"])
    when = weekday(page.published, number, lean or None, page.ahead(at))
    found = Reading(at, last, when, when, used, "day", kind="weekday" if shift is None else "shifted")
    if shift:
        return found
    return _of_week(page, found, number) or _nth(page, found, number) or _numbered(page, found, number) or found


def _of_week(page: Page, found: Reading, number: int) -> Reading | None:
    """A weekday of a week: الجمعة من الأسبوع المقبل; weeks begin on Monday."""
    week = shifted_week(page, page.skip(found.last + 1, "of"))
    if not week or page.published is None:
        return None
    when = page.published + timedelta(days=number - page.published.weekday() + 7 * week.move)
    return replace(found, last=week.last, begins=when, ends=when, rows=(*found.rows, *week.rows), kind="shifted")


def week_then_day(page: Page, at: int) -> Reading | None:
    """A week and its weekday: الأسبوع المقبل يوم الجمعة."""
    week = shifted_week(page, at)
    day = by_weekday(page, week.last + 1) if week else None
    if not week or not day or day.kind != "weekday" or day.begins is None or page.published is None:
        return None
    when = page.published + timedelta(days=day.begins.weekday() - page.published.weekday() + 7 * week.move)
    return replace(day, first=at, begins=when, ends=when, rows=(*week.rows, *day.rows), kind="shifted")


def shifted_week(page: Page, at: int) -> Shifted | None:
    """الأسبوع الماضي, هذا الأسبوع."""
    week = page.shifted(at)
    return week if week and week.unit == "week" else None


def _nth(page: Page, found: Reading, number: int) -> Reading | None:
    """A weekday counted within the month of publication: الأحد الثاني; with a month behind it is a day of that month."""
    nth = page.number(found.last + 1)
    if not nth or nth.form != "ordinal" or not 1 <= nth.low <= 5 or page.published is None:
        return None
    if page.word(nth.last + 1):
        return None
    first = month_days(page.published.year, page.published.month)[0]
    when = first + timedelta(days=(number - first.weekday()) % 7 + 7 * (int(nth.low) - 1))
    return replace(found, last=nth.last, begins=when, ends=when) if when.month == first.month else None


def _numbered(page: Page, found: Reading, weekday_number: int) -> Reading | None:
    """A weekday with its day of the month, where the calendar agrees and no counted noun follows: الجمعة 22."""
    number = page.number(page.skip(found.last + 1, "in"))
    if not number or not 1 <= number.low <= 31 or number.low != number.high:
        return None
    if page.word(number.last + 1) and not page.bare(number.last + 1, "to"):
        return None
    if page.published is None or number.low != int(number.low):
        return None
    for move in (0, -1, 1):
        first = month_days(page.published.year, page.published.month + move)[0]
        when = day(first.year, first.month, int(number.low))
        if when and when.weekday() == weekday_number:
            return replace(found, last=number.last, begins=when, ends=when)
    return None


def relative(page: Page, at: int) -> Reading | None:
    """أمس, اليوم, بعد غد: days from publication."""
    name = page.row(at, "relative")
    if not name or page.published is None:
        return None
    last, row = name
    if row["value"] == "0" and not _is_today(page, at, last):
        return None
    when = page.published + timedelta(days=int(row["value"]))
    return Reading(at, last, when, when, (row.id,), "day", kind="relative")


def _is_today(page: Page, at: int, last: int) -> bool:
    """Whether اليوم means today, not the third day, the same day, or a count per day."""
    after = page.number(last + 1)
    if page.row(last + 1, "notday", "shift") or (after and after.form == "ordinal"):
        return False
    if page.row(at - 1, "that"):
        return False
    if page.mark(last + 1, "(") or page.row(last + 1, "weekday"):
        return True
    before = page.found(at - 1)
    senses = {row.id for row in before.means} if before and not before.clitic else set()
    return not {"in", "of"} <= senses


def part_of_day(page: Page, at: int) -> Reading | None:
    """A part of a day joined to its date: مساء أمس, الساعات الأولى من فجر الجمعة, ليل السبت الأحد."""
    used: list[str] = []
    step, night, after = at, False, False
    while (
        found := page.row(step, "within", "part", "night") if step == at else page.bare(step, "within", "part", "night")
    ):
        used.append(found[1].id)
        night = night or found[1]["kind"] == "night"
        after = after or found[1]["value"] == "after"
        step = found[0] + 1
        step = page.skip(step, "of")
    if not used:
        return None
    for read in (day_month, numeric, by_weekday, relative):
        inner = read(page, step)
        if inner:
            whole = replace(inner, first=at, rows=(*used, *inner.rows))
            return _to_next_day(page, whole, after) if night and inner.kind == "weekday" else whole
    return None


def _to_next_day(page: Page, night: Reading, after: bool) -> Reading:
    """A night named by two days, ليل الأحد (الإثنين), lasts from one to the other; after its midnight it is the second."""
    step = night.last + 1
    opened = page.mark(step, "(")
    step += 1 if opened or page.mark(step, "/-–") else 0
    other = page.bare(step, "weekday")
    if night.begins is None or (not other and not after):
        return night
    if not other:
        return replace(night, ends=night.begins + timedelta(days=1))
    number = int(other[1]["value"])
    if (night.begins.weekday() + 1) % 7 != number:
        return night
    last = other[0] + (1 if opened and page.mark(other[0] + 1, ")") else 0)
    ends = night.begins + timedelta(days=1)
    begins = ends if after else night.begins
    return replace(night, last=last, begins=begins, ends=ends, rows=(*night.rows, other[1].id))


def weekday_beside(page: Page, near: Reading, said: Reading) -> Reading:
    """The weekday beside a relative word: after publication where the word is (غدا الأحد), else not after it."""
    if page.published is None or near.begins is None or said.begins is None:
        return said
    lean = 1 if near.begins > page.published else None
    when = weekday(page.published, said.begins.weekday(), lean)
    return replace(said, begins=when, ends=when)
