"""Who speaks where a cue names nobody."""

from datetime import date

import pytest
from reading import facet

from riwaya.claims.claim import Source
from riwaya.claims.cues import frames
from riwaya.claims.memory import Memory
from riwaya.claims.resuming import UNSPECIFIED, voices
from riwaya.mentions.find import find
from riwaya.mentions.line import Line
from riwaya.mentions.nominals import nominals
from riwaya.passages.split import split

SPOKE = Source(None, "وزارة الصحة", "body")


def line_of(text: str) -> Line:
    return find(text, split(text)[0], date(2020, 1, 1))


def named(line: Line, memory: Memory) -> list[str]:
    """The names of those who may speak by the last cue of a line, in order; nobody is an empty name."""
    found = frames(line)
    return [
        voice.chain[0].name or "" if voice.chain else line.words(voice.zone[0], voice.zone[1] - 1)
        for voice in voices(line, found[-1], nominals(line), found[:-1], memory)
    ]


def test_who_spoke_before_and_nobody_are_always_considered() -> None:
    memory = Memory(chain=(SPOKE,))
    assert named(line_of("وأضافت أن الدواء نفد."), memory) == ["وزارة الصحة", ""]


def test_a_noun_phrase_behind_the_verb_of_the_sentence_is_considered() -> None:
    assert "المحامي" in named(line_of("طعن المحامي في الحكم، مدعيا أن الشهود غابوا."), Memory(chain=(SPOKE,)))


def test_a_noun_behind_a_preposition_is_not_considered() -> None:
    assert "المحكمة" not in named(line_of("طعن المحامي أمام المحكمة، مدعيا أن الشهود غابوا."), Memory())


def test_nobody_is_the_unspecified_source() -> None:
    line = line_of("وأضافت أن الدواء نفد.")
    last = voices(line, frames(line)[0], nominals(line), (), Memory())[-1]
    assert (last.chain, last.zone) == ((UNSPECIFIED,), (0, 0))


@pytest.mark.parametrize(
    ("text", "words", "due"),
    [
        ("قالت الشرطة إن الطريق أغلق. وأضافت أن الدوريات تبحث عن الجناة.", "الدوريات", ("الشرطة", "body")),
        (
            "قالت الشرطة إن الطريق أغلق. وطعن المحامي في الحكم، مدعيا أن الشهود غابوا.",
            "الشهود غابوا",
            ("المحامي", "unnamed"),
        ),
        ("قالت الوزارة إن الجسر سليم، بينما نفت البلدية ذلك، مؤكدة أنه انهار.", "انهار", ("البلدية", "body")),
    ],
)
def test_the_one_whose_signs_weigh_most_speaks(text: str, words: str, due: object) -> None:
    assert facet(text, words, "origin") == due
