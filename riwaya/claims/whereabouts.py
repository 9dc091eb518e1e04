"""Which place a name means: the places of a report's claims are settled together, and what stays open is a doubt."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from riwaya.claims.claim import Claim, Event
from riwaya.mentions.line import Line
from riwaya.mentions.mention import Mention, Place
from riwaya.mentions.places import doubt, settle

_HINTS = 2  # countries that a report's actors and outlets point to


def located(claims: Sequence[Claim], lines: Sequence[Line]) -> list[tuple[Event, tuple[str, ...]]]:
    """The event of each claim with every place name that a gazetteer knows settled on one row, and the claim's doubts:
    where more than one row is likely, one that names the others."""
    names = tuple(dict.fromkeys(place.text for claim in claims for place in claim.event.places if _listed(place)))
    meant = settle(names, country_hint=_countries(lines))
    doubts = {name: doubt(found) for name, found in meant.items()}
    return [_with_places(claim, meant, doubts) for claim in claims]


def _listed(place: Mention) -> bool:
    return not place.entry.startswith(("rule.", "area.", "site."))


def _countries(lines: Sequence[Line]) -> tuple[str, ...]:
    """The countries that the names in a report point to, most often first."""
    counted = Counter(
        found.means[0]["country"]
        for line in lines
        for found in line.names
        if found.means[0]["country"] and len(found.means) == 1
    )
    return tuple(country for country, _ in counted.most_common(_HINTS))


def _with_places(
    claim: Claim, meant: Mapping[str, tuple[Place, ...]], open_questions: Mapping[str, str | None]
) -> tuple[Event, tuple[str, ...]]:
    places, doubts = [], list(claim.doubts)
    for place in claim.event.places:
        found = meant.get(place.text, ()) if _listed(place) else ()
        places.append(Mention(place.span, place.text, found[0].id) if found else place)
        question = open_questions[place.text] if found else None
        if question and question not in doubts:
            doubts.append(question)
    event = replace(claim.event, places=tuple(places)) if places else claim.event
    return event, tuple(doubts)
