"""Where it is said to have happened: the places named in a run, before it, or meant by a bare المدينة."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from riwaya.mentions.line import Line
from riwaya.mentions.mention import Mention
from riwaya.mentions.phrases import ends_phrase, is_verb
from riwaya.words.fold import folded
from riwaya.words.split import rarity

Run = tuple[int, int]
Phrase = tuple[int, int]
_COMMON = 15  # words in a class below this are too common to name a place no list knows


@dataclass(slots=True)
class Seen:
    """The places a report has named so far, by the row of their generic noun."""

    by_noun: dict[str, Mention] = field(default_factory=dict)


def places(line: Line, run: Run, slots: dict[str, list[Mention]], seen: Seen) -> tuple[Mention, ...]:
    """The places of a run as mentions; `slots` are its other arguments, which a place is not taken from."""
    found = [*slots["place"]]
    held = [mention.span for role in ("agent", "target") for mention in slots[role]]
    for phrase in _named(line, *run):
        mention = _mention(line, phrase, seen)
        if (
            mention is None
            or any(mention.span.meets(span) for span in held)
            or any(mention.span.meets(m.span) for m in found)
        ):
            continue
        found.append(mention)
    found = _distinct(found)
    specific = [m for m in found if not _is_country(m) or any(0 <= m.span.start - o.span.end <= 4 for o in found)]
    if not found:
        found = _fronted(line, run, seen)
    return tuple(sorted(specific or found, key=lambda mention: mention.span))


def _is_country(mention: Mention) -> bool:
    return mention.entry.startswith(("gn.country", "country."))


def _distinct(found: list[Mention]) -> list[Mention]:
    """The mentions without those that name again what a fuller one names: دوما beside مدينة دوما."""
    out: list[Mention] = []
    for mention in sorted(found, key=lambda each: -len(each.text)):
        words = set(folded(mention.text).split())
        if not any(words <= set(folded(other.text).split()) for other in out):
            out.append(mention)
    return out


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
    last = -9
    listed = False
    while at < end:
        found = line.place_at.get(at)
        name = line.name_at.get(at)
        if name and name.last > name.first and not (found and found.last >= name.last):
            at = name.last + 1
            continue
        area = line.tagged(at, "roles", "area") if line.tags[at] else None
        phrase: Phrase | None = None
        if found and found.first == at:
            phrase = at, min(found.last, end - 1)
        elif area and not is_verb(line, at):
            phrase = at, _area_end(line, at, end)
        elif listed and at == last + 1 and line.joined(at) == "و" and _rare(line, at):
            phrase = at, at
        if phrase:
            if not _only_places(line, phrase, last):
                yield phrase
                listed = phrase[1] > phrase[0] or (listed and at == last + 1)
            last = phrase[1]
            at = phrase[1]
        at += 1


def _only_places(line: Line, phrase: Phrase, last: int) -> bool:
    """Whether a name says no place of the event: a country that acts, or one that only tells where the place before is."""
    at = phrase[0]
    found = line.place_at.get(at)
    if found is None or found.means[0]["kind"] not in ("country", "region"):
        return False
    if last in (at - 1, at - 2) and (line.is_term(at, "direction") or line.is_term(at - 1, "direction")):
        return True
    before = line.tagged(at - 1, "terms", "preposition", "attach", "direction")
    return not (before or line.glued(at) > len(line.joined(at)) or (line.joined(at) and last == at - 1))


def _rare(line: Line, at: int) -> bool:
    """Whether a joined word that no list knows may be one more place of a list: حي كلابة والشماسي."""
    form = line.form(at)[1:].removeprefix("ال")
    return not line.tags[at] and at not in line.name_at and rarity(form) >= _COMMON + 2


def _area_end(line: Line, at: int, end: int) -> int:
    """The last token of a generic noun's place: a listed name behind it, a definite word that a singular noun is put
    before (حي الحرية), or one rare word no list knows (حي كلابة)."""
    found = line.place_at.get(at + 1)
    if found and found.first == at + 1:
        last = min(found.last, end - 1)
        return last + 1 if last == at + 1 and last + 1 < end and _names_on(line, last + 1) else last
    name = at + 1
    if line.form(at).startswith("ال") or name >= end or ends_phrase(line, name) or name in line.name_at:
        return at
    if line.form(name).startswith("ال"):
        return name if _singular(line, at) and _names_on(line, name) else at
    if line.tags[name] or rarity(line.form(name)) < _COMMON or line.form(name).endswith(("وا", "ون", "ين")):
        return at
    return name + 1 if name + 1 < end and _names_on(line, name + 1) else name


def _names_on(line: Line, at: int) -> bool:
    """Whether a definite word can be part of a place's name, being no person, body or happening (عين الياسمين)."""
    if not line.form(at).startswith("ال") or at in line.name_at or ends_phrase(line, at):
        return False
    return not any(
        tag.table in ("roles", "happenings", "cues", "harms") or tag.kind == "nationality" for tag in line.tags[at]
    )


def _singular(line: Line, at: int) -> bool:
    """Whether a generic noun stands in the singular that names are given with."""
    area = line.tagged(at, "roles", "area")
    return area is not None and folded(area.row.all("form")[0]) == line.form(at)[area.cut :]


def _mention(line: Line, phrase: Phrase, seen: Seen) -> Mention | None:
    """The mention of a place; a bare المدينة stands as the town named before it, and where none was it names nothing."""
    first, last = phrase
    found = line.place_at.get(first)
    area = line.tagged(first, "roles", "area")
    if found is None and first == last and area is not None:
        return seen.by_noun.get(area.row.id) if line.form(first).startswith(("ال", "بال", "لل", "وال")) else None
    entry = found.means[0].id if found else area.row.id if area else "rule.place"
    mention = line.mention(first, last, entry)
    if area is not None and last > first:
        seen.by_noun[area.row.id] = mention
    return mention
