"""The findings of a review on a page."""

from collections.abc import Iterator

from perfrules.diagnostics import Severity
from perfrules.diagnostics.as_page import TONES, remark_on
from perfrules.page import Mark, Page, Remark, Remarks
from perfrules.review.finding import Finding, Review
from perfrules.review.rule import level_text


def as_page(review: Review) -> Page:
    """Lay out a review on a page of its own."""
    counts = ((severity, sum(each.severity is severity for each in review.findings)) for severity in Severity)
    return Page(
        "绩效目标审核",
        "、".join(dict.fromkeys(each.table for each in review.findings)) or "没有意见",
        "审核意见",
        f"{len(review.findings)}条",
        marks=tuple(Mark(TONES[severity], f"{level_text(severity)}{count}条") for severity, count in counts if count),
        remarks=tuple(findings(review)),
        evidence=() if review.evidence is None else tuple(review.evidence.lines()),
        legend="每条意见的理由、例子和怎么改，见 perfrules explain 编号。",
    )


def findings(review: Review) -> Iterator[Remarks]:
    """Give the findings, those that are exempt, and what was wrong with the rules; nothing where there is nothing."""
    groups = (
        ("审核意见", tuple(map(_remark, review.findings))),
        ("免审的意见", tuple(map(_remark, review.waived))),
        ("审核规则里的问题", tuple(map(remark_on, review.diagnostics))),
    )
    return (Remarks(title, items) for title, items in groups if items)


def finding_page(finding: Finding) -> Page:
    """Lay out one finding."""
    return Page("", "", remarks=(Remarks("审核意见", (_remark(finding),)),))


def _remark(finding: Finding) -> Remark:
    rule = finding.rule
    subject = finding.table if finding.subject == finding.table else f"{finding.table} · {finding.subject}"
    ground = f"（依据：{rule.basis}）" if rule.basis else ""
    waived = f"免审：{finding.waiver.reason}" if finding.waiver else ""
    text = "　".join(filter(None, (f"{finding.message}{ground}", waived)))
    return Remark(
        Mark(TONES[finding.severity], rule.level),
        f"{rule.id} {rule.name}",
        text,
        tuple(str(label) for label in finding.labels),
        subject,
    )
