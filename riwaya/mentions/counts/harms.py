"""Words of harm (قتل, إصابة, نزوح) and the unit they give to the number of persons that they govern."""

from riwaya.mentions.line import Line
from riwaya.mentions.phrases import is_verb

_REACH = 14  # tokens between a word of harm and the number it governs
_BEHIND = 14  # tokens between a number and the verb of harm behind its noun: 6 من المسلحين قتلوا
_NEAR = 9  # tokens between a number and the words that part it: 30 من المسلحين بين قتيل وجريح
_STOPS = (".", "؛")


def harm(line: Line, at: int) -> str:
    """The unit that a word of harm counts: killed, wounded, captured, displaced; empty for other words."""
    if 0 <= at < len(line):
        for tag in line.tags[at]:
            if tag.table == "harms" and tag.kind:
                return tag.kind
    return ""


def governor(line: Line, at: int, floor: int) -> str:
    """The unit that a word of harm before the number, or behind its noun, gives it; people where two do."""
    if any(line.is_term(i, "casualties") for i in range(at + 1, min(at + _NEAR, len(line)))):
        return "people"
    for i in range(at - 1, max(floor, at - _REACH) - 1, -1):
        if line.form(i) in _STOPS:
            break
        unit = harm(line, i)
        if unit:
            return "people" if i > floor and _doubled(line, i, unit) else unit
        if is_verb(line, i) and not line.is_term(i, "auxiliary", "amounts"):
            break
    return _behind(line, at)


def _doubled(line: Line, at: int, unit: str) -> bool:
    """Whether another harm stands joined to this one: مقتل وإصابة, قتل وجرح."""
    other = harm(line, at - 1) if line.joined(at) else ""
    owned = line.form(at - 1).endswith("وا") or any(tag.pronoun for tag in line.tags[at - 1])
    return other not in ("", unit) and not owned


def _behind(line: Line, at: int) -> str:
    """The unit of the harm whose subject the number begins: 6 من المسلحين، قتلوا …, (تعرض) 6 من الحراس للإصابة."""
    number = line.number_at.get(at)
    first = next((i for i in range(at + 1, len(line)) if line.number_at.get(i) is not number or number is None), at + 1)
    for i in range(first, min(first + _BEHIND, len(line))):
        if harm(line, i) and (is_done(line, i) or line.form(i).startswith("لل")):
            return harm(line, i)
        if line.tokens[i].kind == "mark" and not _is_set_apart(line, i):
            break
        if is_verb(line, i) or line.is_term(i, "complementiser", "relative", "connective"):
            break
    return ""


def _is_set_apart(line: Line, at: int) -> bool:
    """Whether a mark stands before the verb of harm itself, or sets a name or a part of the subject apart."""
    if line.form(at) in "،,":
        return line.is_term(at + 1, "partof") or (harm(line, at + 1) != "" and not line.joined(at + 1))
    return line.form(at) in '«»"“”()'


def is_done(line: Line, at: int) -> bool:
    """Whether a token can be read as a verb in the perfect with nothing before it."""
    return any(tag.column == "perfect" and tag.cut == 0 for tag in line.tags[at])
