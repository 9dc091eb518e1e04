"""How a report's text becomes sentences: where one ends, what holds it together, and what is left out."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.passages.split import split
from riwaya.words.span import Span

SENTENCES = [
    ("توقف القصف. عاد السكان.", ["توقف القصف.", "عاد السكان."]),
    ("هل توقف القصف؟ لا أحد يعرف!", ["هل توقف القصف؟", "لا أحد يعرف!"]),
    ("توقف القصف\nعاد السكان", ["توقف القصف", "عاد السكان"]),
    ("توقف القصف\r\n\r\nعاد السكان", ["توقف القصف", "عاد السكان"]),
    ("توقف القصف\u2028عاد السكان", ["توقف القصف", "عاد السكان"]),
    ("توقف القصف... ثم عاد.", ["توقف القصف...", "ثم عاد."]),
    ("ارتفع السعر إلى 3.5 دينار.", ["ارتفع السعر إلى 3.5 دينار."]),
    ("وصل أ. سالم إلى البلدة.", ["وصل أ. سالم إلى البلدة."]),
    ("قال «توقف القصف. عاد السكان» ثم غادر.", ["قال «توقف القصف. عاد السكان» ثم غادر."]),
    ("قال «توقف القصف. عاد السكان.» ثم غادر.", ["قال «توقف القصف. عاد السكان.»", "ثم غادر."]),
    ("قال «توقف القصف. عاد السكان", ["قال «توقف القصف.", "عاد السكان"]),
    ("توقف القصف", ["توقف القصف"]),
    ("", []),
    (" \n\t\n ", []),
]


@pytest.mark.parametrize(("text", "due"), SENTENCES)
def test_a_sentence_ends_at_its_stop_and_not_inside_a_closed_quotation(text: str, due: list[str]) -> None:
    assert [sentence.span.of(text) for sentence in split(text)] == due


def test_paragraphs_are_counted_from_nought() -> None:
    assert [sentence.paragraph for sentence in split("توقف القصف. عاد السكان.\nفتح السوق.")] == [0, 0, 1]


def test_what_is_left_out_is_in_no_sentence() -> None:
    text = "توقف القصف. تابعونا على القناة. عاد السكان."
    left_out = Span(text.index("تابعونا"), text.index(" عاد"))
    assert [sentence.span.of(text) for sentence in split(text, (left_out,))] == ["توقف القصف.", "عاد السكان."]


def test_a_quotation_too_long_to_bear_is_cut_at_its_stops() -> None:
    text = "قال «" + "عاد السكان إلى القرية. " * 80 + "»."
    assert len(split(text)) > 40


@given(st.text(alphabet='قال.؟!…«»"“” \nب3', max_size=60))
@settings(max_examples=100, deadline=None)
def test_sentences_are_in_order_apart_and_lose_no_word(text: str) -> None:
    found = split(text)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert _unspaced(" ".join(sentence.span.of(text) for sentence in found)) == _unspaced(text)


def _unspaced(text: str) -> str:
    return "".join(text.split())
