"""Learn the weights by which a run of words shows its type, from annotated reports.

    python tools/train_types.py REPORTS [REPORTS …] --out riwaya/packs/weights/types.weights.gz

REPORTS is a folder of JSON reports in the shape of docs/codebook.md ({id, outlet, url, published, text, claims}); reports
of the folders behind --peace have no claims and teach what tells nothing. The examples of the packs' rows teach too. Needs
scikit-learn (the `tools` extra). Prints the share right when a fifth of the reports is left out of the training.
"""

import argparse
from collections import Counter
from pathlib import Path

import numpy as np
from learning import annotated_run, common, lines, write
from scoring import reports
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from riwaya.claims.contents import trimmed
from riwaya.claims.draw import Considered, consider
from riwaya.claims.happening import happening
from riwaya.claims.outlets import own
from riwaya.claims.signs import signs
from riwaya.claims.weighing import NONE
from riwaya.mentions.find import find
from riwaya.passages.split import split
from riwaya.words.pack import rows


def dice(a: tuple[int, int], b: tuple[int, int]) -> float:
    return 2 * max(0, min(a[1], b[1]) - max(a[0], b[0])) / max(1, a[1] - a[0] + b[1] - b[0])


_ROWS = 1.0  # how much an example of a row counts beside one of a report
_PEACE = 0.5  # and one of a report that tells of no conflict


def examples(report: dict) -> list[tuple[tuple[str, ...], str]]:
    """The signs and the type of one annotated report's drawn runs, and of its annotated spans."""
    out = []
    read = lines(report)
    drawn = list(consider(read, own(report.get("outlet") or "", report.get("url") or "")))
    for each, claim in zip(drawn, matched(drawn, report["claims"]), strict=True):
        if claim:
            out.append((each.signs, claim["event"]["type"]))
        elif each.passing or not each.said.sources:
            out.append((each.signs, NONE))
    before = ""
    for claim in report["claims"]:
        if spot := annotated_run(read, claim):
            line, run = spot
            found = signs(line, run, happening(line, *run), claim["act"], claim["voice"], before)
            out.append((tuple(found), claim["event"]["type"]))
            before = claim["event"]["type"]
    return out


def of_rows() -> list[tuple[tuple[str, ...], str]]:
    """The signs and the type of the example of each happening's row, told thrice (twice by the report, once by somebody):
    so rows that no annotated report shows are known too."""
    out = []
    for row in rows("happenings"):
        for line in (find(row["example"], sentence, None) for sentence in split(row["example"])):
            run = trimmed(line, 0, len(line))
            what = happening(line, *run)
            if what.tag and what.tag.row.id == row.id:
                for voice in ("narrative", "indirect", "narrative"):
                    out.append((tuple(signs(line, run, what, "assert", voice, "")), what.type))
    return out


def matched(drawn: list[Considered], claims: list[dict]) -> list[dict | None]:
    """The annotated claim of each drawn run, one to one: whole runs before runs told in passing, best overlap first."""
    pairs = sorted(
        (bool(each.passing), -dice(_span(each), _content(claim)), i, j)
        for i, each in enumerate(drawn)
        for j, claim in enumerate(claims)
        if dice(_span(each), _content(claim)) >= 0.5
    )
    out: list[dict | None] = [None] * len(drawn)
    taken: set[int] = set()
    for _, _, i, j in pairs:
        if out[i] is None and j not in taken:
            out[i] = claims[j]
            taken.add(j)
    return out


def _span(each: Considered) -> tuple[int, int]:
    return each.line.tokens[each.run[0]].span.start, each.line.tokens[each.run[1] - 1].span.end


def _content(claim: dict) -> tuple[int, int]:
    return claim["content"]["start"], claim["content"]["end"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="+", type=Path)
    parser.add_argument("--peace", nargs="*", type=Path, default=[], help="folders of reports that tell of no conflict")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--strength", type=float, default=0.6, help="C of the logistic regression")
    parser.add_argument("--least", type=int, default=3, help="a word must stand in this many examples")
    options = parser.parse_args()
    shown, kinds, groups, heed = [], [], [], []
    taught = [(of_rows(), _ROWS), *((examples(report), 1.0) for report in reports(options.reports))]
    taught += [(examples(report), _PEACE) for report in reports(options.peace)]
    for group, (found, weight) in enumerate(taught):
        for signs_, kind in found:
            shown.append(dict.fromkeys(signs_, 1.0))
            kinds.append(kind)
            groups.append(group)
            heed.append(weight)
    vectors = DictVectorizer()
    matrix, answers = vectors.fit_transform(common(shown, options.least)), np.array(kinds)
    weights = np.array(heed)
    model = LogisticRegression(C=options.strength, max_iter=600)
    right = []
    for train, test in GroupKFold(5).split(matrix, answers, groups):
        right.extend(model.fit(matrix[train], answers[train], weights[train]).predict(matrix[test]) == answers[test])
    print(
        f"{len(set(groups)) - 1} reports, {len(shown)} examples, {matrix.shape[1]} signs; right when left out: {np.mean(right):.3f}"
    )
    model.fit(matrix, answers, weights)
    counted = Counter(kinds)
    notes = ["\t".join(["examples", *(str(counted[kind]) for kind in model.classes_)])]
    names = vectors.get_feature_names_out()
    table = model.coef_.T + np.outer(names == "bias", model.intercept_)
    write(options.out, list(model.classes_), names, table, notes, least=0.2)


if __name__ == "__main__":
    main()
