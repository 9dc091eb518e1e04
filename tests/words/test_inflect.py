"""The inflected forms that a pack row stands for."""

import pytest

from riwaya.words.fold import folded
from riwaya.words.inflect import FIRST, FORMS, OTHER

MISSED = pytest.mark.xfail(strict=True, raises=AssertionError)

FOUND = [
    # (column, the form a row gives, a form that it stands for, its person)
    ("perfect", "قال", "قال", OTHER),
    ("perfect", "قال", "قالت", OTHER),
    ("perfect", "قال", "قالوا", OTHER),
    ("perfect", "قال", "قلنا", FIRST),
    ("perfect", "نفى", "نفت", OTHER),
    ("perfect", "نفى", "نفوا", OTHER),
    ("perfect", "نفى", "نفينا", FIRST),
    ("perfect", "دعا", "دعت", OTHER),
    ("perfect", "دعا", "دعونا", FIRST),
    ("perfect", "أكد", "أكدنا", FIRST),
    pytest.param("perfect", "أعلن", "أعلنا", FIRST, marks=MISSED),  # ن and نا are written as one ن
    ("perfect", "سيطر على", "سيطرت على", OTHER),
    ("imperfect", "يقول", "تقول", OTHER),
    ("imperfect", "يقول", "يقولون", OTHER),
    ("imperfect", "يقول", "نقول", FIRST),
    ("imperfect", "يقول", "يقل", OTHER),
    ("imperfect", "ينفي", "تنفي", OTHER),
    ("imperfect", "ينفي", "ينف", OTHER),
    ("imperfect", "ينفي", "ينفون", OTHER),
    ("imperfect", "ينفي", "ننفي", FIRST),
    ("imperfect", "يدعو", "يدعون", OTHER),
    ("imperfect", "يشن هجوما", "تشن هجوما", OTHER),
    ("participle", "مضيف", "مضيفا", OTHER),
    ("participle", "مضيف", "مضيفة", OTHER),
    ("participle", "مضيف", "مضيفين", OTHER),
    ("participle", "ناف", "نافية", OTHER),
    ("noun", "إعلان", "إعلان", OTHER),
]


@pytest.mark.parametrize(("column", "given", "form", "person"), FOUND)
def test_a_row_stands_for_its_inflected_forms(column: str, given: str, form: str, person: str) -> None:
    assert (folded(form), person) in {(folded(made), who) for made, who in FORMS[column](given)}


NOT_MADE = [
    ("perfect", "قال", "قالنا"),
    pytest.param("perfect", "أعلن", "أعلننا", marks=MISSED),
    ("imperfect", "يقول", "نقل"),
    ("noun", "إعلان", "إعلانت"),
]


@pytest.mark.parametrize(("column", "given", "form"), NOT_MADE)
def test_a_row_stands_for_no_form_that_is_another_word(column: str, given: str, form: str) -> None:
    assert folded(form) not in {folded(made) for made, _ in FORMS[column](given)}


@pytest.mark.parametrize("column", sorted(FORMS))
def test_every_form_is_folded_and_none_is_empty(column: str) -> None:
    for given in ("أعلن", "نفى", "دعا", "بقي", "يرجو", "يأتي", "مؤكد"):
        made = [form for form, _ in FORMS[column](given)]
        assert made
        assert all(form and form == folded(form) for form in made)
