"""A ledger in one SQLite file: one transaction a report, on the disk before the next begins."""

from collections.abc import Generator, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import Connection, RowMapping, func, insert, inspect, or_, select
from sqlalchemy import text as sql

from riwaya import __version__
from riwaya.claims.claim import Claim
from riwaya.ledger.check import Flaw
from riwaya.ledger.entry import canonical, taken
from riwaya.reports.report import Report
from riwaya.store import asking, rows, schema, verify
from riwaya.store.engine import checking, engine_of, reading, write_ahead, writing
from riwaya.store.seam import Counts, Heading, LedgerError, Question

_SQLITE = b"SQLite format 3\x00"
_MEANT = 5  # how many reports an ambiguous reference names
_HEXADECIMAL = frozenset("0123456789abcdef")


def open_ledger(path: Path, *, create: bool = False) -> "SqliteLedger":
    """The ledger kept in a file; with `create` an empty one is made where there is none.

    LedgerError where there is none, where the file is something else, or where a newer Riwaya wrote it.
    """
    if path.is_dir():
        raise LedgerError(f"{path} is a folder; name a file for the ledger with --ledger FILE")
    if not path.exists():
        if not create:
            raise LedgerError(f"there is no ledger {path}; make one with: riwaya read PATH… --ledger {path}")
        if not path.parent.is_dir():
            raise LedgerError(f"the folder {path.parent} for the ledger {path.name} does not exist; make it first")
    ledger = SqliteLedger(path)
    try:
        _refuse_other_files(path)
        ledger.prepare()
    except BaseException:
        ledger.close()
        raise
    return ledger


def _refuse_other_files(path: Path) -> None:
    try:
        with path.open("rb") as file:
            head = file.read(len(_SQLITE))
    except FileNotFoundError:
        return
    except OSError as error:
        raise LedgerError(f"{path} cannot be read: {error.strerror}") from error
    if head not in (b"", _SQLITE):
        raise LedgerError(f"{path} is not a ledger; name another file with --ledger FILE")


class SqliteLedger:
    """A ledger in one SQLite file (`riwaya.store.seam.Ledger` says what each method gives)."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._engine = engine_of(path)

    def prepare(self) -> None:
        """Make the tables where there are none, and refuse a file that another or a newer program wrote."""
        with reading(self._engine, self.path) as db:
            known = set(inspect(db).get_table_names())
        if not known:
            write_ahead(self._engine, self.path)
            with writing(self._engine, self.path) as db:
                if not inspect(db).get_table_names():
                    schema.metadata.create_all(db)
                    db.execute(sql(schema.CLAIM_WORDS))
                    db.execute(insert(schema.schema_version), {"version": schema.VERSION})
        elif schema.schema_version.name not in known:
            raise LedgerError(f"{self.path} is a database, but no ledger; name another file with --ledger FILE")
        with reading(self._engine, self.path) as db:
            version = db.scalar(select(func.max(schema.schema_version.c.version))) or 0
        if version > schema.VERSION:
            raise LedgerError(
                f"{self.path} was written by a newer Riwaya (its ledgers are version {version}, this one's "
                f"{schema.VERSION}); install that Riwaya or a later one"
            )
        if version < schema.VERSION:
            with writing(self._engine, self.path) as db:
                _bring_up(db)

    def keep(self, report: Report, claims: tuple[Claim, ...], at: datetime) -> bool:
        when = at.astimezone(UTC).isoformat(timespec="seconds")
        body = canonical(taken(report, claims)).decode()
        with writing(self._engine, self.path) as db:
            if _kept(db, report.id):
                return False
            entry = {"kind": "report", "at": when, "body": body, "before": "", "seal": ""}
            written = db.execute(insert(schema.entries).returning(schema.entries.c.number), entry).scalar_one()
            db.execute(insert(schema.originals), rows.original_row(report))
            db.execute(insert(schema.reports), rows.report_row(report, written, __version__))
            _keep_claims(db, report, claims)
        return True

    def has(self, report: str) -> bool:
        with reading(self._engine, self.path) as db:
            return _kept(db, report)

    def report(self, reference: str) -> Report:
        with reading(self._engine, self.path) as db:
            return _report(db, self._meant(db, reference))

    def claims_of(self, report: str) -> tuple[Claim, ...]:
        kept = select(schema.claims).where(schema.claims.c.report == report).order_by(schema.claims.c.position)
        with reading(self._engine, self.path) as db:
            return tuple(map(rows.claim_in, db.execute(kept).mappings()))

    def claim(self, reference: str) -> tuple[Report, Claim]:
        whose, mark, number = reference.rpartition("#")
        if not (mark and whose and number.isdecimal()):
            raise LedgerError(f"{reference!r} names no claim; write REPORT#NUMBER as `riwaya claims` prints it")
        with reading(self._engine, self.path) as db:
            report = _report(db, self._meant(db, whose))
        for claim in self.claims_of(report.id):
            if claim.id.rpartition("#")[2] == number:
                return report, claim
        raise LedgerError(f"report {report.id[:12]} has no claim #{number}; `riwaya show {report.id[:12]}` lists them")

    def ask(self, question: Question) -> Generator[tuple[Heading, Claim], None, None]:
        with reading(self._engine, self.path) as db:
            for row in db.execute(asking.asked(question).execution_options(yield_per=500)).mappings():
                yield _heading(row), rows.claim_in(row)

    def number(self, question: Question) -> int:
        with reading(self._engine, self.path) as db:
            return db.scalar(asking.number(question)) or 0

    def counts(self) -> Counts:
        with reading(self._engine, self.path) as db:
            reports, claims = (
                db.execute(select(func.count()).select_from(table)).scalar_one()
                for table in (schema.reports, schema.claims)
            )
        return Counts(reports, claims)

    def flaws(self) -> Iterator[Flaw]:
        with checking(self._engine, self.path) as db:
            yield from verify.flaws(db)
        with checking(self._engine, self.path, index=True) as db:
            yield from verify.index_flaws(db)

    def close(self) -> None:
        self._engine.dispose()

    def _meant(self, db: Connection, reference: str) -> str:
        """The id of the one report that a reference means."""
        reports = schema.reports.c
        if not reference:
            raise LedgerError("an empty reference has no report; give the start of its id, its key or its address")
        meant = or_(reports.key == reference, reports.url == reference)
        if set(reference.lower()) <= _HEXADECIMAL:
            meant = or_(meant, reports.id.startswith(reference.lower()))
        found = db.execute(select(reports.id).where(meant).order_by(reports.entry).limit(_MEANT + 1)).scalars().all()
        if not found:
            raise LedgerError(f"{self.path} has no report {reference!r}; give the start of its id, its key or address")
        if len(found) > 1:
            some = ", ".join(each[:12] for each in found[:_MEANT]) + (", …" if len(found) > _MEANT else "")
            raise LedgerError(f"{reference!r} means several reports ({some}); give more of the id")
        return str(found[0])


def _bring_up(db: Connection) -> None:
    """Bring a ledger of version 1 up to this version; its claims were not weighed for confidence."""
    if "confidence" not in {column["name"] for column in inspect(db).get_columns(schema.claims.name)}:
        db.execute(sql("ALTER TABLE claims ADD COLUMN confidence FLOAT"))
        db.execute(sql("CREATE INDEX ix_claims_confidence ON claims (confidence)"))
    db.execute(insert(schema.schema_version), {"version": schema.VERSION})


def _kept(db: Connection, report: str) -> bool:
    return db.scalar(select(schema.reports.c.entry).where(schema.reports.c.id == report)) is not None


def _keep_claims(db: Connection, report: Report, claims: tuple[Claim, ...]) -> None:
    free = (db.scalar(select(func.max(schema.claims.c.number))) or 0) + 1
    numbered = list(enumerate(claims, free))
    tables = {
        schema.claims: [
            rows.claim_row(claim, number - free, report.published) | {"number": number} for number, claim in numbered
        ],
        schema.sources: [row for number, claim in numbered for row in rows.source_rows(claim, number)],
        schema.arguments: [row for number, claim in numbered for row in rows.argument_rows(claim, number)],
        schema.quantities: [row for number, claim in numbered for row in rows.quantity_rows(claim, number)],
    }
    for table, written in tables.items():
        if written:
            db.execute(insert(table), written)
    columns = ", ".join(schema.SEARCHED)
    values = ", ".join(f":{column}" for column in schema.SEARCHED)
    if numbered:
        words = [rows.searched(claim) | {"number": number} for number, claim in numbered]
        db.execute(sql(f"INSERT INTO claim_words (rowid, {columns}) VALUES (:number, {values})"), words)


def _report(db: Connection, report: str) -> Report:
    kept = select(schema.reports, schema.originals.c.packed).join(
        schema.originals, schema.originals.c.sha256 == schema.reports.c.id
    )
    row = db.execute(kept.where(schema.reports.c.id == report)).mappings().one()
    return rows.report_of(row, row["packed"])


def _heading(row: RowMapping) -> Heading:
    published = date.fromisoformat(row["published"]) if row["published"] else None
    return Heading(row["report"], row["outlet"], row["url"], row["title"], published, row["key"])
