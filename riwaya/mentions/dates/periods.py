"""Periods: weeks, months and years by shift, by count and by number; their parts; seasons; and how long ago."""

from dataclasses import replace
from datetime import timedelta

from riwaya.mentions.dates.calendar import (
    Days,
    hijri_days,
    hijri_year,
    month_days,
    part_days,
    season_days,
    unit_days,
    year_days,
)
from riwaya.mentions.dates.distances import ago, counted, from_now, last_counted
from riwaya.mentions.dates.months import day_month, named_month, year_at
from riwaya.mentions.dates.words import Page, Reading, longest
from riwaya.mentions.numerals.words import is_definite

_UNITS = ("unit", "units", "dual")
_BEFORE_YEAR = ("in", "since", "until", "of", "during", "edge", "season", "from", "to", "between", "ago", "after")


def period(page: Page, at: int) -> Reading | None:
    """The longest period at a token."""
    if not page.found(at):
        return longest(page, at, (counted, from_now, numbered_year, feast))
    readers = (
        edge_of,
        shifted_unit,
        week_of,
        counted,
        last_counted,
        from_now,
        season,
        numbered_year,
        portion,
        decade,
        ago,
        feast,
    )
    return longest(page, at, readers)


def shifted_unit(page: Page, at: int) -> Reading | None:
    """الأسبوع الماضي, هذا العام, الشهر الجاري: the unit that far from publication."""
    found = page.shifted(at)
    if not found or page.published is None or found.unit in ("day", "hour"):
        return None
    days = unit_days(page.published, found.unit, found.move)
    return Reading(at, found.last, *days, found.rows, found.unit) if days else None


def week_of(page: Page, at: int) -> Reading | None:
    """The week, from Monday on, that holds a day: أسبوع 15 سبتمبر."""
    unit = page.row(at, "unit")
    if not unit or unit[1]["value"] != "week" or is_definite(page.line[at].form):
        return None
    found = day_month(page, unit[0] + 1)
    if not found or found.begins is None:
        return None
    begins = found.begins - timedelta(days=found.begins.weekday())
    return replace(found, first=at, begins=begins, ends=begins + timedelta(days=6), grain="week")


def edge_of(page: Page, at: int) -> Reading | None:
    """Part of a period: مطلع يوليو, منتصف العام الماضي, نهاية 2014, بقية الشهر, وقت سابق من الشهر الجاري."""
    edge = page.row(at, "edge", "earlier", "later", "rest")
    found = page.found(at)
    if not edge or (found and found.clitic and page.row(at - 1, *_UNITS)):  # شهر ونصف الشهر is a length
        return None
    step = page.skip(edge[0] + 1, "of")
    whole = shifted_unit(page, step) or season(page, step) or numbered_year(page, step)
    whole = whole or named_month(page, step, strong=True) or _this_unit(page, step)
    if not whole or whole.begins is None or whole.ends is None:
        return None
    week = page.shifted(step) if whole.grain == "week" and edge[1]["kind"] == "edge" else None
    if week and week.move:
        days: Days | None = (whole.begins, whole.ends)  # نهاية الأسبوع الماضي is said of any of its days
    else:
        days = _edge_days(page, edge[1]["kind"], edge[1]["value"], whole)
    if (
        days
        and page.published
        and days[0] > page.published
        and whole.grain == "week"
        and not week
        and not page.ahead(at)
    ):
        days = days[0] - timedelta(days=7), days[1] - timedelta(days=7)  # the weekend that has passed
    return replace(whole, first=at, begins=days[0], ends=days[1], rows=(edge[1].id, *whole.rows)) if days else None


def _this_unit(page: Page, at: int) -> Reading | None:
    """A definite unit alone after a word that parts it: بقية الأسبوع, نهاية العام."""
    unit = page.row(at, "unit")
    if not unit or page.published is None or unit[1]["value"] not in ("week", "month", "year"):
        return None
    if not is_definite(page.line[at].form) or page.bare(unit[0] + 1, "unit"):
        return None
    days = unit_days(page.published, unit[1]["value"], 0)
    return Reading(at, unit[0], *days, (unit[1].id,), unit[1]["value"]) if days else None


def _edge_days(page: Page, kind: str, part: str, whole: Reading) -> Days | None:
    begins, ends = whole.begins, whole.ends
    if begins is None or ends is None:
        return None
    if kind == "edge":
        return part_days((begins, ends), part, whole.grain)
    if page.published is None:
        return None
    if kind == "earlier":
        return begins, max(begins, min(ends, page.published))
    return min(ends, max(begins, page.published)), ends


def season(page: Page, at: int) -> Reading | None:
    """A season with its year or shift: صيف 2012, الصيف الماضي, صيف العام الماضي."""
    name = page.row(at, "season")
    if not name:
        return None
    first, last = (int(month) for month in name[1]["value"].split("-"))
    shift = page.bare(name[0] + 1, "shift")
    if shift and page.published:
        years = [page.published.year + move for move in (-2, -1, 0, 1, 2)]
        move = int(shift[1]["value"])
        choices = [season_days(year, first, last) for year in years]
        if move < 0:
            choices = [days for days in choices if days[1] < page.published][move:][:1]
        else:
            choices = [days for days in choices if days[1] >= page.published][move:][:1]
        return Reading(at, shift[0], *choices[0], (name[1].id, shift[1].id), "season") if choices else None
    year = year_at(page, page.skip(name[0] + 1, "of"))
    if not year:
        return _running_season(page, at, name[0], name[1].id, first, last)
    fixed = page.line[year[0]].kind == "number"
    return Reading(at, year[0], *season_days(year[2], first, last), (name[1].id, *year[1]), "season", fixed)


def _running_season(page: Page, at: int, end: int, row: str, first: int, last: int) -> Reading | None:
    """The season alone where a word says that it is one: فصل الصيف, منتصف الصيف; the latest begun, or the next ahead."""
    if page.published is None or not (end > at or page.row(at - 1, "edge")):
        return None
    choices = [season_days(page.published.year + move, first, last) for move in (-2, -1, 0, 1)]
    if page.ahead(at):
        picked = [days for days in choices if days[1] >= page.published][:1]
    else:
        picked = [days for days in choices if days[0] <= page.published][-1:]
    return Reading(at, end, *picked[0], (row,), "season", kind="undated") if picked else None


def numbered_year(page: Page, at: int) -> Reading | None:
    """A year by its number: عام 1967, سنة 1436 هـ, 2012 after a preposition."""
    year = year_at(page, at)
    if not year or page.row(at, "this"):
        return None
    last, used, number = year
    if page.number(at) and not used:
        before = page.row(at - 1, *_BEFORE_YEAR)
        closed = page.mark(at - 1, "(") and page.mark(last + 1, ")")
        digits = page.line[at].kind == "number"
        if not digits or not (before or closed) or page.row(last + 1, *_UNITS):
            return None
        if page.row(at - 1, "of") and not page.row(at - 1, "in") and not page.row(at - 2, "edge"):
            return None
    if any(row.startswith("shift") for row in used):
        return None
    hijri = "era.hijri" in used or (1343 <= number <= 1500 and "era.gregorian" not in used)
    days = _hijri_year(number) if hijri else year_days(number)
    return Reading(at, last, *days, used, "year", True) if days else None


def _hijri_year(number: int) -> Days | None:
    first, last = hijri_days(number, 1), hijri_days(number, 12)
    return (first[0], last[1]) if first and last else None


def portion(page: Page, at: int) -> Reading | None:
    """A numbered part: الأسبوع الثالث من أكتوبر, النصف الأول من 2015, الربع الأخير من العام الماضي."""
    name = page.row(at, "portion") or page.row(at, "unit")
    if not name or (name[1]["kind"] == "unit" and name[1]["value"] != "week"):
        return None
    number = page.number(name[0] + 1)
    final = page.bare(name[0] + 1, "shift")
    if number and number.form == "ordinal":
        nth, last = int(number.low), number.last
    elif final and final[1]["value"] == "-1":
        nth, last = 0, final[0]
    else:
        return None
    step = page.skip(last + 1, "of", "in")
    whole = shifted_unit(page, step) or numbered_year(page, step) or named_month(page, step, strong=True)
    if not whole and (year := year_at(page, step)):
        whole = Reading(step, year[0], *year_days(year[2]), year[1], "year", True)
    days = _nth(whole, name[1]["value"], nth) if whole else None
    if not whole or not days:
        return None
    return replace(whole, first=at, begins=days[0], ends=days[1], rows=(name[1].id, *whole.rows), grain="span")


def _nth(whole: Reading, size: str, nth: int) -> Days | None:
    """The nth week, half, third or quarter of a month or a year; 0 is the last."""
    begins, ends = whole.begins, whole.ends
    if begins is None or ends is None or whole.grain not in ("month", "year"):
        return None
    if size == "week":
        if nth == 0:
            return ends - timedelta(days=6), ends
        first = begins + timedelta(days=7 * (nth - 1))
        return (first, min(ends, first + timedelta(days=6))) if first <= ends else None
    parts = int(size)
    nth = nth or parts
    if nth > parts:
        return None
    if whole.grain == "month":
        cuts = [0, *(15 if parts == 2 else 10 * n for n in range(1, parts)), (ends - begins).days + 1]
        return begins + timedelta(days=cuts[nth - 1]), begins + timedelta(days=cuts[nth] - 1)
    months = 12 // parts
    first_month = month_days(begins.year, 1 + months * (nth - 1))[0]
    return first_month, month_days(begins.year, months * nth)[1]


def decade(page: Page, at: int) -> Reading | None:
    """A decade by name: السبعينيات, ثمانينيات القرن الماضي."""
    name = page.row(at, "decade")
    if not name:
        return None
    step = page.skip(name[0] + 1, "of")
    unit = page.row(step, "unit")
    last, base = name[0], 1900
    used: tuple[str, ...] = (name[1].id,)
    if unit and unit[1]["value"] == "century":
        nth = page.number(unit[0] + 1)
        shift = page.bare(unit[0] + 1, "shift")
        if nth and nth.form == "ordinal":
            last, base, used = nth.last, 100 * (int(nth.low) - 1), (*used, unit[1].id)
        elif shift and page.published:
            last, used = shift[0], (*used, unit[1].id, shift[1].id)
            base = page.published.year // 100 * 100 + 100 * int(shift[1]["value"])
    begin = base + int(name[1]["value"])
    if not 1 <= begin <= 2990:
        return None
    return Reading(at, last, year_days(begin)[0], year_days(begin + 9)[1], used, "decade", True)


def feast(page: Page, at: int) -> Reading | None:
    """A feast or a numbered day of it: أول أيام عيد الفطر, (خلال) عيد الأضحى.

    It is the latest that begins at most a week after publication, unless the words look ahead.
    """
    day = page.row(at, "unit")
    step = day[0] + 1 if day and day[1]["value"] == "day" else at  # اليوم الأول من عيد الفطر
    number = page.number(step)
    numbered = number is not None and number.form == "ordinal" and number.low <= 5
    if not numbered and not page.row(at - 1, "in", "during", "since", "until"):
        return None
    name = page.row(page.skip(number.last + 1, "of") if number and numbered else at, "feast")
    if not name or page.published is None:
        return None
    month, first, length = (int(part) for part in name[1]["value"].split("-"))
    year = hijri_year(page.published)
    nth = int(number.low) - 1 if number and numbered else 0
    known = [days for move in (-1, 0, 1) if year and (days := hijri_days(year + move, month, first + nth))]
    past = [days for days in known if days[0] <= page.published + timedelta(days=7)]
    coming = [days for days in known if days[0] >= page.published]
    pick = coming[:1] if page.ahead(at) else past[-1:]
    if not pick:
        return None
    begins = pick[0][0]
    ends = begins if numbered else begins + timedelta(days=length - 1)
    return Reading(at, name[0], begins, ends, (name[1].id,), "day" if numbered else "span")
