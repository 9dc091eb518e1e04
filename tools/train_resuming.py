"""Learn the weights by which somebody shows that he speaks where a cue names nobody, from annotated reports.

    python tools/train_resuming.py REPORTS [REPORTS …] --out riwaya/packs/weights/resuming.weights.gz

REPORTS is a folder of JSON reports in the shape of docs/codebook.md ({id, outlet, url, published, text, claims}). Needs
scikit-learn (the `tools` extra). Prints how often the right one is chosen when each report in turn is left out.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from learning import common, lines, write
from scipy import sparse
from scoring import reports, same_name
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from riwaya.claims.draw import consider, likeliest
from riwaya.claims.frame import Frame
from riwaya.claims.outlets import own
from riwaya.claims.resuming import Voice
from riwaya.mentions.line import Line

Run = tuple[int, int]
Example = list[tuple[tuple[str, ...], bool]]


def examples(report: dict, *, guided: bool) -> list[Example]:
    """For each cue of a report whose annotated source is somebody: those who may speak, with whether each is the one.

    Where it is guided the right one goes on speaking; else whoever the weights that are there choose, as in use.
    """
    out: list[Example] = []

    def taught(line: Line, frame: Frame, found: Sequence[Voice]) -> Voice:
        span = line.mention(*frame.cue, bare=False).span
        said = next((c for c in report["claims"] if c["cue"] and _meets(c["cue"], span.start, span.end)), None)
        if said is None or not said["sources"]:
            return likeliest(line, frame, found)
        answers = [_is(line, voice, said["sources"][0]) for voice in found]
        if True not in answers:
            out.append([(voice.signs, False) for voice in found])
            return likeliest(line, frame, found)
        out.append([(voice.signs, answer) for voice, answer in zip(found, answers, strict=True)])
        if not guided:
            return likeliest(line, frame, found)
        return found[len(answers) - 1 - answers[::-1].index(True)]

    for _ in consider(lines(report), own(report.get("outlet") or "", report.get("url") or ""), taught):
        pass
    return out


def _is(line: Line, voice: Voice, source: dict) -> bool:
    """Whether somebody who may be speaking bears the name of an annotated source."""
    if "unspecified" in (source["kind"], voice.chain[0].kind if voice.chain else ""):
        return bool(voice.chain) and voice.chain[0].kind == source["kind"]
    name = voice.chain[0].name if voice.chain else line.words(voice.zone[0], voice.zone[1] - 1)
    known = [source["name"], (source["mention"] or {}).get("text")]
    return any(same_name(name or "", each) for each in known if each)


def _meets(cue: dict, start: int, end: int) -> bool:
    return cue["start"] < end and start < cue["end"]


def pairs(matrix: sparse.csr_matrix, truth: np.ndarray, cases: Sequence[Run]) -> tuple[sparse.csr_matrix, np.ndarray]:
    """For each case each right one less each wrong one, and the other way round: what is learned is who goes before whom."""
    right, wrong = [], []
    for first, end in cases:
        for one in range(first, end):
            for other in range(first, end):
                if truth[one] and not truth[other]:
                    right.append(one)
                    wrong.append(other)
    less = matrix[right] - matrix[wrong]
    return sparse.vstack([less, -less]), np.repeat([True, False], len(right))


def chosen(weight: np.ndarray, truth: np.ndarray, cases: Sequence[Run]) -> int:
    """In how many cases the one that weighs most is right."""
    return sum(bool(truth[first + weight[first:end].argmax()]) for first, end in cases)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--strength", type=float, default=0.05, help="C of the logistic regression")
    parser.add_argument("--least", type=int, default=4, help="a sign must stand in this many examples")
    options = parser.parse_args()
    rows, answers, cases, groups, unknown = [], [], [], [], 0
    for group, report in enumerate(reports(options.reports)):
        for case in (*examples(report, guided=True), *examples(report, guided=False)):
            if not any(answer for _, answer in case):
                unknown += 1
                continue
            cases.append((len(rows), len(rows) + len(case)))
            groups.append(group)
            for signs, answer in case:
                rows.append(dict.fromkeys(signs, 1.0))
                answers.append(answer)
    vectors = DictVectorizer()
    matrix, truth = vectors.fit_transform(common(rows, options.least)).tocsr(), np.array(answers)
    model = LogisticRegression(C=options.strength, max_iter=3000, fit_intercept=False)
    right = 0
    for taught, tried in GroupKFold(5).split(cases, groups=groups):
        model.fit(*pairs(matrix, truth, [cases[at] for at in taught]))
        right += chosen(matrix @ model.coef_[0], truth, [cases[at] for at in tried])
    print(f"{len(set(groups))} reports, {len(cases)} cues without a name, {matrix.shape[1]} signs; left out:")
    print(f"  right {right}; beside them {unknown} whose speaker is not among those considered")
    model.fit(*pairs(matrix, truth, cases))
    write(options.out, ["speaks"], vectors.get_feature_names_out(), model.coef_.T, least=0.02)


if __name__ == "__main__":
    main()
