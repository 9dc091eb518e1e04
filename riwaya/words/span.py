"""A run of characters in a report's own, unaltered text."""

from typing import NamedTuple


class Span(NamedTuple):
    """Start and end in Unicode code points of the original text, end exclusive."""

    start: int
    end: int

    def holds(self, other: "Span") -> bool:
        """Whether another span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]
