"""The noun that a number counts: its row with its unit, and how far its words reach."""

from dataclasses import dataclass

from riwaya.mentions.counts.harms import harm
from riwaya.mentions.line import Line, Tag
from riwaya.mentions.mention import Quantity
from riwaya.mentions.phrases import ends_phrase
from riwaya.words.pack import spellings

PERSONS = frozenset(
    ("people", "fighters", "civilians", "children", "women", "killed", "wounded", "captured", "displaced")
)
KINDS = frozenset(("children", "women", "civilians"))  # parts of a total that keep their own unit
UNCOUNTED = "uncounted"  # lengths of time, ages, distances, countries: no quantity of a claim
ROLES = ("people", "thing", "site", "area", "unnamed")  # kinds of roles, in the order in which a word is read
_ORDER: tuple[tuple[str, str | None], ...] = (("means", None), *(("roles", kind) for kind in ROLES))
_COUNTED = ("means", "roles")
_LIST = 7  # tokens between the word that parts a total and a number in the list behind it


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity with the tokens of its words (inclusive)."""

    quantity: Quantity
    first: int
    last: int


def noun_at(line: Line, at: int, end: int, glued: int = 0) -> Tag | None:
    """The counted noun at a token, with at most so many letters glued before it."""
    if at >= end or line.tokens[at].kind != "word":
        return None
    held = [tag for tag in line.tags[at] if tag.table in _COUNTED]
    for table, kinds in _ORDER if held else ():
        for tag in held:
            fits = tag.table == table and (kinds is None or tag.kind == kinds) and tag.row["unit"]
            if fits and tag.pronoun and tag.row["unit"] not in PERSONS:
                continue  # قتل 2 من طاقمه: not two of what he owns
            if fits and tag.cut - 2 * tag.article <= (1 if tag.row["unit"] == "money" else glued):
                return tag
    return None


def is_one(line: Line, at: int, noun: Tag) -> bool:
    """Whether a noun stands in the singular, so that a number with من counts those in it: اثنان من اللواء."""
    return line.form(at)[noun.cut :] == spellings(noun.row)[0].removeprefix("ال")


def of_them(line: Line, at: int) -> bool:
    """Whether a word says that a number counts some of those told before: ثلاثة منهم."""
    tag = line.tagged(at, "terms", "partof")
    return tag is not None and tag.cut == 0 and tag.last == at and line.form(at).startswith("من")


def noun_end(line: Line, head: int, end: int) -> int:
    """The last token of the counted noun with its adjective, or with the group it is part of (9 من مسلحي الجماعة)."""
    last = head
    found = line.name_at.get(head)
    if found:
        return min(found.last, end - 1)
    while last + 1 < end and last - head < 3 and not _begins_other(line, last + 1) and not ends_phrase(line, last + 1):
        name = line.name_at.get(last + 1)
        last = name.last if name else last + 1
        if name:
            break
    return min(last, end - 1)


def _begins_other(line: Line, at: int) -> bool:
    """Whether a token begins a count or a harm of its own: 5 قتلى | وعشرات الجرحى, 30 مسلحا | بين قتيل وجريح."""
    if line.is_term(at, "casualties") or (harm(line, at) != "" and line.form(at).startswith("لل")):
        return True
    number = line.number_at.get(at)
    if number is None or number.form == "ordinal":
        return False
    return number.high is None or number.high > 2  # مدني واحد, جنديين اثنين


def is_part(line: Line, at: int) -> bool:
    """Whether a number parts a total: (12 قتيلا) بينهم 5 أطفال و3 نساء."""
    for i in range(at - 1, max(at - _LIST, -1), -1):
        if line.is_term(i, "partof"):
            return True
        if line.tokens[i].kind == "mark" or harm(line, i):
            return False
    return False


def is_length(line: Line, at: int, noun: Tag | None) -> bool:
    """Whether a number inside a time says how long it lasts (لمدة خمسة أيام), which is counted as well."""
    before = line.form(at - 1) if line.tokens[at - 1].kind == "word" else line.form(at - 2)
    return (
        noun is not None
        and noun.row["unit"] == "days"
        and (before.startswith(("ل", "ول")) or line.form(at).startswith("ل"))
    )
