"""CSV and TSV: one report a row, the columns named in the first row."""

import csv
import io
import json
from collections.abc import Iterator, Sequence

from riwaya.reports.report import FIELDS, FOREIGN_BYTE, Draft, Unreadable

csv.field_size_limit(2**31 - 1)  # the module's own limit is shorter than a long report
DELIMITERS = (",", ";", "\t")
_PATIENCE = 20  # quotation marks never closed after which rows are taken line by line: each costs the rest of the file


def heading(text: str) -> tuple[str, tuple[str, ...]]:
    """The delimiter and the columns of a table (lower case); ("", ()) where the first line names no text column."""
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start, start + 10_000)
    line = text[start : end if end >= 0 else start + 10_000].strip("\r\n")
    best: tuple[str, tuple[str, ...]] = ("", ())
    for delimiter in DELIMITERS:
        columns = _cells(line, delimiter)
        if columns and len(set(columns) & set(FIELDS)) > len(set(best[1]) & set(FIELDS)):
            best = delimiter, columns
    return best


def _cells(line: str, delimiter: str) -> tuple[str, ...]:
    try:
        row = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return ()
    return tuple(cell.strip().casefold() for cell in row)


def tables(name: str, text: str) -> Iterator[Draft | Unreadable]:
    """Every row of a table as a report; the heading is row 1, and an unsound row does not stop the others.

    `original` of each is its row as canonical JSON: the columns in order of their names, empty cells left out, UTF-8.
    """
    delimiter, columns = heading(text)
    if "text" not in columns:
        wanted = "name the columns in the first row: " + ", ".join(FIELDS)
        yield Unreadable(name, "row 1", "the table has no column text", wanted)
        return
    for number, (cells, fault) in enumerate(_rows(text, delimiter, len(columns)), 1):
        if number > 1 and (cells or fault):
            yield _drafted(name, f"row {number}", columns, cells, fault)


def _rows(text: str, delimiter: str, width: int) -> Iterator[tuple[list[str], str]]:
    """The cells of each row that is not empty, or what is wrong with it."""
    lines = [line for line in io.StringIO(text, newline="") if line.strip("\r\n \ufeff")]
    at, patience = 0, _PATIENCE
    while at < len(lines):
        ahead = iter(lines[at : at + 1]) if patience <= 0 or '"' not in lines[at] else _from(lines, at)
        reader = csv.reader(ahead, delimiter=delimiter, strict=True)
        try:
            row = next(reader, [])
            at += reader.line_num
            yield row, ""
        except csv.Error as error:
            patience -= reader.line_num > 1
            bare = lines[at].rstrip("\r\n").split(delimiter)
            # tab-separated files often quote nothing, so a quotation mark there is only a mark
            sound = delimiter == "\t" and len(bare) == width
            at += 1
            yield (bare, "") if sound else ([], f"its quotation marks are not sound: {error}")


def _from(lines: Sequence[str], at: int) -> Iterator[str]:
    for place in range(at, len(lines)):
        yield lines[place]


def _drafted(name: str, part: str, columns: Sequence[str], cells: list[str], fault: str) -> Draft | Unreadable:
    quoting = "put the text in quotation marks and double those inside it"
    if fault:
        return Unreadable(name, part, fault, quoting)
    if len(cells) < len(columns) or any(cells[len(columns) :]):
        return Unreadable(name, part, f"{len(cells)} cells where {len(columns)} are due", quoting)
    row = {column: cell for column, cell in reversed(list(zip(columns, cells, strict=False))) if cell.strip()}
    if any(FOREIGN_BYTE.search(cell) for cell in row.values()):
        return Unreadable(name, part, "it is not UTF-8, though other rows are", "save the table as UTF-8")
    if "text" not in row:
        return Unreadable(name, part, "the text is empty", "put the report's text in the column text")
    original = json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")
    said = {field: row.get(field, "") for field in FIELDS}
    return Draft(original, row["text"], part, said["outlet"], said["url"], said["title"], said["published"], said["id"])
