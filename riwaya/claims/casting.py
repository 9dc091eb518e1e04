"""Who plays which part: the noun phrases of a scene that are likely enough to have done it or suffered it."""

from collections.abc import Mapping

from riwaya.claims.scene import Scene
from riwaya.mentions.nominals import Nominal

PARTS = ("agent", "target")
_LEAST = {"agent": 0.21, "target": 0.26}  # the likeliest phrase must be as likely as this to be given a part
_RULED = 0.4  # the share of that which does for a phrase that grammar gives the part
_MORE = {"agent": 0.6, "target": 0.4}  # and a further one as this, unless it is joined to one by 'and'


def cast(scene: Scene, likely: Mapping[int, Mapping[str, float]]) -> dict[str, list[int]]:
    """The numbers of the phrases that are the agents and targets of a scene; `likely` gives for those of its phrases that
    may play a part how likely they play each.

    The likeliest is given its part first; no words are given two parts, and no name is given one twice.
    """
    ranked = sorted(
        (-chances[part], at, part)
        for at, chances in likely.items()
        for part in PARTS
        if chances.get(part, 0.0) >= _LEAST[part] * _RULED
    )
    taken: dict[int, str] = {}
    for chance, number, part in ranked:
        if -chance < _least(scene, number, part, taken):
            continue
        if not any(_meet(scene, number, other) for other in taken):
            taken[number] = part
    return {part: [at for at in sorted(taken) if taken[at] == part] for part in PARTS}


def _least(scene: Scene, number: int, part: str, taken: Mapping[int, str]) -> float:
    """How likely a phrase must be to be given a part where others were given theirs."""
    if part not in taken.values():
        return _LEAST[part] * (_RULED if scene.ruled.get(scene.phrases[number].first) == part else 1)
    return _LEAST[part] if _joins(scene, number, part, taken) else _MORE[part]


def _joins(scene: Scene, number: int, part: str, taken: Mapping[int, str]) -> bool:
    """Whether a phrase is joined by 'and' to one that was given this part: الجيش | وحلفاؤه."""
    at = scene.phrases[number].first
    if not scene.line.joined(at):
        return False
    return any(given == part and scene.phrases[other].last == at - 1 for other, given in taken.items())


def _meet(scene: Scene, number: int, other: int) -> bool:
    """Whether two phrases share a token, or name the same."""
    one, two = scene.phrases[number], scene.phrases[other]
    if one.first <= two.last and two.first <= one.last:
        return True
    words, had = _words(scene, one), _words(scene, two)
    return words <= had or had <= words


def _words(scene: Scene, phrase: Nominal) -> frozenset[str]:
    """The words of a phrase without what is glued to the first, and without articles."""
    line = scene.line
    forms = [line.form(phrase.first)[line.glued(phrase.first) :]]
    forms += [line.form(at) for at in range(phrase.first + 1, phrase.last + 1) if line.tokens[at].kind != "mark"]
    return frozenset(form[2:] if form.startswith(("ال", "لل")) else form for form in forms)
