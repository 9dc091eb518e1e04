"""What is claimed: the content of a frame, or the report's own words, parted into one run a happening."""

from riwaya.mentions.line import Line, Tag
from riwaya.mentions.phrases import is_verb

Run = tuple[int, int]  # half-open token numbers
_STOPS = frozenset(".؟?!؛;")


def runs(line: Line, first: int, end: int) -> list[Run]:
    """The runs of tokens first..end (half open) that tell one happening each; one run where none is told."""
    cuts = [first]
    for at in range(first + 1, end):
        if line.joined(at) and line.is_term(at, "complementiser") and at - cuts[-1] > 2:
            cuts.append(at)
        elif _parts(line, at) and _told(line, cuts[-1], at) and _told(line, at, _next_cut(line, at, end)):
            if not _same_happening(line, cuts[-1], at):
                cuts.append(at)
    bounds = [*cuts, end]
    found = [trimmed(line, a, b) for a, b in zip(bounds, bounds[1:], strict=False)]
    return [run for run in found if run[0] < run[1]]


def _next_cut(line: Line, at: int, end: int) -> int:
    for later in range(at + 1, end):
        if _parts(line, later):
            return later
    return end


def _parts(line: Line, at: int) -> bool:
    """Whether a new happening may begin at this token."""
    if line.form(at - 1) in _STOPS:
        return True
    connective = line.tagged(at, "terms", "connective")
    if connective and connective.row["value"] == "part" and connective.cut <= 1:
        return True
    if not line.joined(at):
        return False
    if line.is_term(at, "complementiser"):
        return True
    if line.is_term(at, "auxiliary"):
        return True
    return is_verb(line, at) or _joined_noun(line, at)


def _joined_noun(line: Line, at: int) -> bool:
    """A verbal noun of its own behind a comma or 'and': … وتدمير منازلهم."""
    tag = line.tagged(at, "happenings")
    return tag is not None and tag.column == "noun" and tag.row["weight"] == "strong" and line.form(at - 1) in "،,"


def _told(line: Line, first: int, end: int) -> bool:
    """Whether a happening is told between two tokens."""
    return any(tag.row.table == "happenings" for at in range(first, end) for tag in line.tags[at])


def _same_happening(line: Line, first: int, at: int) -> bool:
    """Whether what begins at `at` only counts the harm of the happening before it: قتل 30 وأصيب العشرات."""
    connective = line.tagged(at, "terms", "connective")
    if connective or line.form(at - 1) in _STOPS:
        return False
    tag = line.tagged(at, "happenings")
    return tag is not None and harm(tag) and any(
        harm(old) or old.row["weight"] == "strong" for i in range(first, at) for old in line.tags[i] if old.row.table == "happenings"
    )


def harm(tag: Tag) -> bool:
    """Whether a happening word counts the dead and the hurt."""
    return tag.kind in ("killing",)


def trimmed(line: Line, first: int, end: int) -> Run:
    """A run without the marks, connectives and complementisers at its edges."""
    while first < end:
        tag = line.tagged(first, "terms", "connective", "complementiser", "conjunction", "relative", "opener")
        if line.tokens[first].kind == "mark" and not _opens_inside(line, first, end):
            first += 1
        elif tag and tag.cut <= 1 and tag.last < end:
            first = tag.last + 1
        else:
            break
    while end > first:
        if line.tokens[end - 1].kind == "mark" and not _closes_inside(line, first, end - 1):
            end -= 1
        elif line.is_term(end - 1, "connective", "conjunction") and line.tokens[end - 1].kind == "word":
            end -= 1
        else:
            break
    return first, end


def _opens_inside(line: Line, at: int, end: int) -> bool:
    """Whether a mark at the edge opens something that closes before the end, with words behind it."""
    if line.form(at) not in ("«", '"', "“", "("):
        return False
    number = line.quoted[at + 1] if at + 1 < end else -1
    if number < 0:
        return line.form(at) == "("
    last = max(i for i, q in enumerate(line.quoted) if q == number)
    return last + 2 < end


def _closes_inside(line: Line, first: int, at: int) -> bool:
    """Whether a closing mark at the end belongs to a quotation that opened inside the run."""
    if line.form(at) not in ("»", '"', "”", ")"):
        return False
    number = line.quoted[at - 1] if at > first else -1
    if number < 0:
        return line.form(at) == ")"
    opened = min(i for i, q in enumerate(line.quoted) if q == number)
    return opened - 1 > first
