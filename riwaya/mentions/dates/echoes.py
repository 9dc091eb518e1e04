"""Words that say when by a time told before them: في اليوم نفسه, في اليوم التالي, منذ ذلك الحين, فجرا."""

from collections.abc import Container, Sequence
from typing import NamedTuple

from riwaya.mentions.dates.words import Page, may_begin, may_point_back, words
from riwaya.words.token import Token


class Echo(NamedTuple):
    """The tokens first..last that point back to a time, how (same, next, part, since), and the pack rows that say so."""

    first: int
    last: int
    how: str
    rows: tuple[str, ...]


def echoes(line: Sequence[Token], text: str, taken: Container[int], own: Container[int]) -> tuple[Echo, ...]:
    """What points back in a sentence, left to right; `taken` are the tokens of its times, `own` those of words for self."""
    if not any(may_point_back(token.form) for token in line):
        return ()
    begin = [at for at, token in enumerate(line) if at not in taken and may_begin(token.form)]
    page = Page(line, text, None, words(line, begin))
    found = [_since(page, at) or _day(page, at, own) or _part(page, at) for at in begin]
    out: list[Echo] = []
    for each in found:
        if each and not (out and each.first <= out[-1].last):
            out.append(each)
    return tuple(out)


def _since(page: Page, at: int) -> Echo | None:
    """منذ ذلك الحين, منذ ذلك اليوم: from the time told before on."""
    opener = page.row(at, "since")
    that = page.row(opener[0] + 1, "that") if opener else None
    if not opener or not that or not page.word(that[0] + 1):
        return None
    return Echo(at, that[0] + 1, "since", (opener[1].id, that[1].id))


def _day(page: Page, at: int, own: Container[int]) -> Echo | None:
    """اليوم نفسه, ذلك اليوم, اليوم التالي: the day told before, or the one after it."""
    that = page.row(at, "that")
    kinds = ("unit", "part", "night") if that else ("unit",)  # فجر نفسه is a blast
    unit = page.row(that[0] + 1 if that else at, *kinds)
    if not unit or (unit[1]["kind"] == "unit" and unit[1]["value"] != "day"):
        return None
    if that:
        return Echo(at, unit[0], "same", (that[1].id, unit[1].id))
    if unit[0] + 1 in own:
        return Echo(at, unit[0] + 1, "same", (unit[1].id,))
    shift = page.bare(unit[0] + 1, "shift")
    if shift and shift[1]["value"] == "1":
        return Echo(at, shift[0], "next", (unit[1].id, shift[1].id))
    return None


def _part(page: Page, at: int) -> Echo | None:
    """A part of the day alone, as an adverb: فجرا, ليلا."""
    part = page.bare(at, "part", "night")
    form = page.line[at].form
    if not part or part[0] != at or form.startswith("ال") or not form.endswith(("ا", "اء")):
        return None
    return Echo(at, at, "part", (part[1].id,))
