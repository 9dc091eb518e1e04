"""How often words are cut into clitics as a Universal Dependencies treebank cuts them.

    python benchmarks/word_splitting.py ar_pud-ud-test.conllu

A treebank row is a part; parts without a space between them (`SpaceAfter=No`) that stand within one word are its parts.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from riwaya.words.fold import folded
from riwaya.words.split import cuts
from riwaya.words.token import tokens

Cuts = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One word with the treebank's cuts and ours, as offsets in the word."""

    word: str
    due: Cuts
    found: Cuts


def words(path: Path) -> Iterator[tuple[str, Cuts]]:
    """The words in Arabic letters of a treebank, each with the offsets of its cuts."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        text, ends = "", set()
        for line in block.splitlines():
            row = line.split("\t")
            if len(row) == 10 and row[0].isdigit():
                text += row[1]
                ends.add(len(text))
                text += "" if "SpaceAfter=No" in row[9] else " "
        for token in tokens(text):
            if token.kind == "word" and "ء" <= token.form[0] <= "ي":
                start, end = token.span
                yield text[start:end], tuple(sorted(at - start for at in ends if start < at < end))


def words_split(path: Path, cut: Callable[[str], Cuts] = cuts) -> tuple[Outcome, ...]:
    """Every word of a treebank with the cuts due and those found."""
    return tuple(Outcome(word, due, cut(word)) for word, due in words(path))


def kind(miss: Outcome) -> str:
    """What sort of miss it is: which clitics were missed or cut where none are."""
    missed, wrong = set(miss.due) - set(miss.found), set(miss.found) - set(miss.due)
    half = len(miss.word) / 2
    names = [f"{name} {'before' if at <= half else 'after'}" for name, ats in (("missed", missed), ("wrong", wrong))
             for at in sorted(ats)]  # fmt: skip
    return ", ".join(names)


def parted(word: str, at: Cuts) -> str:
    """A word with its cuts shown."""
    return "+".join(word[a:b] for a, b in zip((0, *at), (*at, len(word)), strict=True))


def share(outcomes: tuple[Outcome, ...]) -> str:
    """The share of words cut exactly as due."""
    right = sum(one.due == one.found for one in outcomes)
    return f"{right / max(1, len(outcomes)):7.2%} of {len(outcomes)}"


def main(path: str) -> None:
    """Print the shares and the commonest misses."""
    started = time.perf_counter()
    outcomes = words_split(Path(path))
    took = time.perf_counter() - started
    print("all words       ", share(outcomes))
    print("in several parts", share(tuple(one for one in outcomes if one.due)))
    print("in one part     ", share(tuple(one for one in outcomes if not one.due)))
    print("folded spelling ", share(words_split(Path(path), lambda word: cuts(folded(word)))))
    print(f"{len(outcomes) / took:,.0f} words a second, list loaded\n")
    misses = [one for one in outcomes if one.due != one.found]
    for name, times in Counter(map(kind, misses)).most_common():
        print(f"{times:5} {name}")
    print()
    for (due, found), times in Counter((parted(m.word, m.due), parted(m.word, m.found)) for m in misses).most_common(
        20
    ):
        print(f"{times:5} {due}  not {found}")


if __name__ == "__main__":
    main(*sys.argv[1:])
