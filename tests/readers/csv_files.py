"""CSV files in memory."""

import io
from pathlib import Path

HEADER = "项目名称,三级指标,实际完成值\n"


def stream(text: str, encoding: str = "utf-8") -> io.BytesIO:
    """Give a CSV text as standard input would."""
    return io.BytesIO(text.encode(encoding))


def save(path: Path, text: str, encoding: str = "utf-8") -> Path:
    """Write a CSV text."""
    path.write_bytes(text.encode(encoding))
    return path
