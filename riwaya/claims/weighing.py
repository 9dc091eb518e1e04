"""Weighing the signs of a run: how likely each type of happening is, and that it tells none worth a claim."""

import gzip
import math
from collections.abc import Iterable
from functools import lru_cache

from riwaya.words.pack import home

NONE = "none"


@lru_cache(maxsize=1)
def weights() -> dict[str, tuple[tuple[str, float], ...]]:
    """For each sign its weights by type, from packs/weights/types.weights.gz; empty where the file is missing."""
    file = home() / "weights" / "types.weights.gz"
    if not file.is_file():
        return {}
    found: dict[str, tuple[tuple[str, float], ...]] = {}
    for line in gzip.decompress(file.read_bytes()).decode("utf-8").splitlines():
        sign, *cells = line.split("\t")
        found[sign] = tuple((kind, float(weight)) for kind, _, weight in (cell.partition("=") for cell in cells))
    return found


def weigh(signs: Iterable[str]) -> dict[str, float]:
    """The probability of each type, most likely first."""
    table = weights()
    sums: dict[str, float] = {}
    for sign in signs:
        for kind, weight in table.get(sign, ()):
            sums[kind] = sums.get(kind, 0.0) + weight
    if not sums:
        return {}
    top = max(sums.values())
    powers = {kind: math.exp(value - top) for kind, value in sums.items()}
    total = sum(powers.values())
    return {kind: power / total for kind, power in sorted(powers.items(), key=lambda item: (-item[1], item[0]))}


def decisive(signs: Iterable[str], kind: str) -> tuple[str, ...]:
    """The signs that speak most for a type, for the explanation of a claim."""
    table = weights()
    scored = [(dict(table[sign]).get(kind, 0.0), sign) for sign in signs if sign in table]
    return tuple(sign for weight, sign in sorted(scored, reverse=True)[:3] if weight > 0)
