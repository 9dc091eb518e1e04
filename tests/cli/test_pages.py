"""Claims and reports as they are printed: who → act → what, contents marked, every field explained."""

import io
from datetime import date

import pytest
from rich.console import Console
from rich.text import Text

from riwaya.claims.claim import Claim, Event, Reason, Source
from riwaya.mentions.mention import Mention, Place, Quantity, Time
from riwaya.reports.report import Report
from riwaya.terminal.claim_lines import claim_lines, heading, how_many, when, who
from riwaya.terminal.explanation import explanation
from riwaya.terminal.place_table import print_places
from riwaya.terminal.report_page import marked, show
from riwaya.terminal.screen import Screen, output
from riwaya.words.pack import Row
from riwaya.words.span import Span

TEXT = "نفى الناطق قصف حي الزهور أمس، وقال إن 40 مدنيا قُتلوا."


def at(words: str, entry: str = "") -> Mention:
    start = TEXT.index(words)
    return Mention(Span(start, start + len(words)), words, entry)


DENIAL = Claim(
    id="abc#1",
    report="abc",
    content=at("قصف حي الزهور أمس"),
    cue=at("نفى", "deny.nafa"),
    sources=(Source(at("الناطق"), "الناطق", "unnamed"),),
    voice="indirect",
    act="deny",
    certainty="possible",
    event=Event(
        "chemical_attack",
        denied=True,
        agents=(at("الناطق"),),
        targets=(at("مدنيا"),),
        places=(at("حي الزهور", "place.zuhur"),),
        time=Time(at("أمس"), "2019-05-01", "2019-05-01"),
        quantities=(Quantity(at("40 مدنيا"), "killed", 40, None),),
    ),
    reasons=(Reason("act", "deny.nafa", "نفى"), Reason("event.type", "happening.qasf", "قصف")),
    doubts=("two places are called حي الزهور",),
)
INNER = Claim("abc#2", "abc", at("حي الزهور"), None, (), "narrative", "assert", "certain", Event("other"))


def plain(lines: object) -> str:
    return "\n".join(line.plain for line in lines).replace("\u2068", "").replace("\u2069", "")  # type: ignore[attr-defined]


def screen(*, width: int | None = None, coloured: bool = False) -> tuple[Screen, io.StringIO]:
    page = io.StringIO()
    kind = "standard" if coloured else None
    console = Console(file=page, width=width or 80, force_terminal=coloured, color_system=kind, highlight=False)
    return Screen(console, width, coloured), page


def test_a_claim_says_who_does_what_with_every_argument() -> None:
    assert plain(claim_lines(DENIAL, None)).splitlines() == [
        "abc#1  الناطق → denies → chemical attack (denied) (possible)",
        "    قصف حي الزهور أمس",
        "    by الناطق · against مدنيا · at حي الزهور · 2019-05-01 أمس · killed 40 or more 40 مدنيا",
        "    doubt: two places are called حي الزهور",
    ]


def test_a_narrow_screen_breaks_between_arguments() -> None:
    details = list(claim_lines(DENIAL, 44))[2:-1]
    assert len(details) > 1
    assert all(line.cell_len <= 44 for line in details)


NAMED = (
    Source(at("الناطق"), "حمزة الناطق", "person", at("حي الزهور")),
    Source(at("نفى"), "وكالة", "media"),
)
CHAINS = [
    ((), "the report"),
    ((Source(None, None, "unspecified"),), "nobody named"),
    ((Source(at("الناطق"), None, "unnamed"),), "الناطق"),
    (NAMED[:1], "حمزة الناطق of حي الزهور"),
    (NAMED, "حمزة الناطق of حي الزهور, through وكالة"),
    ((Source(None, "قادة حي الزهور", "body", at("حي الزهور")),), "قادة حي الزهور"),
]


@pytest.mark.parametrize(("chain", "words"), CHAINS)
def test_a_chain_is_told_origin_first(chain: tuple[Source, ...], words: str) -> None:
    assert who(chain).replace("\u2068", "").replace("\u2069", "") == words


@pytest.mark.parametrize(
    ("begins", "ends", "words"),
    [
        ("2019-05-01", "2019-05-01", "2019-05-01"),
        ("2019-05-01", "2019-05-07", "2019-05-01 to 2019-05-07"),
        ("2019-05-01", None, "since 2019-05-01"),
        (None, "2019-05-01", "until 2019-05-01"),
    ],
)
def test_a_time_is_told_as_its_interval(begins: str | None, ends: str | None, words: str) -> None:
    assert when(Time(at("أمس"), begins, ends)) == words


BOUNDS = [(5, 5, "5"), (3, 9, "3 to 9"), (20, None, "20 or more"), (0, 0, "0")]


@pytest.mark.parametrize(("low", "high", "words"), BOUNDS)
def test_a_quantity_is_told_with_its_bounds(low: int, high: int | None, words: str) -> None:
    assert how_many(Quantity(at("40 مدنيا"), "killed", low, high)) == words


def test_a_heading_tells_what_is_known_of_a_report() -> None:
    report = Report("f" * 64, TEXT, b"", outlet="الواحة", title="عنوان", published=date(2019, 5, 2), key="k")
    assert heading(report).plain == "ffffffffffff  \u2068الواحة\u2069 · 2019-05-02 · k · \u2068عنوان\u2069"
    assert heading(Report("f" * 64, TEXT, b"")).plain == "ffffffffffff  no outlet named · no date"


def test_contents_within_contents_are_bracketed_by_number() -> None:
    shown = marked(TEXT, (DENIAL, INNER), coloured=False).plain
    assert shown == "نفى الناطق [1: قصف [2: حي الزهور :2] أمس :1]، وقال إن 40 مدنيا قُتلوا."


def test_colour_opens_contents_with_a_number_and_closes_them_with_the_colour() -> None:
    shown = marked(TEXT, (DENIAL, INNER), coloured=True)
    assert shown.plain == "نفى الناطق [1]قصف [2]حي الزهور أمس، وقال إن 40 مدنيا قُتلوا."
    styles = {shown.plain[span.start : span.end]: span.style for span in shown.spans}
    assert styles["قصف "] == styles[" أمس"] != styles["حي الزهور"]


def test_a_shown_report_without_a_terminal_has_neither_colour_nor_broken_lines() -> None:
    report = Report("f" * 64, "جملة طويلة " * 40 + "\n\n" + TEXT, b"")
    where, page = screen()
    show(report, (), where)
    assert "\x1b" not in page.getvalue()
    assert any("جملة طويلة " * 39 in line for line in page.getvalue().splitlines())


def test_a_shown_report_on_a_terminal_is_broken_and_set_to_the_right() -> None:
    report = Report("f" * 64, "جملة طويلة جدا " * 40, b"")
    where, page = screen(width=60, coloured=True)
    show(report, (), where)
    body = [Text.from_ansi(line) for line in page.getvalue().splitlines() if "جملة" in line]
    assert len(body) > 5
    assert all(line.cell_len == 60 and line.plain.strip().startswith("\u2068") for line in body)


ROWS = {
    "deny.nafa": Row("deny.nafa", "cues", "arabic", {"act": "deny", "source": "newspaper usage"}),
    "place.zuhur": Row("place.zuhur", "places", "syria", {"en": "Flower Quarter", "country": "SY"}),
}


def test_an_explanation_names_words_and_rows_for_each_field() -> None:
    told = plain(explanation(DENIAL, ROWS))
    for line in (
        "cue        نفى  characters 0 to 3",
        "           because deny.nafa in arabic/cues (act deny; from newspaper usage)",
        "act        deny\n           because نفى: deny.nafa in arabic/cues",
        "type       chemical_attack\n           because قصف: happening.qasf",
        "denied     yes",
        "place      حي الزهور  characters 15 to 24\n           because place.zuhur in syria/places (en Flower Quarter",
        "time       2019-05-01  أمس  characters 25 to 28",
        "quantities killed 40 or more  40 مدنيا",
        "doubt      two places are called حي الزهور",
    ):
        assert line in told


@pytest.mark.parametrize(("setting", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_no_colour_means_brackets(
    setting: dict[str, str], coloured: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in ({"FORCE_COLOR": "1", "TERM": "xterm-256color"} | setting).items():
        monkeypatch.setenv(name, value)
    show(Report("f" * 64, TEXT, b""), (DENIAL, INNER), output())
    out = capsys.readouterr().out
    assert ("[2: " in out) is not coloured
    assert ("[2]" in out) is coloured


PLACE = Place("p1", "دوما", "Douma", "city", "SY", "Rif Dimashq", 33.57, 36.4, 8.0, 0.7, ("spelled exactly so",))


@pytest.mark.parametrize("width", [None, 100])
def test_places_are_printed_with_coordinates_and_reasons(width: int | None) -> None:
    where, page = screen(width=width)
    print_places("دوما", (PLACE,), where)
    for part in ("Douma", "SY, Rif Dimashq", "33.5700, 36.4000 ±8 km", "0.70", "spelled exactly so"):
        assert part in page.getvalue()


def test_a_name_that_no_place_bears_is_told() -> None:
    where, page = screen()
    print_places("لامكان", (), where)
    assert "no place of this name is known" in page.getvalue()
