"""Words of harm (قتل, إصابة, نزوح) and the unit they give to the number of persons that they govern."""

from riwaya.mentions.line import Line
from riwaya.mentions.phrases import is_verb

_REACH = 14  # tokens between a word of harm and the number it governs
_BEHIND = 14  # tokens between a number and the verb of harm behind its noun: 6 من المسلحين قتلوا
_NEAR = 9  # tokens between a number and the words that part it: 30 من المسلحين بين قتيل وجريح
_ORDERED = 3  # tokens between a sentence and the harm that it orders
_STOPS = (".", "؛")
_TO = ("ala", "ila")  # the prepositions behind which what people are driven to stands
_TOLLS = frozenset(("killed", "wounded", "captured"))


def harm(line: Line, at: int) -> str:
    """The unit that a word of harm counts: killed, wounded, captured, displaced; empty for other words."""
    if 0 <= at < len(line):
        for tag in line.tags[at]:
            if tag.table == "harms" and tag.kind:
                return tag.kind
    return ""


def governor(line: Line, at: int, floor: int, *, persons: bool = True) -> str:
    """The unit that a word of harm before the number, or behind its noun, gives it; people where two do.

    Where the number counts no known persons, a word that loses other things as well gives none (خسر 20 مقعدا).
    """
    if in_casualties(line, at):
        return "people"
    for i in range(at - 1, max(floor, at - _REACH) - 1, -1):
        if line.form(i) in _STOPS:
            break
        unit = harm(line, i)
        if unit:
            if not persons and loses(line, i, "loss.", "fall."):
                return ""
            return "people" if i > floor and (_doubled(line, i, unit) or _is_sentence(line, i, floor)) else unit
        if line.tagged(i, "happenings", "legal"):
            return ""  # (قضت محكمة) بالسجن على ثلاثة جنود
        freed = line.tagged(i, "happenings", "release")
        if freed and freed.row["weight"] == "strong":
            return "captured"  # أفرج عن 20 عاملا
        if is_verb(line, i) and not line.is_term(i, "auxiliary", "amounts"):
            break
    return _behind(line, at)


def in_casualties(line: Line, at: int) -> bool:
    """Whether the words behind a number part it into dead and wounded: 30 مسلحا بين قتيل وجريح."""
    return any(line.is_term(i, "casualties") for i in range(at + 1, min(at + _NEAR, len(line))))


def _doubled(line: Line, at: int, unit: str) -> bool:
    """Whether another harm stands joined to this one: مقتل وإصابة, قتل وجرح."""
    other = harm(line, at - 1) if line.joined(at) else ""
    owned = line.form(at - 1).endswith("ا") or any(tag.pronoun for tag in line.tags[at - 1])
    return other in _TOLLS and unit in _TOLLS and other != unit and not owned


def loses(line: Line, at: int, *rows: str) -> bool:
    """Whether a word of harm is no more than one of loss or of falling, which things do as well as persons."""
    return 0 <= at < len(line) and all(tag.row.id.startswith(rows) for tag in line.tags[at] if tag.table == "harms")


def _is_sentence(line: Line, at: int, floor: int) -> bool:
    """Whether a court only orders the harm: حكم بإعدام ستة متهمين."""
    ordered = line.form(at).startswith("ب") and any(tag.table == "harms" and tag.cut for tag in line.tags[at])
    return ordered and any(line.tagged(i, "happenings", "legal") for i in range(max(at - _ORDERED, floor), at))


def _behind(line: Line, at: int) -> str:
    """The unit of the harm whose subject the number begins: 6 من المسلحين، قتلوا …, (تعرض) 6 من الحراس للإصابة."""
    number = line.number_at.get(at)
    first = next((i for i in range(at + 1, len(line)) if line.number_at.get(i) is not number or number is None), at + 1)
    for i in range(first, min(first + _BEHIND, len(line))):
        if harm(line, i) and (is_done(line, i) or line.form(i).startswith("لل") or _is_borne(line, i)):
            return harm(line, i)
        if line.tokens[i].kind == "mark" and not _is_set_apart(line, i):
            break
        if is_verb(line, i) or line.is_term(i, "complementiser", "relative", "connective"):
            break
    return ""


def _is_borne(line: Line, at: int) -> bool:
    """Whether a noun of harm stands where its subject bears it: (300 شخص) تم إيقافهم, (أجبرت الآلاف) على الفرار."""
    owned = any(tag.table == "harms" and tag.pronoun for tag in line.tags[at])
    if owned and (line.is_term(at - 1, "auxiliary") or any(tag.column == "imperfect" for tag in line.tags[at])):
        return True  # 300 شخص تم إيقافهم, شخص تحتجزهم
    driven = line.tagged(at - 1, "terms", "attach")
    if harm(line, at) != "displaced" or driven is None:
        return False
    return driven.row["value"] in _TO or line.is_term(at - 2, "auxiliary")  # تمكنوا من الفرار


def _is_set_apart(line: Line, at: int) -> bool:
    """Whether a mark stands before the verb of harm itself, or sets a name or a part of the subject apart."""
    if line.form(at) in "،,":
        return line.is_term(at + 1, "partof") or (harm(line, at + 1) != "" and not line.joined(at + 1))
    return line.form(at) in '«»"“”()'


def is_done(line: Line, at: int) -> bool:
    """Whether a token can be read as a verb in the perfect with nothing before it."""
    return any(tag.column == "perfect" and tag.cut == 0 for tag in line.tags[at])


def is_told(line: Line, at: int) -> bool:
    """Whether a token can be read as a verb in the perfect, with a conjunction before it or none."""
    return any(tag.column == "perfect" for tag in line.tags[at])
