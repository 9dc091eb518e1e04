"""Learn the weights by which a place told near a happening shows that it is the happening's, from annotated reports.

    python tools/train_places.py REPORTS [REPORTS …] --out riwaya/packs/weights/places.weights.gz

REPORTS is a folder of JSON reports in the shape of docs/codebook.md ({id, outlet, url, published, text, claims}). Needs
scikit-learn (the `tools` extra). Prints F1 of the places of matched claims when each report in turn is left out.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from learning import annotated_run, common, lines, write
from scoring import reports
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from train_types import matched

from riwaya.claims.arguments import arguments, given
from riwaya.claims.draw import asked, consider
from riwaya.claims.happening import happening
from riwaya.claims.outlets import own
from riwaya.claims.places import Asked, Candidate, Seen, remembered, told_before, told_inside
from riwaya.mentions.line import Line
from riwaya.mentions.mention import Mention
from riwaya.words.fold import folded
from riwaya.words.span import Span

Example = tuple[tuple[str, ...], bool]


def examples(report: dict) -> Iterator[tuple[list[Example], list[Example], int | None]]:
    """For each of one report's claims: the places told in it and before it, with whether they are its, and how many are due.

    Each claim is taken twice: as the program draws it, and as it is annotated (then None are due, to count once).
    """
    sentences = lines(report)
    drawn = list(consider(sentences, own(report.get("outlet") or "", report.get("url") or "")))
    seen = Seen()
    for each, claim in zip(drawn, matched(drawn, report["claims"]), strict=True):
        if claim:
            run = asked(each, arguments(each.line, given(each.line, each.run, each.what)))
            yield (*answered(run, claim, seen), len(claim["event"]["place"]))
    seen = Seen()
    for claim in report["claims"]:
        run = annotated(claim, sentences)
        if run:
            yield (*answered(run, claim, seen), None)


def annotated(claim: dict, sentences: Sequence[Line]) -> Asked | None:
    """What is asked of the places of an annotated claim."""
    spot = annotated_run(sentences, claim)
    if spot is None:
        return None
    line, run = spot
    what = happening(line, *run)
    named = [mention for source in claim["sources"] for mention in (source["mention"], source.get("of"))]
    said = tuple(Span(each["start"], each["end"]) for each in (claim["cue"], *named) if each)
    return Asked(line, run, what, arguments(line, given(line, run, what)), claim["act"], "", said)


def answered(run: Asked, claim: dict, seen: Seen) -> tuple[list[Example], list[Example]]:
    """The places told in a run and before it, with whether they are among the claim's annotated ones."""
    due = [place["text"] for place in claim["event"]["place"]]
    inside, right = _answers(told_inside(run, seen), due)
    before, other = _answers(told_before(run, seen), due)
    remembered(right or other, seen)  # what is annotated is what the next claim may carry on
    return inside, before


def _answers(found: Sequence[Candidate], due: list[str]) -> tuple[list[Example], list[Mention]]:
    """Whether each place is one of those due, and the mentions of those that are."""
    left, out, right = list(due), [], []
    for candidate in found:
        meant = next((place for place in left if same(place, candidate.mention.text)), None)
        if meant is not None:
            left.remove(meant)
            right.append(candidate.mention)
        out.append((candidate.signs, meant is not None))
    return out, right


def same(one: str, other: str) -> bool:
    """Whether two mentions share half of their words."""
    a, b = (Counter(word.removeprefix("ال") for word in folded(text).split()) for text in (one, other))
    return 2 * sum((a & b).values()) >= 0.5 * (sum(a.values()) + sum(b.values()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--strength", type=float, default=0.2, help="C of the logistic regression")
    parser.add_argument("--least", type=int, default=6, help="a sign must stand in this many examples")
    options = parser.parse_args()
    rows, answers, groups, drawn, due = [], [], [], [], 0
    for group, report in enumerate(reports(options.reports)):
        for inside, before, count in examples(report):
            due += count or 0
            told = any(answer for _, answer in inside)
            for signs, answer in (*inside, *(() if told else before)):
                rows.append(dict.fromkeys(signs, 1.0))
                answers.append(answer)
                groups.append(group)
                drawn.append(count is not None)
    vectors = DictVectorizer()
    matrix, truth = vectors.fit_transform(common(rows, options.least)), np.array(answers)
    model = LogisticRegression(C=options.strength, max_iter=1000, fit_intercept=False)
    likely = cross_val_predict(model, matrix, truth, groups=groups, cv=GroupKFold(5), method="predict_proba")[:, 1]
    print(
        f"{len(set(groups))} reports, {len(rows)} places considered, {due} annotated, {matrix.shape[1]} signs; left out:"
    )
    for bound in (0.3, 0.34, 0.38, 0.42, 0.46):
        taken = (likely >= bound) & np.array(drawn)
        print(f"  above {bound}: F1 {2 * (truth & taken).sum() / (due + taken.sum()):.3f}")
    model.fit(matrix, truth)
    write(options.out, ["its"], vectors.get_feature_names_out(), model.coef_.T, least=0.15)


if __name__ == "__main__":
    main()
