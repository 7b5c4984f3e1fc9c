"""The findings of a review as messages on a page."""

from collections.abc import Iterator

from perfrules.page import Mark, Remark, Remarks, remark_on
from perfrules.page.remarks import TONES
from perfrules.review.finding import Finding, Review


def findings(review: Review) -> Iterator[Remarks]:
    """Give the findings, those that are exempt, and what was wrong with the rules; nothing where there is nothing."""
    groups = (
        ("审核意见", tuple(map(_remark, review.findings))),
        ("免审的意见", tuple(map(_remark, review.waived))),
        ("审核规则里的问题", tuple(map(remark_on, review.diagnostics))),
    )
    return (Remarks(title, items) for title, items in groups if items)


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
