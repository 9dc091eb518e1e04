"""Noun phrases: how far the words reach that belong to one noun (مصدر عسكري, قوات الحرس الجمهوري, حمزة بيرقدار)."""

from functools import lru_cache

from riwaya.mentions.line import OPENS, SINGLE_OPENS, Line, once
from riwaya.words.fold import KEPT, folded
from riwaya.words.pack import rows
from riwaya.words.split import PRONOUNS, likeness, rarity, split

_FUNCTION = frozenset((
    "negation", "denialphrase", "hedge", "future", "complementiser", "relative", "connective", "preposition",
    "conjunction", "auxiliary", "pronoun", "attach", "passon", "partof",
))  # fmt: skip
_LONGEST = 9
_NAME_OPENS = (*OPENS, *SINGLE_OPENS)
_COUNT = 4  # words of quantity before a noun


@once
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


@once
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


@once
def looks_imperfect(line: Line, at: int) -> bool:
    """Whether an unknown word has the shape of an imperfect verb."""
    form = line.form(at)
    form = form[1:] if len(form) > 4 and form[0] in "وف" else form
    form = form[1:] if len(form) > 4 and form[0] == "س" and form[1] in "يت" else form
    return (
        not line.tags[at] and len(form) >= 4 and form[0] == "ي" and not form.endswith(("ه", "ات")) and form[-1] != "ي"
    )


def _unlisted_verb(line: Line, at: int) -> bool:
    """Whether a word that no list explains is borne out as a verb by the word list: الجيش | حقق تقدما."""
    return not line.tags[at] and line.begins(at) is None and likeness(line.form(at)) == 0


@once
def is_pronominal(line: Line, at: int) -> bool:
    """Whether a token is a preposition with a pronoun: عودة الأهالي | إليها."""
    if line.tags[at] or line.begins(at) is not None:
        return False
    parts = split(line.form(at))
    return (parts.stem in PRONOUNS and bool(parts.proclitics)) or (
        bool(parts.enclitics) and parts.stem in _prepositions()
    )


@lru_cache(maxsize=1)
def _prepositions() -> frozenset[str]:
    wanted = ("preposition", "attach", "ofword", "partof")
    return frozenset(folded(form) for row in rows("terms") if row["kind"] in wanted for form in row.all("form"))


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
    if line.joined(at) or (is_function(line, at) or is_verb(line, at) if line.tags[at] else looks_imperfect(line, at)):
        return True
    if line.glued(at) > 0 or _unlisted_verb(line, at) or is_pronominal(line, at):
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
        if last > head and not definite and _is_bare_happening(line, head, last, at):
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
    طائرات حربية | أطراف البلدة, قوات النظام | مدينة دوما, مسلحون | شمال مدينة حلب.
    """
    if line.is_term(at, "direction") and not line.form(at).startswith("ال"):
        return line.tagged(at + 1, "roles", "area") is not None or at + 1 in line.place_at
    if line.tagged(at, "roles", "area") is None:
        return False
    return line.tagged(head, "roles", "thing") is not None or (definite and not line.form(at).startswith("ال"))


def _is_bare_happening(line: Line, head: int, last: int, at: int) -> bool:
    """Whether the noun of a happening follows an adjective, which owns nothing: نفى مصدر عسكري | قصف السوق."""
    form = line.form(last)
    agrees = last == head + 1 and form.endswith("ه") and line.form(head).endswith(("ه", "ات"))  # جماعة مسلحة | تفجير
    if not (form.endswith(("ي", "يه")) or agrees) or line.form(at).startswith("ال"):
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
    return line.tagged(at, "roles", "people", "body", "unnamed", "position", "title", "area", "site") is not None


def _step(line: Line, at: int) -> int:
    found = line.name_at.get(at) or line.place_at.get(at)
    return found.last if found else at


def _definite(line: Line, head: int, last: int) -> bool:
    return line.form(head).startswith(("ال", "وال", "بال", "لل", "ولل", "فال")) or last > head or head in line.name_at


def _quoted_name(line: Line, at: int) -> int:
    """The closing mark of a short name between marks (وكالة "معا", (رويترز)) that opens at `at`, or 0."""
    if line.form(at) not in _NAME_OPENS or at + 1 >= len(line) or looks_imperfect(line, at + 1):
        return 0
    for end in range(at + 2, min(at + 7, len(line))):
        if line.tokens[end].kind == "mark":
            return end if line.form(end) in ('"', "»", "”", ")", "’", "'", "“") else 0
    return 0


def past_addressee(line: Line, at: int) -> int:
    """The token behind a medium that is spoken to, which stands right behind a verb: قال لـ«عكاظ» | مصدر أمني."""
    if line.is_term(at, "pronoun") and at + 1 < len(line) and line.tokens[at + 1].kind == "word":
        at += 1  # قالت فيه | مصادر
    first = at + 1 if line.form(at) in ("ل", "لـ") else at
    spoken = line.form(at) in ("ل", "لـ") or (line.form(at).startswith("ل") and line.glued(at) == 1)
    if not spoken or first >= len(line):
        return at
    end = _quoted_name(line, first)
    if not end and (first in line.name_at or line.tagged(first, "roles", "media")):
        end = phrase_end(line, first)
    return end + 1 if end and end + 1 < len(line) and line.tokens[end + 1].kind == "word" else at


def counted(line: Line, at: int) -> int:
    """The noun that a word of quantity or choice is said of, or the word itself: أحد السكان, عدد من الأهالي, ثلاثة شهود."""
    head = at
    while head + 1 < len(line) and _counts(line, head):
        head += 1
        attach = line.tagged(head, "terms", "attach")
        if attach and attach.row["value"] == "min" and attach.cut == 0:
            head += 1
    return head if head < len(line) and head - at <= _COUNT else at


def _counts(line: Line, at: int) -> bool:
    if line.tokens[at].kind != "word" or at in line.name_at or line.tagged(at, "roles", "title", "position", "body"):
        return False
    return at in line.number_at or line.tagged(at, "terms", "partitive") is not None


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
        if at == first and _glued_name(line, at):
            end = _past(line, at)  # وفقا لجون | …
        while end < limit and end - at < 6 and _nameword(line, end, at):
            end = _past(line, end)
        if end > at and not _owned_name(line, first, at):
            if _names_by_list(line, at, end) or _named_softly(line, at, end, limit):
                return at, end - 1
            if end - at >= 2 and not any(_common_article(line, i, end) for i in range(at, end)):
                spare = spare or (at, end - 1)
        at = max(end, at + 1)
    return spare or _named_last(line, first, limit)


def _named_last(line: Line, first: int, limit: int) -> tuple[int, int] | None:
    """Two words or more that no list knows behind a complete noun phrase, with nothing behind them: they can only be a
    name that stands in apposition (المتحدث باسم اللجنة | فلان الفلاني).
    """
    end = limit
    while end > first and line.tokens[end - 1].kind == "mark":
        end -= 1
    at = end
    while at > first and _unknown(line, at - 1):
        at -= 1
        if not line.form(at).startswith("ال"):
            break
    while at - 1 > first and _unknown(line, at - 1) and not line.form(at - 1).startswith("ال"):
        at -= 1
    if not 2 <= end - at <= 4 or at <= first or line.form(at).startswith("ال") or not _closed(line, at - 1):
        return None
    return at, end - 1


def _unknown(line: Line, at: int) -> bool:
    """Whether a word is in no list, no place, time or number, and bears no clitics."""
    token = line.tokens[at]
    known = line.tags[at] or at in line.place_at or at in line.name_at or at in line.time_at or at in line.number_at
    if token.kind != "word" or known or len(token.form) < 3:
        return False
    parts = split(token.form)
    return token.form.startswith("ال") or not (parts.proclitics or parts.enclitics or token.form.endswith("ا"))


def _named_softly(line: Line, at: int, end: int, limit: int) -> bool:
    """Whether a name that is an ordinary word too stands with another, or alone behind a title: الطبيب سالم."""
    if not _softly(line, at):
        return False
    title = line.tagged(at - 1, "roles", "title")
    return end - at >= 2 or (title is not None and line.form(at - 1).startswith("ال") and end == limit)


def _softly(line: Line, at: int) -> bool:
    return any(t.kind == "softname" and not t.article and not t.pronoun for t in line.tags[at] if t.table == "terms")


def _glued_name(line: Line, at: int) -> bool:
    return _listed_name(line, at) and line.glued(at) == 1 and not line.joined(at)


def _past(line: Line, at: int) -> int:
    return at + 2 if line.tagged(at, "terms", "nameparticle") and at + 1 < len(line) else at + 1


def _names_by_list(line: Line, at: int, end: int) -> bool:
    """Whether a run holds a listed name that is no mere adjective of origin (مسؤول تركي)."""
    given = [i for i in range(at, end) if _listed_name(line, i)]
    return bool(given) and (end - at > 1 or line.tagged(at, "terms", "nationality") is None)


def _common_article(line: Line, at: int, end: int) -> bool:
    """Whether a word with its article is no family name that closes a run (غياث السالمي)."""
    form = line.form(at)
    if not form.startswith("ال"):
        return False
    return at + 1 < end or not form.endswith("ي") or bool(line.tags[at])


def _owned_name(line: Line, first: int, at: int) -> bool:
    """Whether a name belongs to a phrase behind a preposition: مصادر موالية للرئيس اليمني | فلان, مركز الملك | فلان."""
    back = at - 1
    while back > first and line.tagged(back, "terms", "nationality"):
        back -= 1
    if back < first:
        return False
    covered = line.name_at.get(back)
    if covered is not None and covered.first <= back and covered.last >= at:
        return True
    if line.tagged(back, "roles", "title", "position") is None:
        return False
    if line.form(back).startswith(("لل", "ولل")) or line.glued(back) > len(line.joined(back)):
        return True
    return back > first and line.tagged(back - 1, "terms", "ofword", "attach", "preposition") is not None


def _nameword(line: Line, at: int, begins: int) -> bool:
    """Whether a token can stand in the run of name words that begins at `begins`."""
    first, token = at == begins, line.tokens[at]
    if token.kind != "word" or at in line.time_at or at in line.number_at:
        return False
    if is_function(line, at):
        return False
    found = line.name_at.get(at)
    if found and found.means[0]["kind"] != "person":
        return False
    if _listed_name(line, at) and not line.glued(at):
        return True
    if first and _softly(line, at) and _name_follows(line, at + 1):
        return True
    if first and token.form.startswith("ال"):
        return False
    if found:
        return True
    if not first and _family_name(line, at):
        return True
    if line.joined(at) or at in line.place_at:
        return False
    if line.tags[at] and not _spelled_as_name(line, at):
        office = line.tagged(at, "roles", "position")  # عادل مطر | قائد اللواء
        return not first and (_softly(line, at) or _listed_name(line, at)) and office is None
    if len(token.form) < 2:
        return False
    if _rare(token.form) or (not first and token.form.startswith("ال")):
        return True
    if first or not _follows_name(line, at) or token.form.endswith("ا"):
        return False
    return token.form.startswith("با") or not split(token.form).proclitics  # باوزير, a family name of the south


def _follows_name(line: Line, at: int) -> bool:
    """Whether a listed given name stands right before a word."""
    return _listed_name(line, at - 1) or _softly(line, at - 1)


def _family_name(line: Line, at: int) -> bool:
    """Whether a definite word behind a given name is a family name: أبو بكر المصري, سمير التقي."""
    if not line.form(at).startswith("ال") or not _follows_name(line, at):
        return False
    return line.tagged(at, "roles", "title", "position", "body", "unnamed") is None


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
    office = line.tagged(at - 1, "terms", "ofword")
    if office and office.last >= at:
        return False  # المسؤول عن المخيم
    return attach is not None and attach.cut == 0 and attach.row["value"] in ("an", "ala", "ila")
