"""Which happening a run of words tells: its leading word, its type and whether it is denied."""

from collections.abc import Sequence
from typing import NamedTuple

from riwaya.mentions.line import Line, Tag
from riwaya.mentions.phrases import is_verb

_MEANS_DECIDE = frozenset(("attack", "killing", "destruction"))
_VIOLENT = frozenset(("airstrike", "shelling", "armed_clash", "territorial_change", "explosion", "killing"))
_CLAUSE = 7  # tokens from the beginning of a run in which its main verb is negated
_BEHIND = 6  # tokens behind a word of several meanings that say which one it has
_SPECIFIC = ("chemical_attack", "airstrike", "explosion", "shelling", "armed_clash")


class Happening(NamedTuple):
    """The leading word of what is told, its type, whether it is told as not happening, and the rows that say so."""

    tag: Tag | None
    type: str
    denied: bool
    entries: tuple[tuple[str, str], ...] = ()
    refuted: bool = False


def happening(line: Line, first: int, end: int) -> Happening:
    """The happening told between two tokens (half open); a statement where none is."""
    tags = told(line, first, end)
    lead = leading(line, tags, first)
    if lead is None:
        refuted = _refuted(line, first, end)
        return Happening(
            None, "statement", refuted or _negated(line, first, min(end, first + _CLAUSE)), refuted=refuted
        )
    kind, decider = _type(line, tags, lead, first, end)
    kind = _turned(line, kind, lead, first, end)
    entries = [("type", lead.row.id)]
    if decider and decider.row.id != lead.row.id:
        entries.append(("type", decider.row.id))
    refuted = _refuted(line, first, end)
    return Happening(lead, kind, refuted or _negated(line, first, lead.first), tuple(entries), refuted)


def told(line: Line, first: int, end: int) -> list[Tag]:
    """One reading of each happening word between two tokens, in order."""
    if line.told is None:
        read = ((at, _reading(line, at)) for at in line.where("happenings"))
        line.told = {at: tag for at, tag in read if tag}
    return [tag for tag in line.told.values() if first <= tag.first and tag.last < end]


def _reading(line: Line, at: int) -> Tag | None:
    """The reading of a happening word that its neighbours bear out: قتل 13 is passive, قتل الجيش 13 is not."""
    found = [tag for tag in line.tags[at] if tag.table == "happenings"]
    covered = line.name_at.get(at)
    if not found or at in line.time_at or (covered and covered.means[0]["kind"] != "person") or _is_name_part(line, at):
        return None  # فجر أمس is no blast
    if len(found) == 1:
        return found[0]
    if any(tag.row["subject"] == "place" for tag in found):
        fallen = _fallen(line, at)
        return next((tag for tag in found if tag.row["type"] == fallen), found[0])
    if len({tag.kind for tag in found}) > 1 and (borne_out := _borne_out(line, at, found)):
        return borne_out
    passive = [tag for tag in found if tag.row["subject"] == "target"]
    verbs = [tag for tag in found if tag.column in ("perfect", "imperfect")]
    if passive and verbs and any(tag.row["subject"] == "agent" for tag in verbs):
        active = next(tag for tag in verbs if tag.row["subject"] == "agent")
        return active if _acts(line, at + 1) else passive[0]
    if at and (line.is_term(at - 1, "attach", "preposition") or line.form(at).startswith("ال")):
        nouns = [tag for tag in found if tag.column == "noun"]
        return nouns[0] if nouns else found[0]
    return found[0]


def _fallen(line: Line, at: int) -> str:
    """The type of what is told by what falls: shells and barrels on a street, the killed in a fight, a town."""
    for near in (*range(at + 1, min(at + 7, len(line))), *range(at - 1, max(at - 5, -1), -1)):
        if line.tokens[near].kind == "mark" and near > at:
            continue
        if near == at + 1 and (near in line.place_at or line.tagged(near, "roles", "area")):
            return "territorial_change"
        means = line.tagged(near, "means", "shelling", "airstrike")
        if means and means.row["unit"] == "munitions":
            return "shelling"
        if line.tagged(near, "harms", "killed", "wounded"):
            return "killing"
        if line.tagged(near, "roles", "people", "unnamed"):
            return "killing"
    return "territorial_change"


def _borne_out(line: Line, at: int, found: list[Tag]) -> Tag | None:
    """The reading whose type the words behind it tell as well: تبادلت المجموعتان | إطلاق النار, تبادل الطرفان | الأسرى."""
    for near in range(at + 1, min(at + _BEHIND, len(line))):
        told_by = [tag for tag in line.tags[near] if tag.table in ("means", "happenings")]
        kinds = {tag.kind for tag in told_by if tag.table == "happenings" or tag.row["unit"] != "fighters"}
        units = {tag.row["unit"] for tag in line.tags[near] if tag.table == "roles"}
        kinds |= {"release"} if "captured" in units else set()
        for tag in found:
            if tag.kind in kinds:
                return tag
    return None


def _is_name_part(line: Line, at: int) -> bool:
    tag = line.place_at.get(at)
    return tag is not None and tag.last > tag.first


def _acts(line: Line, at: int) -> bool:
    """Whether the noun phrase here is one that acts rather than one that is counted or mourned."""
    found = line.name_at.get(at)
    if found and found.means[0]["kind"] in ("state", "force", "group"):
        return True
    return line.tagged(at, "roles", "body") is not None


def leading(line: Line, tags: Sequence[Tag], first: int) -> Tag | None:
    """The word that leads a run from `first` on: the first strong one that hangs on nothing, else the first strong one, else a weak verb."""
    if not tags:
        return None
    strong = [tag for tag in tags if tag.row["weight"] == "strong"]
    if strong:
        return next((tag for tag in strong if standing(line, tag.first, first) == "main"), strong[0])
    plain = [tag for tag in tags if tag.kind != "other"] or tags
    return next((tag for tag in plain if tag.column != "noun"), plain[0])


def standing(line: Line, at: int, first: int) -> str:
    """Whether a word leads its clause (main), hangs on a preposition (governed), or stands in a relative clause."""
    for back in range(at - 1, max(first, at - 3) - 1, -1):
        if line.tags[back] and line.is_term(back, "relative"):
            return "relative"
        if line.tokens[back].kind == "mark":
            break
    if at > first and (line.glued(at) > len(line.joined(at)) or line.is_term(at - 1, "preposition", "attach")):
        return "governed"
    return "main"


def _type(line: Line, tags: list[Tag], lead: Tag, first: int, end: int) -> tuple[str, Tag | None]:
    kind = lead.row["type"]
    if kind == "shelling":
        for at in range(first, min(end, lead.last + 12)):
            for tag in line.tags[at]:
                if tag.table == "means" and tag.kind == "airstrike":
                    return "airstrike", tag
    if kind not in _MEANS_DECIDE:
        return kind, lead
    means = [tag for at in line.where("means") if first <= at < end for tag in line.tags[at] if tag.table == "means"]
    if lead.row["subject"] == "agent":
        means = [tag for tag in means if tag.row["unit"] != "fighters"]  # gunmen who burn houses do not fight
    means += [tag for tag in tags if tag is not lead]
    for wanted in _SPECIFIC:
        for tag in means:
            if tag.row["type"] == wanted:
                return wanted, tag
    attack = next((tag for tag in tags if tag.kind == "attack"), None)
    return ("armed_clash", attack) if attack else (kind, lead)


def _turned(line: Line, kind: str, lead: Tag, first: int, end: int) -> str:
    """The type as the words around the lead turn it: a truce that ended is a breach, an attack prepared is deployment."""
    before = [line.tagged(at, "terms", "auxiliary") for at in range(max(first, lead.first - 5), lead.first)]
    values = {tag.row["value"] for tag in before if tag}
    if kind == "agreement" and values & {"stop", "fail"}:
        return "breach"
    if kind in _VIOLENT and "intend" in values:
        return "deployment"
    if kind == "displacement" and lead.row["subject"] == "target" and _fighters(line, first, end):
        return "territorial_change"
    return kind


def _fighters(line: Line, first: int, end: int) -> bool:
    """Whether those who flee or leave are fighters, not civilians."""
    for at in range(first, end):
        role = line.tagged(at, "roles", "people")
        name = line.name_at.get(at)
        if (role and role.row["unit"] == "fighters") or (name and name.means[0]["kind"] in ("group", "force")):
            return True
    return False


def _refuted(line: Line, first: int, end: int) -> bool:
    """Whether a phrase of denial stands in the run: لا صحة لـ, لا علاقة لها بـ."""
    return any(first <= at < end and line.is_term(at, "denialphrase") for at in line.where("terms", "denialphrase"))


def _negated(line: Line, first: int, lead: int) -> bool:
    """Whether a negation or a refusal stands right before the leading word, or one of events (لم, لن, ليس) in its clause."""
    for at in range(max(first, lead - 3), lead):
        if line.is_term(at, "negation", "refusal"):
            return all(not is_verb(line, between) for between in range(at + 1, lead))
    for at in line.where("terms", "negation"):
        tag = line.tagged(at, "terms", "negation")
        if tag and tag.row["value"] == "event" and first <= at <= lead and at - first < _CLAUSE:
            return not any(line.is_term(between, "relative", "connective") for between in range(first, lead))
    return False
