"""Verifying a kept ledger: the file, the entries and what is kept under them, and that nothing lies beside them."""

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, Table, func, select
from sqlalchemy import text as sql
from sqlalchemy.exc import DatabaseError

from riwaya.claims.claim import Claim
from riwaya.ledger import check
from riwaya.ledger.check import Flaw
from riwaya.ledger.entry import Entry
from riwaya.store import rows, schema

_SEARCHED = sql(f"SELECT {', '.join(schema.SEARCHED)} FROM claim_words WHERE rowid = :number")


def flaws(db: Connection) -> Iterator[Flaw]:
    """Everything that is not as it was written: entry by entry, then what belongs to no entry, then the file itself."""
    try:
        entries = db.execute(select(schema.entries).order_by(schema.entries.c.number)).mappings().all()
        for expected, row in enumerate(entries, 1):
            if row["number"] != expected:
                yield Flaw(expected, f"this entry is missing; the next one kept is {row['number']}")
                return
            yield from _entry_flaws(db, row)
        yield from _strays(db, len(entries))
        yield from _file_flaws(db)
    except DatabaseError as error:
        yield Flaw(0, f"the file is damaged: {error.orig}")


def _entry_flaws(db: Connection, row: RowMapping) -> Iterator[Flaw]:
    number = row["number"]
    try:
        entry = Entry(number, row["kind"], row["at"], json.loads(row["body"]), row["before"], row["seal"])
        report_id = entry.body["report"]
    except (ValueError, TypeError, KeyError):
        yield Flaw(number, "its body cannot be read")
        return
    kept = db.execute(select(schema.reports).where(schema.reports.c.entry == number)).mappings().one_or_none()
    if kept is None or kept["id"] != report_id:
        yield Flaw(number, "its report is missing", report_id)
        return
    original = db.execute(select(schema.originals).where(schema.originals.c.sha256 == report_id)).mappings().first()
    if original is None:
        yield Flaw(number, "its original is missing", report_id)
        return
    in_order = select(schema.claims).where(schema.claims.c.report == report_id).order_by(schema.claims.c.position)
    claim_rows = db.execute(in_order).mappings().all()
    try:
        report = rows.report_of(kept, original["packed"])
        claims = tuple(map(rows.claim_in, claim_rows))
    except (zlib.error, ValueError, TypeError, KeyError) as error:
        yield Flaw(number, f"its report, original or claims cannot be read ({error})", report_id)
        return
    yield from check.flaws(entry, report, claims)
    for position, (claim, claim_row) in enumerate(zip(claims, claim_rows, strict=True)):
        expected = rows.claim_row(claim, position, report.published)
        if any(claim_row[column] != value for column, value in expected.items()):
            yield Flaw(number, "the columns it is filtered by differ from the claim", report_id, claim.id)
        yield from (
            Flaw(number, f"its {table} differ from the claim", report_id, claim.id)
            for table in _differing(db, claim, claim_row["number"])
        )


def _differing(db: Connection, claim: Claim, number: int) -> Iterator[str]:
    """The tables whose rows of a claim are not those that the claim gives."""
    expected: Mapping[Table, Sequence[Mapping[str, Any]]] = {
        schema.sources: rows.source_rows(claim, number),
        schema.arguments: rows.argument_rows(claim, number),
        schema.quantities: rows.quantity_rows(claim, number),
    }
    for table, due in expected.items():
        kept = db.execute(select(table).where(table.c.claim == number).order_by(table.c.position)).mappings().all()
        if sorted(map(repr, map(dict, kept))) != sorted(map(repr, due)):
            yield table.name
    found = db.execute(_SEARCHED, {"number": number}).mappings().first()
    if found is None or dict(found) != rows.searched(claim):
        yield "words to search"


def _strays(db: Connection, entries: int) -> Iterator[Flaw]:
    """What is kept without an entry: the counts do not agree."""
    due = sum(len(json.loads(body).get("claims", ())) for body in db.scalars(select(schema.entries.c.body)) if body)
    for table, number in ((schema.reports, entries), (schema.originals, entries), (schema.claims, due)):
        kept = db.execute(select(func.count()).select_from(table)).scalar_one()
        if kept != number:
            yield Flaw(0, f"{kept} {table.name} are kept where the entries speak of {number}")
    words = db.execute(sql("SELECT count(*) FROM claim_words")).scalar_one()
    if words != due:
        yield Flaw(0, f"the full-text index holds {words} claims where the entries speak of {due}")


def _file_flaws(db: Connection) -> Iterator[Flaw]:
    for row in db.exec_driver_sql("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield Flaw(0, f"the file is damaged: {row[0]}")
    for table, rowid, *_ in db.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Flaw(0, f"row {rowid} of {table} belongs to nothing")


def index_flaws(db: Connection) -> Iterator[Flaw]:
    """What is wrong inside the full-text index; `db` must be one that may write."""
    try:
        db.execute(sql("INSERT INTO claim_words (claim_words) VALUES ('integrity-check')"))
    except DatabaseError as error:
        yield Flaw(0, f"the full-text index is damaged: {error.orig}")
