"""What millions of lines came to: by department and class, and what could not be read."""

import json
from decimal import Decimal
from fractions import Fraction

import attrs

from perfrules.diagnostics import Diagnostic
from perfrules.evidence import Evidence
from perfrules.units import exact_text

SUMMARY_SCHEMA = "urn:perfrules:summary:1"
"""The version of the JSON form of a summary: docs/schema/summary-1.schema.json."""


@attrs.frozen
class Group:
    """The lines of one class of one department; either is empty where the table does not say.

    Of the `rows`, `scored` have a weight; the points of `open` of them are not decided yet. All points lie between
    `low` and `high` out of `weight`.
    """

    department: str = ""
    category: str = ""
    rows: int = 0
    met: int = 0
    unmet: int = 0
    unknown: int = 0
    scored: int = 0
    open: int = 0
    low: Decimal = Decimal(0)
    high: Decimal = Decimal(0)
    weight: Decimal = Decimal(0)

    def __add__(self, other: "Group") -> "Group":
        return Group(
            self.department if self.department == other.department else "",
            self.category if self.category == other.category else "",
            self.rows + other.rows,
            self.met + other.met,
            self.unmet + other.unmet,
            self.unknown + other.unknown,
            self.scored + other.scored,
            self.open + other.open,
            self.low + other.low,
            self.high + other.high,
            self.weight + other.weight,
        )

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form; points are strings of decimals."""
        numbers = {name: exact_text(Fraction(getattr(self, name))) for name in ("low", "high", "weight")}
        return {**attrs.asdict(self), **numbers}


@attrs.frozen
class Unread:
    """A cell that could not be read, in the column `field`, and how many lines have it."""

    field: str
    text: str
    rows: int


@attrs.frozen
class Summary:
    """Lines by department and class; how many cells of targets and of actual values were not read, the commonest first.

    `counted_all` is False where there are so many different ones that rare ones were not counted to the end.
    """

    groups: tuple[Group, ...] = ()
    unread_targets: int = 0
    unread_actuals: int = 0
    unread: tuple[Unread, ...] = ()
    counted_all: bool = True
    evidence: Evidence | None = None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def total(self) -> Group:
        """All lines together."""
        return sum(self.groups, Group())

    @property
    def departments(self) -> tuple[Group, ...]:
        """The lines of each department, whatever their class; those with most lines first."""
        return _together(self.groups, "department")

    @property
    def categories(self) -> tuple[Group, ...]:
        """The lines of each class, whatever their department; those with most lines first."""
        return _together(self.groups, "category")

    @property
    def is_clean(self) -> bool:
        """Whether every target is met."""
        return self.total.met == self.total.rows

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form."""
        return {
            "$schema": SUMMARY_SCHEMA,
            "total": self.total.to_dict(),
            "groups": [each.to_dict() for each in self.groups],
            "unread": {
                "targets": self.unread_targets,
                "actuals": self.unread_actuals,
                "counted_all": self.counted_all,
                "cells": [attrs.asdict(each) for each in self.unread],
            },
            "diagnostics": [each.to_dict() for each in self.diagnostics],
            "evidence": None if self.evidence is None else self.evidence.to_dict(),
        }

    def to_json(self) -> str:
        """Give the JSON form as text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2)


def _together(groups: tuple[Group, ...], by: str) -> tuple[Group, ...]:
    sums: dict[str, Group] = {}
    for each in groups:
        name = getattr(each, by)
        sums[name] = sums[name] + each if name in sums else each
    return tuple(sorted(sums.values(), key=lambda each: (-each.rows, getattr(each, by))))
