"""An audit as a list for a spreadsheet: a row for each score, and one for each finding about a table as a whole."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from perfrules.auditing.audit import Audit, AuditedScore, AuditedTable
from perfrules.auditing.wording import COLUMNS, rows_of
from perfrules.diagnostics import Diagnostic
from perfrules.evidence import MARK

HEADER = ("项目名称", *COLUMNS, "能解释的办法", "问题", "位置", MARK)


def as_csv(audit: Audit) -> str:
    """Write an audit as CSV, with a header.

    >>> as_csv(Audit()).splitlines()
    ['项目名称,指标,指标值,实际完成值,分值,填报得分,应得分,核对,能解释的办法,问题,位置,依据的文件']
    """
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(HEADER)
    mark = "" if audit.evidence is None else audit.evidence.mark
    writer.writerows((*row, mark) for row in _all_rows(audit))
    return stream.getvalue()


def _all_rows(audit: Audit) -> Iterator[tuple[str, ...]]:
    for table in audit.tables:
        yield from _rows(table)
    for each in audit.diagnostics:
        yield ("", *[""] * len(COLUMNS), "", each.message, _places([each]))


def _rows(table: AuditedTable) -> Iterator[tuple[str, ...]]:
    project = table.table.project
    for each, row in rows_of(table):
        yield (project, *row, _explanations(each), " ".join(found.message for found in each.findings), _place(each))
    for finding in table.findings:
        yield (project, *[""] * len(COLUMNS), "", finding.message, _places([finding]))


def _explanations(each: AuditedScore) -> str:
    return "、".join(scheme.name for scheme in each.explanations)


def _place(each: AuditedScore) -> str:
    return "" if each.printed.place is None else str(each.printed.place)


def _places(findings: Iterable[Diagnostic]) -> str:
    return " ".join(str(label.place) for finding in findings for label in finding.labels)
