"""Fuzzes the readers of files: real small files, changed inside their parts, are read or refused.

Run by hand, with atheris installed: python tests/fuzz/fuzz_files.py -max_total_time=1200 -timeout=20 -rss_limit_mb=2048
A file that fails becomes a case in tests/hostile.
"""

import io
import sys
import warnings
from functools import cache
from pathlib import Path
from tempfile import gettempdir
from unittest import mock
from xml.etree.ElementTree import ParseError
from zipfile import ZIP_STORED, BadZipFile, ZipFile

import atheris

sys.path.insert(0, str(Path(__file__).parents[1]))

with atheris.instrument_imports(include=["perfrules"]):
    from perfrules import load, read
    from perfrules.diagnostics import Code, Diagnostic, Label
    from perfrules.importing import Imported, ruleset_text
    from perfrules.readers import read_actuals, read_filled

from importing.forms import as_document, as_web_page, as_workbook, draw

DATA = Path(__file__).parents[1] / "data"
ACTUALS = Path(__file__).parents[2] / "rulesets/gaoxin-keji-2023/示例"
PIECES = [
    *(
        b"",
        b"\0",
        b"<",
        b">",
        b"&",
        b'"',
        b"'",
        b"=",
        b",",
        b"\n",
        b"\t",
        b"-1",
        b"0",
        b"1",
        b"99999",
        b"1e308",
        b"NaN",
    ),
    *(
        b"&#0;",
        b"&#xD800;",
        b"]]>",
        b"<!--",
        b"<![CDATA[",
        b'<!DOCTYPE a [<!ENTITY b "c">]>&b;',
        b"\xff\xfe",
        b"\xef\xbb\xbf",
    ),
    *(
        b"<c>",
        b"</c>",
        b"<row>",
        b"</row>",
        b'r="XFD1048576"',
        b'r="A0"',
        b't="s"',
        b't="e"',
        b't="d"',
        b"<f>1+1</f>",
        b"<v/>",
    ),
    *(
        b'<mergeCell ref="A1:XFD9"/>',
        b"<w:vMerge/>",
        b'<w:gridSpan w:val="77"/>',
        b"<w:tbl>",
        b"<w:tc>",
        b"<w:tr>",
        b"<w:p/>",
    ),
    *(
        b"<table>",
        b"</table>",
        b"<tr>",
        b"<td rowspan=9 colspan=9>",
        b"</td>",
        b"<th>",
        b"<script>",
        b"</script>",
        b"<!",
    ),
    *("一级指标", "三级指标", "指标值", "实际完成值", "项目名称", "得分", "合计", "≥5%", "“", "：", "1月", "万元"),
]


@cache
def _seeds() -> list[dict[str, bytes]]:
    """Give files as their parts; what is no zip has one part without a name."""
    tables = read(DATA / "部门整体绩效目标2023.docx").goal_tables
    forms = [draw(table) for table in tables[1:3]]
    whole = [write(*forms).read() for write in (as_workbook, as_document, as_web_page)]
    whole += [path.read_bytes() for path in (DATA / "三个项目的目标表.xls", *sorted(ACTUALS.iterdir()))]
    return [_parts(data) for data in whole]


def _parts(data: bytes) -> dict[str, bytes]:
    if not data.startswith(b"PK"):
        return {"": data}
    with ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _changed(source: atheris.FuzzedDataProvider) -> bytes:
    parts: dict[str, bytes] = dict(source.PickValueInList(_seeds()))
    for _ in range(source.ConsumeIntInRange(1, 6)):
        name = source.PickValueInList(sorted(parts))
        data = parts[name]
        at = source.ConsumeIntInRange(0, len(data))
        end = min(len(data), at + source.ConsumeIntInRange(0, 40))
        chosen = source.PickValueInList(PIECES)
        piece: bytes = chosen.encode() if isinstance(chosen, str) else chosen
        match source.ConsumeIntInRange(0, 6):
            case 0:
                parts[name] = data[:at] + piece + data[end:]
            case 1:
                parts[name] = data[:at] + piece + data[at:]
            case 2:
                parts[name] = data[:at]
            case 3:
                parts[name] = data[:at] + data[at:end] * source.ConsumeIntInRange(1, 200) + data[end:]
            case 4:
                parts[name] = data[:at] + source.ConsumeBytes(8) + data[end:]
            case 5:
                other = source.PickValueInList(sorted(parts))
                parts[name] = parts[other]
            case 6:
                edge = data.find(piece, at) if piece else at
                parts[name] = data[:edge] + data[edge + len(piece) :] if edge >= 0 else data
    if list(parts) == [""]:
        return parts[""]
    stream = io.BytesIO()
    with warnings.catch_warnings(), ZipFile(stream, "w", ZIP_STORED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    packed = stream.getvalue()
    at = source.ConsumeIntInRange(0, len(packed) * 4)  # most often the package itself is whole
    changed: bytes = packed[:at] + source.ConsumeBytes(4) + packed[at + 4 :] if at < len(packed) else packed
    return changed


def _refused(code: Code, *labels: Label, **values: object) -> Diagnostic:
    """A reader refuses what its libraries raise; what our own code raises there is a fault of ours."""
    error = sys.exc_info()[1]
    if code in (Code.WORKBOOK_BROKEN, Code.WORKBOOK_OLD) and error is not None:
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        file = "" if trace is None else trace.tb_frame.f_code.co_filename
        is_ours = "perfrules" in Path(file).parts and not isinstance(error, _DELIBERATE)
        if is_ours and "a document type" not in str(error):
            raise AssertionError(f"{file}: {error!r}") from error
    return _of(code, *labels, **values)


_of = Diagnostic.of
_DELIBERATE = (StopIteration, RecursionError, ParseError, BadZipFile)


def one(data: bytes) -> None:
    """Read one file in every way, and write what was read."""
    changed = _changed(atheris.FuzzedDataProvider(data))
    with mock.patch.object(Diagnostic, "of", _refused):
        ruleset = read(io.BytesIO(changed))
        actuals = read_actuals(io.BytesIO(changed))
        filled = read_filled(io.BytesIO(changed))
    assert ruleset.goal_tables or ruleset.diagnostics
    assert actuals.values or actuals.spending or actuals.diagnostics
    assert filled.tables or filled.diagnostics
    for diagnostic in (*ruleset.diagnostics, *actuals.diagnostics, *filled.diagnostics):
        str(diagnostic).encode()
    written = ruleset_text(Imported(ruleset.goal_tables))
    OUTPUT.write_text(written.text, encoding="utf-8")
    again = load(OUTPUT)
    assert len(again.goal_tables) == len(written.goal_tables), again.diagnostics


OUTPUT = Path(gettempdir()) / "fuzz_files.rules"

if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
