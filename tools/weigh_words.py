"""Weigh the words of a corpus for `riwaya.words.split` and write `packs/arabic/words.tsv.gz`.

    python tools/weigh_words.py REPORTS.jsonl.gz … riwaya/packs/arabic/words.tsv.gz

Each line of a corpus is a JSON object with a `text` (and a `title`). Only forms with weights leave here, no text.

The weights are found by expectation maximisation over all readings of all word forms. A form never vouches for itself:
what supports `برنامج` as a stem is البرنامج, للبرنامج, برنامجه; what supports ب+رنامج would be الرنامج, and there is none.
Forms that differ by و or ف alone count as one witness. Only what a form occurs more often than any cut explains (كانت
beside ك+انت) speaks for the form itself.
"""

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping
from math import log2
from pathlib import Path

from riwaya.words.split import NOUN, NOUNS, Reading, Weight, readings, spelled, weighed
from riwaya.words.token import tokens

ROUNDS = 6
DAMP = 0.8  # a form seen n times weighs n ** DAMP
SELF = 0.01  # what a form's own occurrence says for it
LED = 0.1  # less of it for a form that و or ف before a known one explains
SURPLUS = 0.03  # the same for occurrences that no cut explains
GLUED = {"": 1.0, "و": 3.0, "ف": 0.1, "ب": 0.06, "ل": 0.07, "ك": 0.01, "س": 0.2}  # times as frequent with as without
LONG = 10.0  # times more where four letters are left: long words seldom begin with و by root
OFTEN = 3  # a form so many times as frequent as a cut explains is a surplus
RARE = 2  # forms seen less often are left out
LEAST = 1e-7  # stems of less weight are left out
DOUBT = 2.0  # occurrences before a stem's nouniness is believed

Shares = dict[str, dict[str, float]]  # word form: stem: how much of the form's weight


def counted(corpora: Iterable[Path]) -> Counter[str]:
    """How often each folded Arabic word form occurs, a text told twice counted once."""
    counts: Counter[str] = Counter()
    seen: set[str] = set()
    for corpus in corpora:
        with (
            gzip.open(corpus, "rt", encoding="utf-8") if corpus.suffix == ".gz" else corpus.open(encoding="utf-8") as f
        ):
            for line in f:
                report = json.loads(line)
                text = f"{report.get('title') or ''}\n{report['text']}"
                if text not in seen:
                    seen.add(text)
                    counts.update(
                        spelled(token.span.of(text))
                        for token in tokens(text)
                        if token.kind == "word" and all("ء" <= letter <= "ي" for letter in token.form)
                    )
    return counts


def alone(ways: Iterable[Reading], form: str, counts: Mapping[str, int]) -> float:
    """What a form's own occurrences say for it: more where it occurs more often than its best cut explains."""
    explained = 0.0
    for way in ways:
        if way.lead or way.mark or way.pronoun:
            forms = {f for stem in way.bases for f in (stem, "ال" + stem, "و" + stem)} - {form}
            stem = max(counts.get(f, 0) for f in forms)
            lead = GLUED[way.lead] * (LONG if way.lead and len(way.bases[0]) >= 4 else 1)
            explained = max(explained, stem * lead * GLUED[way.mark] * (0.1 if way.pronoun else 1))
    surplus = max(0.0, counts[form] - OFTEN * explained)
    doubt = 1.0 if surplus or form[0] not in "وف" else LED
    return SELF * doubt * damped(counts[form]) + SURPLUS * damped(surplus)


def damped(times: float) -> float:
    """What so many occurrences weigh."""
    return float(times**DAMP)


def witnesses(form: str, counts: Container[str]) -> tuple[str, ...]:
    """The forms that are no independent witness for this one: itself, and itself with or without و and ف."""
    core = form[1:] if form[0] in "وف" and form[1:] in counts else form
    return tuple(f for f in dict.fromkeys((form, core, "و" + core, "ف" + core)) if f in counts)


def stems(counts: Mapping[str, int]) -> dict[str, Weight]:
    """The stems of a corpus with their weights, as shares of the whole."""
    ways = {form: found for form in counts if (found := tuple(readings(form)))}
    mass = {form: damped(counts[form]) for form in ways}
    itself = {form: alone(ways[form], form, counts) for form in ways}
    kin = {form: witnesses(form, ways) for form in ways}
    shares: Shares = {
        form: shared(found, [[1.0] * len(w.bases) for w in found], mass[form]) for form, found in ways.items()
    }
    total = sum(mass.values())
    noun: dict[str, float] = {}
    for _ in range(ROUNDS):
        support = summed(shares.values())
        nouny: dict[str, float] = defaultdict(float)
        fresh: Shares = {}
        for form, found in ways.items():
            own = summed(shares[f] for f in kin[form])
            local = {}
            for stem in dict.fromkeys(stem for way in found for stem in way.bases):
                weight = max(0.0, support.get(stem, 0.0) - own.get(stem, 0.0))
                weight = (weight + (itself.get(stem, 0.0) if stem in kin[form] else 0.0)) / total
                local[stem] = Weight(weight, weight, nouniness(noun.get(stem, 0.0), support.get(stem, 0.0)))
            chances = [weighed(way, local) for way in found]
            fresh[form] = shared(found, chances, mass[form])
            for way, chance in zip(found, chances, strict=True):
                for stem, gain in shared((way,), [chance], mass[form] * sum(chance) / sum(map(sum, chances))).items():
                    nouny[stem] += gain * noun_like(way, stem)
        shares, noun = fresh, nouny
    support = summed(shares.values())
    out = {}
    for stem, weight in support.items():
        own_share = sum(shares[f].get(stem, 0.0) for f in (stem, "و" + stem, "ف" + stem) if f in shares)
        apart = max(0.0, weight - own_share) + itself.get(stem, 0.0)
        out[stem] = Weight(weight / total, apart / total, nouniness(noun.get(stem, 0.0), weight))
    return out


def shared(found: tuple[Reading, ...], chances: list[list[float]], mass: float) -> dict[str, float]:
    """A form's mass shared out to the stems it may hold."""
    whole = sum(map(sum, chances))
    out: dict[str, float] = defaultdict(float)
    for way, row in zip(found, chances, strict=True):
        for stem, chance in zip(way.bases, row, strict=True):
            if chance > 1e-5 * whole:
                out[stem] += mass * chance / whole
    return out


def summed(many: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """The shares of several forms together."""
    out: dict[str, float] = defaultdict(float)
    for shares in many:
        for stem, share in shares.items():
            out[stem] += share
    return out


def noun_like(way: Reading, stem: str) -> float:
    """How strongly a reading says that its stem is a noun; a bare noun is as frequent as one with article or preposition."""
    if way.article or way.mark in ("ب", "ك") or (way.mark == "ل" and stem[0] not in "يتنا"):
        return 1.6
    return 1.0 if stem.endswith("ة") else 0.0


def nouniness(noun: float, weight: float) -> float:
    """How noun-like a stem is, 0 to 1."""
    return (min(noun, weight) + DOUBT * NOUN) / (weight + DOUBT)


def rows(weights: Mapping[str, Weight]) -> Iterable[str]:
    """The table's lines: stems of one class together, weights as negative powers of two."""
    classes: dict[tuple[int, int, int], list[str]] = defaultdict(list)
    for stem, weight in weights.items():
        if weight.part > LEAST:
            noun = min(range(len(NOUNS)), key=lambda n: abs(NOUNS[n] - weight.noun))
            whole = round(-log2(weight.whole)) if weight.whole > LEAST / 100 else 40
            classes[round(-log2(weight.part)), min(whole, 40), noun].append(stem)
    yield "id\tforms\tpart\twhole\tnoun"
    for part, whole, noun in sorted(classes):
        yield f"words.{part}.{whole}.{noun}\t{'|'.join(sorted(classes[part, whole, noun]))}\t{part}\t{whole}\t{noun}"


def main(*paths: str) -> None:
    """Count, weigh and write."""
    *corpora, out = map(Path, paths)
    counts = {form: n for form, n in counted(corpora).items() if n >= RARE}
    table = "\n".join(rows(stems(counts))) + "\n"
    out.write_bytes(gzip.compress(table.encode(), 9, mtime=0))


if __name__ == "__main__":
    main(*sys.argv[1:])
