"""Reports to write, files that were written, and templates of an office."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import perfrules
from perfrules.data import resource
from perfrules.report import Report

DEMONSTRATION = resource("rulesets/gaoxin-keji-2023")
ACTUALS = [str(DEMONSTRATION / "示例" / f"{name}-2023.csv") for name in ("actuals", "spending")]

RULES = """目标表 {name}
  年度：2025
  部门：科技局
  评分办法：central/mof-2020-10
  预算数：1000万元
    财政资金：1000万元
  目标1：多办实事。

  产出指标
    数量指标
      培训人数：≥600人
      培训期数：=100%
  效益指标
    社会效益指标
      有无投诉：≤3起
  满意度指标
    服务对象满意度指标
      学员满意度：≥90%
"""

FILLED = {"培训人数": "580人", "培训期数": "100%", "有无投诉": "2起", "学员满意度": "92%"}


def report(folder: Path, values: dict[str, str] | None = None, names: Sequence[str] = ("培训",)) -> Report:
    """Score projects of the names with the same values, and with 901万元 spent of 1000万元."""
    rows, money = ["项目名称,三级指标,实际完成值,偏差原因"], ["项目名称,全年预算数（万元）,全年执行数（万元）"]
    for index, name in enumerate(names):
        (folder / f"{index}.rules").write_text(RULES.format(name=name), encoding="utf-8")
        rows += [f"{name},{key},{value},=1+1" for key, value in (FILLED if values is None else values).items()]
        money.append(f"{name},1000,901")
    for file, lines in (("a.csv", rows), ("b.csv", money)):
        (folder / file).write_text("\n".join(lines), encoding="utf-8")
    return perfrules.load(folder).evaluate([folder / "a.csv", folder / "b.csv"])


def sheets(path: Path, results: bool = False) -> dict[str, list[list[Any]]]:
    """Give the cells of a workbook: what was written, or the results of formulas."""
    from openpyxl import load_workbook  # noqa: PLC0415

    workbook = load_workbook(path, data_only=results)
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in workbook.worksheets}


def template(path: Path, title: str, rows: Sequence[Sequence[object]], merged: Sequence[str] = ()) -> Path:
    """Write a template as an office would."""
    from openpyxl import Workbook  # noqa: PLC0415

    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for area in merged:
        sheet.merge_cells(area)
    workbook.save(path)
    return path


def words(path: Path) -> list[list[list[str]]]:
    """Give the cells of the tables of a Word file; what is merged from above has the text of its first cell.

    Tables with nothing to be seen between them are one.
    """
    import docx  # noqa: PLC0415

    document = docx.Document(str(path))
    result: list[list[list[str]]] = []
    for table in document.tables:
        rows = [[cell.text for cell in row.cells] for row in table.rows]
        before = table._tbl.getprevious()
        spacing = before.xpath("./w:pPr/w:spacing[@w:line='20']") if before is not None else []
        if spacing:
            result[-1] += rows
        else:
            result.append(rows)
    return result
