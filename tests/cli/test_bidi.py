"""Right-to-left words stand isolated in left-to-right lines, and bring nothing along that steers the terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from riwaya.terminal.bidi import isolated, legible, lines

FSI, PDI = "\u2068", "\u2069"

ISOLATED = [
    ("دوما", f"{FSI}دوما{PDI}"),
    ("Douma", "Douma"),
    ("", ""),
    ("قناة Sky News", f"{FSI}قناة Sky News{PDI}"),
    ("٤٠٠", f"{FSI}٤٠٠{PDI}"),
    ("400", "400"),
    ("سطر\nآخر\t هنا", f"{FSI}سطر آخر هنا{PDI}"),
    ("\u202eدوما\u202c\u2067", f"{FSI}دوما{PDI}"),
    ("دوما\x1b[2J\x07\x9b", f"{FSI}دوما[2J{PDI}"),
    ("مي\u200cخواهم", f"{FSI}مي\u200cخواهم{PDI}"),
]


@pytest.mark.parametrize(("words", "printed"), ISOLATED)
def test_words_are_isolated_where_they_run_from_right_to_left(words: str, printed: str) -> None:
    assert isolated(words) == printed


@given(st.text(st.characters(codec=None), max_size=60))
def test_no_text_leaves_an_isolate_open_or_a_control_in_the_line(text: str) -> None:
    printed = isolated(text)
    assert printed.count(FSI) == printed.count(PDI) <= 1
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or 0xD800 <= ord(c) < 0xE000 for c in printed)


@given(st.text(st.sampled_from("قصف دوماُّ ab1 "), max_size=80), st.integers(10, 40))
def test_broken_lines_fit_and_lose_no_word(text: str, width: int) -> None:
    broken = list(lines(text, width))
    bare = [line.strip(FSI + PDI) for line in broken]
    assert " ".join(bare).split() == legible(text).split()
    assert all(cell_len(line) <= width or " " not in line for line in broken)


def test_each_line_of_broken_words_is_isolated_by_itself() -> None:
    assert list(lines("قصف الطائرات مدينة دوما", 14)) == [f"{FSI}قصف الطائرات{PDI}", f"{FSI}مدينة دوما{PDI}"]


def test_words_for_no_terminal_stay_in_one_line() -> None:
    assert list(lines("قصف " * 200, None)) == [isolated("قصف " * 200)]
