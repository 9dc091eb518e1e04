"""Lines become claims: the room's opener, the one place that knows how cues, speakers, contents and happenings meet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from riwaya.claims.arguments import arguments
from riwaya.claims.claim import Claim, Event, Reason, Source
from riwaya.claims.contents import embedded, runs, trimmed
from riwaya.claims.cues import frames
from riwaya.claims.frame import Frame
from riwaya.claims.happening import Happening, happening, leading, standing, told
from riwaya.claims.memory import Memory
from riwaya.claims.places import Seen, places
from riwaya.claims.signs import signs
from riwaya.claims.speakers import introduce, speaker
from riwaya.claims.weighing import NONE, decisive, taught, weigh
from riwaya.claims.whereabouts import located
from riwaya.mentions.line import Line, Tag
from riwaya.mentions.mention import Mention, Time
from riwaya.mentions.quantities import quantities
from riwaya.words.span import Span

Run = tuple[int, int]
UNSPECIFIED = Source(None, None, "unspecified")
_NARRATED_MOST = 0.6  # a run in the report's own voice that is likelier than this to tell nothing is none
_OPENING = 8  # tokens of a run in which a threat is worded
_FEW = 40  # examples; a type taught by fewer is told by its words alone
_SPEECH = 3  # quoted words; fewer are a name or a scare quote


@dataclass(frozen=True, slots=True)
class Said:
    """What makes a run of words a claim: its cue, its chain, its act, and how sure it is."""

    cue: Mention | None
    sources: tuple[Source, ...]
    act: str
    hedged: bool
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Considered:
    """A run of a line with who says it, the happening its leading word names, and the signs of its type."""

    line: Line
    run: Run
    said: Said
    what: Happening
    voice: str
    signs: tuple[str, ...]
    passing: str = ""  # how it hangs on where it is told in passing, inside another run


NARRATED = Said(None, (), "assert", False)


def draw(report: str, lines: Sequence[Line], own: frozenset[str] = frozenset()) -> tuple[Claim, ...]:
    """The claims of a report's lines in the order of their content; `own` holds the pack ids of the report's outlet."""
    drawn: list[Claim] = []
    seen = Seen()
    for considered in consider(lines, own):
        claim = _claim(report, considered, seen)
        if claim:
            drawn.append(claim)
    drawn.sort(key=lambda claim: (claim.content.span, claim.cue is None))
    return tuple(
        replace(claim, id=f"{report[:12]}#{number}", event=event, doubts=doubts)
        for number, (claim, (event, doubts)) in enumerate(zip(drawn, located(drawn, lines), strict=True), 1)
    )


def consider(lines: Sequence[Line], own: frozenset[str] = frozenset()) -> Iterator[Considered]:
    """Every run of words that may be a claim, before its type is weighed; the training of the weights begins here."""
    memory = Memory()
    before = ""
    for line in lines:
        for run, said in attributed(line, memory, own):
            what = happening(line, *run)
            voice = _voice(line, run, said)
            found = tuple(signs(line, run, what, said.act, voice, before))
            yield Considered(line, run, said, what, voice, found)
            for inner, how in embedded(line, run, what.tag.first if what.tag else run[0]):
                yield _in_passing(line, inner, said, what.type, how)
            before = what.type
        introduce(line, memory)


def _in_passing(line: Line, run: Run, said: Said, outer: str, how: str) -> Considered:
    """A happening told inside another run, with the signs that it stands for itself."""
    what, voice = happening(line, *run), _voice(line, run, said)
    _, *found = signs(line, run, what, said.act, voice, outer)
    same = "same" if what.type == outer else "other"
    return Considered(
        line, run, said, what, voice, ("bias", "passing", f"passing:{how}", *found, f"passing:{same}"), how
    )


def attributed(line: Line, memory: Memory, own: frozenset[str]) -> Iterator[tuple[Run, Said]]:
    """Every run of a line that is claimed, with who is made responsible for it."""
    found = _bounded(line, frames(line))
    free = 0
    passing: tuple[Source, ...] = ()
    for at, frame in enumerate(found):
        said = _said(line, frame, memory, own, passing)
        passing = ()
        if frame.how == "fixed":
            if frame.content[0] >= frame.content[1]:
                passing = said.sources
                free = max(free, frame.zone[1])
                continue
            if frame.content[1] <= frame.start:
                yield from ((run, said) for run in runs(line, *frame.content))
                free = max(free, frame.zone[1])
                continue
        if frame.start > free and not frame.outer:
            yield from _narrated(line, free, frame.start)
        trailing = _trailing(line, found, at, memory, own)
        if trailing:
            said = replace(said, sources=(*said.sources, *trailing))
        yield from ((run, said) for run in _contents(line, frame, found[at + 1 :]))
        free = max(free, frame.content[1], frame.zone[1])
    if not found and _quoted_on(line) and memory.chain and memory.cue is not None:
        carried = Said(
            memory.cue, _carried(memory.chain), "assert", False, (Reason("sources", "rule.quotation_runs_on"),)
        )
        yield from ((run, carried) for run in _whole(line, 0, len(line)))
    elif free < len(line):
        yield from _narrated(line, free, len(line))


def _bounded(line: Line, found: list[Frame]) -> list[Frame]:
    """The frames with their contents cut where the next one begins, and nested ones marked."""
    found = _standing(line, found)
    out: list[Frame] = []
    floor = 0
    for at, frame in enumerate(found):
        after = found[at + 1] if at + 1 < len(found) else None
        end = after.start if after else len(line)
        if frame.how == "fixed":
            lead = frame.start <= 2
            verb_follows = after is not None and after.how in ("verb", "relay") and after.start <= frame.zone[1] + 2
            if lead and verb_follows:
                out.append(replace(frame, content=(frame.zone[1], frame.zone[1])))
            elif lead:
                out.append(frame.until(end))
            else:
                out.append(replace(frame, content=(floor, frame.start)))
        else:
            out.append(frame.until(min(end, frame.content[1])))
        floor = max(floor, frame.zone[1] if frame.how == "fixed" else end)
    marked: list[Frame] = []
    for frame in out:
        marked.append(_nested(line, frame, marked))
    return marked


def _standing(line: Line, found: list[Frame]) -> list[Frame]:
    """The frames without those that only look like one inside another speaker's words: … إن التحالف يرصد أهدافا."""
    out: list[Frame] = []
    for frame in found:
        inside = out and out[-1].how != "fixed" and out[-1].content[0] <= frame.start < out[-1].content[1]
        joined = line.joined(frame.cue[0]) or line.is_term(frame.start, "connective")
        if (
            inside
            and frame.how == "verb"
            and frame.act in ("assert", "promise")
            and frame.attached not in ("inna", "quote")
            and not joined
        ):
            continue
        out.append(frame)
    return out


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
        return replace(frame, outer=outer.outer + 1)
    return frame


def _said(line: Line, frame: Frame, memory: Memory, own: frozenset[str], passing: tuple[Source, ...]) -> Said:
    cue = line.mention(frame.cue[0], frame.cue[1], frame.tag.row.id, bare=False)
    reasons = [Reason("cue", frame.tag.row.id, cue.text), Reason("act", frame.tag.row.id, cue.text)]
    sources, why = _sources(line, frame, memory, own)
    reasons.append(Reason("sources", why))
    if frame.how != "fixed" and sources and sources[0].kind != "unspecified" and not frame.outer:
        memory.chain, memory.cue = sources, cue
    return Said(cue, (*sources, *passing), frame.act, frame.hedged, tuple(reasons))


def _sources(line: Line, frame: Frame, memory: Memory, own: frozenset[str]) -> tuple[tuple[Source, ...], str]:
    if frame.zone[0] < frame.zone[1]:
        origin, passed = speaker(line, frame.zone, memory, own)
        if frame.how == "relay":
            relay, _ = speaker(line, frame.relay, memory, own)
            passed = (relay, *passed) if relay and (origin is None or relay.name != origin.name) else passed
        if origin is not None:
            if frame.outer and memory.chain:
                return (origin, *memory.chain), "rule.said_within_speech"
            same = memory.chain and memory.chain[0].name == origin.name
            if same and not passed:
                passed = _carried(memory.chain[1:])
            return (origin, *passed), origin.mention.entry if origin.mention else "rule.named"
        if passed and memory.chain:
            return (*_carried(memory.chain[:1]), *passed), "rule.relay_named"
    if frame.hedged and frame.how == "verb" and not frame.tag.first_person:
        return (UNSPECIFIED,), "rule.rumour"
    if memory.chain:
        _, passed = speaker(line, frame.relay, memory, own) if frame.relay[0] < frame.relay[1] else (None, ())
        if passed:
            return (*_carried(memory.chain[:1]), *passed), "rule.speaker_carried_on"
        return _carried(memory.chain), "rule.speaker_carried_on"
    return (UNSPECIFIED,), "rule.nobody_named"


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


def _contents(line: Line, frame: Frame, later: Sequence[Frame]) -> list[Run]:
    first, end = frame.content
    if later and later[0].outer > frame.outer and later[0].start - first <= 2:
        return []
    return _whole(line, first, end)


def _whole(line: Line, first: int, end: int) -> list[Run]:
    """The runs of a content, statements that follow one another as one."""
    out: list[Run] = []
    for run in runs(line, first, end):
        if out and not told(line, *run) and not told(line, *out[-1]) and not _new_clause(line, out[-1][1], run[0]):
            out[-1] = (out[-1][0], run[1])
        else:
            out.append(run)
    return out


def _new_clause(line: Line, end: int, first: int) -> bool:
    """Whether a complementiser stands between two runs: … وأن …"""
    return any(line.is_term(at, "complementiser") for at in range(end, first))


def _narrated(line: Line, first: int, end: int) -> Iterator[tuple[Run, Said]]:
    """The runs that the report tells in its own voice, where they tell a happening at all."""
    for run in runs(line, first, end):
        lead = leading(line, told(line, *run), run[0])
        if lead is not None:
            yield _fronted(line, run, lead), NARRATED


def _stands(considered: Considered, likely: dict[str, float]) -> bool:
    """Whether a happening in the report's own voice is a conflict event and no background."""
    what, (first, end) = considered.what, considered.run
    if what.tag is None or end - first < 3:
        return False
    return likely.get(NONE, 0.0) < _NARRATED_MOST


def _fronted(line: Line, run: Run, lead: Tag) -> Run:
    """A run without what is fronted before a comma and tells nothing: وفي مأرب، قتل …"""
    first, end = run
    for at in range(lead.first - 1, first, -1):
        if line.form(at) in ("،", ","):
            if at - first <= 12 and not told(line, first, at) and not _subject_in(line, first, at):
                return trimmed(line, at + 1, end)
            break
    return run


def _subject_in(line: Line, first: int, end: int) -> bool:
    return not line.is_term(first, "preposition", "attach") and first not in line.time_at and not line.glued(first)


def _quoted_on(line: Line) -> bool:
    """Whether a sentence is all quotation and names no speaker of its own."""
    inside = sum(1 for number in line.quoted if number >= 0)
    return len(line) >= 6 and inside >= 0.8 * (len(line) - 2) and line.tokens[0].kind == "mark"


def _claim(report: str, considered: Considered, seen: Seen) -> Claim | None:
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
    event = _event(considered, kind, denied, seen)
    certainty = "possible" if said.hedged or _hedged(line, run, what) else "certain"
    weighed = tuple(Reason("type", f"weight.{sign}") for sign in decisive(considered.signs, kind))
    reasons = (*said.reasons, *(Reason("type", entry) for _, entry in what.entries), *weighed)
    return Claim("", report, content, said.cue, said.sources, considered.voice, act, certainty, event, reasons)


def _kind(considered: Considered, likely: dict[str, float]) -> str:
    """The likeliest type; where too few examples taught a type, its own word decides."""
    line, run, what = considered.line, considered.run, considered.what
    leads = (
        what.tag is not None and what.tag.row["weight"] == "strong" and standing(line, what.tag.first, run[0]) == "main"
    )
    if leads and taught(what.type) < _FEW:
        return what.type
    return next((kind for kind in likely if kind != NONE), what.type)


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


def _event(considered: Considered, kind: str, denied: bool, seen: Seen) -> Event:
    line, run, what = considered.line, considered.run, considered.what
    slots = arguments(line, run, what)
    where = places(line, run, slots, seen)
    counted = tuple(each.quantity for each in quantities(line, *run))
    when = _time(considered)
    if kind == "statement":
        return Event(kind, denied, places=where, time=when, quantities=counted)
    return Event(kind, denied, tuple(slots["agent"]), tuple(slots["target"]), where, when, counted)


def _time(considered: Considered) -> Time | None:
    """The time told in a run, or fronted before it with no other happening between."""
    line, run = considered.line, considered.run
    span = Span(line.tokens[run[0]].span.start, line.tokens[run[1] - 1].span.end)
    inside = [time for time in line.times if span.holds(time.mention.span)]
    if inside:
        return inside[0]
    if considered.said.sources or considered.passing:
        return None
    before = [time for time in line.times if time.mention.span.end <= span.start]
    if before and not told(line, _token_at(line, before[-1].mention.span.start), run[0]):
        return before[-1]
    return None


def _token_at(line: Line, offset: int) -> int:
    return next((at for at, token in enumerate(line.tokens) if token.span.end > offset), len(line))
