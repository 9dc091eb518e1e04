"""Weighing signs: how likely each type of happening is, that a run tells none, where a content parts, which places are its."""

import gzip
import math
import struct
from collections.abc import Iterable, Sequence
from functools import lru_cache

from riwaya.words.pack import home

NONE = "none"
_UNITS = 1000  # weights are kept to the thousandth
_LEVEL = 1 << 31


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
    return logistic(total(name, signs))


def total(name: str, signs: Iterable[str]) -> float:
    """The sum of the weights of signs for the one kind that the weights of this name were learned for."""
    return sum(filter(None, map(_first(name).get, signs)))


def logistic(weight: float) -> float:
    """The probability that a sum of weights stands for."""
    return 1 / (1 + math.exp(-weight))


@lru_cache(maxsize=8)
def _first(name: str) -> dict[str, float]:
    """The weight of each sign for the first of the kinds that the weights of this name tell apart."""
    return {sign: cells[0] for sign, cells in weights(name)[1].items()}


def weigh(signs: Sequence[str]) -> dict[str, float]:
    """The probability of each type."""
    kinds = weights()[0]
    if not kinds:
        return {}
    packed = _packed()[0]
    sums = _lanes(sum([packed[sign] for sign in signs if sign in packed]))
    top = max(sums)
    powers = [math.exp(each - top) for each in sums]
    whole = sum(powers)
    return dict(zip(kinds, [power / whole for power in powers], strict=True))


def _lanes(packed: int) -> list[float]:
    """The weights that stand side by side in one whole number."""
    lanes = len(weights()[0])
    found = struct.unpack(f"<{lanes}I", (packed + _packed()[1]).to_bytes(4 * lanes, "little"))
    return [(lane - _LEVEL) / _UNITS for lane in found]


@lru_cache(maxsize=1)
def _packed() -> tuple[dict[str, int], int]:
    """The weights of each sign for all types side by side in one whole number, 32 bits each, so that one addition adds
    them all; and what is added once so that no sum is below zero."""
    kinds, table = weights()
    rows = {
        sign: sum(round(cell * _UNITS) << 32 * at for at, cell in enumerate(cells)) for sign, cells in table.items()
    }
    return rows, sum(_LEVEL << 32 * at for at in range(len(kinds)))


def decisive(signs: Iterable[str], kind: str, name: str = "types") -> tuple[str, ...]:
    """The three signs that speak most for a kind, for the explanation of a claim."""
    kinds, table = weights(name)
    if kind not in kinds:
        return ()
    column = kinds.index(kind)
    told = []
    for sign in signs:
        cells = table.get(sign)
        if cells is not None and cells[column] > 0:
            told.append((cells[column], sign))
    told.sort(reverse=True)
    return tuple([sign for _, sign in told[:3]])
