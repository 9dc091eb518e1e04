"""Telling what a reading gives while it goes on: failures at once, claims report by report, the counts at the end."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from riwaya.claims.claim import Claim
from riwaya.claims.record import record
from riwaya.terminal.claim_lines import claim_lines, heading
from riwaya.terminal.progress import HANDFUL, Bar
from riwaya.terminal.reading import BY_HAND, Outcome
from riwaya.terminal.screen import Screen, write_json
from riwaya.terminal.tally import Tally, plural, print_tally


class Telling(StrEnum):
    """What is printed of a reading: the counts, the claims with the counts, or one JSON line a report."""

    SUMMARY = "summary"
    CLAIMS = "claims"
    CODEBOOK = "codebook"


def told(
    read: Iterable[Outcome], telling: Telling | None, screen: Screen, bar: Bar, *, quiet: bool, least: float = 0.0
) -> Iterator[Outcome]:
    """Print each outcome as it comes, and give it on; `quiet` leaves out the doubts about reports, `least` the claims
    whose confidence is smaller.

    Without a `telling` the claims of a handful of reports are printed.
    """
    reports = 0
    doubts = 0
    for outcome in read:
        bar.move(outcome.done, len(outcome.claims))
        if outcome.failure:
            bar.complain(outcome.failure)
        elif telling is Telling.CODEBOOK and outcome.report:
            write_json(record(outcome.report, _sure(outcome.claims, least)))
        elif telling is Telling.CLAIMS or (telling is None and reports < HANDFUL):
            _print_report(outcome, screen, least)
        for doubt in () if quiet else _doubts(outcome):
            doubts += 1
            if doubts <= HANDFUL:
                bar.complain(doubt)
        reports += not outcome.failure
        yield outcome
    if doubts > HANDFUL:
        left = plural(doubts - HANDFUL, "more doubt")
        bar.complain(f"{left} about reports not printed here; `riwaya show REPORT` tells those of a report")


def _doubts(outcome: Outcome) -> Iterator[str]:
    if outcome.report and not outcome.known and not outcome.failure:
        yield from (f"{outcome.name}: {doubt}" for doubt in outcome.report.doubts if not doubt.startswith(BY_HAND))


def _sure(claims: Iterable[Claim], least: float) -> list[Claim]:
    """The claims that are as sure as is asked for; one whose confidence nobody weighed is."""
    return [claim for claim in claims if claim.confidence is None or claim.confidence >= least]


def _print_report(outcome: Outcome, screen: Screen, least: float) -> None:
    if outcome.report is None:
        return
    shown = _sure(outcome.claims, least)
    left = f", {len(outcome.claims) - len(shown)} less sure not shown" if len(shown) < len(outcome.claims) else ""
    note = plural(len(outcome.claims), "claim") + left + (", in the ledger already" if outcome.known else "")
    screen.line(heading(outcome.report, note))
    for claim in shown:
        screen.lines(claim_lines(claim, screen.width))
    screen.line()


def print_counts(tally: Tally, telling: Telling | None, kept_in: str, screen: Screen) -> None:
    """Print what the reading came to, unless what is printed is for a program."""
    if telling is Telling.CODEBOOK:
        return
    print_tally(tally, kept_in, screen)
    left = tally.read + tally.known - HANDFUL
    if telling is None and left > 0:
        see = "`riwaya claims` lists them all" if kept_in else "--print claims prints them all"
        screen.line(f"  the claims of {plural(left, 'more report')} are not printed here: {see}")
