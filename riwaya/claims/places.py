"""Where it is said to have happened: the places told in a run, before it in its sentence, and by the claim before."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from riwaya.claims.happening import Happening, told
from riwaya.mentions.line import OPENS, Line
from riwaya.mentions.localities import Locality, localities
from riwaya.mentions.mention import Mention
from riwaya.words.fold import folded
from riwaya.words.pack import Row, rows
from riwaya.words.span import Span

Run = tuple[int, int]
_LIKELY = 0.36  # a place that the signs make likelier than this is one of the claim's
_NEAREST = 4  # places told before a run that are considered
_FAR = 150  # characters; how far back a place was told is counted in steps of so many


@dataclass(slots=True)
class Seen:
    """The places a report has named so far: the last by its generic noun and by its kind, and those of the claim before."""

    by_kind: dict[str, Mention] = field(default_factory=dict)
    last: tuple[Mention, ...] = ()
    line: Line | None = None
    found: tuple[Locality, ...] = ()

    def reach(self, line: Line) -> None:
        """Take in the places of the line that is read now."""
        if self.line is not line:
            self.line, self.found = line, localities(line)


class Asked(NamedTuple):
    """A run whose places are asked for: what it tells, who does what in it, and how and by whom it is said."""

    line: Line
    run: Run
    what: Happening
    slots: dict[str, list[Mention]]
    act: str
    passing: str
    said: tuple[Span, ...]  # the words of its cue and sources


class Candidate(NamedTuple):
    """A place that may be a claim's, with the signs by which it shows whether it is."""

    mention: Mention
    signs: tuple[str, ...]


def places(asked: Asked, seen: Seen, likely: Callable[[Iterable[str]], float]) -> tuple[Candidate, ...]:
    """The places of a run: those told in it that are likely its own; where it tells none, those told before it."""
    chosen = [each for each in told_inside(asked, seen) if likely(each.signs) >= _LIKELY]
    if not chosen:
        chosen = [each for each in told_before(asked, seen) if likely(each.signs) >= _LIKELY]
    kept = remembered([each.mention for each in chosen], seen)
    return tuple(sorted((each for each in chosen if each.mention in kept), key=lambda each: each.mention.span))


def remembered(chosen: Sequence[Mention], seen: Seen) -> tuple[Mention, ...]:
    """The chosen places without those that a fuller one names again, kept for the claims that follow."""
    out = tuple(sorted(_distinct(chosen), key=lambda mention: mention.span))
    if out:
        seen.last = out
    return out


def told_inside(asked: Asked, seen: Seen) -> tuple[Candidate, ...]:
    """The places told in a run, in order."""
    line, (first, end) = asked.line, asked.run
    seen.reach(line)
    inside = [each for each in seen.found if first <= each.first < end]
    out = []
    for rank, each in enumerate(inside):
        mention = _mention(line, each, end, seen)
        out.append(Candidate(mention, tuple(_inside(asked, inside, rank, mention, seen))))
    for each in inside:
        _remember(line, each, seen)
    return tuple(_once(out))


def told_before(asked: Asked, seen: Seen) -> tuple[Candidate, ...]:
    """The places told before a run in its sentence, nearest first, and those of the claim before."""
    line, first = asked.line, asked.run[0]
    before = [each for each in seen.found if each.last < first][::-1][:_NEAREST]
    out = []
    for rank, each in enumerate(before):
        mention = _mention(line, each, first, seen)
        out.append(Candidate(mention, tuple(_before(asked, each, rank, mention, seen))))
    for mention in seen.last:
        out.append(Candidate(mention, tuple(_carried(asked, mention, len(before)))))
    return tuple(_once(out))


@lru_cache(maxsize=1)
def generic_nouns() -> dict[str, Row]:
    """The rows of the nouns that say what kind of place a name is, by each form."""
    nouns = (row for row in rows("terms") if row["kind"] == "areanoun")
    return {folded(form): row for row in nouns for form in row.all("form")}


def _once(found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates without those that name again one that stands nearer."""
    named: list[set[str]] = []
    for each in found:
        words = _words(each.mention)
        if not any(words <= other or other <= words for other in named):
            yield each
            named.append(words)


def _words(mention: Mention) -> set[str]:
    return {word.removeprefix("ال") for word in folded(mention.text).split()}


def _distinct(found: Sequence[Mention]) -> list[Mention]:
    """The mentions without those that name again what a fuller one names: دوما beside مدينة دوما."""
    out: list[Mention] = []
    for mention in sorted(found, key=lambda each: -len(each.text)):
        if not any(_words(mention) <= _words(other) for other in out):
            out.append(mention)
    return out


def _mention(line: Line, each: Locality, end: int, seen: Seen) -> Mention:
    """The mention of a place; a bare المدينة stands as the town named before it."""
    if each.shape == "bare":
        for kind in _kinds(line, each):
            if kind in seen.by_kind:
                return seen.by_kind[kind]
    return line.mention(each.first, min(each.last, end - 1), each.entry)


def _remember(line: Line, each: Locality, seen: Seen) -> None:
    """Keep a named place for the bare noun that may mean it later."""
    if each.directed or each.shape not in ("noun", "unlisted", "name"):
        return
    mention = line.mention(each.first, each.last, each.entry)
    for kind in _kinds(line, each):
        seen.by_kind[kind] = mention
    if each.noun is None and each.name is not None:
        seen.by_kind[each.name.means[0]["kind"]] = mention


def _kinds(line: Line, each: Locality) -> tuple[str, ...]:
    """What a bare noun may mean, narrowest first: the noun itself, as written, and the kind of place it is."""
    noun = each.noun
    if noun is None:
        return ()
    word = line.form(noun.first)[noun.cut :]
    found = generic_nouns().get(word)
    return (word, *(found.all("value")[:1] if found else ()))


def _inside(asked: Asked, inside: Sequence[Locality], rank: int, mention: Mention, seen: Seen) -> Iterator[str]:
    """The signs of a place told in the run itself."""
    line, each = asked.line, inside[rank]
    yield from _common("inside", asked, each)
    named = sum(other.shape in ("name", "noun", "unlisted") for other in inside)
    yield f"named:{min(named, 3)}:{each.shape}"
    yield f"rank:{min(rank, 3)}"
    yield from _governing(asked, each)
    if rank:
        yield from _behind(line, inside[rank - 1], each)
    if any(line.is_term(at, "relative") for at in range(asked.run[0], each.first)):
        yield "relative"
    for role in ("agent", "target", "place"):
        if any(mention.span.meets(held.span) for held in asked.slots[role]):
            yield f"role:{role}"
            yield f"role:{role}:{each.shape}"
    if each.first in line.name_at:
        yield f"name:{line.name_at[each.first].means[0]['kind']}"
    if mention in seen.last:
        yield "again"


def _governing(asked: Asked, each: Locality) -> Iterator[str]:
    """The signs of what a place stands behind, and of the happening it is told with."""
    line, what = asked.line, asked.what
    by = _governed(line, each.first)
    yield f"by:{by}"
    yield f"by:{by}:{each.kind}"
    yield f"by:{by}:{each.shape}"
    yield f"by:{by}:{what.type}"
    yield f"word:{_word(line, each.first - 1)}"
    yield f"word:{_word(line, each.first - 2)} {_word(line, each.first - 1)}"
    yield f"next:{_following(line, each.last + 1)}"
    head = _head(line, each.first, asked.run[0])
    if head:
        yield f"head:{head}"
        yield f"head:{head}:{by}"
    if not told(line, asked.run[0], each.first):
        yield "ahead"
        yield f"ahead:{by}"
    if what.tag and what.tag.first < each.first:
        yield f"lead:{what.tag.row.id}:{by}"


def _behind(line: Line, before: Locality, each: Locality) -> Iterator[str]:
    """The signs of a place that follows another: in it, joined to it, or far from it."""
    gap = each.first - before.last - 1
    yield f"behind:{before.shape}:{min(gap, 3)}:{each.shape}"
    yield f"behind:{min(gap, 3)}:{'directed' if each.directed else each.kind}"
    if line.joined(each.first) and gap == 0:
        yield f"joined:{before.shape}:{_governed(line, before.first)}"


def _before(asked: Asked, each: Locality, rank: int, mention: Mention, seen: Seen) -> Iterator[str]:
    """The signs of a place told in the sentence before the run."""
    first, end = asked.run
    yield from _common("before", asked, each)
    lead = asked.what.tag
    yield f"before:lead:{lead.column if lead else 'none'}:{bool(lead and lead.article)}"
    yield f"before:long:{min(3, (end - first) // 6)}"
    yield f"before:gap:{min(4, (first - each.last - 1) // 3)}"
    yield f"before:said:{bool(asked.said)}"
    yield f"before:rank:{rank}"
    if mention in seen.last:
        yield "before:last"


def _carried(asked: Asked, mention: Mention, before: int) -> Iterator[str]:
    """The signs of a place of the claim before."""
    gap = asked.line.tokens[0].span.start - mention.span.end
    yield "carried"
    yield f"carried:far:{'same' if gap < 0 else min(4, gap // _FAR)}"
    yield f"carried:before:{min(before, 1)}"
    yield f"carried:type:{asked.what.type}"
    if mention.entry.startswith(("country", "gn.country")):
        yield "carried:country"


def _common(where: str, asked: Asked, each: Locality) -> Iterator[str]:
    yield where
    yield f"{where}:shape:{each.shape}"
    yield f"{where}:shape:{each.shape}:{asked.what.type}"
    yield f"{where}:kind:{each.kind}"
    yield f"{where}:type:{asked.what.type}"
    yield f"{where}:act:{asked.act}"
    yield f"{where}:weight:{asked.what.tag.row['weight'] if asked.what.tag else 'none'}"
    if each.directed:
        yield f"{where}:directed"


def _governed(line: Line, at: int) -> str:
    """What a place stands behind: its preposition, the noun it belongs to, or nothing."""
    glued = line.form(at)[: line.glued(at)]
    if glued or line.joined(at):
        return glued.removeprefix("و") or "و"
    before = at - 1
    while before >= 0 and line.form(before) in OPENS:
        before -= 1
    if before < 0:
        return "start"
    if line.tokens[before].kind == "mark":
        return "mark"
    term = line.tagged(before, "terms", "preposition", "attach", "direction")
    role, happens = line.tagged(before, "roles"), line.tagged(before, "happenings")
    if term or role:
        return term.row.id if term else role.kind if role else ""
    if happens:
        return f"happening {happens.column}"
    return "name" if before in line.name_at else "place" if before in line.place_at else "other"


def _word(line: Line, at: int) -> str:
    """A word as a sign: what its name is does not matter, only that it is one."""
    return "name" if at in line.name_at else "place" if at in line.place_at else line.form(at)


def _head(line: Line, at: int, floor: int) -> str:
    """Who or what a name before a place and its preposition says to be there; empty where no name stands so."""
    before = at - 1
    if line.is_term(before, "preposition", "attach", "direction"):
        before -= 1
    for back in range(before, max(floor, before - 4) - 1, -1):
        if back in line.name_at:
            return line.name_at[back].means[0]["kind"]
        if line.tokens[back].kind == "mark" or line.tags[back]:
            break
    return ""


def _following(line: Line, at: int) -> str:
    if at >= len(line):
        return "end"
    if line.tokens[at].kind == "mark":
        return line.form(at)
    tag = line.tagged(at, "terms") or line.tagged(at, "happenings")
    return tag.kind if tag else "joined" if line.joined(at) else "other"
