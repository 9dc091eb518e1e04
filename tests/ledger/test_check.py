"""An entry finds every change to the report and the claims that were kept under it."""

from dataclasses import replace
from datetime import date

import pytest

from riwaya.claims.claim import Claim, Event
from riwaya.ledger.check import flaws
from riwaya.ledger.entry import Entry, canonical, digest, taken
from riwaya.mentions.mention import Mention
from riwaya.reports.report import Report, sealed
from riwaya.words.span import Span

TEXT = "قال ناطق إن القصف توقف."
REPORT = Report(sealed(TEXT.encode()), TEXT, TEXT.encode(), outlet="الواحة", published=date(2019, 5, 2))
CONTENT = Mention(Span(12, 22), "القصف توقف")
CUE = Mention(Span(0, 3), "قال")
CLAIM = Claim("c#1", REPORT.id, CONTENT, CUE, (), "indirect", "assert", "certain", Event("shelling"))
ENTRY = Entry(4, "report", "2020-01-01T00:00:00+00:00", taken(REPORT, [CLAIM]))


def test_what_is_as_it_was_written_has_no_flaw() -> None:
    assert list(flaws(ENTRY, REPORT, [CLAIM])) == []


CHANGES = [
    (replace(REPORT, original=b"another"), [CLAIM], "SHA-256"),
    (replace(REPORT, text=TEXT + " "), [CLAIM], "text is not the one"),
    (replace(REPORT, text=" " + TEXT), [CLAIM], "characters 12 to 22"),
    (replace(REPORT, published=None), [CLAIM], "date or key"),
    (replace(REPORT, title="another"), [CLAIM], "title"),
    (replace(REPORT, doubts=("a doubt",)), [CLAIM], "was changed"),
    (REPORT, [], "0 claims are kept where 1"),
    (REPORT, [CLAIM, CLAIM], "2 claims are kept where 1"),
    (REPORT, [replace(CLAIM, act="deny")], "not the one that was written"),
    (REPORT, [replace(CLAIM, content=CONTENT._replace(entry="another"))], "not the one that was written"),
    (REPORT, [replace(CLAIM, content=CONTENT._replace(span=Span(11, 21)))], "characters 11 to 21"),
]


@pytest.mark.parametrize(("report", "claims", "said"), CHANGES)
def test_a_change_is_told_with_its_entry(report: Report, claims: list[Claim], said: str) -> None:
    found = [str(flaw) for flaw in flaws(ENTRY, report, claims)]
    assert any(said in flaw for flaw in found)
    assert all(flaw.startswith("entry 4, ") for flaw in found)


def test_an_entry_holds_digests_and_no_words() -> None:
    body = canonical(taken(REPORT, [CLAIM])).decode()
    assert body.isascii()
    assert digest({"b": 1, "a": "ا"}) == digest({"a": "ا", "b": 1}) != digest({"a": "ا", "b": 2})
