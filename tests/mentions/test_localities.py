"""The phrases of a sentence that say where, how far each reaches, and how it says it."""

from itertools import pairwise

import pytest

from riwaya.mentions.find import find
from riwaya.mentions.localities import localities
from riwaya.passages.split import split

LOCALITIES = [
    ("قتل مدني في مدينة دوما", [("مدينة دوما", "name")]),
    ("قصفت المدفعية بلدات ريف حلب الجنوبي", [("بلدات ريف حلب الجنوبي", "noun")]),
    ("سقطت قذيفة على حي كلابة والشماسي", [("حي كلابة", "name"), ("والشماسي", "word")]),
    ("قصفت المدفعية أحياء الضباب والجمهوري", [("أحياء الضباب", "unlisted"), ("والجمهوري", "word")]),
    ("سيطروا على مواقع شمالي حلب", [("مواقع", "site"), ("شمالي حلب", "name")]),
    ("تقدموا جنوب غربي المدينة", [("جنوب غربي المدينة", "part")]),
    ("وقع القصف في مناطق متفرقة من تعز", [("مناطق متفرقة من تعز", "within")]),
    ("قصفوا بلدة عين الياسمين", [("بلدة عين الياسمين", "unlisted")]),
    ("قتل خمسة في عين الياسمين", [("عين الياسمين", "unlisted")]),
    ("أعلنت حصيلة قتلى سوق عين الياسمين", [("سوق عين الياسمين", "unlisted")]),
    ("نزحت العائلات من حي المصفاة", [("حي المصفاة", "unlisted")]),
    ("انقطع التيار عن المدينة", [("المدينة", "bare")]),
    ("تعهد بتحرير المدن اليمنية", [("المدن اليمنية", "many")]),
    ("وقع القصف في مناطق متفرقة", [("مناطق متفرقة", "vague")]),
    ("قصفوا قرى كفر زيتا", [("قرى كفر زيتا", "noun")]),
    ("نقل الجرحى إلى المستشفى", [("المستشفى", "site")]),
    ("وصل الخبر عن طريق الهاتف", []),
    ("وقع الانفجار في آب الماضي", []),
    ("اعترضوا السفينة في البحر الأحمر", [("البحر الأحمر", "name")]),
    ("سقطت قذائف على منطقة «الزبداني»", [("منطقة «الزبداني»", "noun")]),
]


@pytest.mark.parametrize(("text", "due"), LOCALITIES)
def test_a_locality_is_a_name_with_what_belongs_to_it(text: str, due: list[tuple[str, str]]) -> None:
    line = find(text, split(text)[0], None)
    assert [(line.words(each.first, each.last), each.shape) for each in localities(line)] == due


def test_no_locality_overlaps_another() -> None:
    text = "انسحبوا من ريف حلب الجنوبي ومحيط مدينة إدلب نحو جنوب غربي المدينة والمناطق السورية الأخرى"
    line = find(text, split(text)[0], None)
    found = localities(line)
    assert len(found) >= 4
    assert all(one.last < other.first for one, other in pairwise(found))
