"""An entry of the ledger: one thing that was done, and the digests by which it can be checked for ever after."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from riwaya.claims.claim import Claim
from riwaya.claims.record import claim_record
from riwaya.reports.report import Report

Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its number (from 1), what kind of deed it tells, when it was written (ISO, UTC) and its body.

    The body holds digests and no words, so that words can be taken out later and the entry still stands. `before`
    and `seal` are the links of the hash chain; they are empty while entries are not chained.
    """

    number: int
    kind: str
    at: str
    body: Body = field(default_factory=dict)
    before: str = ""
    seal: str = ""


def canonical(body: object) -> bytes:
    """The one way to write a record down as bytes: sorted keys, no spaces, UTF-8."""
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


def digest(body: object) -> str:
    """The SHA-256 of a record in its canonical form, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical(body)).hexdigest()


def taken(report: Report, claims: Iterable[Claim]) -> Body:
    """The body of the entry that a report was taken in: the digests of what is known of it, its text and its claims."""
    return {
        "report": report.id,
        "about": digest(about(report)),
        "text": digest(report.text),
        "claims": [digest(claim_record(claim, entries=True)) for claim in claims],
    }


def about(report: Report) -> dict[str, Any]:
    """What is known of a report besides its text."""
    return {
        "outlet": report.outlet,
        "url": report.url,
        "title": report.title,
        "published": report.published and report.published.isoformat(),
        "language": report.language,
        "key": report.key,
        "doubts": list(report.doubts),
    }
