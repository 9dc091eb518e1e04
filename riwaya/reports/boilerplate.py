"""What an outlet prints around its reporting: links, share bars, rights, bylines, agency slugs.

Nothing is cut: the runs are told as spans, so that later rooms pass over them and every offset stays true. The words
are the pack rows of `terms` with kind `boilerplate`; their `value` says how far each reaches:

    line    a line that begins with it (اقرأ أيضا: …), unless the line is a long paragraph
    tail    from it to the end of its line, wherever it stands
    rest    from the line that begins with it to the end of the text, or to the next line that is prose
    bar     a button: a line of buttons alone, or three of them in a row where the text begins or ends
    slug    an agency or a desk: in brackets, alone on a line, or in the line that opens a report (دمشق - سانا)
    credit  what opens a credit in brackets or on a line of its own (تصوير: …)
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from riwaya.words.clitics import openings
from riwaya.words.fold import fold, folded
from riwaya.words.match import Forms
from riwaya.words.pack import Row, rows
from riwaya.words.span import Span
from riwaya.words.token import Token, tokens

_SHORT = 200  # characters: a longer line is a paragraph, not a link or a credit
_LABEL = 80  # characters: the longest line that a label without a mark may open
_HEAD = 90  # characters in which a byline must end
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_FIRST = re.compile(r"[\W_\d\u0640]{0,40}([^\W\d_][^\W\d]*)")
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|t\.me/\S+|[\w.+-]+@[\w.-]+|@\w+|#\w+")
_BETWEEN = re.compile(r"[\s|،,]+")
_DASHES = frozenset("-–—ـ‐‑―−/")
_BRACKETS = {"(": ")", "[": "]", "{": "}", "/": "/"}
_STOPS = frozenset('.!?؟»"”…')
_LONE = re.compile(r"(?<![^\W\u0640])\u0640+|\u0640+(?![^\W\u0640])")
_INNER = re.compile(r"[(\[{]([^()\[\]{}\n]{1,80})[)\]}]")


@dataclass(frozen=True, slots=True)
class _Terms:
    openers: Forms[Row]  # line, rest and credit: read where a line begins
    bars: Forms[Row]
    slugs: Forms[Row]
    tails: re.Pattern[str]
    firsts: frozenset[str]  # the first words of openers, bars and slugs
    speaking: frozenset[str]  # words that make a clause of what looks like a byline


def boilerplate(text: str) -> tuple[Span, ...]:
    """The runs of a text that are no reporting, in order, none touching another; time is linear in the text."""
    terms = _terms()
    page = fold(text)
    found = [page.home(start, end) for start, end in _tails(page.text, terms)]
    lines = [Span(*m.span()) for m in _LINE.finditer(text)]
    cut = 0
    for number, line in enumerate(lines):
        if line.start < cut:
            continue
        opener = _opener(text, line, terms)
        found.extend(_of_line(text, line, opener, terms))
        if opener == "rest":
            cut = _until_prose(lines, number)
            found.append(Span(line.start, cut))
    written = [line for line in lines if text[line.start : line.end].strip()]
    if written:
        found.extend(_byline(text, written[0], len(written) > 1, terms))
        found.extend(_share_bar(text, written[0], written[-1], terms))
    return _united(found, text)


def only_boilerplate(text: str) -> bool:
    """Whether no word of a text is reporting."""
    at, left = 0, []
    for span in boilerplate(text):
        left.append(text[at : span.start])
        at = span.end
    left.append(text[at:])
    return not any(c.isalpha() for piece in left for c in piece)


@lru_cache(maxsize=1)
def _terms() -> _Terms:
    by: dict[str, list[tuple[str, Row]]] = {}
    for row in rows("terms"):
        if row["kind"] == "boilerplate":
            by.setdefault(row["value"], []).extend((form, row) for form in row.all("form"))
    tails = [r"\s+".join(re.escape(t.form) for t in tokens(form)) for form, _ in by.get("tail", [])]
    slugs = by.get("slug", []) + [(n, row) for row in rows("outlets") if row["kind"] == "agency" for n in row.names()]
    openers = [entry for value in ("line", "rest", "credit") for entry in by.get(value, [])]
    bars = by.get("bar", [])
    return _Terms(
        Forms(openers),
        Forms(bars),
        Forms(slugs),
        re.compile("|".join(sorted(tails, key=len, reverse=True)) or r"(?!)"),
        frozenset(line[0].form for form, _ in (*openers, *bars, *slugs) if (line := tokens(form))),
        frozenset(_speaking(rows("cues"))),
    )


def _speaking(cues: Iterable[Row]) -> Iterator[str]:
    for row in cues:
        for column in ("perfect", "imperfect"):
            yield from (folded(form) for form in row.all(column))


def _tails(page: str, terms: _Terms) -> Iterator[tuple[int, int]]:
    """The folded runs from a form of value tail to the end of its line."""
    found = terms.tails.search(page)
    while found:
        line = _LINE.match(page, found.start())
        end = line.end() if line else found.end()
        yield found.start(), end
        found = terms.tails.search(page, end)


def _speaks(token: Token, terms: _Terms) -> bool:
    """Whether a word is a verb of speaking, whatever is glued before it and whatever person ends it."""
    return any(form in terms.speaking or form.removesuffix("ت") in terms.speaking for _, form in openings(token.form))


def _addresses(line: str) -> bool:
    """Whether a line holds nothing but web and mail addresses, names of accounts and hashtags."""
    pieces = [piece for piece in _BETWEEN.split(line) if any(c.isalnum() for c in piece)]
    return bool(pieces) and all(_ADDRESS.fullmatch(piece) for piece in pieces)


def _opener(text: str, line: Span, terms: _Terms) -> str:
    """How far the form reaches that opens the line: line, rest or credit; "" where none opens it."""
    start = _begins(text, line, terms)
    if start < 0:
        return ""
    words = tokens(text[start : min(line.end, start + _LABEL)], start)
    found = terms.openers.at(words, 0, clitics=False) if words else None
    if not found:
        return ""
    # a label is followed by a mark or stands on a short line; otherwise a sentence merely begins with these words
    following = words[found.last + 1].kind if found.last + 1 < len(words) else "mark"
    ends = text[line.start : line.end].rstrip()
    labelled = following == "mark" or words[found.last].form == ":"
    return found.means[0]["value"] if labelled or (len(ends) <= _LABEL and ends[-1] not in _STOPS) else ""


def _begins(text: str, line: Span, terms: _Terms) -> int:
    """Where the first word of a line stands, -1 where no form begins with that word (so most lines cost little)."""
    first = _FIRST.match(text, line.start, line.end)
    return first.start(1) if first and folded(first[1]) in terms.firsts else -1


def _of_line(text: str, line: Span, opener: str, terms: _Terms) -> Iterator[Span]:
    """What one line tells by itself: links, buttons, addresses, credits and slugs in brackets."""
    words = text[line.start : line.end]
    if len(words) <= _SHORT and (opener in ("line", "credit") or _addresses(words)):
        yield line
        return
    if len(words) <= _LABEL and _begins(text, line, terms) >= 0 and _bare(words, terms):
        yield line
        return
    for inner in _INNER.finditer(text, line.start, line.end):
        content = Span(*inner.span(1))
        before = text[line.start : inner.start()].rstrip()
        closes = not text[inner.end() : line.end].strip(" .،*")
        slug = closes and (not before or before[-1] in _STOPS) and _all(content.of(text), terms.slugs)
        if slug or _opener(text, content, terms) == "credit":
            yield Span(*inner.span())


def _bare(words: str, terms: _Terms) -> bool:
    return _all(words, terms.bars) or _all(words, terms.slugs)


def _all(words: str, forms: Forms[Row]) -> bool:
    """Whether a run is nothing but such forms, marks and figures, with at least one form."""
    line = tokens(words)
    at, any_form = 0, False
    while at < len(line):
        found = forms.at(line, at, clitics=False)
        if found:
            at, any_form = found.last + 1, True
        elif line[at].kind == "word":
            return False
        else:
            at += 1
    return any_form


def _until_prose(lines: list[Span], number: int) -> int:
    """The end of the last line before the next long one."""
    end = lines[number].end
    for line in lines[number + 1 :]:
        if line.end - line.start > _SHORT:
            break
        end = line.end
    return end


def _byline(text: str, first: Span, more: bool, terms: _Terms) -> Iterator[Span]:
    """Place, writer and agency before the first sentence: «عدن - محمد فلان:», «دمشق-سانا», «بيروت (رويترز) -»."""
    start = first.start + len(text[first.start : first.end]) - len(text[first.start : first.end].lstrip())
    # a tatweel that stands alone is a dash
    line = tokens(_LONE.sub(lambda m: "-" * len(m[0]), text[start : min(first.end, start + _HEAD)]), start)
    whole = more and first.end - first.start <= 60 and text[first.start : first.end].rstrip()[-1] not in _STOPS
    end = _after_slug(line, terms) or _after_parts(line, whole, terms)
    if end:
        yield Span(start, end)


def _after_slug(line: tuple[Token, ...], terms: _Terms) -> int:
    """The end of an opening that names an agency behind a dash or in brackets, 0 where there is none."""
    words = 0
    for at, token in enumerate(line):
        if _speaks(token, terms) or words > 4:
            return 0
        found = terms.slugs.at(line, at, clitics=False) if token.kind == "word" else None
        opened = line[at - 1].form if at else ""
        if found and (opened in _DASHES or opened in _BRACKETS or not at or line[at - 1].kind == "number"):
            last = found.last
            closing = _BRACKETS.get(opened)
            if closing and last + 1 < len(line) and line[last + 1].form == closing:
                last += 1
            following = line[last + 1].form if last + 1 < len(line) else ""
            if not at and following != ":" and following not in _DASHES:
                return 0
            return _closed(line, last, terms, plain=opened in _DASHES and at > 0)
        words += token.kind == "word"
    return 0


def _closed(line: tuple[Token, ...], last: int, terms: _Terms, *, plain: bool) -> int:
    """The end behind the dash, colon or further part that follows a slug; without any only where `plain`."""
    for at in range(last + 1, min(last + 8, len(line))):
        if line[at].form == ":":
            return line[at].span.end
        if _speaks(line[at], terms):
            break
        if line[at].kind == "mark" and line[at].form not in _DASHES and line[at].form not in '«»"()':
            break
    dash = last
    while dash + 1 < len(line) and line[dash + 1].form in _DASHES:
        dash += 1
    return line[dash].span.end if plain or dash > last else 0


def _after_parts(line: tuple[Token, ...], whole: bool, terms: _Terms) -> int:
    """The end of an opening of two to five short parts between dashes, closed by a colon or by the line's end."""
    parts, words, end, dash = 0, 0, 0, False
    for token in line:
        doubled, dash = dash, token.form in _DASHES
        if doubled and dash:
            continue
        if _speaks(token, terms) or words > 4:
            return 0
        if token.form == ":":
            return token.span.end if parts and words else 0
        if dash:
            if not words:
                return 0
            parts, words = parts + 1, 0
        elif token.kind == "word":
            words += 1
        elif token.form not in "،,.«»\"'()":
            return 0
        end = token.span.end
    return end if whole and parts and words and parts < 5 else 0


def _share_bar(text: str, first: Span, last: Span, terms: _Terms) -> Iterator[Span]:
    """Three buttons or more in a row where a text begins or ends: «شارك فيسبوك تويتر اكتب رأيك»."""
    head = tokens(text[first.start : min(first.end, first.start + _SHORT)], first.start)
    at = count = 0
    while at < len(head) and (found := terms.bars.at(head, at, clitics=False)):
        at, count = found.last + 1, count + 1
    if count >= 3:
        yield Span(first.start, head[at - 1].span.end)
    start = max(last.start, last.end - _SHORT)
    tail = tokens(text[start : last.end], start)
    run = list(terms.bars.all(tail, clitics=False))
    begin = len(tail)
    count = 0
    for found in reversed(run):
        if found.last + 1 != begin:
            break
        begin, count = found.first, count + 1
    if count >= 3:
        yield Span(tail[begin].span.start, last.end)


def _united(found: Iterable[Span], text: str) -> tuple[Span, ...]:
    """The spans in order, joined where they meet or only white space parts them."""
    out: list[Span] = []
    for span in sorted(span for span in found if span.end > span.start):
        if out and (span.start <= out[-1].end or not text[out[-1].end : span.start].strip()):
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)
