"""What an outlet prints around its reporting is told apart, and reporting is never taken for it."""

import time

import pytest

from riwaya.reports.boilerplate import boilerplate, only_boilerplate
from riwaya.words.pack import rows

RUNS = [
    ("قتل ثلاثة. رابط الخبر بصحيفة النهار: قتل ثلاثة", ["رابط الخبر بصحيفة النهار: قتل ثلاثة"]),
    ("قتل ثلاثة.\n\n ...المزيد", [" ...المزيد"]),
    ("قتل ثلاثة.\nاقرأ أيضًا: خبر آخر\nوأصيب خمسة.", ["اقرأ أيضًا: خبر آخر"]),
    ("قتل ثلاثة. تابعونا على تلغرام: t.me/x", ["تابعونا على تلغرام: t.me/x"]),
    ("شارك من خلال تويتر فيسبوك اكتب رأيك قتل ثلاثة.", ["شارك من خلال تويتر فيسبوك اكتب رأيك"]),
    ("مشاركة\nتويتر\nفيسبوك\nقتل ثلاثة.", ["مشاركة\nتويتر\nفيسبوك"]),
    ("قتل ثلاثة.\nجميع الحقوق محفوظة © 2018", ["جميع الحقوق محفوظة © 2018"]),
    ("قتل ثلاثة.\nمواضيع ذات صلة\nهدوء في السوق\nغلاء الخبز", ["مواضيع ذات صلة\nهدوء في السوق\nغلاء الخبز"]),
    ("سبق- وكالات: قتل ثلاثة.", ["سبق- وكالات:"]),
    ("عدن - سامي العلي: قتل ثلاثة.", ["عدن - سامي العلي:"]),
    ("سامي العلي ــ النهار ــ عدن: قتل ثلاثة.", ["سامي العلي ــ النهار ــ عدن:"]),
    ("الرياض - سامي العلي \n قتل ثلاثة.", ["الرياض - سامي العلي"]),
    ("دمشق-سانا\nقال مصدر إن ثلاثة قتلوا.", ["دمشق-سانا"]),
    ("دمشق - سانا قال مصدر إن ثلاثة قتلوا.", ["دمشق - سانا"]),
    ("عدن (رويترز) - قال مسؤول إن الهدنة بدأت.", ["عدن (رويترز) -"]),
    ("غزة /وفا/ قال شهود إن القصف توقف.", ["غزة /وفا/"]),
    ("قتل ثلاثة. (أ ف ب)", ["(أ ف ب)"]),
    ("قتل ثلاثة.\n[تصوير: سامي العلي]\nوأصيب خمسة.", ["[تصوير: سامي العلي]"]),
    ("قتل ثلاثة.\nfulan@nahar.example\n@nahar #سوريا", ["fulan@nahar.example\n@nahar #سوريا"]),
]


@pytest.mark.parametrize(("text", "runs"), RUNS)
def test_boilerplate_is_found_to_the_letter(text: str, runs: list[str]) -> None:
    assert [span.of(text) for span in boilerplate(text)] == runs


@pytest.mark.parametrize(
    "text",
    [
        "قال هانز - بيتر بارتلس: انتهت الحرب.",
        "ذكرت وكالة (رويترز) - أن الهدنة بدأت.",
        "قتل ثلاثة وفق ما ذكرت وكالة (رويترز).",
        "تقارير صحفية: قتل ثلاثة في البلدة.",
        "نشر في البلدة مئات المقاتلين.",
        "آخر الأخبار الواردة من البلدة تؤكد أن القصف توقف وأن الأهالي عادوا إلى بيوتهم.",
        "للمزيد من الضغط على الحكومة أغلقت الفصائل الطريق المؤدي إلى المدينة من الجهتين.",
        "صورة من القمر الصناعي أظهرت أن ثلاثة مبان دمرت في البلدة القديمة وفق الخبراء.",
        "وأضاف المصدر: قتل ثلاثة في القصف.",
        "وكتب على تويتر أن القصف توقف.",
    ],
)
def test_reporting_is_no_boilerplate(text: str) -> None:
    assert boilerplate(text) == ()


@pytest.mark.parametrize("row", [row for row in rows("terms") if row["kind"] == "boilerplate"], ids=lambda row: row.id)
def test_every_row_of_the_pack_fires_on_its_example(row: object) -> None:
    example = row["example"]  # type: ignore[index]
    assert boilerplate(example)
    assert row["value"] in ("line", "tail", "rest", "bar", "slug", "credit")  # type: ignore[index]


def test_diacritics_and_presentation_forms_move_no_offset() -> None:
    text = "قُتِلَ ثلاثةٌ ﷲ.\nاِقرأ أيضاً: خبرٌ آخر"
    assert [span.of(text) for span in boilerplate(text)] == ["اِقرأ أيضاً: خبرٌ آخر"]


def test_a_text_of_links_alone_holds_no_report() -> None:
    assert only_boilerplate("اقرأ أيضا: خبر آخر\n...المزيد\nhttps://nahar.example")
    assert not only_boilerplate("اقرأ أيضا: خبر آخر\nقتل ثلاثة.")


@pytest.mark.parametrize(
    "piece",
    ["قتل ثلاثة. ", "قتل ثلاثة.\n", "المزيد\n", "تابعونا على ", "مواضيع ذات صلة\n", "(ا", "a@", "http://", "- ", " "],
)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    boilerplate(piece)
    begun = time.process_time()
    boilerplate(piece * (1_000_000 // len(piece)))
    assert time.process_time() - begun < 6
