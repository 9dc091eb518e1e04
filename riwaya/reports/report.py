"""A report: one text from one outlet, with its date of publication; and what a source gave that is none."""

import hashlib
import re
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Report:
    """One report. `id` is the SHA-256 of `original`, the bytes it was read from; `text` is never altered afterwards.

    `published` is None where nobody says it: then relative dates stay unresolved. `key` is the id that its own record
    gave it, kept for print-outs.
    """

    id: str
    text: str
    original: bytes
    outlet: str = ""
    url: str = ""
    title: str = ""
    published: date | None = None
    language: str = "ar"
    key: str = ""
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A report as its source words it, before its date and its language are settled.

    `original` are the bytes of this one record, `part` its place in the file ("line 12", "row 3", or nothing where the
    file is one report), `published` the date in the source's own words.
    """

    original: bytes
    text: str
    part: str = ""
    outlet: str = ""
    url: str = ""
    title: str = ""
    published: str = ""
    key: str = ""
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What gave no report: the file's name, the part of it ("line 12", or nothing for the whole), why, and the cure."""

    name: str
    part: str
    cause: str
    cure: str

    def __str__(self) -> str:
        where = ", ".join(filter(None, (self.name or "the file without a name", self.part)))
        line = f"{where}: {self.cause}" + (f"; {self.cure}" if self.cure else "")
        return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in line)


FIELDS = ("id", "outlet", "url", "published", "title", "text")
"""What a record or a row of a table may say; whatever else it says is left alone."""

FOREIGN_BYTE = re.compile("[\udc80-\udcff]")
"""What a decoded text holds in place of a byte that is no UTF-8 among bytes that are."""


def sealed(original: bytes) -> str:
    """The id of a report: the SHA-256 of its original bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(original).hexdigest()
