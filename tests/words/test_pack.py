"""Packs are loaded whole, and what is wrong in one is named with its file and row."""

import gzip
from pathlib import Path

import pytest

from riwaya.words.pack import TABLES, PackError, load, rows

CUE = {"id": "assert.test", "perfect": "قال", "act": "assert", "example": "قال الشاهد", "source": "own"}
PLACE = {
    "id": "place.test", "ar": "عين الورد", "en": "Ayn al-Ward", "kind": "town", "aliases": "عين الوردة|", "latitude": "35.5",
    "longitude": "38", "precision_km": "2", "example": "في عين الورد", "source": "own",
}  # fmt: skip


def line(table: str, cells: dict[str, str]) -> str:
    return "\t".join(cells.get(column, "") for column in TABLES[table])


def written(folder: Path, table: str, *lines: str, name: str = "") -> Path:
    """A folder of packs with one pack `land`, whose table holds the header and these lines."""
    (folder / "land").mkdir(exist_ok=True)
    text = "\n".join(("\t".join(TABLES[table]), *lines)) + "\n"
    file = folder / "land" / (name or f"{table}.tsv")
    file.write_bytes(gzip.compress(text.encode()) if file.suffix == ".gz" else text.encode())
    return folder


@pytest.mark.parametrize("name", ["places.tsv", "places.tsv.gz", "places.camps.tsv"])
def test_a_sound_pack_is_loaded(tmp_path: Path, name: str) -> None:
    (row,), faults = load(written(tmp_path, "places", "", "# a remark", line("places", PLACE), name=name))
    assert not faults
    assert (row.id, row.table, row.pack, row["en"], row["country"]) == (
        "place.test",
        "places",
        "land",
        "Ayn al-Ward",
        "",
    )
    assert row.names() == ("عين الورد", "عين الوردة")
    assert rows("places", among=(row,)) == (row,) and rows("cues", among=(row,)) == ()


FAULTS = {
    "an unknown act": ("cues", [CUE | {"act": "shout"}], 2, "act is 'shout'"),
    "an unknown kind": ("places", [PLACE | {"kind": "planet"}], 2, "kind is 'planet'"),
    "the same id twice": ("cues", [CUE, CUE], 3, "assert.test stands already in land/cues.tsv"),
    "no id": ("cues", [CUE | {"id": ""}], 2, "the id is missing"),
    "no example": ("cues", [CUE | {"example": ""}], 2, "no example"),
    "no source": ("cues", [CUE, CUE | {"id": "assert.other", "source": ""}], 3, "no source"),
    "no English name": ("places", [PLACE | {"en": ""}], 2, "name in Arabic and in English"),
    "a latitude outside the world": ("places", [PLACE | {"latitude": "91"}], 2, "outside the world"),
    "a longitude outside the world": ("places", [PLACE | {"longitude": "-181"}], 2, "outside the world"),
    "a latitude in words": ("places", [PLACE | {"latitude": "north"}], 2, "as numbers"),
    "a latitude that is no number": ("places", [PLACE | {"latitude": "nan"}], 2, "outside the world"),
    "no precision": ("places", [PLACE | {"precision_km": ""}], 2, "as numbers"),
    "a precision of nothing": ("places", [PLACE | {"precision_km": "0"}], 2, "outside the world"),
    "a weight in words": (
        "words",
        [{"id": "w.1", "forms": "حلب", "part": "much", "whole": "4", "noun": "2"}],
        2,
        "whole num",
    ),
    "a weight without the others": ("words", [{"id": "w.1", "forms": "حلب", "part": "12"}], 2, "whole numbers"),
}


@pytest.mark.parametrize(("table", "cells", "number", "problem"), FAULTS.values(), ids=FAULTS)
def test_a_fault_names_its_file_and_row(
    tmp_path: Path, table: str, cells: list[dict[str, str]], number: int, problem: str
) -> None:
    _, faults = load(written(tmp_path, table, *(line(table, each) for each in cells)))
    assert [(fault.file, fault.row) for fault in faults] == [(f"land/{table}.tsv", number)]
    assert problem in faults[0].problem
    assert str(faults[0]).startswith(f"land/{table}.tsv, row {number}: ")


@pytest.mark.parametrize("missing", [1, 5])
def test_missing_cells_are_counted(tmp_path: Path, missing: int) -> None:
    short = "\t".join(line("places", PLACE).split("\t")[:-missing])
    found, (fault,) = load(written(tmp_path, "places", line("places", PLACE), short))
    assert len(found) == 1
    assert (fault.row, fault.problem) == (
        3,
        f"{len(TABLES['places']) - missing} cells where {len(TABLES['places'])} are due",
    )


@pytest.mark.parametrize(
    "text", ["", "id\tform\n", "\t".join((*TABLES["cues"], "more")) + "\n", ",".join(TABLES["cues"])]
)
def test_a_wrong_header_is_told_with_the_right_one(tmp_path: Path, text: str) -> None:
    written(tmp_path, "cues")
    (tmp_path / "land" / "cues.tsv").write_text(text, encoding="utf-8")
    found, (fault,) = load(tmp_path)
    assert not found and (fault.file, fault.row) == ("land/cues.tsv", 1)
    assert " ".join(TABLES["cues"]) in fault.problem


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("cues.tsv", "قال".encode("cp1256")),
        ("cues.tsv", "id".encode("utf-16")),
        ("cues.tsv.gz", b"not packed"),
        ("cues.tsv.gz", gzip.compress(b"id\tform" * 99)[:-9]),
    ],
)
def test_a_file_that_is_no_utf_8_is_told_and_the_others_are_loaded(tmp_path: Path, name: str, content: bytes) -> None:
    written(tmp_path, "places", line("places", PLACE))
    (tmp_path / "land" / name).write_bytes(content)
    found, (fault,) = load(tmp_path)
    assert [row.id for row in found] == ["place.test"]
    assert fault.file == f"land/{name}" and "cannot be read as UTF-8" in fault.problem


def test_an_unknown_table_is_told_with_those_there_are(tmp_path: Path) -> None:
    written(tmp_path, "cues", line("cues", CUE), name="verbs.tsv")
    found, (fault,) = load(tmp_path)
    assert not found and fault.file == "land/verbs.tsv"
    assert "no such table" in fault.problem and "cues" in fault.problem


def test_an_id_is_unique_over_all_packs(tmp_path: Path) -> None:
    written(tmp_path, "cues", line("cues", CUE))
    (tmp_path / "land").rename(tmp_path / "country")
    _, (fault,) = load(written(tmp_path, "cues", line("cues", CUE)))
    assert str(fault) == "land/cues.tsv, row 2: the id assert.test stands already in country/cues.tsv"


def test_what_is_no_table_is_passed_over(tmp_path: Path) -> None:
    written(tmp_path, "cues", line("cues", CUE))
    (tmp_path / "land" / "README.md").write_text("about this pack", encoding="utf-8")
    (tmp_path / "LICENSE").write_text("free", encoding="utf-8")
    found, faults = load(tmp_path)
    assert len(found) == 1 and not faults


def test_an_error_of_loading_tells_every_fault(tmp_path: Path) -> None:
    _, faults = load(written(tmp_path, "cues", line("cues", CUE | {"act": "shout", "source": ""})))
    assert str(PackError(faults)).count("land/cues.tsv, row 2: ") == 2
