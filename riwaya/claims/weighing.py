"""Weighing signs: how likely each type of happening is, that a run tells none, where a content parts, which places are its."""

import gzip
import math
from collections.abc import Iterable, Mapping
from functools import lru_cache

from riwaya.words.pack import home

NONE = "none"


@lru_cache(maxsize=8)
def weights(name: str = "types") -> tuple[tuple[str, ...], dict[str, tuple[float, ...]]]:
    """The kinds told apart, and for each sign its weight by kind; both empty where packs/weights/NAME.weights.gz is missing."""
    file = home() / "weights" / f"{name}.weights.gz"
    if not file.is_file():
        return (), {}
    kinds, *lines = gzip.decompress(file.read_bytes()).decode("utf-8").splitlines()
    table = {}
    for line in lines:
        sign, *cells = line.split("\t")
        table[sign] = tuple(float(cell or 0) for cell in cells)
    return tuple(kinds.split("\t")[1:]), table


def taught(kind: str) -> int:
    """How many examples of a type the weights were learned from."""
    kinds, table = weights()
    return int(table["examples"][kinds.index(kind)]) if kind in kinds else 0


def chance(name: str, signs: Iterable[str]) -> float:
    """The probability that signs bear out the one kind that the weights of this name were learned for."""
    total = sum(filter(None, map(_first(name).get, signs)))
    return 1 / (1 + math.exp(-total))


@lru_cache(maxsize=8)
def _first(name: str) -> dict[str, float]:
    """The weight of each sign for the first of the kinds that the weights of this name tell apart."""
    return {sign: cells[0] for sign, cells in weights(name)[1].items()}


def weigh(signs: Iterable[str]) -> dict[str, float]:
    """The probability of each type, most likely first."""
    kinds, table = weights()
    if not kinds:
        return {}
    weighty = [table[sign] for sign in signs if sign in table]
    sums = map(sum, zip(*weighty, strict=True)) if weighty else [0.0] * len(kinds)
    chances = shares(dict(zip(kinds, sums, strict=True)))
    return dict(sorted(chances.items(), key=lambda share: (-share[1], share[0])))


def shares(sums: Mapping[str, float]) -> dict[str, float]:
    """The probability of each kind from the sum of its weights."""
    top = max(sums.values())
    powers = {kind: math.exp(value - top) for kind, value in sums.items()}
    total = sum(powers.values())
    return {kind: power / total for kind, power in powers.items()}


def decisive(signs: Iterable[str], kind: str, name: str = "types") -> tuple[str, ...]:
    """The signs that speak most for a kind, for the explanation of a claim."""
    kinds, table = weights(name)
    column = kinds.index(kind) if kind in kinds else -1
    if column < 0:
        return ()
    told = [(table[sign][column], sign) for sign in signs if sign in table]
    return tuple(sign for _, sign in sorted([each for each in told if each[0] > 0], reverse=True)[:3])
