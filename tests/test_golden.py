"""Reports read by hand: the reading must not fall under its floors, and the floors hold for these reports only."""

import json
import sys
import tomllib
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from riwaya import pipeline
from riwaya.claims.record import record
from riwaya.reports.report import Report
from riwaya.reports.take import take

HOME = Path(__file__).parent / "golden"
sys.path.insert(0, str(HOME.parents[1] / "tools"))
from scoring import counts, f1, figures, paired, same_name  # noqa: E402

EXAMPLES = Path(__file__).parents[1] / "examples" / "reports"
FLOORS = tomllib.loads((HOME / "floors.toml").read_text("utf-8"))
FILES = sorted((HOME / "reports").glob("*.json"))
GOLDEN = {file.stem: json.loads(file.read_text("utf-8")) for file in FILES}

TYPES = [
    "airstrike",
    "shelling",
    "chemical_attack",
    "explosion",
    "armed_clash",
    "territorial_change",
    "interception",
    "killing",
    "detention",
    "release",
    "displacement",
    "siege",
    "aid",
    "destruction",
    "deployment",
    "agreement",
    "breach",
    "negotiation",
    "protest",
    "legal",
    "statement",
    "other",
]
ACTS = ["assert", "deny", "accuse", "admit", "condemn", "demand", "promise", "threaten", "praise"]


def example(golden: dict[str, Any]) -> Report:
    """The example report that was read by hand."""
    path = EXAMPLES / golden["file"]
    found = [each for each in take(path.name, path.read_bytes()) if isinstance(each, Report)]
    return found[0] if len(found) == 1 else next(each for each in found if each.key == golden["id"])


@pytest.fixture(scope="module")
def reached() -> dict[str, float]:
    reports = [(golden, example(golden)) for golden in GOLDEN.values()]
    return figures(
        counts(golden["claims"], record(report, pipeline.read(report))["claims"]) for golden, report in reports
    )


def digest() -> str:
    whole = sha256()
    for file in FILES:
        whole.update(file.name.encode() + b"\0" + file.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return whole.hexdigest()


def test_the_floors_were_set_for_these_reports() -> None:
    assert digest() == FLOORS["digest"], "the golden reports changed: set the floors anew, and the digest with them"


@pytest.mark.parametrize("name", FLOORS["floors"])
def test_the_reading_does_not_fall_under_its_floor(name: str, reached: dict[str, float]) -> None:
    assert reached[name] >= FLOORS["floors"][name], f"{name} is {reached[name]:.3f}"


@pytest.mark.parametrize("name", GOLDEN)
def test_a_golden_report_is_the_example_word_for_word(name: str) -> None:
    golden, report = GOLDEN[name], example(GOLDEN[name])
    assert (golden["text"], golden["published"], golden["outlet"]) == (
        report.text,
        str(report.published),
        report.outlet,
    )


@pytest.mark.parametrize("name", GOLDEN)
def test_a_golden_claim_follows_the_codebook(name: str) -> None:
    text = GOLDEN[name]["text"]
    for claim in GOLDEN[name]["claims"]:
        assert claim["act"] in ACTS and claim["event"]["type"] in TYPES
        assert (claim["voice"] == "narrative") == (not claim["sources"]) == (claim["cue"] is None)
        assert claim["act"] != "deny" or claim["event"]["denied"]
        for mention in mentions(claim):
            assert text[mention["start"] : mention["end"]] == mention["text"]
            assert not text[mention["end"] : mention["end"] + 1].isalnum(), f"{mention['text']} is cut off"


def mentions(claim: dict[str, Any]) -> list[dict[str, Any]]:
    event = claim["event"]
    found = [claim["content"], claim["cue"], *event["agent"], *event["target"], *event["place"]]
    found += [part for source in claim["sources"] for part in (source["mention"], source["of"])]
    found += [each["mention"] for each in (*event["quantities"], event["time"]) if each]
    return [mention for mention in found if mention]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("المصدر", "مصدر", True),
        ("وزارة الدفاع", "لوزارة الدفاع", True),
        ("مدير مركز الدفاع المدني", "مدير", False),
        ("شهود", "مصدر", False),
        ("", "", False),
    ],
)
def test_names_are_the_same_by_half_their_words(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same


def claim(start: int, end: int, source: str = "مصدر") -> dict[str, Any]:
    sources = [{"mention": None, "name": source, "kind": "unnamed", "of": None}]
    return {"content": {"start": start, "end": end}, "sources": sources, "act": "assert", "voice": "indirect",
            "certainty": "certain", "event": {"type": "other", "denied": False}}  # fmt: skip


def test_a_claim_is_paired_once_and_with_its_own_source() -> None:
    first, second = claim(0, 10, "شهود"), claim(0, 10)
    assert paired([first], [second, first]) == [(first, first)]


def test_half_the_words_are_enough_and_less_is_not() -> None:
    assert counts([claim(0, 10)], [claim(5, 15)])["claim"] == (1, 1, 1)
    assert counts([claim(0, 10)], [claim(6, 16)])["claim"] == (0, 1, 1)


def test_the_same_type_counts_where_several_hold_the_words() -> None:
    other = claim(0, 10) | {"event": {"type": "aid", "denied": False}}
    assert paired([other], [claim(0, 10), other]) == [(other, other)]


def test_the_ledger_counts_origin_act_type_and_denial_and_slots_count_their_own() -> None:
    due = claim(0, 10)
    assert counts([due], [claim(0, 10)])["ledger"] == (1, 1, 1)
    assert counts([due], [claim(0, 10, "شهود")])["ledger"] == (0, 1, 1)
    place = {"place": [{"text": "مدينة دوما"}]}
    told = claim(0, 10) | {"event": due["event"] | place}
    assert counts([told], [told])["place"] == (1, 1, 1)
    assert counts([told], [due])["place"] == (0, 1, 0)


def test_a_report_without_claims_read_as_such_is_right() -> None:
    assert f1(counts([], [])["claim"]) == 1.0
