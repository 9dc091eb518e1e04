"""A scene: a run of words with what it tells, and the noun phrases of its sentence that may play a part in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from riwaya.claims.happening import Happening, told
from riwaya.mentions.line import Line, Tag
from riwaya.mentions.nominals import Nominal, nominals

Run = tuple[int, int]


@dataclass(slots=True)
class Stage:
    """A sentence on which scenes are played: its noun phrases and the words that tell happenings, found when first asked
    for, and what was answered of each phrase, whatever the scene."""

    line: Line
    answers: dict[int, dict[str, str]] = field(default_factory=dict)
    _phrases: tuple[Nominal, ...] | None = None
    _tags: tuple[Tag, ...] = ()

    @property
    def phrases(self) -> tuple[Nominal, ...]:
        """The noun phrases of the sentence."""
        if self._phrases is None:
            self._phrases = nominals(self.line)
            self._tags = tuple(told(self.line, 0, len(self.line)))
        return self._phrases

    def between(self, low: int, high: int) -> int:
        """How many phrases, none inside another, begin between two tokens."""
        return sum(1 for p in self.phrases if low < p.first < high and p.within < 0 and p.extent == "full")

    def nearest(self, at: int) -> Tag | None:
        """The happening's word that stands nearest before a token."""
        return next((tag for tag in reversed(self._tags) if tag.last < at or tag.first < at <= tag.last), None)

    def rivals(self, number: int) -> list[Nominal]:
        """The extents that the phrase of that number may have."""
        first = self.phrases[number].first
        return [p for p in self.phrases[max(0, number - 2) : number + 3] if p.first == first]


class Scene(NamedTuple):
    """What the phrases of a run share: its stage, its happening, the act and the speaker's names, and the part that the
    grammar of its leading word gives to some by their first token."""

    stage: Stage
    run: Run
    what: Happening
    act: str
    speakers: tuple[str, ...]
    ruled: Mapping[int, str]

    @property
    def line(self) -> Line:
        """The sentence of the scene."""
        return self.stage.line

    @property
    def phrases(self) -> tuple[Nominal, ...]:
        """The noun phrases that may play a part."""
        return self.stage.phrases
