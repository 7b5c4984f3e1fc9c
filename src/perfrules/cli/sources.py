"""Files that a command reads, as they are named on the command line."""

import sys
from typing import BinaryIO


def source(file: str) -> str | BinaryIO:
    """Give what to read: `-` is standard input."""
    return sys.stdin.buffer if file == "-" else file
