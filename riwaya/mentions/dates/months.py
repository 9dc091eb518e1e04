"""Months and years: dates in digits, days with their month, months with their other name, their year or their shift."""

import re
from datetime import date

from riwaya.mentions.dates.calendar import NEAR, Days, day, hijri_days, hijri_year, lean_year, month_days
from riwaya.mentions.dates.words import Page, Reading
from riwaya.words.pack import Row

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_DMY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})")
_YM = re.compile(r"(\d{4})/(\d{1,2})")
_DM = re.compile(r"(\d{1,2})[-/.](\d{1,2})")
_SHORT_YEAR = re.compile(r"[0-3]\d")
_HIJRI_ENDS = 1700  # a year above is Gregorian, whatever the month's calendar
_HAMZAS = "أإآ"
DAYS = range(1, 32)
_MONTHS = ("month", "monthweak", "hijri")


def numeric(page: Page, at: int) -> Reading | None:
    """A date in digits alone: 24/7/2015, 2015-07-24, 2015/3; the marks may stand apart."""
    if at >= len(page.line) or page.line[at].kind != "number":
        return None
    text, last = page.line[at].form, at
    while text.count("/") < 2 and page.mark(last + 1, "/") and last + 2 < len(page.line):
        if page.line[last + 2].kind != "number":
            break
        text, last = f"{text}/{page.line[last + 2].form}", last + 2
    hijri = page.row(last + 1, "era")
    if hijri and (full := _DMY.fullmatch(text)) and hijri[1]["value"] == "hijri":
        days = hijri_days(int(full[3]), int(full[2]), int(full[1]))
        return Reading(at, hijri[0], *days, (hijri[1].id,), "day", True) if days else None
    end = hijri[0] if hijri else last
    if full := _ISO.fullmatch(text):
        when = day(int(full[1]), int(full[2]), int(full[3]))
    elif full := _DMY.fullmatch(text):
        year = int(full[3]) + (2000 if len(full[3]) == 2 else 0)
        when = day(year, int(full[2]), int(full[1])) or day(year, int(full[1]), int(full[2]))
        when = when if when and 1800 <= when.year <= 2200 and (len(full[3]) == 4 or "." not in text) else None
    elif (full := _YM.fullmatch(text)) and 1 <= int(full[2]) <= 12 and 1900 <= int(full[1]) <= 2100:
        return Reading(at, end, *month_days(int(full[1]), int(full[2])), (), "month", True)
    else:
        return _day_slash_month(page, at, end, text)
    return Reading(at, end, when, when, (), "day", True) if when else None


def _day_slash_month(page: Page, at: int, last: int, text: str) -> Reading | None:
    """A day and a month in digits (14/7), only where a word before them, a zero or a year says that they are a date."""
    full = _DM.fullmatch(text)
    if not full or not page.published or "." in text:
        return None
    year = (year_at(page, last + 2) or _short_year(page, last + 2)) if page.mark(last + 1, ",،") else None
    if not year and not page.row(at - 1, "in") and not ("/" in text and "0" in (full[1][0], full[2][0])):
        return None
    number, month = int(full[1]), int(full[2])
    if month > 12 >= number:
        number, month = month, number
    last, known = (year[0], year[2]) if year else (last, None)
    return _in_year(page, at, last, (), number, month, known, None) if 1 <= month <= 12 else None


def _short_year(page: Page, at: int) -> tuple[int, tuple[str, ...], int] | None:
    """The last two digits of a year of this century, as year_at gives one: (11/12), 16."""
    if not page.is_number(at) or not _SHORT_YEAR.fullmatch(page.line[at].form) or page.word(at + 1):
        return None
    return at, (), 2000 + int(page.line[at].form)


def _ordinal_day(page: Page, at: int, low: int = 1) -> tuple[int, int] | None:
    """A day of the month in digits or words: its last token and the number."""
    found = page.number(at)
    if found and found.low == found.high and found.low == int(found.low) and low <= found.low <= 31:
        return found.last, int(found.low)
    return None


def day_month(page: Page, at: int, loose: bool = False) -> Reading | None:
    """A day with its month: 26 يونيو (حزيران) الماضي, الثالث من يوليو 2015, 10 شوال 1436هـ, 26 من الشهر الماضي."""
    number = _ordinal_day(page, at)
    if not number:
        return None
    last, value = number
    step = last + 1
    dash = page.mark(step, "-")
    if page.mark(step, "/-."):
        step += 1
    of = page.bare(step, "of")
    step = of[0] + 1 if of else step
    month = month_phrase(page, step, strong=True)
    if month:
        end, used, name, year, lean = month
        if dash and year is None and name["kind"] == "hijri":  # 3-صفر is a score
            return None
        return _in_year(page, at, end, used, value, int(name["value"]), year, lean, name["kind"] == "hijri")
    shift = shifted_month(page, step) if of or loose else None
    if shift and (when := day(shift[2].year, shift[2].month, value)):
        return Reading(at, shift[0], when, when, shift[1], "day")
    return None


def lone_day(page: Page, at: int) -> Reading | None:
    """A day by its number alone, of the month that publication points to: يوم 21, في 15 الساعة 8, (إلى) الحادي والعشرين.

    Digits need the word for day before them or a time of the clock beside them, words an ordinal above ten.
    """
    number = page.number(at)
    if not number or not page.published or number.low != number.high or number.low not in DAYS:
        return None
    behind = number.last + 1
    if number.form == "ordinal":
        led = number.lead or page.row(at - 1, "in", "to")
        feminine = page.line[at].form.endswith("ه")  # of an hour or of an age
        if number.low <= 10 or not led or page.word(behind) or feminine:
            return None
    elif number.form != "digits" or not page.row(at - 1, "in") or not page.line[at].form.isdecimal():
        return None
    elif not _by_clock(page, at, behind):
        if not page.row(at - 1, "unit") or page.word(behind) or page.mark(behind, "/-%"):
            return None
    return _in_months(page, at, number.last, int(number.low))


def _by_clock(page: Page, at: int, behind: int) -> bool:
    """Whether a time of the clock stands beside a number: (في) 15 الساعة 8, (يوم) 15، 8 مساء, 8 مساء (في) 15."""
    comma = page.mark(behind, "،,")
    step = behind + 1 if comma else behind
    clock = page.row(step, "unit")
    if clock and clock[1]["value"] == "hour" and page.is_number(clock[0] + 1):
        return True
    hour = page.number(step) if comma else None
    return page.row(at - 2, "part") is not None or (hour is not None and page.row(hour.last + 1, "part") is not None)


def _in_months(page: Page, at: int, last: int, value: int) -> Reading | None:
    """The latest day of that number not after publication, or the next where the words look ahead."""
    if page.published is None:
        return None
    firsts = [month_days(page.published.year, page.published.month + move)[0] for move in (-2, -1, 0, 1, 2)]
    known = [when for first in firsts if (when := day(first.year, first.month, value))]
    if page.ahead(at):
        picked = [when for when in known if when >= page.published][:1]
    else:
        picked = [when for when in known if when <= page.published][-1:]
    return Reading(at, last, picked[0], picked[0], (), "day", kind="undated") if picked else None


def shifted_month(page: Page, at: int) -> tuple[int, tuple[str, ...], date] | None:
    """الشهر الماضي, هذا الشهر: the last token, the rows and the first day of the month."""
    month = page.shifted(at)
    if not month or month.unit != "month" or page.published is None:
        return None
    return month.last, month.rows, month_days(page.published.year, page.published.month + month.move)[0]


def month_phrase(
    page: Page, at: int, strong: bool = False
) -> tuple[int, tuple[str, ...], Row, int | None, int | None] | None:
    """A month with its other name and its year or shift: the last token, the rows, the month, the year, the lean.

    Names that are also other words (مارس, آب) count only where `strong` or where something else says month.
    """
    this = page.bare(at, "this")
    step = this[0] + 1 if this else at
    unit = page.row(step, "unit")
    unit = unit if unit and unit[1]["value"] == "month" and page.bare(unit[0] + 1, *_MONTHS) else None
    step = unit[0] + 1 if unit else step
    name = page.row(step, *_MONTHS)
    if not name:
        return None
    last, twin = _twin(page, name[0], name[1])
    end, used, year, lean = year_tail(page, last)
    certain = (
        strong
        or this
        or unit
        or twin
        or end > last
        or page.row(at - 1, "in", "during", "since", "until", "from", "between")
    )
    if name[1]["kind"] != "month" and not certain:
        return None
    if name[1]["kind"] == "monthweak" and not (strong or unit or twin) and _spelled_otherwise(page, step, name[1]):
        return None
    found = [each[1].id for each in (this, unit, name) if each]
    lean = 0 if this and lean is None else lean
    return end, (*found, *twin, *used), name[1], year, lean


def _spelled_otherwise(page: Page, at: int, name: Row) -> bool:
    """Whether a word bears a hamza that the month's name does not: مدينة إب is no آب."""
    own = {letter for form in name.all("form") for letter in form}
    return any(letter in _HAMZAS and letter not in own for letter in page.line[at].span.of(page.text))


def _twin(page: Page, last: int, name: Row) -> tuple[int, tuple[str, ...]]:
    """The month's other name after it, in brackets, after a stroke or bare: يونيو (حزيران)."""
    step = last + 1
    opened = page.mark(step, "(/-[")
    other = page.bare(step + 1 if opened else step, *_MONTHS)
    if not other or other[1].id == name.id or other[1]["value"] != name["value"]:
        return last, ()
    if (other[1]["kind"] == "hijri") != (name["kind"] == "hijri"):
        return last, ()
    end = other[0]
    if opened and not page.mark(step, "/-") and end + 1 < len(page.line) and not page.word(end + 1):
        closes = page.mark(end + 1, ")]") or page.line[end + 1].form == "9"  # ( mistyped with the shift key let go
        end += 1 if closes else 0
    return end, (other[1].id,)


def year_tail(page: Page, last: int) -> tuple[int, tuple[str, ...], int | None, int | None]:
    """The year after a month: 2015, عام 2015م, من العام الماضي, الجاري: last token, rows, year, lean."""
    if shift := page.bare(last + 1, "shift"):
        return shift[0], (shift[1].id,), None, int(shift[1]["value"])
    step = page.skip(last + 1, "of")
    if step == last + 1 and page.mark(step, ",،/-"):
        step += 1
    found = year_at(page, step)
    return (found[0], found[1], found[2], None) if found else (last, (), None, None)


def year_at(page: Page, at: int) -> tuple[int, tuple[str, ...], int] | None:
    """A year: عام 2015, 2015م, 1436هـ, ألفين وثمانية عشر, العام الماضي: last token, rows and the year's number."""
    year = page.shifted(at)
    if year and year.unit == "year" and page.published:
        return year.last, year.rows, page.published.year + year.move
    this = page.bare(at, "this")
    unit = page.row(this[0] + 1 if this else at, "unit")
    unit = unit if unit and unit[1]["value"] == "year" else None
    found = page.number(unit[0] + 1 if unit else at)
    if not found or found.low != found.high or found.form not in ("digits", "words") or found.lead:
        return None
    value, last = int(found.low), found.last
    used: tuple[str, ...] = (unit[1].id,) if unit else ()
    plain = found.form == "words" or page.line[found.first].form.isdecimal()
    if era := page.bare(last + 1, "era"):
        last, used = era[0], (*used, era[1].id)
        return (last, used, value) if plain and 1 <= value <= 2200 else None
    low, high = (1000, 2200) if unit else (1900, 2100)
    return (last, used, value) if plain and value == found.low and low <= value <= high else None


def named_month(page: Page, at: int, strong: bool = False) -> Reading | None:
    """A month alone, or one with the day after it: يوليو الحالي, شهر رمضان, يناير 1."""
    month = month_phrase(page, at, strong)
    if not month:
        return None
    last, used, name, year, lean = month
    number = _ordinal_day(page, last + 1) if year is None and lean is None else None
    number = number or (_ordinal_day(page, last + 2) if page.mark(last + 1, "-") else None)
    if number and not page.word(number[0] + 1):
        end, rows_used, year, lean = year_tail(page, number[0])
        return _in_year(page, at, end, (*used, *rows_used), number[1], int(name["value"]), year, lean)
    return _in_year(page, at, last, used, None, int(name["value"]), year, lean, name["kind"] == "hijri")


def _in_year(
    page: Page,
    at: int,
    last: int,
    used: tuple[str, ...],
    number: int | None,
    month: int,
    year: int | None,
    lean: int | None,
    hijri: bool = False,
) -> Reading | None:
    """The day or month in the year that is said, or in the one that its words and the publication point to."""
    grain = "day" if number else "month"
    if year is not None:
        days = _days(year, month, number, hijri) if not hijri or year < _HIJRI_ENDS else _within(year, month, number)
        return Reading(at, last, *days, used, grain, True) if days else None
    if page.published is None:
        return None
    middle = hijri_year(page.published) if hijri else page.published.year
    if middle is None:
        return None
    choices = [_days(middle + move, month, number, hijri) for move in (-1, 0, 1)]
    begins, ends = ([days[side] if days else None for days in choices] for side in (0, 1))
    near = NEAR if number or hijri else 0
    pick = lean_year(page.published, lean, page.ahead(at) and lean is None, begins, ends, near)
    days = choices[pick] if pick is not None else None
    return Reading(at, last, *days, used, grain, kind="undated") if days else None


def _within(year: int, month: int, number: int | None) -> Days | None:
    """A Hijri day or month of a Gregorian year: رمضان 2015."""
    known = hijri_year(date(year, 7, 1)) if 1 <= year <= 9998 else None
    choices = [hijri_days(known + move, month, number) for move in (-1, 0, 1)] if known else []
    return next((days for days in choices if days and days[0].year == year), None)


def _days(year: int, month: int, number: int | None, hijri: bool) -> Days | None:
    if not 1 <= year <= 9998:
        return None
    if hijri:
        return hijri_days(year, month, number)
    if number is None:
        return month_days(year, month)
    when = day(year, month, number)
    return (when, when) if when else None
