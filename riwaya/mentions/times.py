"""Times of a sentence: the exact words that say when, and the interval of dates they name by the codebook's rules.

>>> from datetime import date
>>> from riwaya.words.token import tokens
>>> text = "قصفت المدينة مساء أمس السبت"
>>> [(t.mention.text, t.begins, t.ends) for t in times(tokens(text), text, date(2015, 7, 26))]
[('مساء أمس السبت', '2015-07-25', '2015-07-25')]
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from riwaya.mentions.dates.calendar import shifted, span_days
from riwaya.mentions.dates.days import dated, weekday_beside
from riwaya.mentions.dates.distances import duration, hours_back
from riwaya.mentions.dates.months import day_month
from riwaya.mentions.dates.periods import period
from riwaya.mentions.dates.ranges import pair, ranged
from riwaya.mentions.dates.words import Page, Reading, is_trigger, longest, may_begin, words
from riwaya.mentions.mention import Mention, Time
from riwaya.mentions.numerals.words import is_definite
from riwaya.words.span import Span
from riwaya.words.token import Token

_YEARS = range(1000, 9000)  # days of publication that leave room in the calendar before and after
_EVENT = 8  # words between منذ and the date of the event it names: منذ بدء الحرب في مارس 2011


def times(line: Sequence[Token], text: str, published: date | None) -> tuple[Time, ...]:
    """The times of a sentence, left to right, none overlapping; relative words need the date of publication.

    `text` is the whole report that the tokens' spans refer to.
    """
    begin = [at for at, token in enumerate(line) if token.kind == "number" or may_begin(token.form)]
    if not any(line[at].kind == "number" or is_trigger(line[at].form) for at in begin):
        return ()
    if published and published.year not in _YEARS:
        published = None
    page = Page(line, text, published, words(line, begin))
    out = []
    free = 0
    for at in begin:
        if at < free or not page.starts(at):
            continue
        passed = _name(page, at)
        if passed is not None:
            free = passed
            continue
        found = _time(page, at)
        if found:
            out.append(_told(page, found))
            free = found.last + 1
    return tuple(out) if out else _clock(page, begin)


def _clock(page: Page, begin: Sequence[int]) -> tuple[Time, ...]:
    """The hour of a sentence that names no day, which is one of the day of publication: الساعة 10 مساء, الساعة 04:00."""
    for at in begin:
        unit = page.row(at, "unit")
        if not unit or unit[1]["value"] != "hour" or not is_definite(page.line[at].form) or page.published is None:
            continue
        number = page.number(unit[0] + 1)
        last = number.last if number else unit[0] + 1
        part = page.bare(last + 1, "part", "night")
        if part or (page.is_number(last) and ":" in page.line[last].form):
            last = part[0] if part else last
            return (_told(page, Reading(at, last, page.published, page.published, (unit[1].id,), "day")),)
    return ()


def _told(page: Page, found: Reading) -> Time:
    token = page.line[found.first]
    word = page.found(found.first)
    number = page.number(found.first)
    start = word.span.start if word else number.span.start if number else token.span.start
    span = Span(start, page.line[found.last].span.end)
    begins = found.begins.isoformat() if found.begins else None
    ends = found.ends.isoformat() if found.ends else None
    event = _told(page, found.event) if found.event else None
    return Time(Mention(span, span.of(page.text), "+".join(dict.fromkeys(found.rows))), begins, ends, event)


def _name(page: Page, at: int) -> int | None:
    """The token after a name that holds a word of time (روسيا اليوم, ثورة 25 يناير), or None."""
    if name := page.row(at, "name"):
        return name[0] + 1
    if namer := page.row(at, "namer"):
        named = day_month(page, namer[0] + 1)
        if named and named.kind == "undated":
            return named.last + 1
    if namer := page.row(at, "namerday"):
        day = page.bare(namer[0] + 1, "weekday")
        return day[0] + 1 if day else None
    return None


def _time(page: Page, at: int) -> Reading | None:
    """The time that begins at a token, whatever its kind."""
    if page.row(at, "from", "between"):
        return ranged(page, at, single)
    found = _for_since(page, at) or _since(page, at) or _until(page, at) or _before(page, at)
    found = found or ranged(page, at, single) or _during(page, at)
    if found:
        return _lasting(page, found)
    one = single(page, at)
    return _lasting(page, pair(page, one, single) or one) if one else None


def single(page: Page, at: int) -> Reading | None:
    """A date or a period with what stands beside it: the other calendar, the weekday, the date in brackets."""
    if at not in page.singles:
        best = longest(page, at, (dated, period, hours_back))
        page.singles[at] = _beside(page, best) if best and best.grain == "day" else best
    return page.singles[at]


def _beside(page: Page, found: Reading) -> Reading:
    """A day with the same day said again after it: أمس (الأحد), الأحد 26 يوليو, 10 شوال الموافق 26 يوليو."""
    while True:
        step = found.last + 1
        zone = page.bare(step, "zone")
        step = zone[0] + 2 if zone else step
        comma = page.mark(step, "،,")
        step += 1 if comma else 0
        same = page.row(step, "same")
        step = same[0] + 1 if same else step
        opened = page.mark(step, "([")
        step = page.skip(step + 1, "same") if opened else step
        other = dated(page, step)
        if not other or other.grain != "day" or not (opened or same or _may_touch(found, other, comma)):
            return found
        last = other.last + (1 if opened and page.mark(other.last + 1, ")]") else 0)
        glossed = opened and found.kind == other.kind == "relative"  # اليوم (أمس): the day counted from this report
        one = replace(other, first=found.first) if glossed else _one_day(page, found, other)
        found = replace(one, last=last, rows=(*found.rows, *other.rows))


def _may_touch(found: Reading, other: Reading, comma: bool) -> bool:
    """Whether two days may stand side by side for one: أمس الجمعة, الأحد 26 يوليو."""
    if found.kind == "relative":
        return other.kind in ("weekday", "undated") or other.fixed if not comma else other.fixed
    return found.kind == "weekday" and (
        other.kind == "undated" or other.fixed or (other.kind == "relative" and not comma)
    )


def _one_day(page: Page, found: Reading, other: Reading) -> Reading:
    """The reading that counts where a day is said twice: a full date before one without a year, that before a weekday,
    and a weekday before أمس."""
    if other.fixed and not found.fixed:
        return replace(other, first=found.first)
    if found.fixed:
        return found
    kinds = (found.kind, other.kind)
    if "undated" in kinds:
        return found if found.kind == "undated" else replace(other, first=found.first)
    if "relative" in kinds and "weekday" in kinds:
        near, day = (found, other) if found.kind == "relative" else (other, found)
        return replace(weekday_beside(page, near, day), first=found.first)
    return found


def _for_since(page: Page, at: int) -> Reading | None:
    """A length before its start: لمدة خمسة أيام اعتبارا من يوم الأحد."""
    opener = page.row(at, "for")
    length = duration(page, opener[0] + 1) if opener else None
    since = _since(page, length[0] + 1) if length else None
    if not opener or not length or not since or since.begins is None:
        return None
    ends = shifted(since.begins, length[1], length[2])
    return replace(since, first=at, ends=ends, rows=(opener[1].id, *length[3], *since.rows))


def _since(page: Page, at: int) -> Reading | None:
    """From a time on, open after it: منذ الجمعة, منذ أسبوع, منذ بدء الحرب في مارس 2011."""
    opener = page.row(at, "since")
    if not opener:
        return None
    step = page.skip(page.skip(opener[0] + 1, "about", "more"), "about")
    found = single(page, step) or single(page, page.skip(step, "in"))  # منذ يوم 24/7
    if not found or found.kind == "ago":  # من الآن behind منذ looks back
        found = _distance_back(page, step) or _bare_part(page, step)
    event = None if found else _event(page, step)
    found = found or event
    if not found or found.begins is None:
        return None
    ends = None
    last = found.last
    rows = (opener[1].id, *found.rows)
    step = last + 2 if page.mark(last + 1, "،,") else last + 1
    until = _until(page, step) or _until_now(page, step)
    if until and until.ends and until.ends >= found.begins:
        last, ends, rows = until.last, until.ends, (*rows, *until.rows)
    return Reading(at, last, found.begins, ends, rows, "since", found.fixed, event=event)


def _distance_back(page: Page, at: int) -> Reading | None:
    """A length of time counted back from publication: (منذ) أسبوع."""
    length = duration(page, at)
    if not length or length[1] == "hour":
        return None
    when = shifted(page.published, length[1], -length[2]) if page.published else None
    last = page.skip(length[0] + 1, "fromnow") - 1
    return Reading(at, last, when, when, length[3], "day") if when else None


def _bare_part(page: Page, at: int) -> Reading | None:
    """A part of the day of publication: (منذ) الفجر; the night lasts from the day before."""
    part = page.row(at, "part", "night")
    if not part or page.published is None:
        return None
    night = part[1]["kind"] == "night"
    before = shifted(page.published, "day", -1) if night else None
    return Reading(at, part[0], before or page.published, page.published, (part[1].id,), "part")


def _event(page: Page, at: int) -> Reading | None:
    """The date of an event named between منذ and it, in the same clause."""
    if not page.word(at):
        return None
    for step in range(at + 1, min(at + 1 + _EVENT, len(page.line))):
        if page.line[step].kind == "mark" or page.row(step, "since", "until", "ago"):
            return None
        found = single(page, step) if page.found(step) or page.number(step) else None
        if found and found.begins != page.published:
            return found
    return None


def _before(page: Page, at: int) -> Reading | None:
    """Before a date, open before it: قبل 20 آب."""
    opener = page.row(at, "ago")
    found = dated(page, opener[0] + 1) if opener else None
    if not opener or not found or found.begins is None or found.begins == date.min:
        return None
    rows = (opener[1].id, *found.rows)
    return Reading(at, found.last, None, found.begins - timedelta(days=1), rows, "until", found.fixed)


def _until(page: Page, at: int) -> Reading | None:
    """Up to a time, open before it: حتى يوم الجمعة."""
    opener = page.row(at, "until")
    found = single(page, opener[0] + 1) if opener else None
    if not opener or not found or found.ends is None:
        return None
    return Reading(at, found.last, None, found.ends, (opener[1].id, *found.rows), "until", found.fixed)


def _until_now(page: Page, at: int) -> Reading | None:
    """Up to publication: (منذ مارس) وحتى الآن."""
    opener = page.row(at, "until")
    now = page.bare(opener[0] + 1, "now") if opener else None
    if not opener or not now or page.published is None:
        return None
    return Reading(at, now[0], None, page.published, (opener[1].id, now[1].id), "until")


def _during(page: Page, at: int) -> Reading | None:
    """Within a time: خلال الأسبوع الماضي, خلال الليل, and with a future marker خلال يومين."""
    opener = page.row(at, "during")
    if not opener:
        return None
    found = single(page, opener[0] + 1) or _bare_part(page, opener[0] + 1)
    if not found and page.word(opener[0] + 1) and (hours := hours_back(page, opener[0] + 2)):
        found = hours
    if not found and page.published and opener[1]["value"] == "deadline" and page.ahead(at):
        length = duration(page, opener[0] + 1)
        days = span_days(page.published, length[1], length[2], 1) if length else None
        if length and days:
            found = Reading(at, length[0], page.published, days[1], length[3], "span")
    if not found:
        return None
    found = pair(page, found, single) or found
    return replace(found, first=at, rows=(opener[1].id, *found.rows))


def _lasting(page: Page, found: Reading) -> Reading:
    """A start with its length added: يوم الأحد ولمدة خمسة أيام."""
    step = found.last + 1
    step += 1 if page.mark(step, "،,") else 0
    opener = page.row(step, "for")
    length = duration(page, opener[0] + 1) if opener else None
    if not opener or not length or found.begins is None:
        return found
    ends = shifted(found.begins, length[1], length[2])
    return replace(found, last=length[0], ends=ends, rows=(*found.rows, opener[1].id, *length[3]))
