"""The command line: `riwaya read`, `claims`, `show`, `explain`, `places`, `packs check` and `verify`."""

import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from riwaya import __version__
from riwaya.claims.record import claim_record
from riwaya.store.seam import LedgerError, Question
from riwaya.store.sqlite import open_ledger
from riwaya.terminal.claim_lines import ACTS
from riwaya.terminal.claim_list import listed_record, print_claims
from riwaya.terminal.entries import ACTORS, PLACES, named
from riwaya.terminal.explanation import explanation
from riwaya.terminal.paths import STANDARD_INPUT, inputs
from riwaya.terminal.place_table import place_record, print_places
from riwaya.terminal.progress import Bar
from riwaya.terminal.reading import Given, outcomes
from riwaya.terminal.report_page import show as print_report
from riwaya.terminal.screen import complain, output, write_json
from riwaya.terminal.tally import Tally, plural
from riwaya.terminal.told import Telling, print_counts, told
from riwaya.terminal.workers import defect
from riwaya.words import pack

app = typer.Typer(
    name="riwaya",
    help="Reads conflict reporting in Arabic and keeps a ledger of who claims what, in which words, through whom.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
)
packs = typer.Typer(help="The word lists that the reading knows.", no_args_is_help=True)
app.add_typer(packs, name="packs")

TYPES = sorted(pack.VALUES["happenings", "type"] - {"attack"})


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no date; write it as 2018-04-06") from None


def _one_of(allowed: Sequence[str]) -> Callable[[str], str]:
    def checked(given: str) -> str:
        if given and given not in allowed:
            raise typer.BadParameter(f"{given!r} is not one of {', '.join(allowed)}")
        return given

    return checked


def _version(wanted: bool) -> None:
    if wanted:
        output().line(f"riwaya {__version__}")
        raise typer.Exit


LedgerFile = Annotated[
    Path, typer.Option("--ledger", metavar="FILE", envvar="RIWAYA_LEDGER", help="The ledger's file.", show_envvar=True)
]
Since = Annotated[date | None, typer.Option(parser=_day, metavar="YYYY-MM-DD", help="Happened on this day or later.")]
Until = Annotated[date | None, typer.Option(parser=_day, metavar="YYYY-MM-DD", help="Happened on this day or before.")]
Limit = Annotated[int | None, typer.Option(min=0, help="At most so many, 0 for all; else 100, all with --json.")]
MinConfidence = Annotated[
    float,
    typer.Option(
        min=0, max=1, metavar="0..1", help="Only claims that a careful reader would draw the same, at least so likely."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one line of JSON each, for other programs.")]
DEFAULT_LEDGER = Path("riwaya.ledger")


@app.callback()
def _riwaya(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    pass


@app.command()
def read(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Files and folders, or - for standard input.")],
    ledger: LedgerFile = DEFAULT_LEDGER,
    keep: Annotated[bool, typer.Option("--keep/--no-keep", help="Keep what is read in the ledger.")] = True,
    telling: Annotated[
        Telling | None,
        typer.Option("--print", help="What to print: counts, all claims, or the codebook's JSON, one line a report."),
    ] = None,
    published: Annotated[
        date | None,
        typer.Option(parser=_day, metavar="YYYY-MM-DD", help="The date of publication of reports that give none."),
    ] = None,
    outlet: Annotated[str, typer.Option(metavar="NAME", help="The outlet of reports that name none.")] = "",
    min_confidence: MinConfidence = 0.0,
    jobs: Annotated[int, typer.Option(min=1, metavar="N", help="How many processes read.")] = 1,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print failures, and what --print asks for.")] = False,
) -> None:
    """Read reports into claims, and keep them in a ledger.

    Reads plain text, HTML pages, and tables and records (CSV, JSON, JSON lines) with the columns id, outlet, url,
    published, title and text. A report that the ledger has is not read again. What cannot be read is named and left;
    the rest is done, and the exit status is 1. --min-confidence leaves out of what is printed the claims of which the
    reading is less sure; the ledger keeps all of them.
    """
    from riwaya import pipeline  # loads the packs: too slow for --help

    pack.shipped()  # a pack that is not sound is told once, not for every report
    screen = output()
    book = open_ledger(ledger, create=True) if keep else None
    files = inputs(paths, ledger if keep else None)
    size = sum(getattr(file, "size", 0) for file in files)
    silent = quiet and telling is None
    watched = not quiet and (telling is not Telling.CLAIMS or screen.width is None)
    tally = Tally()
    try:
        with Bar(size, watched=watched) as bar:
            given = Given(published, outlet)
            found = outcomes(files, pipeline.read, ledger=book, given=given, jobs=jobs, ready=pipeline.ready)
            for outcome in told(
                found, Telling.SUMMARY if silent else telling, screen, bar, quiet=quiet, least=min_confidence
            ):
                tally.add(outcome)
    finally:
        if book:
            book.close()
    if not silent:
        print_counts(tally, telling, str(ledger) if keep else "", screen)
    if tally.known and (published or outlet):
        complain(f"{plural(tally.known, 'report')} stayed as first read, without this --published and --outlet")
    if tally.failed:
        raise typer.Exit(1)


@app.command()
def claims(
    words: Annotated[str, typer.Option(help='Words anywhere in the claim; "between quotes" next to each other.')] = "",
    source: Annotated[str, typer.Option(help="Who speaks, or passes the words on.")] = "",
    actor: Annotated[str, typer.Option(help="Who did it, or whom it was done to; Arabic or English.")] = "",
    act: Annotated[str, typer.Option(callback=_one_of(list(ACTS)), help=", ".join(ACTS))] = "",
    type: Annotated[str, typer.Option(callback=_one_of(TYPES), help=", ".join(TYPES))] = "",
    place: Annotated[str, typer.Option(help="Where; Arabic or English.")] = "",
    since: Since = None,
    until: Until = None,
    denied: Annotated[bool | None, typer.Option("--denied/--not-denied", help="Told as not having happened.")] = None,
    min_confidence: MinConfidence = 0.0,
    limit: Limit = None,
    as_json: AsJson = False,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """List the claims of the ledger, all or those asked for.

    Search finds a word in every spelling and with what is glued before it. Dates are of the happening, or of the
    report where no time is told.
    """
    most = limit if limit is not None else 0 if as_json else 100
    question = Question(
        words=words,
        source=source,
        actor=actor,
        actor_entries=named(actor, ACTORS),
        place=place,
        place_entries=named(place, PLACES),
        act=act,
        type=type,
        denied=denied,
        since=since,
        until=until,
        min_confidence=min_confidence,
        limit=most,
    )
    with closing(open_ledger(ledger)) as book, closing(book.ask(question)) as found:
        if as_json:
            for head, claim in found:
                write_json(listed_record(head, claim))
            return
        printed = print_claims(found, output())
        total = book.number(question) if printed == most else printed
    complain(plural(total, "claim") + (f", the first {printed} shown; --limit 0 shows all" if total > printed else ""))


@app.command()
def show(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="The start of its id, its key or its address.")],
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Print a report with its claims marked, and the claims below."""
    with closing(open_ledger(ledger)) as book:
        found = book.report(report)
        print_report(found, book.claims_of(found.id), output())


@app.command()
def explain(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="REPORT#NUMBER, as `riwaya claims` prints it.")],
    as_json: AsJson = False,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Say which words and which rows of the word lists led to each field of a claim."""
    with closing(open_ledger(ledger)) as book:
        found = book.claim(claim)[1]
    if as_json:
        write_json(claim_record(found, entries=True))
        return
    screen = output()
    screen.line((found.id, "bold cyan"))
    screen.lines(explanation(found, pack.by_id()))


@app.command()
def places(
    names: Annotated[list[str], typer.Argument(metavar="NAME", help="Place names, or - for one a line on input.")],
    near: Annotated[
        list[str] | None, typer.Option(metavar="PLACE", help="A country or place that is spoken of too; repeat it.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Say what a place name could be, best first, with coordinates and the reasons."""
    from riwaya.mentions.places import could_be  # loads the gazetteer: too slow for --help

    screen = output()
    asked = (line.strip() for line in sys.stdin) if names == [STANDARD_INPUT] else iter(names)
    for name in filter(None, asked):
        candidates = could_be(name, near=tuple(near or ()))
        if as_json:
            write_json(place_record(name, candidates))
        else:
            print_places(name, candidates, screen)


@packs.command("check")
def packs_check(
    folder: Annotated[Path | None, typer.Argument(help="A folder of packs; those shipped where none is given.")] = None,
) -> None:
    """Check packs row by row: columns, values, ids, and that each row's example fires it."""
    from riwaya.words.check import fire

    if folder and not folder.is_dir():
        raise typer.BadParameter(f"there is no folder {folder}")
    rows, faults = pack.load(folder or pack.home())
    problems = [*faults, *fire(rows)]
    for problem in problems:
        complain(str(problem))
    output().line(f"{plural(len(rows), 'row')}, {plural(len(problems), 'fault')}")
    if problems or not rows:
        raise typer.Exit(1)


@app.command()
def verify(ledger: LedgerFile = DEFAULT_LEDGER) -> None:
    """Verify the ledger: the file, every original, every text, every span of every claim.

    Names the first entry that fails and every one after it; the exit status is then 1.
    """
    with closing(open_ledger(ledger)) as book:
        failed = 0
        for flaw in book.flaws():
            failed += 1
            complain(str(flaw))
        counts = book.counts()
    if failed:
        complain(f"{ledger} does not verify: {plural(failed, 'flaw')}; go back to a copy that does")
        raise typer.Exit(1)
    output().line(f"{ledger} verifies: {plural(counts.reports, 'report')}, {plural(counts.claims, 'claim')}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; leaves with status 1 where something failed, 2 where the command was not understood."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app(args=arguments)
    except LedgerError as error:
        complain(str(error))
        raise SystemExit(1) from None
    except pack.PackError as error:
        complain(f"{error}\nmend these rows; `riwaya packs check` tells when the packs are sound")
        raise SystemExit(1) from None
    except Exception as error:
        complain(defect(error))
        raise SystemExit(1) from None


if __name__ == "__main__":
    main()
