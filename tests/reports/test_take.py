"""Every kind of source gives its reports, and every kind of bad input one clear line."""

import gzip
import hashlib
import json
import time
from datetime import date
from pathlib import Path

import pytest

from riwaya.reports import packing
from riwaya.reports.take import Report, Unreadable, take

SAMPLES = Path(__file__).parent / "samples"
TEXT = "قال مصدر محلي إن القصف على بلدة السوق القديم توقف صباح اليوم. وأضاف أن ثلاثة جرحى نقلوا إلى المشفى."


def reports(name: str, original: bytes) -> list[Report]:
    return [found for found in take(name, original) if isinstance(found, Report)]


def faults(name: str, original: bytes) -> list[Unreadable]:
    return [found for found in take(name, original) if isinstance(found, Unreadable)]


def sample(name: str) -> bytes:
    return (SAMPLES / name).read_bytes()


def record(**fields: object) -> bytes:
    return json.dumps({"text": TEXT} | fields, ensure_ascii=False).encode()


def test_a_plain_text_is_kept_to_the_letter() -> None:
    text = f"  \u202b{TEXT}\r\n\x07 قتل 3 (three) مدنيين\u200f\n"
    (found,) = reports("a.txt", text.encode())
    assert found.text == text
    assert found.id == hashlib.sha256(text.encode()).hexdigest()
    assert found.published is None


def test_a_page_gives_its_article_without_what_surrounds_it() -> None:
    (found,) = reports("page.html", sample("page.html"))
    assert "قال مصدر محلي" in found.text and "ثلاثة جرحى" in found.text
    assert not any(word in found.text for word in ("الرئيسية", "الحقوق", "غاضب"))
    assert (found.outlet, found.url) == ("النهار المحلي", "https://nahar.example/news/12")
    assert found.title == "هدوء في السوق القديم"
    assert found.published == date(2018, 4, 6)
    assert found.original == sample("page.html")


def test_a_page_in_windows_1256_reads_like_the_same_page_in_utf_8() -> None:
    page = sample("page.html").decode()
    (found,) = reports("page.html", page.replace("utf-8", "windows-1256").encode("cp1256"))
    assert found.text == reports("page.html", sample("page.html"))[0].text


def test_the_year_in_a_line_of_rights_is_no_date_of_publication() -> None:
    lines = [line for line in sample("page.html").decode().splitlines() if "_time" not in line]
    (found,) = reports("page.html", "\n".join(lines).encode())
    assert found.published is None
    assert "no date of publication is given" in found.doubts


def test_a_broken_line_is_named_and_does_not_stop_the_others() -> None:
    out = list(take("broken-middle.jsonl", sample("broken-middle.jsonl")))
    assert [found.key if isinstance(found, Report) else found.part for found in out] == [
        "r1",
        "line 2",
        "line 3",
        "line 4",
        "r5",
    ]
    assert "no sound JSON" in str(out[1]) and str(out[1]).startswith("broken-middle.jsonl, line 2: ")
    assert "null" in str(out[2]) and "a list" in str(out[3])
    last = reports("broken-middle.jsonl", sample("broken-middle.jsonl"))[-1]
    assert last.published is None and any("2015-02-31 is not a date" in doubt for doubt in last.doubts)


def test_the_original_of_a_json_line_is_the_line() -> None:
    (found,) = reports("a.jsonl", b"\n" + record(id=7) + b"\r\n")
    assert found.original == record(id=7)
    assert found.key == "7"


@pytest.mark.parametrize(
    "original",
    [
        record(id="a") + b"\n" + record(id="b"),
        b"[" + record(id="a") + b",\n " + record(id="b") + b"]",
        record(id="a") + b" " + record(id="b"),
        json.dumps({"id": "a", "text": TEXT}, indent=2).encode() + b"\n" + record(id="b"),
        b'{"id": "a", "text": "broken\n' + record(id="a") + b"\n" + record(id="b"),
        b"[" + record(id="a") + b',\n{"text": oops},\n' + record(id="b") + b"]",
        "\ufeff".encode() + record(id="a") + b"\n" + record(id="b"),
    ],
)
@pytest.mark.parametrize("name", ["x.json", "x.jsonl", "x.txt", ""])
def test_json_may_be_lines_a_list_or_one_record_after_another(name: str, original: bytes) -> None:
    assert [found.key for found in reports(name, original)] == ["a", "b"]


def test_a_table_is_read_by_its_column_names() -> None:
    out = list(take("rows.csv", sample("rows.csv")))
    assert [found.part if isinstance(found, Unreadable) else found.key for found in out] == ["1", "row 3", "3"]
    first = reports("rows.csv", sample("rows.csv"))[0]
    assert first.text == 'قال مصدر: "توقف القصف"؛ ثلاثة جرحى.\nوأضاف أنهم في المشفى.'
    assert first.published == date(2018, 4, 6)
    assert "3 cells where 5 are due" in str(out[1])


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_told_from_the_heading(delimiter: str) -> None:
    rows = [("text", "outlet"), ("قتل مدني في البلدة", "nahar")]
    (found,) = reports("table", "\n".join(map(delimiter.join, rows)).encode())
    assert (found.text, found.outlet) == rows[1]


def test_an_unclosed_quotation_mark_costs_one_row() -> None:
    table = 'text,outlet\n"قتل مدني,a\nقتل طفل,b\n"قتل شيخ",c\n'
    assert [found.outlet for found in reports("a.csv", table.encode())] == ["b", "c"]


def test_in_tab_separated_rows_a_quotation_mark_may_stand_alone() -> None:
    (found,) = reports("a.tsv", 'text\toutlet\n"قتل" مدني أمس\ta\n'.encode())
    assert found.text == '"قتل" مدني أمس'


def test_a_cell_longer_than_the_csv_modules_own_limit_is_read() -> None:
    text = (TEXT + " ") * 5000
    (found,) = reports("a.csv", f'text,outlet\n"{text}",a\n'.encode())
    assert found.text == text


@pytest.mark.parametrize("name", ["page.html", "rows.csv", "broken-middle.jsonl", "windows-1256.txt"])
def test_gzip_changes_nothing(name: str) -> None:
    packed = gzip.compress(sample(name))
    assert reports(name + ".gz", packed) == reports(name, sample(name))
    assert reports(name, gzip.compress(packed)) == reports(name, sample(name))


@pytest.mark.parametrize("name", ["page.html", "rows.csv", "broken-middle.jsonl", "utf-16-no-mark.txt"])
def test_an_original_read_again_is_the_same_report(name: str) -> None:
    for found in reports(name, sample(name)):
        (again,) = reports("", found.original)
        assert (again.id, again.text, again.published, again.outlet) == (
            found.id, found.text, found.published, found.outlet,
        )  # fmt: skip


def test_a_gzip_file_that_breaks_off_gives_its_whole_records() -> None:
    lines = b"\n".join(record(id=str(n), pad=hashlib.sha256(str(n).encode()).hexdigest()) for n in range(200))
    packed = gzip.compress(lines)
    out = list(take("a.jsonl.gz", packed[: len(packed) // 2]))
    assert [found.key for found in out if isinstance(found, Report)][:3] == ["0", "1", "2"]
    assert "breaks off" in str(out[-1])


def test_a_gzip_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "LIMIT", 1 << 20)
    (fault,) = faults("a.txt.gz", gzip.compress(b"a" * (2 << 20)))
    assert "unpacks to more than 1 MB" in str(fault)


BAD = [
    ("empty.txt", b"", "it is empty"),
    ("blank.html", b" \r\n\t ", "it is empty"),
    ("blank.txt", "\ufeff \u00a0\n".encode(), "it is empty"),
    ("a.txt", b"\x89PNG\r\n\x1a\n\0\0", "PNG picture"),
    ("a.html", b"PK\x03\x04\x14\0", "ZIP archive"),
    ("a", b"\x7fELF\x02\x01\x01\0", "a program"),
    ("a.pdf", b"%PDF-1.7\n", "a PDF"),
    ("a.txt", TEXT.encode() + b"\0\0" + TEXT.encode(), "NUL bytes"),
    ("a.txt", b"\0" * 5000, "NUL bytes"),
    ("a.txt", (TEXT + "\n").encode() * 2 + TEXT.encode("cp1256"), "line 3 is not UTF-8"),
    ("a.txt", b"\xff\xfe" + "قتل".encode("utf-16-le") + b"\x00\xdc\x20\x00", "is not"),
    ("a.html", "no-article", "no article in it"),
    ("a.html", "<html><body></body></html>", "no article in it"),
    ("a.xml", "<?xml version='1.0'?><rss><channel></channel></rss>", "a feed"),
    ("a.txt", "https://nahar.example/1\nاقرأ أيضا: خبر آخر", "no article in it"),
    ("a.txt", "12345 !!! 678", "no article in it"),
    ("a.txt", "?????? ??? ???? ?????", "only question marks"),
    ("a.txt", TEXT.encode().decode("latin-1"), "decoded wrongly"),
    ("a.txt", "The army said that three civilians were killed.", "not Arabic"),
    ("a.txt", "نیروهای دولتی شهر را بمباران کردند و گفتند که پنج نفر کشته شدند", "Persian"),
    ("a.txt", "فوج نے شہر پر بمباری کی ہے اور پانچ افراد ہلاک ہوئے ہیں", "Urdu"),
    ("a.json", '{"title": "قتل مدني"}', "the record has no text"),
    ("a.json", '{"text": 5}', "no string but a number"),
    ("a.json", '{"text": "  "}', "the text is empty"),
    ("a.json", '["قتل مدني"]', "it is no record"),
    ("a.json", "[" * 100_000, "nested too deeply"),
    ("a.json", '{"a":' * 100_000, "nested too deeply"),
    ("a.json", '{"text": "قتل \\ud83d مدني"}', "half a character"),
    ("a.json", '{"text": "قتل مدني", "id": ' + "9" * 5000 + "}", "too many digits"),
    ("a.csv", "id,body\n1,قتل مدني", "no column text"),
    ("a.csv", "id,text\n1", "1 cells where 2 are due"),
    ("a.csv", "id,text\n1,قتل,مدني", "3 cells where 2 are due"),
    ("a.csv", "id,text\n1,", "the text is empty"),
    ("a.gz", b"\x1f\x8b\x08\x00broken", "gzip"),
]


@pytest.mark.parametrize(("name", "original", "cause"), BAD)
def test_bad_input_gives_one_clear_line(name: str, original: bytes | str, cause: str) -> None:
    if original == "no-article":
        original = sample("no-article.html")
    (fault,) = take(name, original if isinstance(original, bytes) else original.encode())
    assert isinstance(fault, Unreadable)
    assert cause in fault.cause and fault.cure
    assert str(fault).startswith(name) and "\n" not in str(fault)


def test_a_half_character_outside_the_text_is_doubted_not_fatal() -> None:
    (found,) = reports("a.json", b'{"text": "\xd9\x82\xd8\xaa\xd9\x84", "title": "x\\ud83d"}')
    assert found.title == "x\ufffd"
    assert "title holds half a character" in found.doubts


def test_fields_of_the_wrong_kind_are_left_out_with_a_doubt() -> None:
    (found,) = reports("a.json", record(outlet=["nahar"], published=1522972800))
    assert found.outlet == "" and found.published == date(2018, 4, 6)
    assert "outlet is no string but a list" in found.doubts


@pytest.mark.parametrize("kind", ["txt", "cp1256", "lines", "json", "csv"])
def test_twenty_megabytes_are_read_in_two_seconds(kind: str) -> None:
    text = (TEXT + (" \n" if kind == "lines" else " ")) * 120_000
    original = {
        "cp1256": lambda: text.encode("cp1256"),
        "json": lambda: json.dumps({"text": text}, ensure_ascii=False).encode(),
        "csv": lambda: f'text,id\n"{text}",1\n'.encode(),
    }.get(kind, text.encode)()
    begun = time.process_time()
    (found,) = reports(f"big.{kind}", original)
    assert found.text == text
    assert time.process_time() - begun < 2
