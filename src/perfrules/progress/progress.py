"""The progress of projects on a day: targets and budget side by side (双监控)."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from os import PathLike

import attrs

from perfrules.diagnostics import Diagnostic
from perfrules.evaluation import Verdict
from perfrules.evidence import Evidence
from perfrules.filling import TemplateFile, write_form
from perfrules.monitoring import ExecutionProgress, Light, LineProgress, Method
from perfrules.tables import GoalTable


@attrs.frozen(repr=False)
class TableProgress:
    """One goal table on a day: its indicators in the order of the table, and its budget.

    `completed` is how much of the year's targets was reached, as a share: the mean over the indicators that accumulate,
    by their weights, none above 100 %; None where there is none. A department without a budget of its own has no
    `execution`. `remarks` are what the method has to say about the two
    tracks together.
    """

    table: GoalTable
    method: Method
    as_of: date
    time_share: Fraction
    lines: tuple[LineProgress, ...]
    completion: Light
    completion_basis: str
    completed: Fraction | None
    execution: ExecutionProgress | None
    remarks: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"TableProgress({self.table.name!r}, {self.as_of}, {self.completion.value})"

    def due_within(self, days: int) -> Iterator[LineProgress]:
        """Give the indicators with a deadline of their own in the next days that were not reported as met."""
        for line in self.lines:
            left = line.standing.due - self.as_of
            if line.standing.has_deadline and timedelta(0) < left <= timedelta(days) and not _is_met(line):
                yield line

    def overdue(self) -> Iterator[LineProgress]:
        """Give the indicators whose deadline has come without their being reported as met."""
        return (
            line for line in self.lines if line.standing.has_deadline and line.standing.is_due and not _is_met(line)
        )

    @property
    def is_clean(self) -> bool:
        """Whether nobody has to look at anything in it."""
        tracks = (self.completion, *([self.execution.light] if self.execution else []))
        return not (self.remarks or any(light.is_alarm for light in tracks)) and all(
            line.is_clean for line in self.lines
        )


@attrs.frozen(repr=False)
class Progress:
    """The progress of all goal tables on a day, with what was doubtful about the tables and reports as a whole."""

    as_of: date
    tables: tuple[TableProgress, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    evidence: Evidence | None = None

    @property
    def is_clean(self) -> bool:
        """Whether every light is green, blue or not due yet, and nothing has to be explained or put right."""
        return not self.diagnostics and all(table.is_clean for table in self.tables)

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form. Numbers are strings: decimals, or quotients such as `2/3`, never rounded."""
        from perfrules.progress.as_dict import progress_dict  # noqa: PLC0415 - writing knows progress, not it writing

        return progress_dict(self)

    def to_json(self) -> str:
        """Give the JSON text of :meth:`to_dict`, indented, 汉字 as they are."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2)

    def __repr__(self) -> str:
        return f"Progress({self.as_of}, {len(self.tables)}张目标表)"

    def _repr_html_(self) -> str | None:
        from perfrules.page import draw_inline  # noqa: PLC0415 - only notebooks draw
        from perfrules.progress.as_page import as_page  # noqa: PLC0415

        return draw_inline(as_page(self))

    def to_markdown(self) -> str:
        """Give a Markdown document for people, with rounded numbers."""
        from perfrules.progress.markdown import as_markdown  # noqa: PLC0415 - as above

        return as_markdown(self)

    def to_csv(self) -> str:
        """Give the rows of all tables as CSV, for spreadsheets, with rounded numbers."""
        from perfrules.progress.csv_text import as_csv  # noqa: PLC0415 - as above

        return as_csv(self)

    def to_html(self) -> str:
        """Give a page for a browser: one HTML file that loads nothing.

        Raises:
            ModuleNotFoundError: jinja2, of the extra `html`, is not installed.
        """
        from perfrules.page import draw  # noqa: PLC0415 - as above
        from perfrules.progress.as_page import as_page  # noqa: PLC0415

        return draw(as_page(self))

    def to_xlsx(self, path: str | PathLike[str], template: TemplateFile | None = None) -> None:
        """Write the 运行监控表 for Excel, from a template of the office if one is given.

        Raises:
            PerfRulesError: The template cannot be filled, or the file cannot be written.
            ModuleNotFoundError: openpyxl, of the extra `forms`, is not installed.
        """
        from perfrules.progress.forms import NAME, progress_forms  # noqa: PLC0415 - as above

        write_form(path, ".xlsx", NAME, progress_forms(self), template, evidence=self.evidence)

    def to_docx(self, path: str | PathLike[str], template: TemplateFile | None = None) -> None:
        """Write the 运行监控表 for Word, from a template of the office if one is given.

        Raises:
            PerfRulesError: The template cannot be filled, or the file cannot be written.
            ModuleNotFoundError: python-docx, of the extra `forms`, is not installed.
        """
        from perfrules.progress.forms import NAME, progress_forms  # noqa: PLC0415 - as above

        write_form(path, ".docx", NAME, progress_forms(self), template, evidence=self.evidence)


def _is_met(line: LineProgress) -> bool:
    return line.standing.outcome.verdict is Verdict.MET
