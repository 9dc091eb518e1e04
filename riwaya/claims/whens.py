"""When it happened: the time of a claim among those told in it, in its sentence, and by the claim before."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from riwaya.claims.happening import Happening, told
from riwaya.mentions.dates.echoes import Echo, echoes
from riwaya.mentions.line import COMMAS, Line, Tag
from riwaya.mentions.mention import Time
from riwaya.words.span import Span

Run = tuple[int, int]
_LIKELY = 0.4  # the likeliest time of a claim is its own where the signs make it likelier than this
_NEAREST = 3  # times told outside of a run, on each of its sides, that are considered
_STEPS = (0, 1, 2, 4, 7, 12)  # tokens; distances are told apart by these
_LINKS = ("relative", "complementiser", "connective", "auxiliary")
_LENGTHS = ((1, "day"), (2, "night"), (10, "days"), (31, "month"), (366, "year"))  # days at most
_SELF = "pronoun.nfsh"  # the row of the words for self: اليوم نفسه
_ANTECEDENT = 4  # tokens of a happening's own phrase between it and the relative that tells more of it


@dataclass(slots=True)
class Dated:
    """The time of the claim before with its type and its line, and the times told so far in the report."""

    time: Time | None = None
    type: str = ""
    line: Line | None = None
    reached: Line | None = None
    times: tuple[Time, ...] = ()  # of the line reached, those that point back to another among them
    last: Time | None = None  # of the times told so far
    day: Time | None = None  # of those that are one day

    def reach(self, line: Line) -> None:
        """Take in the times of the line that is read now."""
        if self.reached is line:
            return
        self.reached, out = line, list[Time]()
        selves = [at for at in line.where("terms", "pronoun") if _is_self(line, at)]
        found: list[tuple[int, Time | Echo]] = [(time.mention.span.start, time) for time in line.times]
        found += [
            (line.tokens[each.first].span.start, each) for each in echoes(line.tokens, line.text, line.time_at, selves)
        ]
        for _, each in sorted(found, key=lambda pair: pair[0]):
            time = self._meant(line, each) if isinstance(each, Echo) else each
            if time is not None:
                out.append(time)
                self.last = time if time.begins else self.last
                self.day = time if time.begins and time.begins == time.ends else self.day
        self.times = tuple(out)

    def _meant(self, line: Line, echo: Echo) -> Time | None:
        """The time that words point back to."""
        told_before = self.last if echo.how == "since" else self.day
        if told_before is None or told_before.begins is None:
            return None
        if echo.how == "part" and not line.sentence.span.holds(told_before.mention.span):
            return None  # which day a bare فجرا is of is told near it or not at all
        begins, mention = told_before.begins, line.mention(echo.first, echo.last, "+".join(echo.rows))
        if echo.how == "next":
            begins = (date.fromisoformat(begins) + timedelta(days=1)).isoformat()
        return Time(mention, begins, None if echo.how == "since" else begins)


class Untimed(NamedTuple):
    """A run whose time is asked for: what it tells, and how and by whom it is said."""

    line: Line
    run: Run
    what: Happening
    act: str
    passing: str
    said: tuple[Span, ...]  # the words of its cue and sources


class Dating(NamedTuple):
    """A time that may be a claim's, with the signs by which it shows whether it is."""

    time: Time
    signs: tuple[str, ...]


class _Spot(NamedTuple):
    """A time by the tokens first..last that tell it, and where it stands to the run: inside, before, behind, event."""

    time: Time
    first: int
    last: int
    where: str


def when(asked: Untimed, kind: str, before: Dated, likely: Callable[[Iterable[str]], float]) -> Dating | None:
    """The likeliest time of a run that tells a happening of a kind; a statement has none."""
    if kind == "statement":
        return None
    found = [(likely(each.signs), -rank, each) for rank, each in enumerate(candidates(asked, kind, before))]
    best = max(found, key=lambda each: each[:2], default=None)
    chosen = best[2] if best and best[0] >= _LIKELY else None
    remember(asked, kind, chosen.time if chosen else None, before)
    return chosen


def remember(asked: Untimed, kind: str, time: Time | None, before: Dated) -> None:
    """Keep the time of a claim for the claim that follows it."""
    before.time, before.type, before.line = time, kind, asked.line


def candidates(asked: Untimed, kind: str, before: Dated) -> tuple[Dating, ...]:
    """The times that may be a claim's: those told in its run, those around it nearest first, and that of the claim before."""
    line = asked.line
    lead: Tag | None = next((tag for tag in told(line, *asked.run) if tag.kind == kind), asked.what.tag)
    asked = asked._replace(what=asked.what._replace(tag=lead, type=kind))
    before.reach(line)
    spots = [spot for spot in _spots(line, before.times, asked.run) if _may_date(line, asked.run, lead, spot)]
    out = [Dating(spot.time, tuple(_signs(asked, spots, rank, before))) for rank, spot in enumerate(spots)]
    last = before.time
    if last is not None and last.mention.span not in [spot.time.mention.span for spot in spots]:
        out.append(Dating(last, tuple(_carried(asked, spots, last, before))))
    return tuple(out)


def _is_self(line: Line, at: int) -> bool:
    return any(tag.row.id == _SELF for tag in line.tags[at])


def _spots(line: Line, times: Sequence[Time], run: Run) -> list[_Spot]:
    """The times inside a run in order, then those before and behind it, nearest first."""
    span = Span(line.tokens[run[0]].span.start, line.tokens[run[1] - 1].span.end)
    inside, before, behind = list[_Spot](), list[_Spot](), list[_Spot]()
    for time in times:
        if span.holds(time.mention.span):
            inside.append(_spot(line, time, "inside"))
        elif time.mention.span.end <= span.start:
            before.append(_spot(line, time, "before"))
        elif time.mention.span.start >= span.end:
            behind.append(_spot(line, time, "behind"))
        elif time.event is None:
            inside.append(_spot(line, time, "across"))
        if time.event is not None and span.meets(time.event.mention.span):
            inside.append(_spot(line, time.event, "event"))
    return inside + before[::-1][:_NEAREST] + behind[:_NEAREST]


def _spot(line: Line, time: Time, where: str) -> _Spot:
    return _Spot(time, _token_at(line, time.mention.span.start), _token_at(line, time.mention.span.end - 1), where)


def _token_at(line: Line, offset: int) -> int:
    low, high = 0, len(line) - 1
    while low < high:
        middle = (low + high) // 2
        if line.tokens[middle].span.end > offset:
            high = middle
        else:
            low = middle + 1
    return low


def _may_date(line: Line, run: Run, lead: Tag | None, spot: _Spot) -> bool:
    """Whether no other clause keeps a time for itself: … البلدة التي سقطت أمس; … أمس، فيما قصفت المدفعية …"""
    if spot.where == "before":
        parted = _links(line, spot.last + 1, run[0])
        return not ("connective" in parted and "comma" in parted)
    if lead is None or spot.where == "behind":
        return True
    if line.is_term(spot.first - 1, "lasting") and spot.time.ends is None:
        return False
    if spot.first < lead.first:
        return not any(line.is_term(at, "relative") for at in range(spot.first, lead.first))
    links = [at for at in _relatives(line, lead, spot) if not (spot.time.ends and _lasts(line, at + 1))]
    own = lead.column == "noun" and spot.time.ends is not None
    return not links or (own and links[-1] - lead.last <= _ANTECEDENT)


def _relatives(line: Line, lead: Tag, spot: _Spot) -> list[int]:
    """The relatives between a happening's word and a time behind it."""
    return [at for at in range(lead.last + 1, spot.first) if line.is_term(at, "relative")]


def _lasts(line: Line, at: int) -> bool:
    """Whether a relative clause tells what lasts, which no day behind it dates: … البلدة التي تحاصرها القوات | أمس."""
    return at < len(line) and any(tag.column == "imperfect" and not tag.future for tag in line.tags[at])


def _signs(asked: Untimed, spots: Sequence[_Spot], rank: int, before: Dated) -> Iterator[str]:
    """The signs of a time told in the sentence of a run."""
    spot = spots[rank]
    where = spot.where
    how = "passing" if asked.passing else "said" if asked.said else "narrated"
    length = _length(spot.time)
    yield "bias"
    yield f"where:{where}"
    yield f"where:{where}:{how}"
    yield f"where:{where}:{length}"
    yield f"where:{where}:{asked.what.type}"
    yield f"where:{where}:act:{asked.act}"
    yield f"where:{where}:{length}:{asked.what.type}"
    yield from _worded(asked.line, spot, length)
    yield from _ranked(asked, spots, rank)
    yield from _led(asked, spot)
    yield from _saying(asked, spot)
    if where in ("before", "behind"):
        yield from _outside(asked, spot, how)
    if before.time is not None and before.line is asked.line:
        again = before.time.mention.span == spot.time.mention.span
        yield f"taken:{where}:{again}"
        yield f"taken:{where}:{again}:{how}"


def _worded(line: Line, spot: _Spot, length: str) -> Iterator[str]:
    """The signs of the words of a time and of those beside it."""
    head = "number" if line.tokens[spot.first].kind == "number" else line.form(spot.first)
    yield f"head:{head}"
    yield f"head:{spot.where}:{head}"
    yield f"long:{_step(spot.last - spot.first)}"
    yield f"prior:{_word(line, spot.first - 1)}"
    yield f"prior:{spot.where}:{_word(line, spot.first - 1)}"
    yield f"next:{spot.where}:{_word(line, spot.last + 1)}"
    if spot.first not in line.time_at:
        yield f"echo:{spot.where}:{length}"
    if spot.first <= 1:
        yield f"opening:{spot.where}"
    if spot.last >= len(line) - 2:
        yield f"closing:{spot.where}"


def _ranked(asked: Untimed, spots: Sequence[_Spot], rank: int) -> Iterator[str]:
    """The signs of a time's place among the other times of the sentence."""
    spot, lead = spots[rank], asked.what.tag
    inside = [each for each in spots if each.where == "inside"]
    same = [each for each in spots[:rank] if each.where == spot.where]
    yield f"rank:{spot.where}:{min(len(same), 2)}:{min(len(inside), 2)}"
    if lead is not None and len(spots) > 1:
        gaps = [max(each.first - lead.last, lead.first - each.last) for each in spots]
        yield f"nearest:{spot.where}:{gaps[rank] == min(gaps)}"
    if any(each.time.ends is None for each in spots if each is not spot):
        yield f"beside:since:{_length(spot.time)}"


def _led(asked: Untimed, spot: _Spot) -> Iterator[str]:
    """The signs of how a time stands to the happening's word and to the other happenings of the sentence."""
    line, lead = asked.line, asked.what.tag
    if lead is None:
        yield f"lead:none:{spot.where}"
        return
    side = "ahead" if spot.last < lead.first else "after" if spot.first > lead.last else "within"
    low, high = (spot.last + 1, lead.first) if side == "ahead" else (lead.last + 1, spot.first)
    links = _links(line, low, high)
    between = [tag for tag in told(line, low, high) if tag.first != lead.first]
    shape = f"{side}:{lead.column}"
    length = _length(spot.time)
    yield f"lead:{shape}"
    yield f"lead:{shape}:{length}"
    yield f"lead:{side}:{_step(high - low)}"
    yield f"lead:{side}:{spot.where}:{_step(high - low)}:{min(len(between), 2)}"
    yield f"told:{side}:{min(len(between), 3)}"
    yield f"links:{side}:{'+'.join(links)}"
    for link in links:
        yield f"link:{side}:{link}"
        yield f"link:{shape}:{link}:{length}"
    if between:
        near = between[0] if side == "ahead" else between[-1]
        yield f"near:{side}:{near.column}:{near.kind == asked.what.type}"
        yield f"near:{side}:{near.column}:{_step(near.first - spot.last if side == 'ahead' else spot.first - near.last)}"
    other = _other_side(line, spot, side, asked.run, lead)
    yield f"beyond:{side}:{other}"
    if side == "after":
        yield from _related(line, lead, spot)
    if line.is_term(spot.first - 1, "lasting"):
        yield f"lasting:{length}"


def _other_side(line: Line, spot: _Spot, side: str, run: Run, lead: Tag) -> str:
    """The happening on the other side of a time from the happening's word, and how near it is."""
    if side == "ahead":
        found = [tag for tag in told(line, 0, spot.first) if tag.first != lead.first]
        return f"{found[-1].column}:{_step(spot.first - found[-1].last)}" if found else "none"
    found = [tag for tag in told(line, spot.last + 1, run[1]) if tag.first != lead.first]
    return f"{found[0].column}:{_step(found[0].first - spot.last)}" if found else "none"


def _related(line: Line, lead: Tag, spot: _Spot) -> Iterator[str]:
    """The signs of a relative clause between a happening's word and a time: … البلدة التي سقطت | تحاصرها القوات | أمس."""
    links = _relatives(line, lead, spot)
    if not links:
        return
    own = "own" if lead.column == "noun" and links[-1] - lead.last <= _ANTECEDENT else "other"
    tells = "lasts" if _lasts(line, links[-1] + 1) else "ends"
    yield f"related:{own}:{tells}"
    yield f"related:{own}:{tells}:{_length(spot.time)}"


def _saying(asked: Untimed, spot: _Spot) -> Iterator[str]:
    """The signs that a time dates the saying: (أعلنت) الوزارة، أمس، أن …"""
    line, run = asked.line, asked.run
    start, end = spot.time.mention.span.start, spot.time.mention.span.end
    gaps = [start - each.end if each.end <= start else each.start - end for each in asked.said]
    if gaps:
        near = min(gaps)
        yield f"sayer:{spot.where}:{'touching' if near <= 2 else 'near' if near <= 20 else 'far'}"
    for said in asked.said:
        cue = line.tagged(_token_at(line, said.start), "cues") if line.sentence.span.holds(said) else None
        if cue is not None and (spot.where != "inside" or min(gaps) <= 20):
            yield f"cue:{spot.where}:{cue.row.id}"
            yield f"cue:{spot.where}:{cue.column}:{'before' if start < said.start else 'behind'}"
            yield f"cue:{spot.where}:{asked.act}:{asked.what.type}"
    if any(line.is_term(at, "complementiser") for at in range(spot.last + 1, spot.last + 4)):
        yield f"complement:{spot.where}:{bool(asked.said)}"
    if spot.where == "inside":
        opening = _step(spot.first - run[0])
        ahead = not told(line, run[0], spot.first)
        yield f"opening:{opening}:{bool(asked.said)}:{ahead}"
        opened = run[0] == 0 or line.tokens[run[0] - 1].kind == "mark" or line.is_term(run[0] - 1, "complementiser")
        yield f"opening:{opened}:{bool(asked.said)}:{ahead}:{'early' if spot.first - run[0] < 6 else 'late'}"


def _outside(asked: Untimed, spot: _Spot, how: str) -> Iterator[str]:
    """The signs of a time told in the sentence before or behind a run."""
    line, (first, end) = asked.line, asked.run
    low, high = (spot.last + 1, first) if spot.where == "before" else (end, spot.first)
    links = "+".join(_links(line, low, high))
    tags = told(line, low, high)
    cued = any(low <= _token_at(line, each.start) < high for each in asked.said)
    key = f"outside:{spot.where}"
    yield f"{key}:links:{links}"
    yield f"{key}:told:{min(len(tags), 2)}:{cued}"
    yield f"{key}:told:{min(len(tags), 2)}:{how}"
    yield f"{key}:gap:{_step(high - low)}"
    yield f"{key}:cued:{cued}:{how}"
    yield f"{key}:joined:{bool(line.joined(first))}:{min(len(tags), 2)}"
    sides = told(line, 0, spot.first)
    yield f"{key}:behind:{_step(spot.first - sides[-1].last) if sides else 'none'}:{bool(tags)}"
    yield f"{key}:first:{spot.first <= 1}:{min(len(tags), 2)}:{how}"


def _carried(asked: Untimed, spots: Sequence[_Spot], last: Time, before: Dated) -> Iterator[str]:
    """The signs of the time of the claim before."""
    line = asked.line
    gap = line.tokens[asked.run[0]].span.start - last.mention.span.end
    how = "passing" if asked.passing else "said" if asked.said else "narrated"
    far = "same" if before.line is line else str(min(4, max(0, gap) // 150))
    yield "carried"
    yield f"carried:far:{far}"
    yield f"carried:far:{far}:{how}"
    yield f"carried:{_length(last)}"
    yield f"carried:type:{asked.what.type == before.type}:{far}"
    yield f"carried:type:{asked.what.type}"
    yield f"carried:others:{min(len(spots), 2)}"
    yield f"carried:opening:{_word(line, asked.run[0])}"
    yield f"carried:lead:{asked.what.tag.column if asked.what.tag else 'none'}"


def _links(line: Line, low: int, high: int) -> list[str]:
    """What stands between two tokens (half open) that may part a time from what it dates."""
    links = [link for link in _LINKS if any(low <= at < high for at in line.where("terms", link))]
    if any(line.form(at) in COMMAS for at in range(low, high)):
        links.append("comma")
    if any(line.tagged(at, "cues") for at in range(low, high)):
        links.append("cue")
    return links


def _length(time: Time) -> str:
    """How long a time is, or on which side it is open."""
    if time.begins is None or time.ends is None:
        return "since" if time.begins else "until"
    days = (date.fromisoformat(time.ends) - date.fromisoformat(time.begins)).days + 1
    return next((name for most, name in _LENGTHS if days <= most), "years")


def _step(tokens: int) -> int:
    return next((step for step, most in enumerate(_STEPS) if tokens <= most), len(_STEPS))


def _word(line: Line, at: int) -> str:
    """A word as a sign: what its name is does not matter, only that it is one."""
    if not 0 <= at < len(line):
        return "none"
    return "name" if at in line.name_at else "place" if at in line.place_at else line.form(at)
