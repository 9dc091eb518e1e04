"""What is done in saying it: the speech act, the denial, the certainty and the voice."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from reading import claims, holding

ACTS = [
    ("نفى الجيش السوري قصف السوق.", "قصف السوق", "deny", True),
    ("وقال القائد محمد سالم «ننفي استهداف أي منطقة سكنية في المدينة».", "استهداف أي منطقة", "deny", True),
    ("وأكدت الوزارة أنه لا صحة لمقتل الجنود في الكمين.", "مقتل الجنود", "deny", True),
    ("واتهم الناطق باسم الحكومة مسلحي الجماعة بقصف المدرسة.", "قصف المدرسة", "accuse", False),
    ("وقال الناطق إن الهدنة صامدة، متهما الفصيل بقتل ثلاثة مدنيين.", "قتل ثلاثة مدنيين", "accuse", False),
    ("أدانت الأمم المتحدة قصف المشفى في المدينة.", "قصف المشفى", "condemn", False),
    ("طالبت منظمة العفو الدولية بوقف القصف على المخيم.", "القصف على المخيم", "demand", False),
    ("ودعا المبعوث إلى وقف إطلاق النار في المدينة.", "وقف إطلاق النار", "demand", False),
    ("هدد قائد الفصيل بقصف المطار إن لم تنسحب القوات.", "قصف المطار", "threaten", False),
    ("تعهد الطرفان بوقف إطلاق النار خلال العيد.", "وقف إطلاق النار", "promise", False),
    ("رحبت فرنسا باتفاق الهدنة بين الطرفين.", "اتفاق الهدنة", "praise", False),
    ("وقال الناطق إن قواته لم تقصف المدينة.", "لم تقصف المدينة", "assert", True),
]


@pytest.mark.parametrize(("text", "words", "act", "denied"), ACTS)
def test_the_cue_names_the_act(text: str, words: str, act: str, denied: bool) -> None:
    claim = holding(text, words)
    assert (claim.act, claim.event.denied) == (act, denied)


CERTAINTY = [
    ("وتردد أن القائد غادر المدينة.", "غادر المدينة", "possible"),
    ("ورجح مصدر أمني أن يكون المهاجم فجر نفسه.", "المهاجم فجر", "possible"),
    ("وقال مصدر أمني إن المهاجم فجر نفسه.", "المهاجم فجر", "certain"),
]


@pytest.mark.parametrize(("text", "words", "certainty"), CERTAINTY)
def test_rumour_and_conjecture_are_only_possible(text: str, words: str, certainty: str) -> None:
    assert holding(text, words).certainty == certainty


VOICES = [
    ("وقال القائد: «سيطرنا على المعسكر بعد اشتباكات عنيفة».", "سيطرنا على المعسكر", "direct"),
    ('وقال القائد إن "القوات سيطرت على المعسكر بعد اشتباكات عنيفة".', "سيطرت على المعسكر", "direct"),
    ("وقال القائد “سيطرت القوات على المعسكر بعد اشتباكات عنيفة”.", "سيطرت القوات", "direct"),
    ("وقال القائد إن القوات سيطرت على المعسكر.", "سيطرت على المعسكر", "indirect"),
    ("وقال القائد إن قوات «الفجر» سيطرت على المعسكر.", "سيطرت على المعسكر", "indirect"),
    ("وقال القائد إن القوات سيطرت على المعسكر «بعد معركة لم تدم سوى ساعتين فقط».", "سيطرت على المعسكر", "mixed"),
    ("سيطرت القوات الحكومية على المعسكر قرب مدينة تعز.", "سيطرت القوات", "narrative"),
]


@pytest.mark.parametrize(("text", "words", "voice"), VOICES)
def test_quotation_marks_tell_the_voice(text: str, words: str, voice: str) -> None:
    assert holding(text, words).voice == voice


def test_a_quotation_that_never_closes_is_read_to_its_end() -> None:
    claim = holding('وقال القائد: "سيطرنا على المعسكر بعد اشتباكات عنيفة استمرت ساعات', "سيطرنا على المعسكر")
    assert claim.sources[0].name is not None
    assert claim.content.text.endswith("ساعات")


def test_two_happenings_of_one_speaker_are_two_claims() -> None:
    found = claims("قال مصدر عسكري إن طائرات قصفت الميناء وإن قوات برية سيطرت على الجسر.")
    assert [claim.event.type for claim in found] == ["airstrike", "territorial_change"]
    assert {claim.sources[0].name for claim in found} == {"مصدر عسكري"}
