"""Columns as editors count them: LSP counts UTF-16 code units unless a client offers something else."""

from enum import Enum


class Encoding(Enum):
    """What a client counts a line in, by the names of LSP."""

    UTF_8 = "utf-8"
    UTF_16 = "utf-16"
    UTF_32 = "utf-32"


_BYTES = {
    Encoding.UTF_8: ("utf-8", 1),
    Encoding.UTF_16: ("utf-16-le", 2),
    Encoding.UTF_32: ("utf-32-le", 4),
}


def to_client(text: str, column: int, encoding: Encoding) -> int:
    """Give the client's column of a character of a line, which counts from 0.

    >>> [to_client("𠮷≥60家", 2, encoding) for encoding in (Encoding.UTF_8, Encoding.UTF_16, Encoding.UTF_32)]
    [7, 3, 2]
    """
    codec, size = _BYTES[encoding]
    return len(text[:column].encode(codec, "surrogatepass")) // size


def from_client(text: str, column: int, encoding: Encoding) -> int:
    """Give the character at a client's column; beyond the end of the line the end, inside a character that one.

    >>> [from_client("𠮷≥60家", column, Encoding.UTF_16) for column in (1, 3, 99)]
    [0, 2, 5]
    """
    codec, size = _BYTES[encoding]
    before = text.encode(codec, "surrogatepass")[: max(0, column) * size]
    return len(before.decode(codec, "ignore"))
