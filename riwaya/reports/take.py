"""Bytes become reports: the kind of source is told by what is in it, each kind has its own reader."""

import re
from collections.abc import Iterator
from dataclasses import replace

from riwaya.reports.boilerplate import only_boilerplate
from riwaya.reports.encoding import decoded
from riwaya.reports.language import NAMES, language
from riwaya.reports.packing import foreign, unpacked
from riwaya.reports.pages import pages
from riwaya.reports.plain import plain
from riwaya.reports.publication import day
from riwaya.reports.records import records
from riwaya.reports.report import FIELDS, Draft, Report, Unreadable, sealed
from riwaya.reports.tables import heading, tables

__all__ = ["Report", "Unreadable", "take"]

_RECORDS = (".json", ".jsonl", ".ndjson")
_TABLES = (".csv", ".tsv", ".tab")
_PAGES = (".html", ".htm", ".xhtml", ".xml")
_PAGE = re.compile(r"<!--|<(?:!doctype|\?xml|html|head|body|meta|article|main|section|div|p|h1|span|rss|feed)\b", re.I)
_OBJECT = re.compile(r"\{\s*[\"}]|\[\s*[{\]]")
_LONG = 20_000  # characters: so long a text is more than boilerplate


def take(name: str, original: bytes) -> Iterator[Report | Unreadable]:
    """Every report in a file, and what in it is none; `name` tells the ending and stands in the messages.

    Pure: no file is opened and nothing is fetched. Never raises for bad input: what cannot be read is told as
    Unreadable, and one bad record does not stop the others.
    """
    content, cause, cure = unpacked(original)
    broken = Unreadable(name, "", cause, cure)
    if cause and not content:
        yield broken
        return
    if not content.strip():
        yield Unreadable(name, "", "it is empty", "give a text, a page or records")
        return
    what = foreign(content)
    if what:
        yield Unreadable(name, "", f"it is {what[0]}, no text", what[1])
        return
    for draft in _drafts(name, content, bool(cause)):
        yield _settled(name, draft) if isinstance(draft, Draft) else draft
    if cause:
        yield broken


def _drafts(name: str, content: bytes, cut: bool) -> Iterator[Draft | Unreadable]:
    """What the reader of this kind of source finds; of a file cut off only whole records are read."""
    page = decoded(content)
    if not page.cause and not page.text.strip():
        yield Unreadable(name, "", "it is empty", "give a text, a page or records")
        return
    kind = _kind(name.casefold().removesuffix(".gz"), page.text)
    if page.cause and (not page.text or kind not in ("records", "table")):
        yield Unreadable(name, "", page.cause, page.cure)
        return
    if kind == "records":
        found = records(name, page.text)
    elif kind == "table":
        found = tables(name, page.text)
    elif cut:
        return
    else:
        found = pages(name, content, page.text) if kind == "page" else plain(content, page.text)
    for draft in found:
        yield replace(draft, doubts=(*page.doubts, *draft.doubts)) if isinstance(draft, Draft) else draft


def _kind(name: str, text: str) -> str:
    """Page, records, table or plain: by how the text begins, then by the name's ending."""
    start = text[:2000].lstrip()
    if _PAGE.match(start):
        return "page"
    if _OBJECT.match(start):
        return "records"
    columns = heading(text)[1]
    if "text" in columns and len(set(columns) & set(FIELDS)) > 1:
        return "table"
    for kind, endings in (("records", _RECORDS), ("table", _TABLES), ("page", _PAGES)):
        if name.endswith(endings):
            return kind
    return "plain"


def _settled(name: str, draft: Draft) -> Report | Unreadable:
    """The report that a draft makes once its language and its date are settled."""
    tongue, doubts = language(draft.text)
    if tongue != "ar":
        cause = "not Arabic" if tongue else "no article in it"
        cause += f" but {NAMES[tongue]}" if tongue in NAMES else f": {', '.join(doubts)}"
        return Unreadable(name, draft.part, cause, "give the report in Arabic, as its outlet published it")
    if len(draft.text) < _LONG and only_boilerplate(draft.text):
        cure = "give the report itself: only links, credits or bylines are here"
        return Unreadable(name, draft.part, "no article in it", cure)
    published, undated = day(draft.published)
    return Report(
        id=sealed(draft.original),
        text=draft.text,
        original=draft.original,
        outlet=draft.outlet.strip(),
        url=draft.url.strip(),
        title=draft.title.strip(),
        published=published,
        language=tongue,
        key=draft.key.strip(),
        doubts=(*draft.doubts, *doubts, *undated),
    )
