"""What commands write: JSON for programs; files whole or not at all, and never over an input."""

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from perfrules.diagnostics import Code, Diagnostic, Label, PerfRulesError
from perfrules.filling import replace_file
from perfrules.source import FilePlace


def print_json(data: object, indent: int | None = None) -> None:
    """Print JSON, with 汉字 as they are where the encoding of the output has them."""
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    try:
        text.encode(sys.stdout.encoding)
    except UnicodeEncodeError:
        text = json.dumps(data, indent=indent)
    print(text)


def write_whole(output: str, text: str, inputs: Iterable[str]) -> None:
    """Write a text file in UTF-8: it appears complete, or what was there before stays.

    Raises:
        PerfRulesError: The file is one of the inputs, or cannot be written.
    """
    refuse_inputs(output, inputs)
    replace_text(Path(output), text)
    say_written(output)


def say_written(output: str) -> None:
    """Tell people which file there is now; what is printed for programs stays free of it."""
    print(f"已写好：{output}", file=sys.stderr)


def refuse_inputs(output: str, inputs: Iterable[str]) -> None:
    """Refuse to write over an input. A folder among them stands for the ruleset files in it.

    Raises:
        PerfRulesError: The file is one of the inputs.
    """
    if any(_reads(Path(name), Path(output)) for name in inputs):
        raise PerfRulesError(Diagnostic.of(Code.OUTPUT_IS_INPUT, Label(FilePlace(output))))


def replace_text(path: Path, text: str) -> None:
    """Write a text file in UTF-8, or replace what it holds and keep its permissions; a link stays a link.

    Raises:
        PerfRulesError: The file cannot be written; then what was there before stays.
    """
    replace_file(path, text.encode("utf-8", "backslashreplace"))


def _reads(source: Path, path: Path) -> bool:
    """Whether reading `source` reads `path`."""
    if not os.path.exists(path) or not os.path.exists(source):
        return False
    if source.is_dir():
        return path.suffix == ".rules" and path.resolve().is_relative_to(source.resolve())
    return source.samefile(path)
