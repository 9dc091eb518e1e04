"""The reports of the demo: readable, marked as invented, and telling one incident from rival sides."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from riwaya import pipeline
from riwaya.claims.claim import Claim
from riwaya.reports.report import Report
from riwaya.reports.take import take
from riwaya.words.fold import folded

HOME = Path(__file__).parents[1] / "examples"
FILES = sorted((HOME / "reports").iterdir())
NOTE = "written for the project, invented"
NOTE_IN_TEXT = "نص مكتوب للمشروع، أحداثه متخيلة"
MARKET = folded("سوق الخضار")


def reports(file: Path) -> list[Report]:
    found = list(take(file.name, file.read_bytes()))
    assert all(isinstance(each, Report) for each in found), found
    return [each for each in found if isinstance(each, Report)]


READ = {(file.name, report.id): (report, pipeline.read(report)) for file in FILES for report in reports(file)}


def of_the_market() -> Iterator[tuple[Report, Claim]]:
    """The claims whose words name the market."""
    for report, claims in READ.values():
        yield from ((report, claim) for claim in claims if MARKET in folded(claim.content.text))


def test_there_are_at_least_ten_reports_of_seven_theatres() -> None:
    assert len(READ) >= 10
    assert {file.name.split("-")[0].split(".")[0] for file in FILES} >= {
        "yemen",
        "iraq",
        "libya",
        "sudan",
        "palestine",
        "syria",
    }


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_report_is_marked_as_invented(file: Path) -> None:
    if file.suffix == ".txt":
        assert all(report.text.rstrip().endswith(f"({NOTE_IN_TEXT})") for report in reports(file))
    elif file.suffix == ".csv":
        assert {row["note"] for row in csv.DictReader(file.read_text("utf-8").splitlines(keepends=True))} == {NOTE}
    elif file.suffix == ".html":
        assert f"<!-- {NOTE} -->" in file.read_text("utf-8")
    elif file.suffix == ".jsonl":
        assert {json.loads(line)["note"] for line in file.read_text("utf-8").splitlines()} == {NOTE}
    else:
        assert json.loads(file.read_text("utf-8"))["note"] == NOTE


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_list_of_examples_names_every_file(file: Path) -> None:
    assert f"`{file.name}`" in (HOME / "README.md").read_text("utf-8")


@pytest.mark.parametrize("key", READ, ids=lambda key: f"{key[0]}:{key[1][:6]}")
def test_a_report_is_as_long_as_one_in_a_newspaper_and_gives_claims(key: tuple[str, str]) -> None:
    report, claims = READ[key]
    assert 100 <= len(report.text.split()) <= 300
    assert any(claim.sources for claim in claims)
    assert all(report.text[slice(*claim.content.span)] == claim.content.text for claim in claims)


def test_all_but_plain_text_say_when_and_where_they_were_published() -> None:
    undated = {name for (name, _), (report, _) in READ.items() if not (report.published and report.outlet)}
    assert undated == {file.name for file in FILES if file.suffix == ".txt"}


def test_the_file_in_windows_1256_is_read_as_such() -> None:
    file = HOME / "reports" / "iraq-windows-1256.txt"
    with pytest.raises(UnicodeDecodeError):
        file.read_bytes().decode("utf-8")
    assert "وادي العسل" in reports(file)[0].text


def test_the_line_that_marks_a_text_as_invented_is_no_claim() -> None:
    assert not [claim for _, claims in READ.values() for claim in claims if NOTE_IN_TEXT in claim.content.text]


def test_the_market_is_told_of_by_rival_sides() -> None:
    told = list(of_the_market())
    assert len({report.outlet for report, _ in told}) >= 4
    assert {claim.event.denied for _, claim in told} == {True, False}


def test_the_agency_denies_the_air_strike_in_the_words_of_its_source() -> None:
    found = [claim for report, claim in of_the_market() if report.key == "market-1" and claim.act == "deny"]
    assert [(claim.sources[0].name, claim.event.type, claim.event.denied) for claim in found] == [
        ("مصدر عسكري", "airstrike", True)
    ]


def test_the_network_counts_the_dead_in_its_own_voice() -> None:
    found = [claim for report, claim in of_the_market() if "الرابية" in report.outlet and claim.voice == "narrative"]
    killed = {(q.low, q.high) for claim in found for q in claim.event.quantities if q.unit == "killed"}
    assert killed == {(17, 17)}


def test_the_town_of_the_incident_is_a_place_of_claims_in_every_report_of_it() -> None:
    """What the demo asks for: the claims about one town."""
    town = folded("عين الياسمين")
    told = [
        name
        for (name, _), (_, claims) in READ.items()
        for c in claims
        if any(town in folded(p.text) for p in c.event.places)
    ]
    assert {name for name, _ in READ if name.startswith("market")} <= set(told)
