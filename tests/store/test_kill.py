"""A process that is killed while it writes leaves a ledger that opens, with each report wholly or not at all."""

import multiprocessing
import os
import random
import signal
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from invented import claims, report

from riwaya.store.seam import Counts
from riwaya.store.sqlite import open_ledger

NOW = datetime(2020, 1, 1, tzinfo=UTC)
KILLS = 30
A_ROUND = 1000  # reports a child would keep if it lived

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no fork and no SIGKILL there")


def write(path: Path, first: int) -> None:
    ledger = open_ledger(path, create=True)
    for number in range(first, first + A_ROUND):
        ledger.keep(report(number), claims(report(number)), NOW)


def test_a_ledger_whose_writer_is_killed_again_and_again_stays_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.ledger"
    chance = random.Random(20190502)
    fork = multiprocessing.get_context("fork")
    kept = 0
    for kill in range(KILLS):
        child = fork.Process(target=write, args=(path, kill * A_ROUND))
        child.start()
        time.sleep(chance.uniform(0.002, 0.035))
        assert child.pid
        os.kill(child.pid, signal.SIGKILL)
        child.join()
        assert child.exitcode == -signal.SIGKILL
        ledger = open_ledger(path, create=True)
        assert list(ledger.flaws()) == []
        for number in range(kill * A_ROUND, (kill + 1) * A_ROUND):
            if not ledger.has(report(number).id):
                break
            assert ledger.claims_of(report(number).id) == claims(report(number))
            kept += 1
        # Nothing else is there: no half of a report, no later one.
        assert ledger.counts() == Counts(kept, 3 * kept)
        ledger.close()
    assert kept > KILLS  # else the children died before they wrote anything
