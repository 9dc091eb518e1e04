"""How fast reports are read on one core, in how much memory, and which room takes how much of the time.

    python benchmarks/reading.py [FILE …] [--limit N] [--profile N]

FILE holds reports in any form that `riwaya read` takes (JSON lines, packed or not); without one, examples/reports are read.
Times are of the processor, not of the clock, so that other programs on the machine matter little. The bare folding
and tokenising of the same texts is timed in the same run. The shares of the rooms come from a second reading with a clock
around each finder, which slows it down a little; the first reading is the one that counts. Where Riwaya is compiled, what
lies inside a room cannot be clocked, and the rooms alone are told: `PYTHONPATH=. python benchmarks/reading.py` reads with the
sources instead.
"""

import argparse
import cProfile
import pstats
import resource
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from typing import Any
from unittest.mock import patch

from riwaya import pipeline
from riwaya.mentions import find as find_room
from riwaya.mentions import places as place_finder
from riwaya.passages.split import split
from riwaya.reports.report import Report
from riwaya.reports.take import take
from riwaya.words.fold import fold
from riwaya.words.token import tokens

EXAMPLES = Path(__file__).parents[1] / "examples" / "reports"
COMPILED = not str(find_room.__file__).endswith(".py")
_ROOMS = {
    "passages": (pipeline, "split"),
    "mentions": (pipeline, "find"),
    "claims": (pipeline, "draw"),
}
_FINDERS = {
    "mentions: words of the tables": (find_room, "_tags"),
    "mentions: names of actors, outlets": (find_room, "_names"),
    "mentions: places": (place_finder, "find"),
    "mentions: times": (find_room, "times"),
    "mentions: numbers": (find_room, "numbers"),
}
CLOCKED = _ROOMS if COMPILED else _ROOMS | _FINDERS
"""What is clocked in the second reading: the rooms, and the finders as the opener of `mentions` knows them."""


@dataclass(frozen=True, slots=True)
class Pace:
    """One reading: processor seconds of each half, claims drawn, and the peak of memory after each half, in bytes."""

    seconds: tuple[float, float]
    claims: int
    peaks: tuple[int, int]


def reports(paths: Iterable[Path], limit: int) -> Iterator[Report]:
    """The reports of files and folders, at most `limit` (0 for all); what cannot be read is told on standard error."""
    given = 0
    files = (file for path in paths for file in (sorted(path.iterdir()) if path.is_dir() else [path]))
    for file in files:
        for found in take(file.name, file.read_bytes()):
            if not isinstance(found, Report):
                print(found, file=sys.stderr)
                continue
            yield found
            given += 1
            if given == limit:
                return


def peak() -> int:
    """The most memory that this process has held so far, in bytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def read(given: list[Report]) -> Pace:
    """Read all reports once, one after another."""
    middle = len(given) // 2
    seconds: list[float] = []
    peaks: list[int] = []
    claims = 0
    for half in (given[:middle], given[middle:]):
        started = process_time()
        for report in half:
            claims += len(pipeline.read(report))
        seconds.append(process_time() - started)
        peaks.append(peak())
    return Pace((seconds[0], seconds[1]), claims, (peaks[0], peaks[1]))


def bare(given: list[Report], work: Callable[[str], Any]) -> float:
    """The processor seconds of some work on the texts alone."""
    started = process_time()
    for report in given:
        work(report.text)
    return process_time() - started


def shares(given: list[Report]) -> tuple[dict[str, float], float]:
    """The processor seconds within each room and finder, and of the whole, in a second reading."""
    spent: defaultdict[str, float] = defaultdict(float)

    def clocked(name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*arguments: Any, **named: Any) -> Any:
            started = process_time()
            try:
                return work(*arguments, **named)
            finally:
                spent[name] += process_time() - started

        return timed

    with ExitStack() as stack:
        for name, (home, function) in CLOCKED.items():
            work = getattr(home, function)
            if function == "_names":  # a list of names: what takes time is going through a line with it
                names = work()
                stack.enter_context(
                    patch.object(names, "all", clocked(name, lambda line, all=names.all: list(all(line))))
                )
            else:
                stack.enter_context(patch.object(home, function, clocked(name, work)))
        started = process_time()
        for report in given:
            pipeline.read(report)
        return spent, process_time() - started


def told(given: list[Report], pace: Pace, before: int) -> Iterator[str]:
    """The lines to print of a reading."""
    sentences = sum(len(split(report.text)) for report in given)
    letters = sum(len(report.text) for report in given)
    seconds = sum(pace.seconds)
    yield f"{len(given)} reports, {sentences} sentences, {letters:,} characters, {pace.claims} claims"
    yield f"reading              {seconds:8.2f} s   {len(given) / seconds:7.1f} reports/s   {sentences / seconds:8.0f} sentences/s"
    halves = (len(given) // 2, len(given) - len(given) // 2)
    first, second = (number / spent if spent else 0.0 for number, spent in zip(halves, pace.seconds, strict=True))
    yield f"  first half {first:.1f} reports/s, second half {second:.1f} reports/s"
    folding, tokenising = bare(given, fold), bare(given, tokens)
    yield f"folding alone        {folding:8.2f} s   reading takes {seconds / max(folding, 1e-9):,.0f} times as long"
    yield f"folding and tokens   {tokenising:8.2f} s   reading takes {seconds / max(tokenising, 1e-9):,.1f} times as long"
    most, least = (figure / 1e6 for figure in (pace.peaks[1], pace.peaks[0]))
    yield f"peak memory {most:.0f} MB; {before / 1e6:.0f} MB with packs loaded, +{most - least:.1f} MB in the second half"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--limit", type=int, default=0, help="at most so many reports; 0 for all")
    parser.add_argument("--profile", type=int, default=0, metavar="N", help="print the N functions that take most time")
    options = parser.parse_args()
    given = list(reports(options.files or [EXAMPLES], options.limit))
    if len(given) < 2:
        raise SystemExit("at least two reports are needed")
    pipeline.ready()  # as `riwaya read` does before its first report
    before = peak()
    print("compiled" if COMPILED else "plain Python")
    print(*told(given, read(given), before), sep="\n")
    spent, whole = shares(given)
    rooms = sum(spent[name] for name in ("passages", "mentions", "claims"))
    print(
        f"shares of a second reading of {whole:.2f} s, word forms already known ({whole - rooms:.2f} s outside the rooms)"
    )
    for name in CLOCKED:
        print(f"  {name:36} {spent[name]:7.2f} s  {spent[name] / max(whole, 1e-9):6.1%}")
    if options.profile:
        profile = cProfile.Profile()
        profile.enable()
        for report in given:
            pipeline.read(report)
        profile.disable()
        pstats.Stats(profile).sort_stats("tottime").print_stats(options.profile)


if __name__ == "__main__":
    main()
