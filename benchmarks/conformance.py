"""Outside specs of numbers, dates and word splitting, read from where they lie, and how many Riwaya meets.

python benchmarks/conformance.py --recognizers DIR --pud FILE

DIR holds the Arabic specs of Microsoft's Recognizers-Text (NumberModel.json, DateParser.json …), FILE the Arabic
treebank PUD of Universal Dependencies. What counts as right is defined in docs/times-and-numbers.md.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import word_splitting  # beside this file

from riwaya.mentions.dates.words import Page
from riwaya.mentions.dates.words import words as calendar_words
from riwaya.mentions.mention import Number, Time
from riwaya.mentions.numbers import numbers
from riwaya.mentions.times import times
from riwaya.words.clitics import openings
from riwaya.words.token import Token, tokens

REFERENCE = date(2016, 11, 7)  # for specs that name no day of reference, as most of the others do
FRAME = ("in", "of", "from", "to", "during", "since", "until", "between", "this", "same", "for")
NUMBER_FILES = ("NumberModel", "NumberRangeModel", "OrdinalModel", "PercentModel")
DATE_FILES = ("DateExtractor", "DateParser", "DatePeriodExtractor", "DatePeriodParser", "DateTimeParser")
UNCOUNTED = {"TimeParser": "times of day without a date", "DurationParser": "lengths of time without a date"}


@dataclass(frozen=True, slots=True)
class Claimed:
    """What a spec or the program says of a text: the words, and the values they have (none in an extractor's spec)."""

    words: tuple[str, ...]
    values: frozenset[tuple[Any, Any]] = frozenset()
    core: tuple[str, ...] = ()


@dataclass(slots=True)
class Score:
    """How many cases of one file were right, and what the misses are."""

    name: str
    cases: int = 0
    right: int = 0
    uncounted: int = 0
    misses: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The share of counted cases that were right."""
        return self.right / self.cases if self.cases else 0.0


def _words(text: str) -> tuple[str, ...]:
    """The folded words and numbers of a text; marks, and a conjunction that stands alone, do not count."""
    out: list[str] = []
    pending = ""
    for token in tokens(text):
        if token.kind == "word" and len(token.form) == 1:
            pending = token.form
        elif token.kind != "mark" or token.form in "%٪-<>":
            out.append(pending + token.form)
            pending = ""
    return tuple(out)


def _same_words(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether two runs of words are the same, a clitic before the first one in or out."""
    if ours == theirs:
        return True
    if not ours or not theirs or ours[1:] != theirs[1:]:
        return False
    short, long = sorted((ours[0], theirs[0]), key=len)
    return any(rest == short for _, rest in openings(long)) or long[1:] == short


def _unframed(words: tuple[str, ...], text: str) -> tuple[str, ...]:
    """The words of a date without the prepositions before it and the word for day."""
    line = tokens(text)
    page = Page(line, text, None, calendar_words(line, range(len(line))))
    at = 0
    while at < len(line) and (found := page.row(at, *FRAME)) and found[0] + 1 < len(line):
        at = found[0] + 1
    return _words(text[line[at].span.start :]) if at else words


def _value(low: float | None, high: float | None) -> tuple[Any, Any]:
    shrink = [None if side is None else float(f"{side:.9g}") for side in (low, high)]
    return shrink[0], shrink[1]


def _expected_number(result: dict[str, Any]) -> Claimed:
    value = str(result["Resolution"].get("value", "")).rstrip("%")
    if value[:1] in "([" and value[-1:] in ")]" and value:
        low, _, high = value[1:-1].partition(",")
        pair = _value(float(low) if low else None, float(high) if high else None)
    else:
        try:
            pair = _value(float(value), float(value))
        except ValueError:
            pair = (value, value)
    return Claimed(_words(result["Text"]), frozenset([pair]))


def _our_number(number: Number, text: str) -> Claimed:
    """A number with its bounds; open below is written low 0, which the specs leave out."""
    core = number.core or number.span
    low = None if number.low in (0, float("-inf")) and number.high and number.span != core else number.low
    return Claimed(_words(number.span.of(text)), frozenset([_value(low, number.high)]), _words(core.of(text)))


def _number_claims(name: str, line: Sequence[Token], text: str) -> list[Claimed]:
    found = numbers(line, ratios=True)
    if name == "NumberRangeModel":
        return [_our_number(n, text) for n in found if n.low != n.high or n.span != n.core]
    if name == "PercentModel":
        return [_our_number(n, text) for n in found if n.form == "percent"]
    if name == "OrdinalModel":
        return [_bare(n, text) for n in found if n.form in ("ordinal", "words")]
    return [_bare(n, text) for n in found if n.form != "ordinal"]


def _bare(number: Number, text: str) -> Claimed:
    """A number without its bounds, as the spec for plain numbers has it."""
    core = number.core or number.span
    again = (number,) if core == number.span else numbers(tokens(core.of(text)), ratios=True)
    value = _value(again[0].low, again[0].high) if len(again) == 1 else (None, None)
    return Claimed(_words(core.of(text)), frozenset([value]))


def _days(resolution: dict[str, str]) -> set[tuple[Any, Any]]:
    """The dates of a resolution; the specs end a period on its last day or on the day after it: both count."""
    if one := resolution.get("date") or resolution.get("dateTime", "")[:10]:
        return {(one, one)}
    begins, ends = resolution.get("startDate"), resolution.get("endDate")
    if not begins or not ends:
        return set()
    return {(begins, ends), (begins, (date.fromisoformat(ends) - timedelta(days=1)).isoformat())}


def _expected_date(result: dict[str, Any]) -> Claimed:
    value = result.get("Value") or {}
    days = _days(value.get("FutureResolution") or {}) | _days(value.get("PastResolution") or {})
    return Claimed(_unframed(_words(result["Text"]), result["Text"]), frozenset(days))


def _our_time(time: Time) -> Claimed:
    words = _unframed(_words(time.mention.text), time.mention.text)
    return Claimed(words, frozenset([(time.begins, time.ends)]))


def _agree(ours: Claimed, theirs: Claimed, spans: bool) -> bool:
    words = bool(set(ours.words) & set(theirs.words))
    if spans:
        ranged = any(low != high for low, high in ours.values)
        words = _same_words(ours.words, theirs.words) or (ranged and _same_words(ours.core, theirs.words))
    return words and (not theirs.values or bool(ours.values & theirs.values))


def _number_kind(case: dict[str, Any], ours: list[Claimed], theirs: list[Claimed]) -> str:
    text = case["Input"]
    if any(result.get("TypeName") == "ordinal.relative" for result in case["Results"]):
        return "convention: a relative place (السابق، الأخير) is no number"
    if any(" ".join(_words(r["Text"])) not in " ".join(_words(text)) for r in case["Results"]):
        return "the spec: its words are not in its text"
    if "^" in text or "e" in text:
        return "powers and exponents are not read"
    if not theirs:
        return "convention: a number glued to a unit or a sign counts"
    if not ours:
        return "not found"
    if any(_same_words(o.words, t.words) for o in ours for t in theirs):
        return "value differs" if len(ours) == len(theirs) else "another number found beside it"
    return "span differs"


def _date_kind(case: dict[str, Any], ours: list[Claimed], theirs: list[Claimed]) -> str:
    if not theirs:
        return "convention: a date where the spec has none"
    if not ours:
        digits = any(len(t.words) <= 3 and any(w[:1].isdigit() or len(t.words) == 1 for w in t.words) for t in theirs)
        return "convention: a lone number or word is no date" if digits else "not found"
    if any(_same_words(o.words, t.words) for o in ours for t in theirs):
        return (
            "convention: value by the codebook's rules" if len(ours) == len(theirs) else "another date found beside it"
        )
    return "span differs"


def _read(folder: Path, name: str) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8-sig"))
    return cases


def _judge(
    score: Score,
    case: dict[str, Any],
    ours: list[Claimed],
    theirs: list[Claimed],
    spans: bool,
    kind: Callable[[dict[str, Any], list[Claimed], list[Claimed]], str],
) -> None:
    score.cases += 1
    paired = len(ours) == len(theirs) and all(_agree(o, t, spans) for o, t in zip(ours, theirs, strict=True))
    if paired or (not spans and any(_agree(o, t, spans) for o in ours for t in theirs)):
        score.right += 1
        return
    why = kind(case, ours, theirs)
    score.misses[why] += 1
    score.examples.append(
        f"{why}\t{case['Input']}\t{[t.words for t in theirs]}\t{[(o.words, *o.values) for o in ours]}"
    )


def number_score(folder: Path, name: str) -> Score:
    """How the numbers of one spec file are read: value and span."""
    score = Score(name)
    for case in _read(folder, name):
        text = case["Input"]
        theirs = [_expected_number(result) for result in case["Results"] if result.get("Text")]
        _judge(score, case, _number_claims(name, tokens(text), text), theirs, True, _number_kind)
    return score


def date_score(folder: Path, name: str) -> Score:
    """How the dates of one spec file are read: span and, in a parser's file, value."""
    score = Score(name)
    for case in _read(folder, name):
        timex = {(result.get("Value") or {}).get("Timex") for result in case["Results"]}
        if timex & {"PRESENT_REF", "FUTURE_REF"}:
            score.uncounted += 1
            continue
        named = (case.get("Context") or {}).get("ReferenceDateTime", "")[:10]
        published = date.fromisoformat(named) if named else REFERENCE
        text = case["Input"]
        ours = [_our_time(time) for time in times(tokens(text), text, published)]
        theirs = [_expected_date(result) for result in case["Results"]]
        _judge(score, case, ours, theirs, name != "DateTimeParser", _date_kind)
    return score


def _printed(title: str, scores: Iterable[Score], verbose: bool) -> None:
    scores = list(scores)
    print(f"{title:<22}{'cases':>7}{'right':>7}{'share':>8}")
    for score in scores:
        print(f"{score.name:<22}{score.cases:>7}{score.right:>7}{score.share:>8.1%}")
    cases, right = sum(s.cases for s in scores), sum(s.right for s in scores)
    print(f"{'all':<22}{cases:>7}{right:>7}{right / max(cases, 1):>8.1%}")
    for score in scores:
        for why, count in score.misses.most_common():
            print(f"  {score.name}: {count} × {why}")
        if score.uncounted:
            print(f"  {score.name}: {score.uncounted} not counted, no date is named (now, as soon as possible)")
        if verbose:
            print("\n".join(f"    {example}" for example in score.examples))


def _word_splitting(file: Path) -> None:
    outcomes = word_splitting.words_split(file)
    print(f"words cut as the treebank cuts them: {word_splitting.share(outcomes).strip()}")
    misses = Counter(word_splitting.kind(one) for one in outcomes if one.due != one.found)
    for why, count in misses.most_common():
        print(f"  {count} × {why}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; 2 where neither folder nor file is given."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--recognizers", type=Path, help="folder of the Arabic specs of Recognizers-Text")
    parser.add_argument("--pud", type=Path, help="the Arabic PUD treebank (CoNLL-U)")
    parser.add_argument("--misses", action="store_true", help="print every miss")
    given = parser.parse_args(arguments)
    if given.recognizers:
        _printed("numbers", (number_score(given.recognizers, name) for name in NUMBER_FILES), given.misses)
        _printed("dates", (date_score(given.recognizers, name) for name in DATE_FILES), given.misses)
        for name, why in UNCOUNTED.items():
            print(f"not counted: {name}, {len(_read(given.recognizers, name))} cases: {why}")
    if given.pud:
        _word_splitting(given.pud)
    return 0 if given.recognizers or given.pud else 2


if __name__ == "__main__":
    sys.exit(main())
