"""Whether the rows of the packs fire: every row's example must hold one of the row's own forms."""

from collections.abc import Iterable, Iterator, Sequence

from riwaya.words.clitics import openings
from riwaya.words.inflect import FORMS
from riwaya.words.pack import Fault, Row
from riwaya.words.token import Token, tokens

_INFLECTED = ("perfect", "imperfect", "participle")
_PLAIN = ("form", "noun", "fixed", "ar", "aliases", "loaded")
_PRONOUNS = ("هما", "هم", "ها", "هن", "نا", "ه")


def fire(rows: Iterable[Row]) -> tuple[Fault, ...]:
    """A fault for every row whose example holds none of its forms (verbs inflected, clitics and article allowed)."""
    return tuple(
        Fault(f"{row.pack}/{row.table}.tsv", 0, f"the example of {row.id} holds none of its forms: {row['example']}")
        for row in rows
        if row["example"] and not fires(row)
    )


def fires(row: Row) -> bool:
    """Whether one of a row's forms stands in its example."""
    line = tokens(row["example"])
    return any(_stands(tuple(token.form for token in tokens(form)), line) for form in _forms(row))


def _forms(row: Row) -> Iterator[str]:
    for column in _PLAIN:
        yield from row.all(column)
    for column in _INFLECTED:
        for form in row.all(column):
            yield from (each for each, _ in FORMS[column](form))


def _stands(words: Sequence[str], line: Sequence[Token]) -> bool:
    if not words:
        return False
    if len(words) == 1 and len(words[0]) <= 2:  # a letter that is glued to words
        return any(words[0] in token.form for token in line)
    for at in range(len(line) - len(words) + 1):
        head = line[at].form
        if head == words[0] or any(words[0] == read for read in _readings(head)):
            if all(line[at + i].form == word for i, word in enumerate(words[1:], 1)):
                return True
    return False


def _readings(form: str) -> Iterator[str]:
    """A word without what may be glued around it: clitics, the future mark, the article, a pronoun."""
    for _, rest in openings(form):
        yield rest
        if rest.startswith("ال"):
            yield rest[2:]
        if rest.startswith("س"):
            yield rest[1:]
        for pronoun in _PRONOUNS:
            if rest.endswith(pronoun):
                stem = rest[: -len(pronoun)]
                yield from (stem, stem.removesuffix("ت") + "ه")
