"""What a word can be: its row, what is cut before it, and what is glued to it."""

import pytest

from riwaya.mentions.find import find
from riwaya.mentions.lexicon import readings
from riwaya.mentions.line import Line, once
from riwaya.passages.split import split
from riwaya.words.fold import folded

READ = [
    # (word, the row it is read as, letters cut before it, article, future, pronoun)
    ("قال", "assert.qala", 0, False, False, ""),
    ("وقالت", "assert.qala", 1, False, False, ""),
    ("سيقول", "assert.qala", 1, False, True, ""),
    ("وسيقولون", "assert.qala", 2, False, True, ""),
    ("يقولون", "assert.qala", 0, False, False, ""),
    ("مضيفا", "assert.idafa", 0, False, False, ""),
    ("هاجمها", "attack.hajm", 0, False, False, "ها"),
    ("والهجوم", "attack.hjwm", 3, True, False, ""),
]


@pytest.mark.parametrize(("word", "row", "cut", "article", "future", "pronoun"), READ)
def test_a_word_is_read_as_a_row_with_what_is_glued_to_it(
    word: str, row: str, cut: int, article: bool, future: bool, pronoun: str
) -> None:
    alone, _ = readings(folded(word))
    assert (row, cut, article, future, pronoun) in {
        (r.entry.row.id, r.cut, r.article, r.future, r.pronoun) for r in alone
    }


def test_a_word_that_no_table_knows_has_no_reading() -> None:
    assert readings("زقزقبق") == ((), {})


@pytest.mark.parametrize(
    ("form", "final", "due"),
    [
        ("علي", "ى", True),  # the preposition, as it is spelled where dots count
        ("علي", "ي", False),  # the name
        ("علي", "", True),  # where they do not
    ],
)
def test_a_preposition_is_told_from_a_name_by_its_last_letter(form: str, final: str, due: bool) -> None:
    alone, _ = readings(form, final)
    assert any(reading.entry.row["kind"] in ("preposition", "attach") for reading in alone) is due


@pytest.mark.parametrize(("final", "due"), [("", True), ("ة", False)])
def test_a_feminine_ending_is_no_pronoun(final: str, due: bool) -> None:
    alone, _ = readings(folded("هاجمه"), final)
    assert any(reading.pronoun == "ه" for reading in alone) is due


def test_a_verb_takes_no_article() -> None:
    alone, _ = readings(folded("اليقول"))
    assert all(reading.entry.column not in ("perfect", "imperfect") for reading in alone)


def test_a_form_of_several_words_is_kept_by_its_second_word() -> None:
    _, longer = readings("وقف")
    assert folded("إطلاق") in longer


@pytest.mark.parametrize(
    ("table", "kinds"),
    [
        ("cues", ()),
        ("terms", ("complementiser",)),
        ("terms", ("preposition", "attach")),
        ("happenings", ()),
        ("none", ()),
    ],
)
def test_a_line_knows_where_a_word_of_a_table_stands(table: str, kinds: tuple[str, ...]) -> None:
    line = _line("وقال المتحدث إن القصف على البلدة توقف مساء اليوم")
    due = [at for at in range(len(line)) if line.tagged(at, table, *kinds)]
    assert line.where(table, *kinds) == line.where(table, *kinds) == due


def test_a_question_about_a_token_is_thought_over_once() -> None:
    asked: list[int] = []

    @once
    def form(line: Line, at: int) -> str:
        asked.append(at)
        return line.form(at)

    line, other = _line("قصف البلدة"), _line("هجوم على البلدة")
    assert [form(line, 0), form(line, 0), form(line, 1), form(other, 0)] == ["قصف", "قصف", folded("البلدة"), "هجوم"]
    assert asked == [0, 1, 0]


def _line(text: str) -> Line:
    return find(text, split(text)[0], None)


LONGEST = [
    ("دخل وقف إطلاق النار حيز التنفيذ.", 1, "happenings", 3),
    ("لا صحة لهذه الأنباء.", 0, "terms", 1),
]


@pytest.mark.parametrize(("text", "at", "table", "last"), LONGEST)
def test_the_longest_form_of_a_table_is_read(text: str, at: int, table: str, last: int) -> None:
    tag = _line(text).tagged(at, table)
    assert tag is not None
    assert tag.last == last


CLITICS = [
    ("قصفت الطائرات المدينة", 0, "", "قصفت"),
    ("وقصفت الطائرات المدينة", 0, "و", "قصفت"),
    ("وصل المسلحون إلى الجسر", 0, "", "وصل"),
    ("والمسلحون عند الجسر", 0, "و", "المسلحون"),
    ("بالمسلحين عند الجسر", 0, "", "المسلحين"),
    ("وزارة الدفاع", 0, "", "وزارة"),
]


@pytest.mark.parametrize(("text", "at", "joined", "bare"), CLITICS)
def test_a_conjunction_and_a_preposition_are_cut_and_a_root_letter_is_not(
    text: str, at: int, joined: str, bare: str
) -> None:
    line = _line(text)
    assert line.joined(at) == joined
    assert line.mention(at, at).text == bare
    assert line.mention(at, at, bare=False).text == text.split()[at]


def test_a_taa_marbuta_is_no_pronoun() -> None:
    tags = _line("كتيبة مهاجمة عند الجسر").tags[1]
    assert all(tag.pronoun != "ه" for tag in tags)
