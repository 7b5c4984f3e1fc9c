"""Runs work in a process that may take so much time and memory, and neither calls out nor starts anything."""

import multiprocessing
import resource
import sys
import time
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection

import attrs

_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
    "urllib.",
    "ftplib.",
    "shutil.",
)


@attrs.frozen
class Outcome:
    """What came of the work: what it gave, or the error that it ended with; seconds and MB that it took."""

    result: object
    error: str
    seconds: float
    megabytes: int


def guarded(work: Callable[..., object], *arguments: object, megabytes: int, seconds: int) -> Outcome:
    """Do the work under guard; its result has to pickle."""
    mine, other = _context().Pipe(duplex=False)
    process = _context().Process(target=_work, args=(other, work, arguments, megabytes, seconds))
    process.start()
    other.close()
    try:
        return mine.recv() if mine.poll(seconds * 3) else Outcome(None, "ran on", float(seconds * 3), 0)
    except EOFError:
        process.join()
        return Outcome(None, f"ended with {process.exitcode}", float(seconds), 0)
    finally:
        process.kill()
        process.join()
        mine.close()


def _context() -> multiprocessing.context.ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["docx", "openpyxl", "perfrules.importing", "perfrules.readers", "xlrd"])
    return context


def _work(
    pipe: Connection, work: Callable[..., object], arguments: tuple[object, ...], megabytes: int, seconds: int
) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 2**20,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    reached: list[str] = []
    sys.addaudithook(lambda event, _: reached.append(event) if event.startswith(_FORBIDDEN) else None)
    result, error, begun = None, "", time.monotonic()
    try:
        result = work(*arguments)
    except BaseException:  # whatever it is, the test shows it
        error = traceback.format_exc()
    if reached:
        error = f"reached out: {reached}"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    pipe.send(Outcome(result, error, time.monotonic() - begun, peak))
