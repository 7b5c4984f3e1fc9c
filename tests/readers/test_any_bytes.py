"""No file makes the reader raise: what it cannot read it says."""

import io
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from perfrules.readers import read_actuals, read_filled
from readers import workbooks

cells = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
rows = st.lists(st.lists(cells, max_size=6), max_size=6)
HEADERS = ["项目名称", "三级指标", "实际完成值", "全年执行数（万元）", "得分", "单位：万元", "合计"]
starts = st.sampled_from([b"", b"PK\x03\x04", b"\xef\xbb\xbf", b"\xff\xfe", "三级指标,实际完成值\n".encode()])


@cache
def _workbook() -> bytes:
    with TemporaryDirectory() as folder:
        sheets: dict[str, list[tuple[object, ...]]] = {
            "指标": [("三级指标", "实际完成值"), ("面积", "58亩")],
            "资金": [("项目", "全年执行数"), ("甲", 1180)],
        }
        return workbooks.save(Path(folder) / "a.xlsx", sheets).read_bytes()


def _is_told(data: bytes) -> None:
    actuals, filled = read_actuals(io.BytesIO(data)), read_filled(io.BytesIO(data))
    assert actuals.values or actuals.spending or actuals.diagnostics
    assert filled.tables or filled.diagnostics


@settings(deadline=None)  # the first workbook waits for openpyxl to be imported
@given(starts, st.binary(max_size=300))
def test_any_bytes(start: bytes, rest: bytes) -> None:
    read_actuals(io.BytesIO(start + rest))
    read_filled(io.BytesIO(start + rest))


@settings(deadline=None)
@given(st.data())
def test_a_workbook_with_damaged_bytes(data: st.DataObject) -> None:
    damaged = bytearray(_workbook())
    for index in data.draw(st.lists(st.integers(0, len(damaged) - 1), min_size=1, max_size=4)):
        damaged[index] ^= data.draw(st.integers(1, 255))
    _is_told(bytes(damaged))


@settings(deadline=None)  # the first row waits for the grammar
@given(st.permutations(HEADERS), rows)
def test_any_cells_under_known_headers(header: list[str], rows: list[list[str]]) -> None:
    lines = [",".join(header), *(",".join(row) for row in rows)]
    actuals = read_actuals(io.BytesIO("\n".join(lines).encode()))
    assert all(row.place is not None for row in actuals.values)
    assert all(row.place is not None for row in actuals.spending)
