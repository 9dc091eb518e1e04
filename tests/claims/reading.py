"""What the tables of these tests ask of a reading: one sentence or a few, read on a fixed day."""

from riwaya.claims.claim import Claim
from riwaya.pipeline import read_text

DAY = "2026-03-04"  # a Wednesday


def claims(text: str, outlet: str = "") -> tuple[Claim, ...]:
    return read_text(text, published=DAY, outlet=outlet)


def holding(text: str, words: str, outlet: str = "") -> Claim:
    """The claim whose content holds these words: the shortest such."""
    found = [claim for claim in claims(text, outlet) if words in claim.content.text]
    assert found, f"no claim holds {words!r}: {[claim.content.text for claim in claims(text, outlet)]}"
    return min(found, key=lambda claim: len(claim.content.text))
