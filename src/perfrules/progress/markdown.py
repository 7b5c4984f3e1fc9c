"""Progress as a Markdown document."""

from collections.abc import Iterator

from perfrules.progress.progress import Progress, TableProgress
from perfrules.progress.wording import (
    COLUMNS,
    completion_steps,
    deadlines,
    execution_steps,
    heading,
    headline,
    rows,
    steps,
    title_text,
)
from perfrules.report.markdown import diagnostics_list, evidence_list, grid, one_line


def as_markdown(progress: Progress) -> str:
    """Write progress for people: a chapter for each table, and what is to be put right."""
    blocks = ["# 绩效运行监控"]
    for table in progress.tables:
        blocks += _table(table)
    blocks += diagnostics_list(progress.diagnostics)
    blocks += evidence_list(progress.evidence)
    return "\n\n".join(blocks) + "\n"


def _table(table: TableProgress) -> Iterator[str]:
    yield f"## {one_line(title_text(table))}"
    yield headline(table)
    yield grid(COLUMNS, rows(table))
    notes = [("目标完成", completion_steps(table))]
    if table.execution is not None:
        notes.append(("预算执行", execution_steps(table)))
    notes += [(heading(line), steps(line)) for line in table.lines if not line.is_clean]
    yield "### 说明"
    for title, parts in notes:
        yield "\n".join([f"- {one_line(title)}", *(f"  - {one_line(part)}" for part in parts)])
    remarks = [*table.remarks, *deadlines(table)]
    if remarks:
        yield "### 要留意的"
        yield "\n".join(f"- {one_line(remark)}" for remark in remarks)
