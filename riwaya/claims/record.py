"""Claims as plain records, in the shape that the codebook writes down, and the way back."""

from collections.abc import Iterable, Mapping
from typing import Any

from riwaya.claims.claim import Claim, Event, Reason, Source
from riwaya.mentions.mention import Mention, Quantity, Time
from riwaya.reports.report import Report
from riwaya.words.span import Span

Shape = dict[str, Any]


def record(report: Report, claims: Iterable[Claim], *, entries: bool = False) -> Shape:
    """One report's claims as `{id, claims: […]}`, ready for JSON.

    `id` is the key that the report's own record gave it, else the report's id. Offsets are code points of the
    report's text, end exclusive. `entries` adds to every mention the pack row or rule that made it, and to every claim
    its reasons, doubts and confidence.
    """
    return {"id": report.key or report.id, "claims": [claim_record(claim, entries=entries) for claim in claims]}


def claim_record(claim: Claim, *, entries: bool = False) -> Shape:
    """One claim as the codebook writes it; with `entries` nothing of the claim is left out but its report."""

    def words(mention: Mention) -> Shape:
        shape: Shape = {"text": mention.text, "start": mention.span.start, "end": mention.span.end}
        return shape | {"entry": mention.entry} if entries and mention.entry else shape

    def maybe(mention: Mention | None) -> Shape | None:
        return None if mention is None else words(mention)

    event = claim.event
    shape: Shape = {
        "id": claim.id,
        "content": words(claim.content),
        "cue": maybe(claim.cue),
        "sources": [
            {"mention": maybe(s.mention), "name": s.name, "kind": s.kind, "of": maybe(s.of)} for s in claim.sources
        ],
        "voice": claim.voice,
        "act": claim.act,
        "certainty": claim.certainty,
        "event": {
            "type": event.type,
            "denied": event.denied,
            "agent": [words(m) for m in event.agents],
            "target": [words(m) for m in event.targets],
            "place": [words(m) for m in event.places],
            "time": event.time
            and {"mention": words(event.time.mention), "from": event.time.begins, "to": event.time.ends},
            "quantities": [
                {"mention": words(q.mention), "unit": q.unit, "low": q.low, "high": q.high} for q in event.quantities
            ],
        },
    }
    if entries:
        shape["reasons"] = [{"field": r.field, "entry": r.entry, "words": r.words} for r in claim.reasons]
        shape["doubts"] = list(claim.doubts)
        shape |= {} if claim.confidence is None else {"confidence": claim.confidence}
    return shape


def claims_of(record: Mapping[str, Any], report: str = "") -> tuple[Claim, ...]:
    """The claims of a record; `report` is the id of their report, the record's own id where none is given."""
    return tuple(claim_of(shape, report or record["id"]) for shape in record["claims"])


def claim_of(shape: Mapping[str, Any], report: str) -> Claim:
    """The claim that a record of it tells; `reasons` and `doubts` may be missing, as in hand-made annotations."""
    return Claim(
        id=shape["id"],
        report=report,
        content=_mention(shape["content"]),
        cue=_maybe(shape["cue"]),
        sources=tuple(Source(_maybe(s["mention"]), s["name"], s["kind"], _maybe(s["of"])) for s in shape["sources"]),
        voice=shape["voice"],
        act=shape["act"],
        certainty=shape["certainty"],
        event=_event(shape["event"]),
        reasons=tuple(Reason(r["field"], r["entry"], r["words"]) for r in shape.get("reasons", ())),
        doubts=tuple(shape.get("doubts", ())),
        confidence=shape.get("confidence"),
    )


def _event(shape: Mapping[str, Any]) -> Event:
    time = shape["time"]
    return Event(
        type=shape["type"],
        denied=shape["denied"],
        agents=tuple(map(_mention, shape["agent"])),
        targets=tuple(map(_mention, shape["target"])),
        places=tuple(map(_mention, shape["place"])),
        time=time and Time(_mention(time["mention"]), time["from"], time["to"]),
        quantities=tuple(Quantity(_mention(q["mention"]), q["unit"], q["low"], q["high"]) for q in shape["quantities"]),
    )


def _mention(shape: Mapping[str, Any]) -> Mention:
    return Mention(Span(shape["start"], shape["end"]), shape["text"], shape.get("entry", ""))


def _maybe(shape: Mapping[str, Any] | None) -> Mention | None:
    return None if shape is None else _mention(shape)
