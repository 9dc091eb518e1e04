"""The noun phrases of a sentence: every run of words that may name who or what takes part in a happening."""

from typing import NamedTuple

from riwaya.mentions.line import OPENS, Line, once
from riwaya.mentions.phrases import (
    ends_phrase,
    is_function,
    is_happening_noun,
    is_pronominal,
    is_verb,
    looks_imperfect,
    person_name,
    phrase_end,
)  # fmt: skip
from riwaya.words.split import likeness

_HEADS = ("people", "body", "site", "thing", "position", "unnamed", "title", "media", "area")
_GRAMMAR = (
    "adverb", "auxiliary", "demonstrative", "hedge", "opener", "conjunction", "connective", "pronoun", "ofword", "partof",
    "background", "actnoun",
)  # fmt: skip
_NAMED = ("title", "position", "people", "unnamed")  # whom a person's name may stand behind: العقيد | سالم الحموي
_LONGEST_OWNER = 8  # words behind من, في or التابع ل that still belong to one phrase


class Nominal(NamedTuple):
    """A noun phrase: its first and last token, how far it goes (`short`, `full` or `wide`), and the first token of the
    phrase that it stands inside, -1 outside of any.

    Short is the listed name alone; wide goes on behind من, في or التابع: عناصر | من القوة.
    """

    first: int
    last: int
    extent: str
    within: int


def nominals(line: Line) -> tuple[Nominal, ...]:
    """The noun phrases of a line in order; one may stand inside another (قصف | الجيش), and one may end in two places."""
    out: list[Nominal] = []
    outer, covered = -1, -1
    for at in range(len(line)):
        inside = at <= covered
        if not _may_begin(line, at, inside=inside):
            continue
        last = phrase_end(line, at)
        ends = {"full": last, "wide": _reach(line, last), "short": _short(line, at, last)}
        out.extend(
            Nominal(at, end, extent, outer if inside else -1)
            for extent, end in ends.items()
            if extent == "full" or end != last
        )
        if not inside:
            outer, covered = at, last
    return tuple(out)


def _may_begin(line: Line, at: int, *, inside: bool) -> bool:
    token = line.tokens[at]
    if token.kind != "word" or len(token.form) == 1 or at in line.time_at or at in line.number_at:
        return False
    begun = line.begins(at)
    if begun is None and _inside_term(line, at):
        return False
    if begun is None:
        covering = line.name_at.get(at)
        if covering is not None:
            return line.form(at).startswith("و") and at > covering.first and len(line.form(at)) > 3
        if line.tags[at]:
            if is_function(line, at) or is_verb(line, at) or line.is_term(at, *_GRAMMAR):
                return False
        elif looks_imperfect(line, at) or likeness(token.form) == 0 or is_pronominal(line, at):
            return False
    if not inside or begun:
        return True
    if is_happening_noun(line, at - 1) or line.form(at - 1) in OPENS:
        return True
    return line.tagged(at, "roles", *_HEADS) is not None


@once
def _inside_term(line: Line, at: int) -> bool:
    """Whether a token is the second or third word of a word of grammar: على | يد."""
    for back in range(max(0, at - 2), at):
        for tag in line.tags[back]:
            if tag.last >= at and tag.table == "terms" and tag.kind in ("preposition", "connective", "passon"):
                return True
    return False


def _short(line: Line, at: int, last: int) -> int:
    """Where a phrase ends with its listed name alone, or before a name's second member: الحوثيين | وقوات صالح."""
    found = line.begins(at)
    if found is None:
        return last
    for inner in range(at + 1, found.last + 1):
        if line.form(inner).startswith("و") and len(line.form(inner)) > 3 and _may_begin(line, inner, inside=True):
            return inner - 1
    return found.last


def _reach(line: Line, last: int) -> int:
    """Where a phrase ends with what is tied to it: عناصر | من القوة, القوات الموالية | للحكومة, العقيد | سالم الحموي."""
    at = last + 1
    if line.tagged(last, "roles", *_NAMED) and line.begins(last) is None and not ends_phrase(line, at):
        named = person_name(line, at, min(len(line), at + 6))
        if named is not None and named[0] == at:
            return named[1]
    attach, tie = line.tagged(at, "terms", "attach"), line.tagged(at, "terms", "ofword")
    if attach and not attach.cut and attach.row["value"] in ("min", "fi"):
        at += 1
    elif tie and not tie.cut:
        at = tie.last + 1
    elif not line.form(at).startswith("ل") or not (line.glued(at) or line.tagged(last, "terms", "ofword")):
        return last
    if at >= len(line) or line.tokens[at].kind != "word" or line.joined(at) or _places(line, at):
        return last
    ended = is_function(line, at) or is_verb(line, at) or (ends_phrase(line, at) and not line.form(at).startswith("ل"))
    return last if ended and line.begins(at) is None else min(phrase_end(line, at), last + _LONGEST_OWNER)


def _places(line: Line, at: int) -> bool:
    return at in line.place_at or line.tagged(at, "roles", "area") is not None
