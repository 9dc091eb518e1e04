"""From what a user types to a question that SQLite's full-text index understands."""

import re
from collections.abc import Iterator

from riwaya.store.rows import plain

# What can be glued before a word, and before one with the article: and, so; with, to, as, the future mark; the article.
_LEADS = ("", "و", "ف")
_BARE = ("", "ب", "ل", "ك", "س")
_THE, _TO_THE = "ال", "لل"
_WITH_ARTICLE = (_THE, *(each + _THE for each in ("ب", "ك")), _TO_THE)
_DEFINITE = re.compile(f"(?:{'|'.join(_LEADS)})(?:{'|'.join(_WITH_ARTICLE)})(?=...)")
_PHRASE = re.compile(r'"([^"]*)"?|([^\s"]+)')


def matching(words: str, columns: tuple[str, ...], *, article: bool) -> str | None:
    """The FTS5 expression for claims that have all these words in the columns; None where no word is left to search.

    Words between straight quotation marks stand next to each other; a word that ends in * may go on. A word is found
    with whatever clitic is glued before it; without `article` only as definite as it was typed, which suits names.

    >>> matching("!?", ("content",), article=True) is None
    True
    """
    parts = list(_parts(words, article))
    return f"{{{' '.join(columns)}}} : ({' AND '.join(parts)})" if parts else None


def _parts(words: str, article: bool) -> Iterator[str]:
    for found in _PHRASE.finditer(words):
        phrase, word = found.groups()
        typed = plain(phrase if word is None else word).split()
        if not typed:
            continue
        first, *rest = typed
        ends = " *" if word is not None and word.endswith("*") else ""
        either = (f'"{" ".join((form, *rest))}"{ends}' for form in variants(first, article=article))
        yield f"({' OR '.join(either)})"


def variants(word: str, *, article: bool) -> tuple[str, ...]:
    """The forms under which a folded word can stand in a text, itself first.

    With `article` the word with and without it are one; else a word typed without it is found with it, not the other
    way round.
    """
    cut = _DEFINITE.match(word)
    definite = word[cut.end() :] if cut else word
    forms = [lead + glued + word for lead in _LEADS for glued in _BARE]
    forms += [lead + glued + definite for lead in _LEADS for glued in _WITH_ARTICLE]
    if cut and article:
        forms += [lead + glued + definite for lead in _LEADS for glued in _BARE]
    return tuple(dict.fromkeys(forms))
