"""Where it is said to have happened: the places named in a run, before it, or meant by a bare المدينة."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from riwaya.mentions.line import Line
from riwaya.mentions.mention import Mention
from riwaya.mentions.phrases import ends_phrase, is_verb
from riwaya.words.fold import folded

Run = tuple[int, int]
Phrase = tuple[int, int]


@dataclass(slots=True)
class Seen:
    """The places a report has named so far, by the row of their generic noun, and where the last claim happened."""

    by_noun: dict[str, Mention] = field(default_factory=dict)
    last: tuple[Mention, ...] = ()
    sentence: int = -10


def places(line: Line, run: Run, slots: dict[str, list[Mention]], seen: Seen) -> tuple[Mention, ...]:
    """The places of a run as mentions; `slots` are its other arguments, which a place is not taken from."""
    found = [*slots["place"]]
    held = [mention.span for role in ("agent", "target") for mention in slots[role]]
    for phrase in _named(line, *run):
        mention = _mention(line, phrase, seen)
        if mention is None or any(mention.span.meets(span) for span in held) or any(mention.span.meets(m.span) for m in found):
            continue
        found.append(mention)
    found = _distinct(found)
    specific = [mention for mention in found if not _is_country(mention)]
    if not found:
        found = _fronted(line, run, seen)
    return tuple(sorted(specific or found, key=lambda mention: mention.span))


def _is_country(mention: Mention) -> bool:
    return mention.entry.startswith(("gn.country", "country."))


def _distinct(found: list[Mention]) -> list[Mention]:
    out: dict[str, Mention] = {}
    for mention in found:
        out.setdefault(folded(mention.text), mention)
    return list(out.values())


def _fronted(line: Line, run: Run, seen: Seen) -> list[Mention]:
    """The places fronted before a run with no happening between: وفي مأرب، قتل …"""
    floor = run[0]
    while floor > 0 and line.tagged(floor - 1, "happenings") is None and not is_verb(line, floor - 1):
        floor -= 1
    found = (_mention(line, phrase, seen) for phrase in _named(line, floor, run[0]))
    return [mention for mention in found if mention is not None][:2]


def _named(line: Line, first: int, end: int) -> Iterator[Phrase]:
    """The places named between two tokens, each with its generic noun, without those that only place another."""
    at = first
    last = -1
    while at < end:
        found = line.place_at.get(at)
        name = line.name_at.get(at)
        if name and name.last > name.first and not (found and found.last >= name.last):
            at = name.last + 1
            continue
        area = line.tagged(at, "roles", "area")
        phrase: Phrase | None = None
        if found and found.first == at:
            phrase = at, min(found.last, end - 1)
        elif area and not is_verb(line, at):
            phrase = at, _area_end(line, at, end)
        if phrase and not (at - 1 == last and line.is_term(at, "direction")) and not _direction_of(line, at, last):
            yield phrase
        if phrase:
            last = phrase[1]
            at = phrase[1]
        at += 1


def _direction_of(line: Line, at: int, last: int) -> bool:
    """Whether a direction word stands between the place before and this one: محافظة لحج جنوبي اليمن."""
    return at - 2 == last and line.is_term(at - 1, "direction")


def _area_end(line: Line, at: int, end: int) -> int:
    last = at
    found = line.place_at.get(at + 1)
    if found and found.first == at + 1:
        return min(found.last, end - 1)
    while last + 1 < end and last - at < 3 and not ends_phrase(line, last + 1):
        last += 1
    return last


def _mention(line: Line, phrase: Phrase, seen: Seen) -> Mention | None:
    """The mention of a place; a bare المدينة stands as the town named before it, and where none was it names nothing."""
    first, last = phrase
    found = line.place_at.get(first)
    area = line.tagged(first, "roles", "area")
    if found is None and first == last and area is not None:
        return seen.by_noun.get(area.row.id) if area.article or line.form(first).startswith("ال") else None
    entry = found.means[0].id if found else area.row.id if area else "rule.place"
    mention = line.mention(first, last, entry)
    if area is not None and last > first:
        seen.by_noun[area.row.id] = mention
    return mention
