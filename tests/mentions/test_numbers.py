"""Numbers in Arabic text: what they are worth, which words they rest on, and that nothing breaks them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words  # type: ignore[import-untyped]

from riwaya.mentions.numbers import numbers
from riwaya.mentions.numerals.numeral import numeral
from riwaya.words.match import Forms
from riwaya.words.pack import Row, rows
from riwaya.words.token import tokens

VALUES = [
    ("خمسة جنود", 5, 5),
    ("٢٥ صاروخا", 25, 25),
    ("۲۵ صاروخا", 25, 25),
    ("1,234 خيمة", 1234, 1234),
    ("١٬٢٣٤ خيمة", 1234, 1234),
    ("30.300 خيمة", 30300, 30300),
    ("4.871 مليار دينار", 4.871e9, 4.871e9),
    ("1 234 567 خيمة", 1234567, 1234567),
    ("تسعة وعشرين مقاتلا", 29, 29),
    ("ثماني عشرة غارة", 18, 18),
    ("أحد عشر جريحا", 11, 11),
    ("إحدى وعشرين قرية", 21, 21),
    ("مئة وخمسون ألفا", 150_000, 150_000),
    ("ثلاثمائة وخمسة عشر", 315, 315),
    ("ألفا نازح", 2000, 2000),
    ("ألفا و200 نازح", 1200, 1200),
    ("مئتي خيمة", 200, 200),
    ("مليونين ونصف", 2.5e6, 2.5e6),
    ("مليون ونصف المليون", 1.5e6, 1.5e6),
    ("50 ألف شخص", 50_000, 50_000),
    ("4.6 مليون شخص", 4.6e6, 4.6e6),
    ("نصف مليون شخص", 500_000, 500_000),
    ("ثلاثة أرباع المدينة", 0.75, 0.75),
    ("بثلاثة جنود", 3, 3),
    ("لـ5 جنود", 5, 5),
    ("سالب خمسة", -5, -5),
    ("خمسة فاصلة ثلاثة", 5.3, 5.3),
    ("26،013 خيمة", 26013, 26013),
    ("خمس السكان", 0.2, 0.2),
    ("خمس قرى", 5, 5),
    ("ثلاثة وخمس", 3.2, 3.2),
    ("مئة ودزينة", 112, 112),
    ("درجة الحرارة -5", -5, -5),
    ("عشرات الخيام", 20, None),
    ("مئات الخيام", 200, None),
    ("آلاف الخيام", 2000, None),
    ("عشرات الآلاف", 20_000, None),
    ("بضعة جنود", 3, 9),
    ("بضع مئات", 300, 900),
    ("أكثر من 50 غارة", 50, None),
    ("ما لا يقل عن سبعة", 7, None),
    ("نحو ثلاثين مسلحا", 30, 30),
    ("أقل من عشرة جنود", 0, 10),
    ("ما يصل إلى 700 مقاتل", 0, 700),
    ("7 مدنيين على الأقل", 7, None),
    ("خمسة أو أكثر", 5, None),
    ("بين 3 و5 جنود", 3, 5),
    ("بين 3 و5 آلاف", 3000, 5000),
    ("ما بين عشرة وعشرين", 10, 20),
    ("من 10 إلى 15 صاروخا", 10, 15),
    ("20-30 خيمة", 20, 30),
    ("ثلاثة أو أربعة جرحى", 3, 4),
    ("أكثر من 20 وأقل من 35", 20, 35),
    ("30 في المئة", 30, 30),
    ("%50", 50, 50),
]


@pytest.mark.parametrize(("text", "low", "high"), VALUES)
def test_a_number_has_the_bounds_its_words_give(text: str, low: float, high: float | None) -> None:
    found = numbers(tokens(text))
    assert [(n.low, n.high) for n in found] == [(low, high)]


SPANS = [
    ("قتل أكثر من 50 جنديا", "أكثر من 50", "50", None),
    ("مقتل 7 مدنيين على الأقل", "7", "7", "على الأقل"),
    ("قتل بنحو 30 قذيفة", "نحو 30", "30", None),
    ("بين 3 و5 آلاف نازح", "بين 3 و5 آلاف", "3 و5 آلاف", None),
    ("وخمسة جنود", "خمسة", "خمسة", None),
    ("مُقتلُ خَمْسَةٍ وعِشرين", "خَمْسَةٍ وعِشرين", "خَمْسَةٍ وعِشرين", None),
    ("نسبة 30 في المئة", "30 في المئة", "30", None),
]


@pytest.mark.parametrize(("text", "span", "core", "bound"), SPANS)
def test_a_number_points_at_its_words_its_core_and_a_bound_that_stands_apart(
    text: str, span: str, core: str, bound: str | None
) -> None:
    (found,) = numbers(tokens(text))
    assert found.core is not None
    words = (found.span.of(text), found.core.of(text), found.bound.of(text) if found.bound else None)
    assert words == (span, core, bound)


FORMS = [
    ("الثالث", "ordinal"),
    ("الحادي والعشرين", "ordinal"),
    ("30%", "percent"),
    ("نسبة 30", "percent"),
    ("ثلث القوات", "fraction"),
    ("مئات الخيام", "vague"),
    ("خمس خيام", "words"),
    ("5 خيام", "digits"),
]


@pytest.mark.parametrize(("text", "form"), FORMS)
def test_a_number_says_how_it_was_written(text: str, form: str) -> None:
    assert [n.form for n in numbers(tokens(text))] == [form]


SEVERAL = [
    ("ارتفع عدد القتلى من 5 إلى 10", [5, 10]),
    ("7 مدنيين على الأقل و5 جنود", [7, 5]),
    ("خمسة آلاف جندي وثلاث دبابات", [5000, 3]),
    ("قتل 3 من 20 جنديا", [3, 20]),
]


@pytest.mark.parametrize(("text", "lows"), SEVERAL)
def test_numbers_that_belong_to_two_counts_stay_two(text: str, lows: list[float]) -> None:
    assert [n.low for n in numbers(tokens(text))] == lows


@pytest.mark.parametrize(
    "text", ["أحد الجنود", "كميات من الذخيرة", "في 24/7/2015", "الساعة 8:30", "rqt=305&sq=20", "1M", "وأحد المواقع"]
)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert numbers(tokens(text)) == ()


def test_a_share_is_a_fraction_only_where_it_is_asked_for() -> None:
    assert [n.low for n in numbers(tokens("3 من 12"), ratios=True)] == [0.25]
    assert [n.low for n in numbers(tokens("مئتان وثلاثة أجزاء من مئة"), ratios=True)] == [200.03]


@pytest.mark.parametrize("value", [*range(10_000), 10_101, 99_999, 123_456, 1_000_000, 2_000_200, 7_654_321])
def test_a_number_written_out_reads_back_as_itself(value: int) -> None:
    words = re.sub(r"\s+", " ", num2words(value, lang="ar")).strip() + " رجل"  # it writes the form before a noun
    line = tokens(words)
    found = numeral(line, 0)
    assert found is not None and (found.low, found.last) == (value, len(line) - 2), words


@pytest.mark.parametrize("row", rows("numbers"), ids=lambda row: row.id)
def test_every_row_of_the_pack_has_an_example_that_holds_one_of_its_forms_and_a_number(row: Row) -> None:
    line = tokens(row["example"])
    forms = Forms((form, row) for form in row.all("form"))
    held = any(forms.at(line, at) for at in range(len(line))) or row["kind"] in ("and", "article", "to")
    assert held
    assert bool(numbers(line, ratios=True)) == (row["kind"] != "not")


PIECES = [form for row in rows("numbers") for form in row.all("form")] + [
    "5",
    "٣",
    "1,5",
    "12-20",
    "3/4",
    "جندي",
    "،",
    "\u0640",
    "و",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from([" ", "", "  "]))
def test_any_run_of_number_words_gives_ordered_spans_inside_the_text(words: list[str], gap: str) -> None:
    text = gap.join(words)
    end = 0
    for found in numbers(tokens(text)):
        assert found.core is not None
        assert found.span.start <= found.core.start and found.core.end <= found.span.end
        assert end <= found.span.start < found.span.end <= len(text)
        assert found.high is None or found.low <= found.high
        end = found.span.end


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_any_text_at_all_is_read_without_an_error(text: str) -> None:
    assert all(found.span.end <= len(text) for found in numbers(tokens(text)))
