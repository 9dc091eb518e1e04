"""What is said to have happened: type, agent, target, place, time and numbers."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from reading import holding

TYPES = [
    ("شنت طائرات حربية غارات على أطراف مدينة إدلب.", "غارات", "airstrike"),
    ("ألقت مروحيات براميل متفجرة على بلدة داريا.", "براميل", "airstrike"),
    ("سقطت قذائف هاون على أحياء سكنية في مدينة حلب.", "قذائف", "shelling"),
    ("انفجرت سيارة مفخخة قرب مبنى المحافظة في مدينة الرمادي.", "سيارة مفخخة", "explosion"),
    ("اندلعت اشتباكات بين قوات الدعم السريع والجيش السوداني في أم درمان.", "اشتباكات", "armed_clash"),
    ("سيطرت القوات الحكومية على معسكر قرب مدينة مأرب.", "سيطرت", "territorial_change"),
    ("اعترضت الدفاعات الجوية صاروخا باليستيا فوق مدينة جازان.", "صاروخا", "interception"),
    ("اعتقلت قوات الأمن العراقية ثلاثة مسلحين في مدينة كركوك.", "اعتقلت", "detention"),
    ("نزحت مئات العائلات من مدينة الفاشر بسبب القتال.", "نزحت", "displacement"),
    ("أفرج الفصيل عن أربعة أسرى في صفقة تبادل قرب مدينة الحديدة.", "أفرج", "release"),
    ("وقال مسعفون إن قصفا بغاز الكلور أصاب حيا في مدينة دوما.", "الكلور", "chemical_attack"),
    ("تظاهر المئات في مدينة البصرة احتجاجا على انقطاع الكهرباء.", "تظاهر", "protest"),
]


@pytest.mark.parametrize(("text", "words", "kind"), TYPES)
def test_the_type_is_the_most_specific_means(text: str, words: str, kind: str) -> None:
    assert holding(text, words).event.type == kind


ARGUMENTS = [
    ("قصفت طائرات التحالف العربي مواقع للحوثيين شمال مدينة صعدة.", "قصفت", "agents", "طائرات التحالف العربي"),
    ("قصفت طائرات التحالف العربي مواقع للحوثيين شمال مدينة صعدة.", "قصفت", "targets", "مواقع للحوثيين"),
    ("اعتقلت قوات الأمن العراقية ثلاثة مسلحين في مدينة كركوك.", "اعتقلت", "agents", "قوات الأمن العراقية"),
    ("اعتقلت قوات الأمن العراقية ثلاثة مسلحين في مدينة كركوك.", "اعتقلت", "places", "مدينة كركوك"),
    ("قتل خمسة مدنيين في قصف على مخيم اليرموك.", "قتل", "places", "مخيم اليرموك"),
    ("سيطرت القوات الحكومية على قاعدة العند الجوية.", "سيطرت", "agents", "القوات الحكومية"),
    ("سيطرت القوات الحكومية على قاعدة العند الجوية.", "سيطرت", "places", "قاعدة العند"),
    ("سقطت قذائف على حي الحرية في مدينة تعز.", "سقطت", "places", "حي الحرية"),
]


@pytest.mark.parametrize(("text", "words", "role", "mention"), ARGUMENTS)
def test_an_argument_stands_in_its_role(text: str, words: str, role: str, mention: str) -> None:
    found = [each.text for each in getattr(holding(text, words).event, role)]
    assert any(mention in each for each in found), found


TIMES = [
    ("قتل خمسة مدنيين في غارة على مدينة إدلب أمس.", "2026-03-03", "2026-03-03"),
    ("قتل خمسة مدنيين في غارة على مدينة إدلب مساء أمس الثلاثاء.", "2026-03-03", "2026-03-03"),
    ("قتل خمسة مدنيين في غارة على مدينة إدلب يوم الأحد.", "2026-03-01", "2026-03-01"),
    ("قتل خمسة مدنيين في غارة على مدينة إدلب في 26 شباط/فبراير الماضي.", "2026-02-26", "2026-02-26"),
    ("قتل خمسة مدنيين في غارة على مدينة إدلب خلال الأسبوع الماضي.", "2026-02-25", "2026-03-03"),
]


@pytest.mark.parametrize(("text", "begins", "ends"), TIMES)
def test_a_time_is_reckoned_from_the_day_of_publication(text: str, begins: str, ends: str) -> None:
    time = holding(text, "غارة").event.time
    assert time is not None
    assert (time.begins, time.ends) == (begins, ends)


COUNTS = [
    ("قتل خمسة مدنيين وأصيب عشرة آخرون في قصف على مدينة درعا.", {("killed", 5, 5), ("wounded", 10, 10)}),
    ("قتل أكثر من 50 مسلحا في غارات على مدينة الرقة.", {("killed", 50, None)}),
    ("أصيب عشرات المدنيين في قصف على مدينة تعز.", {("wounded", 20, None)}),
    ("مقتل جندي في انفجار عبوة ناسفة قرب مدينة العريش.", {("killed", 1, 1)}),
    ("قتل 12 شخصا بينهم 5 أطفال في غارة على مدينة غزة.", {("killed", 12, 12), ("children", 5, 5)}),
    ("أطلق المسلحون نحو عشرين صاروخا على مدينة سرت.", {("munitions", 20, 20)}),
    ("دمرت الغارات ثلاث دبابات قرب مدينة مأرب.", {("vehicles", 3, 3)}),
    ("اعتقل الجيش العراقي سبعة مسلحين في مدينة الفلوجة.", {("captured", 7, 7)}),
]


@pytest.mark.parametrize(("text", "due"), COUNTS)
def test_numbers_are_counted_with_their_bounds(text: str, due: set[tuple[str, int, int | None]]) -> None:
    words = text.split()[0]
    found = {(each.unit, each.low, each.high) for each in holding(text, words).event.quantities}
    assert due <= found


def test_a_name_that_two_places_share_is_settled_by_its_neighbours_or_left_as_a_doubt() -> None:
    alone = holding("قصفت طائرات أطراف طرابلس.", "قصفت")
    assert any("share this name" in doubt for doubt in alone.doubts)
    beside = holding("قصفت طائرات أطراف طرابلس ومصراتة وبنغازي في ليبيا.", "قصفت")
    tripoli = next(place for place in beside.event.places if "طرابلس" in place.text)
    assert tripoli.entry != alone.event.places[0].entry or not beside.doubts
