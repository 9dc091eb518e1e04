"""Scores claims that were read against claims that were checked by hand, as docs/codebook.md writes both down."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from riwaya.words.clitics import openings
from riwaya.words.token import tokens

Claim = dict[str, Any]
Count = tuple[int, int, int]  # right, checked by hand, read

LEAST = 0.5
"""The overlap from which two contents, and two names, are the same."""


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
    """The claims that are the same words, one to one: best overlap first, then the same origin."""
    likely = [
        (overlap(a, b), same_origin(a, b), -i, -j)
        for i, a in enumerate(checked)
        for j, b in enumerate(read)
        if overlap(a, b) >= LEAST
    ]
    left, right, out = set[int](), set[int](), []
    for _, _, i, j in sorted(likely, reverse=True):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            out.append((checked[-i], read[-j]))
    return out


def _attributed(claims: Iterable[Claim]) -> int:
    return sum(bool(claim["sources"]) for claim in claims)


def counts(checked: Sequence[Claim], read: Sequence[Claim]) -> dict[str, Count]:
    """What is right in one report: `claim`, `attributed` (with a source, and the origin right), and the fields."""
    pairs = paired(checked, read)
    spoken = [(a, b) for a, b in pairs if a["sources"] and b["sources"]]
    fields: dict[str, Callable[[Claim], Any]] = {
        "act": lambda claim: claim["act"],
        "type": lambda claim: claim["event"]["type"],
        "denied": lambda claim: claim["event"]["denied"],
    }
    found = {
        "claim": (len(pairs), len(checked), len(read)),
        "attributed": (sum(same_origin(a, b) for a, b in spoken), _attributed(checked), _attributed(read)),
    }
    for name, field in fields.items():
        found[name] = (sum(field(a) == field(b) for a, b in pairs), len(pairs), len(pairs))
    return found


def f1(count: Count) -> float:
    """The harmonic mean of precision and recall; of fields, the share right among paired claims."""
    right, checked, read = count
    return 2 * right / (checked + read) if checked + read else 1.0


def figures(reports: Iterable[dict[str, Count]]) -> dict[str, float]:
    """The figures over several reports, each claim counting once."""
    total: dict[str, Count] = {}
    for report in reports:
        for name, (right, checked, read) in report.items():
            a, b, c = total.get(name, (0, 0, 0))
            total[name] = (a + right, b + checked, c + read)
    return {name: f1(count) for name, count in total.items()}
