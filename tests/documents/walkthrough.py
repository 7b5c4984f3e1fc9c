"""Documents that can be followed: what they say to write is written, what they say to run is run.

A block `rules FILE` or `csv FILE` is a file that the reader writes; with `追加` behind the name it goes to the end of
the file. A block `console` holds commands, each behind `$ `, with what they print. A line `……` stands for any lines.
Other blocks are for reading.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import attrs

_BLOCK = re.compile(r"^```(\w+)(?: (\S+))?(?: (追加))?\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_ANYTHING = "……"


@attrs.frozen
class Written:
    """A file that the reader writes, or adds to; `start` is where the block stands."""

    name: str
    text: str
    is_added: bool
    start: int


@attrs.frozen
class Typed:
    """A command that the reader types, with what the document says it prints; `start` is where that stands."""

    command: str
    printed: str
    start: int

    def prints(self, output: str) -> bool:
        """Whether an output is what the document says."""
        parts = [re.escape(line) if line != _ANYTHING else None for line in _lines(self.printed)]
        pattern = "".join(r"(?:.*\n)*?" if part is None else rf"{part}\n" for part in parts)
        return re.fullmatch(pattern, "".join(f"{line}\n" for line in _lines(output))) is not None


def steps(document: str) -> Iterator[Written | Typed]:
    """Give what a document asks its reader to do, in order."""
    for block in _BLOCK.finditer(document):
        language, name, added, text = block.groups()
        if language == "console":
            yield from _typed(text, block.start(4))
        elif name:
            yield Written(name, text, added is not None, block.start())


def _typed(text: str, start: int) -> Iterator[Typed]:
    for part in re.finditer(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", text, re.MULTILINE):
        yield Typed(part[1], part[2], start + part.start(2))


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.rstrip().splitlines()]


def write(step: Written, folder: Path) -> None:
    """Write a file as the document says."""
    path = folder / step.name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a" if step.is_added else "w", encoding="utf-8", newline="\n") as stream:
        stream.write(step.text)


def corrected(document: str, outputs: list[tuple[Typed, str]]) -> str:
    """Put what commands printed in the place of what the document says."""
    for step, output in reversed(outputs):
        shown = "".join(f"{line}\n" for line in _lines(output))
        document = document[: step.start] + shown + document[step.start + len(step.printed) :]
    return document
