"""How many of what: numbers with the nouns they count, and bare victims (مقتل جندي, مدنيان)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from riwaya.mentions.line import Line, Tag
from riwaya.mentions.mention import Mention, Number, Quantity
from riwaya.mentions.phrases import ends_phrase, is_function, is_verb
from riwaya.words.fold import KEPT, folded
from riwaya.words.pack import Row
from riwaya.words.span import Span

_PERSONS = frozenset(
    ("people", "fighters", "civilians", "children", "women", "killed", "wounded", "captured", "displaced")
)
_REACH = 14  # tokens between a word of harm and the number it governs
_BEHIND = 9  # tokens between a number and the word of harm behind its noun: 6 من المسلحين قتلوا
_MEASURE = "other"
_COUNTED = ("people", "thing", "site", "area", "unnamed")  # roles that are counted, the likelier first


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity with the tokens of its words (inclusive)."""

    quantity: Quantity
    first: int
    last: int


def quantities(line: Line, first: int, end: int) -> tuple[Counted, ...]:
    """The quantities told between two tokens (half open)."""
    out: list[Counted] = []
    at = first
    while at < end:
        number = line.number_at.get(at)
        if number is not None:
            counted = _counted(line, number, at, first, end)
            if counted:
                out.append(counted)
                at = counted.last + 1
            else:
                at = _past(line, number, at)
            continue
        bare = _bare(line, at, first, end) if line.tags[at] else None
        if bare:
            out.append(bare)
            at = bare.last
        at += 1
    return tuple(out)


def _past(line: Line, number: Number, at: int) -> int:
    while at < len(line) and line.number_at.get(at) is number:
        at += 1
    return at


def _counted(line: Line, number: Number, at: int, floor: int, end: int) -> Counted | None:
    """The number that begins at `at` with its noun; None where it counts nothing (a year, a rank, a percentage)."""
    if number.form in ("ordinal", "percent"):
        return None
    last = _past(line, number, at) - 1
    linked = line.is_term(last + 1, "ofword") and line.form(last + 1).startswith("م") and last + 1 < end
    head = last + 2 if linked else last + 1
    noun = _noun(line, head, end)
    if (at in line.time_at and not _lasting(line, at, noun)) or (noun is None and not linked and _is_label(line, at)):
        return None
    unit = _unit(line, noun, head, at, floor)
    if not unit or unit == _MEASURE:
        return None
    stop = _noun_end(line, head, end) if noun or linked or _nominal(line, head, end) else last
    begins = max(number.span.start, line.tokens[at].after(len(line.joined(at))))
    finish = max(line.tokens[stop].span.end, number.span.end, number.bound.end if number.bound else 0)
    span = Span(begins, finish)
    mention = Mention(span, span.of(line.text), noun.row.id if noun else "rule.counted_by_harm")
    high = None if number.high is None else int(number.high)
    return Counted(Quantity(mention, unit, int(number.low), high), at, stop)


def _lasting(line: Line, at: int, noun: Tag | None) -> bool:
    """Whether a number inside a time says how long it lasts (لمدة خمسة أيام), which is counted as well."""
    before = line.form(at - 1) if line.tokens[at - 1].kind == "word" else line.form(at - 2)
    return (
        noun is not None
        and noun.row["unit"] == "days"
        and (before.startswith(("ل", "ول")) or line.form(at).startswith("ل"))
    )


def _is_label(line: Line, at: int) -> bool:
    """Whether a bare number names rather than counts: الفرقة 30, إف 16."""
    if at == 0 or line.tokens[at - 1].kind != "word" or harm(line, at - 1):
        return False
    return not is_verb(line, at - 1) and not is_function(line, at - 1)


def _unit(line: Line, noun: Tag | None, head: int, at: int, floor: int) -> str:
    """What is counted: the noun's unit, or the harm that governs persons."""
    unit = noun.row["unit"] if noun else ""
    if unit in ("killed", "wounded"):
        also = harm(line, head + 1) if line.joined(head + 1) else ""
        return "people" if also and also != unit else unit
    if unit and unit not in _PERSONS:
        return unit
    governed = _governor(line, at, floor)
    if unit in ("children", "women") and line.is_term(at - 1, "partof"):
        return unit
    if governed:
        return governed
    return unit or ("people" if head in line.name_at else "")


def _noun(line: Line, at: int, end: int) -> Tag | None:
    """The counted noun at a token."""
    if at >= end or line.tokens[at].kind != "word":
        return None
    nouns = [tag for tag in line.tags[at] if _precedence(tag) and tag.cut - 2 * tag.article <= 1 and tag.row["unit"]]
    return min(nouns, key=_precedence, default=None)


def _precedence(tag: Tag) -> int:
    """Which of a word's readings is what is counted: the lowest, 0 is none."""
    if tag.table == "means":
        return 1
    return 2 + _COUNTED.index(tag.kind) if tag.table == "roles" and tag.kind in _COUNTED else 0


def _nominal(line: Line, at: int, end: int) -> bool:
    return at < end and line.tokens[at].kind == "word" and not ends_phrase(line, at)


def _noun_end(line: Line, head: int, end: int) -> int:
    """The last token of the counted noun with its adjective, or with the group it is part of (9 من مسلحي الجماعة)."""
    last = head
    found = line.name_at.get(head)
    if found:
        return min(found.last, end - 1)
    while last + 1 < end and last - head < 3 and not ends_phrase(line, last + 1):
        name = line.name_at.get(last + 1)
        last = name.last if name else last + 1
        if name:
            break
    return min(last, end - 1)


def _governor(line: Line, at: int, floor: int) -> str:
    """The unit that a word of harm before the number, or right behind its noun, gives it; people where two do."""
    for i in range(at - 1, max(floor, at - _REACH) - 1, -1):
        if line.form(i) in (".", "؛"):
            break
        unit = harm(line, i)
        if unit:
            nouns = line.joined(i) and any(t.column == "noun" for t in line.tags[i] if t.table == "harms")
            other = harm(line, i - 1) if i > floor and nouns else ""
            return "people" if other and other != unit else unit
        if is_verb(line, i) and not line.is_term(i, "auxiliary"):
            break
    for i in range(at + 1, min(at + _BEHIND, len(line))):
        if line.tokens[i].kind == "mark" or line.number_at.get(i) not in (None, line.number_at.get(at)):
            break
        if harm(line, i) and not line.joined(i) and any(t.column == "perfect" and t.cut == 0 for t in line.tags[i]):
            return harm(line, i)
    return ""


def harm(line: Line, at: int) -> str:
    """The unit that a word of harm counts: killed, wounded, captured, displaced; empty for other words."""
    for tag in line.tags[at]:
        if tag.table == "harms" and tag.kind:
            return tag.kind
    return ""


def _bare(line: Line, at: int, floor: int, end: int) -> Counted | None:
    """A noun that counts by its form alone: the victim of a harm (مقتل جندي is one), and duals (سيارتين are two)."""
    noun = _noun(line, at, end) if at > floor else None
    if noun is None or noun.article or noun.pronoun or line.glued(at) > len(line.joined(at)):
        return None
    forms = _forms(noun.row)
    form = line.form(at)[len(line.joined(at)) :]
    harmed = harm(line, at - 1) or (harm(line, at - 2) if at - 2 >= floor and is_function(line, at - 1) else "")
    part = line.is_term(at - 1, "partof")
    count = 2 if _is_dual(form, forms) else 1 if form == forms[0] and (harmed or part) else 0
    unit = noun.row["unit"]
    if (
        not count
        or unit == _MEASURE
        or (noun.table == "roles" and noun.kind not in ("people", "thing", "site", "area"))
    ):
        return None
    if unit in _PERSONS and harmed and not part:
        unit = harmed
    elif count == 1 and not part:
        return None
    last = _noun_end(line, at, end)
    return Counted(Quantity(line.mention(at, last, noun.row.id), unit, count, count), at, last)


@lru_cache(maxsize=KEPT)
def _forms(row: Row) -> tuple[str, ...]:
    """The folded forms of a noun, the singular first."""
    return tuple(folded(form) for form in row.all("form"))


def _is_dual(form: str, forms: Sequence[str]) -> bool:
    """Whether a form in ان or ين is the dual of the row's singular rather than a sound plural."""
    singular = forms[0]
    stem = singular[:-1] + "ت" if singular.endswith("ه") else singular
    if form == stem + "ان" and len(form) > 4:
        return True
    return form == stem + "ين" and stem + "ون" not in forms and len(form) > 4
