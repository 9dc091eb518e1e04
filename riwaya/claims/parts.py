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
_COLUMNS = {"agent": 0, "target": 1}

Answers = Mapping[str, str]
Weights = tuple[float, float]  # for the agent and for the target


class Combination(NamedTuple):
    """Questions that mean something together: their names, what picks the answers to them from a stance, and the weights by these."""

    names: str
    picks: Callable[[Answers], object]
    held: Mapping[object, Weights]


class Answered(NamedTuple):
    """Answers to what is asked of a phrase, and what they weigh."""

    answers: dict[str, str]
    weight: Weights


def part_signs(stance: Answers) -> Iterator[str]:
    """The signs of a phrase that stands so in its scene; an answer that is empty gives none."""
    yield "bias"
    for names in (*STANDING, *EXTENT, *SCENIC):
        if all(stance[name] for name in names.split()):
            yield _spelled(names, stance)


def _spelled(names: str, stance: Answers) -> str:
    """The sign of a combination of questions, as the file of the weights has it."""
    return f"{names}={' '.join([stance[name] for name in names.split()])}"


def deciding(stance: Answers, part: str) -> tuple[str, ...]:
    """The three signs of a phrase that speak most for a part."""
    column = _COLUMNS[part]
    told = []
    for asked in (*asked_standing(), *asked_extent(), *asked_in(stance)):
        weight = asked.held.get(asked.picks(stance))
        if weight is not None and weight[column] > 0:
            told.append((weight[column], asked.names))
    return tuple(_spelled(names, stance) for _, names in sorted(told, reverse=True)[:3])


def asked_in(of_all: Answers) -> tuple[Combination, ...]:
    """What is asked of each phrase of a scene, given the answers that are the same for all of them."""
    found = []
    for name, by_answer in _tables().scenic:
        asked = by_answer.get(of_all[name] if name else "")
        if asked is not None:
            found.append(asked)
    return tuple(found)


def asked_standing() -> tuple[Combination, ...]:
    """What is asked of where a phrase stands in its sentence."""
    return _tables().standing


def asked_extent() -> tuple[Combination, ...]:
    """What is asked of how far a phrase goes."""
    return _tables().extent


def weight_of(asked: tuple[Combination, ...], stance: Answers) -> Weights:
    """The sum of the weights of what is asked of a stance, without spelling out its signs."""
    agent = target = 0.0
    for _, picks, held in asked:
        found = held.get(picks(stance))
        if found is not None:
            agent += found[0]
            target += found[1]
    return agent, target


def added(one: Weights, other: Weights) -> Weights:
    """The weights of two parts of a stance together."""
    return one[0] + other[0], one[1] + other[1]


def part_chances(begun: Weights, extent: Weights) -> dict[str, float]:
    """How likely a phrase plays each part, by the weights of its stance; none where nothing was learned."""
    bias = _tables().bias
    if bias is None:
        return {}
    agent, target = added(bias, added(begun, extent))
    acts, suffers = exp(agent), exp(target)
    whole = 1.0 + acts + suffers
    return {"agent": acts / whole, "target": suffers / whole}


class _Tables(NamedTuple):
    """The weights that every phrase has, none where nothing was learned; what is asked of where it stands and how far it
    goes; and what is asked in a scene: the answer that all its phrases share ("" for none), and by that what else is asked.
    """

    bias: Weights | None
    standing: tuple[Combination, ...]
    extent: tuple[Combination, ...]
    scenic: tuple[tuple[str, Mapping[str, Combination]], ...]


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    bias, learned = _learned()
    standing, extent = (
        tuple(_asked(names, names.split(), learned.get(names, {})) for names in together)
        for together in (STANDING, EXTENT)
    )
    return _Tables(bias, standing, extent, tuple(_in_scene(names, learned.get(names, {})) for names in SCENIC))


def _in_scene(names: str, held: Mapping[tuple[str, ...], Weights]) -> tuple[str, Mapping[str, Combination]]:
    first, *others = names.split()
    if first not in OF_ALL:
        return "", {"": _asked(names, [first, *others], held)}
    by_first: dict[str, dict[tuple[str, ...], Weights]] = {}
    for answers, weight in held.items():
        by_first.setdefault(answers[0], {})[answers[1:]] = weight
    return first, {one: _asked(names, others, rest) for one, rest in by_first.items()}


def _asked(names: str, picked: list[str], held: Mapping[tuple[str, ...], Weights]) -> Combination:
    """A combination; the answer to one question stands for itself, answers to several for their tuple."""
    plain: dict[object, Weights] = {
        answers[0] if len(answers) == 1 else answers: weight for answers, weight in held.items()
    }
    return Combination(names, itemgetter(*picked), plain)


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
