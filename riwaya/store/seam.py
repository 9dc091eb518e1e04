"""What any keeper of a ledger can do: the seam that SQLite fills, and a shared database can."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from riwaya.claims.claim import Claim
from riwaya.ledger.check import Flaw
from riwaya.reports.report import Report


class LedgerError(Exception):
    """Something a user can mend: says which ledger, what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a list says of a report: its id and what is known of it, without its text."""

    id: str
    outlet: str = ""
    url: str = ""
    title: str = ""
    published: date | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """Which claims are asked for; what is empty does not narrow.

    `source`, `actor`, `place` and `words` are searched as words, folded and with the clitics that can stand before
    them; `words` in the whole claim. `actor_entries` are pack rows that name the actor as well. `since` and `until`
    bound the time of the happening, or the date of publication where no time is told. Claims whose confidence nobody
    weighed are not left out by `min_confidence`.
    """

    words: str = ""
    source: str = ""
    actor: str = ""
    actor_entries: tuple[str, ...] = ()
    place: str = ""
    place_entries: tuple[str, ...] = ()
    act: str = ""
    type: str = ""
    denied: bool | None = None
    since: date | None = None
    until: date | None = None
    report: str = ""
    min_confidence: float = 0.0
    limit: int = 0


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a ledger holds."""

    reports: int
    claims: int


class Ledger(Protocol):
    """A kept ledger. A `reference` is the beginning of a report's id, its key or its address."""

    def keep(self, report: Report, claims: tuple[Claim, ...], at: datetime) -> bool:
        """Keep a report with its claims wholly or not at all; False where the ledger has it already."""

    def has(self, report: str) -> bool:
        """Whether the report of this id is kept."""

    def report(self, reference: str) -> Report:
        """The one report that a reference means; LedgerError where none or several are meant."""

    def claims_of(self, report: str) -> tuple[Claim, ...]:
        """The claims of the report of this id, in their order."""

    def claim(self, reference: str) -> tuple[Report, Claim]:
        """The claim that `REPORT#NUMBER` means, and its report; LedgerError where there is none."""

    def ask(self, question: Question) -> Generator[tuple[Heading, Claim], None, None]:
        """The claims asked for, oldest report first, each with its report's heading."""

    def number(self, question: Question) -> int:
        """How many claims are asked for, whatever the question's limit."""

    def counts(self) -> Counts:
        """How many reports and claims are kept."""

    def flaws(self) -> Iterator[Flaw]:
        """Everything that is not as it was written, in the order of the entries."""

    def close(self) -> None:
        """Let go of the ledger."""
