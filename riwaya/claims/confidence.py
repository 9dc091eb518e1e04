"""How sure the reading is of a claim: the signs by which it shows that a careful person would have drawn it the same."""

from collections.abc import Iterator, Mapping

from riwaya.claims.claim import Claim
from riwaya.claims.weighing import NONE

_STEPS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
_LENGTH = 40  # characters; how long a content is counted in steps of so many


def confidence_signs(claim: Claim, likely: Mapping[str, float], passing: str) -> Iterator[str]:
    """The signs of a claim as it was drawn; `likely` is how likely each type was, `passing` how it hangs on another run.

    They speak of how it was read, never of who speaks or of what: no name and no word of the content is among them.
    """
    event = claim.event
    others = sorted((chance for kind, chance in likely.items() if kind not in (event.type, NONE)), reverse=True)
    yield "bias"
    yield f"type:{_step(likely.get(event.type, 0.0))}"
    yield f"next:{_step(others[0] if others else 0.0)}"
    yield f"none:{_step(likely.get(NONE, 0.0))}"
    yield f"kind:{event.type}"
    yield from _of_origin(claim)
    yield f"act:{claim.act}"
    yield f"denied:{event.denied}"
    yield f"voice:{claim.voice}"
    yield f"certainty:{claim.certainty}"
    yield f"passing:{passing}"
    yield f"length:{min(8, len(claim.content.text) // _LENGTH)}"
    yield f"agents:{min(2, len(event.agents))}"
    yield f"targets:{min(2, len(event.targets))}"
    yield f"places:{min(3, len(event.places))}"
    yield f"counted:{min(2, len(event.quantities))}"
    yield f"time:{event.time is not None}"


def _of_origin(claim: Claim) -> Iterator[str]:
    """The signs of how the origin was found: named, carried on, or by which rule."""
    if not claim.sources:
        yield "origin:none"
        return
    origin = claim.sources[0]
    why = next((reason.entry for reason in claim.reasons if reason.field == "sources"), "")
    rule = why if why.startswith("rule.") else "row"
    yield f"origin:{origin.kind}:{'named' if origin.mention else 'carried'}"
    yield f"found:{rule}"
    yield f"found:{rule}:{origin.kind}"
    yield f"links:{min(3, len(claim.sources))}"
    if claim.cue:
        yield f"cue:{claim.cue.entry}"


def _step(chance: float) -> int:
    return sum(chance >= step for step in _STEPS)
