"""HTML pages: the article without what surrounds it."""

import logging
import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from typing import Any

from riwaya.reports.report import Draft, Unreadable

LIMIT = 20_000_000
"""The longest page that is taken apart, in characters: an article is a thousandth of it."""

_EARLIEST, _LATEST = "1995-01-01", "2100-12-31"  # said outright: htmldate's own bound is the day it runs
_META = re.compile(r"<meta\b[^>]{0,2000}>", re.I)
_NAMED = re.compile(r"""\b(?:property|name|itemprop)\s*=\s*["']([^"']{1,80})["']""", re.I)
_CONTENT = re.compile(r"""\bcontent\s*=\s*(?:"([^"]{0,2000})"|'([^']{0,2000})')""", re.I)
_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "publishdate",
    "pubdate",
)
_FEED = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(rss|feed|rdf:RDF|urlset)\b", re.I | re.S)


def pages(name: str, original: bytes, text: str) -> Iterator[Draft | Unreadable]:
    """The one report of a page: the article's text as trafilatura returns it, its title, address, outlet and date."""
    if _FEED.match(text[:4096]):
        yield Unreadable(name, "", "it is a feed or a site map, no page", "give the pages it lists, or their records")
        return
    if len(text) > LIMIT:
        yield Unreadable(name, "", f"the page is longer than {LIMIT:,} characters", "save its text as UTF-8 (.txt)")
        return
    try:
        article = _article(text)
    except Exception as error:  # pages are broken in more ways than the libraries name
        yield Unreadable(name, "", f"the page cannot be taken apart ({type(error).__name__})", "save its text as UTF-8")
        return
    if article is None or not (article.text or "").strip():
        yield Unreadable(name, "", "no article in it", "give the page of the report itself, or save its text as UTF-8")
        return
    published, doubts = _published(text)
    yield Draft(
        original, article.text, "", article.sitename or "", _web(article.url), article.title or "", published,
        doubts=doubts,
    )  # fmt: skip


@lru_cache(maxsize=1)
def _quiet() -> None:
    """Keep the libraries' own complaints from the user: what matters of them is said by Unreadable."""
    for library in ("trafilatura", "htmldate", "courlan", "justext", "readability"):
        log = logging.getLogger(library)
        log.addHandler(logging.NullHandler())
        log.setLevel(logging.CRITICAL + 1)


def _article(page: str) -> Any:
    import trafilatura  # slow to import, and only pages need it

    _quiet()
    return trafilatura.bare_extraction(
        page,
        include_comments=False,
        favor_precision=True,
        with_metadata=True,
        date_extraction_params={"original_date": True, "min_date": _EARLIEST, "max_date": _LATEST},
    )


def _web(address: str | None) -> str:
    return address if address and address.startswith(("http://", "https://")) else ""


def _published(page: str) -> tuple[str, tuple[str, ...]]:
    """The date the page's head says; else the one htmldate finds, with a doubt where it had to search the text."""
    said: dict[str, str] = {}
    for tag in _META.findall(page[:400_000]):
        name, content = _NAMED.search(tag), _CONTENT.search(tag)
        if name and content:
            said.setdefault(name[1].casefold(), unescape(content[1] or content[2] or "").strip())
    for key in _PUBLISHED:
        if re.match(r"\d{4}-\d{2}-\d{2}", said.get(key, "")):
            return said[key], ()
    import htmldate

    for extensive in (False, True):
        try:
            found = htmldate.find_date(
                page, extensive_search=extensive, original_date=True, min_date=_EARLIEST, max_date=_LATEST
            )
        except Exception:  # as above: a page without a date can still be read
            found = None
        if found and not (extensive and _only_a_year(found, page)):
            return found, ("the date of publication is taken from the page's text",) if extensive else ()
    return next((said[key] for key in _PUBLISHED if said.get(key)), ""), ()


def _only_a_year(found: str, page: str) -> bool:
    """Whether a first of the month stands for a bare year or month, as in a line of rights: no page writes that day."""
    year, month, of_month = found.split("-")
    if of_month != "01":
        return False
    written = rf"{year}[-/.]0?{int(month)}[-/.]0?1(?!\d)|(?<!\d)0?1[-/.]0?{int(month)}[-/.]{year}"
    return not re.search(written, page)
