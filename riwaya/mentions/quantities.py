"""How many of what: numbers with the nouns they count, and bare victims (مقتل جندي, مدنيان)."""

from dataclasses import replace

from riwaya.mentions.counts.bare import bare
from riwaya.mentions.counts.harms import governor, harm, in_casualties, is_told, loses
from riwaya.mentions.counts.nouns import (
    KINDS,
    PERSONS,
    UNCOUNTED,
    Counted,
    is_length,
    is_one,
    is_part,
    noun_at,
    noun_end,
    of_them,
)
from riwaya.mentions.lexicon import readings as known
from riwaya.mentions.line import Line, Tag
from riwaya.mentions.mention import Mention, Number, Quantity
from riwaya.mentions.numerals.words import is_article, readings
from riwaya.mentions.phrases import ends_phrase, is_function, is_pronominal, is_verb
from riwaya.words.span import Span

_DASHES = ("-", "–", "ـ")
_NEAR = 6  # tokens between two counts of one list: قتل 9 من المسلحين و6 من الجنود
_MARKS = ("«", '"', "“")  # before a noun that is set apart: 12 «شهيدا»
_DRIVEN = ("people", "civilians", "displaced", "")
_SIDES = 5  # from fewer than so many sides one is attacked
_BEFORE = 3  # tokens between a noun and the number that follows it: القرى الحدودية الثلاث


def quantities(line: Line, first: int, end: int) -> tuple[Counted, ...]:
    """The quantities told between two tokens (half open)."""
    out: list[Counted] = []
    at = first
    while at < end:
        number = line.number_at.get(at)
        free = out[-1].last + 1 if out else first
        beside = out[-1] if out and out[-1].last == at - 1 else None
        found = bare(line, at, first, end, beside) if number is None else _counted(line, number, at, (first, free, end))
        if found:
            found = _of_total(line, found, out[-1]) if out else found
            if found.quantity.unit:
                out.append(found)
            at = max(at, found.last)
        elif number is not None:
            at = _past(line, number, at) - 1
        at += 1
    return tuple(out)


def _of_total(line: Line, found: Counted, before: Counted) -> Counted:
    """A part of the dead or hurt counted before it, or one joined to them, is dead or hurt too."""
    unit, total = found.quantity.unit, before.quantity.unit
    if of_them(line, found.last) and unit not in KINDS:
        same = (total in PERSONS) == _of_persons(line, found.last)
        return replace(found, quantity=replace(found.quantity, unit=total)) if same else found
    if unit not in ("fighters", "people") or total not in ("killed", "wounded", "captured"):
        return found
    near = found.first - before.last <= _NEAR and line.joined(found.first) != ""
    return replace(found, quantity=replace(found.quantity, unit=total)) if near or is_part(line, found.first) else found


def _of_persons(line: Line, at: int) -> bool:
    return not line.form(at).endswith(("ا", "ه"))  # منهم, and not منها


def _past(line: Line, number: Number, at: int) -> int:
    while at < len(line) and line.number_at.get(at) is number:
        at += 1
    return at


def _counted(line: Line, number: Number, at: int, bounds: tuple[int, int, int]) -> Counted | None:
    """The number that begins at `at` with its noun; None where it counts nothing (a year, a rank, a percentage)."""
    floor, free, end = bounds
    if number.form == "ordinal" and number.low > 1:
        return _one_more(line, number, at, floor)
    if number.form in ("ordinal", "percent", "fraction"):
        return None
    last = _past(line, number, at) - 1
    if of_them(line, last + 1) and last + 1 < end:
        return _some_of_them(line, number, at, (floor, last, end))
    closed = line.form(last + 1) == ")" and line.form(at - 1) == "("  # (خمسة) أيام
    after = last + 1 + (closed or line.form(last + 1) in _MARKS)
    linked = line.is_term(after, "ofword") and line.form(after).startswith("م") and after < end
    head = after + 1 if linked else after
    noun = noun_at(line, head, end)
    if noun is not None and noun.row["unit"] == "days" and line.is_term(at - 1, "distance"):
        return None
    if noun is None and not linked and (behind := _behind_noun(line, number, at, (floor, free, last))):
        return behind
    if (at in line.time_at and not is_length(line, at, noun)) or _is_label(line, at, last, noun, linked=linked):
        return None
    lone = noun is None and not linked and number.high is not None and _is_definite(line, at)
    if lone and not harm(line, at - 1) and not harm(line, last + 1):
        return None  # يومه العشرين, بئر السبع
    unit = _unit(line, noun, head, at, floor)
    if not unit or unit == UNCOUNTED:
        return None
    stop = noun_end(line, head, end) if noun or linked or _nominal(line, head, end) else last
    begins = max(number.span.start, line.tokens[at].after(len(line.joined(at))))
    begins = line.tokens[at - 1].span.start if closed else begins
    finish = max(line.tokens[stop].span.end, number.span.end, number.bound.end if number.bound else 0)
    return _told(line, number, unit, Span(begins, finish), noun, at, stop)


def _some_of_them(line: Line, number: Number, at: int, bounds: tuple[int, int, int]) -> Counted | None:
    """Some of those just counted or named: (تسعة قتلى) ثلاثة منهم أطفال, (98 مصابا) أربعة منهم بالرصاص."""
    floor, last, end = bounds
    noun = noun_at(line, last + 2, end)
    kind = noun.row["unit"] if noun and noun.row["unit"] in KINDS else ""
    stop = last + 2 if kind else last + 1
    persons = _of_persons(line, last + 1)
    unit = kind or (persons and (governor(line, at, floor) or "people")) or ""
    return _told(line, number, unit, Span(number.span.start, line.tokens[stop].span.end), None, at, stop)


def _one_more(line: Line, number: Number, at: int, floor: int) -> Counted | None:
    """One victim told by his number alone, right behind a verb of harm: (قتل اثنين و)جرح ثالثا."""
    if at == floor or not harm(line, at - 1) or not is_told(line, at - 1) or loses(line, at - 1, "loss.", "fall."):
        return None
    last = _past(line, number, at) - 1
    return _told(line, replace(number, low=1, high=1), harm(line, at - 1), number.span, None, at, last)


def _told(line: Line, number: Number, unit: str, span: Span, noun: Tag | None, first: int, last: int) -> Counted:
    mention = Mention(span, span.of(line.text), noun.row.id if noun else "rule.counted_by_harm")
    high = None if number.high is None else int(number.high)
    return Counted(Quantity(mention, unit, int(number.low), high), first, last)


def _behind_noun(line: Line, number: Number, at: int, bounds: tuple[int, int, int]) -> Counted | None:
    """A number that follows the noun it counts: القرى الثلاث, القتلى الـ27, جنديين اثنين."""
    floor, free, last = bounds
    apart = is_article(line.form(at - 1))
    definite = apart or _is_definite(line, at)
    few = number.form == "words" and number.low <= 2 and number.high in (1, 2, None)
    if not definite and not few:
        return None
    for i in range(at - 1 - apart, max(at - 1 - apart - _BEFORE, free - 1), -1):
        noun = noun_at(line, i, at, len(line.joined(i))) if i not in line.time_at else None
        if noun and (noun.article or noun.pronoun != "") == definite:
            unit = noun.row["unit"]
            if few and not definite and not line.form(i).endswith(("ان", "ين")) and number.low == 2:
                return None
            parts = unit in KINDS and is_part(line, i)
            unit = _governed(line, i, floor, unit) or unit if unit in PERSONS and not parts else unit
            span = Span(line.tokens[i].after(line.glued(i)), max(line.tokens[last].span.end, number.span.end))
            return _told(line, number, unit, span, noun, i, last) if unit != UNCOUNTED else None
        if line.tokens[i].kind == "mark" or is_function(line, i) or is_verb(line, i):
            break
    return None


def _is_definite(line: Line, at: int) -> bool:
    """Whether a number word bears the article: الثلاث, and not ألف."""
    form = line.form(at)
    return form.startswith("ال") and bool(readings(form[2:]))


def _is_label(line: Line, at: int, last: int, noun: Tag | None, *, linked: bool) -> bool:
    """Whether a number names rather than counts: الفرقة 30, إف 16, شارع الستين."""
    if line.form(at - 1) in _DASHES and line.tokens[at - 1].span.end == line.tokens[at].span.start:
        return True  # إف-16
    if noun is None and not linked and line.number_at[at].form == "vague":
        return False
    if at == 0 or line.tokens[at - 1].kind != "word" or harm(line, at - 1) or at - 1 in line.time_at:
        return False
    if any(tag.table in ("means", "roles") and tag.last >= at for tag in line.tags[at - 1]):
        return True
    if _is_definite(line, at) and line.number_at[at].high is not None:
        return line.tagged(at - 1, "roles", "area", "site") is not None
    if noun is not None or linked or is_part(line, at) or line.is_term(at - 1, "amounts"):
        return False
    if line.is_term(at - 2, "amounts") or is_pronominal(line, at - 1):
        return False
    if not line.tagged(at - 1, "roles", "site", "area", "body", "thing") and _are_persons(line, last + 1, at):
        return line.form(last + 1).startswith("ال")  # قرار المجلس 2736 القاضي ب…
    if line.is_term(last + 1, "others") or any(tag.pronoun for tag in line.tags[at - 1]):
        return False  # أصيب في القصف 12 آخرون, قتل خلاله 6
    return not is_verb(line, at - 1) and not is_function(line, at - 1)


def _unit(line: Line, noun: Tag | None, head: int, at: int, floor: int) -> str:
    """What is counted: the noun's unit, or the harm that governs persons."""
    unit = noun.row["unit"] if noun else ""
    if unit in ("killed", "wounded"):
        also = harm(line, head + 1) if line.joined(head + 1) and head + 2 not in line.number_at else ""
        both = (also and also != unit) or in_casualties(line, at)
        return "people" if both else unit
    if noun and unit not in PERSONS and head - 1 not in line.number_at and is_one(line, head, noun):
        return governor(line, at, floor) or "people"  # ستة من أسرة, اثنين من طاقمها
    if unit and unit not in PERSONS:
        return unit
    if unit in KINDS and is_part(line, at):
        return unit
    persons = _are_persons(line, head, at)
    alone = not _nominal(line, head, len(line)) or head - 1 not in line.number_at
    return _governed(line, at, floor, unit, persons=persons or alone) or unit or ("people" if persons else "")


def _governed(line: Line, at: int, floor: int, unit: str, *, persons: bool = True) -> str:
    """The unit that a harm gives to persons: fighters who flee stay fighters, and so do children and the dead."""
    found = governor(line, at, floor, persons=persons or bool(unit))
    return "" if found == "displaced" and unit not in _DRIVEN else found


def _are_persons(line: Line, head: int, at: int) -> bool:
    """Whether a number without a counted noun tells of people: 4 وزراء, 137 آخرين, فر المئات."""
    sides = line.is_term(at - 1, "ofword") and line.number_at[at].low < _SIDES
    unnamed = "" if sides else "unnamed"  # من ثلاث جهات
    if (
        head in line.name_at
        or line.is_term(head, "others")
        or _is_native(line, head)
        or line.tagged(head, "roles", "position", unnamed)
    ):
        return True
    number = line.number_at[at]
    last = line.form(_past(line, number, at) - 1)
    return number.form == "vague" and (line.form(at)[len(line.joined(at)) :].startswith("ال") or last.startswith("ال"))


def _is_native(line: Line, at: int) -> bool:
    """Whether a word is a nationality, in the accusative or not: 67 إسرائيليا."""
    form = line.form(at)
    if line.is_term(at, "nationality"):
        return True
    return form.endswith("يا") and any(each.entry.kind == "nationality" for each in known(form[:-1])[0])


def _nominal(line: Line, at: int, end: int) -> bool:
    return at < end and line.tokens[at].kind == "word" and not ends_phrase(line, at)
