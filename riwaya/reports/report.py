"""A report: one text from one outlet, with its date of publication."""

import hashlib
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


def sealed(original: bytes) -> str:
    """The id of a report: the SHA-256 of its original bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(original).hexdigest()
