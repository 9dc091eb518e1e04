"""Finding the forms of a word list in a run of tokens, clitics allowed before the first word."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from riwaya.words.clitics import openings
from riwaya.words.fold import KEPT, folded
from riwaya.words.span import Span
from riwaya.words.token import Token, tokens

Meaning = TypeVar("Meaning")


class Found(NamedTuple, Generic[Meaning]):
    """A form found: tokens first..last (inclusive), the span without the clitics before it, and what it means."""

    first: int
    last: int
    span: Span
    clitic: str
    means: tuple[Meaning, ...]


class _Head(Generic[Meaning]):
    """The forms that begin with one word: what the word alone means, and the longer forms by their second word."""

    __slots__ = ("alone", "longer")

    def __init__(self) -> None:
        self.alone: list[Meaning] = []
        self.longer: dict[str, list[tuple[tuple[str, ...], list[Meaning]]]] = {}

    def add(self, tail: tuple[str, ...], meaning: Meaning) -> None:
        if not tail:
            self.alone.append(meaning)
            return
        tails = self.longer.setdefault(tail[0], [])
        for words, meanings in tails:
            if words == tail:
                meanings.append(meaning)
                return
        tails.append((tail, [meaning]))
        tails.sort(key=lambda each: -len(each[0]))

    def longest(self, line: Sequence[Token], first: int) -> tuple[int, list[Meaning]] | None:
        """How many words the longest form has behind its first, and what it means."""
        if self.longer and first + 1 < len(line):
            for tail, meanings in self.longer.get(line[first + 1].form, ()):
                last = first + len(tail)
                if last < len(line) and all(line[first + 1 + i].form == word for i, word in enumerate(tail)):
                    return len(tail), meanings
        return (0, self.alone) if self.alone else None


class Forms(Generic[Meaning]):
    """A word list ready for matching: folded forms of one or more words, each with its meanings.

    Longer forms win over shorter ones from the same word; forms from different words may overlap, the reader decides.
    """

    def __init__(self, entries: Iterable[tuple[str, Meaning]]) -> None:
        self._heads: dict[str, _Head[Meaning]] = {}
        self.ways = lru_cache(maxsize=KEPT)(self._ways)
        for form, meaning in entries:
            words = tuple(token.form for token in tokens(form))
            if words:
                self._heads.setdefault(words[0], _Head()).add(words[1:], meaning)

    def _ways(self, form: str) -> tuple[tuple[int, _Head[Meaning]], ...]:
        """The letters cut and the forms that may begin, for each way to read a word; most words have none."""
        return tuple([(cut, head) for cut, rest in openings(form) if (head := self._heads.get(rest))])

    def at(self, line: Sequence[Token], first: int, *, clitics: bool = True) -> Found[Meaning] | None:
        """The longest form that begins with the token `first`, or None."""
        token = line[first]
        if clitics and token.kind == "word":
            heads = self.ways(token.form)
        else:
            head = self._heads.get(token.form)
            heads = ((0, head),) if head else ()
        best: Found[Meaning] | None = None
        for cut, head in heads:
            found = head.longest(line, first)
            if found and (best is None or first + found[0] > best.last):
                last = first + found[0]
                span = Span(token.after(cut), line[last].span.end)
                best = Found(first, last, span, token.form[:cut], tuple(found[1]))
        return best

    def all(self, line: Sequence[Token], *, clitics: bool = True) -> Iterator[Found[Meaning]]:
        """Every form found, left to right, none inside another that began earlier."""
        free = 0
        for first, token in enumerate(line):
            if first >= free and self.ways(token.form) and (found := self.at(line, first, clitics=clitics)):
                free = found.last + 1
                yield found

    def __contains__(self, form: str) -> bool:
        words = tokens(folded(form))
        found = self._heads[words[0].form].longest(words, 0) if words and words[0].form in self._heads else None
        return found is not None and found[0] == len(words) - 1
