"""Which language a text is written in, as far as its letters tell."""

import re
from collections import Counter

_SAMPLE = 100_000  # characters from the beginning, the middle and the end
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,2000}|[@#][A-Za-z0-9_]+")
_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c9\ufb50-\ufdff\ufe70-\ufefc]")
_ARTICLE = re.compile(r"(?<![^\W\d_])[^\W\d_]?ال[^\W\d_]{2}")
_FEMININE = re.compile(r"ة(?![^\W\d_])")
_WORD = re.compile(r"[^\W\d_]{2,}")
_OWN = (  # letters that Arabic does not write, the language they tell, and the share from which they tell it
    ("ur", "ہےٹڈڑںھۓ", 0.03),
    ("ckb", "ەێۆڕڵ", 0.03),
    ("ps", "ټډړښځڅېۍګڼ", 0.015),
    ("fa", "پچژگ", 0.008),
)
NAMES = {"ur": "Urdu", "ckb": "Kurdish", "ps": "Pashto", "fa": "Persian"}
_MOJIBAKE = "ØÙÛÃÂ"


def language(text: str) -> tuple[str, tuple[str, ...]]:
    """The language ("ar", "fa", "ur", "ckb", "ps", "other") and the doubts; "" where there are no letters at all.

    Long texts are judged by three samples.
    """
    sample = _ADDRESS.sub(" ", _sampled(text))
    counts = Counter(sample)
    letters = sum(n for c, n in counts.items() if c.isalpha())
    arabic = {c: n for c, n in counts.items() if _ARABIC.match(c)}
    total = sum(arabic.values())
    if not letters:
        return "", (_letterless(counts),)
    if total < 0.3 * letters:
        return "other", (_foreign(counts, letters),)
    tongue = _tongue(arabic, total, sample)
    if tongue != "ar":
        return tongue, (f"the letters are those of {NAMES[tongue]}",)
    doubts = []
    if total < 0.5 * letters:
        doubts.append("more than half of the letters are not Arabic")
    if counts["\ufffd"]:
        doubts.append("characters were lost before the text was stored (�)")
    return "ar", tuple(doubts)


def _sampled(text: str) -> str:
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return text[:_SAMPLE] + text[middle : middle + _SAMPLE] + text[-_SAMPLE:]


def _letterless(counts: Counter[str]) -> str:
    if counts["?"] + counts["\ufffd"] > 10:
        return "the letters were lost before the text was stored: only question marks are left"
    return "there are no words in it"


def _foreign(counts: Counter[str], letters: int) -> str:
    if sum(counts[c] for c in _MOJIBAKE) > 0.25 * letters:
        return "the letters were decoded wrongly before the text was stored (Ø§Ù„…)"
    if counts["\ufffd"] + counts["?"] > letters:
        return "the letters were lost before the text was stored: mostly question marks are left"
    return "most letters are not Arabic"


def _tongue(arabic: dict[str, int], total: int, sample: str) -> str:
    """Arabic, or the neighbour whose own letters and missing article betray it."""
    articles = (len(_ARTICLE.findall(sample)) + len(_FEMININE.findall(sample))) / max(1, len(_WORD.findall(sample)))
    for tongue, own, share in _OWN:
        found = sum(arabic.get(c, 0) for c in own)
        if found >= max(2, share * total) and articles < 0.15:
            return tongue
    # Persian without its four letters still types its own ya and kaf, and has no article
    ya = arabic.get("ی", 0) + arabic.get("ک", 0)
    if total >= 40 and articles < 0.04 and ya > 0.03 * total and ya > arabic.get("ي", 0) + arabic.get("ك", 0):
        return "fa"
    return "ar"
