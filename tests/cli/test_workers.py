"""Several processes give what one would, and one that is killed costs its own report alone."""

import os

import pytest

from riwaya.claims.claim import Claim, Event
from riwaya.mentions.mention import Mention
from riwaya.reports.report import Report
from riwaya.terminal.workers import attempt, drawn
from riwaya.words.span import Span

READY = "RIWAYA_TEST_READY"
REPORTS = [Report(str(number), f"text {number}", b"") for number in range(30)]


def one_claim(report: Report) -> tuple[Claim, ...]:
    content = Mention(Span(0, len(report.text)), report.text)
    return (Claim(f"{report.id}#1", report.id, content, None, (), "narrative", "assert", "certain", Event("other")),)


def fragile(report: Report) -> tuple[Claim, ...]:
    if report.id == "7":
        os._exit(9)  # as a process that the system kills for want of memory
    if report.id == "9":
        raise ZeroDivisionError("an invented defect")
    return one_claim(report)


def ready() -> None:
    os.environ[READY] = "yes"


def once_ready(report: Report) -> tuple[Claim, ...]:
    return one_claim(report) if READY in os.environ else ()


@pytest.mark.parametrize("jobs", [1, 3])
def test_claims_come_in_the_order_of_the_reports(jobs: int) -> None:
    found = list(drawn(REPORTS, lambda report: report, one_claim, jobs))
    assert [report for report, _ in found] == REPORTS
    assert [claims for _, claims in found] == [one_claim(report) for report in REPORTS]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_process_is_made_ready_before_its_first_report(jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(READY, raising=False)
    found = list(drawn(REPORTS[:4], lambda report: report, once_ready, jobs, ready))
    assert [claims for _, claims in found] == [one_claim(report) for report in REPORTS[:4]]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_not_pending_passes_by(jobs: int) -> None:
    found = list(drawn(REPORTS[:4], lambda report: report if report.id == "2" else None, one_claim, jobs))
    assert [claims is not None for _, claims in found] == [False, False, True, False]


def test_a_killed_process_costs_its_report_alone() -> None:
    found = {report.id: claims for report, claims in drawn(REPORTS[:12], lambda report: report, fragile, 2)}
    assert "was killed" in found.pop("7")  # type: ignore[operator]
    assert "a defect in Riwaya" in found.pop("9")  # type: ignore[operator]
    assert all(isinstance(claims, tuple) for claims in found.values())
    assert len(found) == 10


def test_a_defect_is_told_in_one_line_with_its_place() -> None:
    told = attempt(fragile, REPORTS[9])
    assert isinstance(told, str)
    assert "ZeroDivisionError: an invented defect in fragile, test_workers.py:" in told
    assert "\n" not in told
