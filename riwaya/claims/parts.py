"""The signs by which a noun phrase shows which part it plays in a happening: who did it, to whom, or neither."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from math import exp
from operator import itemgetter
from typing import NamedTuple

from riwaya.claims.weighing import weights

# What is weighed of a phrase's stance: single answers, and answers that mean something only together. What is weighed of
# where it stands in its sentence and of how far it goes is the same in every scene; the rest is asked in each.
STANDING = ("head", "by", "by head", "word", "shape", "counted head", "nearrow by")
EXTENT = ("extent head", "joint")
SCENIC = (
    "head type", "word side", "counted side voice", "spot order", "spot voice", "by spot voice", "type by side",
    "row by side", "row head", "row side order", "near", "light", "act where", "clause side head", "ruled voice",
)  # fmt: skip
_SPLIT = tuple((names, tuple(names.split())) for names in (*STANDING, *EXTENT, *SCENIC))

Answers = Mapping[str, str]
Weights = tuple[float, float]  # for the agent and for the target


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


def weight_of(together: tuple[str, ...], stance: Answers) -> Weights:
    """The sum of the weights of what is weighed together of a stance, without spelling out its signs."""
    agent = target = 0.0
    for answers, held in _asked(together):
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


_Asked = tuple[Callable[[Answers], object], dict[object, Weights]]


@lru_cache(maxsize=8)
def _asked(together: tuple[str, ...]) -> tuple[_Asked, ...]:
    """For each combination what picks its answers from a stance, and the weights by these."""
    held = _learned()[1]
    return tuple((itemgetter(*names.split()), held.get(names, {})) for names in together)


@lru_cache(maxsize=1)
def _learned() -> tuple[Weights | None, dict[str, dict[object, Weights]]]:
    """The weights that every phrase has, none where nothing was learned, and those of each combination by its answers."""
    kinds, table = weights("parts")
    bias: Weights | None = None
    by_names: dict[str, dict[object, Weights]] = {}
    columns = [kinds.index(part) for part in ("agent", "target")] if kinds else []
    for sign, cells in table.items():
        names, _, answers = sign.partition("=")
        agent, target = (cells[column] for column in columns)
        if sign == "bias":
            bias = agent, target
        else:
            parts = tuple(answers.split(" "))
            by_names.setdefault(names, {})[parts if len(parts) > 1 else answers] = agent, target
    return bias, by_names
