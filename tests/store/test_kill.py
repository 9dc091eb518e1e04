"""A process that is killed while it writes leaves a ledger that opens, with each report wholly or not at all."""

import multiprocessing
import os
import random
import signal
import sys
import time
from ctypes import c_int
from datetime import UTC, datetime
from pathlib import Path

import pytest
from invented import claims, report

from riwaya.store.seam import Counts
from riwaya.store.sqlite import open_ledger

NOW = datetime(2020, 1, 1, tzinfo=UTC)
KILLS = 10  # of each of three ledgers
AT_BIRTH = 3  # of these come while the ledger is made or opened
A_ROUND = 1000  # reports a child would keep if it lived

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no fork and no SIGKILL there")


def write(path: Path, first: int, kept: c_int) -> None:
    ledger = open_ledger(path, create=True)
    for number in range(first, first + A_ROUND):
        ledger.keep(report(number), claims(report(number)), NOW)
        kept.value += 1


@pytest.mark.parametrize("seed", [2018, 2019, 2020])
def test_a_ledger_whose_writer_is_killed_again_and_again_stays_whole(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "a.ledger"
    chance = random.Random(seed)
    fork = multiprocessing.get_context("fork")
    kept = 0
    for kill in range(KILLS):
        said = fork.RawValue("i", 0)  # no lock: a child that is killed would not give it back
        child = fork.Process(target=write, args=(path, kill * A_ROUND, said))
        child.start()
        enough = 0 if kill < AT_BIRTH else chance.randint(1, 5)
        while said.value < enough:
            time.sleep(0.0005)
        time.sleep(chance.uniform(0, 0.012))
        assert child.pid
        os.kill(child.pid, signal.SIGKILL)
        child.join()
        assert child.exitcode == -signal.SIGKILL
        ledger = open_ledger(path, create=True)
        assert list(ledger.flaws()) == []
        there = 0
        for number in range(kill * A_ROUND, (kill + 1) * A_ROUND):
            if not ledger.has(report(number).id):
                break
            assert ledger.claims_of(report(number).id) == claims(report(number))
            kept += 1
            there += 1
        assert there >= said.value  # what a writer was told is kept is kept
        # Nothing else is there: no half of a report, no later one.
        assert ledger.counts() == Counts(kept, 3 * kept)
        ledger.close()
