"""Bytes become letters: the encoding is judged by what is valid and by how Arabic the letters look."""

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

_MARKS = (  # the longer marks first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ONE_BYTE = ("cp1256", "iso8859-6")
_FREQUENT = frozenset(("ا", "ل", "ي", "م", "ن", "و", "ه", "ر", "ت", "ب", "ة", "ع", "د", "ف", "ق", "س", "أ"))
_SAMPLE = 64 * 1024
_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_PLAUSIBLE = 0.85  # of the characters beyond ASCII, how many are Arabic in a text decoded rightly
_SAVE = "save it as UTF-8"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text without its byte-order mark and the doubts about it; or, where `cause` is set, why it cannot be read."""

    text: str = ""
    encoding: str = ""
    doubts: tuple[str, ...] = ()
    cause: str = ""
    cure: str = ""


def decoded(original: bytes) -> Decoded:
    """The text of some bytes, in the encoding that is valid and gives plausible Arabic.

    Bytes that mix UTF-8 with something else keep each foreign byte as a lone surrogate U+DC80–U+DCFF, so that the
    sound lines of a file of records can be told from the others; `cause` is set all the same.
    """
    for mark, encoding in _MARKS:
        if original.startswith(mark):
            return _strictly(original[len(mark) :], encoding)
    wide = _wide(original)
    if wide:
        return _strictly(original, wide)
    if b"\0" in original:
        return Decoded(cause="it is no text: it holds NUL bytes", cure="give a text, a page or records")
    try:
        return Decoded(original.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _other(original, error)


def _strictly(original: bytes, encoding: str) -> Decoded:
    """The text where the encoding is known; a half character at the very end is left out and doubted."""
    try:
        return Decoded(original.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        if "truncated" in error.reason or "end of data" in error.reason:
            return _cut_off(original[: error.start], encoding)
        cause = f"it says it is {encoding.upper()}, but byte {error.start} is not"
        return Decoded(cause=cause, cure=f"fetch it again or {_SAVE}")


def _cut_off(original: bytes, encoding: str) -> Decoded:
    doubt = "the text breaks off in the middle of a character: the file may be cut off"
    return Decoded(original.decode(encoding), encoding, (doubt,))


def _wide(original: bytes) -> str:
    """UTF-16 without a byte-order mark: every second byte is the page of the Arabic letters or of ASCII."""
    sample = original[:_SAMPLE]
    half = len(sample) // 2
    if half < 4:
        return ""
    for encoding, high, low in (("utf-16-le", sample[1::2], sample[0::2]), ("utf-16-be", sample[0::2], sample[1::2])):
        pages = high.count(0) + high.count(6)
        # in a file of NULs both halves are alike; in text the other half is spread
        if pages > 0.8 * half and low.count(0) + low.count(6) < 0.3 * half:
            return encoding
    return ""


def _other(original: bytes, error: UnicodeDecodeError) -> Decoded:
    """The text of bytes that are no UTF-8: a declared or a judged one-byte encoding, or why there is none."""
    if len(original) - error.start < 4 and "end of data" in error.reason:
        return _cut_off(original[: error.start], "utf-8")
    mixed = _mixed(original)
    if mixed:
        text = original.decode("utf-8", "surrogateescape")
        cause = f"it mixes encodings: line {mixed} is not UTF-8, other lines are"
        return Decoded(text, "mixed", (), cause, _SAVE)
    sample = _sampled(original)
    scores = {encoding: _score(sample, encoding) for encoding in _candidates(original)}
    best = max(scores, key=lambda encoding: scores[encoding])
    if scores[best] >= _PLAUSIBLE and _valid(original, best):
        return Decoded(original.decode(best), best)
    return _second_judge(original, sample)


def _mixed(original: bytes) -> int:
    """The first line that is no UTF-8 in a file where lines beyond ASCII mostly are; 0 where it is not so."""
    first = good = bad = 0
    for number, line in enumerate(original[: 16 * _SAMPLE].split(b"\n"), 1):
        if line.isascii():
            continue
        try:
            line.decode("utf-8")
            good += 1
        except UnicodeDecodeError:
            bad += 1
            first = first or number
    if not good and bad:  # one long line may still be UTF-8 with a few foreign bytes in it
        kept = original[:_SAMPLE].decode("utf-8", "surrogateescape")
        lost = sum("\udc80" <= c <= "\udcff" for c in kept)
        good = bad + 1 if lost * 20 < sum(c > "\x7f" for c in kept) else 0
    if good and not first:  # the foreign bytes lie beyond what was looked at
        first = original.count(b"\n", 0, _first_foreign(original)) + 1
    return first if good >= max(bad, 1) else 0


def _first_foreign(original: bytes) -> int:
    try:
        original.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return len(original)


def _candidates(original: bytes) -> Iterator[str]:
    declared = _DECLARED.search(original[:4096])
    if declared:
        try:
            name = codecs.lookup(declared[1].decode("ascii")).name
            if b"\xc7".decode(name, "replace") and name not in ("utf-8", "utf-16", "utf-32", "utf-7"):
                yield name
        except (LookupError, UnicodeError, TypeError):  # an unknown name, or a codec that is no character encoding
            pass
    yield from _ONE_BYTE


def _sampled(original: bytes) -> bytes:
    """Bytes beyond ASCII and what stands between them, from the beginning, the middle and the end."""
    if len(original) <= 3 * _SAMPLE:
        return original
    middle = len(original) // 2
    return original[:_SAMPLE] + original[middle : middle + _SAMPLE] + original[-_SAMPLE:]


def _score(sample: bytes, encoding: str) -> float:
    """How Arabic the sample looks in an encoding: the share of Arabic, less where frequent letters are few."""
    try:
        counts = Counter(sample.decode(encoding, "replace"))
    except (LookupError, UnicodeError):
        return 0.0
    beyond = sum(n for c, n in counts.items() if c > "\x7f")
    arabic = sum(n for c, n in counts.items() if "\u0600" <= c <= "\u06ff")
    common = sum(n for c, n in counts.items() if c in _FREQUENT)
    # quotation marks, dashes and hard spaces are at home in Arabic text
    marks = sum(counts[c] for c in "\xa0«»“”‘’–—…•\u200c\u200d\u200e\u200f")
    if not arabic:
        return 0.0
    return (arabic + marks) / beyond * min(1.0, common / arabic / 0.6)


def _valid(original: bytes, encoding: str) -> bool:
    try:
        original.decode(encoding)
    except (UnicodeError, LookupError):
        return False
    return True


def _second_judge(original: bytes, sample: bytes) -> Decoded:
    """What charset-normalizer says, where neither one-byte encoding gives plausible Arabic."""
    from charset_normalizer import from_bytes  # heavy, and seldom needed

    best = from_bytes(sample).best()
    if best is None or not _valid(original, best.encoding) or 0 < _score(sample, best.encoding) < _PLAUSIBLE:
        return Decoded(cause="its encoding cannot be told", cure=f"fetch it again or {_SAVE}")
    doubt = f"the encoding is guessed: {best.encoding}"
    return Decoded(original.decode(best.encoding), best.encoding, (doubt,))
