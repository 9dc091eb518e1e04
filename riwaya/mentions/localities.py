"""The phrases of a sentence that say where: a name with its generic noun, its direction and its adjectives, or a bare noun."""

from collections.abc import Iterator
from typing import NamedTuple

from riwaya.mentions.line import COMMAS, Line, Tag
from riwaya.mentions.phrases import ends_phrase, is_verb, phrase_end
from riwaya.words.match import Found
from riwaya.words.pack import Row, spellings
from riwaya.words.split import rarity

_COMMON = 15  # words in a class below this are too common to name a place no list knows
_MARKS = ('"', "«", "“", "'", "‘", "(")
_ARTICLES = ("ال", "بال", "وال", "لل", "وبال", "ولل")
_LONGEST = 7


class Locality(NamedTuple):
    """Words first..last (inclusive) that say a place: the listed name and the generic noun in them, and how they say it.

    `shape` is name (listed), noun (a generic noun and a listed name), unlisted (a name no list knows, told by a generic noun
    or by the word it begins with),
    bare (a definite noun alone: المدينة), part (of such: غرب المدينة), many (a definite plural with its adjective: المدن
    اليمنية), vague (مناطق متفرقة), within (such with the place it lies in: مناطق متفرقة في تعز), site (في المستشفى) or word (an unknown word where a place stands).
    """

    first: int
    last: int
    shape: str
    name: Found[Row] | None = None
    noun: Tag | None = None
    directed: bool = False

    @property
    def kind(self) -> str:
        """What kind of place it is: the listed row's kind, or the generic noun's row."""
        if self.noun is not None:
            return self.noun.row.id
        return self.name.means[0]["kind"] or "town" if self.name else "none"

    @property
    def entry(self) -> str:
        """The row that says so."""
        if self.name:
            return self.name.means[0].id
        return self.noun.row.id if self.noun else "rule.place"


def localities(line: Line) -> tuple[Locality, ...]:
    """The places told in a sentence, in order; none overlaps another."""
    return tuple(_scan(line))


def _scan(line: Line) -> Iterator[Locality]:
    at, before = 0, None
    while at < len(line):
        name = line.name_at.get(at)
        found = line.place_at.get(at)
        if name and name.last > name.first and not (found and (found.last >= name.last or _lies_in(line, at))):
            at += 1
            continue
        term = line.tagged(at, "terms", "preposition", "connective")
        if term and term.last > at:
            at, before = term.last + 1, None
            continue
        here = _at(line, at, before)
        if here:
            here = _within(line, here)
            yield here
            before, at = here, here.last
        at += 1


def _lies_in(line: Line, at: int) -> bool:
    """Whether a place in a body's name says where the body is: المقاومة الشعبية في تعز."""
    return line.place_at[at].first == at and line.is_term(at - 1, "preposition", "attach") and at - 1 in line.name_at


def _at(line: Line, at: int, before: Locality | None) -> Locality | None:
    if line.tokens[at].kind != "word" or is_verb(line, at) or _opens_time(line, at):
        return None
    if not line.tags[at]:
        return _named(line, at) or _listed_on(line, at, before) or _unknown(line, at)
    return (
        _directed(line, at)
        or _named(line, at)
        or (_toponym(line, at) if _after_place_word(line, at) else None)
        or _with_noun(line, at)
        or _site(line, at)
        or _listed_on(line, at, before)
    )


def _within(line: Line, here: Locality) -> Locality:
    """A place that a noun alone does not tell, with the place that it lies in: مناطق مختلفة في العراق, قريتين قرب درعا."""
    if here.shape != "vague" and not (here.shape in ("bare", "many") and here.noun and not _singular(line, here.noun)):
        return here
    at = here.last + 1
    apart = line.is_term(at, "preposition", "attach") and not line.is_term(at, "connective")
    start = at + 1 if apart else at
    if start >= len(line) or not (apart or line.form(start)[: line.glued(start)] == "ب"):
        return here
    inner = _directed(line, start) or _named(line, start) or _with_noun(line, start)
    if inner is None or inner.shape not in ("name", "noun", "unlisted"):
        return here
    return Locality(here.first, inner.last, "within", inner.name, here.noun)


def _opens_time(line: Line, at: int) -> bool:
    """Whether a time begins at a token, as in the month آب, which is spelled as the town إب is."""
    return at in line.time_at and line.time_at[at].mention.span.start >= line.tokens[at].span.start


def _directed(line: Line, at: int) -> Locality | None:
    """A place with the direction before it: شمال عدن, جنوب غربي المدينة."""
    tag = line.tagged(at, "terms", "direction")
    if tag is None or tag.article or line.form(at)[line.glued(at) :].startswith("ال"):
        return None
    start = tag.last + 1
    if start >= len(line) or line.joined(start) or line.glued(start):
        return None
    inner = _named(line, start) or _with_noun(line, start) or _unknown(line, start)
    if inner is None:
        return None
    return Locality(at, inner.last, "part" if inner.shape == "bare" else inner.shape, inner.name, inner.noun, True)


def _named(line: Line, at: int) -> Locality | None:
    found = line.place_at.get(at)
    if found is None or found.first != at:
        return None
    if _begins_longer(line, found):
        return Locality(at, found.last + 1, "word")
    return Locality(at, _adjectives(line, found.last), "name", found)


def _begins_longer(line: Line, found: Found[Row]) -> bool:
    """Whether a listed name that is a common word is only the beginning of one that no list knows: عين | الياسمين."""
    after = found.last + 1
    if (
        found.first != found.last
        or after >= len(line)
        or rarity(line.form(found.first)[len(found.clitic) :]) >= _COMMON
    ):
        return False
    adjective = line.form(after).endswith(("ي", "ه")) or line.is_term(after, "direction")
    return not adjective and after not in line.place_at and _names_on(line, after)


def _with_noun(line: Line, at: int) -> Locality | None:
    noun = line.tagged(at, "roles", "area") or _named_site(line, at)
    if noun is None or line.is_term(at, "direction"):
        return None
    start = noun.last + 1
    if line.form(start) in _MARKS and line.place_at.get(start + 1) is not None:
        found = line.place_at[start + 1]
        closing = found.last + 1 if line.form(found.last + 1) in ('"', "»", "”", "'", "’", ")") else found.last
        return Locality(at, closing, "noun", found, noun)
    definite = _definite(line, at)
    inner = _owner(line, start) if start < len(line) and not (definite and not _definite(line, start)) else None
    if inner:
        begun = inner.shape in ("word", "unlisted") and inner.noun is None  # a name that no list knows
        shape = "noun" if inner.name else "unlisted" if begun else "part"
        return Locality(at, inner.last, shape, inner.name, noun)
    last = _unlisted_end(line, at, noun)
    if last > noun.last:
        return Locality(at, _adjectives(line, last), "unlisted", None, noun)
    last = _adjectives(line, noun.last)
    if definite:
        return Locality(at, last, "many" if last > noun.last or not _singular(line, noun) else "bare", None, noun)
    return Locality(at, max(last, _epithet(line, noun.last)), "vague", None, noun)


def _named_site(line: Line, at: int) -> Tag | None:
    """A site's noun (a base, a camp) that a listed name follows or that a listed name begins with."""
    noun = line.tagged(at, "roles", "site")
    if noun is None or noun.last + 1 >= len(line):
        return None
    found = line.place_at.get(noun.last + 1)
    return noun if found and found.first == noun.last + 1 and not line.glued(noun.last + 1) else None


def _owner(line: Line, at: int) -> Locality | None:
    """The place that a generic noun belongs to: ريف | دمشق, أطراف | مدينة عدن."""
    if line.joined(at) or line.glued(at):
        return None
    inner = _named(line, at) or _toponym(line, at) or _with_noun(line, at)
    return inner if inner and inner.shape != "vague" else None


def _toponym(line: Line, at: int) -> Locality | None:
    """A name that no list knows, by the word it begins with: عين الياسمين, تل القمح."""
    first = line.tagged(at, "terms", "toponym")
    after = at + 1
    if first is None or first.article or after >= len(line) or not line.form(after).startswith("ال"):
        return None
    if line.form(after).endswith(("ي", "ه")) or not (_names_on(line, after) or _is_ground(line, after)):
        return None
    return Locality(at, after, "unlisted")


def _site(line: Line, at: int) -> Locality | None:
    """A site or building where something happens: في المستشفى."""
    noun = line.tagged(at, "roles", "site") or line.tagged(at, "roles", "thing")
    if noun is None or (noun.kind == "thing" and noun.row["unit"] != "buildings"):
        return None
    last = noun.last
    while last < min(phrase_end(line, at), at + _LONGEST) and not _begins(line, last + 1):
        last += 1
    return Locality(at, last, "site", None, noun)


def _begins(line: Line, at: int) -> bool:
    """Whether a token begins a place of its own: a listed name, or a direction with what it is the direction of."""
    found = line.place_at.get(at)
    return (found is not None and found.first == at) or _directed(line, at) is not None


def _listed_on(line: Line, at: int, before: Locality | None) -> Locality | None:
    """One more place of a list that no list knows: حي كلابة والشماسي; behind a plural it may be a common word too."""
    if before is None or before.shape not in ("noun", "unlisted", "name", "word") or line.joined(at) != "و":
        return None
    gap = at - before.last - 1
    if gap > 1 or (gap and line.form(at - 1) not in COMMAS) or at in line.name_at or at in line.time_at:
        return None
    noun = before.noun if before.noun and not _singular(line, before.noun) else None
    if not line.tags[at] and rarity(_bare(line, at)) >= _COMMON + 2:
        return Locality(at, at, "word", None, noun)
    named = noun and line.form(at).startswith("وال") and not _is_other(line, at)
    return Locality(at, at, "word", None, noun) if named else None


def _unknown(line: Line, at: int) -> Locality | None:
    """A word no list knows behind a preposition that says where."""
    if line.tags[at] or at in line.name_at or at in line.time_at or at in line.number_at or len(line.form(at)) < 3:
        return None
    if not _after_place_word(line, at) or rarity(_bare(line, at)) < _COMMON:
        return None
    return Locality(at, at, "word")


def _after_place_word(line: Line, at: int) -> bool:
    """Whether a preposition that says where stands before a token, or is glued before it."""
    if glued := line.form(at)[: line.glued(at)]:
        return glued in ("ب", "وب")
    before = line.tagged(at - 1, "terms", "preposition", "direction")
    return before is not None and before.row["value"] in ("place", "source", "target")


def _bare(line: Line, at: int) -> str:
    """A word without what is glued before it and without its article."""
    return line.form(at)[max(line.glued(at), len(line.joined(at))) :].removeprefix("ال")


def _definite(line: Line, at: int) -> bool:
    return line.form(at).startswith(_ARTICLES)


def _adjectives(line: Line, last: int) -> int:
    """The last of the definite adjectives that belong to a place: الغربي, السورية, الجوية, الدولي."""
    at = last + 1
    while at < len(line) and line.form(at).startswith("ال") and not ends_phrase(line, at) and at not in line.name_at:
        fits = line.is_term(at, "direction") or line.tagged(at, "terms", "nationality") is not None
        shaped = line.form(at).endswith(("يه", "ي")) and line.tagged(at, "roles", "people", "body", "title") is None
        if not (fits or shaped) or at in line.place_at:
            break
        last, at = at, at + 1
    return last


def _epithet(line: Line, last: int) -> int:
    """An indefinite noun's adjective: مناطق متفرقة, بلدات محاصرة."""
    at = last + 1
    if ends_phrase(line, at) or line.form(at).startswith("ال") or line.begins(at):
        return last
    return at


def _unlisted_end(line: Line, at: int, noun: Tag) -> int:
    """The last word of a name no list knows behind a generic noun: a definite word behind a singular (حي الحرية), or one
    rare word (حي كلابة)."""
    name = noun.last + 1
    if _definite(line, at) or ends_phrase(line, name) or name in line.name_at:
        return noun.last
    if line.form(name).startswith("ال"):
        return name if _names_on(line, name) or _is_ground(line, name) else noun.last
    if not _singular(line, noun) and line.form(name).endswith("ه"):
        return noun.last  # an adjective: مناطق متفرقة
    if line.tags[name] or rarity(line.form(name)) < _COMMON or line.form(name).endswith(("وا", "ون", "ين")):
        return noun.last
    return name + 1 if name + 1 < len(line) and _names_on(line, name + 1) else name


def _names_on(line: Line, at: int) -> bool:
    """Whether a definite word can be part of a place's name, being no person, body or happening (عين الياسمين)."""
    if not line.form(at).startswith("ال") or at in line.name_at or ends_phrase(line, at):
        return False
    return not _is_other(line, at)


def _is_ground(line: Line, at: int) -> bool:
    """Whether a word that is a thing or a site elsewhere can only be the name behind a singular noun: حي | المصفاة."""
    tags = [tag for tag in line.tags[at] if tag.table in ("roles", "happenings", "cues", "harms")]
    return all(tag.kind in ("thing", "site", "area") for tag in tags) and at not in line.name_at


def _is_other(line: Line, at: int) -> bool:
    """Whether a word is a person, body, thing or happening rather than a name."""
    return any(
        tag.table in ("roles", "happenings", "cues", "harms") or tag.kind == "nationality" for tag in line.tags[at]
    )


def _singular(line: Line, noun: Tag) -> bool:
    """Whether a generic noun stands in the singular that names are given with."""
    forms = spellings(noun.row)
    return " ".join(line.form(at) for at in range(noun.first, noun.last + 1))[noun.cut :] in (
        forms[0],
        forms[0].removeprefix("ال"),
    )
