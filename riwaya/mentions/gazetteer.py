"""The places the packs know, ready for looking up: by Arabic and by Latin name, exactly or nearly."""

import math
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from riwaya.mentions.mention import Place
from riwaya.words.fold import KEPT, folded
from riwaya.words.pack import Row, rows

SETTLED = frozenset(("city", "town", "village", "neighbourhood", "camp"))
PRECISION_KM = {"city": 8.0, "town": 3.0, "village": 2.0}  # a gazetteer row gives a point, not an extent
SAME_PLACE_KM = 5.0
FUZZY_LETTERS = 5  # shorter names have too many neighbours one letter away
ARTICLE = "ال"
_EARTH_KM = 6371.0
_MARKS = re.compile(r"[^\w\s]|_")
_LATIN = re.compile("[A-Za-zÀ-ɏḀ-ỿ]")

Index = Mapping[str, tuple[Row, ...]]


def key(name: str) -> str:
    """The folded words of an Arabic name, without marks."""
    return " ".join(_MARKS.sub(" ", folded(name)).split())


@lru_cache(maxsize=KEPT)
def latin_key(name: str) -> str:
    """A name in small Latin letters, without diacritics, apostrophes and hyphens.

    >>> latin_key("Al-Ḩasakah")
    'al hasakah'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w\s]", "", plain.replace("-", " ").replace("ı", "i")).split())


def is_latin(name: str) -> bool:
    """Whether a name is written in Latin letters."""
    return bool(_LATIN.search(name))


def supplement() -> tuple[Row, ...]:
    """The rows that the theatres' packs add: places with an extent and hand-gathered names."""
    return rows("places")


@lru_cache(maxsize=1)
def arabic() -> Index:
    """Every place by the folded words of each of its Arabic names, the theatres' rows before the gazetteer's."""
    return _index((key(name), row) for row in (*supplement(), *rows("gazetteer")) for name in row.names())


@lru_cache(maxsize=1)
def latin() -> Index:
    """Every place by its names in Latin letters."""
    return _index((latin_key(name), row) for row in (*supplement(), *rows("gazetteer")) for name in row.all("en"))


def _index(entries: Iterable[tuple[str, Row]]) -> Index:
    found: dict[str, tuple[Row, ...]] = {}
    for name, row in entries:
        if name and row not in (known := found.get(name, ())):
            found[name] = (*known, row)
    return found


@lru_cache(maxsize=2)
def _by_first_letter(latin_names: bool) -> Mapping[tuple[str, int], Sequence[str]]:
    """The known names by their first letter and their length."""
    sorted_by: dict[tuple[str, int], list[str]] = {}
    for name in latin() if latin_names else arabic():
        sorted_by.setdefault((name[0], len(name)), []).append(name)
    return sorted_by


def near_spellings(name: str, *, latin_names: bool = False) -> tuple[str, ...]:
    """The known names one letter away (put in, left out, changed, swapped) that begin alike; none under five letters
    without article."""
    if len(name.removeprefix(ARTICLE).replace(" ", "")) < FUZZY_LETTERS:
        return ()
    pool = _by_first_letter(latin_names)
    lengths = (len(name) - 1, len(name), len(name) + 1)
    choices = [each for length in lengths for each in pool.get((name[0], length), ())]
    found = process.extract(name, choices, scorer=OSA.distance, score_cutoff=1, limit=None)
    return tuple(sorted(each for each, distance, _ in found if 0 < distance <= 1))


def place(row: Row, score: float, reasons: Sequence[str]) -> Place:
    """One row as a place, with the score and the reasons given."""
    names, english = row.all("ar"), row.all("en")
    precision = float(row["precision_km"]) if row["precision_km"] else PRECISION_KM.get(row["kind"], 3.0)
    return Place(
        row.id,
        names[0] if names else "",
        english[0] if english else "",
        row["kind"],
        row["country"],
        row["admin"],
        float(row["latitude"]),
        float(row["longitude"]),
        precision,
        round(min(1.0, max(0.0, score)), 4),
        tuple(reasons),
    )


def prominence(row: Row) -> float:
    """How likely a place is to be spoken of at all, 0..1: by population, else by its kind."""
    population = int(row["population"] or 0)
    if population:
        return min(1.0, math.log10(population + 1) / 7)
    kinds = {"country": 1.0, "city": 0.75, "governorate": 0.65, "village": 0.4, "neighbourhood": 0.4}
    return kinds.get(row["kind"], 0.5) if row.table == "places" else 0.45


def kilometres(one: Place, other: Place) -> float:
    """The great-circle distance between the points of two places, in km."""
    lat1, lat2 = math.radians(one.latitude), math.radians(other.latitude)
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(other.longitude - one.longitude) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
