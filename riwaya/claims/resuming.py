"""Who goes on speaking where a cue names nobody: who spoke before, or a noun phrase of the sentence that the cue hangs on."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from riwaya.claims.claim import Source
from riwaya.claims.frame import Frame
from riwaya.claims.memory import Memory
from riwaya.mentions.line import COMMAS, Line
from riwaya.mentions.nominals import Nominal
from riwaya.mentions.phrases import is_happening_noun, is_verb, person_name
from riwaya.words.fold import folded

Run = tuple[int, int]
UNSPECIFIED = Source(None, None, "unspecified")
_NEAREST = 6  # noun phrases before a cue that are considered
_BEFORE = 4  # speakers and persons named before that are considered
_STEPS = ((2, "2"), (5, "5"), (10, "10"), (20, "20"))  # tokens
_LINKS = ("connective", "conjunction", "complementiser", "relative", "auxiliary", "topic", "negation", "adverb")


class Voice(NamedTuple):
    """Somebody who may be speaking: the tokens that name him in the sentence, or the chain by which he spoke before, with
    the signs by which he shows whether he is."""

    zone: Run
    chain: tuple[Source, ...]
    signs: tuple[str, ...]


def voices(
    line: Line, frame: Frame, phrases: Sequence[Nominal], before: Sequence[Frame], memory: Memory
) -> tuple[Voice, ...]:
    """Those who may say what a frame without a named source brings: who speaks, who was named, whom the sentence names."""
    cue, told_by, place = asked = _cue(line, frame), _gender(line, frame), _place(line, frame)
    within = list(_within(line, frame, phrases, before))
    between = _between(line, frame.cue[0])
    out = [
        Voice(zone, (), tuple(_signs_within(line, frame, zone, rank, len(within), before, asked, between)))
        for rank, zone in enumerate(within)
    ]
    spoken = any(one.how != "fixed" for one in before)
    since = "same" if spoken else str(min(memory.silent, 4))
    newly = "paragraph" if _begins_paragraph(line) else "sentence"
    if memory.chain:
        kind, gender = memory.chain[0].kind, _gender_of(memory.chain[0])
        signs = (
            "on", f"on kind={kind}", f"on since={since}", f"on since {newly}={since}", f"on cue={cue}",
            f"on cue since={cue} {since}", f"on cue kind={cue} {kind}", f"on gender={told_by} {gender}",
            f"on gender kind={told_by} {gender} {kind}", f"on others={min(len(within), 3)}",
            f"on others cue={min(len(within), 3)} {cue}", f"on place={place} {since}",
            f"on row={frame.tag.row.id}", f"on row since={frame.tag.row.id} {since}", f"on attached={frame.attached} {since}",
        )  # fmt: skip
        out.append(Voice((0, 0), memory.chain, signs))
    out.extend(_known(memory, cue, told_by, newly))
    out.append(Voice((0, 0), (UNSPECIFIED,), tuple(_signs_of_nobody(line, frame, since, len(within), asked))))
    return tuple(out)


def _signs_of_nobody(line: Line, frame: Frame, since: str, others: int, asked: tuple[str, str, str]) -> Iterator[str]:
    """The signs that a cue means nobody who is named: اتهم النائب بـ…, تم الإبلاغ عن …"""
    row, (cue, gender, place) = frame.tag.row.id, asked
    led = next((kind for kind in _LINKS if line.is_term(frame.cue[0] - 1, kind)), "")
    yield from (
        "nobody", f"nobody row={row}", f"nobody act={frame.act} {frame.attached}", f"nobody cue={cue}",
        f"nobody hedged={frame.hedged} {cue}", f"nobody since={since} {min(others, 2)}", f"nobody led={led}",
        f"nobody gender={gender} {frame.tag.column}", f"nobody place={place} {frame.tag.column}",
    )  # fmt: skip


def _known(memory: Memory, cue: str, told_by: str, newly: str) -> Iterator[Voice]:
    """Those named before who do not speak now, the latest first."""
    rank = 0
    for source, _ in reversed(memory.known):
        if rank >= _BEFORE or not source.name:
            return
        if memory.chain and source.name == memory.chain[0].name:
            continue
        gender = _gender_of(source)
        yield Voice(
            (0, 0),
            (source,),
            (
                "known", f"known rank={rank}", f"known kind={source.kind}", f"known kind rank={source.kind} {rank}",
                f"known cue={cue}", f"known gender={told_by} {gender}",
                f"known chain={memory.chain[0].kind if memory.chain else ''} {source.kind}", f"known {newly}={rank}",
            ),
        )  # fmt: skip
        rank += 1


def _within(line: Line, frame: Frame, phrases: Sequence[Nominal], before: Sequence[Frame]) -> Iterator[Run]:
    """The noun phrases of the sentence before a cue that can be its subject, nearest first."""
    found = [
        phrase
        for phrase in phrases
        if phrase.within < 0
        and phrase.extent == "full"
        and phrase.last < frame.cue[0]
        and _may_be_subject(line, phrase.first)
        and not any(one.zone[0] <= phrase.first < one.zone[1] for one in before)
    ]
    for phrase in found[::-1][:_NEAREST]:
        first, end = _past_verb(line, phrase), phrase.last
        named = person_name(line, first + 1, min(frame.cue[0], end + 5)) if end + 2 < frame.cue[0] else None
        if named and named[0] <= end + 1:
            end = max(end, named[1])
        yield first, end + 1


def _past_verb(line: Line, phrase: Nominal) -> int:
    """The first token of a phrase without the verb of its clause, which no list knows: ناشدت | زوجة أحدهم."""
    first = phrase.first
    opens = first == 0 or line.tokens[first - 1].kind == "mark" or bool(line.joined(first))
    form = line.form(first)[line.glued(first) :]
    if not opens or first == phrase.last or form.startswith("ال") or line.begins(first) or line.tagged(first, "roles"):
        return first
    return first + 1


def _may_be_subject(line: Line, at: int) -> bool:
    """Whether no preposition stands before a noun, and it is no time, number or happening."""
    if line.glued(at) > len(line.joined(at)) or line.form(at).startswith(("لل", "ولل")):
        return False
    if line.is_term(at - 1, "preposition", "attach", "ofword") or at in line.time_at or is_happening_noun(line, at):
        return False
    return not line.is_term(at, *_LINKS)


def _signs_within(
    line: Line,
    frame: Frame,
    zone: Run,
    rank: int,
    of: int,
    before: Sequence[Frame],
    asked: tuple[str, str, str],
    between: tuple[list[int], list[int], list[int]],
) -> Iterator[str]:
    first, end = zone
    cue, told_by, place = asked
    kind, by = _kind(line, first), _by(line, first)
    told = any(one.how != "fixed" and one.content[0] <= first < one.content[1] for one in before)
    owner = "told" if told else "own" if not before else "after"
    far = next((name for most, name in _STEPS if frame.cue[0] - end <= most), "far")
    links, verbs, marks = between[0][end], between[1][end], between[2][end]
    gender = f"{told_by} {_shape(line, first)}"
    quoted = "in" if line.quoted[first] >= 0 and line.quoted[frame.cue[0]] < 0 else "out"
    yield from (
        "named", f"named kind={kind}", f"named by={by}", f"named by kind={by} {kind}", f"named rank={rank} {of}",
        f"named far={far}", f"named owner={owner}", f"named owner by={owner} {by}", f"named cue by={cue} {by}",
        f"named cue kind={cue} {kind}", f"named cue owner={cue} {owner}", f"named gender={gender}",
        f"named gender kind={gender} {kind}", f"named links={min(links, 2)} {min(verbs, 3)}",
        f"named links cue={cue} {min(links, 2)}", f"named marks={min(marks, 3)} {cue}", f"named quoted={quoted}",
        f"named place={place} {by}", f"named by links kind={by} {min(links, 2)} {kind}",
        f"named rank by kind={rank} {by} {kind}", f"named row={frame.tag.row.id}", f"named attached={frame.attached} {by}",
    )  # fmt: skip
    word = line.form(first)[line.glued(first) :]
    yield f"named word={word}"


def _between(line: Line, cue: int) -> tuple[list[int], list[int], list[int]]:
    """How many words that link, verbs and commas stand between each token and the cue (the token itself counted)."""
    links, verbs, marks = [0] * (cue + 1), [0] * (cue + 1), [0] * (cue + 1)
    for at in range(cue - 1, -1, -1):
        links[at] = links[at + 1] + line.is_term(at, "connective", "conjunction", "complementiser")
        verbs[at] = verbs[at + 1] + is_verb(line, at)
        marks[at] = marks[at + 1] + (line.form(at) in COMMAS)
    return links, verbs, marks


def _kind(line: Line, at: int) -> str:
    """What a noun is by the lists: a kind of role, of a listed name, a person's name, a place, or nothing."""
    found = line.begins(at)
    if found is not None:
        row = found.means[0]
        return f"{row.table} {row['kind'] if row.table == 'actors' else ''}"
    tag = line.tagged(at, "roles")
    if tag is not None:
        return tag.kind
    if person_name(line, at, min(len(line), at + 4)) is not None:
        return "person"
    return "definite" if line.form(at)[line.glued(at) :].startswith("ال") else "bare"


def _by(line: Line, at: int) -> str:
    """What stands before a noun phrase: nothing, a mark, a verb, a word of grammar, 'and', or another noun."""
    joined = "and " if line.joined(at) else ""
    if at == 0:
        return "first"
    if line.tokens[at - 1].kind == "mark":
        return joined + "mark"
    if is_verb(line, at - 1) or line.tagged(at - 1, "cues"):
        return joined + ("cue" if line.tagged(at - 1, "cues") else "verb")
    for kind in _LINKS:
        if line.is_term(at - 1, kind):
            return joined + kind
    if at - 1 in line.time_at:
        return joined + "time"
    return joined + "noun"


def _cue(line: Line, frame: Frame) -> str:
    """The form of a cue: its column, and whether 'and' is glued before it."""
    return frame.how + " " + frame.tag.column + ("+" if line.joined(frame.cue[0]) else "")


def _place(line: Line, frame: Frame) -> str:
    """Where a frame stands: at the head of its sentence, behind a mark, behind a word that links, or amid."""
    at = frame.start
    if at <= 1:
        return "head"
    if line.tokens[at - 1].kind == "mark":
        return "mark"
    return "link" if line.is_term(at, "connective", "conjunction") or line.joined(at) else "amid"


def _gender(line: Line, frame: Frame) -> str:
    """What the form of a cue says of its subject: f, m, p (several) or i (the first person)."""
    tag = frame.tag
    form = line.form(tag.first)[tag.cut :]
    if tag.first_person:
        return "i"
    if tag.column == "perfect":
        return "f" if form.endswith("ت") else "p" if form.endswith("وا") else "m"
    if tag.column == "imperfect":
        return "p" if form.endswith("ون") else "f" if form.startswith("ت") else "m"
    if tag.column == "participle":
        return "f" if form.endswith("ه") else "p" if form.endswith("ين") else "m"
    return "n"


def _shape(line: Line, at: int) -> str:
    found = line.begins(at)
    if found is not None and found.means[0].table not in ("actors", "outlets"):
        return "place"
    return _ending(line.form(at))


def _gender_of(source: Source) -> str:
    return _ending(folded(source.name or "").split(" ")[0])


def _ending(form: str) -> str:
    if form.endswith("ه"):
        return "f"
    return "p" if form.endswith(("ون", "ين", "ات")) else "m"


def _begins_paragraph(line: Line) -> bool:
    """Whether nothing but a line break stands before a sentence."""
    start = line.tokens[0].span.start
    return start == 0 or "\n" in line.text[max(0, start - 2) : start]
