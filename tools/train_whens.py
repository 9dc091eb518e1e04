"""Learn the weights by which a time shows whether it is a claim's, from annotated reports.

    python tools/train_whens.py REPORTS [REPORTS …] --out riwaya/packs/weights/whens.weights.gz

REPORTS is a folder of JSON reports in the shape of docs/codebook.md ({id, outlet, url, published, text, claims}). Needs
scikit-learn (the `tools` extra). Prints F1 of the times of matched claims when a fifth of the reports is left out in turn.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from learning import common, lines, write
from scoring import reports
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from train_places import annotated
from train_types import matched

from riwaya.claims.arguments import arguments, given
from riwaya.claims.draw import asked, consider, untimed
from riwaya.claims.outlets import own
from riwaya.claims.weighing import NONE, weigh
from riwaya.claims.whens import Dated, Dating, Untimed, candidates, remember
from riwaya.mentions.mention import Time


class Example(NamedTuple):
    """One claim's times with whether each is its; `exact` says which have its dates, `due` whether it has a time.

    A claim is taken twice: as the program draws it, and as it is annotated; `drawn` says which, so that it counts once.
    """

    signs: tuple[tuple[str, ...], ...]
    answers: tuple[bool, ...]
    exact: tuple[bool, ...]
    due: bool
    drawn: bool


def examples(report: dict) -> Iterator[Example]:
    """The times considered for each of one report's claims, as it is drawn and as it is annotated."""
    sentences = lines(report)
    drawn = list(consider(sentences, own(report.get("outlet") or "", report.get("url") or "")))
    before = Dated()
    for each, claim in zip(drawn, matched(drawn, report["claims"]), strict=True):
        if claim:
            likely = weigh(each.signs)
            kind = max((name for name in likely if name != NONE), key=likely.__getitem__, default=each.what.type)
            run = asked(each, arguments(each.line, given(each.line, each.run, each.what)))
            yield answered(untimed(run), kind, claim, before, drawn=True)
    before = Dated()
    for claim in report["claims"]:
        if run := annotated(claim, sentences):
            yield answered(untimed(run), claim["event"]["type"], claim, before, drawn=False)


def answered(run: Untimed, kind: str, claim: dict, before: Dated, *, drawn: bool) -> Example:
    """The times considered for a claim; that which is annotated is what the next claim may carry on."""
    due = claim["event"]["time"]
    found = candidates(run, kind, before) if kind != "statement" else ()
    answers = meant(found, due)
    remember(run, kind, next((each.time for each, yes in zip(found, answers, strict=True) if yes), None), before)
    exact = tuple(_dates(each.time, due) for each in found)
    return Example(tuple(each.signs for each in found), answers, exact, due is not None, drawn)


def meant(found: Sequence[Dating], due: dict | None) -> tuple[bool, ...]:
    """Which times are the annotated one: those of its words, or else those of its dates."""
    if due is None:
        return (False,) * len(found)
    words = due["mention"]
    same = tuple(bool(words) and _meets(each.time, words) for each in found)
    if sum(same) > 1:
        exact = tuple(yes and _dates(each.time, due) for each, yes in zip(found, same, strict=True))
        return exact if any(exact) else same
    return same if any(same) else tuple(_dates(each.time, due) for each in found)


def _meets(time: Time, words: dict) -> bool:
    return bool(time.mention.span.start < words["end"] and words["start"] < time.mention.span.end)


def _dates(time: Time, due: dict | None) -> bool:
    return due is not None and (time.begins, time.ends) == (due["from"], due["to"])


def figure(found: Sequence[Example], likely: Sequence[Sequence[float]], bound: float) -> float:
    """F1 of the times of drawn claims where the likeliest is taken if it is likelier than a bound."""
    right = taken = due = 0
    for example, chances in zip(found, likely, strict=True):
        if example.drawn:
            due += example.due
            best = int(np.argmax(chances)) if len(chances) else -1
            if best >= 0 and chances[best] >= bound:
                taken += 1
                right += example.exact[best]
    return 2 * right / max(1, due + taken)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--strength", type=float, default=0.05, help="C of the logistic regression")
    parser.add_argument("--least", type=int, default=5, help="a sign must stand in this many examples")
    options = parser.parse_args()
    found, of = [], []
    for number, report in enumerate(reports(options.reports)):
        for example in examples(report):
            found.append(example)
            of.append(number)
    rows = [dict.fromkeys(signs, 1.0) for example in found for signs in example.signs]
    truth = np.array([answer for example in found for answer in example.answers])
    groups = [number for example, number in zip(found, of, strict=True) for _ in example.signs]
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(common(rows, options.least))
    model = LogisticRegression(C=options.strength, max_iter=1000, fit_intercept=False)
    flat = cross_val_predict(model, matrix, truth, groups=groups, cv=GroupKFold(5), method="predict_proba")[:, 1]
    ends = np.cumsum([len(example.signs) for example in found])
    likely = [flat[end - len(example.signs) : end] for example, end in zip(found, ends, strict=True)]
    print(f"{len(set(of))} reports, {len(rows)} times considered, {matrix.shape[1]} signs; left out:")
    for bound in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6):
        print(f"  above {bound}: F1 {figure(found, likely, bound):.3f}")
    model.fit(matrix, truth)
    write(options.out, ["its"], vectors.get_feature_names_out(), model.coef_.T)


if __name__ == "__main__":
    main()
