"""Whatever the bytes and the name, reading gives reports and messages, never an exception."""

import gzip

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from riwaya.reports.report import sealed
from riwaya.reports.take import Report, Unreadable, take

ENDINGS = ("", ".txt", ".json", ".jsonl", ".csv", ".tsv", ".html", ".xml", ".gz", ".pdf")
names = st.one_of(st.text(max_size=20), st.sampled_from([f"a{ending}" for ending in ENDINGS]))
pieces = st.sampled_from(
    [
        "قتل ثلاثة في البلدة. ", "{", "}", "[", "]", '"', '"text":', '{"text": "قتل"}', ",", ";", "\t", "\n", "\r",
        "text,id\n",
        "<html>", "<body>", "<p>", "</p>", "<!--", "<?xml ", "<article>", "(", ")", "رويترز", " - ", ":", "\u202e",
        "\ufeff",
        "\u0640", "\\ud83d", "٣١/١٣/٢٠١٥", '"published":', "&#0;", "\x0b", "\u2028", "😀",
    ]
)  # fmt: skip
written = st.lists(pieces, max_size=30).map("".join)
encoded = st.tuples(written, st.sampled_from(["utf-8", "utf-16", "utf-16-be", "cp1256"])).map(
    lambda pair: pair[0].encode(pair[1], "replace")
)
torn = st.tuples(encoded, st.binary(max_size=8), encoded).map(b"".join)
originals = st.one_of(st.binary(max_size=300), encoded, torn, torn.map(gzip.compress))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(names, originals)
def test_reading_never_raises_and_what_it_gives_holds_together(name: str, original: bytes) -> None:
    for found in take(name, original):
        if isinstance(found, Unreadable):
            assert found.cause and found.cure and str(found).isprintable()
        else:
            assert isinstance(found, Report)
            assert found.id == sealed(found.original)
            assert any(c.isalpha() for c in found.text)
            found.text.encode("utf-8")
