"""The clitics before and after a word: and, so, with, to, as, the future mark and the article; the pronouns."""

from functools import lru_cache

from riwaya.words.fold import KEPT

_BARE = ("", "و", "ف")


@lru_cache(maxsize=KEPT)
def openings(form: str) -> tuple[tuple[int, str], ...]:
    """The ways to read a folded word without what is glued before it: how many letters go, and what is left.

    The word itself comes first, then without و or ف, then without ب ل ك as well; لل gives back the article's ا.
    """
    out = [(0, form)]
    for lead in _BARE:
        if lead and not (form.startswith(lead) and len(form) > 2):
            continue
        rest = form[len(lead) :]
        if lead:
            out.append((len(lead), rest))
        if rest.startswith("لل") and len(rest) > 3:
            out.append((len(lead) + 1, "ا" + rest[1:]))
        if len(rest) > 3 and rest[0] in "بلك":
            out.append((len(lead) + 1, rest[1:]))
    return tuple(out)
