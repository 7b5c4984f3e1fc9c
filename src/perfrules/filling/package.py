"""The zip around office files: written without the time of day, so that the same form gives the same bytes."""

import io
import re
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_PROPERTIES = "docProps/core.xml"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_DAY = rb"\g<1>2000-01-01T00:00:00Z\g<2>"


def sealed(data: bytes, results: Mapping[str, Mapping[str, str]] | None = None) -> bytes:
    """Pack a file again, with the `results` of formulas by file and cell, which openpyxl does not write.

    Spreadsheets work them out again when they open the file; readers that cannot have them at once.
    """
    packed = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == _PROPERTIES:
                content = _MODIFIED.sub(_DAY, content)
            for cell, result in (results or {}).get(name, {}).items():
                content = _with_result(content, cell, result)
            target.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return packed.getvalue()


def _with_result(sheet: bytes, cell: str, result: str) -> bytes:
    """Put the result of a formula beside it: a number, or an empty text."""
    kind = b"" if result else b' t="str"'
    pattern = rb'(<c r="' + cell.encode() + rb'"[^>]*?)(><f>[^<]*</f><v)(?: ?/>|></v>)'
    return re.sub(pattern, rb"\1" + kind + rb"\2>" + result.encode() + rb"</v>", sheet, count=1)
