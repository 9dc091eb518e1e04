"""Packs: the word lists the reading knows, loaded from TSV and checked row by row.

A pack is a folder under `riwaya/packs/`. Each file is a table with a header; its name says its kind, and `TABLES` says the
columns of each kind. Every row has an id, unique over all packs, an example that must fire it, and says where it comes
from. A cell with several values parts them with `|`.
"""

import gzip
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from riwaya.words.fold import KEPT, folded

TABLES: Mapping[str, tuple[str, ...]] = {
    # words of the language (arabic/)
    "cues": ("id", "perfect", "imperfect", "participle", "noun", "fixed", "act", "takes", "hedge", "example", "source"),
    "happenings": (
        "id", "type", "perfect", "imperfect", "noun", "subject", "object", "frame", "weight", "example", "source",
    ),
    "harms": ("id", "perfect", "imperfect", "noun", "kind", "example", "source"),
    "means": ("id", "form", "type", "unit", "example", "source"),
    "roles": ("id", "form", "kind", "unit", "example", "source"),
    "terms": ("id", "form", "kind", "value", "example", "source"),
    "calendar": ("id", "form", "kind", "value", "example", "source"),
    "numbers": ("id", "form", "kind", "value", "example", "source"),
    # how words are cut (arabic/words*.tsv): weights of stems by class, and words written out with their cuts
    "words": ("id", "forms", "part", "whole", "noun"),
    # names of a theatre (syria/, yemen/ …)
    "actors": ("id", "ar", "en", "kind", "aliases", "loaded", "country", "example", "source"),
    "outlets": ("id", "ar", "en", "kind", "aliases", "country", "example", "source"),
    "places": (
        "id", "ar", "en", "kind", "aliases", "country", "admin", "latitude", "longitude", "precision_km", "example",
        "source",
    ),
    "gazetteer": ("id", "ar", "en", "kind", "country", "admin", "latitude", "longitude", "population"),
}  # fmt: skip

VALUES: Mapping[tuple[str, str], frozenset[str]] = {
    ("cues", "act"): frozenset(
        ["assert", "deny", "accuse", "admit", "condemn", "demand", "promise", "threaten", "praise"]
    ),
    ("happenings", "type"): frozenset(
        [
            "airstrike",
            "shelling",
            "chemical_attack",
            "explosion",
            "armed_clash",
            "territorial_change",
            "interception",
            "killing",
            "detention",
            "release",
            "displacement",
            "siege",
            "aid",
            "destruction",
            "deployment",
            "agreement",
            "breach",
            "negotiation",
            "protest",
            "legal",
            "statement",
            "other",
            "attack",
        ]
    ),
    ("harms", "kind"): frozenset(["killed", "wounded", "captured", "missing", "displaced"]),
    ("happenings", "weight"): frozenset(("strong", "weak")),
    ("actors", "kind"): frozenset(["state", "force", "group", "party", "organisation", "person", "people"]),
    ("outlets", "kind"): frozenset(["agency", "channel", "newspaper", "radio", "site", "page", "monitor"]),
    ("places", "kind"): frozenset(
        [
            "country",
            "governorate",
            "district",
            "city",
            "town",
            "village",
            "neighbourhood",
            "camp",
            "crossing",
            "base",
            "region",
            "road",
            "river",
            "mountain",
            "island",
            "facility",
            "front",
            "airport",
            "port",
            "dam",
        ]
    ),
}

NAMED = ("actors", "outlets", "places")
UNTOLD = ("gazetteer", "words")  # rows by the ten thousand tell no example


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a pack: its id, its table and pack, and its cells by column."""

    id: str
    table: str
    pack: str
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def __hash__(self) -> int:
        return hash(self.id)

    def all(self, column: str) -> tuple[str, ...]:
        """The values of a cell that parts several with `|`."""
        return tuple(value for value in (part.strip() for part in self[column].split("|")) if value)

    def names(self) -> tuple[str, ...]:
        """Every Arabic spelling of a named row: the neutral name, its aliases and the loaded names."""
        return tuple(dict.fromkeys((*self.all("ar"), *self.all("aliases"), *self.all("loaded"))))


@lru_cache(maxsize=KEPT)
def spellings(row: Row) -> tuple[str, ...]:
    """The folded forms of a row, in its order."""
    return tuple(folded(form) for form in row.all("form"))


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a pack, where, and what to do."""

    file: str
    row: int
    problem: str

    def __str__(self) -> str:
        return f"{self.file}, row {self.row}: {self.problem}"


class PackError(Exception):
    """A pack that cannot be loaded; its faults are in `faults`."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


def home() -> Traversable:
    """The folder of the packs that come with Riwaya."""
    return resources.files("riwaya") / "packs"


@lru_cache(maxsize=1)
def shipped() -> tuple[Row, ...]:
    """Every row of the packs that come with Riwaya; raises PackError where one is not sound."""
    found, faults = load(home())
    if faults:
        raise PackError(faults)
    return found


def rows(table: str, *, among: Iterable[Row] | None = None) -> tuple[Row, ...]:
    """The rows of one table over all packs."""
    return _by_table().get(table, ()) if among is None else tuple(row for row in among if row.table == table)


@lru_cache(maxsize=1)
def _by_table() -> Mapping[str, tuple[Row, ...]]:
    found: dict[str, list[Row]] = {}
    for row in shipped():
        found.setdefault(row.table, []).append(row)
    return {table: tuple(held) for table, held in found.items()}


@lru_cache(maxsize=1)
def by_id() -> Mapping[str, Row]:
    """Every row that comes with Riwaya by its id."""
    return {row.id: row for row in shipped()}


def load(folder: Traversable | Path) -> tuple[tuple[Row, ...], tuple[Fault, ...]]:
    """All rows of the packs in a folder, and every fault found on the way."""
    found: list[Row] = []
    faults: list[Fault] = []
    seen: dict[str, str] = {}
    for pack in sorted((p for p in folder.iterdir() if p.is_dir()), key=lambda p: p.name):
        for file in sorted(pack.iterdir(), key=lambda f: f.name):
            table = file.name.removesuffix(".gz").removesuffix(".tsv").split(".")[0]
            if ".tsv" not in file.name:
                continue
            where = f"{pack.name}/{file.name}"
            if table not in TABLES:
                faults.append(Fault(where, 0, f"no such table; a pack may hold {', '.join(TABLES)}"))
                continue
            for number, cells in _records(file, where, table, faults):
                row = Row(cells.get("id", ""), table, pack.name, cells)
                faults.extend(Fault(where, number, problem) for problem in _problems(row, seen))
                seen.setdefault(row.id, where)
                found.append(row)
    return tuple(found), tuple(faults)


def _records(
    file: Traversable | Path, where: str, table: str, faults: list[Fault]
) -> Iterator[tuple[int, dict[str, str]]]:
    data = file.read_bytes()
    try:
        text = (gzip.decompress(data) if file.name.endswith(".gz") else data).decode("utf-8")
    except (UnicodeDecodeError, OSError, EOFError, zlib.error) as error:
        faults.append(Fault(where, 0, f"cannot be read as UTF-8: {error}"))
        return
    lines = text.splitlines()
    header = tuple(lines[0].split("\t")) if lines else ()
    if header != TABLES[table]:
        faults.append(Fault(where, 1, f"the header must be: {' '.join(TABLES[table])} (parted by tabs)"))
        return
    for number, line in enumerate(lines[1:], 2):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != len(header):
            faults.append(Fault(where, number, f"{len(cells)} cells where {len(header)} are due"))
            continue
        yield number, {column: cell.strip() for column, cell in zip(header, cells, strict=True) if cell.strip()}


def _problems(row: Row, seen: Mapping[str, str]) -> Iterator[str]:
    if not row.id:
        yield "the id is missing"
    elif row.id in seen:
        yield f"the id {row.id} stands already in {seen[row.id]}"
    for (table, column), allowed in VALUES.items():
        if table == row.table and row[column] not in allowed:
            yield f"{column} is {row[column]!r}; it may be {', '.join(sorted(allowed))}"
    if row.table == "words" and row["part"] and not all(row[c].isdecimal() for c in ("part", "whole", "noun")):
        yield f"{row.id} needs part, whole and noun as whole numbers, or none of them"
    if row.table in UNTOLD:
        return
    for column in ("example", "source"):
        if not row[column]:
            yield f"{row.id} has no {column}"
    if row.table in NAMED and not (row["ar"] and row["en"]):
        yield f"{row.id} needs a name in Arabic and in English"
    if row.table == "places":
        yield from _coordinate_problems(row)


def _coordinate_problems(row: Row) -> Iterator[str]:
    try:
        latitude, longitude, precision = (float(row[c]) for c in ("latitude", "longitude", "precision_km"))
    except ValueError:
        yield f"{row.id} needs latitude, longitude and precision_km as numbers"
        return
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180 and precision > 0):
        yield f"{row.id} has coordinates outside the world"
