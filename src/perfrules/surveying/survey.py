"""All that can be seen of many tables at once: what review rules say, which are copies, what is out of proportion."""

import json
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import attrs
import pyarrow as pa

from perfrules.evidence import Evidence
from perfrules.review.rule import LEVELS
from perfrules.ruleset import Ruleset
from perfrules.surveying.copies import copies
from perfrules.surveying.extremes import extremes
from perfrules.surveying.findings import line_findings
from perfrules.surveying.lines import Lines
from perfrules.units import exact_text

SURVEY_SCHEMA = "urn:perfrules:survey:1"
"""The version of the JSON form: docs/schema/survey-1.schema.json."""


@attrs.frozen(eq=False)
class Survey:
    """So many lines, wordings and projects; and three tables about them, as `FINDINGS`, `COPIES` and `OUTLIERS` say.

    `copies` is None where there is no column of projects.
    """

    lines: int
    wordings: int
    projects: int
    findings: pa.Table
    copies: pa.Table | None
    outliers: pa.Table
    evidence: Evidence | None = None

    @property
    def is_clean(self) -> bool:
        """Whether nothing was found."""
        copied = 0 if self.copies is None else self.copies.num_rows
        return not (self.findings.num_rows or self.outliers.num_rows or copied)

    def from_level(self, level: str) -> "Survey":
        """Leave out the findings that are less bad than a level."""
        wanted = {name for name, severity in LEVELS.items() if severity.rank >= LEVELS[level].rank}
        mask = [each in wanted for each in self.findings["level"].to_pylist()]
        return attrs.evolve(self, findings=self.findings.filter(pa.array(mask, pa.bool_())))

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form; numbers that may have decimals are strings."""
        return {
            "$schema": SURVEY_SCHEMA,
            "lines": self.lines,
            "wordings": self.wordings,
            "projects": self.projects,
            "findings": list(_rows(self.findings)),
            "copies": None if self.copies is None else list(_rows(self.copies)),
            "outliers": list(_rows(self.outliers)),
            "evidence": None if self.evidence is None else self.evidence.to_dict(),
        }

    def to_json(self) -> str:
        """Give the JSON form as text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2)


def survey(lines: Lines, ruleset: Ruleset) -> Survey:
    """Look at lines in every way that their columns allow."""
    return Survey(
        len(lines.wording),
        len(lines.wordings),
        len(lines.projects),
        line_findings(lines, ruleset),
        copies(lines, ruleset.language) if "project" in lines.fields else None,
        extremes(lines, ruleset.language),
    )


def _rows(table: pa.Table) -> Iterator[dict[str, object]]:
    for row in table.to_pylist():
        yield {name: exact_text(Fraction(cell)) if isinstance(cell, Decimal) else cell for name, cell in row.items()}
