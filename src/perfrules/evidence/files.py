"""Files by their contents: who has the same bytes can show that he has the same file, wherever it lies."""

import errno
import os
import stat
from collections.abc import Iterable
from hashlib import sha256

import attrs


def read_bytes(path: str | os.PathLike[str], most: int) -> bytes:
    """Read a file, of one that is longer than `most` bytes so many and one more.

    A pipe, which nobody may ever write to, and a device, which may never end, are refused.

    Raises:
        OSError: It cannot be read, or is none.

    >>> len(read_bytes(__file__, 5))
    6
    """
    try:
        with open(path, "rb", opener=_without_waiting) as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                raise OSError(errno.EINVAL, "它是管道或者设备，不是文件", str(path))
            return stream.read(most + 1)
    except ValueError as error:  # a name with a NUL in it
        raise OSError(errno.EINVAL, "文件名里有不能用的字符", str(path)) from error


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


@attrs.frozen
class FileRecord:
    """A file that was read: its name without the folders above it, and the SHA-256 of its bytes.

    A file out of a folder that was given as a whole is named with that folder: `2023/1-科普.rules`.
    """

    name: str
    sha256: str

    @classmethod
    def of(cls, name: str, data: bytes) -> "FileRecord":
        """Record the bytes of a file.

        >>> FileRecord.of("空.csv", b"").sha256[:16]
        'e3b0c44298fc1c14'
        """
        return cls(name, sha256(data).hexdigest())

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form."""
        return {"name": self.name, "sha256": self.sha256}


def combined(files: Iterable[FileRecord]) -> str:
    """Give one hash for several files, the same in whatever order they were given and however they are named.

    It is what `sha256sum FILE… | cut -c-64 | sort | sha256sum` prints.

    >>> one, other = FileRecord.of("甲", b"1"), FileRecord.of("乙", b"2")
    >>> combined([one, other]) == combined([other, one]) != combined([one])
    True
    """
    lines = sorted(f"{file.sha256}\n" for file in files)
    return sha256("".join(lines).encode("ascii")).hexdigest()
