"""Finding the forms of a word list in a run of tokens, clitics allowed before the first word."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from riwaya.words.clitics import openings
from riwaya.words.fold import folded
from riwaya.words.span import Span
from riwaya.words.token import Token, tokens

Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class Found(Generic[Meaning]):
    """A form found: tokens first..last (inclusive), the span without the clitics before it, and what it means."""

    first: int
    last: int
    span: Span
    clitic: str
    means: tuple[Meaning, ...]


class Forms(Generic[Meaning]):
    """A word list ready for matching: folded forms of one or more words, each with its meanings.

    Longer forms win over shorter ones from the same word; forms from different words may overlap, the reader decides.
    """

    def __init__(self, entries: Iterable[tuple[str, Meaning]]) -> None:
        self._heads: dict[str, list[tuple[tuple[str, ...], list[Meaning]]]] = {}
        whole: dict[tuple[str, ...], list[Meaning]] = {}
        for form, meaning in entries:
            words = tuple(token.form for token in tokens(form))
            if words:
                whole.setdefault(words, []).append(meaning)
        for words, meanings in whole.items():
            self._heads.setdefault(words[0], []).append((words[1:], meanings))
        for tails in self._heads.values():
            tails.sort(key=lambda tail: -len(tail[0]))

    def at(self, line: Sequence[Token], first: int, *, clitics: bool = True) -> Found[Meaning] | None:
        """The longest form that begins with the token `first`, or None."""
        token = line[first]
        heads = self._heads
        best: Found[Meaning] | None = None
        for cut, form in openings(token.form) if clitics and token.kind == "word" else ((0, token.form),):
            for tail, meanings in heads.get(form, ()):
                last = first + len(tail)
                if last < len(line) and all(line[first + 1 + i].form == word for i, word in enumerate(tail)):
                    if best is None or last > best.last:
                        start = token.after(cut)
                        span = Span(start, line[last].span.end)
                        best = Found(first, last, span, token.form[:cut], tuple(meanings))
                    break
        return best

    def all(self, line: Sequence[Token], *, clitics: bool = True) -> Iterator[Found[Meaning]]:
        """Every form found, left to right, none inside another that began earlier."""
        free = 0
        for first in range(len(line)):
            found = self.at(line, first, clitics=clitics) if first >= free else None
            if found:
                free = found.last + 1
                yield found

    def __contains__(self, form: str) -> bool:
        words = tuple(token.form for token in tokens(folded(form)))
        return bool(words) and any(tail == words[1:] for tail, _ in self._heads.get(words[0], ()))

