"""The signs by which a noun phrase shows which part it plays in a happening: who did it, to whom, or neither."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from operator import itemgetter

from riwaya.claims.weighing import NONE, shares, weights

# What is weighed of a phrase's stance: single answers, and answers that mean something only together.
TOGETHER = (
    "head", "by", "by head", "head type", "extent head", "joint", "word", "word side", "shape", "counted head",
    "counted side voice", "spot order", "spot voice", "by spot voice", "type by side", "row by side", "row head",
    "row side order", "near", "nearrow by", "light", "act where", "clause side head", "ruled voice",
)  # fmt: skip
_SPLIT = tuple((names, tuple(names.split())) for names in TOGETHER)


def part_signs(stance: Mapping[str, str]) -> Iterator[str]:
    """The signs of a phrase that stands so in its scene; an answer that is empty gives none."""
    yield "bias"
    for names, parts in _SPLIT:
        answers = [stance[name] for name in parts]
        if all(answers):
            yield f"{names}={' '.join(answers)}"


def part_chances(stance: Mapping[str, str]) -> dict[str, float]:
    """How likely a phrase that stands so plays each part: what `weigh` makes of its signs, without spelling them out."""
    if not weights("parts")[0]:
        return {}
    (agent, target), asked = _weights()
    for answers, held in asked:
        found = held.get(answers(stance))
        if found is not None:
            agent += found[0]
            target += found[1]
    return shares({NONE: 0.0, "agent": agent, "target": target})


_Asked = tuple[Callable[[Mapping[str, str]], object], dict[object, tuple[float, float]]]


@lru_cache(maxsize=1)
def _weights() -> tuple[tuple[float, float], tuple[_Asked, ...]]:
    """The weights that every phrase has, and for each combination what picks its answers and the weights by these."""
    kinds, table = weights("parts")
    columns = [kinds.index(part) for part in ("agent", "target")]
    by_names: dict[str, dict[object, tuple[float, float]]] = {names: {} for names in TOGETHER}
    bias = (0.0, 0.0)
    for sign, cells in table.items():
        names, _, answers = sign.partition("=")
        agent, target = (cells[column] for column in columns)
        if names in by_names:
            parts = tuple(answers.split(" "))
            by_names[names][parts if len(parts) > 1 else answers] = agent, target
        elif sign == "bias":
            bias = agent, target
    return bias, tuple((itemgetter(*names.split()), found) for names, found in by_names.items())
