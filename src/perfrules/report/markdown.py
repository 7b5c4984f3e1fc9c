"""A report as a Markdown document."""

from collections.abc import Iterable, Iterator

from perfrules.diagnostics import Diagnostic
from perfrules.evidence import Evidence
from perfrules.report.notes import notes
from perfrules.report.report import Department, Report, TableReport
from perfrules.report.wording import (
    COLUMNS,
    DEPARTMENT_COLUMNS,
    department_rows,
    department_text,
    headline,
    mean_text,
    rows,
    title_text,
)


def as_markdown(report: Report) -> str:
    """Write a report for people: a chapter for each table and department, and what is to be put right."""
    blocks = ["# 绩效自评"]
    for table in report.projects:
        blocks += _table(table, "##")
    for department in report.departments:
        blocks += _department(department)
    blocks += diagnostics_list(report.diagnostics)
    blocks += evidence_list(report.evidence)
    return "\n\n".join(blocks) + "\n"


def _table(table: TableReport, level: str) -> Iterator[str]:
    yield f"{level} {one_line(title_text(table))}"
    yield one_line(headline(table))
    yield grid(COLUMNS, rows(table))
    explained = list(notes(table))
    if explained:
        yield f"{level}# 得分说明"
    for note in explained:
        yield "\n".join([f"- {one_line(note.heading)}", *(f"  - {one_line(step)}" for step in note.steps)])


def _department(department: Department) -> Iterator[str]:
    yield f"## {one_line(department_text(department))}"
    if department.shares:
        yield grid(DEPARTMENT_COLUMNS, department_rows(department))
        yield mean_text(department)
    for table in department.tables:
        yield from _table(table, "###")


def diagnostics_list(diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    """Write what is to be put right, with its places; nothing where there is nothing."""
    items = [
        "\n".join(
            [
                f"- {each.severity.label} {each.code.id}：{one_line(each.message)}",
                *(f"  - {one_line(str(label))}" for label in each.labels),
            ]
        )
        for each in diagnostics
    ]
    if items:
        yield "## 需要处理的问题"
        yield "\n".join(items)


def evidence_list(evidence: Evidence | None) -> Iterator[str]:
    """Write what a result rests on; nothing where nothing is known of it."""
    if evidence is not None:
        yield "## 所用的文件和办法"
        yield "\n".join(f"- {one_line(line)}" for line in evidence.lines())


def grid(header: Iterable[str], body: Iterable[Iterable[str]]) -> str:
    """Write a table."""
    cells = [[_cell(text) for text in row] for row in (header, *body)]
    lines = [f"| {' | '.join(row)} |" for row in cells]
    rule = "|".join("---" for _ in cells[0])
    return "\n".join([lines[0], f"|{rule}|", *lines[1:]])


def _cell(text: str) -> str:
    return one_line(text).replace("|", "\\|")


def one_line(text: str) -> str:
    """Keep a text of a cell on one line, and what Markdown would take for its own signs as they are."""
    return " ".join(text.split()).replace("*", "\\*").replace("_", "\\_").replace("<", "&lt;")
