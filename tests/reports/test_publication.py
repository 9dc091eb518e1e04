"""The day of publication, from what sources write."""

from datetime import date

import pytest

from riwaya.reports.publication import day

THE_DAY = date(2018, 4, 6)


@pytest.mark.parametrize(
    "words",
    [
        "2018-04-06", "2018-04-06T23:30:00Z", "2018-04-06T23:30:00.5+03:00", "2018-04-06 10:00", "20180406",
        "2018/4/6",
        "20180406T101500Z", "٢٠١٨-٠٤-٠٦", "٠٦-٠٤-٢٠١٨ ١٠:٣٠ ص", "۲۰۱۸/۰۴/۰۶",
        "6/4/2018", "06.04.2018", "الجمعة 6/4/2018",
        "Fri, 06 Apr 2018 10:00:00 GMT", "Fri, 6 Apr 2018 23:00:00 -0500", "1522972800",
        "1522972800000", " 2018-04-06 ",
    ],
)  # fmt: skip
def test_these_words_name_the_sixth_of_april(words: str) -> None:
    assert day(words)[0] == THE_DAY


@pytest.mark.parametrize(
    ("words", "order"), [("25/04/2018", ""), ("04/25/2018", "month/day/year"), ("6/4/2018", "day/month/year")]
)
def test_an_unusual_or_open_order_is_doubted(words: str, order: str) -> None:
    published, doubts = day(words)
    assert published is not None
    assert " ".join(doubts).endswith(order) and bool(doubts) == bool(order)


@pytest.mark.parametrize(
    ("words", "doubt"),
    [
        ("", "no date of publication is given"),
        ("null", "no date of publication is given"),
        ("2015-02-31", "2015-02-31 is not a date"),
        ("31/13/2015", "31/13/2015 is not a date"),
        ("0000-00-00", "is not a date"),
        ("1015-05-05", "1015-05-05 is not a date"),
        ("2999-01-01", "2999-01-01 is not a date"),
        ("20/7/1439", "is it Hijri?"),
        ("7 نيسان 2018", "7 نيسان 2018 is not understood"),
        ("2018", "is not understood"),
        ("2018-04-06 / 2018-04-07", "several dates"),
        ("Fri, 99 Apr 20180 10:00:00 GMT", "is not"),
    ],
)
def test_what_is_no_date_is_named_in_a_doubt(words: str, doubt: str) -> None:
    published, doubts = day(words)
    assert published is None
    assert doubt in doubts[0]
