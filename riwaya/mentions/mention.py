"""A mention: words of a report that name something, and the pack row or rule that says so."""

from dataclasses import dataclass, field
from typing import NamedTuple

from riwaya.words.span import Span


class Mention(NamedTuple):
    """The exact words of a mention, their span in the report, and the row (or rule) that made it."""

    span: Span
    text: str
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Time:
    """When: the words (None where only a date was needed) and an inclusive interval of ISO dates, each side open if None.

    `event` is the date of the event named between منذ and it, as a time of its own.
    """

    mention: Mention
    begins: str | None
    ends: str | None
    event: "Time | None" = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many of what: the number with the noun it counts, the unit, and inclusive bounds, open above where high is None."""

    mention: Mention
    unit: str
    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the text: its span, the value's bounds, and how it was said.

    `form` is digits, words, vague, ordinal, fraction or percent. `span` holds the number with the bound words that touch
    it (أكثر من 50); `core` holds the number words alone; `bound` holds bound words that stand apart, after the counted
    noun (7 مدنيين على الأقل).
    """

    span: Span
    low: float
    high: float | None
    form: str = "digits"
    core: Span | None = None
    bound: Span | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """What a place name could be: one row of a gazetteer, with the reasons it was ranked where it is."""

    id: str
    name: str
    english: str
    kind: str
    country: str
    admin: str
    latitude: float
    longitude: float
    precision_km: float
    score: float
    reasons: tuple[str, ...] = field(default=())
