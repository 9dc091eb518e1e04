"""What is claimed, to the word: the edges of a run, and the happenings told in passing inside it."""

from riwaya.mentions.line import CLOSES, COMMAS, OPENS, STOPS, Line
from riwaya.mentions.phrases import is_verb

Run = tuple[int, int]  # half-open token numbers
_DANGLING = ("connective", "conjunction", "complementiser", "relative", "preposition")  # words that nothing ends with
_BREAKS = STOPS | set(COMMAS)


def _joints(line: Line, first: int, end: int) -> list[int]:
    """The tokens between two at which a new happening may begin."""
    if line.joints is None:
        behind_stops = (at + 1 for at, token in enumerate(line.tokens[:-1]) if token.form in STOPS)
        connected = (at for at in line.where("terms", "connective") if at and _parts_clauses(line, at))
        joined = (at for at in line.joins() if at and _opens_anew(line, at))
        line.joints = tuple(sorted({*behind_stops, *connected, *joined}))
    return [at for at in line.joints if first <= at < end]


def _parts_clauses(line: Line, at: int) -> bool:
    connective = line.tagged(at, "terms", "connective")
    return connective is not None and connective.row["value"] == "part" and connective.cut <= 1


def _opens_anew(line: Line, at: int) -> bool:
    """Whether a new happening may begin at this token, which is joined to what stands before it."""
    if line.is_term(at, "complementiser"):
        return True
    auxiliary = line.tagged(at, "terms", "auxiliary")
    if auxiliary and auxiliary.cut <= 1:
        return auxiliary.row["value"] != "effect"  # وأسفرت عن: what comes of the happening before it
    if _joined_noun(line, at):
        return True
    strong = any(tag.row["weight"] == "strong" or tag.table == "cues" for tag in line.tags[at])
    return is_verb(line, at) and (strong or line.tokens[at - 1].kind == "mark")


def _joined_noun(line: Line, at: int) -> bool:
    """A verbal noun of its own behind a comma or 'and': … وتدمير منازلهم."""
    tag = line.tagged(at, "happenings")
    return tag is not None and tag.column == "noun" and tag.row["weight"] == "strong" and line.form(at - 1) in COMMAS


def trimmed(line: Line, first: int, end: int) -> Run:
    """A run without the marks, connectives and complementisers at its edges."""
    while first < end:
        tag = line.tagged(first, "terms", "connective", "complementiser", "conjunction", "relative", "opener")
        if line.tokens[first].kind == "mark" and not _opens_inside(line, first, end):
            first += 1
        elif tag and tag.cut <= 1 and tag.last < end and not _opens_as_verb(line, first):
            first = tag.last + 1
        else:
            break
    while end > first:
        if (line.tokens[end - 1].kind == "mark" and not _closes_inside(line, first, end - 1)) or (
            line.tokens[end - 1].kind == "word" and end - 1 not in line.name_at and line.is_term(end - 1, *_DANGLING)
        ):
            end -= 1
        else:
            break
    return first, end


def _opens_as_verb(line: Line, at: int) -> bool:
    """Whether a word that links elsewhere is the verb that opens a sentence: خلف | الانفجار 14 قتيلا."""
    return (
        at == 0
        and line.tagged(at, "terms", "auxiliary") is not None
        and line.tagged(at, "terms", "preposition") is not None
    )


def _opens_inside(line: Line, at: int, end: int) -> bool:
    """Whether a mark at the edge opens something that closes before the end, with words behind it."""
    if line.form(at) not in OPENS:
        return False
    number = line.quoted[at + 1] if at + 1 < end else -1
    if number < 0:
        return line.form(at) == "("
    last = max(i for i, q in enumerate(line.quoted) if q == number)
    return last + 2 < end


def _closes_inside(line: Line, first: int, at: int) -> bool:
    """Whether a closing mark at the end belongs to a quotation that opened inside the run."""
    if line.form(at) not in CLOSES:
        return False
    number = line.quoted[at - 1] if at > first else -1
    if number < 0:
        return line.form(at) == ")"
    opened = min(i for i, q in enumerate(line.quoted) if q == number)
    return opened - 1 > first


def embedded(line: Line, run: Run, lead: int) -> list[tuple[Run, str]]:
    """The happenings told in passing inside a run, each with how it hangs on: in a relative clause, behind a preposition
    (بعد سيطرتهم على …), joined, or as a bare noun; `lead` is the token of the run's own happening."""
    out: list[tuple[Run, str]] = []
    free = lead + 3
    for at in line.where("happenings"):
        tag = line.tagged(at, "happenings")
        if (
            tag is None
            or not run[0] <= at < run[1]
            or abs(at - lead) < 3
            or (at < free and at > lead)
            or _named_over(line, at)
        ):
            continue
        begins, how = _hangs(line, at, run[0])
        ends = _passing_end(line, at + 1, run[1])
        found = trimmed(line, begins, ends)
        if found[1] - found[0] >= 3 and found != run:
            out.append((found, how))
            free = max(at + 3, tag.last + 2)
    return out


def _named_over(line: Line, at: int) -> bool:
    found = line.name_at.get(at)
    return found is not None and found.last > found.first


def _hangs(line: Line, at: int, floor: int) -> tuple[int, str]:
    """Where the words of a happening told in passing begin, and what they hang on."""
    for back in range(at - 1, max(floor, at - 4) - 1, -1):
        if line.is_term(back, "relative"):
            begins = back
            while begins - 1 > floor and back - begins < 3 and not _breaks(line, begins - 1):
                begins -= 1
            return begins, "relative"
        if line.tokens[back].kind == "mark":
            return back + 1, "comma"
    term = line.tagged(at - 1, "terms", "preposition", "connective", "attach")
    if term and at - 1 >= floor:
        return at, f"behind:{term.row['value'] or term.kind}"
    if line.joined(at):
        return at, "joined"
    return at, "noun" if (tag := line.tagged(at, "happenings")) and tag.column == "noun" else "verb"


def _breaks(line: Line, at: int) -> bool:
    return (
        line.tokens[at].kind == "mark"
        or line.is_term(at, "preposition", "attach", "connective", "complementiser", "conjunction")
        or is_verb(line, at)
    )


def _passing_end(line: Line, at: int, end: int) -> int:
    """Where words in passing end: at a comma, a further joined verb or a connective."""
    end = next(iter(_joints(line, at, end)), end)
    return next((mark for mark in range(at, end) if line.form(mark) in _BREAKS), end)
