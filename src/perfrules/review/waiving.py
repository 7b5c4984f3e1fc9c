"""Exemptions (免审): which waiver a finding falls under, and which waivers nothing falls under."""

from collections.abc import Iterable, Iterator

from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.review.finding import Finding
from perfrules.review.rule import ReviewRule
from perfrules.review.views import IndicatorView, TableView
from perfrules.tables import GoalTable, Waiver


def waiver_for(rule: ReviewRule, table: GoalTable, indicator: IndicatorView | None) -> Waiver | None:
    """Give the waiver of a rule for an object: on the line of the indicator, else on the table."""
    own = () if indicator is None else indicator.indicator.waivers
    return next((waiver for waiver in (*own, *table.waivers) if rule.id in waiver.rules), None)


def unused_waivers(
    tables: Iterable[TableView], rules: Iterable[ReviewRule], off: Iterable[ReviewRule], waived: Iterable[Finding]
) -> Iterator[Diagnostic]:
    """Say which waivers name a rule that there is not, or that finds nothing there."""
    known, idle = {rule.id for rule in rules}, {rule.id for rule in off}
    used = {(id(finding.waiver), finding.rule.id) for finding in waived}
    for waiver in (waiver for table in tables for waiver in _waivers(table.table)):
        labels = () if waiver.place is None else (Label(waiver.place),)
        for name in waiver.rules:
            if name not in known and name not in idle:
                yield Diagnostic.of(Code.REVIEW_RULE_UNKNOWN, *labels, rule=name)
            elif name in known and (id(waiver), name) not in used:
                yield Diagnostic.of(Code.WAIVER_UNUSED, *labels, rule=name)


def _waivers(table: GoalTable) -> Iterator[Waiver]:
    yield from table.waivers
    for indicator in table.indicators:
        yield from indicator.waivers
