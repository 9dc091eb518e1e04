"""What a place name could be, best first."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from riwaya.mentions.mention import Place
from riwaya.terminal.bidi import isolated
from riwaya.terminal.screen import Screen


def place_record(name: str, candidates: Sequence[Place]) -> dict[str, Any]:
    """A name and its candidates, ready for JSON."""
    return {"name": name, "candidates": [asdict(place) for place in candidates]}


def print_places(name: str, candidates: Sequence[Place], screen: Screen) -> None:
    """Print a name's candidates: a table on a terminal, a line each elsewhere."""
    screen.line((isolated(name), "bold"), "" if candidates else "  no place of this name is known")
    if not candidates:
        return
    if screen.width is None:
        for rank, place in enumerate(candidates, 1):
            screen.line("  ".join((f"{rank}.", *_cells(place), "; ".join(map(isolated, place.reasons)))))
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in ("name", "English", "kind", "country, area", "coordinates", "score"):
        table.add_column(column, no_wrap=column in ("coordinates", "score"))
    for place in candidates:
        table.add_row(*map(Text, _cells(place)))
        if place.reasons:
            table.add_row("", Text("; ".join(map(isolated, place.reasons)), style="dim"))
    screen.console.print(table)


def _cells(place: Place) -> tuple[str, ...]:
    where = ", ".join(isolated(part) for part in (place.country, place.admin) if part)
    at = f"{place.latitude:.4f}, {place.longitude:.4f} ±{place.precision_km:g} km"
    return isolated(place.name), place.english, place.kind, where, at, f"{place.score:.2f}"
