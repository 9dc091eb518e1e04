"""A ledger gives back what was kept, once, and refuses what is no ledger."""

import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from invented import claims, report

from riwaya.store.seam import LedgerError, Question
from riwaya.store.sqlite import SqliteLedger, open_ledger

NOW = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "some.ledger"


def filled(path: Path, number: int = 3) -> SqliteLedger:
    ledger = open_ledger(path, create=True)
    for each in range(1, number + 1):
        ledger.keep(report(each), claims(report(each)), NOW)
    return ledger


def test_a_report_and_its_claims_come_back_as_they_were_kept(path: Path) -> None:
    filled(path).close()
    ledger = open_ledger(path)
    assert ledger.report("invented-2") == report(2)
    assert ledger.claims_of(report(2).id) == claims(report(2))
    assert list(ledger.flaws()) == []


def test_a_ledger_of_the_first_version_is_brought_up(path: Path) -> None:
    filled(path).close()
    with sqlite3.connect(path) as db:
        db.executescript(
            "DROP INDEX ix_claims_confidence; ALTER TABLE claims DROP COLUMN confidence;"
            "UPDATE schema_version SET version = 1;"
        )
    db.close()
    ledger = open_ledger(path)
    assert ledger.claims_of(report(2).id) == claims(report(2))
    assert len(list(ledger.ask(Question(min_confidence=0.9)))) == 3 * len(claims(report(2)))
    assert ledger.keep(report(9), claims(report(9)), NOW)
    assert list(ledger.flaws()) == []


def test_a_report_without_claims_and_without_a_date_is_kept_too(path: Path) -> None:
    ledger = open_ledger(path, create=True)
    bare = report(7, published=None, key="", outlet="")
    assert ledger.keep(bare, (), NOW)
    assert ledger.report(bare.id) == bare
    assert list(ledger.flaws()) == []


def test_keeping_the_same_report_twice_adds_nothing(path: Path) -> None:
    ledger = filled(path)
    before = ledger.counts()
    assert not ledger.keep(report(2), claims(report(2))[:1], NOW)
    assert ledger.counts() == before
    assert ledger.claims_of(report(2).id) == claims(report(2))


def test_a_report_that_cannot_be_kept_whole_leaves_no_trace(path: Path) -> None:
    ledger = filled(path)
    before = ledger.counts()
    twice = (claims(report(9))[0], claims(report(9))[0])
    with pytest.raises(Exception, match="UNIQUE"):
        ledger.keep(report(9), twice, NOW)
    assert ledger.counts() == before
    assert not ledger.has(report(9).id)
    assert list(ledger.flaws()) == []


@pytest.mark.parametrize("length", [6, 12, 64])
def test_a_report_is_found_by_the_start_of_its_id(path: Path, length: int) -> None:
    assert filled(path).report(report(2).id[:length]).id == report(2).id


def test_a_claim_is_found_by_report_and_number(path: Path) -> None:
    ledger = filled(path)
    assert ledger.claim(f"{report(2).id[:6]}#2")[1] == claims(report(2))[1]
    assert ledger.claim("invented-2#3")[1] == claims(report(2))[2]


@pytest.mark.parametrize(
    ("reference", "said"),
    [("invented-9", "has no report"), ("", "empty reference"), ("zz%", "has no report"), ("_", "has no report")],
)
def test_an_unknown_report_is_named(path: Path, reference: str, said: str) -> None:
    with pytest.raises(LedgerError, match=said):
        filled(path).report(reference)


@pytest.mark.parametrize(
    ("reference", "said"),
    [("invented-2#9", "no claim #9"), ("invented-2", "names no claim"), ("#2", "names no claim"), ("a#b", "no claim")],
)
def test_an_unknown_claim_is_named(path: Path, reference: str, said: str) -> None:
    with pytest.raises(LedgerError, match=said):
        filled(path).claim(reference)


def test_an_ambiguous_start_names_the_reports_it_could_mean(path: Path) -> None:
    ledger = filled(path, 40)
    first = next(c for c in "0123456789abcdef" if sum(report(n).id.startswith(c) for n in range(1, 41)) > 1)
    with pytest.raises(LedgerError, match="means several reports"):
        ledger.report(first)


def test_a_ledger_that_is_not_there_is_not_made_by_looking(path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no ledger"):
        open_ledger(path)
    assert not path.exists()


def foreign_text(path: Path) -> None:
    path.write_text("a letter, not a ledger\n")


def foreign_database(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE cats (name)")


def newer_ledger(path: Path) -> None:
    open_ledger(path, create=True).close()
    with sqlite3.connect(path) as db:
        db.execute("UPDATE schema_version SET version = 99")


def folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (foreign_text, "is not a ledger"),
        (foreign_database, "is a database, but no ledger"),
        (newer_ledger, "written by a newer Riwaya"),
        (folder, "is a folder"),
    ],
)
def test_a_file_that_is_no_ledger_is_refused_and_left_alone(path: Path, make: object, said: str) -> None:
    make(path)  # type: ignore[operator]
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(LedgerError, match=said):
        open_ledger(path, create=True)
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_an_empty_file_becomes_a_ledger(path: Path) -> None:
    path.touch()
    assert open_ledger(path, create=True).counts().reports == 0


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="does not exist"):
        open_ledger(tmp_path / "nowhere" / "a.ledger", create=True)


def test_two_hands_can_write_in_turn(path: Path) -> None:
    one, other = open_ledger(path, create=True), open_ledger(path, create=True)
    for number in range(6):
        hand = (one, other)[number % 2]
        assert hand.keep(report(number), claims(report(number)), NOW)
        assert not (other, one)[number % 2].keep(report(number), claims(report(number)), NOW)
    assert one.counts() == other.counts()
    assert list(one.flaws()) == []


QUESTIONS = [
    (Question(), 9),
    (Question(limit=4), 4),
    (Question(act="deny"), 3),
    (Question(type="airstrike"), 6),
    (Question(denied=True), 3),
    (Question(denied=False), 6),
    (Question(source="وكالة الواحة"), 3),
    (Question(source="النخيل"), 3),
    (Question(source="شهود", type="airstrike"), 3),
    (Question(actor="كتيبة النخيل"), 3),
    (Question(actor="nothing like it", actor_entries=("actor.nakhil",)), 3),
    (Question(place="حي الزهور"), 3),
    (Question(place="nowhere", place_entries=("place.zuhur",)), 3),
    (Question(place="النخيل"), 0),
    (Question(since=date(2019, 5, 2)), 6),
    (Question(until=date(2019, 5, 1)), 3),
    (Question(since=date(2019, 5, 1), until=date(2019, 5, 1)), 3),
    (Question(since=date(2020, 1, 1)), 0),
]


@pytest.mark.parametrize(("question", "number"), QUESTIONS)
def test_questions_narrow_what_is_listed(path: Path, question: Question, number: int) -> None:
    ledger = filled(path)
    assert len(list(ledger.ask(question))) == number
    assert ledger.number(question) == (9 if question.limit else number)


def test_claims_are_listed_by_date_then_in_the_order_of_the_text(path: Path) -> None:
    ledger = open_ledger(path, create=True)
    for number, day in ((1, date(2019, 5, 3)), (2, None), (3, date(2019, 5, 1))):
        ledger.keep(report(number, published=day), claims(report(number)), NOW)
    listed = [(head.key, claim.id[-1]) for head, claim in ledger.ask(Question())]
    assert listed == [(f"invented-{number}", place) for number in (3, 1, 2) for place in "123"]
