"""What a reading came to: how many reports and claims, of which acts and happenings, through whom."""

from collections import Counter
from dataclasses import dataclass, field

from rich.text import Text

from riwaya.claims.claim import Claim
from riwaya.terminal.bidi import isolated
from riwaya.terminal.claim_lines import packed
from riwaya.terminal.reading import Outcome
from riwaya.terminal.screen import Screen

_MOST = 8


@dataclass(slots=True)
class Tally:
    """Counts over the outcomes of a reading."""

    read: int = 0
    known: int = 0
    failed: int = 0
    claims: int = 0
    denied: int = 0
    counted: set[str] = field(default_factory=set)  # reports: one that comes twice has its claims counted once
    acts: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    sources: Counter[str] = field(default_factory=Counter)

    def add(self, outcome: Outcome) -> None:
        """Count one outcome."""
        if outcome.failure:
            self.failed += 1
            return
        self.read += not outcome.known
        self.known += outcome.known
        if outcome.report is None or outcome.report.id in self.counted:
            return
        self.counted.add(outcome.report.id)
        for claim in outcome.claims:
            self._add_claim(claim)

    def _add_claim(self, claim: Claim) -> None:
        self.claims += 1
        self.denied += claim.event.denied
        self.acts[claim.act if claim.sources else "told by the report"] += 1
        self.types[claim.event.type.replace("_", " ")] += 1
        if claim.sources:
            self.sources[claim.sources[0].name or claim.sources[0].kind] += 1


def print_tally(tally: Tally, kept_in: str, screen: Screen) -> None:
    """Print the counts; `kept_in` names the ledger, empty where nothing is kept."""
    known = f", {tally.known} in the ledger already" if tally.known else ""
    failed = f", {tally.failed} not readable" if tally.failed else ""
    screen.line((f"{plural(tally.read, 'report')} read{known}{failed}; {plural(tally.claims, 'claim')}", "bold"))
    for label, counter in (("acts", tally.acts), ("happenings", tally.types), ("who speaks", tally.sources)):
        if counter:
            screen.line((f"  {label}", "cyan"))
            parts = (f"{isolated(name)} {number}" for name, number in counter.most_common(_MOST))
            screen.lines(packed(parts, screen.width))
    if tally.denied:
        screen.line(f"  {plural(tally.denied, 'claim')} of a happening that is denied")
    if kept_in:
        screen.line(Text(f"  kept in {kept_in}"))


def plural(number: int, noun: str) -> str:
    """A number with its noun, both in English."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
