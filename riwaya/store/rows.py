"""A claim as rows, and a report as one: what is written, and what a kept row must equal."""

import json
import re
import zlib
from collections.abc import Mapping
from datetime import date
from typing import Any

from riwaya.claims.claim import Claim
from riwaya.claims.record import claim_of, claim_record
from riwaya.ledger.entry import about, canonical
from riwaya.mentions.mention import Mention
from riwaya.reports.report import Report
from riwaya.words.fold import folded

Row = dict[str, Any]
_GAP = re.compile(r"[\W_]+")


def report_row(report: Report, entry: int, program: str) -> Row:
    """The row of a report, without its original."""
    known = about(report)
    known["doubts"] = canonical(known["doubts"]).decode()
    return {"id": report.id, "entry": entry, "text": report.text, "program": program, **known}


def original_row(report: Report) -> Row:
    """The row of a report's original bytes, compressed."""
    return {"sha256": report.id, "size": len(report.original), "packed": zlib.compress(report.original, 6)}


def report_of(row: Mapping[Any, Any], packed: bytes) -> Report:
    """The report that its row and its compressed original tell; zlib.error where the bytes are damaged."""
    return Report(
        id=row["id"],
        text=row["text"],
        original=zlib.decompress(packed),
        outlet=row["outlet"],
        url=row["url"],
        title=row["title"],
        published=date.fromisoformat(row["published"]) if row["published"] else None,
        language=row["language"],
        key=row["key"],
        doubts=tuple(json.loads(row["doubts"])),
    )


def claim_row(claim: Claim, position: int, published: date | None) -> Row:
    """The row of a claim: its record whole, and beside it what claims are filtered by."""
    time = claim.event.time
    return {
        "id": claim.id,
        "report": claim.report,
        "position": position,
        "act": claim.act,
        "type": claim.event.type,
        "denied": claim.event.denied,
        "voice": claim.voice,
        "certainty": claim.certainty,
        "confidence": claim.confidence,
        "cue": claim.cue and claim.cue.text,
        "published": published and published.isoformat(),
        "time_from": time and time.begins,
        "time_to": time and time.ends,
        "record": canonical(claim_record(claim, entries=True)).decode(),
    }


def claim_in(row: Mapping[Any, Any]) -> Claim:
    """The claim that its row keeps."""
    return claim_of(json.loads(row["record"]), row["report"])


def source_rows(claim: Claim, number: int) -> list[Row]:
    """A row for each link of the claim's chain, origin first."""
    return [
        {
            "claim": number,
            "position": position,
            "name": source.name,
            "folded": None if source.name is None else plain(source.name),
            "kind": source.kind,
            "of": source.of and source.of.text,
            "entry": source.mention.entry if source.mention else "",
        }
        for position, source in enumerate(claim.sources)
    ]


def argument_rows(claim: Claim, number: int) -> list[Row]:
    """A row for each agent, target and place of the claim's event."""
    event = claim.event
    roles = {"agent": event.agents, "target": event.targets, "place": event.places}
    return [
        {
            "claim": number,
            "role": role,
            "position": position,
            "words": mention.text,
            "folded": plain(mention.text),
            "entry": mention.entry,
        }
        for role, named in roles.items()
        for position, mention in enumerate(named)
    ]


def quantity_rows(claim: Claim, number: int) -> list[Row]:
    """A row for each quantity of the claim's event."""
    return [
        {"claim": number, "position": position, "words": q.mention.text, "unit": q.unit, "low": q.low, "high": q.high}
        for position, q in enumerate(claim.event.quantities)
    ]


def searched(claim: Claim) -> dict[str, str]:
    """The folded words that a claim is found by, by column of the full-text index."""

    def words(*named: Mention | None) -> str:
        return plain(" ".join(m.text for m in named if m))

    event = claim.event
    names = " ".join(source.name or "" for source in claim.sources)
    chain = (mention for source in claim.sources for mention in (source.mention, source.of))
    return {
        "content": words(claim.content),
        "sources": plain(f"{names} {words(*chain)}"),
        "agents": words(*event.agents),
        "targets": words(*event.targets),
        "places": words(*event.places),
    }


def plain(words: str) -> str:
    """Folded words and numbers with one space between them."""
    return _GAP.sub(" ", folded(words)).strip()
