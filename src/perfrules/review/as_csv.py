"""Findings as CSV, for a spreadsheet: one line each."""

import csv
from collections.abc import Iterable
from io import StringIO

from perfrules.evidence import MARK, Evidence
from perfrules.review.finding import Finding

HEADER = ("项目", "对象", "规则", "级别", "标准", "意见", "位置", "依据", "免审理由", MARK)


def as_csv(findings: Iterable[Finding], evidence: Evidence | None = None) -> str:
    """Write findings under a header.

    >>> as_csv([]).strip()
    '项目,对象,规则,级别,标准,意见,位置,依据,免审理由,依据的文件'
    """
    stream = StringIO()
    mark = "" if evidence is None else evidence.mark
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(HEADER)
    for each in findings:
        writer.writerow(
            (
                each.table,
                each.subject,
                each.rule.id,
                each.rule.level,
                each.rule.criterion.value,
                each.message,
                "、".join(str(label.place) for label in each.labels),
                each.rule.basis,
                "" if each.waiver is None else each.waiver.reason,
                mark,
            )
        )
    return stream.getvalue()
