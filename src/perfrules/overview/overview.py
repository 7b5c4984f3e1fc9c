"""A report, and progress where there is some, seen from far away: nothing in here is judged again."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

import attrs

from perfrules.diagnostics import Code, Diagnostic
from perfrules.evaluation import Verdict
from perfrules.evidence import Evidence
from perfrules.names import category_of
from perfrules.progress import Progress, TableProgress
from perfrules.report import Department, Line, Report, TableReport, Total
from perfrules.report.wording import EXECUTION

OTHERS = "其他指标"
"""What indicators are called together whose class is none of 产出, 效益, 满意度 and 成本."""


@attrs.frozen
class ClassTotal:
    """What the indicators of a class (一级指标), or the execution of the budget, came to together."""

    name: str
    total: Total


@attrs.frozen
class TableOverview:
    """A scored table in one line; `progress` is where it stands on the day, None where no day was given."""

    report: TableReport
    progress: TableProgress | None = None

    @property
    def name(self) -> str:
        """The name of the project or department."""
        return self.report.table.name

    @property
    def classes(self) -> tuple[ClassTotal, ...]:
        """The totals of the official classes, after that of the execution where it is scored; all others together."""
        execution = self.report.execution.score
        found = {EXECUTION: [execution]} if execution.weight else {}
        for line in self.report.lines:
            found.setdefault(category_of(line.indicator.category) or OTHERS, []).append(line.score)
        return tuple(ClassTotal(name, Total.of(scores)) for name, scores in found.items())

    @property
    def verdicts(self) -> Mapping[Verdict, int]:
        """How many indicators are met, not met, or undecided."""
        counts = Counter(line.outcome.verdict for line in self.report.lines)
        return {verdict: counts[verdict] for verdict in Verdict}

    @property
    def open(self) -> tuple[Line, ...]:
        """The indicators whose points are not decided yet."""
        return tuple(line for line in self.report.lines if line.score.points is None)


@attrs.frozen
class Concern:
    """Everything with one code that is to be put right: how often, and the first of it."""

    code: Code
    count: int
    first: Diagnostic


@attrs.frozen
class Overview:
    """All tables in one line each, the departments, and what is to be put right, by its code."""

    report: Report
    tables: tuple[TableOverview, ...]
    concerns: tuple[Concern, ...] = ()
    as_of: date | None = None
    evidence: Evidence | None = None

    @property
    def departments(self) -> tuple[Department, ...]:
        """The departments of the report."""
        return self.report.departments

    @property
    def is_clean(self) -> bool:
        """Whether every line is met, every light is fine, and there is nothing to check or to put right."""
        followed = (table.progress for table in self.tables if table.progress is not None)
        return self.report.is_clean and not self.concerns and all(each.is_clean for each in followed)

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form, by docs/schema/overview-1.schema.json."""
        from perfrules.overview.as_dict import overview_dict  # noqa: PLC0415 - writing knows overviews, not they it

        return overview_dict(self)

    def to_json(self) -> str:
        """Give the JSON text of :meth:`to_dict`, indented, 汉字 as they are."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2)

    def to_markdown(self) -> str:
        """Give a Markdown document for people, with rounded numbers."""
        from perfrules.overview.texts import as_markdown  # noqa: PLC0415 - as above

        return as_markdown(self)

    def to_html(self) -> str:
        """Give a page for a browser: one HTML file that loads nothing.

        Raises:
            ModuleNotFoundError: jinja2, of the extra `html`, is not installed.
        """
        from perfrules.overview.as_page import as_page  # noqa: PLC0415 - as above
        from perfrules.page import draw  # noqa: PLC0415

        return draw(as_page(self))

    def to_csv(self) -> str:
        """Give a row for each table as CSV, for spreadsheets, with rounded numbers."""
        from perfrules.overview.texts import as_csv  # noqa: PLC0415 - as above

        return as_csv(self)


def overview_of(report: Report, progress: Progress | None = None) -> Overview:
    """Look at a report from far away, with the progress of the same tables on a day where it is given.

    >>> overview_of(Report()).tables
    ()
    """
    followed = {} if progress is None else {id(each.table): each for each in progress.tables}
    tables = tuple(TableOverview(each, followed.get(id(each.table))) for each in report.tables)
    said = dict.fromkeys((*report.diagnostics, *(() if progress is None else progress.diagnostics)))
    if progress is None:
        return Overview(report, tables, tuple(_concerns(said)), None, report.evidence)
    evidence = report.evidence
    if evidence is not None and progress.evidence is not None:
        both = (*evidence.authorities, *progress.evidence.authorities)
        evidence = attrs.evolve(evidence, authorities=both, as_of=progress.as_of)
    return Overview(report, tables, tuple(_concerns(said)), progress.as_of, evidence)


def _concerns(diagnostics: Iterable[Diagnostic]) -> list[Concern]:
    found: dict[Code, list[Diagnostic]] = {}
    for each in diagnostics:
        found.setdefault(each.code, []).append(each)
    worst_first = sorted(found.items(), key=lambda item: (-item[0].severity.rank, item[0].id))
    return [Concern(code, len(several), several[0]) for code, several in worst_first]
