"""What a result rests on: files by their hashes, what decided by its document, dates, and the program's version."""

from perfrules.evidence.evidence import MARK, Authority, Evidence
from perfrules.evidence.files import FileRecord, combined, read_bytes

__all__ = ["MARK", "Authority", "Evidence", "FileRecord", "combined", "read_bytes"]
