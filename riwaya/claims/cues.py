"""Who-says-what frames of a sentence: where a cue stands, where its source is named, where its content begins."""

from collections.abc import Mapping, Set
from functools import lru_cache

from riwaya.claims.frame import Frame
from riwaya.mentions.line import CLOSES, OPENS, Line, Tag, once
from riwaya.mentions.phrases import is_function, is_happening_noun, is_verb, naming_end, person_name, phrase_end
from riwaya.words.split import split

_REACH = 34  # tokens between a cue and the words that open its content
_NEAR = 14
_CLAUSAL = frozenset(("inna", "quote", "object"))  # what attaches a content that tells something by itself
_NAME = 3  # tokens; a shorter quotation is a name, a longer one is speech


def _speech_end(line: Line, content: int, attached: str) -> int:
    """Where a content ends that is a quotation from its first word on; else the end of the line."""
    number = line.quoted[content] if content < len(line) else -1
    if number < 0 or attached not in ("quote", "inna"):
        return len(line)
    last = max(at for at, other in enumerate(line.quoted) if other == number)
    begins = min(at for at, other in enumerate(line.quoted) if other == number)
    if content - begins > 1 or last - begins < (4 if attached == "quote" else 8):
        return len(line)
    return last + 1


def frames(line: Line) -> list[Frame]:
    """The frames of a sentence in order, each content running to the end of the sentence (the opener cuts them)."""
    out: list[Frame] = []
    free = 0
    for at in line.where("cues"):
        frame = _frame(line, at, out) if at >= free else None
        if frame:
            out.append(frame)
            free = max(frame.cue[1], frame.content[0] - 1 if frame.how != "fixed" else frame.cue[1], at) + 1
    return out


def _frame(line: Line, at: int, before: list[Frame]) -> Frame | None:
    for tag in line.tags[at]:
        if tag.table != "cues" or (line.name_at.get(at) and line.name_at[at].first < at):
            continue
        if (term := line.tagged(at, "terms", "connective")) and term.row["value"] == "background":
            continue
        if tag.column == "fixed":
            frame = _fixed(line, tag)
        elif _reads_otherwise(line, at, tag):
            continue
        elif tag.column in ("perfect", "imperfect") and tag.cut <= 1:
            frame = _verb(line, tag, before)
        elif tag.column == "participle" and tag.cut <= 1:
            frame = _participle(line, tag)
        elif tag.column == "noun":
            frame = _noun(line, tag)
        else:
            frame = None
        if frame:
            return frame
    return None


def _reads_otherwise(line: Line, at: int, tag: Tag) -> bool:
    """Whether a word that could be a cue is a word of grammar, a place or a common noun here (بين, قبل, مدينة)."""
    if tag.last > tag.first:
        return False
    if tag.first_person and line.quoted[at] < 0:
        return True
    if any(
        t.table == "terms" and (t.kind == "givenname" or (t.last > t.first and t.kind != "hedge"))
        for t in line.tags[at]
    ):
        return True
    said = line.is_term(tag.last + 1, "complementiser") or (
        _is_attach(line, tag.last + 1) and line.is_term(tag.last + 2, "complementiser")
    )
    if tag.column == "perfect" and line.is_term(at - 1, "negation") and not said:
        return True  # عدم نشر: a noun that looks like a perfect verb
    takes = _takes(tag)
    soon = any(line.is_term(near, "complementiser") for near in range(tag.last + 2, min(tag.last + 9, len(line))))
    if (
        tag.column == "perfect"
        and "li" not in takes
        and _prefixed_with(line, tag.last + 1, "ل")
        and not tag.cut
        and not soon
    ):
        return True  # مصدر تابع لـ
    if line.quoted[at] >= 0 and sum(1 for other in line.quoted if other == line.quoted[at]) <= _NAME:
        return True  # a word of a name between marks
    if line.is_term(at, "preposition", "auxiliary", "conjunction", "nationality") and not said:
        return not _reports(line, tag)
    if ((line.is_term(at, "negation") and tag.row["act"] != "deny") or at in line.place_at) and not said:
        return True
    if tag.pronoun and tag.column in ("perfect", "imperfect") and not said:
        return not _passes_to(line, tag)
    if tag.column == "participle":
        return any(t.table in ("roles", "happenings", "means") and t.cut <= tag.cut for t in line.tags[at]) and not said
    return False


def _reports(line: Line, tag: Tag) -> bool:
    """Whether a word of grammar opens its sentence as a verb of saying: وبين المتحدث أن."""
    if tag.first > 0 or not line.joined(0) or tag.column != "perfect" or not _can_speak(line, tag.last + 1):
        return False
    return any(line.is_term(at, "complementiser") for at in range(tag.last + 2, min(tag.last + _NEAR, len(line))))


def _passes_to(line: Line, tag: Tag) -> bool:
    """A cue verb with a pronoun whose content is what the pronoun stands for or what a preposition brings."""
    return "wara" in _takes(tag) and not line.tags[tag.first][0].article


def _verb(line: Line, tag: Tag, before: list[Frame]) -> Frame | None:
    takes = _takes(tag)
    after = tag.last + 1
    if "relay" in takes:
        relayed = _relayed(line, tag)
        if relayed:
            return relayed
    opened = _opening(line, after, takes.keys(), _REACH)
    if opened is None:
        return None
    zone_end, content, attached = opened
    zone = (after, zone_end) if _names_someone(line, after, zone_end) else (after, after)
    if zone[0] < zone[1] and not _may_speak(line, after, attached):
        if not takes.get("object") == takes.get("inna") == "" or attached in ("inna", "quote"):
            return None
        zone, content, attached = (after, after), after, "object"
    if zone[0] < zone[1] and _is_addressed(line, tag, after, attached):
        zone = (after, after)
    if zone[0] == zone[1] and not tag.first_person:
        zone = _subject_before(line, tag.first, before)
        if zone[0] == zone[1] and attached not in ("inna", "quote"):
            passive = tag.column == "imperfect" and attached == "object"  # وتعتبر المدينة: is held to be
            if passive or not _opens_clause(line, tag.first):
                return None
    if attached not in ("inna", "quote") and line.is_term(tag.first - 1, "relative", "negation"):
        return None
    how = "verb"
    start = min(tag.first, zone[0]) if zone[0] < zone[1] else tag.first
    return Frame(
        (tag.first, tag.last), tag, how, _act(tag, attached), bool(tag.row["hedge"]), zone,
        (content, _speech_end(line, content, attached)), _with_opener(line, start), relay=(after, zone_end), attached=attached,
    )  # fmt: skip


def _is_addressed(line: Line, tag: Tag, at: int, attached: str) -> bool:
    """Whether the noun behind a verb of demand or blame is whom it is put to, not who puts it: طالب تركيا بوقف …

    A masculine verb has no feminine subject right behind it.
    """
    if (
        tag.column != "perfect"
        or attached not in ("bi", "ila", "li")
        or tag.row["act"] not in ("demand", "accuse", "threaten")
    ):
        return False
    masculine = not line.form(tag.last).endswith("ت")
    return (
        masculine
        and line.form(at).endswith(("ه", "يا"))
        and not line.tagged(at, "roles", "title", "position", "people", "unnamed")
    )


def _opens_clause(line: Line, at: int) -> bool:
    """Whether a verb without a subject begins its sentence or follows a connective: وأكدت تصميمها."""
    before = _with_opener(line, at)
    return before == 0 or (bool(line.joined(at)) and line.tokens[at - 1].kind == "mark") or before < at


def _act(tag: Tag, attached: str) -> str:
    return _takes(tag).get(attached) or tag.row["act"]


def _takes(tag: Tag) -> Mapping[str, str]:
    """What may attach a content to a cue, each with the act that it gives, empty where the row's own act stands."""
    return _taken(tag.row["takes"])


@lru_cache(maxsize=1024)
def _taken(cell: str) -> Mapping[str, str]:
    return {name: act for name, _, act in (take.partition(":") for take in cell.split(","))}


def _participle(line: Line, tag: Tag) -> Frame | None:
    if tag.article or not _stands_alone(line, tag.first):
        return None
    opened = _opening(line, tag.last + 1, _takes(tag).keys(), _NEAR)
    if opened is None:
        return None
    zone_end, content, attached = opened
    return Frame(
        (tag.first, tag.last), tag, "participle", _act(tag, attached), bool(tag.row["hedge"]), (tag.last + 1,) * 2,
        (content, _speech_end(line, content, attached)), tag.first, relay=(tag.last + 1, zone_end), attached=attached,
    )  # fmt: skip


def _stands_alone(line: Line, at: int) -> bool:
    """Whether a participle stands as a circumstance: after a mark or a conjunction, or in the masculine accusative."""
    return line.form(at).endswith("ا") or at == 0 or line.tokens[at - 1].kind == "mark" or bool(line.joined(at))


def _may_speak(line: Line, at: int, attached: str) -> bool:
    """Whether the phrase behind a cue verb can be its source; an unknown one only before a clause or a quotation."""
    counted = at
    while counted in line.number_at:
        counted += 1
    if (
        _can_speak(line, counted)  # ثلاثة شهود
        or _opens_name(line, at)
        or line.tagged(at, "terms", "givenname", "softname", "nameparticle")
    ):
        return True
    if is_happening_noun(line, at) or line.tagged(at, "roles", "area", "thing", "site") or at in line.number_at:
        return False
    return attached in ("inna", "quote") and not _prefixed(line, at)


def _prefixed(line: Line, at: int) -> bool:
    """Whether a preposition of one letter is glued before the word."""
    return line.form(at).startswith(("لل", "ولل")) or line.glued(at) > len(line.joined(at))


def _noun(line: Line, tag: Tag) -> Frame | None:
    """A noun that attributes: إعلان الحكومة أن, قوله إن; only with its complementiser or a happening right behind it."""
    after = tag.last + 1
    opened = _opening(line, after, {name for name in _CLAUSAL if _takes(tag).get(name) == ""}, _NEAR)
    if opened is None:
        return None
    zone_end, content, attached = opened
    quoting = tag.cut > 2 * tag.article or bool(tag.pronoun)  # بالقول, قوله
    if attached == "object" and (tag.article or quoting or zone_end == after or tag.row["act"] != "assert"):
        return None
    if attached == "quote" and not quoting:
        return None
    zone = (after, zone_end) if _names_someone(line, after, zone_end) else (after, after)
    if zone[0] == zone[1] and not quoting:
        return None
    if zone[0] < zone[1] and (not _can_speak(line, after) or line.tagged(after, "roles", "material")):
        return None
    return Frame(
        (tag.first, tag.last), tag, "noun", tag.row["act"], bool(tag.row["hedge"]), zone, (content, len(line)), tag.first,
        attached=attached,
    )  # fmt: skip


def _fixed(line: Line, tag: Tag) -> Frame | None:
    after = tag.last + 1
    while line.is_term(after, "relative") or line.form(after) in ("ل",) or line.form(after) == "ـ":
        after += 1
    if after < len(line) and (inner := line.tagged(after, "cues")) and inner.column in ("perfect", "imperfect"):
        after = inner.last + 1
    if after >= len(line) and not tag.pronoun:
        return None
    end = _fixed_end(line, after)
    content = end
    while content < len(line) and (line.tokens[content].kind == "mark" or line.is_term(content, "complementiser")):
        content += 1
    if content >= len(line) and tag.row["act"] == "deny":
        return None  # what is denied is said here, and nobody is named who denies it: أكدت الوزارة أنه لا صحة لمقتل …
    return Frame(
        (tag.first, tag.last), tag, "fixed", tag.row["act"], bool(tag.row["hedge"]), (after, end),
        (content, len(line)), tag.first,
    )  # fmt: skip


def _fixed_end(line: Line, first: int) -> int:
    """Where the source named by a fixed expression ends: at a mark, a cue or a connective."""
    at = first
    while at < len(line) and at - first < 16:
        if line.tokens[at].kind == "mark" and not _opens_name(line, at) and not _closes_name(line, at):
            break
        if at > first and (line.is_term(at, "connective", "complementiser") or is_verb(line, at)):
            break
        at += 1
    name = line.name_at.get(first)
    return min(at, phrase_end(line, first) + 1) if name and name.first == first else at


def _opens_name(line: Line, at: int) -> bool:
    return line.form(at) in OPENS and at + 1 < len(line)


def _closes_name(line: Line, at: int) -> bool:
    return line.form(at) in CLOSES and any(line.form(i) in OPENS for i in range(max(0, at - 6), at))


def _relayed(line: Line, tag: Tag) -> Frame | None:
    """نقلت وكالة عن مسؤول قوله إن: the relay is named behind the verb, the origin behind عن."""
    after = tag.last + 1
    link = next((i for i in range(after, min(after + 12, len(line))) if _is_attach(line, i, "an")), None)
    if link is None:
        return None
    opened = _opening(line, link + 1, _CLAUSAL, _REACH)
    if opened is None or not _may_speak(line, link + 1, "inna"):
        return None
    zone_end, content, attached = opened
    cue = (tag.first, tag.last)
    for at in range(link + 1, zone_end):
        inner = line.tagged(at, "cues")
        if inner and inner.column in ("noun", "participle", "fixed") and inner.last + 1 >= zone_end - 1:
            cue, tag, zone_end = (inner.first, inner.last), inner, at
            break
    relay = (after, link) if link > after else _subject_before(line, tag.first, [])
    return Frame(
        cue, tag, "relay", tag.row["act"], bool(tag.row["hedge"]), (link + 1, zone_end), (content, len(line)),
        _with_opener(line, min(after - 1, relay[0] if relay[1] > relay[0] else after - 1)), relay=relay, attached=attached,
    )  # fmt: skip


def _opening(line: Line, first: int, names: Set[str], reach: int) -> tuple[int, int, str] | None:
    """Where a cue's content opens behind `first`: the end of the source's zone, the first content token, and by what."""
    limit = min(len(line), first + reach)
    head_end = _head_end(line, first)
    at = first
    while at < limit:
        form = line.form(at)
        tag = line.tagged(at, "terms", "complementiser")
        if tag and tag.cut <= 1 and names & {"inna", "quote", "an", "ala", "ila", "min", "bi"}:
            end = at - 1 if at > first and _is_attach(line, at - 1) else at
            return end, _skip_marks(line, tag.last + 1), "inna"
        if form == ":" and names & {"inna", "quote"}:
            return at, _skip_marks(line, at + 1), "quote"
        if _opens_speech(line, at):
            if names & {"inna", "quote", "object", "an", "ala", "ila", "bi"}:
                return at, at + 1, "quote"
            return None
        if at >= head_end:
            attached = _attachment(line, at, names, first)
            if attached:
                return at, attached[0], attached[1]
        if line.tokens[at].kind == "mark" and form in ".؛;!؟?":
            return None
        if at > first and _another_cue(line, at):
            return None
        at += 1
    return None


def _head_end(line: Line, first: int) -> int:
    """The token behind the first noun phrase, or `first` where a preposition or a happening stands there at once."""
    if (
        first >= len(line)
        or _is_attach(line, first)
        or line.tokens[first].kind == "mark"
        or is_happening_noun(line, first)
    ):
        return first
    return _source_end(line, first) + 1


@once
def _source_end(line: Line, first: int) -> int:
    """The last token of the phrase that names a source: with the person behind an office, else the noun phrase."""
    last = phrase_end(line, first)
    if line.tagged(first, "roles", "title", "position", "unnamed"):
        limit = naming_end(line, first, 16)
        named = person_name(line, first + 1, limit)
        if named is None and limit + 2 < len(line) and line.form(limit) in ("،", ","):
            apposed = person_name(line, limit + 1, min(len(line), limit + 6))
            named = apposed if apposed and apposed[0] == limit + 1 else None
        if named:
            return named[1]
        if last + 2 < len(line) and line.is_term(last + 1, "ofword") and not _is_attach(line, last + 1):
            last = phrase_end(line, last + 2)  # الناطق باسم اللواء
    named = person_name(line, first, min(len(line), first + 6))
    return max(last, named[1]) if named and named[0] == first else last


def _attachment(line: Line, at: int, names: Set[str], first: int) -> tuple[int, str] | None:
    """A preposition or a bare verbal noun that opens the content: (first content token, what attaches it)."""
    for name in ("an", "ala", "ila", "min", "fi"):
        if name in names and _is_attach(line, at, name):
            begins = _skip_marks(line, at + 1)
            if said := line.tagged(begins, "terms", "complementiser"):
                return _skip_marks(line, said.last + 1), "inna"
            if begins < len(line) and (
                name != "min" or is_happening_noun(line, begins) or line.is_term(begins, "complementiser")
            ):
                return begins, name
    fixed = line.tagged(at, "cues")
    for letter, name in (("ب", "bi"), ("ل", "li")) if not (fixed and fixed.column == "fixed") else ():
        if name in names and line.form(at) == letter:
            return _skip_marks(line, at + 1), name
        if name in names and _glued_with(line, at, letter):
            return at, name
    if "object" in names and not _prefixed(line, at) and not line.joined(at):
        if is_happening_noun(line, at) or (at > first and _is_object(line, first, at)):
            return at, "object"
    return None


def _is_object(line: Line, first: int, at: int) -> bool:
    """Whether a noun stands right behind the source, with nothing but a time between: أعلن الوزير بدء المرحلة."""
    if line.tokens[at].kind != "word" or at in line.time_at or is_function(line, at) or is_verb(line, at):
        return False
    if line.is_term(at, "adverb", "demonstrative") or line.tagged(at, "cues"):
        return False
    if line.tagged(at, "roles", "title", "position"):
        return False  # an apposition: فلان وزير الثقافة
    between = range(_source_end(line, first) + 1, at)
    return all(i in line.time_at or line.form(i) in ("،", ",") for i in between)


def _is_attach(line: Line, at: int, name: str = "") -> bool:
    tag = line.tagged(at, "terms", "attach")
    return tag is not None and tag.cut == 0 and (not name or tag.row["value"] == name)


def _glued_with(line: Line, at: int, letter: str) -> bool:
    """Whether a preposition of one letter is glued before a happening or a definite noun."""
    form = line.form(at)
    if not form.startswith(letter) or len(form) < 4:
        return False
    if form[1:].startswith("ال") or (letter == "ل" and form.startswith("لل")):
        return True
    if not line.tags[at] and split(form).proclitics == (letter,):
        return True
    return any(tag.cut - 2 * tag.article == 1 for tag in line.tags[at])


def _opens_speech(line: Line, at: int) -> bool:
    """Whether a quotation longer than a name opens at this mark."""
    if line.tokens[at].kind != "mark" or at + 1 >= len(line):
        return False
    number = line.quoted[at + 1]
    if number < 0 or line.quoted[at] == number:
        return False
    if line.sentence.quotations[number].span.start != line.tokens[at + 1].span.start:
        return False
    length = sum(1 for q in line.quoted if q == number)
    return length > _NAME and not (at and line.form(at - 1) in ("ل", "ـ", "لـ"))


def _skip_marks(line: Line, at: int) -> int:
    while at < len(line) and line.tokens[at].kind == "mark":
        at += 1
    return at


def _another_cue(line: Line, at: int) -> bool:
    """Whether a further attribution begins here, so that this one never opened."""
    tag = line.tagged(at, "cues")
    if tag is None or _reads_otherwise(line, at, tag):
        return False
    if tag.column in ("perfect", "imperfect"):
        return tag.cut <= 1 and not line.is_term(at - 1, "relative") and not _after_statement(line, at)
    return tag.column == "participle" and line.tokens[at - 1].kind == "mark" and not tag.article


def _after_statement(line: Line, at: int) -> bool:
    """تصريح نقلته وكالة, بيان أصدره: a verb that only says how the statement came about."""
    return line.tagged(at - 1, "roles", "material") is not None or line.tagged(at - 1, "cues") is not None


def _prefixed_with(line: Line, at: int, letter: str) -> bool:
    form = line.form(at)
    return form.startswith(letter * 2) or (form.startswith(letter) and line.glued(at) == 1)


def _names_someone(line: Line, first: int, end: int) -> bool:
    """Whether the zone begins with a noun phrase rather than with an adverb, a preposition or nothing."""
    if end <= first or (len(line.form(first)) < 2 and line.tokens[first].kind == "word"):
        return False
    if line.tokens[first].kind == "mark" and not _opens_name(line, first):
        return False
    while first < end and first in line.time_at:
        first += 1
    if first >= end or line.is_term(first, "preposition", "attach", "connective", "passon", "pronoun", "negation"):
        return False
    return line.tokens[first].kind != "number" and not line.is_term(first, "adverb") and not _prefixed(line, first)


def _subject_before(line: Line, cue: int, before: list[Frame]) -> tuple[int, int]:
    """The noun phrase before a cue verb that is its subject, as half-open tokens; empty where none fits."""
    floor = max((frame.content[0] for frame in before), default=0)
    first = cue
    while first > floor:
        at = first - 1
        if line.tokens[at].kind == "mark" and not _closes_name(line, at) and not _opens_name(line, at):
            if not (line.form(at) in "،," and cue - at <= 2):
                break
        if line.is_term(at, "connective", "complementiser", "relative"):
            break
        if is_verb(line, at) and not line.is_term(at, "auxiliary"):
            return cue, cue
        first = at
        if line.joined(at) and (line.tagged(at, "roles") or at in line.name_at) and at - 1 >= floor:
            if line.tokens[at - 1].kind != "word" or is_verb(line, at - 1):
                break
    while first < cue and (
        line.is_term(first, "auxiliary", "opener", "conjunction", "demonstrative") or line.tokens[first].kind == "mark"
    ):
        first += 1
    last = cue
    while last > first and (
        line.is_term(last - 1, "auxiliary", "future", "hedge") or line.tokens[last - 1].form == "،"
    ):
        last -= 1
    if first >= last or not _names_someone(line, first, last) or not _can_speak(line, first):
        return cue, cue
    return first, last


def _can_speak(line: Line, at: int) -> bool:
    """Whether the phrase that begins here is someone or something that speaks."""
    found = line.name_at.get(at)
    if found and found.first == at:
        return True
    return line.tagged(at, "roles", "title", "position", "body", "unnamed", "media", "material", "people") is not None


def _with_opener(line: Line, at: int) -> int:
    """The frame's beginning with the connective and the comma that lead it in (وفي المقابل, قال …)."""
    while at > 0 and (line.is_term(at - 1, "connective", "auxiliary") or line.form(at - 1) in ("،", ",")):
        at -= 1
    return at
