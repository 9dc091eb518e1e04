"""Nouns that count by their form alone: the victim of a harm (مقتل جندي is one), and duals (سيارتين are two)."""

from riwaya.mentions.counts.harms import governor, harm, is_done
from riwaya.mentions.counts.nouns import KINDS, PERSONS, UNCOUNTED, Counted, is_length, is_part, noun_at, noun_end
from riwaya.mentions.line import CLOSES, Line
from riwaya.mentions.mention import Quantity
from riwaya.mentions.numerals.words import is_article
from riwaya.mentions.phrases import ends_phrase, is_function, is_verb, person_name
from riwaya.words.pack import spellings

_TAKEN = 3  # tokens between a word of destruction and the vehicle that it counts
_LOSSES = frozenset(("destruction", "territorial_change", "interception"))
_NAMED = 4  # tokens of a name, or of a subject before its verb, that are looked at


def bare(line: Line, at: int, floor: int, end: int) -> Counted | None:
    """The quantity that a noun without a number tells, if it tells one."""
    if line.tokens[at].kind != "word" or not (line.tags[at] or line.where("harms")):
        return None  # no noun that counts, and no harm that a name could have suffered
    if is_article(line.form(at)) or line.glued(at) > len(line.joined(at)):
        return None
    if at == floor and (subject := _subject(line, at, end)):
        return subject
    harmed = harm(line, at - 1) if at > floor else ""
    if not harmed and at - 2 >= floor and (is_function(line, at - 1) or line.form(at - 1) in CLOSES):
        harmed = harm(line, at - 2)  # مقتل في …, «استشهاد» جندي
    return (
        _other(line, at, harmed)
        or _noun(line, at, floor, end, harmed)
        or _victim(line, at, end, harm(line, at - 1) or (harmed if line.tokens[at - 1].kind == "mark" else ""))
    )


def _noun(line: Line, at: int, floor: int, end: int, harmed: str) -> Counted | None:
    """A dual, a victim in the singular, or one that parts a total: (خمسة قتلى) بينهم طفل."""
    noun = noun_at(line, at, end, len(line.joined(at)))
    if noun is None or noun.article or noun.pronoun or _in_casualties(line, at):
        return None
    unit = noun.row["unit"]
    if unit == UNCOUNTED or (unit == "days" and not is_length(line, at, noun)) or noun.kind == "unnamed":
        return None
    forms = spellings(noun.row)
    form = line.form(at)[len(line.joined(at)) :]
    person = unit in PERSONS
    part = person and (line.is_term(at - 1, "partof") or (line.joined(at) != "" and is_part(line, at)))
    single = person and form == forms[0] and not form.endswith("ات")
    count = 2 if _is_dual(form, forms) else 1 if single and (harmed or part) else 0
    if not count and unit == "vehicles" and form.removesuffix("ا") == forms[0] and _is_lost(line, at, floor):
        count = 1
    if not count:
        return None
    if part and unit not in KINDS:
        unit = governor(line, at, floor) or unit
    elif person and not part:
        unit = harmed or governor(line, at, floor)
    last = noun_end(line, at, end)
    return Counted(Quantity(line.mention(at, last, noun.row.id), unit, count, count), at, last) if unit else None


def _other(line: Line, at: int, harmed: str) -> Counted | None:
    """One more, or two, right behind a word of harm: (قتل جندي و)أصيب آخر."""
    tag = line.tagged(at, "terms", "others") if harmed in _OF_ONE else None
    if tag is None or not tag.row["value"]:
        return None
    count = int(tag.row["value"])
    return Counted(Quantity(line.mention(at, at, tag.row.id), harmed, count, count), at, at)


def _is_lost(line: Line, at: int, floor: int) -> bool:
    """Whether a word of destruction, of capture or of shooting down stands right before a vehicle: إحراق دبابة."""
    for i in range(max(floor, at - _TAKEN), at):
        for tag in line.tags[i]:
            if tag.table == "happenings" and tag.row["type"] in _LOSSES:
                return True
    return False


def _in_casualties(line: Line, at: int) -> bool:
    return any((tag := line.tagged(i, "terms", "casualties")) and tag.last >= at for i in range(max(at - 3, 0), at + 1))


def _is_dual(form: str, forms: tuple[str, ...]) -> bool:
    """Whether a form in ان or ين is the dual of the row's singular rather than a sound plural."""
    singular = forms[0]
    stem = singular[:-1] + "ت" if singular.endswith("ه") else singular
    if form == stem + "ان" and len(form) > 4:
        return True
    return form == stem + "ين" and stem + "ون" not in forms and len(form) > 4


_OF_ONE = frozenset(("killed", "wounded", "captured"))


def _victim(line: Line, at: int, end: int, harmed: str) -> Counted | None:
    """One person named or described right behind a word of harm: مقتل القيادي فلان, اعتقال أحد القادة."""
    if harmed not in _OF_ONE or line.joined(at):
        return None
    row = _described(line, at)
    named = harmed != "captured"  # who is arrested by name is a target, and no toll
    if not row and (not named or line.is_term(at, "oneof") or not _is_named(line, at, end)):
        return None
    last = noun_end(line, at, end)
    return Counted(Quantity(line.mention(at, last, row or "rule.named_victim"), harmed, 1, 1), at, last)


def _subject(line: Line, at: int, end: int) -> Counted | None:
    """One person with a verb of harm behind: (أن) جنديا تركيا قتل."""
    row = _described(line, at)
    if not row:
        return None
    for i in range(at + 1, min(at + _NAMED, end)):
        if harm(line, i) and is_done(line, i):
            return Counted(Quantity(line.mention(at, i - 1, row), harm(line, i), 1, 1), at, i - 1)
        if line.tokens[i].kind == "mark" or is_function(line, i) or is_verb(line, i) or i in line.number_at:
            break
    return None


def _described(line: Line, at: int) -> str:
    """The row of a word that stands for one person: a title or an office in the singular, or أحد."""
    one = line.tagged(at, "terms", "oneof")
    if one and not ends_phrase(line, at + 1):
        return one.row.id
    for tag in line.tags[at]:
        if tag.table == "roles" and tag.kind in ("title", "position", "people"):
            single = spellings(tag.row)[0].split()[0].removeprefix("ال")
            if line.form(at)[tag.cut :].removeprefix("ال") in (single, single + "ا"):
                return tag.row.id
    return ""


def _is_named(line: Line, at: int, end: int) -> bool:
    name = line.name_at.get(at)
    if name is not None:
        return name.first == at and name.means[0]["kind"] == "person"
    found = person_name(line, at, min(at + _NAMED, end))
    return found is not None and found[0] == at and found[1] > at
