"""What the tables of these tests ask of a reading: a sentence or a few, read on a fixed day, and one facet of one claim."""

from riwaya.claims.claim import Claim
from riwaya.mentions.mention import Mention
from riwaya.pipeline import read_text

DAY = "2026-03-01"  # a Sunday


def claims(text: str, outlet: str = "") -> tuple[Claim, ...]:
    return read_text(text, published=DAY, outlet=outlet)


def holding(text: str, words: str, outlet: str = "") -> Claim:
    """The claim whose content holds these words: the shortest such."""
    drawn = claims(text, outlet)
    found = [claim for claim in drawn if words in claim.content.text]
    assert found, f"no claim holds {words!r}: {[claim.content.text for claim in drawn]}"
    return min(found, key=lambda claim: len(claim.content.text))


def facet(text: str, words: str, asked: str) -> object:
    """One facet of the claim that holds the words, or of all claims of the text (types, told).

    `asked` names it; behind an @ stands the outlet that the text is read for.
    """
    name, _, outlet = asked.partition("@")
    if name == "types":
        return tuple(claim.event.type for claim in claims(text, outlet))
    if name == "told":
        return sum(claim.voice == "narrative" for claim in claims(text, outlet))
    return _FACETS[name](holding(text, words, outlet))


def _chain(claim: Claim) -> tuple[str | None, ...]:
    return tuple(_plain(source.name) for source in claim.sources)


def _origin(claim: Claim) -> tuple[str | None, str] | None:
    return (_plain(claim.sources[0].name), claim.sources[0].kind) if claim.sources else None


def _plain(name: str | None) -> str | None:
    return name and name.strip('«»"“” ')


def _words(mention: Mention | None) -> str | None:
    return mention.text if mention else None


_FACETS = {
    "chain": _chain,
    "links": lambda claim: len(claim.sources),
    "origin": _origin,
    "mention": lambda claim: _words(claim.sources[0].mention),
    "of": lambda claim: _words(claim.sources[0].of),
    "cue": lambda claim: _words(claim.cue),
    "act": lambda claim: (claim.act, claim.event.denied),
    "certainty": lambda claim: claim.certainty,
    "voice": lambda claim: claim.voice,
    "content": lambda claim: claim.content.text,
    "type": lambda claim: claim.event.type,
    "agents": lambda claim: tuple(each.text for each in claim.event.agents),
    "targets": lambda claim: tuple(each.text for each in claim.event.targets),
    "places": lambda claim: tuple(each.text for each in claim.event.places),
    "time": lambda claim: (claim.event.time.begins, claim.event.time.ends) if claim.event.time else None,
    "counts": lambda claim: tuple(sorted(((q.unit, q.low, q.high) for q in claim.event.quantities), key=str)),
}
