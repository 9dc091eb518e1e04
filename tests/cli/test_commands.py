"""The commands from end to end, on reports written for these tests."""

import contextlib
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

import riwaya
from riwaya import __version__, pipeline
from riwaya.cli import main
from riwaya.reports.report import Report
from riwaya.words import pack

FIRST = (
    "وقال متحدث باسم الجيش الوطني إن طائرات حربية قصفت أحياء سكنية في مدينة دوما أمس، مما أدى إلى مقتل 12 مدنيا.\n\n"
    "ونفى مصدر عسكري قصف المدينة، بحسب وكالة سانا."
)
SECOND = "وأعلنت قوات الحكومة السيطرة على مدينة عدن يوم الأحد بعد اشتباكات عنيفة مع المسلحين، وفق ما ذكره شهود عيان."

# A child finds the package that is tested, installed or not.
ENVIRONMENT = os.environ | {"PYTHONPATH": str(Path(riwaya.__file__).parents[1])}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("RIWAYA_LEDGER", raising=False)
    Path("news").mkdir()
    Path("news/first.txt").write_text(FIRST, "utf-8")
    record = {"id": "second", "outlet": "الواحة", "published": "2019-05-02", "title": "عنوان", "text": SECOND}
    Path("news/second.jsonl").write_text(json.dumps(record, ensure_ascii=False) + "\n", "utf-8")
    Path("news/.hidden").write_text("hidden", "utf-8")
    return tmp_path


def run(*arguments: str) -> int:
    """The exit status of a command."""
    with pytest.raises(SystemExit) as left:
        main(arguments)
    return int(left.value.code or 0)


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command prints on standard output when it succeeds."""
    capsys.readouterr()
    assert run(*arguments) == 0
    return capsys.readouterr().out


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "--version") == f"riwaya {__version__}\n"


@pytest.mark.parametrize("command", ["read", "claims", "show", "explain", "places", "verify", "packs"])
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Usage" in printed(capsys, command, "--help")


def test_reading_prints_the_claims_and_what_it_came_to(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, "read", "news", "--published", "2018-04-06")
    assert "2 reports read" in out
    assert "kept in riwaya.ledger" in out
    assert "الواحة" in out
    assert " → " in out


def test_the_same_reports_read_twice_are_known_and_nothing_is_added(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    printed(capsys, "read", "news")
    before = printed(capsys, "claims", "--json")
    again = printed(capsys, "read", "news")
    assert "0 reports read, 2 in the ledger already" in again
    assert printed(capsys, "claims", "--json") == before


def test_codebook_lines_are_all_that_is_printed_and_no_ledger_is_touched(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = printed(capsys, "read", "news", "--no-keep", "--print", "codebook")
    records = [json.loads(line) for line in out.splitlines()]
    assert [record["id"] for record in records][1] == "second"
    assert set(records[0]) == {"id", "claims"}
    assert not list(here.glob("*.ledger*"))
    assert "\u2068" not in out


def test_the_codebooks_spans_are_the_words_of_the_text(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, "read", "news", "--no-keep", "--print", "codebook", "--published", "2018-04-06")
    spans = 0
    for line, text in zip(out.splitlines(), (FIRST, SECOND), strict=True):
        parts = [json.loads(line)]
        while parts:
            part = parts.pop()
            if isinstance(part, dict):
                if {"text", "start", "end"} <= set(part):
                    assert text[part["start"] : part["end"]] == part["text"]
                    spans += 1
                parts.extend(part.values())
            elif isinstance(part, list):
                parts.extend(part)
    assert spans > 4


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_several_processes_print_the_same_in_the_same_order(
    here: Path, capsys: pytest.CaptureFixture[str], jobs: str
) -> None:
    records = [json.dumps({"id": f"r{n}", "text": f"{SECOND} {n}"}, ensure_ascii=False) for n in range(40)]
    Path("many.jsonl").write_text("\n".join(records), "utf-8")
    out = printed(capsys, "read", "many.jsonl", "--no-keep", "--print", "codebook", "--jobs", jobs)
    assert [json.loads(line)["id"] for line in out.splitlines()] == [f"r{n}" for n in range(40)]


def test_standard_input_is_read(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Path("news/first.txt").open("rb") as given:
        done = subprocess.run(
            [sys.executable, "-m", "riwaya.cli", "read", "-", "--no-keep", "--print", "codebook"],
            stdin=given,
            capture_output=True,
            check=True,
            env=ENVIRONMENT,
        )
    assert len(json.loads(done.stdout)["id"]) == 64


def test_what_cannot_be_read_is_named_the_rest_is_done_and_the_status_is_one(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("news/empty.txt").touch()
    Path("news/picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    Path("news/broken.jsonl").write_text('{"id": "a", "text": "', "utf-8")
    assert run("read", "news", "nowhere.txt", "--no-keep", "--print", "codebook") == 1
    out, complaints = capsys.readouterr()
    assert len(out.splitlines()) == 2
    for name in ("empty.txt", "picture.png", "broken.jsonl", "nowhere.txt"):
        assert any(name in line and ": " in line for line in complaints.splitlines())
    assert "Traceback" not in complaints


def failing(report: Report) -> tuple[()]:
    raise ZeroDivisionError("an invented defect")


def test_a_defect_is_told_with_its_report_and_the_rest_is_done(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read = pipeline.read
    monkeypatch.setattr(pipeline, "read", lambda report: failing(report) if report.key else read(report))
    assert run("read", "news", "--print", "codebook") == 1
    out, complaints = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert "news/second.jsonl" in complaints
    assert "a defect in Riwaya, please report it (ZeroDivisionError: an invented defect" in complaints
    assert "Traceback" not in complaints
    assert "verifies: 1 report," in printed(capsys, "verify")


def test_an_empty_folder_and_a_bad_date_are_refused(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("bare").mkdir()
    assert run("read", "bare") == 1
    assert "there is no file in this folder" in capsys.readouterr().err
    assert run("read", "news", "--published", "yesterday") == 2
    assert "is no date; write it as" in capsys.readouterr().err


def test_the_ledger_in_a_folder_is_not_read_as_a_report(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed(capsys, "read", ".")
    assert "2 in the ledger already" in printed(capsys, "read", ".")


def test_claims_are_found_shown_and_explained(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed(capsys, "read", "news", "--published", "2018-04-06", "--quiet")
    found = [json.loads(line) for line in printed(capsys, "claims", "--words", "قصف", "--json").splitlines()]
    assert found
    assert all(FIRST.startswith(claim["content"]["text"], claim["content"]["start"]) for claim in found)
    claim = found[0]["id"]
    short = claim[:6] + "#" + claim.rpartition("#")[2]
    assert claim in printed(capsys, "explain", short)
    assert json.loads(printed(capsys, "explain", short, "--json"))["id"] == claim
    shown = printed(capsys, "show", found[0]["report"]["id"][:8])
    assert f"[{claim.rpartition('#')[2]}: " in shown
    assert claim in printed(capsys, "claims", "--words", "القصف")


def test_filters_leave_out_what_is_not_asked_for(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed(capsys, "read", "news", "--published", "2018-04-06", "--quiet")
    every = printed(capsys, "claims", "--json").splitlines()
    for option, wanted in (
        (("--since", "2019-01-01"), lambda claim: claim["report"]["key"] == "second"),
        (("--act", "deny"), lambda claim: claim["act"] == "deny"),
        (("--denied",), lambda claim: claim["event"]["denied"]),
        (("--not-denied",), lambda claim: not claim["event"]["denied"]),
        (("--min-confidence", "0.5"), lambda claim: claim["confidence"] >= 0.5),
    ):
        lines = printed(capsys, "claims", "--json", *option).splitlines()
        assert lines == [line for line in every if wanted(json.loads(line))]
    assert len(printed(capsys, "claims", "--json", "--limit", "1").splitlines()) == 1


def test_a_reading_prints_the_sure_claims_and_keeps_them_all(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = printed(capsys, "read", "news", "--published", "2018-04-06", "--no-keep", "--print", "codebook")
    asked = ("read", "news", "--published", "2018-04-06", "--print", "codebook", "--min-confidence", "1")
    drawn = [claim["id"] for line in whole.splitlines() for claim in json.loads(line)["claims"]]
    assert [claim for line in printed(capsys, *asked).splitlines() for claim in json.loads(line)["claims"]] == []
    assert sorted(json.loads(line)["id"] for line in printed(capsys, "claims", "--json").splitlines()) == sorted(drawn)


def test_a_wrong_act_names_the_right_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("claims", "--act", "shout") == 2
    assert "threaten" in capsys.readouterr().err


@pytest.mark.parametrize("command", [("claims",), ("show", "x"), ("explain", "x#1"), ("verify",)])
def test_without_a_ledger_the_way_to_one_is_told(
    here: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    assert run(*command) == 1
    assert "there is no ledger riwaya.ledger; make one with: riwaya read" in capsys.readouterr().err
    assert not Path("riwaya.ledger").exists()


def test_the_ledgers_file_may_come_from_the_environment(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RIWAYA_LEDGER", "other.ledger")
    printed(capsys, "read", "news/first.txt")
    assert Path("other.ledger").exists()


def test_a_tampered_ledger_does_not_verify(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed(capsys, "read", "news")
    assert "verifies: 2 reports" in printed(capsys, "verify")
    with sqlite3.connect("riwaya.ledger") as db:
        db.execute("UPDATE reports SET text = text || '.' WHERE entry = 2")
    assert run("verify") == 1
    complaints = capsys.readouterr().err
    assert complaints.startswith("entry 2, report ")
    assert "does not verify" in complaints


def test_places_are_one_json_line_a_name(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    out = printed(capsys, "places", "دوما", "لاوجودلهذا", "--near", "SY", "--json")
    first, second = map(json.loads, out.splitlines())
    assert first["name"] == "دوما"
    assert second == {"name": "لاوجودلهذا", "candidates": []}
    columns = "id name english kind country admin latitude longitude precision_km score reasons"
    assert list(first["candidates"][0]) == columns.split()
    assert first["candidates"][0]["country"] == "SY"
    scores = [candidate["score"] for candidate in first["candidates"]]
    assert scores == sorted(scores, reverse=True)


def kept() -> int:
    """How many reports the ledger holds, while another process writes it."""
    if not Path("riwaya.ledger").exists():
        return 0
    with contextlib.closing(sqlite3.connect("riwaya.ledger")) as db, contextlib.suppress(sqlite3.OperationalError):
        return int(db.execute("SELECT count(*) FROM reports").fetchone()[0])
    return 0


def test_a_killed_reading_goes_on_where_it_stopped(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = [json.dumps({"id": f"r{n}", "text": f"{FIRST}\n\n{SECOND} {n}"}, ensure_ascii=False) for n in range(400)]
    Path("many.jsonl").write_text("\n".join(records), "utf-8")
    chance = random.Random(20190502)
    command = [sys.executable, "-m", "riwaya.cli", "read", "many.jsonl", "--quiet"]
    for _ in range(2):
        before = kept()
        child = subprocess.Popen(command, env=ENVIRONMENT)
        while child.poll() is None and kept() == before:
            time.sleep(0.01)
        time.sleep(chance.uniform(0.0, 0.3))
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        assert "verifies: " in printed(capsys, "verify")
    Path("many.jsonl").write_text("\n".join(records[:20]), "utf-8")
    assert "in the ledger already" in printed(capsys, "read", "many.jsonl", "--print", "summary")
    assert "verifies: " in printed(capsys, "verify")


def test_a_pack_with_a_faulty_row_is_refused_with_file_and_row(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("packs/mine").mkdir(parents=True)
    header = "\t".join(pack.TABLES["outlets"])
    row = "my.waha\tالواحة\tThe Oasis\tblog\t\tSY\tنقلت الواحة\town list"
    Path("packs/mine/outlets.tsv").write_text(f"{header}\n{row}\n", "utf-8")
    assert run("packs", "check", "packs") == 1
    out, complaints = capsys.readouterr()
    assert "mine/outlets.tsv, row 2: kind is 'blog'" in complaints
    assert out.startswith("1 row, ")


def test_unsound_packs_stop_a_reading_before_it_begins(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsound() -> None:
        raise pack.PackError([pack.Fault("mine/outlets.tsv", 2, "the id is missing")])

    monkeypatch.setattr(pack, "shipped", unsound)
    assert run("read", "news") == 1
    complaints = capsys.readouterr().err
    assert complaints.count("mine/outlets.tsv, row 2: the id is missing") == 1
    assert "`riwaya packs check`" in complaints


def test_a_reader_that_goes_away_ends_the_list_without_a_traceback(here: Path) -> None:
    many = [{"id": str(n), "published": "2019-05-02", "text": f"{SECOND} وقتل {n} مسلحين."} for n in range(1, 150)]
    Path("news/many.jsonl").write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in many), "utf-8")
    assert run("read", "news", "--print", "summary") == 0
    command = [sys.executable, "-m", "riwaya.cli", "claims", "--limit", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT, text=True, encoding="utf-8"
    ) as listing:
        assert listing.stdout is not None and listing.stderr is not None
        assert listing.stdout.readline()
        listing.stdout.close()
        said = listing.stderr.read()
    assert "Traceback" not in said and "Exception" not in said
