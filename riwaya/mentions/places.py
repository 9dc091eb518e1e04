"""Place names in a sentence, and what they could be.

`find` gives the names, `candidates` everything a name could be, `could_be` ranks them by what stands near, `settle`
does so for all names of a report together, and `doubt` says in words why it is not sure.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from riwaya.mentions import gazetteer
from riwaya.mentions.namesakes import candidates, generic_nouns
from riwaya.mentions.settle import could_be, doubt, settle
from riwaya.words.fold import folded
from riwaya.words.match import Forms, Found
from riwaya.words.pack import Row, rows
from riwaya.words.token import Token

__all__ = ("candidates", "could_be", "doubt", "find", "settle")

_SHORTEST = 3  # letters of a name that may stand alone
_SHORTEST_CUT = 4  # letters that must be left of it where a clitic was cut, unless the place is well known
_SAYS_PLACE = gazetteer.SETTLED | {"governorate", "district", "base", "crossing", "airport", "port"}
_KNOWN = 0.7  # prominence of a well-known place: a country, or about 80,000 people


@lru_cache(maxsize=1)
def _names() -> Forms[Row]:
    return Forms((name, row) for name, found in gazetteer.arabic().items() for row in found)


@lru_cache(maxsize=1)
def _arab_countries() -> frozenset[str]:
    """The countries whose towns bear Arabic names; elsewhere a small town's name is a transliteration."""
    return frozenset(row["value"] for row in rows("terms") if row["kind"] == "arabcountry")


@lru_cache(maxsize=1)
def _common() -> Mapping[str, str]:
    """The names that are also ordinary words, and when they count: behind a noun, `listed` a place too, `never`."""
    words = [row for row in rows("terms") if row["kind"] == "commonword"]
    return {gazetteer.key(form): row["value"] for row in words for form in row.all("form")}


def find(line: Sequence[Token]) -> tuple[Found[Row], ...]:
    """The place names of a sentence, left to right, each with every row that bears it.

    A name that is also an ordinary word counts only behind a noun that says what kind of place it is (the noun is not
    part of the span), or, for some words, listed behind another place or behind a preposition in a sentence that names
    a place of the same country.
    """
    names, out, spare, at = _names(), list[Found[Row]](), list[Found[Row]](), 0
    while at < len(line):
        found = names.at(line, at) if line[at].kind == "word" and names.ways(line[at].form) else None
        if found and (_stands_alone(found, line) or _is_introduced(found, line, out)):
            out.append(found)
            at = found.last
        elif found and _is_pointed_at(found, line):
            spare.append(found)
        at += 1
    near = [each for each in spare if any(_same_country(each, other) for other in out)]
    return tuple(sorted((*out, *near), key=lambda each: each.first)) if near else tuple(out)


def _is_pointed_at(found: Found[Row], line: Sequence[Token]) -> bool:
    """Whether a name that is a common word too stands behind a preposition: في البيضاء."""
    if _common().get(_words(found, line)) != "listed" or found.clitic.startswith("و") or not found.first:
        return False
    return line[found.first - 1].form in _prepositions()


@lru_cache(maxsize=1)
def _prepositions() -> frozenset[str]:
    kinds = (row for row in rows("terms") if row["kind"] == "preposition" and row["value"] == "place")
    return frozenset(folded(form) for row in kinds for form in row.all("form"))


def _same_country(one: Found[Row], other: Found[Row]) -> bool:
    return bool({row["country"] for row in one.means} & {row["country"] for row in other.means})


def _words(found: Found[Row], line: Sequence[Token]) -> str:
    """The folded words of a name found, without its clitic and with its article whole."""
    head = line[found.first].form[len(found.clitic) :]
    if found.clitic.endswith("ل") and head.startswith("ل"):
        head = "ا" + head
    return " ".join((head, *(token.form for token in line[found.first + 1 : found.last + 1])))


def _stands_alone(found: Found[Row], line: Sequence[Token]) -> bool:
    """Whether the words are a place's name and hardly anything else."""
    name, common = _words(found, line), _common()
    if len(name) < _SHORTEST or name in common or (found.last == found.first and line[found.first].form in common):
        return False
    if any(row.table == "places" or gazetteer.prominence(row) >= _KNOWN for row in found.means):
        return True
    if not any(row["country"] in _arab_countries() for row in found.means):
        return False
    return not found.clitic or len(name) >= _SHORTEST_CUT


def _is_introduced(found: Found[Row], line: Sequence[Token], before: Sequence[Found[Row]]) -> bool:
    """Whether a name that is also an ordinary word follows a noun that says place, or a place it is listed with."""
    common = _common().get(_words(found, line))
    if common == "never":
        return False
    if _behind_noun(line, found.first):
        return True
    if common != "listed" or not before:
        return False
    joined = found.clitic.startswith("و") and before[-1].last == found.first - 1
    return joined or (before[-1].last == found.first - 2 and line[found.first - 1].form in "،,")


def _behind_noun(line: Sequence[Token], at: int) -> bool:
    """Whether the word just before (quotation marks aside) is a noun such as village, camp or quarter."""
    before = at - 1
    while before >= 0 and line[before].kind == "mark" and line[before].form in "\"«“”'":
        before -= 1
    noun = generic_nouns().at(line, before) if before >= 0 else None
    if noun is None or noun.last != before:
        return False
    return any(row["kind"] == "areanoun" and row.all("value")[0] in _SAYS_PLACE for row in noun.means)
