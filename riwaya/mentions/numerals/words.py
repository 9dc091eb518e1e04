"""Number words: what one word says, and what may go on a numeral after it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from riwaya.mentions.numerals.sums import SUMMED
from riwaya.words.clitics import openings
from riwaya.words.fold import KEPT, folded
from riwaya.words.pack import rows
from riwaya.words.token import Token

_WORDS = SUMMED | {"fraction", "parts", "share", "vague", "ordinal", "ordinalcompound"}


@dataclass(frozen=True, slots=True)
class Word:
    """One reading of a number word: how many letters are glued before it, its kind, value, and if it is definite."""

    cut: int
    kind: str
    value: str
    definite: bool

    @property
    def number(self) -> float:
        """The value as a number; fractions are written 1/2 in the pack."""
        over, _, under = self.value.partition("/")
        return float(over) / float(under) if under else float(over)


@lru_cache(maxsize=1)
def _lexicon() -> tuple[Mapping[str, tuple[tuple[str, str], ...]], frozenset[str]]:
    """Number words with their kinds and values, and the words that only look like one behind a clitic."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in rows("numbers"):
        if row["kind"] in _WORDS:
            for form in dict.fromkeys(folded(form) for form in row.all("form")):
                found[form] = (*found.get(form, ()), (row["kind"], row["value"]))
    others = (folded(form) for row in rows("numbers") if row["kind"] == "not" for form in row.all("form"))
    return found, frozenset(others)


@lru_cache(maxsize=1)
def glue() -> tuple[str, str]:
    """The word that joins numbers, and the article."""
    forms = {row["kind"]: folded(row["form"]) for row in rows("numbers") if row["kind"] in ("and", "article")}
    return forms["and"], forms["article"]


@lru_cache(maxsize=KEPT)
def is_article(form: str) -> bool:
    """Whether a folded word is the article alone, as before digits (الـ48)."""
    return any(rest == glue()[1] for _, rest in openings(form))


@lru_cache(maxsize=KEPT)
def is_definite(form: str) -> bool:
    """Whether a folded word begins with the article, clitics apart."""
    return any(rest.startswith(glue()[1]) for _, rest in openings(form))


@lru_cache(maxsize=KEPT)
def readings(form: str) -> tuple[Word, ...]:
    """Every way to read a folded word as a number word; the reading without clitics comes first."""
    lexicon, others = _lexicon()
    article = glue()[1]
    if any(rest in others for _, rest in openings(form)):
        return ()
    return tuple(
        Word(cut, kind, value, rest.startswith(article))
        for cut, rest in openings(form)
        for kind, value in lexicon.get(rest, ())
    )


def following(line: Sequence[Token], at: int) -> Iterator[tuple[int, bool, Word | None]]:
    """What may go on a numeral at a token: its index, whether `and` stands before it, the word (None for digits)."""
    if at >= len(line):
        return
    token, joiner = line[at], glue()[0]
    if token.kind == "number":
        yield at, False, None
    elif token.form == joiner and at + 1 < len(line):
        if line[at + 1].kind == "number":
            yield at + 1, True, None
        else:
            yield from ((at + 1, True, word) for word in readings(line[at + 1].form) if not word.cut)
    elif token.kind == "word":
        for word in readings(token.form):
            if not word.cut or token.form[: word.cut] == joiner:
                yield at, word.cut > 0, word


def follows(line: Sequence[Token], at: int, *kinds: str, joined: bool = False) -> tuple[int, Word] | None:
    """The word of one of the kinds at a token, with or without `and` before it."""
    for index, glued, word in following(line, at):
        if word and word.kind in kinds and glued == joined:
            return index, word
    return None
