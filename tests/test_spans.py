"""The first rule of the house: every field points at the report's own words. And reading is pure, and never raises."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import riwaya
from riwaya.claims.claim import Claim
from riwaya.mentions.mention import Mention
from riwaya.pipeline import read, read_text
from riwaya.reports.report import Report, sealed

DAY = "2026-03-01"


def _mentions(claim: Claim) -> Iterator[Mention]:
    event = claim.event
    yield claim.content
    yield from filter(None, [claim.cue])
    for source in claim.sources:
        yield from filter(None, [source.mention, source.of])
    yield from (*event.agents, *event.targets, *event.places)
    if event.time:
        yield event.time.mention
    yield from (each.mention for each in event.quantities)


def _anchored(text: str, claims: tuple[Claim, ...]) -> None:
    for claim in claims:
        assert claim.content.text.strip()
        for mention in _mentions(claim):
            assert 0 <= mention.span.start < mention.span.end <= len(text)
            assert text[mention.span.start : mention.span.end] == mention.text
        for each in claim.event.quantities:
            assert each.high is None or each.low <= each.high


WORDS = (
    "قال وقال أكد وأضاف مضيفا نفى ننفي اتهم بحسب وفقا نقلت عن قوله إن أن بأن تردد وكانت قد حسبما في بيان تصريح "
    "المصدر مصدر عسكري وزارة الدفاع الوزارة محمد سالم الحموي الناطق باسم جيش الإسلام وكالة رويترز لوكالة عبر صفحته "
    "قصف قصفت طائرات حربية قتل مقتل وأصيب جندي مدنيين غارة انفجار سيطرت على القوات الحكومية مدينة دوما بدوما درعا حي "
    "أمس اليوم الثلاثاء الماضي منذ عشرات نحو أكثر من بين و5 خمسة ألف لا لم لن صحة لـ متهما مؤكدا التي الذي ثم فيما"
)
ODD = (
    *'«»"“”„‹›()،؛.:؟!…-ـ\n',
    "\r\n", "\u2028", "\u200e", "\u200f", "\u202b", "\u202c", "\u2067", "\u2069", "\ufeff", "\u00a0", "\u064b", "\u0650",
    "\u0651", "\u0670", "😀", "👨‍👩‍👧", "ﷲ", "ﻻ", "ﺳﻼم", "12", "٣٤", "۵۶", "3.5", "2019/3/1", "%", "e\u0301", "\x00",
)  # fmt: skip
NEWSLIKE = st.lists(
    st.tuples(
        st.one_of(st.sampled_from(WORDS.split()), st.sampled_from(ODD)), st.sampled_from(("", " ", " ", " ", "  "))
    ),
    max_size=45,
).map(lambda parts: "".join(word + gap for word, gap in parts))
ANY = st.text(st.characters(exclude_categories=("Cs",)), max_size=200)


@given(NEWSLIKE)
@settings(max_examples=150, deadline=None)
def test_every_field_of_a_newslike_text_points_at_its_words(text: str) -> None:
    claims = read_text(text, published=DAY, outlet="الشرق الأوسط")
    _anchored(text, claims)
    assert read_text(text, published=DAY, outlet="الشرق الأوسط") == claims


@given(ANY)
@settings(max_examples=100, deadline=None)
def test_no_text_makes_the_reading_raise(text: str) -> None:
    _anchored(text, read_text(text, published=DAY))


@given(st.integers(0, 40), st.sampled_from(ODD))
@settings(max_examples=60, deadline=None)
def test_a_mark_in_any_place_leaves_the_anchors_true(at: int, mark: str) -> None:
    line = (
        "قال الناطق خالد منصور لوكالة رويترز أمس إن خمسة مدنيين قتلوا في غارة على مدينة دوما ، مضيفا أن القوات انسحبت . "
        "ونفت وزارة الدفاع قصف السوق ."
    )
    words = line.split()
    text = " ".join([*words[:at], mark, *words[at:]])
    _anchored(text, read_text(text, published=DAY))


TEXT = "قال مصدر عسكري إن القصف توقف في مدينة دوما أمس. وأضاف المصدر أن القوات سيطرت على الجسر."


def test_claims_stand_in_the_order_of_their_words_under_ids_of_their_own() -> None:
    claims = read_text(TEXT, published=DAY)
    assert len(claims) == 2
    assert [claim.content.span for claim in claims] == sorted(claim.content.span for claim in claims)
    assert len({claim.id for claim in claims}) == len(claims)
    assert {claim.report for claim in claims} == {sealed(TEXT.encode())}


def test_a_report_and_its_text_are_read_alike() -> None:
    report = Report(sealed(TEXT.encode()), TEXT, TEXT.encode(), published=date(2026, 3, 1))
    assert read(report) == read_text(TEXT, published=DAY) == read_text(TEXT, published=date(2026, 3, 1))


def test_the_package_reads_as_the_pipeline_does() -> None:
    assert riwaya.read(TEXT, published=DAY) == read_text(TEXT, published=DAY)


def test_without_a_day_of_publication_yesterday_is_no_date() -> None:
    time = read_text(TEXT)[0].event.time
    assert time is None or (time.begins, time.ends) == (None, None)


def test_a_day_that_is_no_date_is_refused() -> None:
    with pytest.raises(ValueError, match="month"):
        read_text(TEXT, published="2026-13-01")


def test_a_text_without_words_gives_no_claim() -> None:
    assert read_text("") == read_text(" \n ") == read_text("…") == ()


def test_what_an_outlet_prints_on_every_page_is_no_claim() -> None:
    assert all(
        "تابعونا" not in claim.content.text for claim in read_text(TEXT + "\nتابعونا على تلغرام.", published=DAY)
    )
