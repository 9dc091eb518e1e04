"""Paths become files to read: folders walked in order, hidden files and the ledger left out."""

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from riwaya.reports.report import Unreadable

STANDARD_INPUT = "-"
_BESIDE_A_LEDGER = ("", "-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read, or standard input where `path` is None; `size` in bytes, 0 where it is not known before."""

    name: str
    path: Path | None
    size: int = 0

    def original(self) -> bytes:
        """Its bytes; OSError where they cannot be had."""
        return sys.stdin.buffer.read() if self.path is None else self.path.read_bytes()


def inputs(paths: Sequence[str], ledger: Path | None) -> tuple[Input | Unreadable, ...]:
    """The files that paths name, in their order, and what of them cannot be read.

    Files and folders whose name begins with a dot are left out of folders; so is the ledger with what SQLite keeps
    beside it.
    """
    kept = {Path(f"{ledger.absolute()}{end}") for end in _BESIDE_A_LEDGER} if ledger else set()
    return tuple(found for path in paths for found in _found(path, kept))


def _found(path: str, kept: set[Path]) -> Iterator[Input | Unreadable]:
    if path == STANDARD_INPUT:
        yield Input("standard input", None)
        return
    where = Path(path)
    if where.is_dir():
        files = [file for file in _files(where) if file.absolute() not in kept]
        yield from map(_input, files)
        if not files:
            yield Unreadable(path, "", "there is no file in this folder", "name a folder that holds reports")
    elif where.exists():
        yield _input(where)
    else:
        yield Unreadable(path, "", "there is no such file or folder", "check the path")


def _input(file: Path) -> Input:
    try:
        size = file.stat().st_size
    except OSError:  # reading it will say why
        size = 0
    return Input(str(file), file, size)


def _files(folder: Path) -> Iterator[Path]:
    for inside, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(inside, name) for name in sorted(names) if not name.startswith("."))
