"""The inflected forms of a lexeme, as unvocalised newspaper Arabic writes them, from the forms a pack row gives."""

from collections.abc import Iterator

from riwaya.words.fold import folded

_PERSONS = ("ي", "ت", "ن", "ا")
FIRST = "first"
OTHER = "other"


def perfect(form: str) -> Iterator[tuple[str, str]]:
    """The perfect forms of a verb given in the third person masculine singular, each with its person (first or other)."""
    head, _, rest = form.partition(" ")
    tail = f" {rest}" if rest else ""
    for word, person in _perfect(head):
        yield folded(word) + tail, person


def _perfect(verb: str) -> Iterator[tuple[str, str]]:
    yield verb, OTHER
    stem, last = verb[:-1], verb[-1]
    if last == "ى":
        yield from ((stem + end, OTHER) for end in ("ت", "وا", "يا", "تا"))
        yield stem + "ينا", FIRST
        yield stem + "يت", FIRST
    elif last == "ا":
        yield from ((stem + end, OTHER) for end in ("ت", "وا", "تا"))
        yield stem + "ونا", FIRST
    elif last == "ي":
        yield from ((form, OTHER) for form in (verb + "ت", stem + "وا", verb + "ا", verb + "تا"))
        yield verb + "نا", FIRST
    else:
        yield from ((verb + end, OTHER) for end in ("ت", "وا", "ا", "تا"))
        short = verb[:-2] + last if len(verb) >= 3 and verb[-2] == "ا" else verb
        yield short + "نا", FIRST


def imperfect(form: str) -> Iterator[tuple[str, str]]:
    """The imperfect forms (indicative, subjunctive, jussive) of a verb given in the third person masculine singular."""
    head, _, rest = form.partition(" ")
    tail = f" {rest}" if rest else ""
    body = folded(head)[1:]
    weak = body[-1:] in ("و", "ي", "ا")
    stem = body[:-1] if weak else body
    for person in _PERSONS:
        who = FIRST if person in ("ن", "ا") else OTHER
        yield person + body + tail, who
        if who == FIRST:
            continue  # لم نقل is rarer than نقل
        if weak:
            yield person + stem + tail, who
        if len(body) >= 2 and body[-2] in "وي" and not weak:
            yield person + body[:-2] + body[-1] + tail, who
    for person in ("ي", "ت"):
        yield from ((person + stem + end + tail, OTHER) for end in ("ون", "وا", "ان"))


def participle(form: str) -> Iterator[tuple[str, str]]:
    """The circumstantial forms of an active participle given in the masculine singular (مضيف: مضيفا, مضيفة …)."""
    head, _, rest = form.partition(" ")
    tail = f" {rest}" if rest else ""
    head = folded(head)
    stem = head[:-1] if head.endswith("ي") else head
    yield from ((head + end + tail, OTHER) for end in ("", "ا", "ه"))
    yield from ((stem + end + tail, OTHER) for end in ("ين", "ون", "يا", "يه"))


def noun(form: str) -> Iterator[tuple[str, str]]:
    """A noun as it is given; the article and the pronouns are cut by the reader."""
    yield folded(form), OTHER


FORMS = {"perfect": perfect, "imperfect": imperfect, "participle": participle, "noun": noun}
