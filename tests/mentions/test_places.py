"""What a place name could be, which of its namesakes a text means, and where place names stand in a sentence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.mentions.places import candidates, could_be, doubt, find, settle
from riwaya.words.pack import rows
from riwaya.words.token import tokens


def named(sentence: str) -> list[str]:
    """The place names found in a sentence."""
    return [found.span.of(sentence) for found in find(tokens(sentence))]


@pytest.mark.parametrize(
    ("name", "near", "country", "point"),
    [
        ("دوما", ("SY",), "SY", (33.57, 36.40)),
        ("دوما", ("سوريا",), "SY", (33.57, 36.40)),
        ("دوما", ("حرستا",), "SY", (33.57, 36.40)),
        ("دوما", ("PS",), "PS", (32.06, 35.37)),
        ("دوما", ("نابلس", "رام الله"), "PS", (32.06, 35.37)),
        ("طرابلس", ("بنغازي", "مصراتة"), "LY", (32.88, 13.18)),
        ("طرابلس", ("بيروت", "صيدا"), "LB", (34.43, 35.84)),
        ("الرقة", ("دير الزور",), "SY", (35.95, 39.01)),
        ("الرقة", ("KW",), "KW", (29.15, 48.10)),
    ],
)
def test_what_stands_near_a_name_tells_which_place_is_meant(
    name: str, near: tuple[str, ...], country: str, point: tuple[float, float]
) -> None:
    best = could_be(name, near=near)[0]
    assert best.country == country
    assert (best.latitude, best.longitude) == pytest.approx(point, abs=0.1)


@pytest.mark.parametrize("name", ["دوما", "طرابلس", "المنصورة", "عمان"])
def test_a_name_of_several_places_without_context_keeps_them_all_and_a_doubt(name: str) -> None:
    found = could_be(name)
    assert len({place.country for place in found}) > 1
    assert "places share this name" in (doubt(found) or "")


@pytest.mark.parametrize(("name", "near"), [("طرابلس", ("بيروت", "صيدا")), ("دوما", ("SY",)), ("الرمادي", ("بغداد",))])
def test_no_doubt_is_left_where_the_context_decides(name: str, near: tuple[str, ...]) -> None:
    assert doubt(could_be(name, near=near)) is None


@pytest.mark.parametrize(
    ("written", "english", "country"),
    [
        ("مدينة حلب", "Aleppo", "SY"),
        ("شمال مدينة حلب", "Aleppo", "SY"),
        ("بحلب", "Aleppo", "SY"),
        ("بغداد", "Baghdad", "IQ"),
        ("العاصمة العراقية بغداد", "Baghdad", "IQ"),
        ("مدينة بنغازي الليبية", "Benghazi", "LY"),
        ("منطقة الرمادي الشمالي", "Ramadi", "IQ"),
        ("مدينتي بنغازي ودرنة", "Benghazi", "LY"),
        ("سورية", "Syria", "SY"),
        ("شمالي العراق", "Iraq", "IQ"),
        ("الولايات المتحدة الأميركية", "United States", "US"),
        ("روسيا", "Russia", "RU"),
    ],
)
def test_generic_nouns_directions_clitics_and_adjectives_are_no_part_of_the_name(
    written: str, english: str, country: str
) -> None:
    assert (english, country) in {(place.english, place.country) for place in candidates(written)[:1]}


def test_the_camp_of_yarmouk_is_in_damascus() -> None:
    best = could_be("مخيم اليرموك", near=("SY",))[0]
    assert best.country == "SY"
    assert abs(best.latitude - 33.47) < 0.05 and abs(best.longitude - 36.3) < 0.05


def test_a_generic_noun_that_does_not_fit_the_place_is_said() -> None:
    reasons = candidates("مخيم بنغازي")[0].reasons
    assert any(reason.startswith("the generic noun says camp, this is a") for reason in reasons)


@pytest.mark.parametrize(
    ("slip", "country"),
    [("الفلوجه", "IQ"), ("الفللوجة", "IQ"), ("بنغازى", "LY"), ("بنغزي", "LY"), ("ديرالزور", "SY"), ("القامشليي", "SY")],
)
def test_a_small_misspelling_still_finds_the_place(slip: str, country: str) -> None:
    assert candidates(slip)[0].country == country


def test_a_misspelling_is_given_as_reason_and_as_doubt() -> None:
    found = candidates("بنغزي")
    assert found[0].reasons[0].startswith("one letter away from")
    assert "no place is spelled so" in (doubt(found) or "")


@pytest.mark.parametrize("name", ["زقلموطستان", "قرية ظظظظ", "", "؟؟؟", "٢٥", "Xqzwvkj"])
def test_a_name_nobody_bears_gives_no_place(name: str) -> None:
    assert candidates(name) == ()
    assert doubt(candidates(name)) is None


@pytest.mark.parametrize(
    ("latin", "country"),
    [
        ("Aleppo", "SY"),
        ("Ḩarastā", "SY"),
        ("harasta", "SY"),
        ("Raqqa", "SY"),
        ("BENGHAZI", "LY"),
        ("Deir ez-Zor", "SY"),
    ],
)
def test_names_in_latin_letters_are_found_whatever_their_marks(latin: str, country: str) -> None:
    assert candidates(latin)[0].country == country


def test_ranks_come_with_scores_between_nought_and_one_and_with_reasons() -> None:
    for place in could_be("دوما", near=("سوريا", "حرستا", "عربين")):
        assert 0 <= place.score <= 1
        assert place.reasons
    best = could_be("دوما", near=("سوريا", "حرستا"))[0]
    assert "in SY, which the context names" in best.reasons
    assert any("km from" in reason and "named in the same text" in reason for reason in best.reasons)


def test_the_names_of_a_report_settle_one_another() -> None:
    settled = settle(["دوما", "حرستا", "الرقة", "موسكو"])
    assert {name: found[0].country for name, found in settled.items()} == {
        "دوما": "SY",
        "حرستا": "SY",
        "الرقة": "SY",
        "موسكو": "RU",
    }


def test_two_ambiguous_names_settle_where_both_can_lie() -> None:
    settled = settle(["دوما", "الرقة"])
    assert [found[0].country for found in settled.values()] == ["SY", "SY"]
    assert [doubt(found) for found in settled.values()] == [None, None]


def test_a_hint_of_the_country_settles_a_lone_name() -> None:
    assert settle(["طرابلس"], country_hint=("LB",))["طرابلس"][0].country == "LB"
    assert settle(["طرابلس"], country_hint=("LY",))["طرابلس"][0].country == "LY"


def test_an_unknown_name_settles_to_nothing() -> None:
    assert settle(["زقلموطستان", "حلب"])["زقلموطستان"] == ()


def test_a_place_that_both_a_supplement_and_the_gazetteer_give_comes_once() -> None:
    supplement = [row for row in rows("places") if row["kind"] in ("city", "town")]
    for row in supplement[:200]:
        found = [p for p in candidates(row.all("ar")[0]) if p.country == row["country"] and p.kind in ("city", "town")]
        here = pytest.approx((float(row["latitude"]), float(row["longitude"])), abs=0.02)
        assert [p.id for p in found if (p.latitude, p.longitude) == here] == [row.id]


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("وصل الوفد إلى دمشق وحلب", ["دمشق", "حلب"]),
        ("انتقلت العائلات من الرمادي إلى بغداد", ["الرمادي", "بغداد"]),
        ("زار الوزير الولايات المتحدة", ["الولايات المتحدة"]),
        ("سافروا بالأمس إلى بنغازي", ["بنغازي"]),
        ("لم يصل أحد", []),
    ],
)
def test_place_names_are_found_without_their_clitics(sentence: str, places: list[str]) -> None:
    assert named(sentence) == places


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("حقق الفريق النصر", []),
        ("وصلوا إلى قرية النصر", ["النصر"]),
        ("دخلوا بلدة «الكرامة» ليلا", ["الكرامة"]),
        ("ردوا له الكرامة", []),
        ("فتح الباب ودخل", []),
        ("دخلوا مدينة الباب", ["الباب"]),
        ("نزحوا من منبج والباب", ["منبج", "الباب"]),
        ("وقع الانفجار في إب وسط اليمن", ["إب", "اليمن"]),
        ("قال له أب من اليمن ذلك", ["اليمن"]),
        ("دخلوا البيضاء في اليمن", ["اليمن"]),
        ("تدور المعارك في البيضاء جنوب صنعاء", ["البيضاء", "صنعاء"]),
        ("أبحرت السفينة في البحر الأحمر", ["البحر الأحمر"]),
    ],
)
def test_a_name_that_is_an_ordinary_word_counts_only_where_a_place_is_spoken_of(
    sentence: str, places: list[str]
) -> None:
    assert named(sentence) == places


def test_every_gazetteer_row_has_its_point_on_earth_and_a_country() -> None:
    gazetteer = rows("gazetteer")
    assert len(gazetteer) > 10_000
    for row in gazetteer:
        assert -90 <= float(row["latitude"]) <= 90 and -180 <= float(row["longitude"]) <= 180
        assert len(row["country"]) == 2
        assert int(row["population"]) >= 0


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from('ابتدلمنهويةأإ ـَ٣"«»')), max_size=30))
def test_no_text_makes_the_finder_or_the_lookup_fail(text: str) -> None:
    assert all(found.first <= found.last for found in find(tokens(text)))
    assert all(0 <= place.score <= 1 for place in could_be(text, near=(text, "SY")))
    doubt(could_be(text))
