"""A claim's record is the codebook's, and the claim comes back from it whole."""

import json

from hypothesis import given
from hypothesis import strategies as st

from riwaya.claims.claim import Claim, Event, Reason, Source
from riwaya.claims.record import claim_of, claim_record, claims_of, record
from riwaya.mentions.mention import Mention, Quantity, Time
from riwaya.reports.report import Report
from riwaya.words.span import Span

words = st.text(max_size=12)
maybe_words = st.none() | words
mentions = st.builds(Mention, st.builds(Span, st.integers(0, 99), st.integers(0, 99)), words, words)
several = st.lists(mentions, max_size=2).map(tuple)
counts = st.integers(0, 10**9)
quantities = st.builds(Quantity, mentions, words, counts, st.none() | counts)
times = st.builds(Time, mentions, maybe_words, maybe_words)
numbers = st.lists(quantities, max_size=2).map(tuple)
events = st.builds(Event, words, st.booleans(), several, several, several, st.none() | times, numbers)
sources = st.builds(Source, st.none() | mentions, maybe_words, words, st.none() | mentions)
reasons = st.builds(Reason, words, words, words)
claims = st.builds(
    Claim,
    words,
    st.just("report"),
    mentions,
    st.none() | mentions,
    st.lists(sources, max_size=2).map(tuple),
    words,
    words,
    words,
    events,
    st.lists(reasons, max_size=2).map(tuple),
    st.lists(words, max_size=2).map(tuple),
)


@given(claims)
def test_a_claim_comes_back_whole_from_its_record(claim: Claim) -> None:
    assert claim_of(json.loads(json.dumps(claim_record(claim, entries=True))), "report") == claim


def test_a_record_has_the_codebooks_shape_and_nothing_else() -> None:
    said = Mention(Span(5, 8), "قصف", "happening.qasf")
    who = Mention(Span(0, 4), "ناطق")
    time = Time(said, "2019-05-01", None)
    event = Event("shelling", places=(said,), time=time, quantities=(Quantity(said, "x", 1, 2),))
    source = Source(who, "ناطق", "person", None)
    claim = Claim("abc#1", "abc", said, None, (source,), "indirect", "assert", "certain", event)
    told = {"text": "قصف", "start": 5, "end": 8}
    assert record(Report("abc", "ناطق قصف", b"", key="r1"), [claim]) == {
        "id": "r1",
        "claims": [
            {
                "id": "abc#1",
                "content": told,
                "cue": None,
                "sources": [
                    {"mention": {"text": "ناطق", "start": 0, "end": 4}, "name": "ناطق", "kind": "person", "of": None}
                ],
                "voice": "indirect",
                "act": "assert",
                "certainty": "certain",
                "event": {
                    "type": "shelling",
                    "denied": False,
                    "agent": [],
                    "target": [],
                    "place": [told],
                    "time": {"mention": told, "from": "2019-05-01", "to": None},
                    "quantities": [{"mention": told, "unit": "x", "low": 1, "high": 2}],
                },
            }
        ],
    }


def test_a_report_without_a_key_is_recorded_under_its_id() -> None:
    assert record(Report("abc", "", b""), []) == {"id": "abc", "claims": []}


def test_only_the_whole_record_tells_reasons_and_doubts() -> None:
    reasons, doubts = (Reason("act", "deny.nafa", "نفى"),), ("two places share this name",)
    claim = Claim(
        "c", "r", Mention(Span(0, 1), "ا"), None, (), "narrative", "assert", "certain", Event("other"), reasons, doubts
    )
    assert not {"reasons", "doubts"} & claim_record(claim).keys()
    whole = claim_record(claim, entries=True)
    assert whole["reasons"] == [{"field": "act", "entry": "deny.nafa", "words": "نفى"}]
    assert whole["doubts"] == ["two places share this name"]


def test_an_annotation_without_reasons_and_doubts_is_read() -> None:
    content = Mention(Span(0, 1), "ا")
    claim = Claim("c", "r", content, None, (), "narrative", "assert", "certain", Event("other"))
    shape = claim_record(claim)
    assert claims_of({"id": "r", "claims": [shape]})[0].reasons == ()
