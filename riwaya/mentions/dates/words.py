"""The words of time in a sentence: what the calendar pack says of each token, and what has been read from them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from riwaya.mentions.numerals.numeral import Numeral, numeral
from riwaya.mentions.numerals.words import readings
from riwaya.words.clitics import openings
from riwaya.words.fold import KEPT, folded
from riwaya.words.match import Forms, Found
from riwaya.words.pack import Row, rows
from riwaya.words.token import Token

_STARTERS = frozenset((
    "relative", "weekday", "month", "monthweak", "hijri", "part", "night", "within", "unit", "units", "dual", "this",
    "edge", "earlier", "later", "rest", "season", "since", "until", "during", "ago", "after", "for", "from", "between",
    "last", "portion", "decade", "feast", "name", "namer", "namerday",
))  # fmt: skip


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
        if row["kind"] not in ("futuremark", "futureself", "nofuture")
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


@lru_cache(maxsize=KEPT)
def is_trigger(form: str) -> bool:
    """Whether a folded word, clitics apart, can carry a time."""
    if any(rest in _triggers() for _, rest in openings(form)):
        return True
    return any(word.kind == "tens" and word.definite for word in readings(form))  # الحادي والعشرين


@lru_cache(maxsize=1)
def _pointers() -> frozenset[str]:
    """First words of the forms that can point back to a time."""
    return frozenset(
        folded(form).split()[0]
        for row in rows("calendar")
        if row["kind"] in ("since", "that", "part", "night") or (row["kind"] == "unit" and row["value"] == "day")
        for form in row.all("form")
    )


@lru_cache(maxsize=KEPT)
def may_point_back(form: str) -> bool:
    """Whether a folded word, clitics apart, can begin what points back to a time."""
    return any(rest in _pointers() for _, rest in openings(form))


@lru_cache(maxsize=KEPT)
def may_begin(form: str) -> bool:
    """Whether a folded word can begin a calendar form or a numeral at all: a quick answer for most of them."""
    return bool(_forms().ways(form) or readings(form))


def words(line: Sequence[Token], begin: Iterable[int]) -> dict[int, Found[Row]]:
    """The longest calendar form at each of the tokens where one may begin."""
    found = ((at, _forms().at(line, at)) for at in begin)
    return {at: each for at, each in found if each}


@lru_cache(maxsize=1)
def _and() -> str:
    return next(folded(row["form"]) for row in rows("calendar") if row["kind"] == "and")


@lru_cache(maxsize=1)
def _future() -> tuple[tuple[str, ...], tuple[str, ...]]:
    marks = [folded(f) for row in rows("calendar") if row["kind"] == "futuremark" for f in row.all("form")]
    not_marks = [folded(f) for row in rows("calendar") if row["kind"] == "nofuture" for f in row.all("form")]
    return tuple(marks), tuple(not_marks)


@lru_cache(maxsize=1)
def _first_person() -> tuple[str, str]:
    """The prefix of the future of the first person, folded and as it is written."""
    form = next(row["form"] for row in rows("calendar") if row["kind"] == "futureself")
    return folded(form), form


@lru_cache(maxsize=KEPT)
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
    hits: Mapping[int, Found[Row]]
    counts: dict[int, Numeral | None] = field(default_factory=dict)
    singles: dict[int, Reading | None] = field(default_factory=dict)

    def found(self, at: int) -> Found[Row] | None:
        """The longest calendar form that begins at a token."""
        return self.hits.get(at)

    def row(self, at: int, *kinds: str) -> tuple[int, Row] | None:
        """The last token and the row of a calendar form of one of the kinds at a token."""
        found = self.hits.get(at)
        if found is not None:
            for row in found.means:
                if row.cells["kind"] in kinds:
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

    def is_number(self, at: int) -> bool:
        """Whether digits stand at a token, a time of the clock included."""
        return 0 <= at < len(self.line) and self.line[at].kind == "number"

    def joined(self, at: int) -> int | None:
        """The token that `and` joins to what stands before it, or None."""
        if at >= len(self.line):
            return None
        if self.line[at].form == _and():
            return at + 1
        found, number = self.found(at), self.number(at)
        return at if (found and found.clitic == _and()) or (number and number.lead == _and()) else None

    def word(self, at: int) -> bool:
        """Whether a word stands at a token."""
        return 0 <= at < len(self.line) and self.line[at].kind == "word"

    def ahead(self, at: int) -> bool:
        """Whether a future marker stands within eight words before a token, with no full stop between."""
        for before in range(at - 1, max(-1, at - 9), -1):
            token = self.line[before]
            if token.kind == "mark" and token.form in ".؛!؟":
                return False
            if token.kind != "word":
                continue
            if is_future(token.form) or self.row(before, "ahead") or self._says_i_shall(token):
                return True
        return False

    def _says_i_shall(self, token: Token) -> bool:
        """Whether a word is a verb in the future of the first person, which only its hamza tells apart: سأعود."""
        return token.form.startswith(_first_person()[0]) and token.span.of(self.text).startswith(_first_person()[1])

    def starts(self, at: int) -> bool:
        """Whether a time may begin at a token: a number, or a word of one of the kinds that open one."""
        token = self.line[at]
        if token.kind != "word":
            return token.kind == "number"
        found = self.hits.get(at)
        opens = found is not None and any(row["kind"] in _STARTERS for row in found.means)
        return opens or bool(readings(token.form))


def longest(page: Page, at: int, readers: Iterable[Callable[[Page, int], Reading | None]]) -> Reading | None:
    """The reading at a token that reaches furthest; of two that end together the earlier reader's."""
    best: Reading | None = None
    for read in readers:
        found = read(page, at)
        if found and (best is None or found.last > best.last):
            best = found
    return best
