"""What people see while they wait: a bar on standard error, only where that is a terminal."""

import sys
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_T = TypeVar("_T")


class Waiting:
    """A bar for work in several parts. It vanishes when the work is done, and is not there for programs and files."""

    def __init__(self) -> None:
        self._bar: Progress | None = None
        self._part: TaskID | None = None

    def __enter__(self) -> "Waiting":
        if sys.stderr.isatty():
            from rich.console import Console  # noqa: PLC0415 - rich is only for people
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

            parts = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
            self._bar = Progress(*parts, console=Console(stderr=True), transient=True)
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def now(self, what: str, steps: int | None = None) -> None:
        """Say what is done now, and in how many steps where that is known."""
        if self._bar is not None:
            if self._part is not None:
                self._bar.remove_task(self._part)
            self._part = self._bar.add_task(what, total=steps)

    def step(self, steps: int = 1) -> None:
        """Say that one step is done, or several."""
        if self._bar is not None and self._part is not None:
            self._bar.advance(self._part, steps)

    def each(self, things: Iterable[_T]) -> Iterator[_T]:
        """Hand things on, each a step."""
        for thing in things:
            yield thing
            self.step()
