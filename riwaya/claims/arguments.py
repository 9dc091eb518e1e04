"""Who did it to whom, and where: the arguments of a happening, from its leading word's frame."""

from collections.abc import Iterator

from riwaya.claims.happening import Happening
from riwaya.mentions.line import Line, Tag
from riwaya.mentions.mention import Mention
from riwaya.mentions.phrases import ends_phrase, is_verb, phrase_end

Phrase = tuple[int, int]  # first and last token, inclusive
Slots = dict[str, list[Phrase]]  # by the part they play
_ACTING = ("state", "force", "group", "government", "party", "organisation", "people")


def frame_of(tag: Tag) -> dict[str, str]:
    """The prepositions of a happening's row and the roles they mark."""
    return dict(part.partition("=")[::2] for part in tag.row.all("frame"))


def ruled(slots: Slots) -> dict[int, str]:
    """The part that the frame of the leading word gives to each phrase, by its first token."""
    return {first: role for role in ("place", "target", "agent") for first, _ in slots[role]}


def arguments(line: Line, slots: Slots) -> dict[str, list[Mention]]:
    """Agents, targets and places as mentions."""
    return {role: _mentions(line, phrases, slots, role) for role, phrases in slots.items()}


def given(line: Line, run: Phrase, told: Happening) -> Slots:
    """The agents, targets and places that grammar gives a happening in a run of tokens (half open)."""
    first, end = run
    slots: Slots = {"agent": [], "target": [], "place": []}
    if told.tag is not None:
        if told.tag.column in ("perfect", "imperfect"):
            _of_verb(line, first, end, told.tag, slots)
        else:
            _of_noun(line, first, end, told.tag, slots)
        _by_prepositions(line, first, end, told.tag, slots)
        _by_adjective(line, told.tag, end, slots)
    return slots


def _of_verb(line: Line, first: int, end: int, tag: Tag, slots: Slots) -> None:
    subject, obj = tag.row["subject"], tag.row["object"]
    before = _before(line, first, tag.first)
    at = tag.last + 1
    if _holds_subject(line, tag):
        at = tag.last
    if before:
        _fill(line, slots, subject, before, end)
    after = _next_phrase(line, at, end)
    if after and not before:
        _fill(line, slots, subject, after, end)
        after = _next_phrase(line, _list_end(line, after, end) + 1, end)
    if after and obj:
        _fill(line, slots, obj, after, end)


def _of_noun(line: Line, first: int, end: int, tag: Tag, slots: Slots) -> None:
    """A verbal noun: what follows in the genitive acts or suffers; what a light verb before it has as subject acts."""
    after = _next_phrase(line, tag.last + 1, end)
    if _holds_subject(line, tag):
        acting = (tag.last, min(phrase_end(line, tag.last), end - 1))
        _fill(line, slots, "agent", acting, end)
        after = _next_phrase(line, acting[1] + 1, end)
        if after and after[0] == acting[1] + 1:
            _fill(line, slots, tag.row["object"], after, end)
    elif after and after[0] == tag.last + 1 and not tag.article and not line.form(after[0]).startswith("ل"):
        role = _genitive_role(line, tag, after, end)
        _fill(line, slots, role, after, end)
    light = _light_verb(line, first, tag.first)
    if light is not None:
        subject = _before(line, first, light) or _next_phrase(line, light + 1, tag.first)
        kind = line.tagged(light, "terms", "auxiliary")
        if subject and kind:
            role = {"suffered": "target", "hit": "agent", "host": "place", "occur": "", "effect": ""}.get(
                kind.row["value"], "agent"
            )
            if role and subject[1] < tag.first:
                _fill(line, slots, role, subject, tag.first)


def _holds_subject(line: Line, tag: Tag) -> bool:
    """Whether a row of two words holds its own subject: قصفت طائرات, قصف الطيران."""
    return (
        tag.last == tag.first + 1
        and tag.row["subject"] == "agent"
        and (line.tagged(tag.last, "roles", "thing", "body") or line.tagged(tag.last, "means", "airstrike")) is not None
        and not line.form(tag.last).endswith("ا")
    )


def _genitive_role(line: Line, tag: Tag, phrase: Phrase, end: int) -> str:
    subject, obj = tag.row["subject"], tag.row["object"]
    if subject in ("target", "place") or not obj:
        return subject
    acting = _is_actor(line, phrase[0])
    behind = phrase[1] + 1
    has_object = behind < end and (
        (line.form(behind).startswith("ل") and line.glued(behind) > 0) or line.is_term(behind, "attach")
    )
    if acting and (has_object or (subject == "agent" and tag.row["type"] in ("territorial_change", "deployment"))):
        return "agent"
    if acting and line.name_at.get(phrase[0]):
        return "agent"
    return obj or "target"


def _is_actor(line: Line, at: int) -> bool:
    found = line.name_at.get(at)
    if found and found.means[0]["kind"] in _ACTING:
        return True
    tag = line.tagged(at, "roles", "body")
    if tag:
        return True
    people = line.tagged(at, "roles", "people")
    return people is not None and people.row["unit"] == "fighters"


def _light_verb(line: Line, first: int, noun: int) -> int | None:
    for at in range(noun - 1, max(first, noun - 14) - 1, -1):
        if line.is_term(at, "auxiliary"):
            return at
    return None


def _before(line: Line, first: int, verb: int) -> Phrase | None:
    """The noun phrase that opens the run and stands before its verb as the subject."""
    at = first
    while at < verb and (
        line.is_term(at, "auxiliary", "hedge", "future", "negation", "demonstrative") or at in line.time_at
    ):
        at += 1
    number = line.number_at.get(at)
    while at < verb and number is not None and line.number_at.get(at) is number:
        at += 1
    if at < verb and line.is_term(at, "ofword") and at > first:
        at += 1
    if at >= verb or not _nominal(line, at) or line.is_term(at, "preposition", "attach"):
        return None
    return at, min(phrase_end(line, at), verb - 1)


def _next_phrase(line: Line, at: int, end: int) -> Phrase | None:
    """The noun phrase at a token, past adverbs, times and numbers; None where a preposition or a verb comes first."""
    while at < end and (
        at in line.time_at or at in line.number_at or line.form(at) in ("،", ",", '"', "«", "“")
        or line.is_term(at, "adverb", "auxiliary", "demonstrative")
        or (at - 1 in line.number_at and line.is_term(at, "ofword"))
    ):  # fmt: skip
        at += 1
    if at >= end or not _nominal(line, at):
        return None
    return at, min(phrase_end(line, at), end - 1)


def _nominal(line: Line, at: int) -> bool:
    if line.tokens[at].kind != "word" or is_verb(line, at):
        return False
    if line.begins(at):
        return True
    return not line.is_term(
        at, "preposition", "attach", "connective", "complementiser", "negation", "relative", "conjunction", "pronoun"
    )


def _list_end(line: Line, phrase: Phrase, end: int) -> int:
    last = phrase[1]
    for _, tail in _joined(line, phrase, end):
        last = tail
    return last


def _joined(line: Line, phrase: Phrase, end: int) -> Iterator[Phrase]:
    """The phrases joined to one by 'and': الحوثيين وقوات صالح."""
    at = phrase[1] + 1
    while at < end and line.joined(at) == "و" and not is_verb(line, at) and _listed(line, at):
        last = min(phrase_end(line, at), end - 1)
        yield at, last
        at = last + 1


def _listed(line: Line, at: int) -> bool:
    return line.begins(at) is not None or line.tagged(at, "roles") is not None


def _fill(line: Line, slots: Slots, role: str, phrase: Phrase, end: int) -> None:
    if role not in slots:
        return
    place = line.place_at.get(phrase[0])
    area = line.tagged(phrase[0], "roles", "area")
    if role == "target" and phrase[0] not in line.name_at and (area or place):
        role = "place"
    if role == "place" and (
        phrase[0] in line.name_at or not (area or place or line.tagged(phrase[0], "roles", "site"))
    ):
        return
    slots[role].append(phrase)
    for also in _joined(line, phrase, end):
        slots[role].append(also)


def _by_prepositions(line: Line, first: int, end: int, tag: Tag, slots: Slots) -> None:
    """The phrases that the row's own prepositions bring, and whoever stands behind من قبل, على يد …"""
    frame = frame_of(tag)
    for at in line.where("terms", "preposition"):
        term = line.tagged(at, "terms", "preposition")
        if first <= at < end and term and term.row["value"] == "agent" and term.last + 1 < end:
            phrase = _next_phrase(line, term.last + 1, end)
            if phrase and (_is_actor(line, phrase[0]) or term.last > at):
                _fill(line, slots, "agent", phrase, end)
    for at in range(tag.last + 1, min(end, tag.last + 19)):
        form = line.form(at)
        role = frame.get(form, "")
        if role and at + 1 < end and line.is_term(at, "preposition", "attach"):
            phrase = _next_phrase(line, at + 1, end)
            if phrase and not slots.get(role):
                _fill(line, slots, role, phrase, end)
        elif form[:1] in frame and form[:1] in ("ل", "ب") and line.glued(at) == 1 and _nominal(line, at):
            role = frame[form[:1]]
            if role in slots and not slots[role]:
                _fill(line, slots, role, (at, min(phrase_end(line, at), end - 1)), end)


def _by_adjective(line: Line, tag: Tag, end: int, slots: Slots) -> None:
    """القصف التركي: an agent given only as an adjective is that adjective."""
    if tag.column != "noun" or slots["agent"]:
        return
    for at in range(tag.last + 1, min(tag.last + 4, end)):
        if line.tagged(at, "terms", "nationality") and not line.joined(at) and at not in line.place_at:
            slots["agent"].append((at, at))
            return
        if ends_phrase(line, at):
            return


def _mentions(line: Line, phrases: list[Phrase], slots: Slots, role: str) -> list[Mention]:
    out: list[Mention] = []
    taken: list[Phrase] = []
    held = [p for other in ("agent", "target") if other != role for p in slots[other]] if role == "place" else []
    for first, last in phrases:
        if any(a <= last and first <= b for a, b in taken) or any(a <= first and last <= b for a, b in held):
            continue
        taken.append((first, last))
        found = line.name_at.get(first) or line.place_at.get(first)
        out.append(line.mention(first, last, found.means[0].id if found else "rule.noun_phrase"))
    return out
