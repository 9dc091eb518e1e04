"""Known misses stay known: one that is read right fails here, and moves to the table of its subject."""

import pytest
from known_misses import MISSES
from reading import facet

ROWS = [pytest.param(*row, id=f"{kind}-{number}") for kind, rows in MISSES.items() for number, row in enumerate(rows)]


@pytest.mark.xfail(strict=True, raises=AssertionError)
@pytest.mark.parametrize(("text", "words", "asked", "due"), ROWS)
def test_a_known_miss_is_still_missed(text: str, words: str, asked: str, due: object) -> None:
    assert facet(text, words, asked) == due
