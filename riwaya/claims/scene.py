"""A scene: a run of words with what it tells, and the noun phrases of its sentence that may play a part in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from riwaya.claims.happening import Happening, told
from riwaya.claims.parts import Answered
from riwaya.mentions.line import Line, Tag
from riwaya.mentions.nominals import Nominal, nominals

Run = tuple[int, int]


class Placed(NamedTuple):
    """The noun phrases of a sentence with where they begin, where the outermost ones do, and its happenings' words."""

    phrases: tuple[Nominal, ...]
    firsts: list[int]
    heads: list[int]
    told: list[Tag]
    told_at: list[int]


@dataclass(slots=True)
class Stage:
    """A sentence on which scenes are played: its noun phrases and the words that tell happenings, found when first asked
    for, and what was answered of each phrase, whatever the scene."""

    line: Line
    standing: dict[int, Answered] = field(default_factory=dict)  # of the phrases that begin at each token
    extents: dict[int, Answered] = field(default_factory=dict)  # of each phrase, by its number
    _placed: Placed | None = None

    def placed(self) -> Placed:
        """The noun phrases and happenings of the sentence, found when first asked for."""
        if self._placed is None:
            phrases, tags = nominals(self.line), told(self.line, 0, len(self.line))
            outermost = [phrase.first for phrase in phrases if phrase.within < 0 and phrase.extent == "full"]
            firsts = [phrase.first for phrase in phrases]
            self._placed = Placed(phrases, firsts, outermost, tags, [tag.first for tag in tags])
        return self._placed

    @property
    def phrases(self) -> tuple[Nominal, ...]:
        """The noun phrases of the sentence."""
        return self.placed().phrases

    def around(self, run: Run, before: int, behind: int) -> range:
        """The numbers of the phrases in a run, and of those that begin at most so many outermost phrases before or behind it."""
        _, firsts, heads, *_ = self.placed()
        first, end = (bisect_left(heads, at) for at in run)
        low = heads[first - before] if first >= before else 0
        high = heads[end + behind] if end + behind < len(heads) else len(self.line)
        return range(bisect_left(firsts, low), bisect_left(firsts, high))

    def between(self, low: int, high: int) -> int:
        """How many phrases, none inside another, begin between two tokens."""
        heads = self.placed().heads
        return max(0, bisect_left(heads, high) - bisect_right(heads, low))

    def nearest(self, at: int) -> Tag | None:
        """The happening's word that begins nearest before a token."""
        placed = self.placed()
        before = bisect_left(placed.told_at, at)
        return placed.told[before - 1] if before else None

    def rivals(self, number: int) -> list[Nominal]:
        """The extents that the phrase of that number may have."""
        first = self.phrases[number].first
        return [p for p in self.phrases[max(0, number - 2) : number + 3] if p.first == first]


class Scene(NamedTuple):
    """What the phrases of a run share: its stage, its happening, the act, and the part that the grammar of its leading
    word gives to some by their first token."""

    stage: Stage
    run: Run
    what: Happening
    act: str
    ruled: Mapping[int, str]

    @property
    def line(self) -> Line:
        """The sentence of the scene."""
        return self.stage.line

    @property
    def phrases(self) -> tuple[Nominal, ...]:
        """The noun phrases that may play a part."""
        return self.stage.phrases
