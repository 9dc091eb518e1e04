"""How far the words of one noun reach, and which words are a person's name."""

import pytest

from riwaya.mentions.find import find
from riwaya.mentions.line import Line
from riwaya.mentions.phrases import is_function, is_verb, person_name, phrase_end
from riwaya.passages.split import split


def _line(text: str) -> Line:
    return find(text, split(text)[0], None)


def _at(line: Line, word: str) -> int:
    return next(at for at, token in enumerate(line.tokens) if token.span.of(line.text) == word)


PHRASES = [
    # (text, the first word of a phrase, the phrase)
    ("قال مصدر عسكري إن القصف توقف", "مصدر", "مصدر عسكري"),
    ("قالت وزارة الدفاع السورية إن القصف توقف", "وزارة", "وزارة الدفاع السورية"),
    ("قالت وزارة الدفاع في بيان إن القصف توقف", "وزارة", "وزارة الدفاع"),
    ("قالت وزارة الدفاع أمس إن القصف توقف", "وزارة", "وزارة الدفاع"),
    ("أعلنت قوات الحرس الجمهوري أنها انسحبت", "قوات", "قوات الحرس الجمهوري"),
    ("قتل الجندي والضابط في الكمين", "الجندي", "الجندي"),
    ('نقلت وكالة "معا" عن شاهد', "وكالة", 'وكالة "معا"'),
    ("نقلت وكالة «معا» عن شاهد", "وكالة", "وكالة «معا»"),
    ("دعت البلدية السكان إلى المغادرة", "البلدية", "البلدية"),
    ("هاجم مسلحون مجهولون، القافلة", "مسلحون", "مسلحون مجهولون"),
    ("أصيب مدنيون بجروح", "مدنيون", "مدنيون"),
    ("نفى مصدر عسكري قصف السوق", "مصدر", "مصدر عسكري"),
    ("هاجم مسلحون مجهولون نقطة تفتيش", "مسلحون", "مسلحون مجهولون"),
    ("قصفت طائرات حربية أطراف البلدة", "طائرات", "طائرات حربية"),
    ("وصلت قافلة مساعدات إلى المخيم", "قافلة", "قافلة مساعدات"),
]


@pytest.mark.parametrize(("text", "head", "due"), PHRASES)
def test_a_phrase_ends_where_another_word_begins(text: str, head: str, due: str) -> None:
    line = _line(text)
    first = _at(line, head)
    assert line.words(first, phrase_end(line, first)) == due


NAMES = [
    ("قال حمزة بيرقدار الناطق باسم الكتيبة إن القصف توقف", "حمزة بيرقدار"),
    ("قال محمد سالم إن القصف توقف", "محمد سالم"),
    ("قال عبد الله الشامي إن القصف توقف", "عبد الله الشامي"),
    ("قال الناطق باسم الكتيبة خالد منصور إن القصف توقف", "خالد منصور"),
    ("قالت ليلى عباس إن القصف توقف", "ليلى عباس"),
    ("قال مصدر عسكري إن القصف توقف", None),
    ("قالت وزارة الدفاع إن القصف توقف", None),
    ("قال شهود عيان إن القصف توقف", None),
    ("قالت المدينة المنكوبة إن القصف توقف", None),
]


@pytest.mark.parametrize(("text", "due"), NAMES)
def test_a_persons_name_is_a_listed_name_or_two_rare_words(text: str, due: str | None) -> None:
    line = _line(text)
    named = person_name(line, 1, len(line.tokens) - 3)
    assert (line.words(*named) if named else None) == due


VERBS = [("قصفت الطائرات المدينة", 0, True), ("القصف مستمر هناك", 0, False), ("وأعلنت الوزارة ذلك", 0, True)]


@pytest.mark.parametrize(("text", "at", "due"), VERBS)
def test_a_verb_is_a_word_that_can_be_nothing_else(text: str, at: int, due: bool) -> None:
    assert is_verb(_line(text), at) == due


FUNCTIONS = [("وصل إلى المدينة", 1, True), ("قال إن القصف", 1, True), ("وصل الرتل العسكري", 1, False)]


@pytest.mark.parametrize(("text", "at", "due"), FUNCTIONS)
def test_a_word_of_grammar_is_crossed_by_no_phrase(text: str, at: int, due: bool) -> None:
    assert is_function(_line(text), at) == due


def test_a_name_spelled_like_a_preposition_is_a_name_where_the_text_parts_the_two() -> None:
    line = _line("قال علي حسن إن القوات سيطرت على التلة")
    assert not is_function(line, 1)
    assert is_function(line, _at(line, "على"))
