"""How many conflict happenings are drawn, as told in the report's own voice, from articles that tell of no conflict.

    python benchmarks/false_alarms.py NEWS.jsonl.gz [--limit 500] [--seed 0] [--sample 40]

An article counts as telling of no conflict where it names no armed group, force or party to a conflict that the packs know
(actors of the kinds in PARTIES), and its text has at least 30 words. The rule looks at names only and never at the
words for happenings, so that it does not hide what it is meant to find; some articles on crime, accidents and
distant wars pass it, and claims drawn from these may be right. The articles are a random sample with a fixed seed.
Every narrative claim is counted, by the type drawn and by the word that leads it; a sample is printed to be read by eye.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from riwaya import pipeline
from riwaya.claims.claim import Claim
from riwaya.mentions.find import find
from riwaya.passages.split import split
from riwaya.reports.report import Report
from riwaya.reports.take import take
from riwaya.words.pack import by_id

PARTIES = frozenset(("group", "force"))
"""Kinds of actor that make an article one on conflict where it names them."""

LEAST = 30
"""Words that an article must have."""


def is_peaceful(report: Report) -> bool:
    """Whether a report names no party to a conflict; see above for the rule."""
    text = f"{report.title}\n{report.text}"
    sentences = split(text)
    if sum(token.kind == "word" for sentence in sentences for token in sentence.tokens) < LEAST:
        return False
    names = (name for sentence in sentences for name in find(text, sentence, report.published).names)
    return not any(row.table == "actors" and row["kind"] in PARTIES for name in names for row in name.means)


def sample(paths: list[Path], limit: int, seed: int) -> list[Report]:
    """At most `limit` articles that tell of no conflict, drawn at random, each text once."""
    known: dict[str, Report] = {}
    for path in paths:
        for found in take(path.name, path.read_bytes()):
            if isinstance(found, Report):
                known.setdefault(found.text, found)
    given = sorted(known.values(), key=lambda report: report.id)
    random.Random(seed).shuffle(given)
    return [report for _, report in zip(range(limit), filter(is_peaceful, given), strict=False)]


def alarms(report: Report) -> Iterator[Claim]:
    """The claims drawn from a report in its own voice."""
    return (claim for claim in pipeline.read(report) if claim.voice == "narrative")


def leading(claim: Claim) -> str:
    """The row of the happening that leads a claim, with its word."""
    row = by_id().get(claim.content.entry)
    form = next((cell for column in ("noun", "perfect", "imperfect") if row for cell in row.all(column)), "")
    return f"{claim.content.entry} {form}".strip()


def main() -> None:
    """Print the counts and the sample."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, metavar="NEWS")
    parser.add_argument("--limit", type=int, default=500, help="at most so many articles")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--sample", type=int, default=40, metavar="N", help="print N of the claims, drawn at random")
    options = parser.parse_args()
    articles = sample(options.files, options.limit, options.seed)
    if not articles:
        raise SystemExit("no article that tells of no conflict")
    drawn = [(report, claim) for report in articles for claim in alarms(report)]
    touched = len({report.id for report, _ in drawn})
    words = sum(len(report.text.split()) for report in articles)
    print(
        f"{len(articles)} articles, {words:,} words: {len(drawn)} narrative claims, {len(drawn) / len(articles):.2f} an article,"
    )
    print(f"{touched} articles with any ({touched / len(articles):.1%})")
    for name, counted in (
        ("types drawn", Counter(claim.event.type for _, claim in drawn)),
        ("leading words", Counter(leading(claim) for _, claim in drawn)),
    ):
        print(f"\n{name}")
        for key, times in counted.most_common(30):
            print(f"{times:6} {key}")
    print("\na sample")
    for report, claim in random.Random(options.seed).sample(drawn, min(options.sample, len(drawn))):
        print(f"{claim.event.type:18} [{leading(claim)}] {claim.content.text[:160]}\n{'':18} in: {report.title[:90]}")


if __name__ == "__main__":
    main()
