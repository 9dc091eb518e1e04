"""Reading files into claims and, where there is one, into a ledger: whatever fails is told and the rest is done."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from riwaya.claims.claim import Claim
from riwaya.reports.publication import day
from riwaya.reports.report import Report, Unreadable
from riwaya.reports.take import take
from riwaya.store.seam import Ledger
from riwaya.terminal.paths import Input
from riwaya.terminal.workers import Draw, Ready, at_once, defect, drawn

BY_HAND = "not said by the report but given by its reader:"
_UNDATED = day("")[1]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one report: its claims, or why there are none; `known` where the ledger had it already.

    `done` are the bytes of input that are through with it.
    """

    name: str
    report: Report | None = None
    claims: tuple[Claim, ...] = ()
    failure: str = ""
    known: bool = False
    done: int = 0


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of reports that do not say it themselves."""

    published: date | None = None
    outlet: str = ""

    def completing(self, report: Report) -> Report:
        """The report, what it lacks filled in, and a doubt that says so."""
        doubts = report.doubts
        if self.published and not report.published:
            # An impossible date stays a doubt; that there is none is mended.
            doubts = (*(doubt for doubt in doubts if doubt not in _UNDATED), f"{BY_HAND} published {self.published}")
        if self.outlet and not report.outlet:
            doubts = (*doubts, f"{BY_HAND} outlet {self.outlet}")
        return replace(
            report,
            published=report.published or self.published,
            outlet=report.outlet or self.outlet,
            doubts=doubts,
        )


def outcomes(
    files: Iterable[Input | Unreadable],
    draw: Draw,
    *,
    ledger: Ledger | None,
    given: Given,
    jobs: int = 1,
    ready: Ready = at_once,
) -> Iterator[Outcome]:
    """One outcome a report, in the order of the files; with a ledger, each is kept before it is given out."""

    def known(outcome: Outcome) -> bool:
        return bool(ledger and outcome.report and ledger.has(outcome.report.id))

    taken = (replace(each, known=True) if known(each) else each for each in _taken(files, given))
    for outcome, result in drawn(taken, _pending, draw, jobs, ready):
        if outcome.report is None or outcome.failure:
            yield outcome
        elif outcome.known and ledger:
            yield replace(outcome, claims=ledger.claims_of(outcome.report.id))
        elif isinstance(result, str):
            yield replace(outcome, failure=f"{outcome.name}: {result}")
        else:
            yield _kept(outcome, result or (), ledger)


def _pending(outcome: Outcome) -> Report | None:
    """The report whose claims are still to be drawn."""
    return None if outcome.failure or outcome.known else outcome.report


def _kept(outcome: Outcome, claims: tuple[Claim, ...], ledger: Ledger | None) -> Outcome:
    if ledger is None or outcome.report is None:
        return replace(outcome, claims=claims)
    try:
        new = ledger.keep(outcome.report, claims, datetime.now(UTC))
    except (ValueError, TypeError, ArithmeticError) as error:
        return replace(outcome, failure=f"{outcome.name}: {defect(error)}")
    return replace(outcome, claims=claims, known=not new)


def _taken(files: Iterable[Input | Unreadable], given: Given) -> Iterator[Outcome]:
    before = 0
    for file in files:
        if isinstance(file, Unreadable):
            yield Outcome(file.name, failure=str(file), done=before)
            continue
        done = before
        before += file.size
        try:
            for found in _in(file):
                if found.report:
                    done = min(done + len(found.report.original), before)
                    found = replace(found, report=given.completing(found.report))
                yield replace(found, done=done)
        except OSError as error:
            why = Unreadable(file.name, "", error.strerror or str(error), "check that you may read it")
            yield Outcome(file.name, failure=str(why), done=before)
        except Exception as error:
            # One broken file must not stop a night's reading; the message says that it is our fault.
            yield Outcome(file.name, failure=f"{file.name}: {defect(error)}", done=before)


def _in(file: Input) -> Iterator[Outcome]:
    original = file.original()
    for place, found in enumerate(take(file.name, original), 1):
        if isinstance(found, Unreadable):
            yield Outcome(file.name, failure=str(found))
        elif len(found.original) == len(original):
            yield Outcome(file.name, found)
        else:
            yield Outcome(f"{file.name}, {found.key or f'report {place}'}", found)
