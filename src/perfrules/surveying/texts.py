"""A survey in words: the same rows for the terminal and for files that are opened in Excel."""

import csv
import io
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

import pyarrow as pa

from perfrules.report.wording import percent_text
from perfrules.surveying.copies import LEFT_OUT
from perfrules.surveying.sets import LONGEST_LIST
from perfrules.surveying.survey import Survey
from perfrules.units import exact_text

FINDING_COLUMNS: Mapping[str, str] = {
    "rule": "规则",
    "rule_name": "规则名称",
    "level": "级别",
    "message": "意见",
    "lines": "行数",
    "name": "三级指标",
    "target": "指标值",
    "category": "一级指标",
    "subcategory": "二级指标",
    "first_department": "部门（第一处）",
    "first_project": "项目（第一处）",
    "first_row": "第几行（第一处）",
}
COPY_COLUMNS: Mapping[str, str] = {
    "year": "年度",
    "department": "部门",
    "project": "项目",
    "indicators": "指标数",
    "like_department": "雷同的部门",
    "like_project": "雷同的项目",
    "like_indicators": "它的指标数",
    "shared": "相同的指标",
    "similarity": "相同的占",
    "copies": "完全相同的项目还有",
    "alike": "相近的项目还有",
}
OUTLIER_COLUMNS: Mapping[str, str] = {
    "year": "年度",
    "department": "部门",
    "project": "项目",
    "name": "三级指标",
    "target": "指标值",
    "number": "数",
    "median": "中位数",
    "usual_low": "一半在这之间：从",
    "usual_high": "到",
    "unit": "单位",
    "lines": "同名指标的行数",
    "row": "第几行",
}
"""The columns of the three tables that people get, by the names that programs know them by."""

_FROM_ONE = {"row", "first_row"}
_SHARES = {"similarity"}


def headlines(survey: Survey) -> Iterator[str]:
    """Say how much was looked at, and how much was found."""
    yield f"共{survey.lines:,}行，{survey.projects:,}个项目；指标值有{survey.wordings:,}种写法，每种只审核一次"
    yield f"审核意见{survey.findings.num_rows:,}种，涉及{_sum(survey.findings, 'lines'):,}行次"
    if survey.copies is None:
        yield "没有项目名称这一列，看不出雷同的项目"
    else:
        same = _sum(survey.copies, "identical")
        yield f"与别的项目完全相同的{same:,}个，相近的{survey.copies.num_rows - same:,}个{_left_out(survey.copies)}"
    yield f"与同名指标相差悬殊的{survey.outliers.num_rows:,}行"


def _left_out(copies: pa.Table) -> str:
    count = (copies.schema.metadata or {}).get(LEFT_OUT.encode(), b"0").decode()
    return "" if count == "0" else f"（{count}个指标值在{LONGEST_LIST:,}个以上项目里都有，没有用来找相近的）"


def rules_found(survey: Survey) -> Iterator[tuple[str, ...]]:
    """Give a row for each rule with findings, in their order: id, level, name, kinds of findings, lines."""
    found: dict[str, list[dict[str, object]]] = {}
    for row in survey.findings.select(["rule", "rule_name", "level", "lines"]).to_pylist():
        found.setdefault(row["rule"], []).append(row)
    for id, rows in found.items():
        lines = sum(int(str(row["lines"])) for row in rows)
        yield id, str(rows[0]["level"]), str(rows[0]["rule_name"]), str(len(rows)), str(lines)


def rows(table: pa.Table, columns: Mapping[str, str], most: int | None = None) -> Iterator[tuple[str, ...]]:
    """Give the rows of a table as texts; rows of the data are counted from 1, as people count."""
    for row in table.slice(0, most).to_pylist():
        yield tuple(_text(name, row[name]) for name in columns)


def to_csv(table: pa.Table, columns: Mapping[str, str]) -> str:
    """Write a table under Chinese headers."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns.values())
    writer.writerows(rows(table, columns))
    return stream.getvalue()


def _text(name: str, cell: object) -> str:
    match cell:
        case None:
            return ""
        case Decimal():
            return percent_text(Fraction(cell)) if name in _SHARES else exact_text(round(Fraction(cell), 2))
        case int() if name in _FROM_ONE:
            return str(cell + 1)
        case _:
            return str(cell)


def _sum(table: pa.Table, column: str) -> int:
    return sum(map(int, table[column].to_pylist()))
