"""A word list finds its forms in a text, whatever is glued before them, and gives the words without it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.words.fold import KEPT
from riwaya.words.match import Forms
from riwaya.words.token import tokens

NAMES = Forms([
    ("دمشق", "damascus"),
    ("ريف دمشق", "countryside"),
    ("ريف دمشق الغربي", "west"),
    ("جيش الإسلام", "army"),
    ("الجيش", "the army"),
    ("الأمم المتحدة", "un"),
    ("لبنان", "lebanon"),
    ("وكالة سانا", "sana"),
    ("حماة", "hama"),
    ("25 آذار", "day"),
    ("حماه", "hama, other spelling"),
])  # fmt: skip

FOUND = {
    "the word alone": ("دمشق", ["دمشق"]),
    "behind and": ("ودمشق", ["دمشق"]),
    "behind a preposition": ("بدمشق ولدمشق", ["دمشق", "دمشق"]),
    "behind and with a preposition": ("وبدمشق", ["دمشق"]),
    "lam and the article": ("للجيش وللأمم المتحدة", ["لجيش", "لأمم المتحدة"]),
    "the longest form": ("في ريف دمشق الغربي أمس", ["ريف دمشق الغربي"]),
    "the longest that is there": ("بريف دمشق الشرقي", ["ريف دمشق"]),
    "a form is not cut short": ("ريف حلب ودمشق", ["دمشق"]),
    "another spelling": ("جيش الاسلام", ["جيش الإسلام".replace("إ", "ا")]),
    "diacritics": ("وَجَيْشُ الإِسْلَامِ", ["جَيْشُ الإِسْلَام"]),
    "tatweel before the cut": ("وـدمشق", ["دمشق"]),
    "tatweel": ("بدمـــشق", ["دمـــشق"]),
    "presentation forms": ("ﻭﺩﻣﺸﻖ", ["ﺩﻣﺸﻖ"]),
    "a ligature": ("ﻓﻲ ﺟﻴﺶ ﺍﻹﺳﻼﻡ", ["ﺟﻴﺶ ﺍﻹﺳﻼﻡ"]),
    "a zero-width mark behind the clitic": ("و\u200cدمشق", ["دمشق"]),
    "bidi controls": ("\u202bب\u200fدمشق\u202c", ["دمشق"]),
    "an emoji before it": ("🔴دمشق", ["دمشق"]),
    "no-break space": ("ريف\u00a0دمشق", ["ريف\u00a0دمشق"]),
    "Arabic-Indic and Persian digits": ("في ٢٥ آذار و۲۵ آذار", ["٢٥ آذار", "۲۵ آذار"]),
    "the first letter of a name is no clitic": ("لبنان ووكالة سانا", ["لبنان", "وكالة سانا"]),
    "nothing inside another word": ("دمشقية وأدمشق", []),
    "nothing over a mark": ("ريف، دمشق الغربي", ["دمشق"]),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("text", "due"), FOUND.values(), ids=FOUND)
def test_forms_are_found_without_their_clitics(text: str, due: list[str]) -> None:
    assert [found.span.of(text) for found in NAMES.all(tokens(text))] == due


@pytest.mark.parametrize(
    ("text", "due"), [("وبدمشق", "وب"), ("دمشق", ""), ("وَدمشق", "و"), ("للجيش", "ل"), ("فلبنان", "ف")]
)
def test_the_clitic_is_told(text: str, due: str) -> None:
    (found,) = NAMES.all(tokens(text))
    assert found.clitic == due


def test_without_clitics_only_the_word_itself_is_found() -> None:
    line = tokens("وبدمشق دمشق")
    assert [found.first for found in NAMES.all(line, clitics=False)] == [1]


def test_forms_that_fold_alike_share_their_meanings() -> None:
    (found,) = NAMES.all(tokens("في حماة"))
    assert found.means == ("hama", "hama, other spelling")


def test_a_list_remembers_no_more_words_than_it_may() -> None:
    for number in range(KEPT + 9):
        list(NAMES.all(tokens("كلمة" + "ا" * (number % 90) + "ب" * (number // 90))))
    assert NAMES.ways.cache_info().currsize <= KEPT


def test_tokens_first_and_last_of_a_form_are_told() -> None:
    (found,) = NAMES.all(tokens("وصلوا إلى ريف دمشق الغربي أمس"))
    assert (found.first, found.last) == (2, 4)


@pytest.mark.parametrize(("form", "due"), [("ريف دمشق", True), ("جيش الاسلام", True), ("ريف", False), ("", False)])
def test_a_list_says_whether_it_holds_a_form(form: str, due: bool) -> None:
    assert (form in NAMES) is due


WORDS = ("دمشق", "وَدمشق", "ريف", "بريف", "الغربي", "للجيش", "ﻟﻠﺠﻴﺶ", "جيش", "الإِسْلَامِ", "ﺍﻹﺳﻼﻡ", "🔴", "،", "٢٥", "آذار")


@given(st.lists(st.sampled_from(WORDS), max_size=12), st.sampled_from((" ", "\u00a0", "\u200f ")))
def test_what_is_found_lies_in_the_text_in_order_and_is_a_form_of_the_list(parts: list[str], space: str) -> None:
    text = space.join(parts)
    line = tokens(text)
    free = 0
    for found in NAMES.all(line):
        start, end = found.span
        assert free <= start < end <= len(text)
        assert start == line[found.first].after(len(found.clitic)) and end == line[found.last].span.end
        words = text[start:end]
        assert words in NAMES or "ا" + words in NAMES  # what is behind لل has lost its ا
        free = end
