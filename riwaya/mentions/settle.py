"""Which of its namesakes a place name means, by what else the text names: countries, neighbours, the area around."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Levenshtein

from riwaya.mentions.gazetteer import kilometres, latin_key
from riwaya.mentions.mention import Place
from riwaya.mentions.namesakes import candidates

_COUNTRY, _NEIGHBOUR, _AREA = 0.16, 0.10, 0.04
_NEIGHBOUR_KM = 150.0
_TIE = 0.075  # two scores nearer than this are a doubt
_APART_KM, _WIDEST_KM = 25.0, 100.0  # a town and the district or governorate around it are no doubt
_HINT_WEIGHT, _COUNTRY_WEIGHT = 2.0, 1.5
_AREAS = frozenset(("governorate", "district", "region"))


@dataclass(frozen=True, slots=True)
class Context:
    """What a text says of where it is: how strongly each country is meant (0..1), which are named, and sure places."""

    countries: Mapping[str, float]
    named: frozenset[str]
    neighbours: tuple[tuple[str, Place], ...]


def could_be(name: str, *, near: Sequence[str] = ()) -> tuple[Place, ...]:
    """Every place a name could be, the likeliest first, with the reasons for its rank.

    `near` holds what the text names besides: country codes (ISO 3166, two capitals), countries and places.
    """
    found = candidates(name)
    if not near or not found:
        return found
    codes = tuple(each for each in near if _is_code(each))
    others = tuple(each for each in near if not _is_code(each))
    return _ranked(name, found, _context({other: candidates(other) for other in others}, codes))


def settle(names: Sequence[str], *, country_hint: Sequence[str] = ()) -> dict[str, tuple[Place, ...]]:
    """The places each name of one report could be, settled together.

    Names that can be only one thing vote for a country and are neighbours to the others; the settled are neighbours in
    a second round. `country_hint` holds country codes known from elsewhere (the outlet, the theatre).
    """
    first = {name: candidates(name) for name in dict.fromkeys(names)}
    context = _context(first, country_hint)
    once = {name: _ranked(name, found, context) if len(found) > 1 else found for name, found in first.items()}
    again = Context(context.countries, context.named, _sure(once))
    return {name: _ranked(name, found, again) for name, found in first.items()}


def doubt(found: Sequence[Place]) -> str | None:
    """Why it is not sure which place is meant, in words; None where it is.

    >>> doubt(()) is None
    True
    """
    if not found:
        return None
    best = found[0]
    rivals = [each for each in found if best.score - each.score < _TIE and _apart(best, each)]
    if rivals:
        told = [_told(each) for each in (best, *rivals)]
        count = {2: "two", 3: "three"}.get(len(told), str(len(told)))
        return f"{count} places share this name: {', '.join(told[:-1])} and {told[-1]}"
    spelling = next((reason for reason in best.reasons if reason.startswith("one letter away")), None)
    return f"no place is spelled so: {spelling}" if spelling else None


def _told(each: Place) -> str:
    where = ", ".join(part for part in (each.admin, each.country) if part)
    return f"{each.english or each.name} ({each.kind}{', ' + where if where else ''})"


def _apart(one: Place, other: Place) -> bool:
    """Whether two places are too far from one another to be taken for a place and the area around it."""
    if one.country == other.country and "country" in (one.kind, other.kind):
        return False
    return kilometres(one, other) > max(_APART_KM, min(_WIDEST_KM, max(one.precision_km, other.precision_km)))


def _is_code(text: str) -> bool:
    return len(text) == 2 and text.isascii() and text.isupper()


def _context(read: Mapping[str, tuple[Place, ...]], codes: Iterable[str]) -> Context:
    """How strongly the names of a text speak for each country; a name that could be in several parts its vote."""
    votes = dict.fromkeys(codes, _HINT_WEIGHT)
    named = set(votes)
    for found in read.values():
        if not found or found[0].reasons[0].startswith("one letter away"):
            continue
        rivals = [each for each in found if found[0].score - each.score < _TIE]
        countries = {each.country for each in rivals if each.country}
        weight = 1.0
        if all(each.kind == "country" for each in rivals):
            named |= countries
            weight = _COUNTRY_WEIGHT
        for code in countries:
            votes[code] = votes.get(code, 0.0) + weight / len(countries)
    most = max(votes.values(), default=1.0)
    shares = {code: vote / most for code, vote in votes.items()}
    return Context(shares, frozenset(named), _sure(read))


def _sure(read: Mapping[str, tuple[Place, ...]]) -> tuple[tuple[str, Place], ...]:
    """The names that can be only one place, with it; countries are too wide to be neighbours."""
    return tuple(
        (name, found[0])
        for name, found in read.items()
        if found and found[0].kind != "country" and doubt(found) is None
    )


def _ranked(name: str, found: Sequence[Place], context: Context) -> tuple[Place, ...]:
    ranked = [_weighed(name, each, context) for each in found]
    return tuple(sorted(ranked, key=lambda each: (-each.score, each.id)))


def _weighed(name: str, each: Place, context: Context) -> Place:
    score, reasons = each.score, list(each.reasons)
    share = context.countries.get(each.country, 0.0)
    if share:
        score += _COUNTRY * share
        told = "which the context names" if each.country in context.named else "where other places of the text lie"
        reasons.append(f"in {each.country}, {told}")
    others = [(kilometres(each, other), label, other) for label, other in context.neighbours if label != name]
    areas = [other for _, _, other in others if other.kind in _AREAS and _within(each, other)]
    if areas:
        score += _AREA
        reasons.append(f"in {areas[0].english}, named in the same text")
    points = [known for known in others if known[2].kind not in _AREAS and known[2].id != each.id]
    if points and each.kind != "country":
        distance, _, nearest = min(points, key=lambda known: (known[0], known[2].id))
        if distance <= _NEIGHBOUR_KM:
            score += _NEIGHBOUR * (1 - distance / _NEIGHBOUR_KM)
            reasons.append(f"{distance:.0f} km from {nearest.english or nearest.name}, named in the same text")
    return replace(each, score=round(min(1.0, score), 4), reasons=tuple(reasons))


def _within(each: Place, area: Place) -> bool:
    """Whether a place lies in an area: by the area's name where the place's row gives one, else by distance."""
    if each.id == area.id or each.country != area.country:
        return False
    if each.admin and area.kind == "governorate":
        one, other = latin_key(each.admin), latin_key(area.english)
        return one in other or other in one or Levenshtein.normalized_similarity(one, other) >= 0.8
    return kilometres(each, area) <= area.precision_km
