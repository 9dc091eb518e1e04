"""The words of time in a sentence: what the calendar pack says of each token, and what has been read from them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from riwaya.mentions.numerals.numeral import Numeral, numeral
from riwaya.mentions.numerals.words import readings
from riwaya.words.clitics import openings
from riwaya.words.fold import folded
from riwaya.words.match import Forms, Found
from riwaya.words.pack import Row, rows
from riwaya.words.token import Token, tokens

_STARTERS = (
    *("relative", "weekday", "month", "monthweak", "hijri", "part", "night", "within", "unit", "units", "dual", "this"),
    *(
        "edge",
        "earlier",
        "later",
        "rest",
        "season",
        "since",
        "until",
        "during",
        "ago",
        "after",
        "for",
        "from",
        "between",
    ),
    *("last", "portion", "decade", "feast", "name", "namer", "namerday"),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """Words read as a time: tokens first..last, inclusive dates (None is open), the pack rows, and the grain.

    `fixed` says that the words name the date without need of another (24/7/2015); `weekday` and `relative` that they
    are one, for the rule that a weekday outweighs أمس. `event` is the reading of an event's date inside these words.
    """

    first: int
    last: int
    begins: date | None
    ends: date | None
    rows: tuple[str, ...]
    grain: str
    fixed: bool = False
    kind: str = ""
    event: "Reading | None" = None


class Shifted(NamedTuple):
    """A unit that far from publication (الأسبوع الماضي, هذا العام): its last token, the unit, how far, and the rows."""

    last: int
    unit: str
    move: int
    rows: tuple[str, ...]


@lru_cache(maxsize=1)
def _forms() -> Forms[Row]:
    return Forms(
        (form, row)
        for row in rows("calendar")
        if row["kind"] not in ("futuremark", "nofuture")
        for form in row.all("form")
    )


@lru_cache(maxsize=1)
def _triggers() -> frozenset[str]:
    """First words of the forms that can begin or carry a time; a sentence without them and without digits has none."""
    return frozenset(
        folded(form).split()[0]
        for row in rows("calendar")
        if row["kind"] in ("relative", "weekday", "month", "monthweak", "hijri", "part", "unit", "units", "dual")
        or row["kind"] in ("decade", "season", "feast")
        for form in row.all("form")
    )


@lru_cache(maxsize=100_000)
def is_trigger(form: str) -> bool:
    """Whether a folded word, clitics apart, can carry a time."""
    return any(rest in _triggers() for _, rest in openings(form))


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    return frozenset(tokens(form)[0].form for row in rows("calendar") for form in row.all("form") if tokens(form))


@lru_cache(maxsize=100_000)
def _begins(form: str) -> bool:
    """Whether a token can begin a calendar form at all: a quick answer for most of them."""
    return any(rest in _heads() for _, rest in openings(form))


@lru_cache(maxsize=1)
def _future() -> tuple[tuple[str, ...], tuple[str, ...]]:
    marks = [folded(f) for row in rows("calendar") if row["kind"] == "futuremark" for f in row.all("form")]
    not_marks = [folded(f) for row in rows("calendar") if row["kind"] == "nofuture" for f in row.all("form")]
    return tuple(marks), tuple(not_marks)


@lru_cache(maxsize=100_000)
def is_future(form: str) -> bool:
    """Whether a folded word looks like a verb in the future (سيجتمع), by its prefix."""
    marks, others = _future()
    return any(
        len(rest) > 4 and rest.startswith(marks) and not rest.startswith(others)
        for cut, rest in openings(form)
        if cut <= 1
    )


@dataclass(slots=True)
class Page:
    """A sentence being searched for times: its tokens, its text, the day of publication, and the words found."""

    line: Sequence[Token]
    text: str
    published: date | None
    hits: dict[int, Found[Row] | None] = field(default_factory=dict)
    counts: dict[int, Numeral | None] = field(default_factory=dict)
    singles: dict[int, Reading | None] = field(default_factory=dict)

    def found(self, at: int) -> Found[Row] | None:
        """The longest calendar form that begins at a token."""
        if at not in self.hits:
            inside = 0 <= at < len(self.line) and _begins(self.line[at].form)
            self.hits[at] = _forms().at(self.line, at) if inside else None
        return self.hits[at]

    def row(self, at: int, *kinds: str) -> tuple[int, Row] | None:
        """The last token and the row of a calendar form of one of the kinds at a token."""
        found = self.found(at)
        if found:
            for row in found.means:
                if row["kind"] in kinds:
                    return found.last, row
        return None

    def bare(self, at: int, *kinds: str) -> tuple[int, Row] | None:
        """As `row`, with nothing glued before the word."""
        found = self.found(at)
        return self.row(at, *kinds) if found and not found.clitic else None

    def shifted(self, at: int) -> Shifted | None:
        """The unit at a token that "this" stands before or a shift behind."""
        this = self.bare(at, "this")
        unit = self.row(this[0] + 1 if this else at, "unit")
        shift = self.bare(unit[0] + 1, "shift") if unit else None
        if not unit or not (this or shift):
            return None
        used = tuple(each[1].id for each in (this, unit, shift) if each)
        last, move = (shift[0], int(shift[1]["value"])) if shift else (unit[0], 0)
        return Shifted(last, unit[1]["value"], move, used)

    def skip(self, at: int, *kinds: str) -> int:
        """The token after a form of one of the kinds, or the same token."""
        found = self.bare(at, *kinds)
        return found[0] + 1 if found else at

    def number(self, at: int) -> Numeral | None:
        """The numeral at a token, digits after a lone article included."""
        if at not in self.counts:
            inside = 0 <= at < len(self.line) and self.line[at].kind != "mark"
            self.counts[at] = numeral(self.line, at) if inside else None
        return self.counts[at]

    def mark(self, at: int, marks: str) -> bool:
        """Whether a token is one of the marks."""
        return 0 <= at < len(self.line) and self.line[at].form in marks

    def word(self, at: int) -> bool:
        """Whether a word stands at a token."""
        return 0 <= at < len(self.line) and self.line[at].kind == "word"

    def ahead(self, at: int) -> bool:
        """Whether a future marker stands within eight words before a token, with no full stop between."""
        for before in range(at - 1, max(-1, at - 9), -1):
            token = self.line[before]
            if token.kind == "mark" and token.form in ".؛!؟":
                return False
            if token.kind == "word" and (is_future(token.form) or self.row(before, "ahead")):
                return True
        return False

    def places(self) -> Iterator[int]:
        """The tokens where a time may begin."""
        for at, token in enumerate(self.line):
            if token.kind == "number" or (token.kind == "word" and (self.row(at, *_STARTERS) or readings(token.form))):
                yield at


def longest(page: Page, at: int, readers: Iterable[Callable[[Page, int], Reading | None]]) -> Reading | None:
    """The reading at a token that reaches furthest; of two that end together the earlier reader's."""
    best: Reading | None = None
    for read in readers:
        found = read(page, at)
        if found and (best is None or found.last > best.last):
            best = found
    return best
