"""The signs by which a run of words shows what kind of happening it tells: what the type weights are weights of."""

from collections.abc import Iterator
from functools import lru_cache

from riwaya.claims.happening import Happening, standing, told
from riwaya.mentions.line import Line, Tag
from riwaya.words.fold import KEPT

_UNITS = frozenset(
    ("killed", "wounded", "captured", "displaced", "fighters", "vehicles", "munitions", "money", "buildings")
)


def signs(line: Line, run: tuple[int, int], what: Happening, act: str, voice: str, before: str) -> Iterator[str]:
    """The signs of the tokens run[0]..run[1] (half open) that tell `what`, said with an act and a voice.

    `before` is the type that led the run before.
    """
    first, end = run
    tags = told(line, first, end)
    yield "bias"
    yield f"act:{act}"
    yield f"voice:{'narrative' if voice == 'narrative' else 'said'}"
    yield f"before:{before}"
    yield f"length:{min(4, (end - first) // 6)}"
    weight = what.tag.row["weight"] if what.tag else "none"
    yield f"rule:{what.type}"
    yield f"rule:{what.type}:{weight}:{standing(line, what.tag.first, first) if what.tag else 'none'}"
    yield from _leads(tags, first)
    for tag in tags:
        yield f"tells:{tag.kind}"
        yield f"row:{tag.row.id}"
        yield f"{standing(line, tag.first, first)}:{tag.kind}"
    others = {tag.kind for tag in told(line, 0, len(line)) if tag.last < first or tag.first >= end}
    yield from (f"beside:{kind}" for kind in sorted(others))
    yield from sorted(set(_around(line, first, end)))
    yield from sorted({_word(token.form) for token in line.tokens[first:end]} - {""})


def _leads(tags: list[Tag], first: int) -> Iterator[str]:
    strong = [tag for tag in tags if tag.row["weight"] == "strong"]
    lead = strong[0] if strong else tags[0] if tags else None
    if lead is None:
        yield "lead:none"
        return
    yield f"lead:{lead.kind}"
    yield f"lead:{lead.kind}:{lead.row['weight']}:{'noun' if lead.column == 'noun' else 'verb'}"
    yield f"leadrow:{lead.row.id}"
    yield f"first:{tags[0].kind}:{min(3, (tags[0].first - first) // 3)}"
    verbs = [tag for tag in tags if tag.column != "noun"]
    yield f"verb:{verbs[0].kind if verbs else 'none'}"


def _around(line: Line, first: int, end: int) -> Iterator[str]:
    for tags in line.tags[first:end]:
        for tag in tags:
            table = tag.table
            if table == "means":
                yield f"means:{tag.kind}"
                yield f"row:{tag.row.id}"
            elif table == "harms":
                yield f"harm:{tag.kind}"
            elif table == "roles" and tag.row["unit"] in _UNITS:
                yield f"unit:{tag.row['unit']}"
            elif table == "roles" and tag.kind in ("site", "area", "thing"):
                yield f"kind:{tag.kind}"
            elif table == "terms" and tag.kind in ("negation", "future", "auxiliary", "hedge"):
                yield f"{tag.kind}:{tag.row['value']}"
    for at, found in line.name_at.items():
        if first <= at < end:
            yield f"name:{found.means[0]['kind']}"
    if any(first <= at < end for at in line.number_at):
        yield "number"
    if any(first <= at < end for at in line.place_at):
        yield "place"


@lru_cache(maxsize=KEPT)
def _word(form: str) -> str:
    """The sign of a word; short ones are none."""
    stem = _stem(form)
    return f"word:{stem}" if len(stem) > 2 else ""


def _stem(form: str) -> str:
    """A word without what is glued before it and without the article, as one form for many."""
    if form.startswith(("وال", "بال", "فال", "كال")) and len(form) > 5:
        return form[3:]
    if form.startswith(("ال", "لل")) and len(form) > 4:
        return form[2:]
    return form[1:] if form.startswith("و") and len(form) > 4 else form
