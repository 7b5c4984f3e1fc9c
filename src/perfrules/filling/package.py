"""The zip around office files: written without the time of day, so that the same form gives the same bytes."""

import io
import re
from collections.abc import Mapping
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from perfrules.evidence import Evidence
from perfrules.filling.form import writable

_PROPERTIES = "docProps/core.xml"
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_REMARKS = re.compile(rb"<dc:description[^>]*/>|<dc:description.*?</dc:description>", re.DOTALL)
_DESCRIPTION = b'<dc:description xmlns:dc="http://purl.org/dc/elements/1.1/">'
_END = b"</cp:coreProperties>"
_UNIX = 3
_DAY = rb"\g<1>2000-01-01T00:00:00Z"


def sealed(
    data: bytes, results: Mapping[str, Mapping[str, str]] | None = None, evidence: Evidence | None = None
) -> bytes:
    """Pack a file again, with the `results` of formulas by file and cell, which openpyxl does not write.

    Spreadsheets work them out again when they open the file; readers that cannot have them at once. The evidence
    becomes the remarks (备注) among the properties of the file.
    """
    packed = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == _PROPERTIES:
                content = _with_remarks(_TIMES.sub(_DAY, content), evidence)
            for cell, result in (results or {}).get(name, {}).items():
                content = _with_result(content, cell, result)
            entry = ZipInfo(name)
            entry.create_system = _UNIX
            target.writestr(entry, content, ZIP_DEFLATED)
    return packed.getvalue()


def _with_remarks(properties: bytes, evidence: Evidence | None) -> bytes:
    """Put evidence into the properties: written here, since python-docx takes no more than 255 characters."""
    if evidence is None or _END not in properties:
        return properties
    text = escape(writable("\n".join(evidence.lines()))).encode()
    remarks = _DESCRIPTION + text + b"</dc:description>"
    return _REMARKS.sub(b"", properties).replace(_END, remarks + _END)


def _with_result(sheet: bytes, cell: str, result: str) -> bytes:
    """Put the result of a formula beside it: a number, or an empty text."""
    kind = b"" if result else b' t="str"'
    pattern = rb'(<c r="' + cell.encode() + rb'"[^>]*?)(><f>[^<]*</f><v)(?: ?/>|></v>)'
    return re.sub(pattern, rb"\1" + kind + rb"\2>" + result.encode() + rb"</v>", sheet, count=1)
