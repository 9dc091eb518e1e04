"""Who speaks: the words between a cue and its content become a source, what it speaks for, and the relays."""

from riwaya.claims.claim import Source
from riwaya.claims.memory import Memory
from riwaya.mentions.line import CLOSES, OPENS, SINGLE_OPENS, Line
from riwaya.mentions.mention import Mention
from riwaya.mentions.phrases import (
    counted,
    ends_phrase,
    is_function,
    is_verb,
    naming_end,
    past_addressee,
    person_name,
    phrase_end,
)
from riwaya.words.fold import folded
from riwaya.words.span import Span

_OPEN = (*OPENS, *SINGLE_OPENS)
_SKIPPED = ("،", ",", ":", *_OPEN)
_ISSUED = frozenset(("material.byan", "material.tqryr", "material.drasa", "material.rsala", "material.blagh"))
_SPOKEN_FOR = ("title", "position")


def speaker(
    line: Line, zone: tuple[int, int], memory: Memory, own: frozenset[str]
) -> tuple[Source | None, tuple[Source, ...]]:
    """The origin named in a zone of tokens, and the relays it came through; the report's own outlet is no relay."""
    first, end = _trimmed(line, *zone)
    passed = relays(line, first, end, own)
    if first >= end:
        return None, passed
    spoken_to = past_addressee(line, first)
    head = speak_of(line, spoken_to if spoken_to < end else first, end, memory)
    if head is not None and head.kind == "media" and (told := _told_by(line, first + 1, end, memory)):
        mine = head.mention is not None and head.mention.entry in own
        head, passed = told, passed if mine else (head, *passed)
    return head, tuple(relay for relay in passed if head is None or relay.name != head.name)


def _told_by(line: Line, first: int, end: int, memory: Memory) -> Source | None:
    """Who told a medium what it says it learned: علمت «…» من مصدر أن, حسبما نقلت الوكالة عن مصدر, أبلغ «…» مصدر أن."""
    for at in range(first, end - 1):
        attach = line.tagged(at, "terms", "attach")
        if (
            attach
            and attach.row["value"] in ("min", "an")
            and not line.tagged(at - 1, "terms", "ofword")  # صحف مقربة | من الحزب
            and line.tagged(at + 1, "roles", "unnamed", "position", "title", "body")
        ):
            return speak_of(line, at + 1, end, memory)
        if (
            line.form(at) in CLOSES
            and not line.form(at + 1).startswith("ال")
            and line.tagged(at + 1, "roles", "unnamed", "position", "title") is not None
        ):
            return speak_of(line, at + 1, end, memory)
    return None


def relays(line: Line, first: int, end: int, own: frozenset[str]) -> tuple[Source, ...]:
    """The media in a zone that pass a statement on: لـ«رويترز», عبر صفحته, نقلته وكالة …"""
    out: list[Source] = []
    at = first
    while at < end:
        found = line.name_at.get(at)
        medium = found is not None and found.first == at and found.means[0].table == "outlets"
        noun = line.tagged(at, "roles", "media")
        if (medium or noun) and _passes_on(line, first, at):
            last = min(phrase_end(line, at), end - 1)
            if found and found.first == at:
                last = max(last, found.last)
            entry = found.means[0].id if found and medium else _outlet_in(line, at, last)
            if entry not in own and not _is_own(line, at, last, own):
                mention = _noun_phrase(line, at, last, entry or (noun.row.id if noun else ""))
                out.append(Source(mention, _plain(mention.text), "media"))
            at = last
        at += 1
    return tuple(out)


def _is_own(line: Line, first: int, last: int, own: frozenset[str]) -> bool:
    """Whether a medium is the report's own outlet by the name that the report gives for itself."""
    words = {
        form.removeprefix("ل").removeprefix("لل")
        for at in range(first, last + 1)
        if (form := line.form(at)) and line.tokens[at].kind == "word"
    }
    return any(words <= set(name.split()[1:]) for name in own if name.startswith("name: "))


def _outlet_in(line: Line, first: int, last: int) -> str:
    for at in range(first, last + 1):
        found = line.name_at.get(at)
        if found and found.means[0].table == "outlets":
            return found.means[0].id
    return ""


def _passes_on(line: Line, first: int, at: int) -> bool:
    """Whether a medium stands where a relay stands: behind ل, a passing-on phrase or a relaying verb."""
    if line.form(at).startswith("ل") and line.glued(at) >= 1:
        return True
    if line.form(at).startswith("ل") and line.name_at.get(at) and line.name_at[at].clitic:
        return True
    back = at - 1
    while back >= first and (line.tokens[back].kind == "mark" or line.form(back) == "ـ"):
        back -= 1
    if back >= first and line.form(back) in ("ل", "لـ"):
        return True
    for near in range(max(first, at - 4), at):
        tag = line.tagged(near, "cues")
        if line.tagged(near, "terms", "passon") or (tag and tag.column in ("perfect", "imperfect", "fixed")):
            return True
        if line.tagged(near, "roles", "material") and near > first:
            return True
    return False


def _trimmed(line: Line, first: int, end: int) -> tuple[int, int]:
    while first < end and (
        (line.tokens[first].kind == "mark" and line.form(first) not in _OPEN)
        or line.is_term(first, "adverb", "auxiliary", "demonstrative")
        or first in line.time_at
    ):
        first += 1
    return first, end


def _noun_phrase(line: Line, first: int, last: int, entry: str) -> Mention:
    while last > first and line.form(last) in _SKIPPED:
        last -= 1
    return line.mention(first, last, entry)


def _plain(words: str) -> str:
    """A name without marks around it, and with the article that a preposition hides: للدفاع المدني."""
    bare = words.strip(" \"«»“”()'،")
    return "ال" + bare[2:] if bare.startswith("لل") else bare


def introduce(line: Line, memory: Memory) -> None:
    """Remember the persons that a line names behind an office or a title, whether they speak in it or not."""
    for found in line.names:
        if found.means[0]["kind"] == "person":
            source = Source(
                line.mention(found.first, found.last, found.means[0].id),
                _full(line, found.first, found.last, memory),
                "person",
            )
            memory.keep(source, _roles(line, max(0, found.first - 4), found.last + 3))
    free = 0
    for at in line.where("roles", *_SPOKEN_FOR):
        if at < free or at in line.name_at:
            continue
        limit = naming_end(line, at, 14)
        named = person_name(line, at + 1, limit) if limit > at + 1 else None
        if named and named[1] > named[0]:
            source = Source(line.mention(*named, "rule.person_behind_office"), _full(line, *named, memory), "person")
            memory.keep(source, _roles(line, at, named[0]))
            free = named[1] + 1


def speak_of(line: Line, first: int, end: int, memory: Memory) -> Source | None:
    """The source whose naming begins at `first` and may run to `end`, with full names from memory."""
    if line.form(first) in _OPEN and first not in line.name_at and first + 1 < end:
        first += 1
    head = counted(line, first)
    if first < head < end:
        return _some_of(line, first, head, end, memory)
    found = line.name_at.get(first)
    row = found.means[0] if found and found.first == first else None
    tag = line.tagged(first, "roles", "title", "position", "body", "unnamed", "media", "material", "people")
    person = row is not None and row["kind"] == "person"
    if person and found:
        name = _behind_office(line, first, found.last)
        mention, full = line.mention(name, found.last, found.means[0].id), _full(line, name, found.last, memory)
        of = _spoken_for(line, first, name, end, found.last) if name > first else None
        if of and of.span.end > line.tokens[name].span.start:
            span = Span(of.span.start, line.tokens[name - 1].span.end)
            of = Mention(span, span.of(line.text), of.entry)
        return _keep(memory, Source(mention, full, "person", of), _roles(line, first, found.last + 3))
    if row is not None and row.table == "outlets":
        last = max(min(phrase_end(line, first), end - 1), found.last if found else first)
        return _keep(memory, _named(line, first, last, "media", row.id, memory), _kin(line, first, last, row.id))
    if row is not None:
        last = max(min(phrase_end(line, first), end - 1), found.last if found else first)
        return _keep(memory, _named(line, first, last, "body", row.id, memory), _kin(line, first, last, row.id))
    if tag is None:
        return _unlisted(line, first, end, memory)
    if tag.kind in _SPOKEN_FOR:
        return _officer(line, first, end, memory)
    return _described(line, first, end, tag.kind, memory)


def _behind_office(line: Line, first: int, last: int) -> int:
    """The first token of a person's own name where a list has it with the office: وزير الخارجية المصري | سامح شكري."""
    if not line.tagged(first, "roles", *_SPOKEN_FOR):
        return first
    name = first + 1
    while name < last and (line.form(name).startswith("ال") or line.tagged(name, "roles", *_SPOKEN_FOR, "body")):
        name += 1
    return name if name < last else first


def _some_of(line: Line, first: int, head: int, end: int, memory: Memory) -> Source | None:
    """One or some of those a noun names (أحد السكان), or the latest of what it names (آخر حصيلة للبلدية)."""
    source = speak_of(line, head, end, Memory())
    unlisted = source is not None and source.mention is not None and source.mention.entry == "rule.unlisted_noun"
    if source is None or source.mention is None or not (source.kind in ("unnamed", "person") or unlisted):
        return source and _keep(memory, source, frozenset())
    if source.kind == "person" and line.tagged(head, "roles", "title", "unnamed", "people"):
        return _keep(memory, source, _roles(line, head, end))
    last = max(at for at in range(head, end) if line.tokens[at].span.end <= source.mention.span.end)
    mention = line.mention(first, last, source.mention.entry)
    return _keep(memory, Source(mention, _plain(mention.text), "unnamed", source.of), _roles(line, head, head + 1))


def _officer(line: Line, first: int, end: int, memory: Memory) -> Source | None:
    """A title or an office, with the name behind it, or without one."""
    roles = _roles(line, first, end)
    stop = _first_relay(line, first, end)
    kunya = line.tagged(first, "terms", "nameparticle") is not None
    named = person_name(line, first if kunya else first + 1, stop)
    at = _listed_person(line, first, stop)
    if at is not None:
        named = at
    if named:
        full = _full(line, *named, memory)
        mention = line.mention(*named, "rule.person_behind_office")
        return _keep(memory, Source(mention, full, "person", _spoken_for(line, first, named[0], stop, named[1])), roles)
    definite = line.form(first).startswith("ال") or phrase_end(line, first) > first
    last = min(phrase_end(line, first), stop - 1)
    of = _spoken_for(line, first, last + 1, stop, last)
    office = _roles(line, first, last + 1)
    old = memory.by_role(office, ("person",)) or (None if of else memory.by_role(office))
    if definite and old and _speaks_for_the_same(old, of):
        return Source(line.mention(first, last, "rule.resolved_by_office"), old.name, old.kind, old.of)
    mention = line.mention(first, last, "rule.office_without_name")
    return _keep(memory, Source(mention, mention.text, "unnamed", of), roles)


def _speaks_for_the_same(old: Source, of: Mention | None) -> bool:
    """Whether an office that names its body can be that of a speaker named before: not the army's spokesman for the ministry's."""
    if of is None or old.of is None:
        return True
    return bool(set(folded(of.text).split()) & set(folded(old.of.text).split()) - {""})


def _described(line: Line, first: int, end: int, kind: str, memory: Memory) -> Source | None:
    """A body, a medium, a document or an unnamed source."""
    roles = _roles(line, first, first + 1)
    stop = _first_relay(line, first, end)
    if kind == "material":
        issuer = _issuer(line, first, stop, memory)
        if issuer:
            return _keep(memory, issuer, roles)  # so that البيان names it from here on
        if (
            line.form(first).startswith("ال")
            and memory.chain
            and memory.chain[0].kind in ("body", "person")
            and roles & _ISSUED
        ):
            return Source(
                line.mention(first, first, "rule.statement_of_speaker"),
                memory.chain[0].name,
                memory.chain[0].kind,
                memory.chain[0].of,
            )
    definite = line.form(first).startswith(("ال", "لل"))
    if kind in ("unnamed", "people", "material"):
        last = min(_description_end(line, first, stop), stop - 1)
    else:
        last = min(phrase_end(line, first), max(first, stop - 1))
    partitive = any(
        line.tagged(at, "terms", "attach") and line.form(at).startswith("م") for at in range(first + 1, stop)
    )
    if kind in ("unnamed", "people") and not partitive and (named := person_name(line, first + 1, stop)):
        mention = line.mention(*named, "rule.person_behind_description")
        return _keep(
            memory,
            Source(mention, _full(line, *named, memory), "person", _spoken_for(line, first, named[0], stop, named[1])),
            roles,
        )
    entry = (line.tagged(first, "roles", kind) or line.tags[first][0]).row.id
    short = last - first <= 1
    if definite and short and (old := memory.by_role(roles)):
        return Source(line.mention(first, last, "rule.resolved_by_noun"), old.name, old.kind, old.of)
    mention = _noun_phrase(line, first, last, entry)
    as_kind = {"people": "unnamed"}.get(kind, kind)
    of = _spoken_for(line, first, last + 1, stop, last) if as_kind == "unnamed" else None
    return _keep(memory, Source(mention, _plain(mention.text), as_kind, of), roles)


def _issuer(line: Line, first: int, stop: int, memory: Memory) -> Source | None:
    """The body that issued a statement: بيان للخارجية, بيان التحالف."""
    beside = line.tagged(first + 1, "roles", "body") or first + 1 in line.name_at
    if line.form(first).startswith("ال") and beside and not line.form(first + 1).startswith("ل"):
        return None  # دعا التقرير | مجلس الأمن: a definite word owns nothing
    for at in range(first + 1, min(first + 5, stop)):
        if line.tokens[at].kind == "mark" or line.is_term(at, "relative") or is_verb(line, at):
            return None
        found = line.name_at.get(at)
        if (found and found.first == at) or line.tagged(at, "roles", "body", "position"):
            return speak_of(line, at, stop, memory)
    return None


def _unlisted(line: Line, first: int, end: int, memory: Memory) -> Source | None:
    """A noun phrase that no list knows: a person's name, a name met before, or a body."""
    if line.form(first) in _OPEN:
        first += 1
    stop = _first_relay(line, first, end)
    if first >= stop or line.tokens[first].kind != "word":
        return None
    last = first
    while last + 1 < stop and not ends_phrase(line, last + 1) and last - first < 5:
        last += 1
    words = tuple(line.form(at) for at in range(first, last + 1))
    whole = person_name(line, first, stop)
    named_twice = whole is not None and whole[0] == first and whole[1] > first
    for upto in range(len(words), 0, -1):
        old = memory.by_name(words[:upto])
        if old and line.tagged(first + upto - 1, "terms", "nameparticle"):
            continue  # عبد | العزيز
        if old and upto == 1 and named_twice and line.tagged(first, "terms", "givenname") and not _alike(words, old):
            continue  # he who bears the same given name
        if old:
            return Source(line.mention(first, first + upto - 1, "rule.named_before"), old.name, old.kind, old.of)
    named = person_name(line, first, stop)
    if named and named[0] == first:
        mention = line.mention(*named, "rule.person_name")
        return _keep(
            memory,
            Source(mention, mention.text, "person", _spoken_for(line, named[1] + 1, stop, stop, named[1])),
            _roles(line, named[1] + 1, stop),
        )
    if is_function(line, first):
        return None
    last = min(phrase_end(line, first), stop - 1)
    mention = _noun_phrase(line, first, last, "rule.unlisted_noun")
    alone = last == first and (not line.form(first).startswith("ال") or not line.tags[first])
    kind = "person" if alone else "body"
    return _keep(memory, Source(mention, _plain(mention.text), kind), frozenset())


def _alike(words: tuple[str, ...], old: Source) -> bool:
    """Whether a further word of a name begins like a word of an older one, which spells it otherwise."""
    known = {word[:2] for word in folded(old.name or "").split()[1:]}
    return len(known) == 0 or any(word[:2] in known for word in words[1:])


def _keep(memory: Memory, source: Source, roles: frozenset[str]) -> Source:
    memory.keep(source, roles)
    return source


def _full(line: Line, first: int, last: int, memory: Memory) -> str:
    """The fullest name met so far for a person named here."""
    words = tuple(line.form(at) for at in range(first, last + 1))
    old = memory.by_name(words)
    return old.name if old and old.name and old.kind == "person" else line.mention(first, last).text


def _named(line: Line, first: int, last: int, kind: str, entry: str, memory: Memory) -> Source:
    mention = _noun_phrase(line, first, last, entry)
    old = memory.by_role(frozenset({entry})) or memory.by_name(tuple(line.form(at) for at in range(first, last + 1)))
    name = _plain(mention.text)
    if old and old.kind == kind and old.name and len(old.name) > len(name):
        name = old.name
    return Source(mention, name, kind)


def _roles(line: Line, first: int, end: int) -> frozenset[str]:
    """The role rows between two tokens, and their bare head words (وزير الدفاع is الوزير later)."""
    found: set[str] = set()
    for at in range(first, min(end, len(line))):
        for tag in line.tags[at]:
            if tag.table == "roles" and tag.kind not in ("area", "thing", "site"):
                found.add(tag.row.id)
                found.add(f"word:{line.form(at)[tag.cut :]}")
    return frozenset(found)


def _first_relay(line: Line, first: int, end: int) -> int:
    """Where the naming of the source ends: at a relay, a passing-on phrase, a relative clause or a time."""
    for at in range(first + 1, end):
        office = line.tagged(at - 1, "terms", "ofword")
        if office and office.last >= at:
            continue  # المسؤول عن المخيم
        if line.is_term(at, "passon", "relative") or is_verb(line, at):
            return at
        found = line.name_at.get(at)
        if found and found.first == at and found.means[0].table == "outlets" and _passes_on(line, first, at):
            return at
    return end


def _kin(line: Line, first: int, last: int, entry: str) -> frozenset[str]:
    """What a named body may be called later: its own row, and the noun that heads its name (المرصد)."""
    return frozenset({entry}) | _roles(line, first, min(first + 1, last + 1))


def _listed_person(line: Line, first: int, end: int) -> tuple[int, int] | None:
    for found in line.names:
        if first <= found.first and found.last < end and found.means[0]["kind"] == "person":
            return found.first, found.last
    return None


def _description_end(line: Line, first: int, stop: int) -> int:
    """The last token of a description: the noun with its adjectives (مصدر عسكري يمني), no further."""
    last = first
    tag = line.tagged(first, "roles")
    if tag:
        last = tag.last
    while last > first and is_function(line, last):
        last -= 1
    definite = line.form(first).startswith(("ال", "وال"))
    while last + 1 < stop and not ends_phrase(line, last + 1) and last - first < 4:
        at = last + 1
        found = line.name_at.get(at)
        if found or line.tagged(at, "roles", "body", "area", "title", "position"):
            break
        if definite != line.form(at).startswith("ال"):
            break
        last = at
    return last


def _spoken_for(line: Line, first: int, end: int, stop: int, last: int) -> Mention | None:
    """The body that a source speaks for or belongs to, looked for inside its description and then right behind it."""
    for low, high in ((first, end), (last + 1, min(stop, last + 10))):
        for at in range(low, high):
            if at > low and line.form(at) in (".", "؛"):
                break
            found = line.name_at.get(at)
            if found and found.first == at and found.means[0]["kind"] != "person" and found.means[0].table == "actors":
                return _noun_phrase(line, at, max(found.last, min(phrase_end(line, at), high - 1)), found.means[0].id)
            tag = line.tagged(at, "roles", "body")
            if tag and at > first:
                return _noun_phrase(line, at, min(phrase_end(line, at), high - 1), tag.row.id)
    return None
