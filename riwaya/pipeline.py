"""The whole walk on one page: a report becomes passages, lines of mentions, and claims."""

import gc
from datetime import date
from functools import lru_cache

from riwaya.claims.claim import Claim
from riwaya.claims.draw import draw
from riwaya.claims.outlets import own
from riwaya.mentions.find import find
from riwaya.mentions.gazetteer import latin
from riwaya.passages.split import split
from riwaya.reports.boilerplate import boilerplate
from riwaya.reports.report import Report, sealed
from riwaya.words.pack import rows

_YOUNG = 50_000  # objects that the garbage collector lets gather before it looks at them


def read(report: Report) -> tuple[Claim, ...]:
    """The claims of one report, in the order of their words.

    Pure: the same report, packs and version give the same claims. "Today" is the report's day of publication.
    """
    sentences = split(report.text, boilerplate(report.text))
    lines = [find(report.text, sentence, report.published) for sentence in sentences]
    return draw(report.id, lines, own(report.outlet, report.url))


@lru_cache(maxsize=1)
def ready() -> None:
    """Load the word lists before the first report, for a process that reads many; the first call alone does it.

    They live as long as the process, so its garbage collector passes over them from here on. It also waits for more
    than one report's worth of tokens, which are all freed without it.
    """
    read_text(
        "\n".join(row["example"] for table in ("cues", "places", "calendar", "numbers") for row in rows(table)[:1])
    )
    latin()
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG)


def read_text(text: str, *, published: str | date | None = None, outlet: str = "", url: str = "") -> tuple[Claim, ...]:
    """The claims of a text given as a string; `published` is a date or an ISO date.

    Raises ValueError where `published` is a string and no ISO date.
    """
    day = date.fromisoformat(published) if isinstance(published, str) else published
    original = text.encode("utf-8", "surrogatepass")
    return read(Report(sealed(original), text, original, outlet=outlet, url=url, published=day))
