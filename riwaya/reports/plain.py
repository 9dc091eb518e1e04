"""A plain text file: one report, all of it text."""

from collections.abc import Iterator

from riwaya.reports.report import Draft


def plain(original: bytes, text: str) -> Iterator[Draft]:
    """The one report of a text file: its text exactly as decoded, nothing said about outlet, title or date."""
    yield Draft(original, text)
