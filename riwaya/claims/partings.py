"""Where one happening of a content ends and the next begins, and the signs that show it: what the parting weights are
weights of."""

from collections.abc import Iterator
from itertools import chain, pairwise

from riwaya.claims.happening import told
from riwaya.claims.weighing import logistic, total
from riwaya.mentions.line import COMMAS, OPENS, STOPS, Line, once
from riwaya.mentions.phrases import is_verb, looks_imperfect

_PARTING = ("connective", "conjunction", "complementiser", "relative")
LEAST = 2  # tokens that tell a happening
_PARTED = 0.3  # a parting likelier than this is made
_HOPELESS = -2.5  # a token whose own signs weigh less has nothing around it that makes up for them
_NEAR = 8  # tokens behind a parting in which the next happening is looked for


def parted(line: Line, first: int, end: int) -> list[tuple[int, int]]:
    """The stretches (half open) of the tokens first..end that tell one happening each; one where none is told."""
    cuts = [first]
    for at in range(first + LEAST, end - 1):
        if at - cuts[-1] >= LEAST and may_part(line, at):
            stopped = line.form(at - 1) in STOPS and told(line, cuts[-1], at) and told(line, at, end)
            if stopped or _likely(line, (first, end), cuts[-1], at):
                cuts.append(at)
    return list(pairwise((*cuts, end)))


def _likely(line: Line, stretch: tuple[int, int], begun: int, at: int) -> bool:
    """Whether the signs of a parting speak for it; those of the token alone can rule it out."""
    alone = total("partings", _of_token(line, stretch, at))
    if alone < _HOPELESS:
        return False
    return logistic(alone + total("partings", _before_and_after(line, stretch, begun, at))) > _PARTED


def may_part(line: Line, at: int) -> bool:
    """Whether a new happening may begin at a token: behind a mark, joined, behind a word that links, or told there."""
    if line.tokens[at].kind == "mark" or (line.form(at - 1) in OPENS and line.is_term(at, "preposition", "attach")):
        return False
    if line.joined(at):
        return True
    if line.tokens[at - 1].kind == "mark":
        return True
    if line.is_term(at, "complementiser") and any(line.tagged(near, "terms", "hedge") for near in (at - 1, at - 2)):
        return False  # من المرجح | أن
    return any(tag.table == "happenings" or (tag.table == "terms" and tag.kind in _PARTING) for tag in line.tags[at])


def parting_signs(line: Line, stretch: tuple[int, int], begun: int, at: int) -> Iterator[str]:
    """The signs of a parting before the token `at` in the tokens stretch[0]..stretch[1] (half open), where the happening
    told last began at `begun`."""
    return chain(_of_token(line, stretch, at), _before_and_after(line, stretch, begun, at))


def _of_token(line: Line, stretch: tuple[int, int], at: int) -> Iterator[str]:
    """The signs of the token that a parting stands before, and of its neighbours."""
    end = stretch[1]
    joined = line.joined(at)
    mark = line.form(at - 1) if line.tokens[at - 1].kind == "mark" else ""
    yield "bias"
    yield f"mark:{mark}"
    yield f"joined:{joined}"
    yield f"word:{line.form(at)}"
    yield f"word+1:{line.form(at + 1) if at + 1 < end else ''}"
    yield f"word-1:{line.form(at - 1)}"
    for tag in line.tags[at]:
        if tag.table == "terms":
            yield f"term:{tag.kind}:{tag.row['value']}"
            yield f"row:{tag.row.id}"
        elif tag.table == "happenings":
            yield f"told:{tag.column}:{tag.row['weight']}"
            yield f"told:{tag.row['type']}"
            if tag.cut > len(joined):
                yield "told:governed"
        else:
            yield f"table:{tag.table}:{tag.kind}"
    here, following = _class(line, stretch, at), _class(line, stretch, at + 1)
    yield f"class:{here}"
    yield f"class+1:{following}"
    yield f"class+2:{_class(line, stretch, at + 2)}"
    yield f"class-1:{_class(line, stretch, at - 1)}"
    yield f"class-2:{_class(line, stretch, at - 2)}"
    yield f"classes:{here}:{following}"
    yield f"joinedclass:{joined}:{here}"
    yield f"markclass:{mark}:{joined}:{here}"


def _before_and_after(line: Line, stretch: tuple[int, int], begun: int, at: int) -> Iterator[str]:
    """The signs of what is told on either side of a parting, and of how long either side is."""
    first, end = stretch
    upto = _next(line, at, end)
    left, rest = told(line, begun, at), told(line, at, end)
    right = [tag for tag in rest if tag.last < min(upto, at + _NEAR)]
    yield f"left:{min(3, len(left))}"
    yield f"right:{min(2, len(right))}"
    yield f"rest:{min(3, len(rest))}"
    yield f"told:{bool(left):d}{bool(right):d}{bool(rest):d}"
    if right:
        yield f"right:{right[0].row['type']}"
        yield f"right:{right[0].column}"
        yield f"right:{right[0].row['weight']}"
        yield f"right:in:{min(4, right[0].first - at)}"
    if left:
        yield f"left:{left[0].row['type']}"
        yield f"last:{left[-1].row['type']}"
    if left and right:
        yield f"types:{left[0].row['type']}:{right[0].row['type']}"
        yield f"same:{bool({tag.kind for tag in left} & {tag.kind for tag in right}):d}"
    yield f"length:left:{min(6, (at - begun) // 3)}"
    yield f"length:rest:{min(6, (end - at) // 3)}"
    yield f"length:right:{min(5, (upto - at) // 2)}"
    verb = next((min(3, later - at) for later in range(at, upto) if _verbal(line, later)), "none")
    yield f"verb:{verb}"
    yield f"verbs:{_next_verb(line, begun) < at:d}:{verb}"
    yield f"quoted:{line.quoted[at] >= 0:d}"
    for name, found in (
        ("place", line.place_at),
        ("number", line.number_at),
        ("name", line.name_at),
        ("time", line.time_at),
    ):
        if found and any(i in found for i in range(at, upto)):
            yield f"right:{name}"
    if any(place.first < at and place.last >= begun for place in line.places):
        yield "left:place"
    if _in_relative(line, begun, at):
        yield "inside:relative"
    before = line.forms()[first:at]
    if before.count("(") > before.count(")"):
        yield "inside:brackets"


def _next(line: Line, at: int, end: int) -> int:
    """Where the words that follow one another unbroken from a parting end: at a mark, a joined word or one that links."""
    return next((later for later in range(at + 1, end) if _breaks(line, later)), end)


@once
def _breaks(line: Line, at: int) -> bool:
    return line.tokens[at].kind == "mark" or line.joined(at) != "" or line.is_term(at, *_PARTING)


def _in_relative(line: Line, begun: int, at: int) -> bool:
    if not line.where("terms", "relative"):
        return False
    for back in range(at - 1, begun - 1, -1):
        if line.is_term(back, "relative"):
            return True
        if line.form(back) in COMMAS:
            return False
    return False


@once
def _next_verb(line: Line, at: int) -> int:
    """The first verb from a token on, the end of the sentence where none follows."""
    return next((later for later in range(at, len(line)) if _verbal(line, later)), len(line))


@once
def _verbal(line: Line, at: int) -> bool:
    if not line.tags[at]:
        return looks_imperfect(line, at)
    return is_verb(line, at) or line.tagged(at, "terms", "auxiliary") is not None


def _class(line: Line, stretch: tuple[int, int], at: int) -> str:
    """What a token is, in one word; what lies outside a stretch is its edge."""
    return _kind(line, at) if stretch[0] <= at < stretch[1] else "edge"


@once
def _kind(line: Line, at: int) -> str:
    """What a token is, in one word: of what table, or by its shape."""
    if line.tokens[at].kind != "word":
        return line.tokens[at].kind
    tags = line.tags[at]
    for tag in tags:
        if tag.table == "happenings":
            return tag.column
    for tag in tags:
        if tag.table == "terms":
            return tag.kind
    if tags:
        return tags[0].table
    if at in line.name_at:
        return "name"
    if at in line.place_at:
        return "place"
    form = line.form(at)
    return "imperfect" if form[0] in "يت" else "definite" if form.startswith("ال") else "word"
