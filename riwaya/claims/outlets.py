"""Which listed outlets are the report's own, so that it is never named as its own relay."""

import re
from collections.abc import Mapping
from functools import lru_cache

from riwaya.words.fold import folded
from riwaya.words.pack import rows

_WORD = re.compile(r"[^a-z0-9\u0621-\u064a]+")


@lru_cache(maxsize=256)
def own(outlet: str, url: str = "") -> frozenset[str]:
    """The pack ids of an outlet given by its name, its short name, or an address of its site; and its own name (name: …)."""
    given = {_plain(outlet), *map(_plain, _hosts(url))} - {""}
    listed = frozenset(id for name in given for id in _listed().get(name, ()))
    return listed | ({f"name: {folded(outlet)}"} if outlet else set())


@lru_cache(maxsize=1)
def _listed() -> Mapping[str, frozenset[str]]:
    """The ids of the listed outlets by each of their plain names."""
    found: dict[str, frozenset[str]] = {}
    for row in rows("outlets"):
        for name in (name for column in ("ar", "en", "aliases") for name in row.all(column)):
            plain = _plain(name)
            found[plain] = found.get(plain, frozenset()) | {row.id}
    return found


def _hosts(url: str) -> tuple[str, ...]:
    found = re.match(r"(?:https?://)?(?:www\.)?([^/:?#]+)", url)
    return tuple(found.group(1).split(".")[:-1]) if found else ()


def _plain(name: str) -> str:
    """Letters and digits alone, without an article: Asharq Al-Awsat, aawsat."""
    return re.sub(r"^(?:al|ال)(?=.{3})", "", _WORD.sub("", folded(name).lower()))
