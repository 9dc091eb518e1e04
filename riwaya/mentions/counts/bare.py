"""Nouns that count by their form alone: the victim of a harm (مقتل جندي is one), and duals (سيارتين are two)."""

from riwaya.mentions.counts.bounds import bound_behind
from riwaya.mentions.counts.harms import governor, harm, is_done, is_told, loses
from riwaya.mentions.counts.nouns import KINDS, PERSONS, UNCOUNTED, Counted, is_length, is_part, noun_at, noun_end
from riwaya.mentions.line import CLOSES, Line
from riwaya.mentions.mention import Quantity
from riwaya.mentions.numerals.words import is_article
from riwaya.mentions.phrases import ends_phrase, is_function, is_verb
from riwaya.words.pack import spellings

_TAKEN = 3  # tokens between a word of destruction and the vehicle that it counts
_LOSSES = frozenset(("destruction", "territorial_change", "interception"))
_BOTH = 2  # what a dual counts
_PLURAL = 10  # numbers above this one have their noun in the singular
_ACROSS = 5  # tokens between a verb of harm and its subject behind a phrase
_NAMED = 4  # tokens of a name, or of a subject before its verb, that are looked at


def bare(line: Line, at: int, floor: int, end: int, beside: Counted | None = None) -> Counted | None:
    """The quantity that a noun without a number tells, if it tells one; `beside` is the count right before it."""
    if line.tokens[at].kind != "word" or not (line.tags[at] or line.where("harms")):
        return None  # no noun that counts, and no harm that a name could have suffered
    if is_article(line.form(at)):
        return None
    if line.glued(at) > len(line.joined(at)):
        return _noun(line, at, floor, end, harm(line, at - 1) if at > floor else "", led=True)
    if at == floor and (subject := _subject(line, at, end)):
        return subject
    harmed = harm(line, at - 1) if at > floor else ""
    if loses(line, at - 1, "loss.") and not line.form(at).endswith("ا"):
        harmed = ""  # أردى القناص (جنديا)
    if not harmed and at - 2 >= floor and (line.is_term(at - 1, "pronoun") or line.form(at - 1) in CLOSES):
        harmed = harm(line, at - 2)  # قتل فيه جندي, «استشهاد» جندي
    harmed = harmed or _across(line, at, floor)
    if not harmed and beside and _is_beside(line, at, beside):
        harmed = beside.quantity.unit  # (قتل ثمانية من الحرس) وصحفي
    return (
        _other(line, at, harmed)
        or _native(line, at, harm(line, at - 1) and harmed)
        or _noun(line, at, floor, end, harmed)
        or _victim(line, at, end, harmed if harm(line, at - 1) or line.tokens[at - 1].kind == "mark" else "")
    )


def _across(line: Line, at: int, floor: int) -> str:
    """The harm whose verb stands before a phrase that parts it from its subject: أصيب في الهجوم شخص."""
    if not (line.form(at - 1).startswith("ال") or at - 1 in line.place_at or line.is_term(at - 1, "pronoun")):
        return ""
    for i in range(at - 2, max(floor, at - _ACROSS) - 1, -1):
        if harm(line, i):
            return harm(line, i) if is_done(line, i) and is_function(line, i + 1) else ""
        if line.tokens[i].kind == "mark" or i in line.number_at or is_verb(line, i):
            break
    return ""


def _is_beside(line: Line, at: int, beside: Counted) -> bool:
    """Whether a noun is joined to the victims counted before it, and shares no number with them (11 طفلا وفتى), nor has a
    verb of its own.
    """
    if not line.joined(at) or beside.quantity.unit not in _OF_ONE:
        return False
    shared = beside.quantity.low > _PLURAL and not any(line.is_term(i, "ofword") for i in range(beside.first, at))
    return not shared and not (at + 1 < len(line) and (is_done(line, at + 1) or is_verb(line, at + 1)))


def _noun(line: Line, at: int, floor: int, end: int, harmed: str, *, led: bool = False) -> Counted | None:
    """A dual, a victim in the singular, or one that parts a total: (خمسة قتلى) بينهم طفل.

    Behind a preposition that is written on to the noun (`led`) only a dual counts: بغارتين.
    """
    noun = noun_at(line, at, end, line.glued(at) if led else len(line.joined(at)))
    if noun is None or noun.pronoun or _in_casualties(line, at):
        return None
    unit = noun.row["unit"]
    if unit == UNCOUNTED or (unit == "days" and not is_length(line, at, noun)) or noun.kind == "unnamed":
        return None
    forms = spellings(noun.row)
    form = line.form(at)[noun.cut if noun.article or led else len(line.joined(at)) :]
    person = unit in PERSONS
    if noun.article and not (person and harmed and _is_dual(form, forms)):
        return None  # only those hurt are counted anew by a definite dual: مقتل الشابين
    part = person and (line.is_term(at - 1, "partof") or (line.joined(at) != "" and is_part(line, at)))
    single = person and _is_single(form, forms)
    dual = _is_dual(form, forms) and not (unit == "places" and form.endswith(("تا", "تي")))  # قريتي … are named
    count = 2 if dual else 1 if single and (harmed or part) else 0
    if led and (count < _BOTH or line.form(at).startswith("ك")):
        return None
    if not count and unit == "vehicles" and _is_single(form, forms) and _is_lost(line, at, floor):
        count = 1
    if not count:
        return None
    if part and unit not in KINDS:
        unit = governor(line, at, floor) or unit
    elif person and not part:
        unit = harmed or governor(line, at, floor) or (unit if unit in _HURT else "")
    last = noun_end(line, at, end)
    return _told(line, (at, last), noun.row.id, unit, count) if unit else None


def _told(line: Line, run: tuple[int, int], row: str, unit: str, count: int) -> Counted:
    """So many of a noun, opened above or below by a bound behind it: قذيفتين على الأقل."""
    first, last = run
    bound = bound_behind(line.tokens, last)
    kind, last = bound or ("", last)
    low, high = 0 if kind == "below" else count, None if kind == "above" else count
    return Counted(Quantity(line.mention(first, last, row), unit, low, high), first, last)


def _other(line: Line, at: int, harmed: str) -> Counted | None:
    """One more, or two, right behind a word of harm: (قتل جندي و)أصيب آخر."""
    tag = line.tagged(at, "terms", "others") if harmed in _OF_ONE else None
    if tag is None or not tag.row["value"]:
        return None
    if tag.row["value"] == "1" and not is_told(line, at - 1) and not ends_phrase(line, at + 1):
        return None  # آخر المعاقل
    count = int(tag.row["value"])
    return Counted(Quantity(line.mention(at, at, tag.row.id), harmed, count, count), at, at)


def _native(line: Line, at: int, harmed: str) -> Counted | None:
    """One or two persons told by their nationality alone, right behind a word of harm: قتل فلسطينيان."""
    tag = line.tagged(at, "terms", "nationality") if harmed in _OF_ONE else None
    if tag is None or tag.cut > len(line.joined(at)):
        return None
    form = line.form(at)[tag.cut :]
    count = 2 if form.endswith("ان") else 1 if form == spellings(tag.row)[0] and ends_phrase(line, at + 1) else 0
    return _told(line, (at, at), tag.row.id, harmed, count) if count and not form.startswith("ال") else None


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
    if len(form) <= 4:
        return False
    if form[:-2] + "ه" in (forms[0], forms[0] + "ه") and form.endswith(("تا", "تي")):
        return True  # before what owns them: قذيفتي هاون
    ending = form[-2:]
    if ending not in _TWO:
        return False
    stem = form[:-2]
    if stem.endswith("ت") and (stem[:-1] + "ه" in forms or stem[:-1] == forms[0]):
        return True
    return stem == forms[0] and (ending == "ان" or stem + "ون" not in forms)


def _is_single(form: str, forms: tuple[str, ...]) -> bool:
    """Whether a form is the singular of its row, in either gender, or its accusative: طفل, طفلة, طفلا."""
    if form.endswith(("ات", "ون")):
        return False
    feminine = form.endswith("ه") and (form[:-1] == forms[0] or form[:-2] + "يات" in forms)
    return form in (forms[0], forms[0] + "ا") or feminine


_OF_ONE = frozenset(("killed", "wounded", "captured"))
_HURT = frozenset(("killed", "wounded"))
_TWO = frozenset(("ان", "ين"))


def _victim(line: Line, at: int, end: int, harmed: str) -> Counted | None:
    """One person described right behind a word of harm: مقتل القيادي فلان, اعتقال أحد القادة."""
    if harmed not in _OF_ONE or line.joined(at):
        return None
    row = _described(line, at)
    if not row:
        return None
    last = noun_end(line, at, end)
    return Counted(Quantity(line.mention(at, last, row), harmed, 1, 1), at, last)


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
        if tag.table == "roles" and tag.kind in ("title", "position", "people") and tag.row["unit"] != "families":
            single = spellings(tag.row)[0].split()[0].removeprefix("ال")
            if line.form(at)[tag.cut :].removeprefix("ال") in (single, single + "ا") and not single.endswith("ات"):
                return tag.row.id
    return ""
