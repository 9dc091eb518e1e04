"""Folding unites spellings, and every folded position leads back to the original."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.words.fold import fold, folded
from riwaya.words.token import tokens

SPELLINGS = {
    "hamza carriers": ("أإآٱا", "ااااا"),
    "hamza on ya and waw": ("مسئول مسؤول", "مسيول مسوول"),
    "ta marbuta": ("مدرسة", "مدرسه"),
    "alef maqsura": ("مستشفى", "مستشفي"),
    "diacritics": ("مُؤَكِّدَةً", "موكده"),
    "superscript alef": ("هٰذا", "هذا"),
    "tatweel": ("حـــلب", "حلب"),
    "presentation forms": ("ﺣﻠﺐ", "حلب"),
    "lam-alef ligatures": ("ﻻﺟﺊ ﺇﺳﻼﻡ ﻷﻥ", "لاجي اسلام لان"),
    "the name of God": ("ﷲ", "الله"),
    "Persian letters": ("گوگل پکن چین", "كوكل بكن جين"),
    "Arabic-Indic digits": ("٠١٢٣٤٥٦٧٨٩", "0123456789"),
    "Persian digits": ("۰۱۲۳۴۵۶۷۸۹", "0123456789"),
    "zero-width characters": ("می‌رود\u200bحلب\ufeff", "ميرودحلب"),
    "bidi controls": ("\u202bحلب\u202c \u2067دمشق\u2069 \u200fحمص\u061c", "حلب دمشق حمص"),
    "no-break spaces": ("حي\u00a0جوبر\u202fهنا", "حي جوبر هنا"),
    "Latin capitals": ("SANA", "sana"),
    "emoji": ("🔴عاجل👨‍👩‍👧", "🔴عاجل👨👩👧"),
}

HOME = {
    # text, folded form to look for, the words it came from
    "plain": ("قصف على حلب", "حلب", "حلب"),
    "diacritics within": ("قَصْفٌ عَلَى حَلَب", "حلب", "حَلَب"),
    "tatweel within": ("على حـــلـــب أمس", "حلب", "حـــلـــب"),
    "presentation forms": ("على ﺣﻠﺐ أمس", "حلب", "ﺣﻠﺐ"),
    "behind a ligature": ("ﻻ ﻻ ﻻ حلب", "حلب", "حلب"),
    "a ligature within": ("قال الإسﻼم كذا", "الاسلام", "الإسﻼم"),
    "half a ligature gives the whole": ("ﻷنه", "ل", "ﻷ"),
    "the other half too": ("ﻷنه", "ا", "ﻷ"),
    "behind the name of God": ("ﷲ أكبر", "اكبر", "أكبر"),
    "digits": ("قتل ٢٥ مدنيا", "25", "٢٥"),
    "Persian digits": ("کشته ۱۲۰ نفر", "120", "۱۲۰"),
    "behind an emoji": ("🔴🇸🇾 عاجل: دوما", "دوما", "دوما"),
    "between bidi controls": ("\u202bفي \u2067دمشق\u2069\u202c", "دمشق", "دمشق"),
    "zero-width within": ("في دم\u200cشق الآن", "دمشق", "دم\u200cشق"),
    "all at once": ("«ﻻ» 🔴 وَﺍﻟﺠـــيشُ \u200fقَصَفَ ﻻﺣقا ٣ بلدات", "بلدات", "بلدات"),
}

CHARACTERS = (
    "ابتجحدلمنهوي أإآىةئؤءﻻﻼﷲﺣﻠﺐپچگ" + "ًٌٍَُِّْٰـ" + "٠٣٩۰۴۹7" + "\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u2067\u2069\ufeff\u00ad"
    + "\u00a0\u202f\t\n" + "aZ.,:؛،«»()_-🔴👨‍👩‍👧🇸🇾"
)  # fmt: skip
texts = st.one_of(st.text(CHARACTERS, max_size=60), st.text(max_size=30))


@pytest.mark.parametrize(("text", "due"), SPELLINGS.values(), ids=SPELLINGS)
def test_spellings_are_united(text: str, due: str) -> None:
    assert fold(text).text == folded(text) == due


@pytest.mark.parametrize(("text", "form", "due"), HOME.values(), ids=HOME)
def test_a_folded_run_leads_home_to_the_words_it_came_from(text: str, form: str, due: str) -> None:
    page = fold(text)
    at = page.text.index(form)
    assert page.home(at, at + len(form)).of(text) == due


@given(texts)
def test_every_folded_letter_comes_from_the_character_it_leads_home_to(text: str) -> None:
    page = fold(text)
    for at, letter in enumerate(page.text):
        source = page.home(at, at + 1)
        assert len(source) == 2 and source.end == source.start + 1
        assert letter in folded(source.of(text))


@given(texts)
def test_positions_lead_home_in_order(text: str) -> None:
    page = fold(text)
    starts = [page.home(at, at + 1).start for at in range(len(page.text))]
    assert starts == sorted(starts)


@given(texts)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text("ابتجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئ ", max_size=30))
def test_composed_and_decomposed_spellings_fold_alike(text: str) -> None:
    assert folded(unicodedata.normalize("NFD", text)) == folded(unicodedata.normalize("NFC", text))


@given(texts)
def test_tokens_lie_in_the_text_in_order_and_fold_to_their_form(text: str) -> None:
    free = 0
    for token in tokens(text):
        start, end = token.span
        assert free <= start < end <= len(text)
        assert folded(text[start:end]).strip() == token.form
        free = end


@given(texts, st.integers(0, 10_000))
def test_a_base_moves_every_offset_of_a_token(text: str, base: int) -> None:
    plain, moved = tokens(text), tokens(text, base)
    assert [(t.span.start + base, t.span.end + base) for t in plain] == [tuple(t.span) for t in moved]
    assert all(
        b.after(n) == a.after(n) + base for a, b in zip(plain, moved, strict=True) for n in range(len(a.form) + 1)
    )


@given(texts)
def test_what_is_behind_some_letters_of_a_token_lies_within_it(text: str) -> None:
    for token in tokens(text):
        places = [token.after(letters) for letters in range(len(token.form) + 1)]
        assert places == sorted(places)
        assert token.span.start == places[0] and places[-1] == token.span.end


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("قتل ٣٫٥ و1,200 مدني", ["word", "number", "word", "number", "word"]),
        ("٥٠٠كم", ["number", "word"]),
        ("«لا»، قال.", ["mark", "word", "mark", "mark", "word", "mark"]),
        ("في 2018/04/06 الساعة 10:30", ["word", "number", "word", "number"]),
        ("", []),
        ("\u200f\u202b\ufeff", []),
    ],
)
def test_a_text_falls_into_words_numbers_and_marks(text: str, due: list[str]) -> None:
    assert [token.kind for token in tokens(text)] == due
