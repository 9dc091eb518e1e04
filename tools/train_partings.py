"""Learn the weights by which it shows where one happening of a content ends and the next begins, from annotated reports.

    python tools/train_partings.py REPORTS [REPORTS …] --out riwaya/packs/weights/partings.weights.gz

REPORTS is a folder of JSON reports in the shape of docs/codebook.md ({id, outlet, url, published, text, claims}). Needs
scikit-learn (the `tools` extra). Prints how well partings are found when a fifth of the reports is left out of the training.
"""

import argparse
from pathlib import Path

import numpy as np
from learning import common, lines, write
from scoring import reports
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from riwaya.claims.draw import attributed
from riwaya.claims.memory import Memory
from riwaya.claims.outlets import own
from riwaya.claims.partings import LEAST, may_part, parting_signs
from riwaya.claims.scene import Stage
from riwaya.claims.speakers import introduce
from riwaya.mentions.line import Line


def examples(report: dict) -> list[tuple[tuple[str, ...], bool]]:
    """The signs of each place where a content may part, and whether the annotation parts it there."""
    out = []
    memory, outlet = Memory(), own(report.get("outlet") or "", report.get("url") or "")
    told = [(claim["content"]["start"], claim["content"]["end"]) for claim in report["claims"]]
    for line in lines(report):
        for (first, end), _ in attributed(Stage(line), memory, outlet):
            if end - first > LEAST:
                out.extend(_partings(line, first, end, told))
        introduce(line, memory)
    return out


def _partings(line: Line, first: int, end: int, told: list[tuple[int, int]]) -> list[tuple[tuple[str, ...], bool]]:
    begins, ends = line.tokens[first].span.start, line.tokens[end - 1].span.end
    inside = [(a, b) for a, b in told if min(b, ends) - max(a, begins) > 0.6 * (b - a)]
    out = []
    begun = first
    for at in range(first + LEAST, end - 1):
        if at - begun >= LEAST and may_part(line, at):
            here, following = line.tokens[at].span.start, line.tokens[at + 1].span.start
            parts = (
                any(here <= a <= following for a, _ in inside)
                and any(b <= here + 1 for _, b in inside)
                and not any(a < here - 2 and b > here + 3 for a, b in inside)
            )
            out.append((tuple(parting_signs(line, (first, end), begun, at)), parts))
            begun = at if parts else begun
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--strength", type=float, default=0.4, help="C of the logistic regression")
    parser.add_argument("--least", type=int, default=3, help="a sign must stand in this many examples")
    options = parser.parse_args()
    rows, answers, groups = [], [], []
    for group, report in enumerate(reports(options.reports)):
        for signs, parts in examples(report):
            rows.append(dict.fromkeys(signs, 1.0))
            answers.append(parts)
            groups.append(group)
    vectors = DictVectorizer()
    matrix, parted = vectors.fit_transform(common(rows, options.least)), np.array(answers)
    model = LogisticRegression(C=options.strength, max_iter=600, fit_intercept=False)
    likely = cross_val_predict(model, matrix, parted, groups=groups, cv=GroupKFold(5), method="predict_proba")[:, 1]
    print(
        f"{len(set(groups))} reports, {len(rows)} places, {parted.sum()} partings, {matrix.shape[1]} signs; left out:"
    )
    for bound in (0.3, 0.38, 0.45, 0.5):
        made = likely > bound
        print(f"  above {bound}: precision {parted[made].mean():.3f}, recall {made[parted].mean():.3f}")
    model.fit(matrix, parted)
    write(options.out, ["parts"], vectors.get_feature_names_out(), model.coef_.T, least=0.1)


if __name__ == "__main__":
    main()
