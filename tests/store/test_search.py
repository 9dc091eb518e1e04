"""Words are found in every spelling and with what is glued before them, whatever a user types."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import claims, report

from riwaya.claims.claim import Claim
from riwaya.mentions.mention import Mention
from riwaya.reports.report import Report, sealed
from riwaya.store.seam import LedgerError, Question
from riwaya.store.sqlite import SqliteLedger, open_ledger
from riwaya.words.span import Span

NOW = datetime(2020, 1, 1, tzinfo=UTC)
WRITTEN = (
    "قصف", "القصف", "والقصف", "بقصف", "للقصف", "وبالقصف", "فقصف", "كالقصف", "قَصْفٌ", "قصـــف", "تقصف", "مقصف", "قاصف",
)  # fmt: skip
FOUND = set(WRITTEN) - {"تقصف", "مقصف", "قاصف"}


def holding(path: Path, texts: tuple[str, ...]) -> SqliteLedger:
    ledger = open_ledger(path, create=True)
    plainest = claims(report())[2]
    for text in texts:
        original = text.encode()
        of = Report(sealed(original), text, original)
        content = Mention(Span(0, len(text)), text)
        event = replace(plainest.event, agents=())
        told: Claim = replace(plainest, id=f"{of.id[:12]}#1", report=of.id, content=content, event=event)
        ledger.keep(of, (told,), NOW)
    return ledger


def contents(ledger: SqliteLedger, words: str) -> set[str]:
    return {claim.content.text for _, claim in ledger.ask(Question(words=words))}


@pytest.mark.parametrize("typed", ["قصف", "القصف", "قَصف", "والقصف", "للقصف", "  قصف !"])
def test_a_word_is_found_with_every_clitic_before_it(tmp_path: Path, typed: str) -> None:
    assert contents(holding(tmp_path / "a.ledger", WRITTEN), typed) == FOUND


SPELLINGS = [
    ("إطلاق", "اطلاق"), ("مدينه", "مدينة"), ("على", "علي"), ("مسؤول", "مسوول"), ("٤٠٠", "400"), ("400", "۴۰۰"),
    ("SANA", "sana"), ("كتيبة", "کتیبة"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "written"), SPELLINGS)
def test_a_word_is_found_in_every_spelling(tmp_path: Path, typed: str, written: str) -> None:
    assert contents(holding(tmp_path / "a.ledger", (written, "غيره")), typed) == {written}


TEXTS = ("وقف إطلاق النار", "إطلاق الوقف والنار", "ووقف إطلاق القذائف")
PHRASES = [
    ("وقف إطلاق", {"وقف إطلاق النار", "إطلاق الوقف والنار", "ووقف إطلاق القذائف"}),
    ('"وقف إطلاق"', {"وقف إطلاق النار", "ووقف إطلاق القذائف"}),
    ('"وقف إطلاق النار"', {"وقف إطلاق النار"}),
    ('"وقف إطلاق" قذائف', {"ووقف إطلاق القذائف"}),
    ("قذا*", {"ووقف إطلاق القذائف"}),
    ("قذا", set()),
    ("وقف غارات", set()),
]


@pytest.mark.parametrize(("typed", "found"), PHRASES)
def test_words_are_all_asked_for_and_quoted_words_side_by_side(tmp_path: Path, typed: str, found: set[str]) -> None:
    assert contents(holding(tmp_path / "a.ledger", TEXTS), typed) == found


def test_a_name_is_found_with_its_article_but_not_without_it(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path / "a.ledger", create=True)
    ledger.keep(report(), claims(report()), NOW)
    assert ledger.number(Question(actor="نخيل")) == 1
    assert ledger.number(Question(actor="النخيل")) == 1
    assert ledger.number(Question(source="الناطق")) == 0


@pytest.mark.parametrize("typed", ["؟!", '""', "*", "…", "-"])
def test_a_question_without_a_word_is_refused(tmp_path: Path, typed: str) -> None:
    with pytest.raises(LedgerError, match="no word or number"):
        contents(holding(tmp_path / "a.ledger", TEXTS), typed)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> SqliteLedger:
    return holding(tmp_path_factory.mktemp("shelf") / "a.ledger", TEXTS)


@given(st.text(st.sampled_from("قصفوال \"*()^:-+{}'AND OR NOT NEAR content_٤4é\x00\u202e"), max_size=40))
def test_nothing_typed_is_taken_for_a_command(shelf: SqliteLedger, typed: str) -> None:
    try:
        found = contents(shelf, typed)
    except LedgerError as error:
        assert "no word or number" in str(error)
    else:
        assert found <= set(TEXTS)
