"""A claim: one proposition of a report, together with who is made responsible for it (docs/codebook.md)."""

from dataclasses import dataclass, field
from typing import NamedTuple

from riwaya.mentions.mention import Mention, Quantity, Time


@dataclass(frozen=True, slots=True)
class Source:
    """One link of an attribution chain; `mention` is None where the subject is dropped or cannot be named."""

    mention: Mention | None
    name: str | None
    kind: str
    of: Mention | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What is said to have happened, or not to have happened where `denied`."""

    type: str
    denied: bool = False
    agents: tuple[Mention, ...] = ()
    targets: tuple[Mention, ...] = ()
    places: tuple[Mention, ...] = ()
    time: Time | None = None
    quantities: tuple[Quantity, ...] = ()


class Reason(NamedTuple):
    """Why a field has its value: the field, the pack row or rule, and the words it rests on."""

    field: str
    entry: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim of a report. `cue` is None and `sources` empty where the report speaks in its own voice.

    `confidence` is how likely a careful reader is to have drawn the same claim (its words, origin, act, type and denial),
    from 0 to 1; None where nobody weighed it, as in annotations made by hand. It says nothing of whether the claim is true.
    """

    id: str
    report: str
    content: Mention
    cue: Mention | None
    sources: tuple[Source, ...]
    voice: str
    act: str
    certainty: str
    event: Event
    reasons: tuple[Reason, ...] = field(default=())
    doubts: tuple[str, ...] = field(default=())
    confidence: float | None = None
