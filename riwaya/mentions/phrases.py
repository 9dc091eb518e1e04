"""Noun phrases: how far the words reach that belong to one noun (مصدر عسكري, قوات الحرس الجمهوري, حمزة بيرقدار)."""

from functools import lru_cache

from riwaya.mentions.line import OPENS, SINGLE_OPENS, Line, once
from riwaya.words.fold import KEPT
from riwaya.words.split import rarity, split

_FUNCTION = frozenset((
    "negation", "denialphrase", "hedge", "future", "complementiser", "relative", "connective", "preposition",
    "conjunction", "auxiliary", "pronoun", "attach", "passon", "partof",
))  # fmt: skip
_LONGEST = 9


def is_function(line: Line, at: int) -> bool:
    """Whether a token is a word of grammar that no noun phrase crosses."""
    for tag in line.tags[at]:
        if tag.table == "terms" and tag.kind in _FUNCTION:
            return tag.cut - 2 * tag.article <= 1 and not tag.pronoun and not _spelled_as_name(line, at)
    return False


def _spelled_as_name(line: Line, at: int) -> bool:
    """Whether a preposition's folded spelling is written here with a dotted ya, as the name علي is."""
    if line.text[line.tokens[at].span.end - 1] != "ي":
        return False
    tag = line.tagged(at, "terms", "preposition")
    dotless = tag is not None and any(form.endswith("ى") for form in tag.row.all("form"))
    return dotless and "ى" in line.text


def is_verb(line: Line, at: int) -> bool:
    """Whether a token can only be read as a verb here (a cue's or a happening's, with no noun that fits as well)."""
    tags = line.tags[at]
    if not tags or line.form(at).startswith("ال"):
        return False
    verbal = [t for t in tags if t.column in ("perfect", "imperfect") and t.cut <= 1 + t.future]
    if not verbal:
        return False
    least = min(tag.cut for tag in tags)
    return not any(t.column in ("noun", "form", "participle") and t.cut == least for t in tags)


def is_happening_noun(line: Line, at: int) -> bool:
    """Whether a token can be read as the noun of a happening (قصف, اشتباكات)."""
    return at < len(line) and any(tag.table == "happenings" and tag.column == "noun" for tag in line.tags[at])


def looks_imperfect(line: Line, at: int) -> bool:
    """Whether an unknown word has the shape of an imperfect verb."""
    form = line.form(at)
    form = form[1:] if len(form) > 4 and form[0] in "وف" else form
    form = form[1:] if len(form) > 4 and form[0] == "س" and form[1] in "يت" else form
    return (
        not line.tags[at] and len(form) >= 4 and form[0] == "ي" and not form.endswith(("ه", "ات")) and form[-1] != "ي"
    )


@once
def ends_phrase(line: Line, at: int) -> bool:
    """Whether a token cannot continue the noun phrase before it."""
    if at >= len(line):
        return True
    token = line.tokens[at]
    if token.kind == "mark" or len(token.form) == 1:
        return True
    if token.kind == "number" or at in line.time_at:
        return True
    if line.joined(at) or is_function(line, at) or is_verb(line, at) or looks_imperfect(line, at):
        return True
    if line.glued(at) > 0:
        return True
    if any(tag.table == "cues" and tag.column == "noun" and tag.pronoun for tag in line.tags[at]):
        return True  # عن مسؤول أمني | قوله إن
    return line.tagged(at, "cues") is not None and line.tags[at][0].column in ("perfect", "imperfect", "participle")


@once
def phrase_end(line: Line, head: int) -> int:
    """The last token of the noun phrase that begins at `head`."""
    last = _step(line, head)
    definite = _definite(line, head, last)
    while last + 1 < len(line) and last - head < _LONGEST:
        at = last + 1
        if _quoted_name(line, at):
            last = _quoted_name(line, at)
            definite = True
            continue
        if not definite and _owned(line, last, at):
            return _step(line, at)
        if ends_phrase(line, at) or _lies_at(line, head, at, definite=definite) or _stands_free(line, last, at):
            break
        if last > head and not definite and _is_bare_happening(line, last, at):
            break
        article = line.form(at).startswith("ال")
        if article and definite and _closed(line, last) and _begins_another(line, at):
            break
        if definite and not article and not line.begins(at) and not line.tagged(at, "terms", "nationality"):
            break
        last = _step(line, at)
        definite = definite or article or at in line.name_at or at in line.place_at
    return last


def _owned(line: Line, last: int, at: int) -> bool:
    """Whether a name behind ل says whose a site or thing is: مواقع للحوثيين."""
    owner = line.name_at.get(at)
    if owner is None or owner.first != at or not line.form(at).startswith("ل") or not line.glued(at):
        return False
    return line.tagged(last, "roles", "site", "thing", "people") is not None


def _lies_at(line: Line, head: int, at: int, *, definite: bool) -> bool:
    """Whether a word begins the naming of a place, which no thing and no complete phrase before it can own:
    طائرات حربية | أطراف البلدة, قوات النظام | مدينة دوما.
    """
    if line.tagged(at, "roles", "area") is None:
        return False
    return line.tagged(head, "roles", "thing") is not None or (definite and not line.form(at).startswith("ال"))


def _is_bare_happening(line: Line, last: int, at: int) -> bool:
    """Whether the noun of a happening follows an adjective, which owns nothing: نفى مصدر عسكري | قصف السوق."""
    if not line.form(last).endswith(("ي", "يه")) or line.form(at).startswith("ال"):
        return False
    return is_happening_noun(line, at)


def _stands_free(line: Line, last: int, at: int) -> bool:
    """Whether a plural that keeps its nun, and so owns nothing behind it, is followed by what does not agree with it:
    مسلحون مجهولون | نقطة تفتيش.
    """
    form = line.form(at)
    return (
        line.form(last).endswith("ون")
        and not form.endswith("ون")
        and not form.startswith("ال")
        and line.tagged(at, "terms", "nationality") is None
    )


def _closed(line: Line, last: int) -> bool:
    """Whether a phrase is complete at a token: a definite noun or a name."""
    return line.form(last).startswith(("ال", "وال", "لل", "بال")) or last in line.name_at or last in line.place_at


def _begins_another(line: Line, at: int) -> bool:
    """Whether a definite word begins a noun phrase of its own: ودعت البلدية | السكان إلى …"""
    name = line.name_at.get(at)
    if name and name.first == at and name.means[0]["kind"] != "people":
        return True
    if line.form(at).endswith(("ي", "يه")):
        return False  # an adjective that is a noun elsewhere: الدفاع المدني
    return line.tagged(at, "roles", "people", "body", "unnamed", "position", "title") is not None


def _step(line: Line, at: int) -> int:
    found = line.name_at.get(at) or line.place_at.get(at)
    return found.last if found else at


def _definite(line: Line, head: int, last: int) -> bool:
    return line.form(head).startswith(("ال", "وال", "بال", "لل", "ولل", "فال")) or last > head or head in line.name_at


def _quoted_name(line: Line, at: int) -> int:
    """The closing mark of a short name between marks (وكالة "معا", (رويترز)) that opens at `at`, or 0."""
    if line.form(at) not in (*OPENS, *SINGLE_OPENS):
        return 0
    for end in range(at + 2, min(at + 7, len(line))):
        if line.tokens[end].kind == "mark":
            return end if line.form(end) in ('"', "»", "”", ")", "’", "'", "“") else 0
    return 0


def naming_end(line: Line, first: int, reach: int) -> int:
    """The token behind the words that name one speaker from his office on: at most `reach` tokens from `first`."""
    end = first + 1
    while end < min(len(line), first + reach) and not ends_naming(line, end):
        end += 1
    return end


def person_name(line: Line, first: int, limit: int) -> tuple[int, int] | None:
    """The run of words between `first` and `limit` that reads as a person's name: one with a listed given name, else
    the first of two or more rare words without article. Such words are in no other word list, and no place.
    """
    spare: tuple[int, int] | None = None
    at = first
    while at < limit:
        end = at
        while end < limit and end - at < 6 and _nameword(line, end, first=end == at):
            end = _past(line, end)
        given = any(_listed_name(line, i) for i in range(at, end))
        if given or (end - at >= 2 and line.tagged(at, "terms", "softname")):
            return at, end - 1
        if end - at >= 2 and not any(line.form(i).startswith("ال") for i in range(at, end)):
            spare = spare or (at, end - 1)
        at = max(end, at + 1)
    return spare


def _past(line: Line, at: int) -> int:
    return at + 2 if line.tagged(at, "terms", "nameparticle") and at + 1 < len(line) else at + 1


def _nameword(line: Line, at: int, *, first: bool) -> bool:
    token = line.tokens[at]
    if token.kind != "word" or at in line.time_at or at in line.number_at:
        return False
    if is_function(line, at):
        return False
    if _listed_name(line, at) and not line.glued(at):
        return True
    if first and line.tagged(at, "terms", "softname") and _name_follows(line, at + 1):
        return True
    if first and token.form.startswith("ال"):
        return False
    found = line.name_at.get(at)
    if found and found.means[0]["kind"] == "person":
        return True
    if found or line.joined(at) or at in line.place_at:
        return False
    if line.tags[at] and not _spelled_as_name(line, at):
        return not first and line.tagged(at, "terms", "softname", "givenname") is not None
    return len(token.form) >= 2 and (_rare(token.form) or (not first and token.form.startswith("ال")))


_COMMON = 17  # words in a class below this are too common to be a name no list knows


@lru_cache(maxsize=KEPT)
def _rare(form: str) -> bool:
    """Whether a word that no list of names holds is rare enough to be one, and bears no clitics."""
    parts = split(form)
    return not parts.proclitics and not parts.enclitics and rarity(form) >= _COMMON


def _listed_name(line: Line, at: int) -> bool:
    return any(
        t.kind in ("givenname", "nameparticle") and not t.article and not t.pronoun
        for t in line.tags[at]
        if t.table == "terms"
    )


def _name_follows(line: Line, at: int) -> bool:
    """Whether a given name, or a word no list knows, stands behind a name that is an ordinary word too."""
    if at >= len(line) or line.tokens[at].kind != "word":
        return False
    return line.tagged(at, "terms", "givenname", "softname", "nameparticle") is not None or not line.tags[at]


def ends_naming(line: Line, at: int) -> bool:
    """Whether the words that name one speaker with office and body (مسؤول العلاقات في حكومة الإقليم فلان) end here."""
    if line.tokens[at].kind != "word" or is_verb(line, at):
        return True
    if line.is_term(at, "complementiser", "passon", "relative", "connective"):
        return True
    attach = line.tagged(at, "terms", "attach")
    return attach is not None and attach.cut == 0 and attach.row["value"] in ("an", "ala", "ila")
