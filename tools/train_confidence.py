"""Learn the weights by which a claim shows how likely a careful reader is to have drawn the same, from annotated reports.

    python tools/train_confidence.py REPORTS [REPORTS …] --check REPORTS --out riwaya/packs/weights/confidence.weights.gz

REPORTS are folders of JSON reports in the shape of docs/codebook.md. They must be reports that no other weights were learned
from: of reports that they know, types and partings are surer than of others. Needs scikit-learn (the `tools` extra).
Prints the reliability of the confidence on the reports behind --check: of the claims in each step of it, how many are right.
"""

import argparse
from pathlib import Path

import numpy as np
from learning import common, lines, write
from scoring import drawn_alike, paired, reports
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from riwaya.claims.confidence import confidence_signs
from riwaya.claims.draw import drawn
from riwaya.claims.outlets import own
from riwaya.claims.record import claim_record


def examples(report: dict) -> list[tuple[tuple[str, ...], bool]]:
    """The signs of each claim drawn from an annotated report, and whether the annotation has the same."""
    outlet = own(report.get("outlet") or "", report.get("url") or "")
    found = list(drawn("", lines(report), outlet))
    shapes = [claim_record(claim) | {"number": number} for number, (claim, _, _) in enumerate(found)]
    right = {read["number"] for due, read in paired(report["claims"], shapes) if drawn_alike(due, read)}
    return [(tuple(confidence_signs(*each)), number in right) for number, each in enumerate(found)]


def reliability(sure: np.ndarray, right: np.ndarray) -> None:
    """Print, for each tenth of confidence, how many claims are so sure and what share of them is right."""
    for low in np.arange(0, 1, 0.1):
        inside = (sure >= low) & (sure < low + 0.1)
        if inside.any():
            share = f"right {right[inside].mean():.2f}, said {sure[inside].mean():.2f}"
            print(f"  {low:.1f} to {low + 0.1:.1f}: {inside.sum():5} claims, {share}")
    print(f"  squared error {np.mean((sure - right) ** 2):.3f}; of always saying the mean {right.var():.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="+", type=Path)
    parser.add_argument("--check", nargs="+", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--strength", type=float, default=0.1, help="C of the logistic regression")
    parser.add_argument("--least", type=int, default=8, help="a sign must be shown by this many claims")
    options = parser.parse_args()
    shown = [each for report in reports(options.reports) for each in examples(report)]
    rows = common([dict.fromkeys(signs, 1.0) for signs, _ in shown], options.least)
    right = np.array([alike for _, alike in shown])
    vectors = DictVectorizer()
    model = LogisticRegression(C=options.strength, max_iter=600, fit_intercept=False)
    model.fit(vectors.fit_transform(rows), right)
    print(f"{len(shown)} claims, {right.mean():.2f} of them right, {len(vectors.vocabulary_)} signs")
    checked = [each for report in reports(options.check) for each in examples(report)]
    sure = model.predict_proba(vectors.transform([dict.fromkeys(signs, 1.0) for signs, _ in checked]))[:, 1]
    reliability(sure, np.array([alike for _, alike in checked]))
    write(options.out, ["same"], vectors.get_feature_names_out(), model.coef_.T, least=0.0)


if __name__ == "__main__":
    main()
