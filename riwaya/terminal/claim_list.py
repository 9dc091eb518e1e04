"""Claims in a list, under the headings of their reports."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from riwaya.claims.claim import Claim
from riwaya.claims.record import claim_record
from riwaya.store.seam import Heading
from riwaya.terminal.claim_lines import claim_lines, heading
from riwaya.terminal.screen import Screen


def print_claims(found: Iterable[tuple[Heading, Claim]], screen: Screen) -> int:
    """Print claims, those of one report under its heading; gives how many there were."""
    number = 0
    under = ""
    for head, claim in found:
        if head.id != under:
            if under:
                screen.line()
            screen.line(heading(head))
            under = head.id
        screen.lines(claim_lines(claim, screen.width))
        number += 1
    return number


def listed_record(head: Heading, claim: Claim) -> dict[str, Any]:
    """A claim as the codebook writes it, with its report's heading under `report`, its doubts and its confidence."""
    known = asdict(head) | {"published": head.published and head.published.isoformat()}
    return {"report": known} | claim_record(claim) | {"doubts": list(claim.doubts), "confidence": claim.confidence}
