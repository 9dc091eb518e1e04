"""When it happened: the time of a claim among the times of its sentence."""

from riwaya.claims.happening import Happening, told
from riwaya.mentions.line import Line, Tag
from riwaya.mentions.mention import Time
from riwaya.words.span import Span

Run = tuple[int, int]
_ANTECEDENT = 4  # tokens of a happening's own phrase between it and the relative that tells more of it
_OPENING = 6  # tokens at the beginning of a run that may still be the saying's


def when(line: Line, run: Run, what: Happening, kind: str, *, said: bool, passing: bool) -> Time | None:
    """The first time in a run that dates its happening, or one fronted before it; a statement has none."""
    if kind == "statement":
        return None
    lead = next((tag for tag in told(line, *run) if tag.kind == kind), what.tag)
    for at, time in _inside(line, run):
        if _dates(line, lead, at, time) and not (said and _dates_saying(line, run, lead, at, time)):
            return _of_event(line, lead, at, time) if passing else time
    return _fronted(line, run, alone=not said and not passing)


def _inside(line: Line, run: Run) -> list[tuple[int, Time]]:
    span = Span(line.tokens[run[0]].span.start, line.tokens[run[1] - 1].span.end)
    found = [_told_inside(time, span) for time in line.times]
    return [(_token_at(line, time.mention.span.start), time) for time in found if time is not None]


def _told_inside(time: Time, span: Span) -> Time | None:
    """A time that lies in a run, or the date of its event where that alone does: منذ | سقوط البلدة في مارس 2013."""
    if span.holds(time.mention.span):
        return time
    event = time.event
    return event if event and time.mention.span.start < span.start and span.holds(event.mention.span) else None


def _dates(line: Line, lead: Tag | None, at: int, time: Time) -> bool:
    """Whether a time dates the happening rather than another noun of its clause: … البلدة التي سقطت أمس."""
    if lead is None:
        return True
    if line.is_term(at - 1, "lasting") and time.ends is None:
        return False
    if at < lead.first:
        return not any(line.is_term(i, "relative") for i in range(at, lead.first))
    links = [i for i in range(lead.last + 1, at) if line.is_term(i, "relative") and not _is_lasting(line, i + 1, time)]
    own = lead.column == "noun" and time.ends is not None
    return not links or (own and links[-1] - lead.last <= _ANTECEDENT)


def _is_lasting(line: Line, at: int, time: Time) -> bool:
    """Whether a relative clause tells what lasts, which no day behind it dates: … البلدة التي تحاصرها القوات | أمس."""
    if at >= len(line) or time.ends is None:
        return False
    return any(tag.column == "imperfect" and not tag.future for tag in line.tags[at])


def _dates_saying(line: Line, run: Run, lead: Tag | None, at: int, time: Time) -> bool:
    """Whether a time at the opening of what is said dates the saying: (أعلنت) الوزارة، أمس، أن …"""
    end = _token_at(line, time.mention.span.end - 1) + 1
    stop = lead.first if lead else run[1]
    if any(line.is_term(i, "complementiser") for i in range(end, min(stop, end + 3))):
        return True
    if told(line, run[0], at):
        return False
    if lead is None or lead.column != "noun" or not 0 <= stop - end <= 2 or at - run[0] >= _OPENING:
        return False
    opened = run[0] == 0 or line.tokens[run[0] - 1].kind == "mark" or line.is_term(run[0] - 1, "complementiser")
    return not opened and not any(line.is_term(i, "auxiliary", "connective") for i in range(run[0] - 1, at))


def _fronted(line: Line, run: Run, *, alone: bool) -> Time | None:
    """The time before a run that no other happening and no link parts from it; joined on by `and` unless it stands alone."""
    start = line.tokens[run[0]].span.start
    before = [time for time in line.times if time.mention.span.end <= start]
    if not before or before[-1].ends is None or not (alone or line.joined(run[0])):
        return None
    at = _token_at(line, before[-1].mention.span.start)
    parted = any(line.is_term(i, "connective", "relative", "complementiser") for i in range(at, run[0]))
    return None if parted or told(line, at, run[0]) else before[-1]


def _of_event(line: Line, lead: Tag | None, at: int, time: Time) -> Time:
    """The date of a happening that is itself the event since which something lasts: منذ سقوط البلدة في مارس 2013."""
    within = lead is not None and at < lead.first and line.tokens[lead.first].span.end <= time.mention.span.end
    return time.event if within and time.event else time


def _token_at(line: Line, offset: int) -> int:
    return next((at for at, token in enumerate(line.tokens) if token.span.end > offset), len(line))
