"""The audit of self-evaluation tables: every printed number beside the one that was worked out, and what differs."""

import json
from collections import Counter
from collections.abc import Iterator

import attrs

from perfrules.auditing.recount import CountedLine, CountedMoney
from perfrules.auditing.standing import Standing
from perfrules.auditing.sums import making_up
from perfrules.diagnostics import Diagnostic, Severity, worst
from perfrules.evidence import Evidence
from perfrules.report import Total
from perfrules.scoring import Scheme, Score
from perfrules.tables import FilledTable, Printed

AUDIT_SCHEMA = "urn:perfrules:audit:1"
"""The version of the JSON form: docs/schema/audit-1.schema.json."""


@attrs.frozen
class AuditedScore:
    """A printed score, what the scheme gives, and how the two stand to each other.

    `explanations` are other schemes that reproduce the printed score exactly, the likeliest first; `findings` is what
    is to be said about the line.
    """

    counted: CountedLine | CountedMoney
    score: Score
    standing: Standing
    explanations: tuple[Scheme, ...] = ()
    findings: tuple[Diagnostic, ...] = ()

    @property
    def name(self) -> str:
        """What messages call the line."""
        return self.counted.name

    @property
    def printed(self) -> Printed:
        """The score as printed."""
        return self.counted.printed

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form."""
        return {
            "name": self.name,
            **self.counted.to_dict(),
            "printed": None if self.printed.number is None else str(self.printed.number),
            "score": self.score.to_dict(),
            "standing": self.standing.name.lower(),
            "explanations": [{"scheme": each.name, "title": each.title} for each in self.explanations],
            "findings": [each.to_dict() for each in self.findings],
            "place": None if self.printed.place is None else str(self.printed.place),
        }


@attrs.frozen(repr=False)
class AuditedTable:
    """A table with all of its scores.

    `findings` is what concerns the table as a whole: sums, parts, grade. `fitting` are other schemes that reproduce all
    of its scores, where the scheme itself does not.
    """

    table: FilledTable
    scheme: Scheme
    lines: tuple[AuditedScore, ...]
    money: tuple[AuditedScore, ...]
    findings: tuple[Diagnostic, ...] = ()
    fitting: tuple[Scheme, ...] = ()

    @property
    def scores(self) -> tuple[AuditedScore, ...]:
        """The money and the lines, in the order of the form."""
        return (*self.money, *self.lines)

    @property
    def total(self) -> Total:
        """What the scheme gives for the whole table, made up for what does not apply where the scheme says so."""
        return Total.of(each.score for each in self.scores) * making_up(self.table, self.scheme)

    @property
    def standings(self) -> Counter[Standing]:
        """How many scores stand how."""
        return Counter(each.standing for each in self.scores)

    @property
    def explained_by(self) -> Counter[Scheme]:
        """How many of the differing scores each other scheme reproduces."""
        return Counter(scheme for each in self.scores for scheme in each.explanations)

    @property
    def diagnostics(self) -> Iterator[Diagnostic]:
        """Everything that is to be said, line by line, then about the whole."""
        for each in self.scores:
            yield from each.findings
        yield from self.findings

    def __repr__(self) -> str:
        return f"AuditedTable({self.table.project!r}, {len(self.scores)}个得分, {len(list(self.diagnostics))}处意见)"

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form."""
        return {
            "project": self.table.project,
            "year": self.table.year,
            "scheme": self.scheme.name,
            "printed_total": None if self.table.score.number is None else str(self.table.score.number),
            "printed_grade": self.table.grade.text or None,
            "total": self.total.to_dict(),
            "counts": {standing.name.lower(): self.standings[standing] for standing in Standing},
            "explained_by": {scheme.name: count for scheme, count in self.explained_by.most_common()},
            "fitting": [scheme.name for scheme in self.fitting],
            "money": [each.to_dict() for each in self.money],
            "lines": [each.to_dict() for each in self.lines],
            "findings": [each.to_dict() for each in self.findings],
        }


@attrs.frozen(repr=False)
class Audit:
    """The audit of everything that was read. `diagnostics` is what could not be read, `evidence` what was."""

    tables: tuple[AuditedTable, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    evidence: Evidence | None = None

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """Everything that is to be said about the tables."""
        return tuple(each for table in self.tables for each in table.diagnostics)

    @property
    def is_clean(self) -> bool:
        """Whether there is nothing to put right: notes (提示) do not count."""
        return worst((*self.diagnostics, *self.findings)) in (None, Severity.INFO)

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form, by docs/schema/audit-1.schema.json; numbers are strings of decimals or quotients."""
        return {
            "$schema": AUDIT_SCHEMA,
            "tables": [table.to_dict() for table in self.tables],
            "diagnostics": [each.to_dict() for each in self.diagnostics],
            "evidence": None if self.evidence is None else self.evidence.to_dict(),
        }

    def to_csv(self) -> str:
        """Write a list for a spreadsheet: a row for each score, and one for each finding about a whole table."""
        from perfrules.auditing.as_csv import as_csv  # noqa: PLC0415 - the list is drawn from this type

        return as_csv(self)

    def to_html(self) -> str:
        """Give a page for a browser: one HTML file that loads nothing.

        Raises:
            ModuleNotFoundError: jinja2, of the extra `html`, is not installed.
        """
        from perfrules.auditing.as_page import as_page  # noqa: PLC0415 - as above
        from perfrules.page import draw  # noqa: PLC0415

        return draw(as_page(self))

    def to_json(self) -> str:
        """Write the JSON form as a text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2)

    def __repr__(self) -> str:
        return f"Audit({len(self.tables)}张自评表, {len(self.findings)}处意见)"

    def _repr_html_(self) -> str | None:
        from perfrules.auditing.as_page import as_page  # noqa: PLC0415
        from perfrules.page import draw_inline  # noqa: PLC0415 - only notebooks draw

        return draw_inline(as_page(self))
