"""A finding: one object that a rule does not hold for; and all of them together."""

import json
from collections.abc import Iterable
from os import PathLike

import attrs

from perfrules.diagnostics import Diagnostic, Label, Severity
from perfrules.evidence import Evidence
from perfrules.filling import TemplateFile, write_form
from perfrules.review.rule import ReviewRule
from perfrules.source import TextPlace
from perfrules.tables import Waiver

REVIEW_SCHEMA = "urn:perfrules:review:1"
"""The version of the JSON form of a review: docs/schema/review-1.schema.json."""


@attrs.frozen(repr=False)
class Finding:
    """What a rule found: which rule, about which object of which table, and what is said to the office.

    `waiver` is the exemption (免审) that takes the finding out of the list, with its reason; None where there is none.
    """

    rule: ReviewRule
    table: str
    subject: str
    message: str
    labels: tuple[Label, ...] = attrs.field(default=(), eq=False)
    waiver: Waiver | None = None

    @property
    def severity(self) -> Severity:
        """How bad it is, by its rule."""
        return self.rule.severity

    def __str__(self) -> str:
        head = f"{self.rule.level} {self.rule.id} {self.rule.name}：{self.message}"
        return "\n".join([head, *(f"  {label}" for label in self.labels)])

    def __repr__(self) -> str:
        return f"Finding({self.rule.id!r}, {self.table!r}, {self.subject!r})"

    def _repr_html_(self) -> str | None:
        from perfrules.page import draw_inline  # noqa: PLC0415 - only notebooks draw
        from perfrules.review.as_page import finding_page  # noqa: PLC0415

        return draw_inline(finding_page(self))

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form."""
        rule = self.rule
        return {
            "rule": rule.id,
            "name": rule.name,
            "severity": rule.severity.value,
            "criterion": rule.criterion.value,
            "table": self.table,
            "subject": self.subject,
            "message": self.message,
            "reason": rule.reason,
            "basis": rule.basis,
            "labels": [
                {"place": str(label.place), "excerpt": label.place.excerpt(), "note": label.note}
                for label in self.labels
            ],
            "waived": None if self.waiver is None else self.waiver.reason,
        }


@attrs.frozen(repr=False)
class Review:
    """What a review comes to: findings, the worst first; those that are exempt; and what was wrong with the rules."""

    findings: tuple[Finding, ...] = ()
    waived: tuple[Finding, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    evidence: Evidence | None = None

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form, by docs/schema/review-1.schema.json."""
        return {
            "$schema": REVIEW_SCHEMA,
            "findings": [each.to_dict() for each in self.findings],
            "waived": len(self.waived),
            "evidence": None if self.evidence is None else self.evidence.to_dict(),
        }

    def to_json(self) -> str:
        """Give the JSON text of :meth:`to_dict`, indented, 汉字 as they are."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2)

    def __repr__(self) -> str:
        return f"Review({len(self.findings)}条意见, {len(self.waived)}条免审)"

    def _repr_html_(self) -> str | None:
        from perfrules.page import draw_inline  # noqa: PLC0415 - only notebooks draw
        from perfrules.review.as_page import as_page  # noqa: PLC0415

        return draw_inline(as_page(self))

    def to_html(self) -> str:
        """Give a page for a browser: one HTML file that loads nothing.

        Raises:
            ModuleNotFoundError: jinja2, of the extra `html`, is not installed.
        """
        from perfrules.page import draw  # noqa: PLC0415 - drawing is only for those who want it
        from perfrules.review.as_page import as_page  # noqa: PLC0415

        return draw(as_page(self))

    def to_xlsx(
        self, path: str | PathLike[str], template: TemplateFile | None = None, tables: Iterable[str] = ()
    ) -> None:
        """Write a 审核意见 for Excel, for each table with findings and for those named by `tables`.

        Raises:
            PerfRulesError: The template cannot be filled, or the file cannot be written.
            ModuleNotFoundError: openpyxl, of the extra `forms`, is not installed.
        """
        from perfrules.review.forms import NAME, review_forms  # noqa: PLC0415 - writing knows reviews, not they it

        write_form(path, ".xlsx", NAME, review_forms(self, tables), template, evidence=self.evidence)

    def to_docx(
        self, path: str | PathLike[str], template: TemplateFile | None = None, tables: Iterable[str] = ()
    ) -> None:
        """Write a 审核意见 for Word, for each table with findings and for those named by `tables`.

        Raises:
            PerfRulesError: The template cannot be filled, or the file cannot be written.
            ModuleNotFoundError: python-docx, of the extra `forms`, is not installed.
        """
        from perfrules.review.forms import NAME, review_forms  # noqa: PLC0415 - writing knows reviews, not they it

        write_form(path, ".docx", NAME, review_forms(self, tables), template, evidence=self.evidence)


def reading_order(finding: Finding) -> tuple[object, ...]:
    """Give what findings are sorted by: severity, then place, then rule."""
    place = finding.labels[0].place if finding.labels else None
    where = (place.source.name, place.span.start) if isinstance(place, TextPlace) else (str(place or ""), 0)
    return (-finding.severity.rank, *where, finding.rule.id, finding.table, finding.subject, finding.message)
