"""Where lines go: standard output for what was asked for, standard error for messages."""

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.text import Text

_NARROWEST = 40


@dataclass(frozen=True, slots=True)
class Screen:
    """A stream of lines. `width` is None where the reader is no terminal: then no line is broken."""

    console: Console
    width: int | None
    coloured: bool

    def line(self, *parts: str | Text | tuple[str, str]) -> None:
        """Print one line of parts, each plain or with its style."""
        self.console.print(Text.assemble(*parts), soft_wrap=True)

    def lines(self, lines: Iterable[Text]) -> None:
        """Print lines that are already laid out."""
        for line in lines:
            self.console.print(line, soft_wrap=True)


def output() -> Screen:
    """Standard output."""
    return _screen(Console(highlight=False, markup=False, emoji=False))


def messages() -> Screen:
    """Standard error."""
    return _screen(Console(stderr=True, highlight=False, markup=False, emoji=False))


def complain(message: str) -> None:
    """Print one message on standard error."""
    messages().line(message)


def write_json(record: Any) -> None:
    """Print a record as one line of JSON on standard output: UTF-8, no colour, no isolates."""
    sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")


def _screen(console: Console) -> Screen:
    width = max(_NARROWEST, console.width) if console.is_terminal else None
    return Screen(console, width, console.is_terminal and console.color_system is not None and not console.no_color)
