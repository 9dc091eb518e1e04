"""Invented reports with claims made by hand, for tests that need no reading."""

from datetime import date

from riwaya.claims.claim import Claim, Event, Reason, Source
from riwaya.mentions.mention import Mention, Quantity, Time
from riwaya.reports.report import Report, sealed
from riwaya.words.span import Span

TEXT = (
    "نفى ناطق باسم كتيبة النخيل، في بيان نقلته وكالة الواحة، قصف حي الزهور أمس. "
    "وقال شهود إن {number} مدنيا قُتلوا في القصف، وإن الطائرات عادت والقصف مستمر."
)


def mention(text: str, words: str, entry: str = "") -> Mention:
    start = text.index(words)
    return Mention(Span(start, start + len(words)), words, entry)


def report(number: int = 1, **known: object) -> Report:
    text = TEXT.format(number=number)
    original = f"{number}\n{text}".encode()
    about = {"outlet": "الواحة", "published": date(2019, 5, 2), "key": f"invented-{number}"} | known
    return Report(sealed(original), text, original, **about)  # type: ignore[arg-type]


def claims(of: Report) -> tuple[Claim, ...]:
    text = of.text
    counted = text[text.index("إن ") + 3 : text.index(" قُتلوا")]
    denial = Claim(
        id=f"{of.id[:12]}#1",
        report=of.id,
        content=mention(text, "قصف حي الزهور أمس"),
        cue=mention(text, "نفى", "deny.nafa"),
        sources=(
            Source(mention(text, "ناطق"), "ناطق", "unnamed", mention(text, "كتيبة النخيل")),
            Source(mention(text, "وكالة الواحة"), "وكالة الواحة", "media"),
        ),
        voice="indirect",
        act="deny",
        certainty="certain",
        event=Event(
            "shelling",
            denied=True,
            agents=(mention(text, "كتيبة النخيل", "actor.nakhil"),),
            targets=(mention(text, "حي الزهور"),),
            places=(mention(text, "حي الزهور", "place.zuhur"),),
            time=Time(mention(text, "أمس"), "2019-05-01", "2019-05-01"),
        ),
        reasons=(Reason("act", "deny.nafa", "نفى"),),
        doubts=("two places share this name",),
    )
    killed = Quantity(mention(text, counted), "killed", int(counted.split()[0]), None)
    toll = Claim(
        id=f"{of.id[:12]}#2",
        report=of.id,
        content=mention(text, f"{counted} قُتلوا في القصف"),
        cue=mention(text, "وقال"),
        sources=(Source(mention(text, "شهود"), "شهود", "unnamed"),),
        voice="indirect",
        act="assert",
        certainty="certain",
        event=Event("airstrike", quantities=(killed,)),
    )
    narrated = Claim(
        id=f"{of.id[:12]}#3",
        report=of.id,
        content=mention(text, "الطائرات عادت والقصف مستمر"),
        cue=None,
        sources=(),
        voice="narrative",
        act="assert",
        certainty="possible",
        event=Event("airstrike", agents=(mention(text, "الطائرات"),)),
    )
    return denial, toll, narrated
