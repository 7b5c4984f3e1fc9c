"""The report: scored tables of projects, and of the department that they belong to."""

import json
from fractions import Fraction
from os import PathLike

import attrs

from perfrules.diagnostics import Diagnostic
from perfrules.evidence import Evidence
from perfrules.filling import TemplateFile, write_form
from perfrules.report.lines import ExecutionLine, Line
from perfrules.report.total import Total
from perfrules.review import Review
from perfrules.scoring import Inapplicable, Scheme, Score
from perfrules.tables import GoalTable
from perfrules.targets import Interval
from perfrules.units import Quantity

REPORT_SCHEMA = "urn:perfrules:report:1"
"""The version of the JSON form: docs/schema/report-1.schema.json."""


@attrs.frozen(repr=False)
class TableReport:
    """One goal table, scored: its lines in the order of the table, and its execution line, which has no place in it."""

    table: GoalTable
    scheme: Scheme
    lines: tuple[Line, ...]
    execution: ExecutionLine

    @property
    def total(self) -> Total:
        """The sum of all lines; where the scheme says so, made up for those that do not apply."""
        rescaled = self.scheme.inapplicable is Inapplicable.RESCALED
        return self.sum.rescaled(self.waived) if rescaled else self.sum

    @property
    def sum(self) -> Total:
        """The sum of all lines as it is."""
        return Total.of(self._scores)

    @property
    def waived(self) -> Fraction:
        """The weight of the lines that do not apply."""
        return sum((score.waived for score in self._scores), Fraction(0))

    @property
    def _scores(self) -> tuple[Score, ...]:
        return (self.execution.score, *(line.score for line in self.lines))

    @property
    def score(self) -> Fraction | None:
        """The score of the project, None while it is open."""
        return self.total.points

    @property
    def grades(self) -> tuple[str, ...]:
        """The grades that the final score can get, best first; one once it is certain."""
        return _grades(self.scheme, self.total)

    @property
    def grade(self) -> str | None:
        """The grade, None while it is open or where the scheme has none."""
        return _only(self.grades)

    def __repr__(self) -> str:
        return f"TableReport({self.table.name!r}, {_points_text(self.total)})"

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form."""
        return {
            "name": self.table.name,
            "level": self.table.level.value,
            "year": self.table.year,
            "department": self.table.department,
            "scheme": self.scheme.name,
            **self.total.to_dict(),
            "grade": self.grade,
            "grades": list(self.grades),
            "execution": self.execution.to_dict(),
            "lines": [line.to_dict() for line in self.lines],
        }


@attrs.frozen
class Share:
    """What one project brings to the score of the department: its total, and what it counts there.

    `weight` is its budget in base units, its 项目权重 or 1, as the scheme says.
    """

    project: str
    total: Total
    weight: Fraction
    budget: Quantity | None = None

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form."""
        budget = None if self.budget is None else str(self.budget)
        return {"project": self.project, "budget": budget, **self.total.to_dict()}


@attrs.frozen(repr=False)
class Department:
    """A department: the mean of its projects' totals, weighted as the scheme says, and its own goal tables.

    `shares` is empty where the weight of one is missing, so that no mean can be given. The lines of the department's
    own tables are scored but take no part in the mean.
    """

    name: str
    scheme: Scheme
    shares: tuple[Share, ...] = ()
    tables: tuple[TableReport, ...] = ()

    @property
    def total(self) -> Total | None:
        """The weighted mean, None where there is none."""
        whole = self.weight
        if not whole:
            return None
        return sum((share.total * (share.weight / whole) for share in self.shares), Total())

    @property
    def weight(self) -> Fraction:
        """What all projects count together."""
        return sum((share.weight for share in self.shares), Fraction(0))

    @property
    def grades(self) -> tuple[str, ...]:
        """The grades that the final score can get, best first."""
        return _grades(self.scheme, self.total) if self.total else ()

    def __repr__(self) -> str:
        return f"Department({self.name!r}, {_points_text(self.total)})"

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form."""
        return {
            "name": self.name,
            "scheme": self.scheme.name,
            **_total_to_dict(self.total),
            "grade": _only(self.grades),
            "grades": list(self.grades),
            "shares": [share.to_dict() for share in self.shares],
            "tables": [table.to_dict() for table in self.tables],
        }


@attrs.frozen(repr=False)
class Report:
    """A scored self-evaluation (绩效自评): every project, and the departments that they belong to.

    `diagnostics` are about what was reported as a whole: files, rows that match no indicator, indicators that no row
    matches. What is doubtful about one line stands in its outcome and its score. `evidence` is what a ruleset knows
    about the files and schemes behind it; a report built from types alone has none.
    """

    projects: tuple[TableReport, ...] = ()
    departments: tuple[Department, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    evidence: Evidence | None = None

    @property
    def tables(self) -> tuple[TableReport, ...]:
        """All scored tables, those of departments last."""
        return (*self.projects, *(table for department in self.departments for table in department.tables))

    @property
    def whole(self) -> TableReport | Department | None:
        """What the score of the report is the score of: its only table, else its only department."""
        if len(self.tables) == 1:
            return self.tables[0]
        return self.departments[0] if len(self.departments) == 1 else None

    @property
    def total(self) -> Total | None:
        """The total of the only table or department; None where there are several, or a budget is missing."""
        return self.whole.total if self.whole else None

    @property
    def score(self) -> Fraction | None:
        """The score, None while it is open or where there is none."""
        return self.total.points if self.total else None

    @property
    def grades(self) -> tuple[str, ...]:
        """The grades that the final score can get, best first."""
        return self.whole.grades if self.whole else ()

    @property
    def grade(self) -> str | None:
        """The grade, None while it is open or where there is none."""
        return _only(self.grades)

    @property
    def is_clean(self) -> bool:
        """Whether every line is met, and there is nothing to check or to put right."""
        return not self.diagnostics and all(line.is_clean for table in self.tables for line in table.lines)

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form. Numbers are strings: decimals, or quotients such as `2/3`, never rounded."""
        return {
            "$schema": REPORT_SCHEMA,
            **_total_to_dict(self.total),
            "grade": self.grade,
            "grades": list(self.grades),
            "projects": [project.to_dict() for project in self.projects],
            "departments": [department.to_dict() for department in self.departments],
            "diagnostics": [diagnostic.to_dict() for diagnostic in self.diagnostics],
            "evidence": None if self.evidence is None else self.evidence.to_dict(),
        }

    def to_json(self) -> str:
        """Give the JSON text of :meth:`to_dict`, indented, 汉字 as they are."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2)

    def __repr__(self) -> str:
        return f"Report({len(self.projects)}个项目, {len(self.departments)}个部门, {_points_text(self.total)})"

    def _repr_html_(self) -> str | None:
        from perfrules.page import draw_inline  # noqa: PLC0415 - only notebooks draw
        from perfrules.report.as_page import as_page  # noqa: PLC0415

        return draw_inline(as_page(self))

    def to_markdown(self) -> str:
        """Give the report as a Markdown document for people, with rounded numbers."""
        from perfrules.report.markdown import as_markdown  # noqa: PLC0415 - drawing knows reports, not they it

        return as_markdown(self)

    def to_html(self, review: Review | None = None) -> str:
        """Give the report as a page for a browser: one HTML file that loads nothing, with the findings of a review.

        Raises:
            ModuleNotFoundError: jinja2, of the extra `html`, is not installed.
        """
        from perfrules.page import draw  # noqa: PLC0415 - as above
        from perfrules.report.as_page import as_page  # noqa: PLC0415

        return draw(as_page(self, review))

    def to_xlsx(self, path: str | PathLike[str], template: TemplateFile | None = None) -> None:
        """Write the 自评表 for Excel: a sheet for each project and department, from a template of the office if given.

        Raises:
            PerfRulesError: The template cannot be filled, or the file cannot be written.
            ModuleNotFoundError: openpyxl, of the extra `forms`, is not installed.
        """
        from perfrules.report.forms import NAME, report_forms  # noqa: PLC0415 - as above

        write_form(path, ".xlsx", NAME, report_forms(self), template, evidence=self.evidence)

    def to_docx(self, path: str | PathLike[str], template: TemplateFile | None = None) -> None:
        """Write the 自评表 for Word, as :meth:`to_xlsx` does for Excel.

        Raises:
            PerfRulesError: The template cannot be filled, or the file cannot be written.
            ModuleNotFoundError: python-docx, of the extra `forms`, is not installed.
        """
        from perfrules.report.forms import NAME, report_forms  # noqa: PLC0415 - as above

        write_form(path, ".docx", NAME, report_forms(self), template, evidence=self.evidence)


def _grades(scheme: Scheme, total: Total) -> tuple[str, ...]:
    possible = Interval(total.low, total.high)
    return tuple(grade.name for grade in scheme.grades if not grade.scores.misses(possible))


def _only(grades: tuple[str, ...]) -> str | None:
    return grades[0] if len(grades) == 1 else None


def _points_text(total: Total | None) -> str:
    if total is None:
        return "没有总分"
    from perfrules.report.wording import decimal_text, range_text  # noqa: PLC0415 - words know reports, not they words

    return f"{range_text(total.low, total.high)}/{decimal_text(total.weight)}分"


def _total_to_dict(total: Total | None) -> dict[str, object]:
    return dict.fromkeys(Total().to_dict()) if total is None else total.to_dict()
