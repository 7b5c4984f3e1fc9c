"""An audit as a page for a browser."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from perfrules.auditing.audit import Audit, AuditedScore, AuditedTable
from perfrules.auditing.recount import CountedLine
from perfrules.auditing.standing import Standing
from perfrules.auditing.wording import COLUMNS, rows, rows_of, summary
from perfrules.diagnostics import Severity, worst
from perfrules.diagnostics.as_page import remarks
from perfrules.page import Cell, Column, Fact, Group, Mark, Page, Project, Row, Table
from perfrules.page.view import Tone
from perfrules.report.wording import NOTHING, range_text

_TONES = {
    Standing.SAME: Tone.GOOD,
    Standing.JUDGED: Tone.GOOD,
    Standing.EXPLAINED: Tone.NEAR,
    Standing.DIFFERENT: Tone.BAD,
    Standing.OPEN: Tone.OPEN,
}
_NUMBERS = {"分值", "填报得分", "应得分"}
_COLUMNS = tuple(Column(name, is_number=name in _NUMBERS, has_keys=False) for name in COLUMNS)
_OVERVIEW = (
    *(Column("项目"), Column("填报总分", is_number=True, has_keys=False)),
    *(Column("应得总分", is_number=True), Column("一致", is_number=True), Column("不一致", is_number=True)),
    *(Column("按别的算法", is_number=True), Column("无从核对", is_number=True)),
)
_LEGEND = "应得分是按评分办法重新算的。点“由来”看每一分是怎么得来的，看还有哪种算法正好得出所填的分。"


def as_page(audit: Audit) -> Page:
    """Lay out an audit: a line for each table, then its scores, and what is to be put right."""
    counts = Counter(each.standing for table in audit.tables for each, _ in rows_of(table))
    alone = len(audit.tables) == 1
    found = (*audit.findings, *audit.diagnostics)
    return Page(
        "核对自评表",
        _name(audit.tables[0]) if alone else f"{len(audit.tables)}张表",
        "核对结果",
        _result(audit),
        marks=tuple(Mark(_TONES[each], f"{each.value}{counts[each]}个") for each in Standing if counts[each]),
        overview=None if alone else Table("各表一览", _OVERVIEW, (Group(tuple(_overview(audit))),), sought="项目"),
        projects=tuple(_project(table, f"p{number}") for number, table in enumerate(audit.tables, 1)),
        remarks=remarks("需要处理的问题", found),
        evidence=() if audit.evidence is None else tuple(audit.evidence.lines()),
        legend=_LEGEND,
    )


def _result(audit: Audit) -> str:
    found = (*audit.findings, *audit.diagnostics)
    count = sum(each.severity is not Severity.INFO for each in found)
    return "没有问题" if worst(found) in (None, Severity.INFO) else f"{count}处要处理"


def _name(table: AuditedTable) -> str:
    return table.table.project or "没有写项目名称"


def _overview(audit: Audit) -> Iterator[Row]:
    for number, table in enumerate(audit.tables, 1):
        counts = Counter(each.standing for each, _ in rows_of(table))
        same = counts[Standing.SAME] + counts[Standing.JUDGED]
        numbers = (same, counts[Standing.DIFFERENT], counts[Standing.EXPLAINED], counts[Standing.OPEN])
        total = table.total
        yield Row(
            (
                Cell(_name(table), link=f"p{number}"),
                Cell(table.table.score.text or NOTHING),
                Cell(range_text(total.low, total.high), key=total.low),
                *(Cell(str(count), key=Fraction(count)) for count in numbers),
            )
        )


def _project(table: AuditedTable, key: str) -> Project:
    year = f"（{table.table.year}年）" if table.table.year else ""
    *_, total = rows(table)
    lines = tuple(Row(_cells(each, row), tuple(_steps(each))) for each, row in rows_of(table))
    facts = [Fact("评分办法", table.scheme.title or table.scheme.name), Fact("填报总分", total[4])]
    facts.append(Fact("核对", summary(table)))
    if table.table.grade.text:
        facts.append(Fact("填报等次", table.table.grade.text))
    return Project(
        key,
        f"{_name(table)}{year}",
        _name(table),
        f"填报{total[4]}　应得{total[5]}",
        facts=tuple(facts),
        table=Table(
            "各行得分",
            _COLUMNS,
            (
                Group(
                    (*lines, Row(tuple(map(Cell, total)))),
                ),
            ),
        ),
    )


def _cells(each: AuditedScore, row: tuple[str, ...]) -> tuple[Cell, ...]:
    return (*map(Cell, row[:-1]), Cell(mark=Mark(_TONES[each.standing], row[-1])))


def _steps(each: AuditedScore) -> Iterator[str]:
    if isinstance(each.counted, CountedLine):
        yield from each.counted.outcome.explain().splitlines()
    yield from each.score.derivation
    if each.explanations:
        yield "按这些算法正好是所填的分：" + "、".join(f"{scheme.name} {scheme.title}" for scheme in each.explanations)
