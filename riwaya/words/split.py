"""Cutting a word into its clitics, with the word list as judge.

Every way to read a word (proclitics, article, stem, pronoun) is weighed: how common such clitics are, how fit the stem is
to bear them (prepositions and the article want a noun, the future mark a verb), and how well the stem is attested. The
heaviest reading wins. Words of closed classes (particles, prepositions with a pronoun) are written out in the list.

The article stays on its word; لل is cut after its first ل; ت before a pronoun may stand for ة.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log2
from typing import NamedTuple

from riwaya.words.fold import KEPT, fold, folded
from riwaya.words.pack import NAMED, Row, rows

LEADS: Mapping[str, float] = {"": 0.90, "و": 0.08, "ف": 0.01}
MARKS: Mapping[str, float] = {"": 0.83, "ب": 0.06, "ل": 0.07, "ك": 0.01, "س": 0.02}
PRONOUNS: Mapping[str, float] = {
    "": 0.87, "ه": 0.05, "ها": 0.05, "هم": 0.015, "هما": 0.003, "هن": 0.001, "نا": 0.005, "كم": 0.001, "ك": 0.0005,
    "ني": 0.001,
}  # fmt: skip
ARTICLE = 0.35  # how often a noun bears it
NOUNS = (0.03, 0.25, 0.5, 0.75, 0.97)  # how noun-like a stem is, by its class in the list
NOUN = 0.7  # and one that is not in the list
UNSEEN = 1e-5  # weight of a stem that is not in the list, less for each letter
LETTER = 0.25
LAX = 0.3  # how often ة is written ه
_PERSONS = frozenset("يتنا")
_FINAL = frozenset("ىًٌٍﻰﯽ")  # no pronoun ends so


class Parts(NamedTuple):
    """A word's parts, folded: what is glued before the stem, the stem (with its article), the pronoun behind it."""

    proclitics: tuple[str, ...]
    stem: str
    enclitics: tuple[str, ...] = ()


class Reading(NamedTuple):
    """One way to read a word; `bases` are the spellings the stem may have without article and pronoun."""

    lead: str
    mark: str
    article: bool
    bases: tuple[str, ...]
    pronoun: str


@dataclass(frozen=True, slots=True)
class Weight:
    """How a stem is attested: as part of longer words, as a word alone, and how noun-like it is (0 to 1)."""

    part: float
    whole: float
    noun: float


NAME = Weight(2.0**-15, 2.0**-12, NOUN)  # the least weight of an actor's, outlet's or place's name


def spelled(word: str) -> str:
    """The folded spelling that still tells ة from ه."""
    return "ة".join(folded(piece) for piece in word.split("ة"))


@lru_cache(maxsize=KEPT)
def split(form: str) -> Parts:
    """The parts of a word; folded forms will do, but a spelling that tells ة from ه and ى from ي is surer.

    >>> split("وبالتالي")
    Parts(proclitics=('و', 'ب'), stem='التالي', enclitics=())
    """
    key = spelled(form)
    parts = _parts(key, form[-1:] not in _FINAL)
    return Parts(parts.proclitics, parts.stem.replace("ة", "ه"), parts.enclitics)


def cuts(word: str) -> tuple[int, ...]:
    """The offsets in the word as it is written where one part ends and the next begins.

    >>> cuts("وَبِهِ")
    (2, 4)
    """
    parts = split(word)
    if not (parts.proclitics or parts.enclitics):
        return ()
    page = fold(word)
    at, found = 0, []
    for part in (*parts.proclitics, parts.stem, *parts.enclitics)[:-1]:
        at += len(part)
        place = page.home(at, at + 1).start
        if 0 < place < len(word) and page.home(at - 1, at).start != place:  # no cut within a ligature
            found.append(place)
    return tuple(found)


def _parts(key: str, open_end: bool) -> Parts:
    fixed = _fixed()
    if key in fixed:
        return fixed[key]
    if key[:1] in LEADS and key[1:] in fixed:
        known = fixed[key[1:]]
        return Parts((key[0], *known.proclitics), known.stem, known.enclitics)
    weights = _weights()
    best: dict[tuple[str, str, str], float] = defaultdict(float)
    for reading in readings(key):
        if open_end or not reading.pronoun:
            best[reading.lead, reading.mark, reading.pronoun] += sum(weighed(reading, weights))
    if not best:
        return Parts((), key)
    lead, mark, pronoun = max(best, key=lambda reading: best[reading])
    stem = key[len(lead) + len(mark) : len(key) - len(pronoun)]
    return Parts(tuple(filter(None, (lead, mark))), stem, (pronoun,) if pronoun else ())


def readings(key: str) -> Iterator[Reading]:
    """Every way to read a folded word that its letters allow."""
    for lead in LEADS:
        for mark in MARKS if key.startswith(lead) else ():
            rest = key[len(lead) + len(mark) :]
            if key.startswith(mark, len(lead)) and len(rest) > 1:
                yield from _stems(lead, mark, rest)


def _stems(lead: str, mark: str, rest: str) -> Iterator[Reading]:
    if mark == "ل" and rest[0] == "ل" and len(rest) > 2:
        yield Reading(lead, mark, True, (rest[1:],), "")
    elif rest.startswith("ال") and len(rest) > 3 and mark not in ("ل", "س"):
        yield Reading(lead, mark, True, (rest[2:],), "")
    if mark == "س" and (rest[0] not in _PERSONS or len(rest) < 3):
        return
    yield Reading(lead, mark, False, (rest,), "")
    for pronoun in PRONOUNS:
        stem = rest.removesuffix(pronoun)
        if pronoun and stem != rest and len(stem) > (2 if mark == "س" else 1) and stem[-1] != "ة":
            yield Reading(lead, mark, False, _bases(stem), pronoun)


def _bases(stem: str) -> tuple[str, ...]:
    """The spellings a stem before a pronoun may have alone: رسالت رسالة, مستوا مستوي, قتلو قتلوا, اعضاي اعضاء."""
    last = stem[-1]
    if last == "ت":
        return stem, stem[:-1] + "ة"
    if last == "ا":
        return stem, stem[:-1] + "ي"
    if stem[-2:] in ("اي", "او"):
        return stem, stem[:-1] + "ء"
    return (stem, stem + "ا") if last == "و" else (stem,)


def weighed(reading: Reading, weights: Mapping[str, Weight]) -> list[float]:
    """The weight of a reading for each spelling its stem may have."""
    bare = not (reading.mark or reading.article or reading.pronoun)
    out = []
    for base in reading.bases:
        known = weights.get(base)
        seen = (known.whole if bare else known.part) if known else 0.0
        if bare and base[-1] == "ه" and (lax := weights.get(base[:-1] + "ة")):
            seen += LAX * lax.whole
        out.append((seen + UNSEEN * LETTER ** len(base)) * fitness(reading, base, known.noun if known else NOUN))
    return out


def fitness(reading: Reading, base: str, noun: float) -> float:
    """How likely a stem that is so noun-like bears these clitics."""
    verb = 1 - noun
    fit = LEADS[reading.lead] * MARKS[reading.mark] * PRONOUNS[reading.pronoun]
    fit *= 2 * noun * ARTICLE if reading.article else 1 - noun * ARTICLE
    if reading.mark in ("ب", "ك"):
        fit *= 2 * noun
    elif reading.mark == "ل":
        fit *= 1.5 * noun + (0.5 if base[0] in _PERSONS else 0.02) * verb
    elif reading.mark == "س":
        fit *= (0.3 if base[0] == "ا" else 3) * verb
    if not (reading.lead or reading.mark) and len(base) > 4 and base[0] == "و" and noun == NOUN:
        fit *= 0.3  # words whose own first letter is و are mostly listed
    if reading.pronoun and base.startswith("ال"):
        fit *= 0.05  # most likely the article, which bears no pronoun
    return fit


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, Weight]:
    """The word list: weights are negative powers of two; and the names of the packs."""
    found = {}
    for row in rows("words"):
        if row["part"]:
            part, whole = (2.0 ** -int(row[column]) for column in ("part", "whole"))
            weight = Weight(part, whole, NOUNS[int(row["noun"])])
            found.update(dict.fromkeys(row["forms"].split("|"), weight))
    for name in {name for table in NAMED for row in rows(table) for name in row.names() if " " not in name}:
        known = found.get(key := spelled(name), NAME)
        found[key] = Weight(max(known.part, NAME.part), max(known.whole, NAME.whole), known.noun)
    return found


@lru_cache(maxsize=1)
def _fixed() -> Mapping[str, Parts]:
    """The words written out with their cuts: ب+شان+ is cut after ب and before any pronoun."""
    return {form: parts for row in rows("words") if not row["part"] for form, parts in _written(row)}


def _written(row: Row) -> Iterator[tuple[str, Parts]]:
    for form in row.all("forms"):
        *before, stem = form.removesuffix("+").split("+")
        for pronoun in PRONOUNS if form.endswith("+") else ("",):
            whole = "".join((*before, stem, pronoun))
            for spelling in {whole, folded(whole)}:
                yield spelling, Parts(tuple(before), stem, (pronoun,) if pronoun else ())


def rarity(form: str) -> int:
    """How rare a folded word is by itself: the class of the word list (each step halves its share), 40 where unlisted."""
    known = (
        _weights().get(spelling) for spelling in {form, form.removesuffix("ه") + "ة" if form.endswith("ه") else form}
    )
    shares = [weight.whole for weight in known if weight and weight.whole]
    return round(-log2(max(shares))) if shares else 40


@lru_cache(maxsize=KEPT)
def likeness(form: str) -> int:
    """How noun-like the stem of a folded word is: 0 (a verb) to 4 (a noun), -1 where the list does not hold it.

    >>> likeness("المدينة"), likeness("وحققت")
    (4, 0)
    """
    stem = split(form).stem.removeprefix("ال")
    spellings = (stem, stem.removesuffix("ه") + "ة") if stem.endswith("ه") else (stem,)
    known = [weight for weight in map(_weights().get, spellings) if weight is not None]
    share = max(known, key=lambda weight: weight.part).noun if known else -1.0
    return NOUNS.index(share) if share in NOUNS else -1
