"""The packs of Syria, Lebanon, Palestine and the world: broad, firing, inside their theatre, free of common words."""

import re
from functools import lru_cache

import pytest

from riwaya.words.match import Forms
from riwaya.words.pack import NAMED, Row, home, load
from riwaya.words.token import tokens

PACKS = ("lebanon", "palestine", "syria", "world")

# what a theatre must at least hold
LEAST = {
    ("syria", "actors"): 90,
    ("syria", "outlets"): 40,
    ("syria", "places"): 160,
    ("lebanon", "actors"): 45,
    ("lebanon", "outlets"): 25,
    ("lebanon", "places"): 80,
    ("palestine", "actors"): 60,
    ("palestine", "outlets"): 35,
    ("palestine", "places"): 120,
    ("world", "actors"): 110,
    ("world", "outlets"): 70,
}

# latitude from, to, longitude from, to
BOXES = {
    "SY": (32.2, 37.4, 35.6, 42.4),
    "LB": (33.0, 34.7, 35.0, 36.7),
    "PS": (31.2, 32.6, 34.1, 35.6),
    "IL": (29.4, 33.4, 34.2, 35.9),
}
COUNTRIES = {"syria": {"SY"}, "lebanon": {"LB"}, "palestine": {"PS", "IL", "SY"}}

COMMON = """
الجيش القوات المقاومة الحكومة النظام المعارضة الفصائل الثوار المسلحون المسلحين الوزارة الرئاسة الرئيس البرلمان التحالف
الحزب الحركة الجبهة المرصد الشبكة الدفاع الأمن الشرطة الحرس الكتائب السرايا الميليشيات الاحتلال العدو العدوان الدولة
السلطات السلطة الهيئة اللجنة المنظمة الائتلاف المجلس الوكالة القناة الصحيفة الإذاعة التلفزيون الموقع الصفحة
الحياة الحدث العربية الجزيرة النهار الأخبار السفير المنار الميادين العالم الوطن الثورة البعث الأيام الشروق المدن
الجمهورية اللواء الديار المستقبل الشرق الخليج الاتحاد البيان الغد الرأي مكان معا صفا سبق
المدينة القرية المخيم المعبر المطار الحي المحافظة القضاء الجبل النهر الطريق الحدود المنطقة الشمال الجنوب الشرق الغرب
نصيب حضر دمر الطبقة المصنع الخيام المطلة الأقصى القطاع الضفة سورية أفاد آفاد مسقط الزكاة الهامة القدم المالكي
الميدان الزيتون النصر الأمل السلام الكرامة الرمال التفاح الدرج البريد القلعة أثريا احسم مديرا جسرين برجا بقين
ريا إباء وام كونا إرنا بنا الفاو الأطلسي الدفاعات الطيران الطائرات المدفعية
"""

HARSH = re.compile("مليشيا|ميليشيا|عصاب|مرتزقة|إرهابي|الإرهابية|خوارج|فلول|الطاغية|العدو|الغاصب")


@lru_cache(maxsize=1)
def theatre() -> tuple[Row, ...]:
    return tuple(row for row in load_all()[0] if row.pack in PACKS and row.table in NAMED)


@lru_cache(maxsize=1)
def load_all() -> tuple[tuple[Row, ...], tuple[str, ...]]:
    rows, faults = load(home())
    return rows, tuple(map(str, faults))


def words(form: str) -> tuple[str, ...]:
    return tuple(token.form for token in tokens(form))


@pytest.mark.parametrize("pack", PACKS)
def test_the_loader_finds_no_fault_in_the_pack(pack: str) -> None:
    assert [fault for fault in load_all()[1] if fault.startswith(f"{pack}/")] == []


@pytest.mark.parametrize(("pack", "table"), LEAST)
def test_each_table_is_as_broad_as_the_theatre_needs(pack: str, table: str) -> None:
    assert sum(row.pack == pack and row.table == table for row in theatre()) >= LEAST[pack, table]


def test_no_two_rows_share_an_id() -> None:
    ids = [row.id for row in theatre()]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("pack", PACKS)
def test_every_example_fires_its_own_row(pack: str) -> None:
    silent = []
    for row in theatre():
        line = tokens(row["example"])
        found = Forms((name, row.id) for name in row.names()).all(line)
        if row.pack == pack and not any(row.id in hit.means for hit in found):
            silent.append(row.id)
    assert silent == []


def test_no_bare_common_word_is_a_name() -> None:
    common = {words(word) for word in COMMON.split()}
    taken = [(row.id, name) for row in theatre() for name in row.names() if words(name) in common]
    assert taken == []


def test_no_name_is_shorter_than_three_letters() -> None:
    assert [(row.id, name) for row in theatre() for name in row.names() if len("".join(words(name))) < 3] == []


def test_the_neutral_name_carries_no_word_of_blame() -> None:
    assert [row["ar"] for row in theatre() if row.table == "actors" and HARSH.search(row["ar"])] == []


def test_a_loaded_name_is_never_a_plain_alias_of_the_same_actor() -> None:
    for row in theatre():
        plain = {words(name) for name in (*row.all("ar"), *row.all("aliases"))}
        assert plain.isdisjoint(words(name) for name in row.all("loaded")), row.id


def test_a_place_lies_in_its_country_and_the_country_in_its_theatre() -> None:
    astray = []
    for row in theatre():
        if row.table != "places":
            continue
        south, north, west, east = BOXES[row["country"]]
        inside = south <= float(row["latitude"]) <= north and west <= float(row["longitude"]) <= east
        if not inside or row["country"] not in COUNTRIES[row.pack]:
            astray.append(row.id)
    assert astray == []


def test_an_actor_or_outlet_has_a_country_code_or_none() -> None:
    assert [row.id for row in theatre() if not re.fullmatch("[A-Z]{2}|", row["country"])] == []


def test_the_precision_of_a_place_suits_its_kind() -> None:
    widest = {"neighbourhood": 4, "village": 8, "town": 5, "city": 8, "camp": 10, "airport": 3, "facility": 12}
    loose = [
        row.id
        for row in theatre()
        if row.table == "places" and float(row["precision_km"]) > widest.get(row["kind"], 150)
    ]
    assert loose == []


@pytest.mark.parametrize(
    ("sentence", "id"),
    [
        ("اشتباكات بين قسد ومقاتلين محليين", "sy.sdf"),
        ("قصفت عصابات الأسد البلدة", "sy.army"),
        ("نفت الخارجية الأمريكية ذلك", "world.us_state_department"),
        ("وأفاد المرصد السوري لحقوق الإنسان بمقتل ثلاثة", "sy.sohr"),
        ("غارة على مخيم اليرموك جنوب دمشق", "sy.yarmouk"),
        ("بحسب وزارة الصحة بغزة", "ps.ministry_health_gaza"),
        ("إن قوات الاحتلال اقتحمت المخيم", "ps.il_army"),
        ("قال مراسل قناة الميادين", "lb.al_mayadeen"),
        ("مصدر قال لـ«الشرق الأوسط» أمس", "world.aawsat"),
        ("نقلت وكالة الصحافة الفرنسية عن شهود", "Q40464"),
        ("أعلن تنظيم داعش مسؤوليته", "Q2429253"),
        ("توغلت دبابات في حي الشجاعية شرق غزة", "ps.shujaiya"),
        ("إنذار بإخلاء الضاحية الجنوبية لبيروت", "lb.dahiyeh"),
    ],
)
def test_the_names_papers_use_lead_to_the_actor_outlet_or_place(sentence: str, id: str) -> None:
    forms = Forms((name, row.id) for row in theatre() for name in row.names())
    assert id in {means for hit in forms.all(tokens(sentence)) for means in hit.means}


@pytest.mark.parametrize(
    "sentence",
    [
        "كانت الحياة صعبة في المدينة",
        "لم يكن للحدث أثر",
        "تقف الحكومة دائما مع الحلول",
        "أفاد ناشطون",
        "التلال المطلة على القاعدة",
    ],
)
def test_plain_words_are_not_taken_for_names(sentence: str) -> None:
    forms = Forms((name, row.id) for row in theatre() for name in row.names())
    assert [hit.means for hit in forms.all(tokens(sentence))] == []
