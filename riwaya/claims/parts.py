"""The signs by which a noun phrase shows which part it plays in a happening: who did it, to whom, or neither."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from math import exp
from operator import itemgetter
from typing import NamedTuple

from riwaya.claims.weighing import weights

# What is weighed of a phrase's stance: single answers, and answers that mean something only together. What is weighed of
# where it stands in its sentence and of how far it goes is the same in every scene; the rest is asked in each, some of it
# of an answer that is the same for all its phrases and comes first.
STANDING = ("head", "by", "by head", "word", "shape", "counted head", "nearrow by")
EXTENT = ("extent head", "joint")
SCENIC = (
    "type head", "word side", "voice counted side", "spot order", "voice spot", "voice by spot", "type by side",
    "row by side", "row head", "row side order", "near", "light", "act where", "clause side head", "voice ruled",
)  # fmt: skip
OF_ALL = ("type", "row", "voice", "act")
_SPLIT = tuple((names, tuple(names.split())) for names in (*STANDING, *EXTENT, *SCENIC))
_COLUMNS = {"agent": 0, "target": 1}

Answers = Mapping[str, str]
Weights = tuple[float, float]  # for the agent and for the target
Asked = tuple[Callable[[Answers], object], Mapping[object, Weights]]


class Answered(NamedTuple):
    """Answers to what is asked of a phrase, and what they weigh."""

    answers: dict[str, str]
    weight: Weights


def part_signs(stance: Answers) -> Iterator[str]:
    """The signs of a phrase that stands so in its scene; an answer that is empty gives none."""
    yield "bias"
    for names, parts in _SPLIT:
        answers = [stance[name] for name in parts]
        if all(answers):
            yield f"{names}={' '.join(answers)}"


def deciding(stance: Answers, part: str) -> tuple[str, ...]:
    """The three signs of a phrase that speak most for a part."""
    column = _COLUMNS[part]
    told = []
    for names, parts in _SPLIT:
        answers = tuple([stance[name] for name in parts])
        weight = _learned()[1].get(names, {}).get(answers)
        if weight is not None and weight[column] > 0:
            told.append((weight[column], names, answers))
    return tuple(f"{names}={' '.join(answers)}" for _, names, answers in sorted(told, reverse=True)[:3])


def asked_in(of_all: Answers) -> tuple[Asked, ...]:
    """What is asked of each phrase of a scene, given the answers that are the same for all of them: what picks the
    answers from a stance, and the weights by these."""
    return tuple(
        (picks, found) for picks, name, tables in _scenic() if (found := tables.get(of_all[name] if name else ""))
    )


def weight_of(asked: tuple[Asked, ...], stance: Answers) -> Weights:
    """The sum of the weights of what is asked of a stance, without spelling out its signs."""
    agent = target = 0.0
    for answers, held in asked:
        found = held.get(answers(stance))
        if found is not None:
            agent += found[0]
            target += found[1]
    return agent, target


def added(one: Weights, other: Weights) -> Weights:
    """The weights of two parts of a stance together."""
    return one[0] + other[0], one[1] + other[1]


def part_chances(begun: Weights, extent: Weights) -> dict[str, float]:
    """How likely a phrase plays each part, by the weights of its stance; none where nothing was learned."""
    bias = _learned()[0]
    if bias is None:
        return {}
    agent, target = added(bias, added(begun, extent))
    acts, suffers = exp(agent), exp(target)
    whole = 1.0 + acts + suffers
    return {"agent": acts / whole, "target": suffers / whole}


@lru_cache(maxsize=2)
def asked_of(together: tuple[str, ...]) -> tuple[Asked, ...]:
    """What is asked of every phrase, whatever the scene: what picks the answers, and the weights by these."""
    return tuple((_picks(names.split()), _by_answers(_learned()[1].get(names, {}))) for names in together)


@lru_cache(maxsize=1)
def _scenic() -> tuple[tuple[Callable[[Answers], object], str, Mapping[str, Mapping[object, Weights]]], ...]:
    """For each combination that is asked in a scene what picks its answers, which of them is the same for all phrases
    ("" for none), and its weights by that one and by the others."""
    out = []
    for names in SCENIC:
        first, *others = names.split()
        held = _learned()[1].get(names, {})
        if first in OF_ALL:
            by_first: dict[str, dict[tuple[str, ...], Weights]] = {}
            for answers, weight in held.items():
                by_first.setdefault(answers[0], {})[answers[1:]] = weight
            out.append((_picks(others), first, {one: _by_answers(rest) for one, rest in by_first.items()}))
        else:
            out.append((_picks([first, *others]), "", {"": _by_answers(held)}))
    return tuple(out)


def _picks(names: list[str]) -> Callable[[Answers], object]:
    """What picks the answers to these questions: the answer itself to one, a tuple of them to several."""
    return itemgetter(*names)


def _by_answers(held: Mapping[tuple[str, ...], Weights]) -> dict[object, Weights]:
    return {answers[0] if len(answers) == 1 else answers: weight for answers, weight in held.items()}


@lru_cache(maxsize=1)
def _learned() -> tuple[Weights | None, dict[str, dict[tuple[str, ...], Weights]]]:
    """The weights that every phrase has, none where nothing was learned, and those of each combination by its answers."""
    kinds, table = weights("parts")
    bias: Weights | None = None
    by_names: dict[str, dict[tuple[str, ...], Weights]] = {}
    columns = [kinds.index(part) for part in _COLUMNS] if kinds else []
    for sign, cells in table.items():
        names, _, answers = sign.partition("=")
        agent, target = (cells[column] for column in columns)
        if sign == "bias":
            bias = agent, target
        else:
            by_names.setdefault(names, {})[tuple(answers.split(" "))] = agent, target
    return bias, by_names
