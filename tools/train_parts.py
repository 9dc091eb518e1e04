"""Learn the weights by which a noun phrase shows which part it plays in a happening, from annotated reports.

    python tools/train_parts.py REPORTS [REPORTS …] --out riwaya/packs/weights/parts.weights.gz

REPORTS is a folder of JSON reports in the shape of docs/codebook.md ({id, outlet, url, published, text, claims}). Needs
scikit-learn (the `tools` extra). Prints precision, recall and F1 of agents and targets when each fold of reports is left
out of the training.
"""

import argparse
from collections import Counter
from math import inf
from pathlib import Path
from typing import NamedTuple

import numpy as np
from learning import annotated_run, common, lines, write
from scoring import reports
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from train_types import matched

from riwaya.claims.arguments import given, ruled
from riwaya.claims.casting import PARTS, cast
from riwaya.claims.draw import consider, staged
from riwaya.claims.happening import happening
from riwaya.claims.outlets import own
from riwaya.claims.parts import part_signs
from riwaya.claims.scene import Scene, Stage
from riwaya.claims.stance import stances
from riwaya.mentions.line import Line
from riwaya.mentions.phrases import is_happening_noun
from riwaya.words.fold import folded

NEITHER = "neither"
_LIKE = 0.5  # share of words in common from which a phrase stands for an annotated mention
_SURE = 0.75  # and from which it does so beside a better one


class Played(NamedTuple):
    """A scene with the signs and the due part of each of its phrases, and the annotated words of each part.

    `drawn` where the program drew its run; else it is an annotated one.
    """

    scene: Scene
    signs: list[tuple[str, ...]]
    due: list[str]
    told: dict[str, list[str]]
    report: int
    drawn: bool


def words(text: str) -> Counter[str]:
    """The folded words of a mention without the article and what may be glued before it."""
    return Counter(_bare(word.strip('«»"“”().،:')) for word in folded(text).split())


def _bare(word: str) -> str:
    for lead in ("وال", "بال", "كال", "فال", "ولل"):
        if word.startswith(lead) and len(word) > 4:
            return word[3:]
    if word.startswith(("ال", "لل")) and len(word) > 3:
        return word[2:]
    return word[1:] if word[:1] in ("ل", "ب") and len(word) > 4 else word


def alike(a: str, b: str) -> float:
    left, right = words(a), words(b)
    return 2 * sum((left & right).values()) / max(1, sum(left.values()) + sum(right.values()))


def played(report: dict, number: int) -> list[Played]:
    """The scenes of a report that tell a happening: those of its drawn runs, and those of its annotated spans."""
    sentences = lines(report)
    drawn = list(consider(sentences, own(report.get("outlet") or "", report.get("url") or "")))
    scenes = [
        (staged(each, given(each.line, each.run, each.what)), claim, True)
        for each, claim in zip(drawn, matched(drawn, report["claims"]), strict=True)
        if claim is not None
    ]
    scenes += [
        (found, claim, False) for claim in report["claims"] if (found := annotated(sentences, claim)) is not None
    ]
    out = []
    for scene, claim, is_drawn in scenes:
        if claim["event"]["type"] == "statement":
            continue
        shown = stances(scene, least=-inf)
        signs = [tuple(part_signs(shown[at].answers())) if at in shown else () for at in range(len(scene.phrases))]
        told = {part: [mention["text"] for mention in claim["event"][part]] for part in PARTS}
        out.append(Played(scene, signs, due(scene, told), told, number, is_drawn))
    return out


def annotated(sentences: list[Line], claim: dict) -> Scene | None:
    """The scene of a claim's annotated span."""
    spot = annotated_run(sentences, claim)
    if spot is None or spot[1][0] >= spot[1][1]:
        return None
    line, run = spot
    what = happening(line, *run)
    return Scene(Stage(line), run, what, claim["act"], ruled(given(line, run, what)))


def due(scene: Scene, told: dict[str, list[str]]) -> list[str]:
    """The part that each phrase of a scene was annotated to play."""
    named = [scene.line.mention(phrase.first, phrase.last).text for phrase in scene.phrases]
    out = [NEITHER] * len(named)
    for part in PARTS:
        for mention in told[part]:
            likeness = [alike(mention, name) for name in named]
            best = max(likeness, default=0)
            for at, share in enumerate(likeness):
                tells = is_happening_noun(scene.line, scene.phrases[at].first)
                if best >= _LIKE and (share > best - 0.01 or (share >= _SURE and not tells)):
                    out[at] = part
    return out


def score(scenes: list[Played], chances: list[dict[int, dict[str, float]]]) -> str:
    """Precision, recall and F1 of each part over scenes whose phrases were weighed so."""
    out = []
    for part in PARTS:
        right = due = given = 0
        for each, likely in zip(scenes, chances, strict=True):
            if not each.drawn:
                continue
            line = each.scene.line
            left = [line.mention(*each.scene.phrases[at][:2]).text for at in cast(each.scene, likely)[part]]
            due, given = due + len(each.told[part]), given + len(left)
            for mention in each.told[part]:
                hit = next((name for name in left if alike(mention, name) >= _LIKE), None)
                if hit is not None:
                    left.remove(hit)
                    right += 1
        out.append(f"{part} {right / given:.3f} {right / due:.3f} {2 * right / (given + due):.3f}")
    return "; ".join(out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--strength", type=float, default=0.1, help="C of the logistic regression")
    parser.add_argument("--least", type=int, default=3, help="a sign must be shown by this many phrases")
    options = parser.parse_args()
    scenes = [scene for number, report in enumerate(reports(options.reports)) for scene in played(report, number)]
    shown = [
        (at, signs, part) for at, each in enumerate(scenes) for signs, part in zip(each.signs, each.due, strict=True)
    ]
    rows = common([dict.fromkeys(signs, 1.0) for _, signs, _ in shown if signs], options.least)
    answers = np.array([part for _, signs, part in shown if signs])
    groups = np.array([scenes[at].report for at, signs, _ in shown if signs])
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(rows)
    model = LogisticRegression(C=options.strength, max_iter=300, tol=1e-3)
    weighed_out: list[dict[str, float]] = [{} for _ in rows]
    for train, test in GroupKFold(5).split(matrix, answers, groups):
        model.fit(matrix[train], answers[train])
        for at, chances in zip(test, model.predict_proba(matrix[test]), strict=True):
            weighed_out[at] = dict(zip(model.classes_, chances, strict=True))
    left_out: list[dict[int, dict[str, float]]] = [{} for _ in scenes]
    following = iter(weighed_out)
    for at, each in enumerate(scenes):
        left_out[at] = {number: next(following) for number, signs in enumerate(each.signs) if signs}
    print(
        f"{len(set(groups))} reports, {len(scenes)} scenes, {len(rows)} phrases, {matrix.shape[1]} signs; when left out:"
    )
    print(score(scenes, left_out))
    model.fit(matrix, answers)
    names, kinds = vectors.get_feature_names_out(), list(model.classes_)
    table = model.coef_.T + np.outer(names == "bias", model.intercept_)
    columns = [NEITHER, *PARTS]  # each less that of playing neither
    less = table[:, [kinds.index(kind) for kind in columns]] - table[:, [kinds.index(NEITHER)]]
    write(options.out, columns, names, less, least=0.15)


if __name__ == "__main__":
    main()
