"""The word lists of Arabic conflict reporting: sound, large enough, and every example fires its own row."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

import pytest

from riwaya.mentions.find import find
from riwaya.passages.split import split
from riwaya.words.fold import folded
from riwaya.words.pack import VALUES, Row, home, load
from riwaya.words.token import tokens

SIZES = {"cues": 170, "happenings": 330, "means": 90, "roles": 450, "terms": 200}
MARKS = {"quoteopen", "quoteclose"}
TERM_KINDS = MARKS | {
    "negation", "denialphrase", "hedge", "future", "complementiser", "relative", "connective", "ofword", "direction",
    "preposition", "conjunction", "auxiliary", "pronoun", "demonstrative", "passon", "nationality", "adverb", "refusal",
    "partof", "partitive", "imputed", "actnoun",
}  # fmt: skip
TAKES = {"inna", "quote", "object", "bi", "an", "ala", "ila", "li", "min", "fi", "wara", "source", "relay", "said"}
UNITS = {
    "killed", "wounded", "captured", "missing", "displaced", "fighters", "civilians", "children", "women", "people",
    "airstrikes", "munitions", "vehicles", "buildings", "families", "attacks", "places", "days", "money", "other",
}  # fmt: skip
ROLE_KINDS = {
    "title", "position", "body", "unnamed", "media", "material", "people", "thing", "site", "area",
}  # fmt: skip
ARGUMENTS = {"agent", "target", "place", "none", ""}
FRAMED = {"agent", "target", "place", "source", "means", "happening", "none"}


@lru_cache(maxsize=1)
def arabic() -> tuple[Row, ...]:
    """The rows of the five tables of this pack's language of conflict."""
    found, _ = load(home())
    mine = (row for row in found if row.pack == "arabic" and row.table in SIZES)
    return tuple(row for row in mine if row.table != "terms" or row["kind"] in TERM_KINDS)


def of(table: str, **cells: str) -> list[Row]:
    return [row for row in arabic() if row.table == table and all(row[name] == value for name, value in cells.items())]


def forms(row: Row) -> Iterator[str]:
    for column in ("form", "perfect", "imperfect", "participle", "noun", "fixed"):
        yield from row.all(column)


def fires(row: Row) -> bool:
    """Whether reading the row's example finds the row."""
    for sentence in split(row["example"]):
        line = find(row["example"], sentence, None)
        if any(tag.row.id == row.id for tag in (tag for tags in line.tags for tag in tags)):
            return True
    return False


def test_the_tables_load_without_faults() -> None:
    _, faults = load(home())
    assert [str(fault) for fault in faults if fault.file.startswith("arabic/")] == []


@pytest.mark.parametrize("table", SIZES)
def test_a_table_is_large_enough(table: str) -> None:
    assert len(of(table)) >= SIZES[table]


def test_every_row_has_a_form() -> None:
    assert [row.id for row in arabic() if not list(forms(row))] == []


@pytest.mark.parametrize("kind", sorted(TERM_KINDS))
def test_every_kind_of_term_is_listed(kind: str) -> None:
    assert of("terms", kind=kind)


def test_every_example_fires_its_row() -> None:
    silent = [row.id for row in arabic() if row["kind"] not in MARKS and not fires(row)]
    assert silent == []


def test_quotation_marks_stand_in_their_examples_and_name_their_partner() -> None:
    for row in (row for row in arabic() if row["kind"] in MARKS):
        marks = [token.form for token in tokens(row["example"])]
        assert marks[0] == row["form"][0] or marks[-1] == row["form"][-1], row.id
        assert row["value"], row.id


def test_no_form_is_told_twice_in_one_row() -> None:
    columns = ("form", "perfect", "imperfect", "participle", "noun", "fixed")
    twice = {
        row.id: form
        for row in arabic()
        for column in columns
        for form, count in Counter(row.all(column)).items()
        if count > 1
    }
    assert twice == {}


@pytest.mark.parametrize("act", sorted(VALUES["cues", "act"]))
def test_every_act_has_several_cues(act: str) -> None:
    assert len(of("cues", act=act)) >= 4


def test_cues_attach_their_content_in_known_ways_and_hedge_with_possible() -> None:
    for row in of("cues"):
        attached = {take.partition(":")[0] for take in row["takes"].split(",")}
        turned = {take.partition(":")[2] for take in row["takes"].split(",")} - {""}
        assert attached <= TAKES, row.id
        assert turned <= VALUES["cues", "act"], row.id
        assert row["hedge"] in ("", "possible"), row.id


@pytest.mark.parametrize("type_", sorted(VALUES["happenings", "type"] - {"statement", "other"}))
def test_every_type_has_five_strong_happenings(type_: str) -> None:
    assert len(of("happenings", type=type_, weight="strong")) >= 5


def test_happenings_name_known_arguments_by_folded_prepositions() -> None:
    for row in of("happenings"):
        assert row["subject"] in ARGUMENTS and row["object"] in ARGUMENTS, row.id
        for part in row.all("frame"):
            preposition, _, role = part.partition("=")
            assert preposition == folded(preposition) and role in FRAMED, row.id


def test_active_and_passive_killing_stand_apart() -> None:
    killed = [row for row in of("happenings", type="killing") if "قتل" in row.all("perfect")]
    assert {(row["subject"], row["object"]) for row in killed} == {("agent", "target"), ("target", "none")}


def test_means_have_a_type_and_units_are_known() -> None:
    allowed = VALUES["happenings", "type"]
    assert [row.id for row in of("means") if row["type"] not in allowed or row["unit"] not in UNITS | {""}] == []
    assert [row.id for row in of("roles") if row["unit"] not in UNITS | {"", "uncounted"}] == []


def test_roles_have_a_known_kind_and_what_is_counted_has_a_unit() -> None:
    for row in of("roles"):
        assert row["kind"] in ROLE_KINDS, row.id
        assert bool(row["unit"]) == (row["kind"] in ("people", "thing", "site", "area")), row.id


def test_no_form_is_both_a_negation_and_a_conjunction() -> None:
    by_kind = {
        kind: {folded(f) for row in of("terms", kind=kind) for f in row.all("form")}
        for kind in ("negation", "conjunction")
    }
    assert by_kind["negation"] & by_kind["conjunction"] == set()


@pytest.mark.parametrize(
    ("table", "form"),
    [
        ("cues", "بين"), ("cues", "دون"), ("cues", "قبل"), ("cues", "ضمن"), ("cues", "عبر"), ("cues", "عقب"),
        ("cues", "هنأ"), ("cues", "مصر"), ("cues", "مدين"), ("happenings", "تحالف"), ("happenings", "صالح"),
        ("happenings", "فقد"), ("roles", "أم"), ("roles", "بناء"), ("roles", "طالبان"), ("terms", "ما"),
    ],
)  # fmt: skip
def test_words_that_are_mostly_something_else_are_left_out(table: str, form: str) -> None:
    assert [row.id for row in of(table) if folded(form) in map(folded, forms(row))] == []


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("وقالت الوزارة إن القافلة وصلت", "assert.qala"),
        ("وأكدوا أن البلدة محاصرة", "assert.akkada"),
        ("ننفي قصف المدينة", "deny.nafa"),
        ("متهمة الفصيل بخطف العمال", "accuse.ittahama"),
        ("سنواصل القتال وسيهددون بالقصف", "threaten.haddada"),
        ("وتبنت الجماعة التفجير", "admit.tabanna"),
        ("مشيرين إلى نقص الدواء", "assert.ashara"),
    ],
)
def test_inflected_cues_are_read(text: str, id_: str) -> None:
    line = find(text, split(text)[0], None)
    assert id_ in {tag.row.id for tag in (tag for tags in line.tags for tag in tags) if tag.row.table == "cues"}
