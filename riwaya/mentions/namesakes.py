"""Everything a place name could be: the places that bear it, or nearly, whatever stands around them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from riwaya.mentions import gazetteer
from riwaya.mentions.mention import Place
from riwaya.words.clitics import openings
from riwaya.words.match import Forms
from riwaya.words.pack import Row, rows
from riwaya.words.token import Token, tokens

_FOR = "لل"
_NISBA = ("ي", "يه", "يين", "يون")
_EXACT, _ARTICLE_DIFFERS, _MISSPELT = 0.42, 0.33, 0.25
_NOUN_AGREES, _NOUN_DIFFERS = 0.10, -0.10
_PROMINENCE, _SUPPLEMENT = 0.14, 0.03
_WORTH_A_SLIP = 0.5  # prominence from which a name is taken for misspelt: about 3,000 people
_CLITIC_CUT, _TAIL_CUT = -0.05, -0.03
_KEPT = 1024  # names; those of one region are the same over and over


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a name: the words taken for the name, what the generic noun before it says, what was cut."""

    name: str
    noun: str = ""
    kinds: tuple[str, ...] = ()
    cost: float = 0.0
    reasons: tuple[str, ...] = ()


@lru_cache(maxsize=2)
def generic_nouns(*, with_article: bool = False) -> Forms[Row]:
    """The nouns that say what kind of place a name is (city, village, camp …), on wish also with the article."""
    entries = [(form, row) for row in rows("terms") if row["kind"] == "areanoun" for form in row.all("form")]
    known = {gazetteer.key(form) for form, _ in entries}
    roles = [(form, row) for row in rows("roles") if row["kind"] == "area" for form in row.all("form")]
    both = [*entries, *((form, row) for form, row in roles if gazetteer.key(form) not in known)]
    return Forms([*both, *((gazetteer.ARTICLE + form, row) for form, row in both)] if with_article else both)


@lru_cache(maxsize=1)
def _directions() -> Forms[Row]:
    kinds = ("direction", "placeadjective")
    return Forms((form, row) for row in rows("terms") if row["kind"] in kinds for form in row.all("form"))


@lru_cache(maxsize=_KEPT)
def candidates(name: str) -> tuple[Place, ...]:
    """Every place a name could be, the likeliest first, without regard to what else the text names.

    The name may carry a generic noun, a direction and a clitic before it and an adjective after it; it may be written
    in Arabic or in Latin letters. Where nothing bears it exactly, places whose name is one letter away are given.
    Unknown names give an empty tuple.
    """
    if gazetteer.is_latin(name):
        found = _gather([Reading(gazetteer.latin_key(name))], gazetteer.latin(), latin=True)
        return _ranked(found)
    read = list(_readings(name))
    lengths = sorted({len(reasons) for _, reasons in read})
    for cut in lengths:
        found = _gather([reading for reading, gone in read if len(gone) == cut], gazetteer.arabic())
        if found:
            return _ranked(found)
    return _ranked(_misspelt([reading for reading, gone in read if not gone], latin=False))


def _readings(name: str) -> Iterator[tuple[Reading, tuple[str, ...]]]:
    """The readings of a name with the words cut behind it, whole names first."""
    line = [token for token in tokens(name) if token.kind != "mark"]
    starts = tuple(_starts(line))
    for end in _ends(line, starts[min(1, len(starts) - 1)][0]):
        gone = tuple(token.form for token in line[end:])
        for start, noun, kinds in starts:
            words = [token.form for token in line[start:end]]
            if not words:
                continue
            reasons = (f"without the words after it: {' '.join(gone)}",) if gone else ()
            cost = _TAIL_CUT if gone else 0.0
            yield Reading(" ".join(words), noun, kinds, cost, reasons), gone
            for cut, rest in openings(words[0])[1:]:
                why = (*reasons, f"without the {words[0][:cut]} before it")
                yield Reading(" ".join((rest, *words[1:])), noun, kinds, cost + _CLITIC_CUT, why), gone


def _starts(line: Sequence[Token]) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Where the name itself may begin: at the first word, or behind generic nouns and directions."""
    at, noun, kinds = 0, "", tuple[str, ...]()
    yield at, noun, kinds
    while at < len(line) - 1:
        generic = generic_nouns(with_article=True).at(line, at)
        found = generic or _directions().at(line, at)
        adjective = bool(noun) and _is_adjective(line[at].form)
        if not (found or adjective) or (found and found.last >= len(line) - 1):
            return
        at = found.last + 1 if found else at + 1
        if generic:
            noun = " ".join(token.form for token in line[generic.first : generic.last + 1])
            kinds = tuple(dict.fromkeys(kind for row in generic.means for kind in row.all("value")))
        yield at, noun, kinds


def _ends(line: Sequence[Token], first: int) -> Iterator[int]:
    """Where the name may end: at the last word, before adjectives and 'for the …', before another name."""
    end = len(line)
    yield end
    for at in range(first + 1, len(line)):
        if line[at].kind == "word" and any(cut and rest in gazetteer.arabic() for cut, rest in openings(line[at].form)):
            yield at
    while end - 1 > first:
        form = line[end - 1].form
        if not (_is_adjective(form) or form.startswith(_FOR) or _directions().at(line, end - 1, clitics=False)):
            return
        end -= 1
        yield end


def _is_adjective(form: str) -> bool:
    """Whether a folded word looks like a relative adjective with the article, by its ending."""
    return form.startswith(gazetteer.ARTICLE) and form.endswith(_NISBA) and len(form) > 4


def _gather(read: Sequence[Reading], index: gazetteer.Index, *, latin: bool = False) -> dict[str, tuple[Row, Place]]:
    """The rows that bear one of the readings exactly, or but for the article."""
    found: dict[str, tuple[Row, Place]] = {}
    for reading in read:
        exact = index.get(reading.name, ())
        for row in exact:
            _keep(found, row, reading, _EXACT, "spelled exactly so")
        if latin:
            continue
        head, _, tail = reading.name.partition(" ")
        bare = head.removeprefix(gazetteer.ARTICLE) if len(head) > 4 else head
        other = " ".join((bare if bare != head else gazetteer.ARTICLE + head, tail)).strip()
        for row in index.get(other, ()):
            if row not in exact:
                _keep(found, row, reading, _ARTICLE_DIFFERS, "spelled so but for the article")
    if latin and not found:
        return _misspelt(read, latin=True)
    return found


def _misspelt(read: Sequence[Reading], *, latin: bool) -> dict[str, tuple[Row, Place]]:
    """The rows whose name is one letter away from a reading; of the readings, those with the fewest words cut."""
    index: Mapping[str, tuple[Row, ...]] = gazetteer.latin() if latin else gazetteer.arabic()
    found: dict[str, tuple[Row, Place]] = {}
    for reading in read:
        if reading.noun and _is_adjective(reading.name):
            continue
        for name in gazetteer.near_spellings(reading.name, latin_names=latin):
            for row in index[name]:
                if row.table == "places" or gazetteer.prominence(row) >= _WORTH_A_SLIP:
                    _keep(found, row, reading, _MISSPELT, f"one letter away from {name}")
    return found


def _keep(found: dict[str, tuple[Row, Place]], row: Row, reading: Reading, worth: float, why: str) -> None:
    reasons = [why, *reading.reasons]
    score = worth + reading.cost + _PROMINENCE * gazetteer.prominence(row)
    if reading.kinds:
        agrees = row["kind"] in reading.kinds
        score += _NOUN_AGREES if agrees else _NOUN_DIFFERS
        told = f"{reading.kinds[0]}, this is a {row['kind']}"
        reasons.append(f"the generic noun says {row['kind'] if agrees else told}")
    if row.table == "places":
        score += _SUPPLEMENT
        reasons.append(f"a supplement row of the {row.pack} pack")
    known = found.get(row.id)
    if known is None or known[1].score < score:
        found[row.id] = (row, gazetteer.place(row, score, reasons))


def _ranked(found: Mapping[str, tuple[Row, Place]]) -> tuple[Place, ...]:
    """The places found, each once, best first; the most populous of several namesakes says so."""
    kept: list[tuple[Row, Place]] = []
    people: list[int] = []
    for row, each in sorted(found.values(), key=lambda pair: (pair[0].table != "places", -pair[1].score, pair[0].id)):
        twin = next((at for at, (other, known) in enumerate(kept) if _same(row, each, other, known)), None)
        population = int(row["population"] or 0)
        if twin is None:
            kept.append((row, each))
            people.append(population)
        else:
            other, known = kept[twin]
            reason = f"the same place as {each.id} of the {row.pack} pack"
            kept[twin] = (other, replace(known, score=max(known.score, each.score), reasons=(*known.reasons, reason)))
            people[twin] = max(people[twin], population)
    out = [each for _, each in kept]
    if len(out) > 1 and max(people):
        at = people.index(max(people))
        out[at] = replace(out[at], reasons=(*out[at].reasons, "largest population of its namesakes"))
    return tuple(sorted(out, key=lambda each: (-each.score, each.id)))


def _same(row: Row, each: Place, other: Row, known: Place) -> bool:
    """Whether two rows tell of one settlement: kinds that go together, one country, one point within a few km."""
    if row.table == other.table == "places" or not {each.kind, known.kind} <= gazetteer.SETTLED:
        return row.table == other.table == "gazetteer" and row["ar"] == other["ar"] and _close(each, known)
    return _close(each, known)


def _close(one: Place, other: Place) -> bool:
    return one.country == other.country and gazetteer.kilometres(one, other) <= max(
        gazetteer.SAME_PLACE_KM, min(15.0, other.precision_km)
    )
