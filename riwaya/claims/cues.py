"""Who-says-what frames of a sentence: where a cue stands, where its source is named, where its content begins."""

from collections.abc import Mapping, Sequence, Set
from functools import lru_cache

from riwaya.claims.frame import Frame
from riwaya.mentions.line import CLOSES, COMMAS, OPENS, Line, Tag, once
from riwaya.mentions.phrases import (
    counted,
    is_function,
    is_happening_noun,
    is_pronominal,
    is_verb,
    looks_imperfect,
    naming_end,
    past_addressee,
    person_name,
    phrase_end,
)
from riwaya.words.fold import folded
from riwaya.words.split import rarity, split

_REACH = 34  # tokens between a cue and the words that open its content
_NEAR = 14
_ORDINARY = 20  # and what bears an ending is more common without it
_COMMON = 17  # words in a class below this are too common to be a name that no list knows
_CLAUSAL = frozenset(("inna", "quote", "object"))  # what attaches a content that tells something by itself
_RARER = 6  # classes by which a word with a preposition glued to it is rarer than without
_LONGEST_NAME = 9  # tokens, with the marks around it
_JUDGED = ("deny", "condemn", "admit", "praise", "accuse")  # acts whose content may be named before them
_SPEECH_MARKS = (":", *OPENS)  # behind which words of speech stand
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
    behind = _skip_marks(line, last + 1)
    if line.joined(behind) and line.is_term(behind, "complementiser"):
        return len(line)  # قال إن «…»، وإن …
    return last + 1


def told_of(line: Line, *, bodies: bool = False) -> tuple[int, int]:
    """The subject that speaks if anybody does in a sentence without a cue of its own, as half-open tokens: the noun phrase
    behind the verb that opens it (استقبل الوزير وفدا، مؤكدا أن …); empty where that is no person.
    """
    at = 0
    while at < len(line) and (
        line.is_term(at, "connective", "auxiliary", "conjunction") or line.form(at) in COMMAS or at in line.time_at
    ):
        at += 1
    if at >= len(line) or line.tokens[at].kind != "word" or line.form(at).startswith(("ال", "وال")):
        return 0, 0
    nominal = any(tag.column not in ("perfect", "imperfect") for tag in line.tags[at]) and not is_verb(line, at)
    if nominal or line.form(at).endswith("ه"):
        return 0, 0
    first = past_addressee(line, at + 1)
    if first >= len(line) or _prefixed(line, first):
        return 0, 0
    if line.tagged(first, "roles", "title", "position"):
        named = person_name(line, first + 1, naming_end(line, first, 14))
        if named is None and line.form(first).startswith("ال"):
            return 0, 0  # one who speaks already: المبعوث
        return first, (named[1] if named else _source_end(line, first)) + 1
    speaks = _is_person(line, first) or (bodies and can_speak(line, first))
    return (first, _source_end(line, first) + 1) if speaks else (0, 0)


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
        if tag.table != "cues" or (line.name_at.get(at) and line.name_at[at].first < at) or _is_preposed(line, tag):
            continue
        if _in_background(line, at):
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
            frame = _noun(line, tag) or _rumour(line, tag, before)
        else:
            frame = None
        if frame:
            return frame
    return None


def told_back(line: Line, found: Sequence[Frame]) -> list[Frame]:
    """The frames whose content stands before a verb that takes it up by a pronoun: هجوم تبنته الجماعة, خطوة استنكرتها
    المفوضية, …، وهو ما نفاه الوزير; none within the words of another.
    """
    out: list[Frame] = []
    for at in line.where("cues"):
        tag = line.tagged(at, "cues")
        if tag is None or tag.column not in ("perfect", "imperfect") or not tag.pronoun or tag.cut or tag.last > at:
            continue
        first = past_addressee(line, tag.last + 1)
        if tag.row["act"] not in _JUDGED or first >= len(line) or line.is_term(first, "complementiser"):
            continue
        if not can_speak(line, first) and not _is_person(line, first):
            continue
        content = _taken_up(line, at, found)
        if content[0] < content[1]:
            zone = (first, _source_end(line, first) + 1)
            out.append(Frame((at, at), tag, "behind", tag.row["act"], False, zone, content, content[0]))
    return out


def _taken_up(line: Line, cue: int, found: Sequence[Frame]) -> tuple[int, int]:
    """What a pronoun on a verb stands for: the noun before it, or the whole clause before 'which'; empty where none does."""
    around = [frame for frame in found if frame.how != "fixed" and frame.start < cue]
    end = cue - 1 if line.is_term(cue - 1, "relative") else cue
    if line.tagged(cue - 1, "terms", "content"):
        end = next((at for at in range(cue - 2, max(0, cue - 5), -1) if line.form(at) in COMMAS), 0)
        return (around[-1].content[0] if around else 0, end)
    if around and around[-1].content[0] <= cue < around[-1].content[1]:
        return cue, cue
    end -= line.form(end - 1) in COMMAS
    first = end
    while first > 0 and line.tokens[first - 1].kind == "word" and not is_verb(line, first - 1):
        if is_function(line, first - 1) or end - first >= _NEAR:
            break
        first -= 1
        if line.joined(first) or line.glued(first):
            break
    return first, end


def _in_background(line: Line, at: int) -> bool:
    """Whether a word stands in an expression that brings background and nobody's words: ومن الجدير ذكره أن."""
    return any(
        (tag.row["value"] == "background" or (tag.kind == "passon" and tag.first < at)) and tag.first <= at <= tag.last
        for back in range(max(0, at - 4), at + 1)
        for tag in line.tags[back]
        if tag.table == "terms" and tag.kind in ("connective", "passon")
    )


def _is_preposed(line: Line, tag: Tag) -> bool:
    """Whether a preposition is glued before what would be a verb, which takes none: بعرض, بتأكيد."""
    letters = {"perfect": "بلك", "imperfect": "بك"}.get(tag.column, "")
    return tag.cut == 1 and line.form(tag.first)[:1] in letters if letters else False


def _reads_otherwise(line: Line, at: int, tag: Tag) -> bool:
    """Whether a word that could be a cue is a word of grammar, a place or a common noun here (بين, قبل, مدينة)."""
    if line.tagged(at, "terms", "imputed"):
        return True
    if tag.last > tag.first:
        return False
    if tag.column == "imperfect" and _spelled_apart(line, tag):
        return True  # شخص يدعى
    if tag.first_person and line.quoted[at] < 0:
        return True
    if "relay" in _takes(tag) and _is_attach(line, tag.last + 1, "ila"):
        return True  # نقل إلى المستشفى
    if tag.column == "imperfect" and "an" not in _takes(tag):
        if line.is_term(at - 1, "negation") and _is_attach(line, tag.last + 1, "an"):
            return True  # لا تقل عن: not a word of saying
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
        return not _reports(line, tag) and not _speaks_of(line, tag)
    if ((line.is_term(at, "negation") and tag.row["act"] != "deny") or at in line.place_at) and not said:
        return True
    if tag.pronoun and tag.column in ("perfect", "imperfect") and not said:
        return not _passes_to(line, tag)
    if tag.column == "participle":
        return any(t.table in ("roles", "happenings", "means") and t.cut <= tag.cut for t in line.tags[at]) and not said
    return False


def _spelled_apart(line: Line, tag: Tag) -> bool:
    """Whether a verb that its list ends with a dotted ya is written here without dots, where dots are written."""
    raw = line.tokens[tag.first].span.of(line.text)
    dotted = any(form.endswith("ي") for form in tag.row.all("imperfect"))
    return raw.endswith("ى") and dotted and "ي" in line.text


def _reports(line: Line, tag: Tag) -> bool:
    """Whether a word of grammar opens its sentence as a verb of saying: وبين المتحدث أن."""
    if tag.first > 0 or line.form(0)[:1] not in "وف" or tag.column != "perfect" or not can_speak(line, tag.last + 1):
        return False
    return any(line.is_term(at, "complementiser") for at in range(tag.last + 2, min(tag.last + _NEAR, len(line))))


def _speaks_of(line: Line, tag: Tag) -> bool:
    """Whether somebody who can speak and 'of' stand behind a verb that is an auxiliary elsewhere: تحدث ناشطون عن …"""
    first = past_addressee(line, tag.last + 1)
    behind = _source_end(line, first) + 1 if first < len(line) and can_speak(line, first) else 0
    behind = behind or (first if _is_topic(line, tag.first) else 0)
    return (
        behind > 0 and "an" in _takes(tag) and any(_is_attach(line, at, "an") for at in range(behind, behind + _NEAR))
    )


def _passes_to(line: Line, tag: Tag) -> bool:
    """A cue verb with a pronoun whose content is what the pronoun stands for or what a preposition brings."""
    return "wara" in _takes(tag) and not line.tags[tag.first][0].article


def _verb(line: Line, tag: Tag, before: list[Frame]) -> Frame | None:
    takes = _takes(tag)
    after = _past_initial(line, tag.last + 1)
    if "relay" in takes:
        relayed = _relayed(line, tag)
        if relayed:
            return relayed
    if _closes_speech(line, tag.first) and (inverted := _as_said(line, tag)):
        return inverted
    opened = _opening(line, after, takes.keys(), _REACH)
    if tag.last > tag.first and _is_attach(line, tag.last, "an") and opened:  # وعبر عن | امتنانه
        opened = (after, *opened[1:]) if opened[2] in ("inna", "quote") else (after, after, "an")
    if opened is None and tag.last > tag.first and "object" in takes and line.is_term(tag.last, "actnoun"):
        opened = (after, after, "object")  # وشدد على أهمية | توفير المأوى
    if opened is None and "object" in takes and _bare_object(line, tag, before):
        opened = (after, after, "object")
    if opened is None and "min" in takes and tag.row["act"] == "demand":
        link = _head_end(line, after)
        if _is_attach(line, link, "min") and link + 1 < len(line):
            opened = (link, link + 1, "min")  # وطلبت واشنطن من | الطرفين الكف عن …
    if opened is None and "object" in takes and tag.row["act"] in _JUDGED:
        opened = _judged_last(line, after)
    if opened is None:
        return _renewed_by_subject(line, tag, after) or _as_said(line, tag)
    zone_end, content, attached = opened
    if attached == "bi" and content == after and "wara" in takes:
        return None  # معارك وصفت بالعنيفة: nobody says so
    named = past_addressee(line, after)
    zone = (after, zone_end) if _names_someone(line, named, zone_end) else (after, after)
    if zone[0] < zone[1] and _bears_tanwin(line, named):
        return None
    saying = tag.row["act"] == "assert" and not {"object", "bi", "an", "ala", "fi"} & takes.keys()
    if zone[0] < zone[1] and not _may_speak(line, named, attached, saying) and not _alone_between(line, zone, attached):
        if not takes.get("object") == takes.get("inna") == "" or attached in ("inna", "quote"):
            return None
        zone, content, attached = (after, after), after, "object"
    if zone[0] < zone[1] and (tag.first_person or _is_addressed(line, tag, after, attached)):
        zone = (after, after)
    joined = bool(line.joined(tag.first)) and not _is_topic(line, tag.first)
    owner = next((one.zone for one in before if one.zone[0] < one.zone[1] == tag.first), (after, after))
    if zone[0] == zone[1] and owner[0] < owner[1] and not tag.first_person:
        zone = owner  # وفقا لمصدر عسكري | أكد سقوط قتلى: what is said of whom the expression names
    alone = tag.first_person or joined  # … زار المدينة وأكد: no subject stands before 'and'
    named_before = zone == owner and zone[0] < zone[1]
    told_before = (after, after) if alone or named_before else _subject_before(line, tag.first, before)
    if told_before[0] < told_before[1] and (_subject_first(line, told_before[0]) or _is_topic(line, tag.first)):
        zone = told_before
    if zone[0] == zone[1] and not tag.first_person:
        zone = told_before
        impersonal = zone[0] == zone[1] and tag.row["hedge"] and tag.column == "imperfect"
        if impersonal and not line.joined(tag.first) and not _opens_clause(line, tag.first):
            return None  # طائرات يعتقد أنها …: what hedges one noun
        followed_by = line.is_term(tag.first - 1, "relative") and attached == "ila"
        if zone[0] == zone[1] and attached not in ("inna", "quote") and not followed_by:
            passive = tag.column == "imperfect" and attached == "object"  # وتعتبر المدينة: is held to be
            if passive or not _opens_clause(line, tag.first):
                return None
    followed = False
    if (
        line.is_term(tag.first - 1, "relative")
        and zone[0] == zone[1]
        and (attached in ("inna", "quote", "ila") or tag.row["act"] != "assert")
    ):
        owner = _subject_before(line, tag.first - 1, before)  # المرصد الذي قال إن
        followed = owner[0] < owner[1]
        zone = owner if followed else zone
    if attached not in ("inna", "quote") and line.is_term(tag.first - 1, "relative", "negation") and not followed:
        return None
    if attached in ("bi", "ila", "ala", "li") and tag.row["act"] == "accuse":
        zone = _without_accused(line, zone)
    how = "verb"
    start = min(tag.first, zone[0]) if zone[0] < zone[1] else tag.first
    through = _passed_through(line, zone)
    if through:
        return Frame(
            (through.first, through.last), tag, "relay", _act(tag, attached), bool(tag.row["hedge"]),
            (through.last + 1, _before_saying(line, through.last + 1, zone[1])), (content, len(line)),
            _with_opener(line, start), relay=(zone[0], through.first), attached=attached,
        )  # fmt: skip
    inner = _renewed(line, tag, after, content, zone)
    if inner:
        return inner
    return Frame(
        (tag.first, tag.last), tag, how, _act(tag, attached), bool(tag.row["hedge"]), zone,
        (content, _speech_end(line, content, attached)), _with_opener(line, start), relay=(after, zone_end), attached=attached,
    )  # fmt: skip


def _bare_object(line: Line, tag: Tag, before: list[Frame]) -> bool:
    """Whether a noun that nobody speaks by stands right behind a verb of judging whose subject stands before it or is
    dropped: الوزير نفى استخدام …, وانتقد سياسة الحكومة.
    """
    at = tag.last + 1
    if tag.row["act"] not in _JUDGED or at >= len(line) or not _may_be_object(line, at) or line.tagged(at, "cues"):
        return False
    if line.joined(at) or _prefixed(line, at) or can_speak(line, at) or line.begins(at) or _is_person(line, at):
        return False
    subject = _subject_before(line, tag.first, before)
    if tag.row["act"] == "deny" and subject[0] < subject[1]:
        return not line.joined(tag.first)
    owns = at + 1 < len(line) and line.form(at + 1).startswith("ال") and not line.form(at).startswith("ال")
    return owns and tag.column == "perfect" and line.tagged(at, "roles") is None and not _unlisted_name(line, at)


def _unlisted_name(line: Line, at: int) -> bool:
    """Whether a word may be a name that no list holds, by how rare it is."""
    return rarity(line.form(at)) >= _COMMON


def _judged_last(line: Line, first: int) -> tuple[int, int, str] | None:
    """The definite noun that ends what stands behind a verb of judging, which is what is judged and no part of the name
    before it: نفى أقارب العائلة | التهمة, استهجنت وزيرة الخارجية | الخطوة; None where none ends it.
    """
    if first >= len(line) or line.tokens[first].kind == "mark" or _prefixed(line, first):
        return None
    last = _source_end(line, first)
    behind = last + 1
    if behind < len(line) and line.tokens[behind].kind == "word" and line.form(behind).startswith("ال"):
        last = behind
    ends = last + 1 >= len(line) or line.tokens[last + 1].kind == "mark" or line.joined(last + 1)
    form = line.form(last)
    named = line.begins(last) is not None or last in line.name_at or line.tagged(last, "roles") is not None
    owner = line.form(last - 1)
    if last - first < 1 or not ends or named or not form.startswith("ال") or form.endswith(("ي", "يه", "ين", "ون")):
        return None
    complete = owner.startswith("ال") or last - 1 in line.name_at or last - 1 in line.place_at
    person = not complete and not line.tags[last - 1] and last - first >= 2  # دلير بابان | الاتهام
    return (last, last, "object") if complete or person or last == behind else None


def _is_topic(line: Line, cue: int) -> bool:
    """Whether a verb behind 'as for' takes up the subject that stands before it: أما الوزير | فأقر بـ…"""
    if line.form(cue)[:1] != "ف":
        return False
    return any(line.is_term(at, "topic") for at in range(max(0, cue - _NEAR), cue))


def _past_initial(line: Line, at: int) -> int:
    """The token behind a title shortened to a letter: قال د. | سالم الحداد."""
    while len(line.form(at)) == 1 and line.tokens[at].kind == "word" and line.form(at + 1) in (".", "/"):
        at += 2
    return at


def _passed_through(line: Line, zone: tuple[int, int]) -> Tag | None:
    """The expression within a source's zone behind which the origin stands: ذكرت الوكالة نقلا عن مصدر أن."""
    for at in range(zone[0] + 1, zone[1] - 1):
        for tag in line.tags[at]:
            if tag.table == "cues" and tag.column == "fixed" and "relay" in _takes(tag):
                return tag
    return None


def _before_saying(line: Line, first: int, end: int) -> int:
    """A zone's end without the noun of saying that closes it: نقلا عن مسعف | قوله."""
    tag = line.tagged(end - 1, "cues")
    return end - 1 if end - 1 > first and tag and tag.column in ("noun", "fixed", "participle") else end


def _renewed(line: Line, tag: Tag, after: int, content: int, zone: tuple[int, int]) -> Frame | None:
    """The frame of a noun of saying that a verb of saying brings: جدد الوزير دعوته إلى, أعلنت الجماعة مسؤوليتها عن."""
    if tag.row["act"] != "assert" or tag.column not in ("perfect", "imperfect"):
        return None
    for at in range(after, min(content + 1, len(line))):
        for noun in line.tags[at]:
            owned = noun.pronoun or line.form(at).endswith(("ته", "تها", "تهم"))  # مسؤوليته is listed as it stands
            if noun.table != "cues" or noun.column != "noun" or not owned or noun.row["act"] == "assert":
                continue
            if noun.cut or line.is_term(at - 1, "complementiser"):
                continue
            if line.is_term(at - 1, "preposition") and not _is_attach(line, at - 1, "an"):
                continue  # في دعوته
            opened = _opening(line, noun.last + 1, _takes(noun).keys(), _NEAR)
            if opened is None:
                continue
            end = at - 1 if _is_attach(line, at - 1) else at
            named = (zone[0], min(zone[1], end)) if zone[0] < min(zone[1], end) else (after, after)
            start = min(tag.first, zone[0]) if zone[0] < zone[1] else tag.first
            return Frame(
                (noun.first, noun.last), noun, "verb", _act(noun, opened[2]), bool(noun.row["hedge"]), named,
                (opened[1], len(line)), _with_opener(line, start), relay=(after, end), attached=opened[2],
            )  # fmt: skip
    return None


def _renewed_by_subject(line: Line, tag: Tag, after: int) -> Frame | None:
    """Such a frame where the verb itself opens no content: أعلنت الكتيبة، الجناح العسكري للحزب، | مسؤوليتها عن …"""
    if after >= len(line) or not can_speak(line, after):
        return None
    return _renewed(line, tag, after, min(len(line), after + _NEAR), (after, _source_end(line, after) + 1))


def _as_said(line: Line, tag: Tag) -> Frame | None:
    """A verb of saying behind a content that it names the speaker of: …، كما قال رئيس البلدية."""
    after = tag.last + 1
    led = line.is_term(tag.first - 1, "connective") or _closes_speech(line, tag.first)
    if tag.cut or tag.row["act"] != "assert" or not led or tag.first < 3:
        return None
    if not _names_someone(line, after, len(line)) or not _may_speak(line, after, "inna", True):
        return None
    end = _source_end(line, after) + 1
    if end < len(line) and line.tokens[end].kind != "mark" and not line.is_term(end, "relative"):
        return None
    return Frame(
        (tag.first, tag.last), tag, "fixed", tag.row["act"], bool(tag.row["hedge"]), (after, end), (end, len(line)),
        tag.first - line.is_term(tag.first - 1, "connective"),
    )  # fmt: skip


def _closes_speech(line: Line, at: int) -> bool:
    """Whether a quotation longer than a name closes right before a verb: «لم يبق شيء»، | تقول أم خالد."""
    mark = at - 1 - (line.form(at - 1) in COMMAS)
    number = line.quoted[mark - 1] if mark > 0 else -1
    return line.form(mark) in CLOSES and number >= 0 and line.quoted[at] != number and line.quoted.count(number) > _NAME


def _subject_first(line: Line, at: int) -> bool:
    """Whether the word before a phrase puts the subject before its verb: إن الوزير أكد, كان الوزير قد أكد."""
    return line.is_term(at - 1, "complementiser") or _is_kana(line, at - 1)


def _bears_tanwin(line: Line, at: int) -> bool:
    """Whether a word is written with the tanwin of the accusative, in which no subject stands: أعلن | حرباً مفتوحة."""
    token = line.tokens[at]
    raw = token.span.of(line.text)
    return token.kind == "word" and raw.endswith(("ًا", "اً"))


def _without_accused(line: Line, zone: tuple[int, int]) -> tuple[int, int]:
    """A source's zone without the body that is accused or asked behind it: اتهمت اللجان | حزب الفجر بقصف …"""
    for at in range(zone[0] + 1, zone[1]):
        found = line.name_at.get(at)
        body = found is not None and found.first == at and found.means[0].table == "actors"
        if body and not line.joined(at) and not _prefixed(line, at) and line.form(at - 1) not in OPENS:
            if not line.is_term(at - 1, "attach", "preposition", "ofword") and line.form(at - 1).startswith("ال"):
                return zone[0], at
            if at - 1 in line.name_at or at - 1 in line.place_at:
                return zone[0], at
    return zone


def _is_kana(line: Line, at: int) -> bool:
    """Whether a clause opens with the verb that puts what follows into the past: وكان فلان (قد) صرح."""
    tag = line.tagged(at, "terms", "auxiliary")
    return tag is not None and tag.row["value"] == "past" and (_with_opener(line, at) == 0 or tag.cut == 1)


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
    if _is_accusative(line, at):
        return True  # طالب المسؤولين: no subject stands in the accusative
    if line.form(tag.last).endswith("ت"):
        return False
    found = line.begins(at)
    state = found is not None and (found.means[0].table != "actors" or found.means[0]["kind"] == "state")
    feminine = line.form(at).endswith(("ه", "يا")) or (
        state and not line.form(at).startswith("ال")
    )  # واتهم | إيران بـ…
    return feminine and not line.tagged(at, "roles", "title", "position", "people", "unnamed")


def _is_accusative(line: Line, at: int) -> bool:
    """Whether a noun of people stands in the plural of the accusative, and is no word that ends so by itself: الأمين."""
    form = line.form(at)
    tag = line.tagged(at, "roles", "people", "unnamed", "position", "body")
    if tag is None or not form.endswith("ين"):
        return False
    return tag.last == at and any(folded(other).endswith(form[-4:-2] + "ون") for other in tag.row.all("form"))


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
    behind = line.tagged(tag.last + 1, "cues")
    if behind and behind.column == "perfect" and not line.joined(tag.last + 1):
        return None  # مصدرا مطلعا قال: an adjective of who speaks
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
    if line.form(at).endswith("ا") or at == 0 or line.tokens[at - 1].kind == "mark" or line.joined(at):
        return True
    if line.form(at).endswith("ين") and not line.form(at - 1).endswith("ين"):
        tag = line.tagged(at, "cues")
        return tag is not None and tag.row["act"] == "demand"  # تظاهر المئات | مطالبين بـ…
    return line.form(at).endswith(("ه", "ين")) and line.is_term(at + 1, "complementiser")  # … الخطوة | قائلة إنها


def _may_speak(line: Line, at: int, attached: str, saying: bool = False) -> bool:
    """Whether the phrase behind a cue verb can be its source; an unknown one only before a clause or a quotation, an
    ordinary noun only behind a verb that does nothing but say (`saying`): قال | مدرب الفريق إن …
    """
    if (
        can_speak(line, at)
        or _opens_name(line, at)
        or line.tagged(at, "terms", "givenname", "softname", "nameparticle")
        or _is_person(line, at)
        or _stands_for_state(line, at)
        or (line.form(at).endswith("ون") and not line.tags[at] and len(line.form(at)) > 4)  # أفاد | مدونون بـ…
    ):
        return True
    if is_happening_noun(line, at) or line.tagged(at, "roles", "area", "thing", "site") or at in line.number_at:
        return False
    ordinary = _ordinary(line, at) and not (saying and attached == "inna" and not line.form(at).endswith("ا"))
    return attached in ("inna", "quote") and not _prefixed(line, at) and not ordinary


def _stands_for_state(line: Line, at: int) -> bool:
    """Whether a place that begins here, bare of any preposition, may stand for those who rule there: كشفت | كييف أن …"""
    place = line.place_at.get(at)
    return place is not None and place.first == at and not line.tags[at] and not _prefixed(line, at)


def _alone_between(line: Line, zone: tuple[int, int], attached: str) -> bool:
    """Whether one bare word that no list holds stands between a verb of saying and what is said: وأضاف | رسول | أن …"""
    at = zone[0]
    if zone[1] - at != 1 or attached not in ("inna", "quote") or line.tags[at] or line.tokens[at].kind != "word":
        return False
    form = line.form(at)
    return not form.endswith("ا") and not form.startswith("ال") and not split(form).proclitics


def _ordinary(line: Line, at: int) -> bool:
    """Whether a word that no list holds is an ordinary one, which is no name: أمر | خطير, وأضاف | مدافعا."""
    form, behind = line.form(at), line.form(at + 1)
    if form.startswith("ال") or line.tags[at]:
        return False
    if form.endswith("ا") and rarity(form[:-1]) < _ORDINARY:
        return True
    named = at + 1 < len(line) and not line.tags[at + 1] and not behind.startswith("ال") and rarity(behind) >= _COMMON
    return rarity(form) < _COMMON and not named


def _is_person(line: Line, at: int) -> bool:
    """Whether a person's name of two words or more begins here."""
    named = person_name(line, at, min(len(line), at + 4))
    return named is not None and named[0] == at and named[1] > at


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
    by = attached == "inna" and _is_attach(line, after, "min") and can_speak(line, after + 1)
    after += by  # تأكيد من | قائد الفرقة بأن …
    zone = (after, zone_end) if _names_someone(line, after, zone_end) else (after, after)
    if zone[0] == zone[1] and not quoting:
        return None
    if zone[0] < zone[1] and (not can_speak(line, after) or line.tagged(after, "roles", "material")):
        return None
    return Frame(
        (tag.first, tag.last), tag, "noun", tag.row["act"], bool(tag.row["hedge"]), zone, (content, len(line)), tag.first,
        attached=attached,
    )  # fmt: skip


def _rumour(line: Line, tag: Tag, before: list[Frame]) -> Frame | None:
    """News or rumours of a happening that nobody is named for: وسط أنباء عن إعدام الأسرى; not what another speaks of."""
    at = tag.last + 1
    within = bool(before) and before[-1].how != "fixed" and tag.first >= before[-1].content[0]
    if within or not tag.row["hedge"] or "an" not in _takes(tag) or tag.article or tag.pronoun:
        return None
    link = next((i for i in range(at, min(at + 4, len(line))) if _is_attach(line, i, "an")), -1)
    if link < 0 or not is_happening_noun(line, link + 1) or any(line.tokens[i].kind == "mark" for i in range(at, link)):
        return None
    end = next((i for i in range(link + 1, len(line)) if line.form(i) in ("،", ",", ".", "؛")), len(line))
    return Frame(
        (tag.first, tag.last), tag, "rumour", tag.row["act"], True, (at, at), (link + 1, end), tag.first, attached="an"
    )


def _fixed(line: Line, tag: Tag) -> Frame | None:
    if "source" not in _takes(tag) and tag.row["act"] == "demand":
        return None  # يجب أن: what must be, whoever says so
    after = tag.last + 1
    while line.is_term(after, "relative") or line.form(after) in ("ل",) or line.form(after) == "ـ":
        after += 1
    said = _past_saying(line, after)
    if "said" in _takes(tag) and said == after:
        return None  # على ما: nothing but a word of saying makes it one
    after = said
    if tag.first + 1 < after < len(line) and (is_pronominal(line, after) or line.is_term(after, "pronoun")):
        after += 1  # وفق ما أفاد به | الدفاع المدني
    if after >= len(line) and not tag.pronoun:
        return None
    says = line.is_term(after, "complementiser") and not tag.row["hedge"]  # مفاده أن
    if _is_own_saying(line, after):  # بحسب قولها
        return Frame(
            (tag.first, after), tag, "fixed", tag.row["act"], bool(tag.row["hedge"]), (after + 1,) * 2,
            (_skip_marks(line, after + 1), len(line)), tag.first,
        )  # fmt: skip
    if not tag.pronoun and not says and not _may_be_named(line, after):
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


def _is_own_saying(line: Line, at: int) -> bool:
    tag = line.tagged(at, "cues")
    return tag is not None and (tag.column == "noun" or "inna" in _takes(tag)) and _leads_on(line, at)


def _past_saying(line: Line, at: int) -> int:
    """The token behind the clause that a fixed expression brings: بحسب ما أكدته | الوزارة, على ما رواه لقناة | سائق."""
    verb = at + 1 if line.is_term(at, "content") else at
    cue = line.tagged(verb, "cues")
    passed = line.tagged(verb, "terms", "passon")
    if cue and cue.column in ("perfect", "imperfect"):
        behind = cue.last + 1
    elif passed and not _is_attach(line, verb):
        behind = passed.last + 1
    elif verb > at and verb < len(line) and not line.tags[verb] and line.form(verb).endswith("ه"):
        behind = verb + 1  # حسب ما علمه | الموقع
    else:
        return at
    behind = past_addressee(line, behind)
    return behind + 1 if cue and _is_attach(line, behind, "fi") and "source" in _takes(cue) else behind


def _may_be_named(line: Line, at: int) -> bool:
    """Whether what a fixed expression names can be a source, and is no standard or plan: وفقا للقانون, باعتراف دولي."""
    while at + 1 < len(line) and (at in line.time_at or line.is_term(at, "adverb", "demonstrative")):
        at += 1
    if line.quoted[at] >= 0 and line.form(at).endswith("نا") and any(tag.pronoun for tag in line.tags[at]):
        return False  # «بحسب معلوماتنا»: the speaker's own
    if _opens_name(line, at) or can_speak(line, at) or at in line.number_at or _is_person(line, at):
        return True
    if line.tags[at] and not line.tagged(at, "terms", "givenname", "softname", "nameparticle"):
        return line.tagged(at, "cues") is not None
    return not _prefixed_definite(line, at) and (rarity(_bare(line, at)) >= _COMMON)


def _fixed_end(line: Line, first: int) -> int:
    """Where the source named by a fixed expression ends: at a mark, a cue or a connective."""
    at = first
    while at < len(line) and at - first < 16:
        if line.tokens[at].kind == "mark" and (
            _opens_speech(line, at) or not (_opens_name(line, at) or _closes_name(line, at))
        ):
            break
        if at > first and (line.is_term(at, "connective", "complementiser") or is_verb(line, at)):
            break
        at += 1
    name = line.name_at.get(first)
    if name is None or name.first != first:
        return at
    end = min(at, phrase_end(line, first) + 1)
    return at if _is_attach(line, end, "an") and can_speak(line, end + 1) else end


def _prefixed_definite(line: Line, at: int) -> bool:
    return "ال" in line.form(at)[:3] or line.form(at).startswith("لل")


def _bare(line: Line, at: int) -> str:
    """A word without a preposition of one letter that the word lists know it to bear."""
    form = line.form(at)
    return form[1:] if form[:1] in "لب" and rarity(form) > rarity(form[1:]) else form


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
    named = _name_in_marks(line, first)
    bare = first < limit and "bi" in names and _glued_with(line, first, "ب")  # وأشاد | بمقاتلي الجيش: nobody between
    head_end = named or (
        first if bare or _content_term(line, first) or _points_back(line, first) else _head_end(line, first)
    )
    at = named or first
    while at < limit:
        form = line.form(at)
        tag = line.tagged(at, "terms", "complementiser")
        if (
            tag
            and tag.cut <= 1
            and names & {"inna", "quote", "an", "ala", "ila", "min", "bi"}
            and not _of_a_name(line, at)
        ):
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
        if line.tokens[at].kind == "mark" and form in ".؛;!؟?" and at not in line.name_at:
            return None
        if at > first and _another_cue(line, at) and not _describes(line, at):
            return None
        at += 1
    return None


def _of_a_name(line: Line, at: int) -> bool:
    """Whether a word stands in a name between marks: قناة «إن تي في»."""
    number = line.quoted[at]
    return number >= 0 and line.quoted[at - 1] != number and line.quoted.count(number) <= _NAME


def _name_in_marks(line: Line, first: int) -> int:
    """The token behind a name between marks that stands right behind a cue: أفاد «المرصد السوري لحقوق الإنسان» بأن."""
    if not _opens_name(line, first) or not can_speak(line, first + 1):
        return 0
    number = line.quoted[first + 1]
    end = first + 1
    while end < len(line) and line.quoted[end] == number and number >= 0:
        if is_verb(line, end) or line.is_term(end, "complementiser", "relative", "pronoun"):
            return 0
        end += 1
    closed = number >= 0 and end < len(line) and line.form(end) in CLOSES
    return end + 1 if closed and end - first <= _LONGEST_NAME else 0


def _head_end(line: Line, first: int) -> int:
    """The token behind the first noun phrase, or `first` where a preposition or a happening stands there at once."""
    if (
        first >= len(line)
        or _is_attach(line, first)
        or line.tokens[first].kind == "mark"
        or is_happening_noun(line, first)
        or _is_lack(line, first)
        or _is_own_act(line, first)
    ):
        return first
    return _source_end(line, first) + 1


@once
def _source_end(line: Line, first: int) -> int:
    """The last token of the phrase that names a source: with the person behind an office, else the noun phrase."""
    first = counted(line, first)
    last = phrase_end(line, first)
    whole = line.name_at.get(first) or line.place_at.get(first)
    if (
        whole
        and whole.first == first
        and whole.last < last
        and _names_a_place(line, first)
        and _names_a_place(line, whole.last + 1)
    ):
        return whole.last  # حملت دمشق | أنقرة المسؤولية
    if line.tagged(first, "roles", "title", "position", "unnamed"):
        limit = naming_end(line, first, 16)
        named = person_name(line, first + 1, limit)
        if named is None and limit + 2 < len(line) and line.form(limit) in COMMAS:
            apposed = person_name(line, limit + 1, min(len(line), limit + 6))
            named = apposed if apposed and apposed[0] == limit + 1 else None
        if named:
            return named[1]
        if last + 2 < len(line) and line.is_term(last + 1, "ofword") and not _is_attach(line, last + 1):
            last = phrase_end(line, last + 2)  # الناطق باسم اللواء
    named = person_name(line, first, min(len(line), first + 6))
    return max(last, named[1]) if named and named[0] == first else last


def _names_a_place(line: Line, at: int) -> bool:
    return at in line.place_at and line.begins(at) is not None and line.tagged(at, "roles") is None


def _attachment(line: Line, at: int, names: Set[str], first: int) -> tuple[int, str] | None:
    """A preposition or a bare verbal noun that opens the content: (first content token, what attaches it)."""
    for name in ("an", "ala", "ila", "min", "fi"):
        if name in names and _is_attach(line, at, name):
            begins = _skip_marks(line, at + 1)
            if said := line.tagged(begins, "terms", "complementiser"):
                return _skip_marks(line, said.last + 1), "inna"
            if begins < len(line) and (name != "min" or not _is_of_some(line, begins)):
                return begins, name
    fixed = line.tagged(at, "cues")
    for letter, name in (("ب", "bi"), ("ل", "li")) if not (fixed and fixed.column == "fixed") else ():
        if name in names and line.form(at) == letter:
            return _skip_marks(line, at + 1), name
        if name in names and _glued_with(line, at, letter):
            return at, name
    if (what := _content_term(line, at)) and what in names:
        return at, what
    if "object" in names and not _prefixed(line, at) and not line.joined(at):
        if is_happening_noun(line, at) or (at > first and _is_object(line, first, at)) or _points_back(line, at):
            return at, "object"
        if _is_lack(line, at) or (at == first and _is_own_act(line, at)):
            return at, "object"
    return None


def _content_term(line: Line, at: int) -> str:
    """What attaches a content that opens with a word for whatever happened (دان | ما حدث, ندد | بما حدث, نفى | أي صلة)."""
    tag = line.tagged(at, "terms", "content")
    if tag is None or tag.cut:
        return ""
    if tag.row["value"] == "any":
        return "object"
    told = tag.last + 1
    if told >= len(line) or not (is_verb(line, told) or line.is_term(told, "auxiliary") or line.tagged(told, "cues")):
        return ""  # بما في ذلك
    return tag.row["value"]


def _is_lack(line: Line, at: int) -> bool:
    """Whether a noun says that something is not: أكد | عدم وقوع إصابات."""
    tag = line.tagged(at, "terms", "negation")
    return tag is not None and tag.row["value"] == "noun" and not tag.cut


def _is_own_act(line: Line, at: int) -> bool:
    """Whether a noun with a pronoun right behind a verb of saying is what its subject did or means, and is nobody who
    speaks: أكد | تمسكه بالاتفاق, نفت | استخدامها الذخيرة.
    """
    form = line.form(at)
    if not form.endswith(("ه", "ها", "هم", "هما")) or not split(form).enclitics or len(form) < 5:
        return False
    if can_speak(line, at) or line.begins(at) is not None or not _may_be_object(line, at) or line.tagged(at, "roles"):
        return False
    for near in range(at + 1, min(at + _NEAR, len(line))):
        if line.is_term(near, "complementiser"):
            return False
        if line.tokens[near].kind == "mark":
            return line.form(near) not in _SPEECH_MARKS
    return True


def _points_back(line: Line, at: int) -> bool:
    """Whether what was told before stands here for a content: نفى | ذلك, دحض | هذه المزاعم."""
    if (
        not line.is_term(at, "demonstrative")
        or at in line.time_at
        or line.form(at).startswith("ال")
        or line.tags[at][0].cut
    ):
        return False
    behind = at + 1
    if (
        behind >= len(line)
        or line.tokens[behind].kind == "mark"
        or line.is_term(behind, "denialphrase", "attach", "preposition")
    ):
        return True
    speaks = line.tagged(behind, "roles", "title", "position", "unnamed", "people", "body") is not None
    return line.form(behind).startswith("ال") and behind not in line.time_at and not speaks


def _is_of_some(line: Line, at: int) -> bool:
    """Whether a word behind من says whom some belong to, and not what is warned or complained of: مسؤول من | الأمم المتحدة."""
    if is_happening_noun(line, at) or line.is_term(at, "complementiser"):
        return False
    return (
        line.begins(at) is not None
        or line.tagged(at, "roles") is not None
        or line.is_term(at, "demonstrative", "partitive", "negation")
        or at in line.number_at
        or at in line.time_at
    )


def _may_be_object(line: Line, at: int) -> bool:
    """Whether a word can be a noun that is said: no time, verb, adverb or word of grammar."""
    if line.tokens[at].kind != "word" or at in line.time_at or is_function(line, at) or is_verb(line, at):
        return False
    return not line.is_term(at, "adverb", "demonstrative")


def _is_object(line: Line, first: int, at: int) -> bool:
    """Whether a noun stands behind the source, with nothing but an aside between: أعلن الوزير اليوم بدء المرحلة."""
    if not _may_be_object(line, at) or len(line.form(at)) == 1:
        return False  # لـ «صحيفة»
    cue = line.tagged(at, "cues")
    if cue and (cue.column != "noun" or cue.pronoun):
        return False
    if line.tagged(at, "roles", "title", "position"):
        return False  # an apposition: فلان وزير الثقافة
    if line.is_term(first, "preposition", "attach"):
        return False
    return _asides_end(line, _source_end(line, first) + 1, at) == at


def _asides_end(line: Line, first: int, end: int) -> int:
    """The token behind what only says when, where or of whom between a source and what it says: times, a clause between
    commas, a phrase behind a preposition (نفى الناطق في بيان صحفي | قصف السوق)."""
    at = first
    while at < end:
        if at in line.time_at:
            at += 1
        elif line.form(at) in COMMAS:
            closing = next((i for i in range(at + 1, min(end, at + _NEAR)) if line.form(i) in COMMAS), -1)
            inserted = line.is_term(at + 1, "relative", "pronoun") or line.joined(at + 1)
            at = closing + 1 if inserted and closing > 0 else at + 1
        elif line.is_term(at, "preposition", "attach") and at + 1 < end:
            at = phrase_end(line, at + 1) + 1
            agrees = line.form(at).startswith("ال") and line.form(at).endswith(("ه", "ي", "ين", "ون"))
            if line.form(at - 1).startswith("ال") and agrees:
                return -1  # مع الجمهورية | الشقيقة: what agrees with it
        else:
            return at
    return at


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
    by_means = line.tagged(at, "terms", "preposition") if letter == "ب" else None  # متهما المسلحين | باستخدام المدارس
    if (not line.tags[at] or (by_means and by_means.row["value"] == "instrument")) and split(form).proclitics == (
        letter,
    ):
        return True
    plain = letter == "ب" and not line.tags[at] and len(form) > 4
    if plain and rarity(form) - rarity(form[1:]) >= _RARER:
        return True  # طالب بمساءلة المسؤولين: more common without it
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
    return (length > _NAME or looks_imperfect(line, at + 1)) and not (at and line.form(at - 1) in ("ل", "ـ", "لـ"))


def _skip_marks(line: Line, at: int) -> int:
    while at < len(line) and line.tokens[at].kind == "mark":
        at += 1
    return at


def _another_cue(line: Line, at: int) -> bool:
    """Whether a further attribution begins here, so that this one never opened."""
    tag = line.tagged(at, "cues")
    if tag is None or _in_background(line, at) or _reads_otherwise(line, at, tag) or _is_preposed(line, tag):
        return False
    if at in line.name_at:
        return False  # وكالة | فرات
    if tag.column in ("perfect", "imperfect"):
        return tag.cut <= 1 and not line.is_term(at - 1, "relative") and not _after_statement(line, at)
    if any(t.table == "cues" and t.column == "noun" and t.cut == 3 and t.article for t in line.tags[at]):
        return line.is_term(at + 1, "complementiser")  # مكتفيا | بالقول إن
    return tag.column == "participle" and line.tokens[at - 1].kind == "mark" and not tag.article


def _describes(line: Line, at: int) -> bool:
    """Whether a verb right behind an indefinite noun says who it is: ذكر ثلاثة أطباء | تحدثوا عبر الهاتف أن …"""
    before = line.form(at - 1)
    plural = before.endswith(("ين", "ون")) or line.tagged(at - 1, "roles", "unnamed", "people", "position") is not None
    return plural and line.tokens[at - 1].kind == "word" and not line.joined(at) and "ال" not in before[:3]


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
    if _leads_on(line, first) or line.is_term(first, "auxiliary"):
        return False
    if line.tokens[first].kind == "number" and counted(line, first) == first:
        return False
    return not line.is_term(first, "adverb") and not _prefixed(line, first)


def _leads_on(line: Line, at: int) -> bool:
    """Whether a word behind a cue says again that words follow, and names nobody: وتابع | قائلا, وختم | بالقول."""
    tag = line.tagged(at, "cues")
    if tag is None or (tag.article and not tag.cut > 2) or line.tagged(at, "roles", "position"):
        return False  # لكن | متحدثا باسم الوزارة
    return tag.column in ("participle", "fixed") or (tag.column == "noun" and bool(tag.pronoun or line.glued(at)))


def _subject_before(line: Line, cue: int, before: list[Frame]) -> tuple[int, int]:
    """The noun phrase before a cue verb that is its subject, as half-open tokens; empty where none fits."""
    floor = max((frame.cue[1] + 1 if frame.how == "fixed" else frame.content[0] for frame in before), default=0)
    first = cue
    if (opened := _behind_kana(line, floor, cue))[0] < opened[1]:
        return opened
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
    if first >= last or not _names_someone(line, first, last):
        return cue, cue
    told = _is_kana(line, first - 1) or line.is_term(first - 1, "topic")
    if not can_speak(line, first) and not _is_person(line, first) and not told:
        return cue, cue
    return first, last


def _behind_kana(line: Line, floor: int, cue: int) -> tuple[int, int]:
    """The subject right behind the verb that opens a clause in the past, with what stands in apposition between commas:
    وكان العقيد فلان، قائد اللواء، قد أعلن …; empty where another verb stands between.
    """
    for at in range(floor, cue - 1):
        if not _is_kana(line, at):
            continue
        last = cue
        while last > at + 1 and (
            line.is_term(last - 1, "auxiliary", "future", "hedge") or line.form(last - 1) in COMMAS
        ):
            last -= 1
        plain = not any(
            is_verb(line, i) or line.is_term(i, "relative", "complementiser")
            for i in range(at + 1, last)
            if not _in_aside(line, i, last)
        )
        if plain and (can_speak(line, at + 1) or _is_person(line, at + 1)):
            return at + 1, last
    return cue, cue


def _in_aside(line: Line, at: int, end: int) -> bool:
    """Whether a token stands in a relative clause between commas: وكان الوزير، | الذي زار المدينة، أعلن …"""
    opens = next((i for i in range(at, max(0, at - _NEAR), -1) if line.form(i) in COMMAS), -1)
    closes = any(line.form(i) in COMMAS for i in range(at + 1, end + 1))
    return opens >= 0 and closes and line.is_term(opens + 1, "relative")


def can_speak(line: Line, at: int) -> bool:
    """Whether the phrase that begins here is someone or something that speaks."""
    at = counted(line, at)
    found = line.name_at.get(at)
    if found and found.first == at:
        return True
    return line.tagged(at, "roles", "title", "position", "body", "unnamed", "media", "material", "people") is not None


def _with_opener(line: Line, at: int) -> int:
    """The frame's beginning with the connective and the comma that lead it in (وفي المقابل, قال …)."""
    while at > 0 and (line.is_term(at - 1, "connective", "auxiliary") or line.form(at - 1) in COMMAS):
        at -= 1
    return at
