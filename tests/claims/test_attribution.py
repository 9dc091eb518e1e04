"""Who is made responsible for a claim: the origin, its kind, and the body it speaks for."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from reading import claims, holding

ORIGINS = [
    # (sentence, words of the content, name of the origin, its kind)
    ("قال مصدر عسكري إن القصف توقف في البلدة.", "القصف توقف", "مصدر عسكري", "unnamed"),
    ("وقالت مصادر محلية إن مسلحين هاجموا الحاجز ليلا.", "هاجموا الحاجز", "مصادر محلية", "unnamed"),
    ("أكدت وزارة الداخلية أن قواتها اعتقلت أربعة مسلحين.", "اعتقلت أربعة", "وزارة الداخلية", "body"),
    ("أعلن الجيش السوداني سيطرته على معسكر الوادي.", "سيطرته على معسكر", "الجيش السوداني", "body"),
    ("وأفاد المرصد السوري لحقوق الإنسان بمقتل ثلاثة مقاتلين.", "مقتل ثلاثة", "المرصد السوري لحقوق الإنسان", "body"),
    ("وقال سالم الحموي، وهو طبيب في البلدة، إن المشفى تعرض للقصف.", "المشفى تعرض", "سالم الحموي", "person"),
    ("صرح الناطق باسم الحكومة محمود درويش بأن المعبر أغلق.", "المعبر أغلق", "محمود درويش", "person"),
    ("وكانت وزارة الدفاع قد أعلنت أن دفاعاتها أسقطت طائرة مسيرة.", "أسقطت طائرة", "وزارة الدفاع", "body"),
    ("بحسب شهود عيان، قصفت طائرات حربية أطراف القرية.", "قصفت طائرات", "شهود عيان", "unnamed"),
    ("قصفت طائرات حربية أطراف القرية، بحسب شهود عيان.", "قصفت طائرات", "شهود عيان", "unnamed"),
    ("وفقا لوكالة رويترز فإن قافلة مساعدات وصلت إلى المخيم.", "قافلة مساعدات", "رويترز", "media"),
    ("أظهرت لقطات مصورة احتراق عدد من المنازل في القرية.", "احتراق", "لقطات مصورة", "material"),
    ("وتردد أن القائد الميداني غادر المدينة سرا.", "غادر المدينة", None, "unspecified"),
    ("ونفت الولايات المتحدة مسؤوليتها عن قصف الجسر.", "قصف الجسر", "الولايات المتحدة", "body"),
    ("وقال مسؤول طلب عدم الكشف عن اسمه إن المفاوضات انهارت.", "المفاوضات انهارت", "مسؤول", "unnamed"),
]


@pytest.mark.parametrize(("text", "words", "name", "kind"), ORIGINS)
def test_the_origin_is_who_spoke(text: str, words: str, name: str | None, kind: str) -> None:
    origin = holding(text, words).sources[0]
    assert origin.kind == kind
    assert name is None or (origin.name is not None and name in origin.name)


CARRIED = [
    ("قال الناطق خالد منصور إن الهجوم فشل. وأضاف أن ثلاثة مهاجمين قتلوا.", "ثلاثة مهاجمين", "خالد منصور"),
    ("قال الناطق خالد منصور إن الهجوم فشل، مضيفا أن ثلاثة مهاجمين قتلوا.", "ثلاثة مهاجمين", "خالد منصور"),
    ("أكد مصدر أمني أن عبوة انفجرت. وأوضح المصدر أن جنديين أصيبا.", "جنديين أصيبا", "مصدر أمني"),
    ("قالت وزارة الصحة إن خمسة قتلوا. وذكرت الوزارة أن الجرحى نقلوا إلى العاصمة.", "الجرحى نقلوا", "وزارة الصحة"),
    ("قال المحافظ حسين الراوي إن السوق أغلق. وأكد الراوي أن القصف لم يتوقف.", "القصف لم يتوقف", "حسين الراوي"),
    ("أعلن المتحدث باسم البلدية سامر نجار إغلاق الطريق. وقال إن لغما انفجر تحت شاحنة.", "لغما انفجر", "سامر نجار"),
]


@pytest.mark.parametrize(("text", "words", "name"), CARRIED)
def test_a_continuing_cue_carries_the_speaker_on(text: str, words: str, name: str) -> None:
    assert holding(text, words).sources[0].name == name


RELAYED = [
    ("نقلت وكالة رويترز عن مسؤول أمني قوله إن انفجارا وقع قرب الميناء.", "انفجارا وقع", ["مسؤول أمني", "رويترز"]),
    ("قال مصدر عسكري في تصريح لوكالة رويترز إن الرتل انسحب من القرية.", "الرتل انسحب", ["مصدر عسكري", "رويترز"]),
    ("وقال قائد ميداني لـ«الشرق الأوسط» إن المعارك توقفت فجر اليوم.", "المعارك توقفت", ["قائد ميداني", "الشرق الأوسط"]),
]


@pytest.mark.parametrize(("text", "words", "chain"), RELAYED)
def test_relays_follow_the_origin(text: str, words: str, chain: list[str]) -> None:
    names = [source.name or "" for source in holding(text, words).sources]
    assert len(names) == len(chain)
    assert all(part in name for part, name in zip(chain, names, strict=True))


@pytest.mark.parametrize("outlet", ["الشرق الأوسط", "aawsat"])
def test_the_reports_own_outlet_is_no_relay(outlet: str) -> None:
    claim = holding("وقال قائد ميداني لـ«الشرق الأوسط» إن المعارك توقفت فجر اليوم.", "المعارك توقفت", outlet)
    assert [source.kind for source in claim.sources] == ["unnamed"]


NARRATED = [
    "قصفت طائرات حربية سوق بلدة الزهراء صباح اليوم.",
    "قتل خمسة مدنيين في انفجار سيارة مفخخة وسط مدينة درعا.",
    "سيطر مقاتلو الفصيل على حاجز الجسر بعد اشتباكات مع الجيش السوري.",
    "يذكر أن قوات النظام قصفت المدينة بالمدفعية قبل شهر.",
]


@pytest.mark.parametrize("text", NARRATED)
def test_what_the_report_tells_itself_has_no_source(text: str) -> None:
    found = claims(text)
    assert found
    assert all(claim.sources == () and claim.cue is None and claim.voice == "narrative" for claim in found)


PEACEFUL = [
    "فاز فريق المدينة على ضيفه بهدفين في الجولة الأخيرة من الدوري.",
    "ارتفعت أسعار الخضار في الأسواق مع بداية الشهر.",
    "افتتح المعرض السنوي للكتاب أبوابه أمام الزوار.",
    "تشهد المرتفعات أمطارا غزيرة مساء اليوم مع انخفاض في درجات الحرارة.",
]


@pytest.mark.parametrize("text", PEACEFUL)
def test_what_tells_of_no_conflict_gives_no_narrative_claim(text: str) -> None:
    assert [claim for claim in claims(text) if claim.voice == "narrative"] == []
