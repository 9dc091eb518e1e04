"""A run of characters in a report's own, unaltered text."""

from typing import NamedTuple


class Span(NamedTuple):
    """Start and end in Unicode code points of the original text, end exclusive."""

    start: int
    end: int

    def __contains__(self, other: object) -> bool:
        """Whether another span lies wholly inside this one, or an offset falls in it."""
        if isinstance(other, int):
            return self.start <= other < self.end
        return isinstance(other, tuple) and self.start <= other[0] and other[1] <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]
