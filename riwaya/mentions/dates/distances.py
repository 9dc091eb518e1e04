"""Times by their distance from publication: counted units back or ahead, how long ago, and lengths of time."""

from riwaya.mentions.dates.calendar import Days, shifted, span_days, unit_days
from riwaya.mentions.dates.days import dated
from riwaya.mentions.dates.words import Page, Reading
from riwaya.mentions.numerals.words import is_article, is_definite

_UNITS = ("unit", "units", "dual")
_SIZES = {"hour": 0, "day": 1, "week": 7, "month": 30, "year": 365, "decade": 3650, "century": 36500}  # in days, about
_HALVES = {"week": ("day", 7, 4), "month": ("day", 30, 15), "year": ("month", 12, 6), "decade": ("year", 10, 5)}

Length = tuple[int, str, int, tuple[str, ...]]


def _count(page: Page, at: int) -> Length | None:
    """A counted unit: يومين, ثلاثة أيام, 24 ساعة, الأيام الثلاثة: last token, unit, count, rows."""
    unit = page.row(at, *_UNITS)
    if unit and unit[1]["kind"] == "dual":
        return unit[0], unit[1]["value"], 2, (unit[1].id,)
    if unit:
        step = unit[0] + 1
        step += 1 if step + 1 < len(page.line) and page.line[step + 1].kind == "number" and page.word(step) else 0
        number = page.number(step)
        if number and not number.lead and number.form in ("digits", "words") and page.row(number.last + 1, "shift"):
            return number.last, unit[1]["value"], int(number.low), (unit[1].id,)
        return None
    number = page.number(at)
    if number and number.form in ("digits", "words") and number.low == number.high and number.low == int(number.low):
        unit = page.bare(number.last + 1, "unit", "units")
        if unit and 1 <= number.low <= 1000:
            return unit[0], unit[1]["value"], int(number.low), (unit[1].id,)
    return None


def counted(page: Page, at: int) -> Reading | None:
    """Counted units before or after publication: اليومين الماضيين, الأيام الثلاثة المقبلة, 24 الساعة الماضية."""
    count = _count(page, at)
    shift = page.bare(count[0] + 1, "shift") if count else None
    if not count or not shift or page.published is None or shift[1]["value"] == "0":
        return None
    _, unit, size, used = count
    days = span_days(page.published, unit, size, int(shift[1]["value"]))
    return Reading(at, shift[0], *days, (*used, shift[1].id), "span") if days else None


def last_counted(page: Page, at: int) -> Reading | None:
    """آخر ثلاثة أيام: counted units up to publication."""
    last = page.row(at, "last")
    count = _count(page, last[0] + 1) if last else None
    if not last or not count or page.published is None:
        return None
    days = span_days(page.published, count[1], count[2], -1)
    return Reading(at, count[0], *days, (last[1].id, *count[3]), "span") if days else None


def hours_back(page: Page, at: int) -> Reading | None:
    """الـ48 ساعة: hours made definite are the last ones."""
    number = page.number(at)
    if not number or page.published is None or number.form != "digits":
        return None
    definite = page.word(number.first - 1) and is_article(page.line[number.first - 1].form)
    unit = page.bare(number.last + 1, "unit", "units")
    if not definite or not unit or unit[1]["value"] != "hour" or page.bare(unit[0] + 1, "shift", "notday"):
        return None
    days = span_days(page.published, "hour", int(number.low), -1)
    return Reading(number.first, unit[0], *days, (unit[1].id,), "span") if days else None


def ago(page: Page, at: int) -> Reading | None:
    """قبل يومين, قبل نحو أسبوع, قبل ساعات: days and weeks give the day, months and years the month and the year."""
    opener = page.row(at, "ago", "after")
    if not opener or page.published is None:
        return None
    sign = -1 if opener[1]["kind"] == "ago" else 1
    more = page.bare(opener[0] + 1, "more")
    step = page.skip(opener[0] + 1, "about", "more", "few")
    length = duration(page, step) if not dated(page, step) else None
    few_hours = page.row(step, "units") if sign < 0 else None
    if not length and few_hours and few_hours[1]["value"] == "hour":
        last = page.skip(few_hours[0] + 1, "few") - 1
        if _counted_from(page, last + 1):
            return None
        return Reading(at, last, page.published, page.published, (opener[1].id, few_hours[1].id), "day", kind="ago")
    if not length:
        return None
    last, unit, count, used = length
    now = page.bare(last + 1, "fromnow")
    if sign > 0 and not (now or (page.ahead(at) and not page.row(last + 1, "of"))):
        return None
    days = at_distance(page, unit, sign * count)
    if not days or (not now and _counted_from(page, last + 1)):
        return None
    last = now[0] if now else last
    begins = None if more and sign < 0 else days[0]
    return Reading(at, last, begins, days[1], (opener[1].id, *used), "day", kind="ago")


def _counted_from(page: Page, at: int) -> bool:
    """Whether a distance is counted from an event, not from publication: قبل يومين من الهدنة, قبل ساعات على بدء الهدنة."""
    at = page.skip(at, "only")
    if page.bare(at, "onto"):
        return page.row(at + 1, "edge") is not None
    return page.bare(at, "off") is not None and not page.row(at + 1, "ago", "after")


def at_distance(page: Page, unit: str, count: int) -> Days | None:
    """The day (of days and weeks), month or year that lies `count` units from publication."""
    if page.published is None:
        return None
    if unit in ("month", "year", "decade", "century"):
        move = count if unit in ("month", "year") else count * (10 if unit == "decade" else 100)
        return unit_days(page.published, "month" if unit == "month" else "year", move)
    when = shifted(page.published, unit, count)
    return (when, when) if when else None


def duration(page: Page, at: int) -> Length | None:
    """A length of time with what is added to it: ثلاثة أشهر, عام ونصف, سنة وشهرين: last token, unit, count, rows."""
    length = _length(page, at)
    while length and (longer := _longer(page, length)):
        length = longer
    return length


def _longer(page: Page, length: Length) -> Length | None:
    """A length with the half (عام ونصف العام) or the smaller length that is joined to it (سنة وشهرين)."""
    last, unit, count, used = length
    half = page.number(last + 1)
    if half and half.form == "fraction" and half.low == 0.5 and half.lead and unit in _HALVES:
        smaller, size, half_size = _HALVES[unit]
        again = page.row(half.last + 1, "unit")
        end = again[0] if again and again[1]["value"] == unit else half.last
        return end, smaller, size * count + half_size, used
    start = page.joined(last + 1)
    other = _length(page, start) if start is not None and not dated(page, start) else None
    if not other or _SIZES[other[1]] >= _SIZES[unit]:
        return None
    if unit == "year" and other[1] == "month":
        return other[0], "month", 12 * count + other[2], (*used, *other[3])
    days = _SIZES[unit] * count + (_SIZES[other[1]] * other[2])
    return other[0], "day", days, (*used, *other[3])


def from_now(page: Page, at: int) -> Reading | None:
    """A length counted from now: ثلاثة أشهر من الآن, (سيعود) في ثلاثة أشهر."""
    length = duration(page, at)
    if not length or page.published is None:
        return None
    if now := page.bare(length[0] + 1, "fromnow"):
        days = at_distance(page, length[1], length[2])
        return Reading(at, now[0], *days, length[3], "day", kind="ago") if days else None
    opened = page.row(at - 1, "in") and page.row(at - 1, "of")  # في, and not بتاريخ
    within = opened and not is_definite(page.line[length[0]].form) and page.ahead(at)
    days = span_days(page.published, length[1], length[2], 1) if within else None
    return Reading(at, length[0], page.published, days[1], length[3], "span") if days else None


def _length(page: Page, at: int) -> Length | None:
    """One length of time: يومين, أسبوع, ثلاثة أشهر, (خمسة) أيام."""
    if page.mark(at, "(") and (number := page.number(at + 1)) and page.mark(number.last + 1, ")"):
        unit = page.bare(number.last + 2, "unit", "units")
        return (unit[0], unit[1]["value"], int(number.low), (unit[1].id,)) if unit and number.low >= 1 else None
    count = _count(page, at)
    if count:
        return count
    unit = page.row(at, "unit")
    if unit and not is_definite(page.line[at].form) and not page.bare(unit[0] + 1, "shift"):
        one = page.number(unit[0] + 1)
        last = one.last if one and one.low == one.high == 1 and one.form == "words" else unit[0]
        return last, unit[1]["value"], 1, (unit[1].id,)
    return None
