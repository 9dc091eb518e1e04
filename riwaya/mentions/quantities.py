"""How many of what: numbers with the nouns they count, and bare victims (مقتل جندي, مدنيان)."""

from dataclasses import dataclass

from riwaya.mentions.line import Line, Tag
from riwaya.mentions.mention import Mention, Number, Quantity
from riwaya.mentions.phrases import ends_phrase, is_verb
from riwaya.words.span import Span

_PERSONS = frozenset(("people", "fighters", "civilians", "children", "women", "killed", "wounded", "captured", "displaced"))
_REACH = 14  # tokens between a word of harm and the number it governs


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
        if number is not None and at not in line.time_at:
            counted = _counted(line, number, at, first, end, out)
            if counted:
                out.append(counted)
                at = counted.last + 1
                continue
            at = _past(line, number, at)
            continue
        bare = _bare_victim(line, at, first, end)
        if bare:
            out.append(bare)
            at = bare.last
        at += 1
    return tuple(out)


def _past(line: Line, number: Number, at: int) -> int:
    while at < len(line) and line.number_at.get(at) is number:
        at += 1
    return at


def _counted(line: Line, number: Number, at: int, floor: int, end: int, before: list[Counted]) -> Counted | None:
    """The number that begins at `at` with its noun; None where it counts nothing (a year, a rank, a percentage)."""
    if number.form in ("ordinal", "percent"):
        return None
    last = _past(line, number, at) - 1
    noun = last + 1
    linked = noun < end and line.is_term(noun, "ofword") and line.form(noun).startswith("م")
    head = noun + 1 if linked else noun
    tag = _noun(line, head, end)
    governed = _governor(line, at, floor, before)
    unit = tag.row["unit"] if tag else ""
    if not unit and governed == "" and not linked:
        return None
    if not unit and not governed:
        unit = "people" if head in line.name_at else ""
    if unit in _PERSONS | {""} and governed and unit not in ("killed", "wounded"):
        unit = "children" if unit == "children" and _is_part(line, at) else "women" if unit == "women" and _is_part(line, at) else governed
    if not unit:
        return None
    stop = _noun_end(line, head, end) if tag or linked or _adjective(line, head, end) else last
    begins = number.span.start
    finish = max(line.tokens[stop].span.end, number.span.end)
    if number.bound is not None:
        finish = max(finish, number.bound.end)
    span = Span(begins, finish)
    mention = Mention(span, span.of(line.text), tag.row.id if tag else f"rule.counted_by_{governed}")
    high = None if number.high is None else int(number.high)
    return Counted(Quantity(mention, unit, int(number.low), high), at, stop)


def _noun(line: Line, at: int, end: int) -> Tag | None:
    """The counted noun at a token, looking past one adjective or scale."""
    if at >= end or line.tokens[at].kind != "word":
        return None
    for kind in ("people", "thing", "site", "area", "unnamed"):
        tag = line.tagged(at, "roles", kind)
        if tag and tag.row["unit"] and tag.cut - 2 * tag.article <= 1:
            return tag
    tag = line.tagged(at, "means")
    return tag if tag and tag.row["unit"] else None


def _adjective(line: Line, at: int, end: int) -> bool:
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


def _is_part(line: Line, at: int) -> bool:
    """Whether a number is a part of the total before it: بينهم 5 أطفال."""
    return any(line.is_term(i, "partof") for i in range(max(0, at - 3), at + 1)) or line.is_term(at - 1, "preposition")


def _governor(line: Line, at: int, floor: int, before: list[Counted]) -> str:
    """The unit that a word of harm before the number (or right after its noun) gives it, or an empty string."""
    for i in range(at - 1, max(floor, at - _REACH) - 1, -1):
        if line.form(i) in (".", "؛"):
            break
        unit = harm(line, i)
        if unit:
            return unit
        if is_verb(line, i) and not line.is_term(i, "auxiliary"):
            break
    for i in range(at + 1, min(at + 7, len(line))):
        if line.tokens[i].kind == "mark":
            break
        tag = line.tagged(i, "happenings")
        if tag and tag.column == "perfect" and tag.row["subject"] == "target" and harm(line, i) and not line.joined(i):
            return harm(line, i)
    return ""


def harm(line: Line, at: int) -> str:
    """The unit that a word of harm counts: killed, wounded, captured, displaced; empty for other words."""
    for tag in line.tags[at]:
        if tag.row.table == "harms" and tag.kind:
            return tag.kind
    return ""


def _bare_victim(line: Line, at: int, floor: int, end: int) -> Counted | None:
    """A singular or dual victim right behind a word of harm: مقتل جندي is one, مدنيان are two."""
    if at <= floor or line.tokens[at].kind != "word" or line.glued(at):
        return None
    unit = harm(line, at - 1)
    tag = line.tagged(at, "roles", "people", "unnamed")
    if not unit or tag is None or tag.article or line.form(at).startswith("ال"):
        return None
    forms = [form for form in tag.row.all("form")]
    form = line.form(at)
    dual = form.endswith(("ان", "ين")) and len(form) > 4
    count = 2 if dual and _is_dual(form, forms) else 1 if form == _folded(forms[0]) else 0
    if not count:
        return None
    last = _noun_end(line, at, end)
    return Counted(Quantity(line.mention(at, last, tag.row.id), unit, count, count), at, last)


def _folded(form: str) -> str:
    from riwaya.words.fold import folded

    return folded(form)


def _is_dual(form: str, forms: list[str]) -> bool:
    """Whether a form in ان or ين is the dual of the row's singular rather than a sound plural."""
    singular = _folded(forms[0])
    stem = singular[:-1] + "ت" if singular.endswith("ه") else singular
    if form == stem + "ان":
        return True
    plurals = {_folded(each) for each in forms}
    return form == stem + "ين" and stem + "ون" not in plurals
