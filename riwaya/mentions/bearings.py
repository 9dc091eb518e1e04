"""How a noun phrase stands among its neighbours: what it hangs on, what heads it, and whether it is counted."""

from collections.abc import Sequence
from functools import lru_cache

from riwaya.mentions.line import Line, once
from riwaya.mentions.nominals import Nominal
from riwaya.mentions.phrases import is_verb
from riwaya.words.fold import KEPT
from riwaya.words.split import likeness

_THROUGH = ("adverb", "demonstrative", "ofword", "hedge")  # stand between a phrase and what it hangs on
_HANGS = ("preposition", "attach", "complementiser", "relative", "connective", "auxiliary", "partof")
_ENDINGS = ("هما", "هم", "ها", "ات", "ون", "ين", "ان", "وا", "ه", "ا", "ت", "ي")
_DEFINITE = ("ال", "وال", "لل", "بال", "ولل")
_KINDS = ("country", "camp", "base", "airport")  # of places that may act or be attacked


def governed(line: Line, phrases: Sequence[Nominal], number: int) -> str:
    """What the phrase of that number hangs on: a preposition, 'and' with what the one before hangs on, a verb …"""
    at = phrases[number].first
    joined = len(line.joined(at))
    if line.glued(at) > joined:
        return line.form(at)[joined]
    if joined:
        before = next((i for i in range(number - 1, -1, -1) if phrases[i].last == at - 1), -1)
        return "and" if before < 0 else "and+" + governed(line, phrases, before).removeprefix("and+")
    back = _behind(line, at - 1)
    if back < 0:
        return "start"
    found = _grammar(line, back) or _happening(line, back)
    if found:
        return found
    if line.tagged(back, "cues"):
        return "cue"
    if line.tokens[back].kind == "mark":
        return f"mark{line.form(back)}"
    if is_verb(line, back):
        return "verb"
    within = phrases[number].within
    return f"within:{head(line, within)}" if within >= 0 else "word"


def _behind(line: Line, back: int) -> int:
    """The token behind which a phrase stands, past its number, times, opening marks and adverbs."""
    while back >= 0 and (
        back in line.number_at
        or back in line.time_at
        or line.form(back) in ('"', "«", "“", "(")
        or (line.is_term(back, *_THROUGH) and not line.is_term(back, "attach", "preposition"))
        or (line.form(back) == "من" and back - 1 in line.number_at)
    ):
        back -= 1
    return back


def _grammar(line: Line, back: int) -> str:
    """The preposition or other word of grammar that ends at a token, empty where none does."""
    term = line.tagged(back, "terms", *_HANGS)
    if term is None or term.cut > 1:
        longer = (tag for at in range(max(0, back - 2), back) for tag in line.tags[at] if tag.last == back)
        term = next((tag for tag in longer if tag.table == "terms" and tag.kind == "preposition"), None)
        return "" if term is None else "agent" if term.row["value"] == "agent" else "prep"
    if term.kind in ("preposition", "attach"):
        return "agent" if term.row["value"] == "agent" else line.form(back)[len(line.joined(back)) :]
    return f"auxiliary:{term.row['value']}" if term.kind == "auxiliary" else term.kind


def _happening(line: Line, back: int) -> str:
    """The happening's word that ends at a token, with the part of its subject."""
    tag = (line.told or {}).get(back) or line.tagged(back, "happenings")
    if tag is None and (earlier := (line.told or {}).get(back - 1)) is not None and earlier.last == back:
        tag = earlier
    return "" if tag is None else f"{'of' if tag.column == 'noun' else 'verb'}:{tag.row['subject']}"


@once
def head(line: Line, at: int) -> str:
    """What kind of noun heads a phrase; a name tells its kind, never itself."""
    if line.is_term(at, "partitive") and at + 1 < len(line):
        return f"part:{head(line, at + 1)}"
    name, place = line.name_at.get(at), line.place_at.get(at)
    if name and name.first == at:
        return f"name:{name.means[0]['kind']}"
    if place and place.first == at:
        kind = place.means[0]["kind"]
        return f"place:{kind if kind in _KINDS else ''}"
    roles = sorted({tag.kind for tag in line.tags[at] if tag.table == "roles"})
    if roles:
        units = {tag.row["unit"] for tag in line.tags[at] if tag.table == "roles"}
        return f"{'+'.join(roles)}:{min(units)}"
    for tag in line.tags[at]:
        if tag.table == "means":
            return f"means:{tag.kind}"
        if tag.kind == "nationality":
            return "nationality"
    if line.tagged(at, "happenings"):
        return "happening"
    if line.tagged(at, "terms", "givenname", "softname"):
        return "person"
    return "definite" if line.form(at).startswith(_DEFINITE) else "plain"


def stem(line: Line, at: int) -> str:
    """The word that heads a phrase without what is glued to it and without the article; empty for a name."""
    if line.begins(at) is not None:
        return ""
    form = line.form(at)[line.glued(at) :]
    return form[2:] if form.startswith(("ال", "لل")) and len(form) > 4 else form


def shape(line: Line, at: int) -> str:
    """The ending of a head, and how noun-like it is where no other list holds it."""
    form = line.form(at)
    return f"{_ending(form)}:{likeness(form) if not line.tags[at] and line.begins(at) is None else 'listed'}"


@lru_cache(maxsize=KEPT)
def _ending(form: str) -> str:
    return next((end for end in _ENDINGS if form.endswith(end)), "")


def counted(line: Line, at: int) -> bool:
    """Whether a number stands at a phrase's head."""
    partitive = line.form(at - 1) == "من" and at - 2 in line.number_at
    return partitive or at - 1 in line.number_at or at + 1 in line.number_at
