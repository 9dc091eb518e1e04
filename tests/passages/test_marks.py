"""What stands between quotation marks of every kind."""

import pytest

from riwaya.passages.quotations import quotations
from riwaya.words.token import tokens

MARKED = [
    # (text, what is quoted in order, outermost first, and whether each is closed)
    ("قال «توقف القصف»", [("توقف القصف", True)]),
    ('قال "توقف القصف"', [("توقف القصف", True)]),
    ("قال “توقف القصف”", [("توقف القصف", True)]),
    ("قال ”توقف القصف“", [("توقف القصف", True)]),
    ("قال »توقف القصف«", [("توقف القصف", True)]),
    ('قال “توقف القصف"', [("توقف القصف", True)]),
    ('قال «توقف قصف "النور" أمس»', [('توقف قصف "النور" أمس', True), ("النور", True)]),
    ("قال «توقف قصف «النور» أمس»", [("توقف قصف «النور» أمس", True), ("النور", True)]),
    ("حركة «الفجر» وحركة «النور»", [("الفجر", True), ("النور", True)]),
    ("قال «توقف القصف", [("توقف القصف", False)]),
    ('قال "توقف القصف', [("توقف القصف", False)]),
    ("توقف القصف»", []),
    ("قال «»", []),
    ("توقف القصف", []),
]


@pytest.mark.parametrize(("text", "due"), MARKED)
def test_a_quotation_is_what_its_marks_hold(text: str, due: list[tuple[str, bool]]) -> None:
    assert [(found.span.of(text), found.closed) for found in quotations(tokens(text))] == due
