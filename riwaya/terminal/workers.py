"""Drawing claims in one process or several: the order kept, few reports under way, a killed process survived."""

import signal
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

from riwaya.claims.claim import Claim
from riwaya.reports.report import Report

Whole = TypeVar("Whole")
Draw = Callable[[Report], tuple[Claim, ...]]
Ready = Callable[[], None]
Drawn = tuple[Claim, ...] | str
_UNDER_WAY = 8  # reports a process
_KILLED = "the process that read it was killed, perhaps for want of memory; the other reports are read"


def attempt(draw: Draw, report: Report) -> Drawn:
    """The claims of a report, or the defect that came in the way."""
    try:
        return draw(report)
    except Exception as error:
        return defect(error)


def defect(error: BaseException) -> str:
    """An unexpected error in one line: what and where, for a report to the makers."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" in {frames[-1].name}, {frames[-1].filename.rpartition('/')[2]}:{frames[-1].lineno}" if frames else ""
    what = " ".join(f"{type(error).__name__}: {error}".split())
    return f"a defect in Riwaya, please report it ({what[:300]}{where})"


def at_once() -> None:
    """A process that needs nothing before its first report."""


def drawn(
    wholes: Iterable[Whole],
    pending: Callable[[Whole], Report | None],
    draw: Draw,
    jobs: int,
    ready: Ready = at_once,
) -> Iterator[tuple[Whole, Drawn | None]]:
    """Each whole with the claims of its pending report, or the defect that came in the way; None where none is due.

    `ready` is called in every process that draws, before its first report; a second call of it costs nothing.
    """
    if jobs <= 1:
        for whole in wholes:
            report = pending(whole)
            if report:
                ready()
            yield whole, attempt(draw, report) if report else None
        return
    workers = _Workers(draw, jobs, ready)
    under_way: deque[tuple[Whole, Report | None, Future[Drawn] | None]] = deque()
    try:
        for whole in wholes:
            report = pending(whole)
            under_way.append((whole, report, workers.begun(report) if report else None))
            if len(under_way) >= jobs * _UNDER_WAY:
                yield workers.finished(*under_way.popleft())
        while under_way:
            yield workers.finished(*under_way.popleft())
    finally:
        workers.close()


class _Workers:
    """A pool of processes that is made anew where one of them is killed."""

    def __init__(self, draw: Draw, jobs: int, ready: Ready) -> None:
        self._draw = draw
        self._jobs = jobs
        self._ready = ready
        self._pool = _pool(jobs, ready)

    def begun(self, report: Report) -> Future[Drawn]:
        try:
            return self._pool.submit(attempt, self._draw, report)
        except BrokenProcessPool:
            self._renew()
            return self._pool.submit(attempt, self._draw, report)

    def finished(self, whole: Whole, report: Report | None, future: Future[Drawn] | None) -> tuple[Whole, Drawn | None]:
        if report is None or future is None:
            return whole, None
        try:
            return whole, future.result()
        except BrokenProcessPool:  # nobody knows which report it was: each that was under way is read again, alone
            with _pool(1, self._ready) as alone:
                try:
                    return whole, alone.submit(attempt, self._draw, report).result()
                except BrokenProcessPool:
                    return whole, _KILLED

    def _renew(self) -> None:
        self._pool.shutdown(wait=False)
        self._pool = _pool(self._jobs, self._ready)

    def close(self) -> None:
        self._pool.shutdown(cancel_futures=True)


def _pool(jobs: int, ready: Ready) -> ProcessPoolExecutor:
    # Spawned, not forked: a fork would copy the threads of the progress bar in the middle of what they do.
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin, initargs=(ready,))


def _begin(ready: Ready) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    ready()
