"""What is installed reads as the sources do: compiling changes the speed and nothing else."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
REPORTS = [
    *sorted((ROOT / "examples" / "reports").iterdir()),
    *sorted((ROOT / "tests" / "golden" / "reports").glob("*.json")),
]
READ = """
import json, sys
from pathlib import Path
from riwaya import pipeline
from riwaya.claims.record import claim_record
from riwaya.reports.report import Report
from riwaya.reports.take import take
print("plain" if sys.modules[pipeline.draw.__module__].__file__.endswith(".py") else "compiled")
for name in sys.argv[1:]:
    for report in take(name, Path(name).read_bytes()):
        if isinstance(report, Report):
            print(json.dumps([claim_record(claim, entries=True) for claim in pipeline.read(report)], ensure_ascii=False))
"""


def read(*flags: str) -> tuple[str, list[list[object]]]:
    """How Riwaya runs under these flags of Python, and the claims of each report that it reads; -I hides the sources."""
    files = [str(file) for file in REPORTS]
    done = subprocess.run(
        [sys.executable, *flags, "-c", READ, *files], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    kind, *lines = done.stdout.splitlines()
    return kind, [json.loads(line) for line in lines]


@pytest.mark.skipif(
    "RIWAYA_INSTALLED" not in os.environ, reason="make compiled installs what stands here, and asks for it"
)
def test_what_is_installed_reads_as_the_sources_do() -> None:
    kind, installed = read("-I")
    if kind == "plain":
        pytest.skip("Riwaya is installed here as plain Python")
    sources, mine = read()
    assert sources == "plain"
    assert sum(map(len, mine)) > 100
    assert installed == mine
