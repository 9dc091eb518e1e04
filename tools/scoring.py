"""Scores claims that were read against claims that were checked by hand, as docs/codebook.md writes both down."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from riwaya.words.clitics import openings
from riwaya.words.token import tokens

Claim = dict[str, Any]
Count = tuple[int, int, int]  # right, checked by hand, read

LEAST = 0.5
"""The overlap from which two contents, and two names, are the same."""


def reports(folders: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """The annotated reports of folders of JSON files, in order of their names."""
    for file in sorted(file for folder in folders for file in folder.glob("*.json")):
        yield json.loads(file.read_text("utf-8"))


def overlap(one: Claim, other: Claim) -> float:
    """Dice's coefficient of two contents, over their characters."""
    a, b, c, d = (int(each["content"][end]) for each in (one, other) for end in ("start", "end"))
    return 2 * max(0, min(b, d) - max(a, c)) / max(1, b - a + d - c)


def words(name: str) -> Counter[str]:
    """The words of a name without what is glued before them, so that والمصدر and مصدر are one."""
    shortest = (
        min((form for _, form in openings(token.form)), key=len) for token in tokens(name) if token.kind == "word"
    )
    return Counter(form.removeprefix("ال") if len(form) > 4 else form for form in shortest)


def same_name(one: str, other: str) -> bool:
    """Whether at least half of the words of two names are the same words."""
    a, b = words(one), words(other)
    return 2 * (a & b).total() >= LEAST * (a.total() + b.total()) > 0


def same_origin(one: Claim, other: Claim) -> bool:
    """Whether two claims have the same first source; two that nobody is named for have."""
    if not one["sources"] or not other["sources"]:
        return not one["sources"] and not other["sources"]
    a, b = one["sources"][0], other["sources"][0]
    if "unspecified" in (a["kind"], b["kind"]):
        return bool(a["kind"] == b["kind"])
    return any(same_name(x, y) for x in _names(a) for y in _names(b))


def _names(source: Claim) -> list[str]:
    mention = source["mention"]
    return [name for name in (mention and mention["text"], source["name"]) if name]


def paired(checked: Sequence[Claim], read: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """The claims that are the same words, one to one: best overlap first, the same origin and type counting for it too."""
    likely = [
        (overlap(a, b) + _agreement(a, b), -i, -j)
        for i, a in enumerate(checked)
        for j, b in enumerate(read)
        if overlap(a, b) >= LEAST
    ]
    left, right, out = set[int](), set[int](), []
    for _, i, j in sorted(likely, reverse=True):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            out.append((checked[-i], read[-j]))
    return out


def _agreement(one: Claim, other: Claim) -> float:
    """What the same origin and the same type are worth beside the overlap where several claims hold the same words."""
    return 0.5 * same_origin(one, other) + 0.25 * (FIELDS["type"](one) == FIELDS["type"](other))


def same_chain(one: Claim, other: Claim) -> bool:
    """Whether two claims have the same origin and the same relays in the same order."""
    if len(one["sources"]) != len(other["sources"]) or not same_origin(one, other):
        return False
    pairs = zip(one["sources"][1:], other["sources"][1:], strict=True)
    return all(any(same_name(x, y) for x in _names(a) for y in _names(b)) for a, b in pairs)


def drawn_alike(one: Claim, other: Claim) -> bool:
    """Whether origin, act, type and denial of two claims with the same words are the same: the ledger's figure."""
    return same_origin(one, other) and all(
        FIELDS[name](one) == FIELDS[name](other) for name in ("act", "type", "denied")
    )


FIELDS: dict[str, Callable[[Claim], Any]] = {
    "act": lambda claim: claim["act"],
    "type": lambda claim: claim["event"]["type"],
    "denied": lambda claim: claim["event"]["denied"],
    "voice": lambda claim: claim["voice"],
    "certainty": lambda claim: claim["certainty"],
}

_SLOTS: dict[str, Callable[[Any, Any], bool]] = {
    "agent": lambda a, b: same_name(a["text"], b["text"]),
    "target": lambda a, b: same_name(a["text"], b["text"]),
    "place": lambda a, b: same_name(a["text"], b["text"]),
    "time": lambda a, b: (a["from"], a["to"]) == (b["from"], b["to"]),
    "quantities": lambda a, b: (a["unit"], a["low"], a["high"]) == (b["unit"], b["low"], b["high"]),
}


def _slot(claim: Claim, name: str) -> list[Any]:
    value = claim["event"].get(name) or []
    return value if isinstance(value, list) else [value]


def _in_common(checked: list[Any], read: list[Any], same: Callable[[Any, Any], bool]) -> int:
    left, right = list(read), 0
    for each in checked:
        found = next((other for other in left if same(each, other)), None)
        if found is not None:
            left.remove(found)
            right += 1
    return right


def _attributed(claims: Iterable[Claim]) -> int:
    return sum(bool(claim["sources"]) for claim in claims)


def counts(checked: Sequence[Claim], read: Sequence[Claim]) -> dict[str, Count]:
    """What is right in one report: `claim`, `attributed` (with a source, and the origin right), `chain`, `ledger` (origin,
    act, type and denial right), the fields of paired claims, and the slots of all claims."""
    pairs = paired(checked, read)
    spoken = [(a, b) for a, b in pairs if a["sources"] and b["sources"]]
    with_source = _attributed(checked), _attributed(read)
    found = {
        "claim": (len(pairs), len(checked), len(read)),
        "attributed": (sum(same_origin(a, b) for a, b in spoken), *with_source),
        "chain": (sum(same_chain(a, b) for a, b in spoken), *with_source),
        "ledger": (sum(drawn_alike(a, b) for a, b in pairs), len(checked), len(read)),
    }
    for name, field in FIELDS.items():
        found[name] = (sum(field(a) == field(b) for a, b in pairs), len(pairs), len(pairs))
    for name, same in _SLOTS.items():
        right = sum(_in_common(_slot(a, name), _slot(b, name), same) for a, b in pairs)
        found[name] = right, sum(len(_slot(a, name)) for a in checked), sum(len(_slot(b, name)) for b in read)
    return found


def f1(count: Count) -> float:
    """The harmonic mean of precision and recall; of fields, the share right among paired claims."""
    right, checked, read = count
    return 2 * right / (checked + read) if checked + read else 1.0


def totals(reports: Iterable[dict[str, Count]]) -> dict[str, Count]:
    """The counts over several reports, each claim counting once."""
    total: dict[str, Count] = {}
    for report in reports:
        for name, (right, checked, read) in report.items():
            a, b, c = total.get(name, (0, 0, 0))
            total[name] = (a + right, b + checked, c + read)
    return total


def figures(reports: Iterable[dict[str, Count]]) -> dict[str, float]:
    """The figures over several reports, each claim counting once."""
    return {name: f1(count) for name, count in totals(reports).items()}
