"""The encoding is judged right, whatever the file says or leaves unsaid."""

from pathlib import Path

import pytest

from riwaya.reports.encoding import decoded
from riwaya.reports.language import language

SAMPLES = Path(__file__).parent / "samples"
TEXT = "قال مصدر محلي إن القصف على بلدة السوق القديم توقف صباح اليوم. وأضاف أن ثلاثة جرحى نقلوا إلى المشفى."
EVERY = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256", "iso8859-6")


@pytest.mark.parametrize("encoding", EVERY)
@pytest.mark.parametrize("text", [TEXT, "قتل مدني", TEXT * 2000, f"{TEXT}\n(AFP) Douma 2018"])
def test_the_same_text_comes_out_of_every_encoding(encoding: str, text: str) -> None:
    page = decoded(text.encode(encoding))
    assert (page.text, page.cause, page.doubts) == (text, "", ())


@pytest.mark.parametrize(
    ("name", "encoding"),
    [("windows-1256.txt", "cp1256"), ("iso-8859-6.txt", "iso8859-6"), ("utf-16-no-mark.txt", "utf-16-le")],
)
def test_the_encoding_of_a_file_is_told(name: str, encoding: str) -> None:
    page = decoded((SAMPLES / name).read_bytes())
    assert (page.text, page.encoding) == (TEXT, encoding)


@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "nonsense", "base64", "utf-7"])
def test_a_page_that_declares_the_wrong_encoding_is_still_read(declared: str) -> None:
    page = f'<html><head><meta charset="{declared}"></head><body>{TEXT}</body></html>'
    assert decoded(page.encode("cp1256")).text == page


@pytest.mark.parametrize(
    ("original", "kept"),
    [
        (TEXT.encode("utf-16")[:-1], TEXT[:-1]),
        (TEXT.encode("utf-16-le")[:-1], TEXT[:-1]),
        ((TEXT + "ب").encode()[:-1], TEXT),
    ],
)
def test_half_a_character_at_the_end_is_left_out_and_doubted(original: bytes, kept: str) -> None:
    page = decoded(original)
    assert page.text == kept
    assert "breaks off" in page.doubts[0]


def test_a_foreign_byte_in_a_long_line_of_utf_8_is_named() -> None:
    page = decoded((TEXT * 5).encode() + b"\xc7" + (TEXT * 5).encode())
    assert "line 1 is not UTF-8" in page.cause


@pytest.mark.parametrize(
    ("text", "tongue"),
    [
        (TEXT, "ar"),
        ("قتل گلبدین حكمتيار وفق ما قالت الحكومة في العاصمة يوم الاثنين الماضي", "ar"),
        ("قالت مصادر في پيشاور إن الانفجار وقع قرب السوق وأوقع عددا من الضحايا", "ar"),
        ("قتل مدني https://nahar.example/a-very-long-address-in-latin-letters/2018/04/06 #Douma", "ar"),
        ("نیروهای دولتی شهر را بمباران کردند و گفتند که پنج نفر کشته شدند", "fa"),
        ("فوج نے شہر پر بمباری کی ہے اور پانچ افراد ہلاک ہوئے ہیں", "ur"),
        ("هێزەکانی سوپا شارەکەیان بۆردومان کرد و پێنج کەس کوژران", "ckb"),
        ("Three civilians were killed in Douma, مصدر said", "other"),
        ("123 !", ""),
    ],
)
def test_the_language_is_told_by_letters(text: str, tongue: str) -> None:
    assert language(text)[0] == tongue
