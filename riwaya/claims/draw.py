"""Lines become claims: the room's opener, the one place that knows how cues, speakers, contents and happenings meet."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from riwaya.claims.arguments import Slots, arguments, given, ruled
from riwaya.claims.casting import PARTS, cast
from riwaya.claims.claim import Claim, Event, Reason, Source
from riwaya.claims.confidence import confidence_signs
from riwaya.claims.contents import embedded, trimmed
from riwaya.claims.cues import can_speak, frames, told_back, told_of
from riwaya.claims.frame import Frame
from riwaya.claims.happening import Happening, happening, leading, standing, told
from riwaya.claims.memory import Memory, Text
from riwaya.claims.partings import parted
from riwaya.claims.parts import deciding
from riwaya.claims.places import Asked, Candidate, Seen, places
from riwaya.claims.resuming import UNSPECIFIED, Voice, voices
from riwaya.claims.scene import Scene, Stage
from riwaya.claims.signs import signs
from riwaya.claims.speakers import introduce, speaker
from riwaya.claims.stance import stances
from riwaya.claims.weighing import NONE, chance, decisive, taught, total, weigh, weights
from riwaya.claims.whens import Dated, Dating, Untimed, when
from riwaya.claims.whereabouts import located
from riwaya.mentions.line import COMMAS, Line, Tag
from riwaya.mentions.mention import Mention
from riwaya.mentions.quantities import quantities
from riwaya.words.fold import folded
from riwaya.words.span import Span

Run = tuple[int, int]
Choice = Callable[[Line, Frame, Sequence[Voice]], Voice]
_NARRATED_MOST = 0.5  # a run in the report's own voice that is likelier than this to tell nothing is none
_VIOLENT_MOST = 0.8  # and so much likelier where a word that tells of nothing but violence leads it
_VIOLENT = frozenset(("airstrike", "shelling", "chemical_attack", "explosion", "armed_clash", "killing", "detention"))
_OPENING = 8  # tokens of a run in which a threat is worded
_TURNED = ("breach", "territorial_change")  # what a truce with a word that ends it tells, and fighters who flee
_FEW = 40  # examples; a type taught by fewer is told by its words alone
_PERFORMED = ("demand", "condemn", "praise")
_FEWEST = 8  # tokens of an answer that says something
_NEAR = 3  # tokens
_SIGNATURE = 8  # tokens at most
_SPEECH = 3  # quoted words; fewer are a name or a scare quote


class Said(NamedTuple):
    """What makes a run of words a claim: its cue, its chain, its act, and how sure it is."""

    cue: Mention | None
    sources: tuple[Source, ...]
    act: str
    hedged: bool
    reasons: tuple[Reason, ...] = ()


class Considered(NamedTuple):
    """A run of a line with who says it, the happening its leading word names, and the signs of its type."""

    line: Line
    run: Run
    said: Said
    what: Happening
    voice: str
    signs: tuple[str, ...]
    stage: Stage
    passing: str = ""  # how it hangs on where it is told in passing, inside another run


NARRATED = Said(None, (), "assert", False)


def draw(report: str, lines: Sequence[Line], own: frozenset[str] = frozenset()) -> tuple[Claim, ...]:
    """The claims of a report's lines in the order of their content; `own` holds the pack ids of the report's outlet."""
    found = [(each[0], _confidence(*each)) for each in drawn(report, lines, own)]
    found.sort(key=lambda each: (each[0].content.span, each[0].cue is None))
    spots = located([claim for claim, _ in found], lines)
    return tuple(
        replace(claim, id=f"{report[:12]}#{number}", event=event, doubts=doubts, confidence=sure)
        for number, ((claim, sure), (event, doubts)) in enumerate(zip(found, spots, strict=True), 1)
    )


def drawn(
    report: str, lines: Sequence[Line], own: frozenset[str] = frozenset()
) -> Iterator[tuple[Claim, dict[str, float], str]]:
    """The claims of a report's lines as they are drawn, each with how likely each type was and how it is told in passing;
    the training of the confidence begins here."""
    seen, dated = Seen(), Dated()
    for considered in consider(lines, own):
        claim = _claim(report, considered, seen, dated)
        if claim:
            yield claim[0], claim[1], considered.passing


def _confidence(claim: Claim, likely: dict[str, float], passing: str) -> float | None:
    """How sure the reading is of a claim, to the hundredth; None where nothing was learned of it."""
    if not weights("confidence")[0]:
        return None
    return round(chance("confidence", confidence_signs(claim, likely, passing)), 2)


def likeliest(line: Line, frame: Frame, found: Sequence[Voice]) -> Voice:
    """The one of those who may be speaking that the signs bear out most; nobody is always among them."""
    return max(found, key=lambda voice: total("resuming", voice.signs))


def consider(
    lines: Sequence[Line], own: frozenset[str] = frozenset(), choose: Choice = likeliest
) -> Iterator[Considered]:
    """Every run of words that may be a claim, before its type is weighed; the training of the weights begins here."""
    memory = Memory()
    before = ""
    for line in lines:
        stage = Stage(line)
        if memory.text and _ends_text(line, memory.text):
            memory.text = memory.text.outer
            memory.chain = memory.text.chain if memory.text else memory.chain
        given_in_full = memory.text
        memory.silent += 1
        for stretch, saying in attributed(stage, memory, own, choose):
            if given_in_full and not saying.sources:
                if not _tells_on(line, given_in_full):
                    continue
                saying = _from_text(given_in_full)
            for run, said in _runs(line, stretch, saying):
                what = happening(line, *run)
                voice = _voice(line, run, said)
                found = tuple(signs(line, run, what, said.act, voice, before))
                yield Considered(line, run, said, what, voice, found, stage)
                for inner, how in embedded(line, run, what.tag.first if what.tag else run[0]):
                    if _brings_its_own(line, inner):
                        yield _in_passing(stage, inner, said, what.type, how)
                before = what.type
        introduce(line, memory)
        memory.text = _text(line, memory) or memory.text


def _text(line: Line, memory: Memory) -> Text | None:
    """The statement or interview that a sentence announces with its last words: … بيانا فيما يلي نصه."""
    for at in line.where("terms", "follows"):
        tag = line.tagged(at, "terms", "follows")
        if tag is None or not (line.form(tag.last + 1) == ":" or _nothing_behind(line, tag.last + 1)):
            continue
        kind = tag.row["value"]
        author = _author(line, at, memory) if kind == "statement" else _answering(memory)
        if author:
            memory.chain = (author,)
            outer = memory.text.chain if memory.text else ()
            chain = _carried((author, *(source for source in outer if source.name != author.name)))
            return Text(line.mention(tag.first, tag.last, tag.row.id, bare=False), chain, kind, memory.text)
    return None


def _nothing_behind(line: Line, at: int) -> bool:
    return all(token.kind == "mark" for token in line.tokens[at:])


def _answering(memory: Memory) -> Source | None:
    """Who answers in an interview: the person who speaks, or the one named last."""
    if memory.chain and memory.chain[0].kind == "person":
        return memory.chain[0]
    return next((source for source, _ in reversed(memory.known) if source.kind == "person"), None)


def _author(line: Line, end: int, memory: Memory) -> Source | None:
    """Whose a statement or letter is that a sentence announces: في رسالته, بيان صادر عن الوزارة, أصدرت الوزارة بيانا."""
    own: frozenset[str] = frozenset()
    document = next((at for at in reversed(line.where("roles", "material")) if at < end), None)
    tag = line.tagged(document, "roles", "material") if document is not None else None
    if document is not None and tag is not None:
        if tag.pronoun:
            before = [found for found in line.names if found.last < document]
            person = [found for found in before if found.means[0]["kind"] == "person"]
            if before:  # رسالته: a person's, if one is named
                return speaker(line, ((person or before)[-1].first, document), memory, own)[0]
        for at in (*range(document + 1, min(document + 8, end)), *range(max(1, document - 8), document)):
            attach = line.tagged(at - 1, "terms", "attach")
            if attach and attach.row["value"] in ("an", "min") and can_speak(line, at):
                return speaker(line, (at, end if at > document else document), memory, own)[0]
    issuer = told_of(line, bodies=True)
    if issuer[0] < issuer[1] and (who := speaker(line, issuer, memory, own)[0]):
        return who
    return memory.chain[0] if memory.chain else None


def _ends_text(line: Line, text: Text) -> bool:
    """Whether a statement ends: its author signs it, or a sentence opens with somebody who is named and says something."""
    if text.kind == "interview" or line.where("terms", "scripture"):
        return False
    if len(line) <= _SIGNATURE and not told(line, 0, len(line)):
        signed = {token.form for token in line.tokens if token.kind == "word"}
        named = set(folded(text.chain[0].name or "").split())
        return len(signed & named) >= min(2, len(named))
    opening = next(iter(frames(line)), None)
    return (
        opening is not None
        and opening.how in ("verb", "relay")
        and opening.zone[0] < opening.zone[1]
        and opening.start <= 1
    )


def _tells_on(line: Line, text: Text) -> bool:
    """Whether a sentence of a text given in full says something, and does not greet, ask, or cite scripture."""
    if line.where("terms", "scripture") or line.form(len(line) - 1) in ("؟", "?"):
        return False
    return bool(told(line, 0, len(line))) or (text.kind == "interview" and len(line) >= _FEWEST)


def _from_text(text: Text) -> Said:
    return Said(text.cue, text.chain, "assert", False, (Reason("sources", "rule.text_in_full"),))


def _brings_its_own(line: Line, run: Run) -> bool:
    """Whether an event named in passing brings a name, a place, a time or a number of its own, without which it is no claim."""
    found = (line.name_at, line.place_at, line.time_at, line.number_at)
    return any(at in known for known in found for at in range(*run))


def _in_passing(stage: Stage, run: Run, said: Said, outer: str, how: str) -> Considered:
    """A happening told inside another run, with the signs that it stands for itself."""
    line = stage.line
    what, voice = happening(line, *run), _voice(line, run, said)
    _, *found = signs(line, run, what, said.act, voice, outer)
    same = "same" if what.type == outer else "other"
    return Considered(
        line, run, said, what, voice, ("bias", "passing", f"passing:{how}", *found, f"passing:{same}"), stage, how
    )


def attributed(
    stage: Stage, memory: Memory, own: frozenset[str], choose: Choice = likeliest
) -> Iterator[tuple[Run, Said]]:
    """Every stretch of a line that is claimed, with who is made responsible for it."""
    line = stage.line
    found = _bounded(line, frames(line))
    back = told_back(line, found)
    found = _said_on(found, back)
    if not found and (subject := told_of(line, bodies=True))[0] < subject[1]:
        who, _ = speaker(line, subject, memory, own)
        issued = any(line.tagged(at, "roles", "material") for at in range(subject[1], subject[1] + _NEAR))
        if who is not None and who.kind in ("person", "body" if issued else ""):  # أصدرت الوزارة اليوم بيانا
            memory.chain = (who,)
    free = 0
    passing: tuple[Source, ...] = ()
    for at, frame in enumerate(found):
        speaking = memory.chain, memory.cue
        said = _said(stage, frame, memory, own, passing, found[:at], choose)
        if at and found[at - 1].how != "fixed" and (not _opens_clause(line, frame) or _inside_speech(line, found, at)):
            memory.chain, memory.cue = speaking  # what is told within another's words: … بعد أن أعلنت الوزارة أن …
        passing = ()
        if frame.how == "fixed":
            if frame.content[0] >= frame.content[1]:
                passing = said.sources
                free = max(free, frame.zone[1])
                continue
            if frame.content[0] < frame.start:
                yield frame.content, said
                free = max(free, frame.zone[1], frame.content[1])
                continue
        if frame.start > free and not frame.outer:
            yield (free, frame.start), NARRATED
        trailing = _trailing(line, found, at, memory, own)
        if trailing:
            said = said._replace(sources=(*said.sources, *trailing))
        if not _speaks_on(frame, found[at + 1 :]):
            yield frame.content, said
        free = max(free, frame.content[1], frame.zone[1])
    for frame in back:
        speaking = memory.chain, memory.cue
        yield frame.content, _said(stage, frame, memory, own, (), (), choose)
        if found:
            memory.chain, memory.cue = speaking
    if not found and _quoted_on(line) and memory.chain and memory.cue is not None:
        carried = Said(
            memory.cue, _carried(memory.chain), "assert", False, (Reason("sources", "rule.quotation_runs_on"),)
        )
        yield (0, len(line)), carried
    elif free < len(line):
        yield (free, len(line)), NARRATED


def _said_on(found: list[Frame], back: Sequence[Frame]) -> list[Frame]:
    """The frames, a participle right behind one who is named for what stands before him said by him too:
    خطوة استنكرتها المفوضية، داعية إلى …"""
    out = list(found)
    for one in back:
        at = next((at for at, frame in enumerate(out) if frame.start >= one.zone[1]), len(out))
        if at == len(out) or out[at].how != "participle" or out[at].zone[0] < out[at].zone[1]:
            continue
        if out[at].start - one.zone[1] < _OPENING:
            out[at] = out[at]._replace(zone=one.zone, how="verb")
    return out


def _bounded(line: Line, found: list[Frame]) -> list[Frame]:
    """The frames with their contents cut where the next one begins, and nested ones marked."""
    found = _standing(line, found)
    out: list[Frame] = []
    floor = 0
    for at, frame in enumerate(found):
        after = found[at + 1] if at + 1 < len(found) else None
        end = after.start if after else len(line)
        if frame.how == "fixed":
            lead = frame.start <= 2 or _leads(line, frame)
            verb_follows = after is not None and after.how in ("verb", "relay") and after.start <= frame.zone[1] + 2
            if lead and verb_follows:
                out.append(frame._replace(content=(frame.zone[1], frame.zone[1])))
            elif lead:
                out.append(frame.until(end))
            else:
                out.append(frame._replace(content=(floor, end if _goes_on(line, frame) else frame.start)))
        else:
            out.append(frame.until(min(end, frame.content[1])))
        floor = max(floor, frame.zone[1] if frame.how == "fixed" else end)
    marked: list[Frame] = []
    for frame in out:
        marked.append(_nested(line, frame, marked))
    return marked


def _goes_on(line: Line, frame: Frame) -> bool:
    """Whether the clause that an expression interrupts goes on behind it: شنت غارات، بحسب شهود، على القرية."""
    at = frame.zone[1] + (line.form(frame.zone[1]) in COMMAS)
    links = line.is_term(at, "connective", "conjunction", "opener")  # في حين, من جهة أخرى
    goes = at in line.number_at or line.is_term(at, "preposition", "attach")
    return at < len(line) and not links and not line.joined(at) and goes


def _leads(line: Line, frame: Frame) -> bool:
    """Whether an expression within a sentence governs what follows: …، وبحسب شهود فإن …"""
    begins = frame.content[0]
    said = line.tagged(begins - 1, "terms", "complementiser") is not None
    joined = frame.tag.cut == 1 and frame.tag.last < begins - 1
    return begins < len(line) and (said or joined) and line.tokens[frame.start - 1].kind == "mark"


def _standing(line: Line, found: list[Frame]) -> list[Frame]:
    """The frames without those that only look like one inside another speaker's words: … إن التحالف يرصد أهدافا."""
    out: list[Frame] = []
    for frame in found:
        inside = out and out[-1].how != "fixed" and out[-1].content[0] <= frame.start < out[-1].content[1]
        joined = line.joined(frame.cue[0]) or _is_linked(line, frame)
        if (
            inside
            and frame.how == "verb"
            and frame.act in ("assert", "promise", "deny", "demand")
            and frame.attached not in ("inna", "quote")
            and not joined
            and not frame.tag.first_person
        ):
            continue
        if inside and (_told_on(frame, out[-1]) or _cited(line, frame, out[-1]) or _own_thought(frame, out[-1])):
            continue
        out.append(frame)
    return out


def _own_thought(frame: Frame, outer: Frame) -> bool:
    """Whether a verb without a subject opens what a speaker says, of what he himself thinks or does: قال إنه يأمل أن …, قال:
    «نعتقد أن …»; what he promises, denies, demands or condemns so is an act of its own.
    """
    opens = frame.how == "verb" and frame.zone[0] == frame.zone[1] and frame.cue[0] == outer.content[0]
    return opens and outer.how != "fixed" and frame.act == "assert" and outer.attached in ("inna", "quote")


def _cited(line: Line, frame: Frame, outer: Frame) -> bool:
    """Whether a fixed expression stands in the words quoted from a speaker, who cites it: قال: «بحسب المعلومات، …»"""
    number = line.quoted[frame.cue[0]]
    return frame.how == "fixed" and number >= 0 and line.quoted[outer.cue[0]] != number


def _is_linked(line: Line, frame: Frame) -> bool:
    """Whether a connective or a conjunction leads a frame in: …، فيما نفى الأهالي ذلك."""
    return any(line.is_term(at, "connective") for at in range(frame.start, max(frame.start, frame.cue[0]) + 1))


def _told_on(frame: Frame, outer: Frame) -> bool:
    """Whether an imperfect without a clause of its own goes on with what a speaker tells: قالت إن الحزب رفض ويطالب بـ…"""
    return (
        frame.how == "verb"
        and frame.tag.column == "imperfect"
        and outer.tag.column != "imperfect"
        and outer.attached in ("inna", "quote")
        and frame.attached not in ("inna", "quote")
        and frame.act not in _PERFORMED  # in whose own voice a body acts: إن حكومته تدين القصف
        and not frame.tag.first_person
    )


def _nested(line: Line, frame: Frame, before: list[Frame]) -> Frame:
    """Mark a frame that stands inside the words of another speaker: قالت الوزارة إن هؤلاء اعترفوا بـ…"""
    if not before or frame.how not in ("verb", "noun"):
        return frame
    outer = before[-1]
    if outer.how == "fixed" or frame.start < outer.content[0] or line.joined(frame.start) or line.joined(frame.cue[0]):
        return frame
    if line.is_term(frame.start, "connective") or line.form(frame.start - 1) in (".", "؛"):
        return frame
    if frame.tag.first_person or (frame.zone[0] < frame.cue[0] and frame.zone[0] < frame.zone[1]):
        return frame._replace(outer=outer.outer + 1)
    return frame


def _said(
    stage: Stage,
    frame: Frame,
    memory: Memory,
    own: frozenset[str],
    passing: tuple[Source, ...],
    before: Sequence[Frame],
    choose: Choice,
) -> Said:
    line = stage.line
    cue = line.mention(frame.cue[0], frame.cue[1], frame.tag.row.id, bare=False)
    reasons = [Reason("cue", frame.tag.row.id, cue.text), Reason("act", frame.tag.row.id, cue.text)]
    sources, why = _sources(stage, frame, memory, own, before, choose)
    reasons += [Reason("sources", entry) for entry in why]
    speaks = bool(sources) and sources[0].kind not in ("unspecified", "media" if frame.how == "fixed" else "")
    if speaks and not frame.outer:
        memory.chain, memory.cue, memory.silent = sources, cue, 0
    return Said(cue, (*sources, *passing), frame.act, frame.hedged, tuple(reasons))


def _inside_speech(line: Line, found: Sequence[Frame], at: int) -> bool:
    """Whether a frame stands in a quotation that an earlier one of the line has brought: whoever it names is told of there."""
    number = line.quoted[found[at].cue[0]]
    return number >= 0 and any(line.quoted[frame.cue[0]] != number for frame in found[:at] if frame.how != "fixed")


def _opens_clause(line: Line, frame: Frame) -> bool:
    """Whether a frame opens a clause of its own, so that its speaker may go on speaking behind it."""
    at = frame.start
    marked = any(line.tokens[near].kind == "mark" for near in (at - 1, at) if near >= 0)
    return at == 0 or bool(line.joined(at)) or marked or line.is_term(at, "connective")


def _sources(
    stage: Stage, frame: Frame, memory: Memory, own: frozenset[str], before: Sequence[Frame], choose: Choice
) -> tuple[tuple[Source, ...], tuple[str, ...]]:
    """Who is responsible for a frame's content, and the rows, rules and signs that say so."""
    line = stage.line
    if frame.zone[0] < frame.zone[1]:
        origin, passed = speaker(line, frame.zone, memory, own)
        if frame.how == "relay":
            relay, _ = speaker(line, frame.relay, memory, own)
            mine = relay is not None and relay.mention is not None and relay.mention.entry in own
            if relay and not mine and (origin is None or relay.name != origin.name):
                passed = (relay, *passed)
        if origin is not None:
            if frame.outer and memory.chain:
                return (origin, *memory.chain), ("rule.said_within_speech",)
            same = memory.chain and memory.chain[0].name == origin.name
            if same and not passed:
                passed = _carried(memory.chain[1:])
            return (origin, *passed), (origin.mention.entry if origin.mention else "rule.named",)
        if passed and memory.chain:
            return (*_carried(memory.chain[:1]), *passed), ("rule.relay_named",)
    if _said_by_some(line, frame) or frame.how == "rumour":
        return (UNSPECIFIED,), ("rule.nobody_named",)
    own_belief = frame.tag.column == "perfect" and frame.tag.row["participle"] and memory.chain  # ورجح أن
    if (
        frame.hedged
        and frame.how == "verb"
        and not frame.tag.first_person
        and not own_belief
        and not _says_of_himself(line, frame, memory)
    ):
        return (UNSPECIFIED,), ("rule.rumour",)
    chosen = choose(line, frame, voices(line, frame, stage.phrases, before, memory))
    if chosen.chain == (UNSPECIFIED,):
        return (UNSPECIFIED,), ("rule.nobody_named",)
    borne_out = tuple(f"weight.{sign}" for sign in decisive(chosen.signs, "speaks", "resuming"))
    named = speaker(line, chosen.zone, memory, own)[0] if chosen.zone[0] < chosen.zone[1] else None
    chain = (named,) if named else _carried(chosen.chain or memory.chain) or (UNSPECIFIED,)
    why = ("rule.subject_of_clause" if named else "rule.speaker_carried_on", *borne_out)
    _, passed = speaker(line, frame.relay, memory, own) if frame.relay[0] < frame.relay[1] else (None, ())
    return (*chain[:1], *passed) if passed else chain, why


def _said_by_some(line: Line, frame: Frame) -> bool:
    """Whether those who speak are only said to exist: هناك من يقول إن …"""
    at = frame.cue[0]
    whoever = line.tagged(at - 1, "terms", "attach")
    return whoever is not None and whoever.row["value"] == "min" and line.is_term(at - 2, "demonstrative")


def _says_of_himself(line: Line, frame: Frame, memory: Memory) -> bool:
    """Whether a speaker says what he himself believes: قال الوزير إنه يعتقد أن …"""
    tag = line.tagged(frame.cue[0] - 1, "terms", "complementiser")
    return bool(memory.chain) and tag is not None and bool(tag.pronoun or line.form(frame.cue[0] - 1)[-1:] not in "ن")


def _carried(chain: tuple[Source, ...]) -> tuple[Source, ...]:
    """The same chain where only a dropped subject or a pronoun stands for it."""
    return tuple(replace(source, mention=None) for source in chain)


def _trailing(line: Line, found: list[Frame], at: int, memory: Memory, own: frozenset[str]) -> tuple[Source, ...]:
    """The medium that a fixed expression behind the content names: …، بحسب وكالة."""
    after = found[at + 1] if at + 1 < len(found) else None
    if after is None or after.how != "fixed" or after.content[1] > after.start or after.content[0] < after.content[1]:
        return ()
    source, _ = speaker(line, after.zone, memory, own)
    return (source,) if source and source.kind == "media" else ()


def _speaks_on(frame: Frame, later: Sequence[Frame]) -> bool:
    """Whether a content is nothing but another speaker's frame: قالت الوزارة إن المتهم اعترف بـ…"""
    return bool(later) and later[0].outer > frame.outer and later[0].start - frame.content[0] <= 2


def _runs(line: Line, stretch: Run, said: Said) -> list[tuple[Run, Said]]:
    """The runs of a stretch: in a speaker's words statements that follow one another are one, in the report's own those
    that tell no happening are none."""
    if not said.sources and not told(line, *stretch):
        return []
    out: list[tuple[Run, Said]] = []
    for run in (trimmed(line, *part) for part in parted(line, *stretch)):
        if run[0] >= run[1]:
            continue
        if not said.sources:
            lead = leading(line, told(line, *run), run[0])
            if lead is not None:
                out.append((_fronted(line, run, lead), _imputed(line, run) or said))
        elif out and _stated_on(line, out[-1][0], run):
            out[-1] = ((out[-1][0][0], run[1]), said)
        else:
            out.append((run, said))
    return out


def _stated_on(line: Line, before: Run, run: Run) -> bool:
    """Whether a run is one more sentence of a statement: neither tells a happening, and no complementiser parts them."""
    return not told(line, *run) and not told(line, *before) and not _new_clause(line, before[1], run[0])


def _new_clause(line: Line, end: int, first: int) -> bool:
    """Whether a complementiser stands between two runs: … وأن …"""
    return any(line.is_term(at, "complementiser") for at in range(end, first))


def _imputed(line: Line, run: Run) -> Said | None:
    """Nobody's word for who did a thing, which the report passes on: … في هجوم نسب إلى التنظيم."""
    for at in line.where("terms", "imputed"):
        tag = line.tagged(at, "terms", "imputed")
        if tag and run[0] < at < run[1] and told(line, run[0], at):
            cue = line.mention(tag.first, tag.first, tag.row.id)
            why = (Reason("cue", tag.row.id, cue.text), Reason("act", tag.row.id, cue.text))
            return Said(cue, (UNSPECIFIED,), tag.row["value"], False, (*why, Reason("sources", "rule.nobody_named")))
    return None


def _stands(considered: Considered, likely: dict[str, float]) -> bool:
    """Whether a happening in the report's own voice is a conflict event and no background."""
    what, (first, end) = considered.what, considered.run
    if what.tag is None or end - first < 3:
        return False
    violent = not considered.passing and any(
        tag.row["weight"] == "strong" and (tag.kind in _VIOLENT or tag.kind == "attack")
        for tag in told(considered.line, first, end)
    )
    return likely.get(NONE, 0.0) < (_VIOLENT_MOST if violent else _NARRATED_MOST)


def _fronted(line: Line, run: Run, lead: Tag) -> Run:
    """A run without what is fronted before a comma and tells nothing: وفي مأرب، قتل …"""
    first, end = run
    for at in range(lead.first - 1, first, -1):
        if line.form(at) in COMMAS:
            if at - first <= 12 and not told(line, first, at) and not _subject_in(line, first):
                return trimmed(line, at + 1, end)
            break
    return run


def _subject_in(line: Line, first: int) -> bool:
    """Whether what is fronted is no circumstance (وفي مأرب) but names who or what is told of."""
    return not line.is_term(first, "preposition", "attach") and first not in line.time_at and not line.glued(first)


def _quoted_on(line: Line) -> bool:
    """Whether a sentence is all quotation and names no speaker of its own."""
    inside = sum(1 for number in line.quoted if number >= 0)
    return len(line) >= 6 and inside >= 0.8 * (len(line) - 2) and line.tokens[0].kind == "mark"


def _claim(report: str, considered: Considered, seen: Seen, dated: Dated) -> tuple[Claim, dict[str, float]] | None:
    line, run, said, what = considered.line, considered.run, considered.said, considered.what
    first, end = run
    likely = weigh(considered.signs)
    if (considered.passing or not said.sources) and not _stands(considered, likely):
        return None
    kind = _kind(considered, likely)
    if not said.sources and kind in ("statement", "other"):
        return None
    span = Span(line.tokens[first].after(len(line.joined(first))), line.tokens[end - 1].span.end)
    if span.start >= span.end:
        return None
    content = Mention(span, span.of(line.text), what.tag.row.id if what.tag else "rule.no_happening")
    act, denied = _act(considered)
    slots, played = _slots(considered, kind)
    question = asked(considered, slots)
    where = places(question, seen, partial(chance, "places"))
    told_at = when(untimed(question), kind, dated, partial(chance, "whens"))
    event = _event(considered, kind, denied, slots, where, told_at)
    certainty = "possible" if said.hedged or _hedged(line, run, what) else "certain"
    decided = tuple(Reason("type", f"weight.{sign}") for sign in decisive(considered.signs, kind))
    placed = tuple(Reason("place", f"weight.{sign}", each.mention.text) for each in where for sign in _placing(each))
    timed = _timing(told_at) if told_at else ()
    reasons = (*said.reasons, *(Reason("type", entry) for _, entry in what.entries), *decided, *played, *placed, *timed)
    return Claim("", report, content, said.cue, said.sources, considered.voice, act, certainty, event, reasons), likely


def _kind(considered: Considered, likely: dict[str, float]) -> str:
    """The likeliest type; where nothing else is told, or too few examples taught a type, its own word decides."""
    line, run, what = considered.line, considered.run, considered.what
    likeliest = max((kind for kind in likely if kind != NONE), key=likely.__getitem__, default=what.type)
    if what.tag is None or what.tag.row["weight"] != "strong" or standing(line, what.tag.first, run[0]) != "main":
        return likeliest
    if likeliest in ("statement", "other"):
        return likeliest
    plain = (tag for tag in told(line, *run) if standing(line, tag.first, run[0]) != "relative")
    alone = {tag.kind for tag in plain} == {what.tag.kind if what.type in _TURNED else what.type}
    return what.type if alone or taught(what.type) < _FEW else likeliest


def _act(considered: Considered) -> tuple[str, bool]:
    """The speech act and whether the happening is denied: the cue's, unless the words themselves deny, demand or threaten."""
    line, said, what = considered.line, considered.said, considered.what
    if said.act == "deny":
        return "deny", True
    if said.act == "demand":
        return "demand", False  # not to do something is demanded, not denied
    if said.act != "assert" or said.cue is None:
        return said.act, what.denied
    if what.refuted:
        return "deny", True
    first, end = considered.run
    for at in line.where("terms", "saidact"):
        tag = line.tagged(at, "terms", "saidact") if first <= at < min(first + _OPENING, end) else None
        if tag and (tag.row["value"] != "demand" or at - first <= 1):
            return tag.row["value"], what.denied and tag.row["value"] != "threaten"
    return said.act, what.denied


def _hedged(line: Line, run: Run, what: Happening) -> bool:
    limit = what.tag.first if what.tag else run[1]
    return any(
        run[0] <= at < min(limit + 1, run[1]) and line.is_term(at, "hedge") for at in line.where("terms", "hedge")
    )


def _voice(line: Line, run: Run, said: Said) -> str:
    if not said.sources:
        return "narrative"
    words = [at for at in range(*run) if line.tokens[at].kind != "mark"]
    inside = [at for at in words if line.quoted[at] >= 0 and _is_speech(line, line.quoted[at])]
    if words and len(inside) == len(words):
        return "direct"
    return "mixed" if len(inside) >= _SPEECH else "indirect"


def _is_speech(line: Line, number: int) -> bool:
    return line.quoted.count(number) >= _SPEECH


def _slots(considered: Considered, kind: str) -> tuple[dict[str, list[Mention]], list[Reason]]:
    """Who did it, to whom and where as grammar gives them, who and whom as the signs weigh them, and the signs' reasons."""
    by_rule = given(considered.line, considered.run, considered.what)
    slots = arguments(considered.line, by_rule)
    if kind == "statement":
        return slots, []
    played, reasons = _played(staged(considered, by_rule))
    return slots | played, reasons


def _event(
    considered: Considered,
    kind: str,
    denied: bool,
    slots: dict[str, list[Mention]],
    where: Sequence[Candidate],
    dating: Dating | None,
) -> Event:
    line, run = considered.line, considered.run
    spots = tuple(each.mention for each in where)
    counted = tuple(each.quantity for each in quantities(line, *run))
    told_at = dating.time if dating else None
    if kind == "statement":
        return Event(kind, denied, places=spots, time=told_at, quantities=counted)
    return Event(kind, denied, tuple(slots["agent"]), tuple(slots["target"]), spots, told_at, counted)


def _placing(place: Candidate) -> tuple[str, ...]:
    """The two signs that speak most for a place."""
    return decisive(place.signs, "its", "places")[:2]


def _timing(dating: Dating) -> tuple[Reason, ...]:
    """The two signs that speak most for a time."""
    decisive_signs = decisive(dating.signs, "its", "whens")[:2]
    return tuple(Reason("time", f"weight.{sign}", dating.time.mention.text) for sign in decisive_signs)


def staged(considered: Considered, slots: Slots) -> Scene:
    """The scene of a run, in which its parts are played; the training of the weights begins here."""
    return Scene(considered.stage, considered.run, considered.what, considered.said.act, ruled(slots))


def _played(played: Scene) -> tuple[dict[str, list[Mention]], list[Reason]]:
    """The agents and targets of a scene by the weights of the signs of its noun phrases, and the signs that decided."""
    shown = stances(played)
    parts = cast(played, {number: stance.chances() for number, stance in shown.items()})
    mentions: dict[str, list[Mention]] = {part: [] for part in PARTS}
    reasons: list[Reason] = []
    for part, number in ((name, at) for name in PARTS for at in parts[name]):
        mention = _phrase_mention(played.line, *played.phrases[number][:2])
        mentions[part].append(mention)
        reasons += [Reason(part, f"weight.{sign}", mention.text) for sign in deciding(shown[number].answers(), part)]
    return mentions, reasons


def _phrase_mention(line: Line, first: int, last: int) -> Mention:
    found = line.begins(first)
    return line.mention(first, last, found.means[0].id if found else "rule.noun_phrase")


def asked(considered: Considered, slots: dict[str, list[Mention]]) -> Asked:
    """What is asked of a run's places: what it tells, who acts in it, and the words that say whose it is."""
    said = considered.said
    named = [mention for source in said.sources for mention in (source.mention, source.of)]
    spans = tuple(mention.span for mention in (said.cue, *named) if mention)
    return Asked(considered.line, considered.run, considered.what, slots, said.act, considered.passing, spans)


def untimed(question: Asked) -> Untimed:
    """What is asked of a run's times: what is asked of its places without who acts in it."""
    return Untimed(question.line, question.run, question.what, question.act, question.passing, question.said)
