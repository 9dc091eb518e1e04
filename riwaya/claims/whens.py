"""When it happened: the time of a claim among the times of its sentence."""

from riwaya.claims.happening import Happening, told
from riwaya.mentions.line import Line, Tag
from riwaya.mentions.mention import Time
from riwaya.words.span import Span

Run = tuple[int, int]
_ANTECEDENT = 3  # tokens of a happening's own phrase between it and the relative that tells more of it
_OPENING = 6  # tokens of a run in which the words of the cue may run on


def when(line: Line, run: Run, what: Happening, kind: str, *, said: bool, passing: bool) -> Time | None:
    """The time told in a run, or fronted before it with no other happening between; statements have none."""
    if kind == "statement":
        return None
    inside = _inside(line, run)
    if inside:
        lead = _lead(line, run, what, kind)
        own = [(at, time) for at, time in inside if _belongs(line, run, lead, at, time, said)]
        return own[0][1] if own else None
    return _fronted(line, run, said=said, passing=passing)


def _inside(line: Line, run: Run) -> list[tuple[int, Time]]:
    span = Span(line.tokens[run[0]].span.start, line.tokens[run[1] - 1].span.end)
    return [(_token_at(line, time.mention.span.start), time) for time in line.times if span.holds(time.mention.span)]


def _lead(line: Line, run: Run, what: Happening, kind: str) -> Tag | None:
    """The happening that the claim is about: the first of its type in the run."""
    return next((tag for tag in told(line, *run) if tag.kind == kind), what.tag)


def _belongs(line: Line, run: Run, lead: Tag | None, at: int, time: Time, said: bool) -> bool:
    """Whether a time dates the happening, and neither another noun of its clause nor the speaking."""
    if said and _dates_speech(line, run, lead, at, time):
        return False
    if lead is None:
        return True
    if lead.first < at:
        links = [i for i in range(lead.last + 1, at) if _relates(line, i, time)]
        return not links or links[-1] - lead.last <= _ANTECEDENT
    return not any(line.is_term(i, "relative") for i in range(at, lead.first))


def _relates(line: Line, at: int, time: Time) -> bool:
    """Whether a relative opens a clause that a time behind it may date: not a lasting one, البلدة التي يسيطر عليها …"""
    if not line.is_term(at, "relative"):
        return False
    lasting = (
        any(tag.column == "imperfect" and not tag.future for tag in line.tags[at + 1]) if at + 1 < len(line) else False
    )
    return not lasting or time.ends is None


def _dates_speech(line: Line, run: Run, lead: Tag | None, at: int, time: Time) -> bool:
    """Whether a time at the opening of what is said dates the saying: (أعلنت) …، أمس، أن …"""
    end = _token_at(line, time.mention.span.end - 1) + 1
    stop = lead.first if lead else run[1]
    if any(line.is_term(i, "complementiser") for i in range(end, min(stop, end + 3))):
        return True
    opened = run[0] == 0 or line.is_term(run[0] - 1, "complementiser") or line.tokens[run[0] - 1].kind == "mark"
    return (
        not opened
        and at - run[0] < _OPENING
        and stop - end <= 2
        and lead is not None
        and at < lead.first
        and lead.column == "noun"
    )


def _fronted(line: Line, run: Run, *, said: bool, passing: bool) -> Time | None:
    start = line.tokens[run[0]].span.start
    before = [time for time in line.times if time.mention.span.end <= start]
    if not before or before[-1].ends is None:
        return None
    at = _token_at(line, before[-1].mention.span.start)
    if told(line, at, run[0]) or any(
        line.is_term(i, "connective", "relative", "complementiser") for i in range(at, run[0])
    ):
        return None
    if (said or passing) and not line.joined(run[0]):
        return None
    return before[-1]


def _token_at(line: Line, offset: int) -> int:
    return next((at for at, token in enumerate(line.tokens) if token.span.end > offset), len(line))
