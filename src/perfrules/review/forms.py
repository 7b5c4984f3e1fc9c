"""A review as a review opinion (审核意见), by the names that templates use."""

from collections import Counter
from collections.abc import Iterable, Sequence

from perfrules.diagnostics import Severity
from perfrules.filling import Form, Forms, Listing
from perfrules.review.finding import Finding, Review
from perfrules.review.rule import level_text

NAME = "审核意见"
"""The template of this form in `filling/templates/`."""

_COLUMNS = ("序号", "对象", "级别", "标准", "意见", "依据", "理由", "规则", "位置")


def review_forms(review: Review, tables: Iterable[str] = ()) -> Forms:
    """Give an opinion for each table that was found fault with, and for those of the given names without any.

    >>> [form.values["审核情况"] for form in review_forms(Review(), ["科普活动"])["项目"]]
    ['没有审核意见。']
    """
    names = dict.fromkeys([*tables, *(each.table for each in review.findings)])
    return {"项目": [_form(name, [each for each in review.findings if each.table == name]) for name in names]}


def _form(name: str, findings: Sequence[Finding]) -> Form:
    rows = tuple(_row(index, each) for index, each in enumerate(findings, 1))
    return Form(name, {"项目名称": name, "审核情况": _summary(findings)}, {"意见": Listing(_COLUMNS, rows)})


def _row(index: int, finding: Finding) -> tuple[str, ...]:
    rule = finding.rule
    return (
        str(index),
        finding.subject,
        rule.level if finding.waiver is None else f"{rule.level}（免审）",
        rule.criterion.value,
        finding.message if finding.waiver is None else f"{finding.message}\n免审：{finding.waiver.reason}",
        rule.basis,
        rule.reason,
        rule.id,
        "\n".join(str(label.place) for label in finding.labels),
    )


def _summary(findings: Sequence[Finding]) -> str:
    if not findings:
        return "没有审核意见。"
    raised = [each for each in findings if each.waiver is None]
    counts = Counter(each.severity for each in raised)
    parts = "，".join(f"{level_text(severity)}{counts[severity]}条" for severity in Severity if counts[severity])
    waived = f"免审{len(findings) - len(raised)}条" if len(raised) < len(findings) else ""
    said = f"审核意见{len(raised)}条：{parts}" if raised else "没有要改的意见"
    return "；".join(filter(None, (said, waived))) + "。"
