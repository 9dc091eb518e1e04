"""A bar on standard error while many reports are read, and only where somebody watches."""

from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

HANDFUL = 10  # reports before the bar shows


class Bar:
    """Progress over the bytes of the input; `watched` False keeps it still."""

    def __init__(self, total: int, *, watched: bool) -> None:
        console = Console(stderr=True)
        self._watched = watched and console.is_terminal
        self._total = total or None
        self._reports = 0
        self._claims = 0
        self._task: TaskID | None = None
        self._progress = Progress(
            TextColumn("reading"),
            BarColumn(),
            TextColumn("{task.fields[reports]:,} reports, {task.fields[claims]:,} claims"),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            redirect_stdout=False,
        )

    def __enter__(self) -> "Bar":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._task is not None:
            self._progress.stop()

    def move(self, done: int, claims: int) -> None:
        """One report more is through: `done` bytes of the input, with so many claims."""
        self._reports += 1
        self._claims += claims
        if not self._watched or self._reports <= HANDFUL:
            return
        if self._task is None:
            self._task = self._progress.add_task("", total=self._total, reports=0, claims=0)
            self._progress.start()
        self._progress.update(self._task, completed=done, reports=self._reports, claims=self._claims)

    def complain(self, message: str) -> None:
        """Print a message above the bar."""
        self._progress.console.print(message, markup=False, highlight=False, soft_wrap=True)
