"""Times in Arabic text: which words say when, and which days they name by the codebook's rules."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.mentions.mention import Time
from riwaya.mentions.times import times
from riwaya.words.match import Forms
from riwaya.words.pack import Row, rows
from riwaya.words.token import tokens

WEDNESDAY = date(2019, 5, 15)


def read(text: str, published: date | None = WEDNESDAY) -> list[tuple[str, str | None, str | None]]:
    return [(t.mention.text, t.begins, t.ends) for t in times(tokens(text), text, published)]


DAYS = [
    ("قصفت القرية أمس", "أمس", "2019-05-14"),
    ("وصلوا اليوم", "اليوم", "2019-05-15"),
    ("أول من أمس", "أول من أمس", "2019-05-13"),
    ("أمس الأول", "أمس الأول", "2019-05-13"),
    ("يصلون غدا", "غدا", "2019-05-16"),
    ("بعد غد", "بعد غد", "2019-05-17"),
    ("البارحة", "البارحة", "2019-05-14"),
    ("الليلة الماضية", "الليلة الماضية", "2019-05-14"),
    ("يوم الجمعة", "يوم الجمعة", "2019-05-10"),
    ("الأربعاء", "الأربعاء", "2019-05-15"),
    ("الأربعاء الماضي", "الأربعاء الماضي", "2019-05-08"),
    ("الأحد المقبل", "الأحد المقبل", "2019-05-19"),
    ("سيجتمعون الأحد", "الأحد", "2019-05-19"),
    ("سيطرت القوات الأحد", "الأحد", "2019-05-12"),
    ("من المقرر أن يجتمعوا الجمعة", "الجمعة", "2019-05-17"),
    ("أمس الثلاثاء", "أمس الثلاثاء", "2019-05-14"),
    ("أمس (الاثنين)", "أمس (الاثنين)", "2019-05-13"),
    ("غدا الخميس", "غدا الخميس", "2019-05-16"),
    ("مساء أمس", "مساء أمس", "2019-05-14"),
    ("الساعات الأولى من فجر الجمعة", "الساعات الأولى من فجر الجمعة", "2019-05-10"),
    ("وقت متأخر من مساء أمس", "وقت متأخر من مساء أمس", "2019-05-14"),
    ("بعد ظهر اليوم", "بعد ظهر اليوم", "2019-05-15"),
    ("26 أبريل (نيسان) الماضي", "26 أبريل (نيسان) الماضي", "2019-04-26"),
    ("في 3 جوان 2015", "3 جوان 2015", "2015-06-03"),
    ("الثالث من آذار", "الثالث من آذار", "2019-03-03"),
    ("الحادي والعشرين من مايو المقبل", "الحادي والعشرين من مايو المقبل", "2019-05-21"),
    ("20 ديسمبر", "20 ديسمبر", "2018-12-20"),
    ("10 من الشهر الماضي", "10 من الشهر الماضي", "2019-04-10"),
    ("24/7/2015", "24/7/2015", "2015-07-24"),
    ("2015-07-24", "2015-07-24", "2015-07-24"),
    ("٢٤/٧/٢٠١٥م", "٢٤/٧/٢٠١٥م", "2015-07-24"),
    ("10 شوال 1436هـ", "10 شوال 1436ه", "2015-07-26"),
    ("الأحد 12 مايو", "الأحد 12 مايو", "2019-05-12"),
    ("الجمعة 10", "الجمعة 10", "2019-05-10"),
    ("قبل يومين", "قبل يومين", "2019-05-13"),
    ("قبل نحو أسبوع", "قبل نحو أسبوع", "2019-05-08"),
    ("قبل ساعات", "قبل ساعات", "2019-05-15"),
    ("بعد أسبوعين من الآن", "بعد أسبوعين من الآن", "2019-05-29"),
    ("الجمعة من الأسبوع الماضي", "الجمعة من الأسبوع الماضي", "2019-05-10"),
    ("الاثنين الثاني", "الاثنين الثاني", "2019-05-13"),
    ("وصلت القافلة يوم 12", "12", "2019-05-12"),
    ("تلتقي الوفود في 20 الساعة 9:30", "20", "2019-04-20"),
    ("عادوا إلى قريتهم في الحادي والعشرين", "الحادي والعشرين", "2019-04-21"),
    ("سأزور المخيم الخميس", "الخميس", "2019-05-16"),
    ("في 04/22", "04/22", "2019-04-22"),
    ("نزحوا 11/12, 2016", "11/12, 2016", "2016-12-11"),
    ("قبل أسبوع ويومين", "قبل أسبوع ويومين", "2019-05-06"),
    ("شهر و 3 أيام من الآن", "شهر و 3 أيام من الآن", "2019-06-17"),
]


@pytest.mark.parametrize(("text", "words", "day"), DAYS)
def test_words_that_name_a_day_give_that_day(text: str, words: str, day: str) -> None:
    assert read(text) == [(words, day, day)]


BOTH = "الأحد (10 شوال 1436هـ) الموافق (26 يوليو 2015م)"


def test_a_day_said_in_both_calendars_is_one_time() -> None:
    assert read(BOTH) == [(BOTH, "2015-07-26", "2015-07-26")]


PERIODS = [
    ("الأسبوع الماضي", "2019-05-08", "2019-05-14"),
    ("هذا الأسبوع", "2019-05-13", "2019-05-19"),
    ("الشهر الماضي", "2019-04-01", "2019-04-30"),
    ("العام الحالي", "2019-01-01", "2019-12-31"),
    ("عام 1982", "1982-01-01", "1982-12-31"),
    ("مارس الماضي", "2019-03-01", "2019-03-31"),
    ("تشرين الأول (أكتوبر)", "2018-10-01", "2018-10-31"),
    ("يوليو عام 2014", "2014-07-01", "2014-07-31"),
    ("مطلع أبريل", "2019-04-01", "2019-04-10"),
    ("منتصف الشهر الماضي", "2019-04-11", "2019-04-20"),
    ("أواخر شباط 2016", "2016-02-21", "2016-02-29"),
    ("صيف 2012", "2012-06-01", "2012-08-31"),
    ("الصيف الماضي", "2018-06-01", "2018-08-31"),
    ("فصل الشتاء", "2018-12-01", "2019-02-28"),
    ("منتصف الصيف", "2018-07-01", "2018-08-01"),
    ("قبل عام ونصف", "2017-11-01", "2017-11-30"),
    ("أسبوع 7 أبريل", "2019-04-01", "2019-04-07"),
    ("عطلة نهاية الأسبوع", "2019-05-18", "2019-05-19"),
    ("الأسبوع المقبل من الثلاثاء إلى الخميس", "2019-05-21", "2019-05-23"),
    ("نيسان بين 3 و9", "2019-04-03", "2019-04-09"),
    ("4 - 23 أبريل", "2019-04-04", "2019-04-23"),
    ("الربع الأول من عام 2016", "2016-01-01", "2016-03-31"),
    ("اليومين الماضيين", "2019-05-13", "2019-05-14"),
    ("الأيام الثلاثة المقبلة", "2019-05-16", "2019-05-18"),
    ("خلال 24 الساعة الماضية", "2019-05-14", "2019-05-15"),
    ("خلال الـ48 ساعة", "2019-05-13", "2019-05-15"),
    ("خلال الليل", "2019-05-14", "2019-05-15"),
    ("من السبت إلى الاثنين", "2019-05-11", "2019-05-13"),
    ("بين 4 و8 أبريل", "2019-04-04", "2019-04-08"),
    ("الجمعة والسبت", "2019-05-10", "2019-05-11"),
    ("بين عامي 2006 و2009", "2006-01-01", "2009-12-31"),
    ("منتصف ليل الأحد (الاثنين)", "2019-05-12", "2019-05-13"),
    ("منذ الجمعة", "2019-05-10", None),
    ("منذ نحو أسبوع", "2019-05-08", None),
    ("منذ شهر أبريل الماضي", "2019-04-01", None),
    ("منذ بدء الحصار في مارس 2013", "2013-03-01", None),
    ("اعتبارا من الأحد المقبل", "2019-05-19", None),
    ("منذ 3 مايو 2018، وحتى فجر اليوم", "2018-05-03", "2019-05-15"),
    ("حتى يوم الجمعة", None, "2019-05-10"),
    ("قبل 20 مارس", None, "2019-03-19"),
    ("اليوم الأربعاء لمدة خمسة أيام", "2019-05-15", "2019-05-20"),
    ("لمدة ثلاثة أيام اعتبارا من الأحد المقبل", "2019-05-19", "2019-05-22"),
    ("شهر رمضان", "2019-05-06", "2019-06-03"),
    ("خلال عيد الفطر", "2018-06-15", "2018-06-17"),
    ("حزيران", "2018-06-01", "2018-06-30"),
    ("من عام 2012 حتى 2014", "2012-01-01", "2014-12-31"),
    ("من مارس حتى أبريل", "2019-03-01", "2019-04-30"),
    ("شهري شباط وآذار", "2019-02-01", "2019-03-31"),
    ("رمضان 2015", "2015-06-18", "2015-07-16"),
    ("ثمانينيات القرن الماضي", "1980-01-01", "1989-12-31"),
]


@pytest.mark.parametrize(("text", "begins", "ends"), PERIODS)
def test_words_that_name_a_period_give_its_first_and_last_day(text: str, begins: str | None, ends: str | None) -> None:
    assert read(text) == [(text.removesuffix("،"), begins, ends)]


@pytest.mark.parametrize(
    "text",
    [
        *("مؤخرا", "حاليا", "لمدة خمسة أيام", "خلال الأيام الماضية", "الأيام القليلة المقبلة", "منذ أيام"),
        *("ثلاثة أشهر", "مارس ضغوطا", "قناة روسيا اليوم", "ثورة 25 يناير", "صلاة الجمعة", "حتى الآن"),
        *("قبل يومين من الهدنة", "قبل ساعات على بدء الهدنة", "قبل أسبوع فقط من الزيارة", "قبيل الساعة الرابعة"),
        *("بعد هجمات 11 سبتمبر", "قصر 22 مايو", "في إب وسط البلاد", "بمناسبة عيد الفطر"),
        *("في اليوم الثالث", "مرتين في اليوم", "فاز 3-صفر", "رقم 2015", "جرى تعيين 24 ضابطا"),
    ],
)
def test_words_that_name_no_date_give_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أمس الجمعة", []),
        ("في 5 مايو 2014", [("5 مايو 2014", "2014-05-05", "2014-05-05")]),
        ("في 5 مايو", []),
        ("الشهر الماضي", []),
        ("منذ عام 2011", [("منذ عام 2011", "2011-01-01", None)]),
    ],
)
def test_without_a_date_of_publication_only_full_dates_are_read(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert read(text, None) == expected


def test_the_span_is_that_of_the_words_in_the_report_and_the_entry_names_the_rows() -> None:
    report = "مقدمة. وقصفت القرية ومساءَ أمسِ الثلاثاء توقف."
    base = 7
    (time,) = times(tokens(report[base:], base), report, WEDNESDAY)
    assert time.mention.text == "مساءَ أمسِ الثلاثاء" == time.mention.span.of(report)
    assert time.mention.entry == "part.evening+relative.yesterday+weekday.tuesday"


def test_the_event_named_since_which_something_lasts_keeps_its_own_date() -> None:
    text = "منذ سقوط البلدة في مارس 2013"
    (time,) = times(tokens(text), text, WEDNESDAY)
    assert time.event is not None
    assert (time.event.mention.text, time.event.begins, time.event.ends) == ("مارس 2013", "2013-03-01", "2013-03-31")


def test_a_leap_day_without_a_year_is_none_where_no_year_near_has_it() -> None:
    assert read("29 فبراير", date(2022, 3, 1)) == [("فبراير", "2022-02-01", "2022-02-28")]
    assert read("29 فبراير", date(2020, 3, 1)) == [("29 فبراير", "2020-02-29", "2020-02-29")]


@pytest.mark.parametrize("row", rows("calendar"), ids=lambda row: row.id)
def test_every_row_of_the_pack_has_an_example_with_one_of_its_forms_in_it(row: Row) -> None:
    if row["kind"] in ("futuremark", "futureself", "nofuture"):
        assert read(row["example"])
        return
    line = tokens(row["example"])
    forms = Forms((form, row) for form in row.all("form"))
    assert row["kind"] == "and" or any(forms.at(line, at) for at in range(len(line)))
    named = row["kind"] in ("name", "namer", "namerday", "notday", "few", "off", "onto", "only")
    assert bool(read(row["example"])) != named


PIECES = [form for row in rows("calendar") for form in row.all("form")] + [
    *("5", "٣١", "2015", "1436", "24/7/2015", "2015-02-30", "3-5", "4/22", "0", "99", "1 000"),
    *("ثلاثة", "الثالث", "عشرين", "والعشرين", "ألفين", "(", ")", "،", "-", "/", ".", "القرية", "قصفت", "\u0640", "ـ"),
]
EDGES = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31)) | st.sampled_from(
    [date(1, 1, 1), date(9999, 12, 31), date(2020, 2, 29), WEDNESDAY]
)


def ordered(found: tuple[Time, ...], text: str) -> None:
    end = 0
    for time in found:
        span = time.mention.span
        assert end <= span.start < span.end <= len(text)
        assert time.mention.text == span.of(text)
        assert time.begins or time.ends
        assert not (time.begins and time.ends) or date.fromisoformat(time.begins) <= date.fromisoformat(time.ends)
        end = span.end


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=9), st.sampled_from([" ", "", "  "]), EDGES | st.none())
def test_any_run_of_words_of_time_gives_ordered_spans_and_intervals(
    words: list[str], gap: str, published: date | None
) -> None:
    text = gap.join(words)
    ordered(times(tokens(text), text, published), text)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), EDGES)
def test_any_text_at_all_is_read_without_an_error(text: str, published: date) -> None:
    ordered(times(tokens(text), text, published), text)
