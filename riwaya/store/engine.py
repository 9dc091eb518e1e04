"""Connections to a SQLite file that lose nothing: write-ahead log, full synchronisation, foreign keys."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, IntegrityError

from riwaya.store.seam import LedgerError

BUSY_SECONDS = 60
_WRITES = "riwaya_writes"


def engine_of(path: Path) -> Engine:
    """An engine on the file; SQLite makes an empty one where there is none."""

    def connected() -> sqlite3.Connection:
        # isolation_level None leaves BEGIN to _begin below: the driver's own habits would put table-making outside.
        db = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        for pragma in ("foreign_keys=ON", "synchronous=FULL", "fullfsync=ON", "checkpoint_fullfsync=ON"):
            db.execute(f"PRAGMA {pragma}")
        return db

    engine = create_engine("sqlite+pysqlite://", creator=connected)
    event.listen(engine, "begin", _begin)
    return engine


def write_ahead(engine: Engine, path: Path) -> None:
    """Turn the file to a write-ahead log: it stays so, and a program that is killed leaves whole transactions."""
    with _explained(path):
        raw = engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA journal_mode=WAL")
        finally:
            raw.close()


def _begin(db: Connection) -> None:
    # A writer takes the lock at once: one that reads first and writes later can be refused in the middle.
    db.exec_driver_sql("BEGIN IMMEDIATE" if db.get_execution_options().get(_WRITES) else "BEGIN")


@contextmanager
def reading(engine: Engine, path: Path) -> Iterator[Connection]:
    """A connection that sees the ledger as it is now, whatever is written meanwhile."""
    with _explained(path), engine.connect() as db, db.begin():
        yield db


@contextmanager
def writing(engine: Engine, path: Path) -> Iterator[Connection]:
    """A connection whose changes are all on the disk when the block ends, or none where it raises."""
    with _explained(path), engine.connect().execution_options(**{_WRITES: True}) as db, db.begin():
        yield db


@contextmanager
def checking(engine: Engine, path: Path, *, index: bool = False) -> Iterator[Connection]:
    """A connection for looking at a file that may be damaged: nothing is kept of what it does.

    With `index` it may write, which the full-text index's own check asks for.
    """
    with _explained(path), engine.connect().execution_options(**{_WRITES: index}) as db:
        db.begin()
        try:
            yield db
        finally:
            db.rollback()


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except IntegrityError:
        raise
    except (DatabaseError, sqlite3.DatabaseError) as error:
        raise LedgerError(f"{path}: {_cure(str(getattr(error, 'orig', error)))}") from error


def _cure(problem: str) -> str:
    cures = {
        "locked": "another program holds the ledger; try again when it has finished",
        "not a database": "the file is not a ledger, or was damaged; name another with --ledger FILE",
        "malformed": "the file is damaged; `riwaya verify` says more; go back to your last copy of it",
        "full": "the disk is full; make room and read again: what was kept is safe",
        "readonly": "the ledger cannot be written; check who may write the file and its folder",
        "unable to open": "the ledger cannot be opened; check who may write the file and its folder",
    }
    return next((f"{cure} ({problem})" for sign, cure in cures.items() if sign in problem), problem)
