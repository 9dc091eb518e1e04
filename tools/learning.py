"""What the training scripts share: reading annotated reports, keeping the common signs, writing weights."""

import gzip
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import numpy as np

from riwaya.claims.contents import trimmed
from riwaya.mentions.find import find
from riwaya.mentions.lexicon import readings
from riwaya.mentions.line import Line
from riwaya.passages.split import split

_SLIGHT = 0.02  # a weight smaller than this is left out of the file


def lines(report: dict) -> list[Line]:
    """The sentences of an annotated report with everything the finders know of them."""
    text = report["text"]
    return [find(text, sentence, date.fromisoformat(report["published"])) for sentence in split(text)]


def annotated_run(sentences: Iterable[Line], claim: dict) -> tuple[Line, tuple[int, int]] | None:
    """The sentence that an annotated content begins in, and the run of its tokens there; None where no token lies in it."""
    start, end = claim["content"]["start"], claim["content"]["end"]
    for line in sentences:
        inside = [at for at, token in enumerate(line.tokens) if token.span.start >= start and token.span.end <= end]
        if inside:
            return line, trimmed(line, inside[0], inside[-1] + 1)
    return None


def common(rows: list[dict[str, float]], least: int) -> list[dict[str, float]]:
    """The rows with the signs alone that stand in at least so many of them, and that are nobody's name."""
    counted = Counter(sign for row in rows for sign in row)
    kept = {sign for sign, times in counted.items() if times >= least and not is_name(sign)}
    return [{sign: 1.0 for sign in row if sign in kept} for row in rows]


def is_name(sign: str) -> bool:
    """Whether a sign is a word that is a person's name and nothing else: who is named must not weigh."""
    kind, _, word = sign.replace("=", ":").partition(":")
    if not kind.startswith("word") or not word:
        return False
    alone, _ = readings(word)
    return bool(alone) and all(reading.entry.kind == "givenname" for reading in alone)


def write(
    out: Path, kinds: list[str], names: Iterable[str], table: np.ndarray, notes: Iterable[str] = (), least: float = 0.1
) -> None:
    """Write weights, one row a sign and one column a kind, as riwaya.claims.weighing reads them; a sign that weighs less
    than `least` for every kind is left out, as it decides nothing and has to be looked up."""
    body = ["\t".join(["sign", *kinds]), *notes]
    for name, values in zip(names, table, strict=True):
        cells = [f"{value:.3f}".rstrip("0").rstrip(".") if abs(value) >= _SLIGHT else "" for value in values]
        if any(cells) and (np.abs(values).max() >= least or name == "bias"):
            body.append("\t".join([name, *cells]))
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(gzip.compress(("\n".join(body) + "\n").encode("utf-8"), mtime=0))
    print(f"{out}: {len(body)} signs, {out.stat().st_size:,} bytes")
