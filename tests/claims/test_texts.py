"""Texts that a report gives in full: statements, letters and interviews are their author's, not the report's own words."""

import pytest
from reading import claims, facet

STATEMENT = """أصدرت وزارة الداخلية اليوم بيانا بشأن حادثة الميناء، فيما يلي نصه:
هاجم مسلحون مركز الشرطة فجر أمس وقتلوا حارسا.
واعتقلت قوات الأمن أربعة من المهاجمين قرب الجسر."""
LETTER = """وصلت رسالة من رئيس البلدية سالم الحداد، وهذا نصها:
قصفت الطائرات حي الزيتون وقتلت ثلاثة من أهله.
سالم الحداد"""
INTERVIEW = """قال القائد نادر الحموي إن الهدنة انهارت. وفيما يلي نص الحوار:
كيف تصفون الوضع في المدينة اليوم؟
سيطر مقاتلونا على التل بعد اشتباكات عنيفة مع المتمردين.
هل سقط ضحايا؟
قتل في المعركة خمسة من رجالنا."""

ORIGINS = [
    (STATEMENT, "وقتلوا حارسا", ("وزارة الداخلية", "body")),
    (STATEMENT, "أربعة من المهاجمين", ("وزارة الداخلية", "body")),
    (STATEMENT + "\nوقال شاهد عيان إن الشارع أغلق.", "الشارع أغلق", ("شاهد عيان", "unnamed")),
    (LETTER, "حي الزيتون", ("سالم الحداد", "person")),
    (INTERVIEW, "على التل", ("نادر الحموي", "person")),
    (INTERVIEW, "خمسة من رجالنا", ("نادر الحموي", "person")),
]


@pytest.mark.parametrize(("text", "words", "due"), ORIGINS)
def test_a_text_given_in_full_is_its_author_s(text: str, words: str, due: object) -> None:
    assert facet(text, words, "origin") == due


def test_a_question_of_an_interview_claims_nothing() -> None:
    assert not [claim for claim in claims(INTERVIEW) if "ضحايا" in claim.content.text]


@pytest.mark.parametrize(
    "text", ["قال تعالى: ولا تقتلوا النفس التي حرم الله إلا بالحق.", "وقال الله تعالى إن القتال كتب عليكم."]
)
def test_scripture_is_nobody_s_claim(text: str) -> None:
    assert not [claim for claim in claims(text) if claim.sources]
