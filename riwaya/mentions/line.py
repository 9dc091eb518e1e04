"""A sentence with everything the finders know of its words: the one noun that the claims are drawn from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, NamedTuple, TypeVar, cast

from riwaya.mentions.mention import Mention, Number, Time
from riwaya.passages.passage import Sentence
from riwaya.words.match import Found
from riwaya.words.pack import Row
from riwaya.words.span import Span
from riwaya.words.split import split
from riwaya.words.token import Token

Answer = TypeVar("Answer")
_ASKED: list[str] = []  # the questions that are asked once of a token, by their numbers

OPENS = ("«", '"', "“", "(")  # marks that open words set apart in a sentence
SINGLE_OPENS = ("‘", "'")  # and those that open a name only
CLOSES = ("»", '"', "”", ")")
COMMAS = ("،", ",")
STOPS = frozenset(".؟?!؛;")  # marks that end a sentence or a clause of its own
_DEFINITE = ("ال", "لل")


class Tag(NamedTuple):
    """One reading of the words first..last (inclusive): the row, its column, and what is glued around it.

    `kind` is the row's kind (roles, terms, harms), act (cues) or type (happenings, means).
    """

    first: int
    last: int
    row: Row
    column: str
    cut: int
    article: bool
    future: bool
    pronoun: str
    first_person: bool
    table: str
    kind: str


@dataclass(slots=True)
class Line:
    """A sentence's tokens, their readings, and the names, places, times and numbers among them (all by token)."""

    text: str
    sentence: Sentence
    tokens: tuple[Token, ...]
    tags: tuple[tuple[Tag, ...], ...]
    names: tuple[Found[Row], ...] = ()
    places: tuple[Found[Row], ...] = ()
    times: tuple[Time, ...] = ()
    numbers: tuple[Number, ...] = ()
    quoted: tuple[int, ...] = ()  # for each token the number of its quotation, -1 outside
    name_at: dict[int, Found[Row]] = field(default_factory=dict)
    place_at: dict[int, Found[Row]] = field(default_factory=dict)
    time_at: dict[int, Time] = field(default_factory=dict)
    number_at: dict[int, Number] = field(default_factory=dict)
    _forms: tuple[str, ...] = ()
    _joined: dict[int, str] | None = None
    _glued: dict[int, int] = field(default_factory=dict)
    _tables: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    _where: dict[tuple[str, ...], list[int]] = field(default_factory=dict)
    told: dict[int, Tag] | None = None  # the happening that each token was read to tell, once it was asked for
    answers: list[dict[int, Any]] = field(default_factory=list)  # to what is asked once of a token, by its number
    joints: tuple[int, ...] | None = None  # the tokens at which a further happening may begin

    def __len__(self) -> int:
        return len(self.tokens)

    def form(self, at: int) -> str:
        """The folded form of a token, empty outside the line."""
        tokens = self.tokens
        return tokens[at].form if 0 <= at < len(tokens) else ""

    def forms(self) -> tuple[str, ...]:
        """The folded forms of all tokens."""
        if not self._forms:
            self._forms = tuple(token.form for token in self.tokens)
        return self._forms

    def words(self, first: int, last: int) -> str:
        """The original words of the tokens first..last."""
        return self.text[self.tokens[first].span.start : self.tokens[last].span.end]

    def begins(self, at: int) -> Found[Row] | None:
        """The name or place that begins at a token; a name that covers it hides a place."""
        found = self.name_at.get(at) or self.place_at.get(at)
        return found if found and found.first == at else None

    def tagged(self, at: int, table: str, *kinds: str) -> Tag | None:
        """The first reading of a token in a table, of one of the kinds where kinds are given."""
        tags = self.tags
        if 0 <= at < len(tags):
            for tag in tags[at]:
                if tag.table == table and (not kinds or tag.kind in kinds):
                    return tag
        return None

    def where(self, table: str, *kinds: str) -> list[int]:
        """The tokens that have a reading in a table, of one of the kinds where kinds are given, in order."""
        key = (table, *kinds)
        found = self._where.get(key)
        if found is None:
            if not self._tables:
                self._tables[""] = []
                for at, tags in enumerate(self.tags):
                    for tag in tags:
                        self._tables.setdefault(tag.table, []).append((at, tag.kind))
            held = self._tables.get(table, ())
            found = self._where[key] = list(dict.fromkeys([at for at, kind in held if not kinds or kind in kinds]))
        return found

    def is_term(self, at: int, *kinds: str) -> bool:
        """Whether a token begins a term of one of the kinds, with nothing but a conjunction glued before it."""
        tags = self.tags
        if 0 <= at < len(tags):
            for tag in tags[at]:
                if tag.table == "terms" and tag.kind in kinds:
                    return tag.cut <= 1
        return False

    def joined(self, at: int) -> str:
        """The conjunction glued before a token, or an empty string."""
        joins = self._joined
        return (self.joins() if joins is None else joins).get(at, "")

    def joins(self) -> dict[int, str]:
        """The tokens with a conjunction glued before them, in order, each with its conjunction."""
        if self._joined is None:
            forms = enumerate(token.form for token in self.tokens)
            bear = [(at, form) for at, form in forms if form[0] in "وف" and len(form) > 2]
            self._joined = {at: form[0] for at, form in bear if self._is_joined(at, form)}
        return self._joined

    def _is_joined(self, at: int, form: str) -> bool:
        if form.startswith(_DEFINITE, 1) or self.tagged_with_cut(at):
            return True
        unknown = form[0] == "و" and not self.tags[at] and self.begins(at) is None
        return unknown and split(form).proclitics[:1] == ("و",)

    def tagged_with_cut(self, at: int) -> bool:
        """Whether some reading of the token cuts its first letter, and none keeps it."""
        tags = self.tags[at]
        found = self.begins(at)
        if found:
            return bool(found.clitic) and found.clitic[0] == self.form(at)[0]
        return bool(tags) and all(tag.cut > 0 for tag in tags)

    def mention(self, first: int, last: int, entry: str = "", *, bare: bool = True) -> Mention:
        """The mention of the tokens first..last, without the clitics before the first word where `bare`."""
        start = self.tokens[first].after(self._cut(first)) if bare else self.tokens[first].span.start
        span = Span(start, self.tokens[last].span.end)
        return Mention(span, span.of(self.text), entry)

    def _cut(self, at: int) -> int:
        """How many letters are cut before a token's noun; ل is not where it has swallowed the article: للمتمردين."""
        glued = self.glued(at)
        return glued - 1 if glued and self.form(at)[glued - 1 : glued + 1] == "لل" else glued

    def glued(self, at: int) -> int:
        """How many letters of conjunction and preposition stand before a token's noun (the article is kept)."""
        known = self._glued.get(at)
        if known is None:
            known = self._glued[at] = self._proclitics(at)
        return known

    def _proclitics(self, at: int) -> int:
        found = self.begins(at)
        if found:
            return len(found.clitic) if found.span.start != self.tokens[at].span.start else 0
        form = self.form(at)
        cuts = [tag.cut - 2 * tag.article for tag in self.tags[at]]
        if cuts:
            return 0 if form.startswith(("لل", "ولل", "فلل")) else min(cuts)
        for lead in ("وبال", "فبال", "وكال"):
            if form.startswith(lead):
                return 2
        for lead in ("وال", "بال", "فال", "كال"):
            if form.startswith(lead) and len(form) > 4:
                return 1
        return len(self.joined(at))


def once(question: Callable[[Line, int], Answer]) -> Callable[[Line, int], Answer]:
    """A question about a token of a line that is thought over once, however often it is asked."""
    number = len(_ASKED)
    _ASKED.append(question.__qualname__)

    @wraps(question)
    def answer(line: Line, at: int) -> Answer:
        if number >= len(line.answers):
            line.answers.extend([{} for _ in range(len(line.answers), len(_ASKED))])
        known: dict[int, Answer] = line.answers[number]
        found = known.get(at)
        if found is None and at not in known:
            found = known[at] = question(line, at)
        return cast(Answer, found)

    return answer


def covering(line: Line, found: Sequence[Found[Row]]) -> dict[int, Found[Row]]:
    """The find that covers each token."""
    return {at: each for each in found for at in range(each.first, each.last + 1)}
