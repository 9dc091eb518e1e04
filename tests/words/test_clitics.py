"""Words are cut into clitics, and the cuts lead home to the spelling of the report."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.words.clitics import openings
from riwaya.words.fold import folded
from riwaya.words.split import Parts, cuts, spelled, split

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىة"
MARKED = LETTERS + "ًٌَُِّْـ‌‏ﻻﻼﷲ"

SPLIT = {
    # before the word
    "والصواريخ": "و+الصواريخ",
    "فإنهم": "ف+ان+هم",
    "بالغارات": "ب+الغارات",
    "للمدينة": "ل+لمدينه",
    "وللمدنيين": "و+ل+لمدنيين",
    "كمتحدث": "ك+متحدث",
    "سيقصفون": "س+يقصفون",
    "وسيستهدفونها": "و+س+يستهدفون+ها",
    "وبالتالي": "و+ب+التالي",
    "لأنه": "ل+ان+ه",
    "بشأنها": "ب+شان+ها",
    # after the word
    "قواتها": "قوات+ها",
    "بمدرستهم": "ب+مدرست+هم",
    "مستواه": "مستوا+ه",
    "أعضائه": "اعضاي+ه",
    "ومقاتلوها": "و+مقاتلو+ها",
    "عليهم": "علي+هم",
    "إليها": "الي+ها",
    "لكنهم": "لكن+هم",
    "به": "ب+ه",
    "ولها": "و+ل+ها",
}
WHOLE = """
    وزير وزارة وقت وطن وصل وقف واشنطن والد فقط فريق فرنسا فلسطين في بعد بين بلد برنامج بغداد بشار بيان كان كانت كل كما
    كذلك كبير كردستان لكن لقد لم لبنان ليبيا لجنة سوريا سلاح ساعة سيطر سيارة ستة سنوات مدرسة حكومة منطقة المنطقة
    مهم أهم متهم اتجاه مياه وجه لاجئ بعيد باتت بحثت ساهم لحج واحد
"""


@pytest.mark.parametrize(("word", "due"), SPLIT.items(), ids=SPLIT)
def test_what_is_glued_to_a_word_is_cut(word: str, due: str) -> None:
    parts = split(word)
    assert "+".join((*parts.proclitics, parts.stem, *parts.enclitics)) == due


@pytest.mark.parametrize("word", WHOLE.split())
def test_a_letter_of_the_word_itself_is_no_clitic(word: str) -> None:
    assert split(word) == Parts((), folded(word), ())


@pytest.mark.parametrize("word", WHOLE.split())
def test_and_before_a_word_is_cut_and_the_word_is_left_whole(word: str) -> None:
    parts = split("و" + word)
    assert (parts.proclitics, parts.stem, parts.enclitics) == (("و",), folded(word), ())


@pytest.mark.parametrize(
    "word",
    ["قصفها", "دعمهم", "رئيسها", "سيارتها", "معسكره", "انسحابهم", "مقرهما", "لاعتقالهم", "بدعمها", "وباعتقاله"],
)
def test_pronouns_are_cut(word: str) -> None:
    assert split(word).enclitics


@pytest.mark.parametrize("name", ["المكلا", "بنغازي", "كفريا", "لاهاي", "برلين", "بايدن", "بوتين", "فيينا", "سرمين"])
def test_names_are_not_cut_but_what_stands_before_them_is(name: str) -> None:
    assert split(name) == Parts((), folded(name), ())
    assert split("و" + name).proclitics == ("و",)


@pytest.mark.parametrize(
    ("word", "due"), [("رسالة", ""), ("رسالته", "ه"), ("مستشفى", ""), ("قرية", ""), ("قريته", "ه")]
)
def test_the_final_letter_tells_a_feminine_from_a_pronoun(word: str, due: str) -> None:
    assert "".join(split(word).enclitics) == due


@pytest.mark.parametrize("word", ["مدرسة", "حكومة", "منطقة", "وزارة", "لجنة", "مدينة", "جماعة", "عملية"])
def test_a_folded_feminine_is_not_taken_for_a_pronoun(word: str) -> None:
    assert split(folded(word)) == Parts((), folded(word), ())


CUTS = {
    "وقواتها": (1, 5),
    "وَقُوَّاتُهَا": (2, 10),
    "وبـــه": (1, 5),
    "و‌قواتها": (2, 6),
    "وزير": (),
    "ﻭﻗﻮﺍﺗﻬﺎ": (1, 5),
    "للأمم": (1,),
    "ﻟﻸﻣﻢ": (1,),
    "": (),
}


@pytest.mark.parametrize(("word", "due"), CUTS.items(), ids=lambda value: str(value))
def test_cuts_are_offsets_in_the_word_as_it_is_written(word: str, due: tuple[int, ...]) -> None:
    found = cuts(word)
    pieces = [word[a:b] for a, b in zip((0, *found), (*found, len(word)), strict=True)]
    assert (found, "".join(pieces)) == (due, word)


def test_nothing_is_cut_within_a_ligature() -> None:
    assert cuts("لأنه") == (1, 3)
    assert cuts("ﻷنه") == (2,)


@given(st.text(LETTERS, max_size=14))
def test_parts_put_together_give_the_word(word: str) -> None:
    parts = split(word)
    assert "".join((*parts.proclitics, parts.stem, *parts.enclitics)) == folded(word)
    assert parts.stem or not word


@given(st.text(MARKED, max_size=14))
def test_cuts_lie_within_the_word_in_order_and_leave_no_part_empty(word: str) -> None:
    found = cuts(word)
    assert list(found) == sorted(set(found))
    pieces = [word[a:b] for a, b in zip((0, *found), (*found, len(word)), strict=True)]
    assert not found or all(folded(piece) for piece in pieces)


@given(st.text(MARKED, max_size=14))
def test_diacritics_change_no_part(word: str) -> None:
    bare = spelled(word)
    if word[-1:] not in "ىًٌٍَُِّْـ‌‏":
        assert split(word) == split(bare)


@given(st.text(LETTERS, max_size=12))
def test_openings_begin_with_the_word_itself_and_end_as_it_ends(word: str) -> None:
    form = folded(word)
    ways = openings(form)
    assert ways[0] == (0, form)
    for cut, rest in ways:
        assert form[cut:] == rest or (form[cut - 1 : cut + 1] == "لل" and rest == "ا" + form[cut:])


@pytest.mark.parametrize(
    ("form", "due"),
    [
        ("والجيش", {"والجيش", "الجيش"}),
        ("للجيش", {"للجيش", "الجيش", "لجيش"}),
        ("وبدمشق", {"وبدمشق", "بدمشق", "دمشق"}),
        ("في", {"في"}),
        ("بهم", {"بهم"}),
    ],
)
def test_openings_give_every_reading_of_a_words_beginning(form: str, due: set[str]) -> None:
    assert {rest for _, rest in openings(form)} == due
