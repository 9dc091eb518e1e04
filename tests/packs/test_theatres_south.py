"""The packs of Yemen, Iraq, Libya and Sudan: broad, firing, inside their theatre, free of common words."""

import re
from functools import lru_cache

import pytest

from riwaya.words.match import Forms
from riwaya.words.pack import NAMED, Row, home, load
from riwaya.words.token import tokens

# what a theatre must at least hold
LEAST = {
    ("yemen", "actors"): 65,
    ("yemen", "outlets"): 35,
    ("yemen", "places"): 140,
    ("iraq", "actors"): 75,
    ("iraq", "outlets"): 40,
    ("iraq", "places"): 130,
    ("libya", "actors"): 50,
    ("libya", "outlets"): 25,
    ("libya", "places"): 75,
    ("sudan", "actors"): 60,
    ("sudan", "outlets"): 25,
    ("sudan", "places"): 100,
}
PACKS = tuple(dict.fromkeys(pack for pack, _ in LEAST))

# latitude from, to, longitude from, to
BOXES = {
    "yemen": (12.0, 19.0, 41.5, 54.6),
    "iraq": (29.0, 37.4, 38.7, 48.7),
    "libya": (19.5, 33.3, 9.3, 25.3),
    "sudan": (8.6, 22.3, 21.8, 38.7),
}
COUNTRIES = {"yemen": {"YE"}, "iraq": {"IQ"}, "libya": {"LY"}, "sudan": {"SD", "TD"}}

# every first-level area, by the name that leaves no doubt which is meant
GOVERNORATES = {
    "yemen": """
        أمانة العاصمة, محافظة صنعاء, محافظة عدن, محافظة تعز, محافظة الحديدة, محافظة إب, محافظة ذمار,
        محافظة البيضاء, محافظة مأرب, محافظة الجوف, محافظة صعدة, محافظة عمران, محافظة حجة, محافظة المحويت,
        محافظة ريمة, محافظة لحج, محافظة الضالع, محافظة أبين, محافظة شبوة, محافظة حضرموت, محافظة المهرة,
        محافظة سقطرى
    """,
    "iraq": """
        محافظة الأنبار, محافظة نينوى, محافظة صلاح الدين, محافظة ديالى, محافظة كركوك, محافظة بغداد,
        محافظة بابل, محافظة كربلاء, محافظة النجف, محافظة واسط, محافظة القادسية, محافظة المثنى,
        محافظة ذي قار, محافظة ميسان, محافظة البصرة, محافظة أربيل, محافظة دهوك, محافظة السليمانية,
        محافظة حلبجة
    """,
    "libya": """
        البطنان, شعبية درنة, الجبل الأخضر الليبي, شعبية المرج, شعبية بنغازي, شعبية الواحات, شعبية الكفرة,
        شعبية سرت, الجفرة, شعبية مصراتة, شعبية المرقب, شعبية طرابلس, الجفارة, شعبية الزاوية, النقاط الخمس,
        الجبل الغربي, شعبية نالوت, شعبية سبها, وادي الشاطئ, وادي الحياة, شعبية مرزق, شعبية غات
    """,
    "sudan": """
        ولاية الخرطوم, ولاية الجزيرة, ولاية سنار, ولاية النيل الأزرق, ولاية النيل الأبيض, ولاية نهر النيل,
        الولاية الشمالية, ولاية البحر الأحمر, ولاية كسلا, ولاية القضارف, ولاية شمال كردفان,
        ولاية جنوب كردفان, ولاية غرب كردفان, ولاية شمال دارفور, ولاية جنوب دارفور, ولاية غرب دارفور,
        ولاية شرق دارفور, ولاية وسط دارفور
    """,
}

COMMON = """
الجيش القوات المقاومة الحكومة النظام المعارضة الفصائل الثوار المسلحون المسلحين الوزارة الرئاسة الرئيس البرلمان
التحالف الحزب الحركة الجبهة المرصد الشبكة الدفاع الأمن الشرطة الحرس الكتائب السرايا الميليشيات المليشيات
الميليشيا المليشيا الدولة المتمردون المتمردين الانقلابيون الانقلابيين الانفصاليون الانفصاليين الشرعية الإصلاح
المؤتمر الانتقالي الحراك العمالقة صالح هادي السلطات السلطة الهيئة اللجنة المنظمة الائتلاف المجلس الوكالة القناة
الصحيفة الإذاعة التلفزيون الموقع الصفحة المشتركة المسيرة العراقية الشرقية الاتجاه العهد الغدير دجلة التغيير
النبأ أعماق المصدر الثورة الجمهورية الأيام الصباح المدى الزمان التيار الجريدة السوداني الميدان الكرامة الشروق
النيلين فواصل المسار الوسط الصحوة الشارع الأولى بلقيس المدينة القرية المخيم المعسكر المعبر المطار الحي المحافظة
القضاء الجبل النهر الطريق الحدود المنطقة الشمال الجنوب الشرق الغرب حجة إب عين عبس حيران معبر القاعدة النخيلة
الضباب المخدرة الميناء القاهرة الحالي التحرير الزهور النور الوحدة الدورة الشعلة الحرية الشعب المنصور الكرمة
العلم الدور بلد الرياض الرشاد بشير العظيم الهضبة الظهرة السراج الأبيض البيضاء الجزيرة الشمالية كلمة السلام طويلة
عطاش كاس جودة بري المالحة الصالحة أدري ربك كتم وانة نزال التأميم الخالص كاره قنديل شحن علب حدة صبر خمر شعوب
السبعين اللحية التربة التعزية موزع ساقين منبه الصحافة مايو الطائف الشجرة المهندسين
"""

HARSH = re.compile("مليشيا|ميليشيا|عصاب|مرتزقة|إرهابي|الإرهابية|خوارج|فلول|الطاغية|المخلوع|الدواعش|العدوان|الاحتلال")


@lru_cache(maxsize=1)
def packs() -> tuple[tuple[Row, ...], tuple[str, ...]]:
    rows, faults = load(home())
    return rows, tuple(map(str, faults))


@lru_cache(maxsize=1)
def theatre() -> tuple[Row, ...]:
    return tuple(row for row in packs()[0] if row.pack in PACKS and row.table in NAMED)


def words(form: str) -> tuple[str, ...]:
    return tuple(token.form for token in tokens(form))


@pytest.mark.parametrize("pack", PACKS)
def test_the_loader_finds_no_fault_in_the_pack(pack: str) -> None:
    assert [fault for fault in packs()[1] if fault.startswith(f"{pack}/")] == []


@pytest.mark.parametrize(("pack", "table"), LEAST)
def test_each_table_is_as_broad_as_the_theatre_needs(pack: str, table: str) -> None:
    assert sum(row.pack == pack and row.table == table for row in theatre()) >= LEAST[pack, table]


def test_no_id_of_the_south_stands_twice_in_all_packs() -> None:
    south = {row.id for row in theatre()}
    ids = [row.id for row in packs()[0] if row.id in south]
    assert sorted(ids) == sorted(south)


def test_every_example_fires_its_own_row() -> None:
    forms = Forms([(name, row.id) for row in theatre() for name in row.names()])
    silent = [
        row.id
        for row in theatre()
        if not any(row.id in found.means for found in forms.all(tokens(row["example"]), clitics=True))
    ]
    assert silent == []


def test_every_place_lies_in_the_box_of_its_theatre() -> None:
    outside = []
    for row in theatre():
        if row.table == "places":
            south, north, west, east = BOXES[row.pack]
            if not (south <= float(row["latitude"]) <= north and west <= float(row["longitude"]) <= east):
                outside.append(row.id)
    assert outside == []


def test_every_place_names_a_country_of_its_theatre_and_an_admin_area() -> None:
    places = [row for row in theatre() if row.table == "places"]
    assert [row.id for row in places if row["country"] not in COUNTRIES[row.pack] or not row["admin"]] == []


@pytest.mark.parametrize("pack", PACKS)
def test_every_first_level_area_can_be_named_in_arabic(pack: str) -> None:
    areas = [row for row in theatre() if row.pack == pack and row.table == "places" and row["kind"] == "governorate"]
    known = {words(name) for row in areas for name in row.names()}
    due = [" ".join(name.split()) for name in GOVERNORATES[pack].split(",")]
    assert [name for name in due if words(name) not in known] == []
    assert len(areas) == len(due)


def test_no_bare_common_word_names_anybody() -> None:
    common = {words(word) for word in COMMON.split()}
    assert [(row.id, name) for row in theatre() for name in row.names() if words(name) in common] == []


def test_a_short_word_never_stands_for_a_row() -> None:
    short = [(row.id, name) for row in theatre() for name in row.names() if len("".join(words(name))) < 3]
    assert short == []


def test_a_row_says_each_name_once() -> None:
    twice = []
    for row in theatre():
        names = [words(name) for column in ("ar", "aliases", "loaded") for name in row.all(column)]
        twice += [(row.id, " ".join(name)) for name in set(names) if names.count(name) > 1]
    assert twice == []


def test_the_neutral_names_carry_no_opponents_words() -> None:
    actors = [row for row in theatre() if row.table == "actors"]
    neutral = [(row, name) for row in actors for name in (row["ar"], *row.all("aliases"))]
    assert [(row.id, name) for row, name in neutral if HARSH.search(name)] == []


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("وقصفت ميليشيات الحوثي حيا سكنيا", "ye.ansar_allah"),
        ("هجوم للحوثيين على معسكر", "ye.ansar_allah"),
        ("اشتباكات بمديرية صرواح", "ye.place.sirwah"),
        ("واتهم مليشيات الحشد بحرق المنازل", "iq.hashd"),
        ("تقدم البيشمركة قرب سنجار", "iq.peshmerga"),
        ("قصفت مليشيا حفتر حيا سكنيا", "ly.lna"),
        ("نزوح من عين زاره", "ly.place.ain_zara_tripoli"),
        ("قتل مدنيون برصاص الدعم السريع", "sd.rsf"),
        ("فر سكان معسكر زمزم للنازحين", "sd.place.zamzam_camp"),
        ("عبرت الشاحنات معبر أدري الحدودي", "sd.place.adr_crossing_chad"),
    ],
)
def test_names_are_found_as_newspapers_write_them(sentence: str, row: str) -> None:
    forms = Forms([(name, entry.id) for entry in theatre() for name in entry.names()])
    assert row in {meaning for found in forms.all(tokens(sentence)) for meaning in found.means}
