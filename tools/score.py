"""Score the reading against annotated reports.

    python tools/score.py [REPORTS …] [--least CONFIDENCE] [--json]

REPORTS are folders of JSON reports in the shape of docs/codebook.md ({id, outlet, url, published, text, claims}); without one,
the golden reports of the tests. Prints precision, recall and F1 of each figure, and the 95 % interval of the ledger's
figure over reports drawn again and again with replacement.
"""

import argparse
import json
import random
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from scoring import Count, counts, f1, reports, totals

from riwaya import pipeline
from riwaya.claims.record import record
from riwaya.reports.report import Report

GOLDEN = Path(__file__).parents[1] / "tests" / "golden" / "reports"
_AGAIN = 1000  # times that the reports are drawn again


def scored(annotated: dict[str, Any], least: float) -> dict[str, Count]:
    """The counts of one annotated report, read without the claims that are less sure than `least`."""
    published = date.fromisoformat(annotated["published"]) if annotated.get("published") else None
    outlet, url = annotated.get("outlet") or "", annotated.get("url") or ""
    report = Report("0" * 64, annotated["text"], b"", outlet=outlet, url=url, published=published)
    claims = [claim for claim in pipeline.read(report) if claim.confidence is None or claim.confidence >= least]
    return counts(annotated["claims"], record(report, claims)["claims"])


def interval(each: list[dict[str, Count]], name: str) -> tuple[float, float]:
    """The bounds of the middle 95 % of a figure over reports drawn again with replacement."""
    draw = random.Random(0)
    found = sorted(f1(totals(draw.choices(each, k=len(each)))[name]) for _ in range(_AGAIN))
    return found[int(0.025 * _AGAIN)], found[int(0.975 * _AGAIN)]


def table(total: dict[str, Count]) -> Iterable[str]:
    """The lines of the table: what, precision, recall, F1 and the counts they come from."""
    yield f"{'':12}{'P':>7}{'R':>7}{'F1':>7}{'right':>8}{'due':>7}{'read':>7}"
    for name, (right, due, read) in total.items():
        precision, recall = right / read if read else 0.0, right / due if due else 0.0
        f = f1((right, due, read))
        yield f"{name:12}{precision:7.3f}{recall:7.3f}{f:7.3f}{right:8}{due:7}{read:7}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="*", type=Path, default=[GOLDEN])
    parser.add_argument("--least", type=float, default=0.0, metavar="CONFIDENCE")
    parser.add_argument("--json", action="store_true", help="print the counts as JSON")
    options = parser.parse_args()
    each = [scored(report, options.least) for report in reports(options.reports)]
    if not each:
        parser.exit(1, f"no annotated reports (*.json) in {', '.join(map(str, options.reports))}\n")
    total = totals(each)
    if options.json:
        print(json.dumps(total))
        return
    print(f"{len(each)} reports")
    print("\n".join(table(total)))
    low, high = interval(each, "ledger")
    print(f"ledger F1, 95 % interval over reports: {low:.3f} to {high:.3f}")


if __name__ == "__main__":
    main()
