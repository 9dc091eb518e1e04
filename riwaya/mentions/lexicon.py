"""What a word can be: every reading of a folded form in the language tables of the packs."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from riwaya.words.clitics import openings
from riwaya.words.fold import KEPT, folded
from riwaya.words.inflect import FIRST, FORMS
from riwaya.words.pack import Row, shipped
from riwaya.words.token import tokens

_INFLECTED = {
    "cues": ("perfect", "imperfect", "participle", "noun", "fixed"),
    "happenings": ("perfect", "imperfect", "noun"),
    "harms": ("perfect", "imperfect", "noun"),
}
_PLAIN = ("roles", "terms", "means")
_ELSEWHERE = ("commonword", "boilerplate", "areanoun", "placeadjective", "arabcountry")  # terms that other finders read
_PRONOUNS = ("هما", "هم", "ها", "هن", "نا", "كم", "ني", "ه", "ي")


class Entry(NamedTuple):
    """One form of a pack row: the words after the first, the row, which of its columns, and whether it is first person."""

    tail: tuple[str, ...]
    row: Row
    column: str
    first_person: bool
    table: str
    kind: str


class Reading(NamedTuple):
    """One way to read a word: its entry, the letters cut before it, what was glued to it; `told` is what a tag tells of it."""

    entry: Entry
    cut: int
    article: bool
    future: bool
    pronoun: str
    told: tuple[Row, str, int, bool, bool, str, bool, str, str]


def _reading(entry: Entry, cut: int, article: bool, future: bool, pronoun: str) -> Reading:
    told = entry.row, entry.column, cut, article, future, pronoun, entry.first_person, entry.table, entry.kind
    return Reading(entry, cut, article, future, pronoun, told)


_UNKNOWN: tuple[tuple[Reading, ...], dict[str, tuple[Reading, ...]]] = ((), {})


@lru_cache(maxsize=1)
def entries() -> dict[str, tuple[Entry, ...]]:
    """Every form of the language tables by its first folded word."""
    found: dict[str, list[Entry]] = {}
    for row in shipped():
        for form, column, first in _forms(row):
            head, *tail = (token.form for token in tokens(form))
            entry = Entry(tuple(tail), row, column, first, row.table, row["kind"] or row["act"] or row["type"])
            if entry not in (known := found.setdefault(head, [])):
                known.append(entry)
    return {head: tuple(sorted(known, key=lambda e: -len(e.tail))) for head, known in found.items()}


def _forms(row: Row) -> Iterator[tuple[str, str, bool]]:
    for column in _INFLECTED.get(row.table, ()):
        inflect = FORMS.get(column, FORMS["noun"])
        for form in row.all(column):
            yield from ((each, column, person == FIRST) for each, person in inflect(form))
    if row.table in _PLAIN and row["kind"] not in _ELSEWHERE:
        yield from ((form, "form", False) for form in row.all("form"))


@lru_cache(maxsize=KEPT)
def readings(form: str, final: str = "") -> tuple[tuple[Reading, ...], dict[str, tuple[Reading, ...]]]:
    """The readings of one folded word alone, and those of longer forms by their second word.

    Those with the fewest letters cut come first; both are empty where no table knows the word. `final` is the word's last
    letter as it is written, where that tells words apart: ة is no pronoun, and على is not the name علي.
    """
    found = _readings(form)
    if not found:
        return _UNKNOWN
    alone = tuple(reading for reading in found if not reading.entry.tail and _ends_so(reading, form, final))
    longer: dict[str, tuple[Reading, ...]] = {}
    for reading in found:
        if reading.entry.tail:
            second = reading.entry.tail[0]
            longer[second] = (*longer.get(second, ()), reading)
    return alone, longer


def _ends_so(reading: Reading, form: str, final: str) -> bool:
    """Whether a word that ends with a letter so written can be read so."""
    if final == "ة":
        return reading.pronoun != "ه"
    if not final or reading.entry.table != "terms":
        return True
    bare = form[reading.cut :]
    spelled = next((each[-1] for each in reading.entry.row.all("form") if folded(each) == bare), final)
    return spelled == final


def _readings(form: str) -> tuple[Reading, ...]:
    out: list[Reading] = []
    for cut, rest in openings(form):
        out.extend(_known(rest, cut, article=False, future=False))
        if rest.startswith("ال") and len(rest) > 3:
            out.extend(r for r in _known(rest[2:], cut + 2, article=True, future=False) if _takes_article(r))
        elif rest[0] == "س" and len(rest) > 4 and rest[1] in "يتنا":
            out.extend(
                r for r in _known(rest[1:], cut + 1, article=False, future=True) if r.entry.column == "imperfect"
            )
    return tuple(out)


def _takes_article(reading: Reading) -> bool:
    return reading.entry.column in ("noun", "form", "participle")


def _known(base: str, cut: int, *, article: bool, future: bool) -> Iterable[Reading]:
    table = entries()
    if base in table:
        return [_reading(entry, cut, article, future, "") for entry in table[base]]
    if article or not base.endswith(_PRONOUNS):
        return ()
    for pronoun in _PRONOUNS:
        if base.endswith(pronoun) and len(base) - len(pronoun) >= 3:
            found = [
                _reading(entry, cut, False, future, pronoun)
                for bare in _bare(base[: -len(pronoun)])
                for entry in table.get(bare, ())
                if not entry.tail and entry.row.table != "terms" and (pronoun != "ي" or entry.column == "noun")
            ]
            if found:
                return found
    return ()


def _bare(stem: str) -> tuple[str, ...]:
    """The spellings a word may have had before a pronoun was glued to it."""
    if stem.endswith("ت"):
        return stem, stem[:-1] + "ه"
    if stem.endswith("ا"):
        return stem, stem[:-1] + "ي"
    if stem.endswith("و"):
        return stem, stem + "ا"
    return (stem,)
