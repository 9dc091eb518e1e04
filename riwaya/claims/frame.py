"""A frame: a cue with the tokens that name its source and the tokens of its content, before it becomes claims."""

from typing import NamedTuple

from riwaya.mentions.line import Tag


class Frame(NamedTuple):
    """One attribution in a sentence, in token numbers.

    `cue` is first and last token (inclusive); `zone` and `content` are half open; an empty zone means that the subject is
    dropped. `start` is where the frame begins to end what stood before it. `how` is verb, participle, noun, rumour, behind
    (of its content), fixed or relay; `relay` is the zone that names who passes it on. `outer` counts the frames that hold this one.
    """

    cue: tuple[int, int]
    tag: Tag
    how: str
    act: str
    hedged: bool
    zone: tuple[int, int]
    content: tuple[int, int]
    start: int
    relay: tuple[int, int] = (0, 0)
    outer: int = 0
    attached: str = ""

    def until(self, end: int) -> "Frame":
        """The same frame with its content ending before the token `end`."""
        return self._replace(content=(self.content[0], max(self.content[0], end)))
