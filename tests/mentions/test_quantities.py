"""Numbers with the nouns they count: the exact words, the unit and the bounds."""

import pytest

from riwaya.mentions.find import find
from riwaya.mentions.quantities import quantities
from riwaya.passages.split import split

MISSED = pytest.mark.xfail(strict=True, raises=AssertionError)

COUNTED = [
    # (text, [(words, unit, low, high)])
    ("قتل 12 جنديا في كمين", [("12 جنديا", "killed", 12, 12)]),
    ("قتل ١٢ جنديا في كمين", [("١٢ جنديا", "killed", 12, 12)]),
    ("قتل أكثر من 50 مسلحا في غارات", [("أكثر من 50 مسلحا", "killed", 50, None)]),
    ("وقتل 7 مدنيين على الأقل في قصف", [("7 مدنيين على الأقل", "killed", 7, None)]),
    ("أصيب نحو ثلاثين شخصا في قصف", [("نحو ثلاثين شخصا", "wounded", 30, 30)]),
    pytest.param("أصيب نحو ثلاثين شخصا بجروح", [("نحو ثلاثين شخصا", "wounded", 30, 30)], marks=MISSED),
    ("قتل بين 3 و5 جنود في هجوم", [("بين 3 و5 جنود", "killed", 3, 5)]),
    ("نزح آلاف المدنيين من المدينة", [("آلاف المدنيين", "displaced", 2000, None)]),
    ("مقتل جندي في انفجار", [("جندي", "killed", 1, 1)]),
    ("أصيب مدنيان في انفجار", [("مدنيان", "wounded", 2, 2)]),
    ("دمرت الغارة دبابتين عند الجسر", [("دبابتين", "vehicles", 2, 2)]),
    ("قتل 9 من مسلحي الجماعة", [("9 من مسلحي الجماعة", "killed", 9, 9)]),
    ("قتل 12 شخصا بينهم 5 أطفال", [("12 شخصا", "killed", 12, 12), ("5 أطفال", "children", 5, 5)]),
    ("سقط 6 قتلى و10 جرحى", [("6 قتلى", "killed", 6, 6), ("10 جرحى", "wounded", 10, 10)]),
    ("اعتقل الجيش سبعة مسلحين", [("سبعة مسلحين", "captured", 7, 7)]),
    ("وصل 300 مقاتل إلى الجبهة", [("300 مقاتل", "fighters", 300, 300)]),
    ("شنت الطائرات ست غارات", [("ست غارات", "airstrikes", 6, 6)]),
    ("نزحت 40 عائلة من القرية", [("40 عائلة", "families", 40, 40)]),
    # the verb of harm stands behind its subject
    ("تسعة من مسلحي الجماعة قتلوا", [("تسعة من مسلحي الجماعة", "killed", 9, 9)]),
    ("أربعة شبان بينهم طالب، أصيبوا", [("أربعة شبان", "wounded", 4, 4), ("طالب", "wounded", 1, 1)]),
    # two counts joined
    ("سقط عشرة قتلى وعشرات الجرحى", [("عشرة قتلى", "killed", 10, 10), ("عشرات الجرحى", "wounded", 20, None)]),
    ("قتل وأصيب تسعة مزارعين", [("تسعة مزارعين", "people", 9, 9)]),
    # parts of a total
    (
        "أصيب 25 شخصا بينهم 4 أطفال و3 نساء",
        [("25 شخصا", "wounded", 25, 25), ("4 أطفال", "children", 4, 4), ("3 نساء", "women", 3, 3)],
    ),
    ("أصيب 25 شخصا بينهم شرطيان", [("25 شخصا", "wounded", 25, 25), ("شرطيان", "wounded", 2, 2)]),
    # one victim, named or described
    ("مقتل أحد أفراد القبيلة", [("أحد أفراد القبيلة", "killed", 1, 1)]),
    ("اعتقال القائد الميداني في الحي", [("القائد الميداني", "captured", 1, 1)]),
    ("جنديا قتل في الكمين", [("جنديا", "killed", 1, 1)]),
    # the number behind its noun
    ("انسحبت القوات من القرى الثلاث", [("القرى الثلاث", "places", 3, 3)]),
    ("عاد النازحون الـ27 إلى بيوتهم", [("النازحون الـ27", "displaced", 27, 27)]),
    ("مقتل عسكريين اثنين", [("عسكريين اثنين", "killed", 2, 2)]),
    ("قتل ثمانية «مسلحين» في الكمين", [("ثمانية «مسلحين", "killed", 8, 8)]),
    # persons without a counted noun
    ("سقط 30 من المسلحين بين قتيل وجريح", [("30 من المسلحين", "people", 30, 30)]),
    ("عاد 4 وزراء إلى العاصمة", [("4 وزراء", "people", 4, 4)]),
    ("وأصيب في القصف 12 آخرون", [("12 آخرون", "wounded", 12, 12)]),
    ("عدد القتلى بلغ 70 مدنيا", [("70 مدنيا", "killed", 70, 70)]),
    ("تعرض (6) من الحراس للإصابة", [("(6) من الحراس", "wounded", 6, 6)]),
    ("فر المئات منهم", [("المئات", "people", 200, None)]),
    ("وصلت 12 طنا من الدقيق", [("12 طنا", "other", 12, 12)]),
    ("تحركت ثلاث كتائب نحو الجبهة", [("ثلاث كتائب", "other", 3, 3)]),
    ("أحرق الأهالي شاحنة قرب الجسر", [("شاحنة", "vehicles", 1, 1)]),
    ("مرت شاحنة قرب الجسر", []),
    ("قتل جندي وأصيب آخر", [("جندي", "killed", 1, 1), ("آخر", "wounded", 1, 1)]),
    ("حصدت الألغام أرواح ستة رعاة", [("ستة رعاة", "killed", 6, 6)]),
    ("بلغ عدد الموقوفين 60 شخصا", [("60 شخصا", "captured", 60, 60)]),
    ("عدد النازحين وصل إلى 900 شخص", [("900 شخص", "displaced", 900, 900)]),
    # who is arrested by name is no toll, and a distance from an event no length
    ("انسحبت القوات بعد ثلاثة أيام على الهدنة", []),
    ("شاركت في اللقاء خمس دول", []),
    # those who attack, and half of something, are not counted
    ("هاجم انتحاريان المقر", []),
    ("دمرت الغارة نصف المنازل", []),
    # lengths, ages and names count nothing
    ("وصلت القافلة قبل يومين من الموعد", []),
    ("دام القتال ثلاثة أشهر", []),
    ("أصيب شاب (17 عاما) في الحي", [("شاب", "wounded", 1, 1)]),
    ("اندلع حريق في شارع الستين شمال المدينة", []),
    ("انسحبت الفرقة 30 إلى الجبهة", []),
    pytest.param("انسحبت الفرقة 30 من الجبهة", [], marks=MISSED),
    ("قتل جنود عام 2019 في الجبهة", []),
    ("سيطرت القوات على 30 في المئة من البلدة", []),
    ("قتل عدد من الجنود في كمين", []),
    ("وصلت الوحدة الثالثة إلى الجبهة", []),
]


@pytest.mark.parametrize(("text", "due"), COUNTED)
def test_a_quantity_is_the_number_with_what_it_counts(text: str, due: list[tuple[str, str, int, int | None]]) -> None:
    line = find(text, split(text)[0], None)
    found = [each.quantity for each in quantities(line, 0, len(line.tokens))]
    assert [(each.mention.text, each.unit, each.low, each.high) for each in found] == due
    assert all(each.mention.span.of(text) == each.mention.text for each in found)


def test_quantities_are_sought_between_the_tokens_asked_for() -> None:
    text = "قتل 12 جنديا في كمين ثم أصيب 3 مدنيين في قصف"
    line = find(text, split(text)[0], None)
    assert [each.quantity.unit for each in quantities(line, 0, 5)] == ["killed"]
