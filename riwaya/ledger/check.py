"""Checking what the ledger keeps against its entries: the original, the text, every span of every claim."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from riwaya.claims.claim import Claim
from riwaya.claims.record import claim_record
from riwaya.ledger.entry import Entry, about, digest
from riwaya.mentions.mention import Mention
from riwaya.reports.report import Report, sealed


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that is not as it was written: the entry's number (0 for the ledger as a whole), what, and whose."""

    entry: int
    what: str
    report: str = ""
    claim: str = ""

    def __str__(self) -> str:
        where = f"entry {self.entry}" if self.entry else "the ledger"
        if self.claim or self.report:
            where += f", claim {self.claim}" if self.claim else f", report {self.report[:12]}"
        return f"{where}: {self.what}"


def flaws(entry: Entry, report: Report, claims: Sequence[Claim]) -> Iterator[Flaw]:
    """Every difference between an entry and the report and claims that are kept under it, in a fixed order."""

    def flaw(what: str, claim: str = "") -> Flaw:
        return Flaw(entry.number, what, report.id, claim)

    body = entry.body
    if sealed(report.original) != report.id:
        yield flaw("the original's bytes are not those that were read (its SHA-256 differs)")
    if digest(report.text) != body.get("text"):
        yield flaw("the report's text is not the one that was read")
    if digest(about(report)) != body.get("about"):
        yield flaw("the report's outlet, address, title, date or key was changed")
    digests = body.get("claims", [])
    if len(claims) != len(digests):
        yield flaw(f"{len(claims)} claims are kept where {len(digests)} were written")
    for claim, written in zip(claims, digests, strict=False):
        if digest(claim_record(claim, entries=True)) != written:
            yield flaw("the claim is not the one that was written", claim.id)
    for claim in claims:
        for mention in mentions(claim):
            if mention.span.of(report.text) != mention.text:
                yield flaw(f"characters {mention.span.start} to {mention.span.end} are not the words kept", claim.id)


def mentions(claim: Claim) -> Iterator[Mention]:
    """Every mention of a claim: content, cue, sources and their bodies, the event's arguments, time and quantities."""
    event = claim.event
    yield claim.content
    if claim.cue:
        yield claim.cue
    for source in claim.sources:
        yield from (m for m in (source.mention, source.of) if m)
    yield from (*event.agents, *event.targets, *event.places)
    if event.time:
        yield event.time.mention
    for quantity in event.quantities:
        yield quantity.mention
