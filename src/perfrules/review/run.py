"""Runs review rules over goal tables."""

from collections.abc import Iterable, Sequence

from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.formulas import Budget, Evaluation, names_in
from perfrules.review.finding import Finding, Review, reading_order
from perfrules.review.objects import Thing, things
from perfrules.review.rule import ReviewRule
from perfrules.review.views import IndicatorView, Portfolio, TableView
from perfrules.review.waiving import unused_waivers, waiver_for
from perfrules.review.wording import message_of
from perfrules.source import Place
from perfrules.tables import GoalTable


def review(
    rules: Sequence[ReviewRule],
    tables: Iterable[GoalTable],
    last_year: Iterable[GoalTable] = (),
    off: Iterable[ReviewRule] = (),
) -> Review:
    """Look for everything in goal tables that the rules do not hold for.

    `last_year` are the tables of the year before; each is compared with the table of the same project. Findings that a
    table or a line is exempt from (免审) are kept apart. `off` are rules that are not run; to be exempt from them is no
    mistake.

    >>> review([], [GoalTable("科普活动")]).findings
    ()
    """
    portfolio = Portfolio.of(tables, last_year)
    found: list[Finding] = []
    diagnostics: list[Diagnostic] = []
    given = {rule.id: rule.given for rule in rules}
    for table in portfolio.tables:
        objects = {kind: things(table, kind) for kind in dict.fromkeys(rule.about for rule in rules)}
        for rule in rules:
            budget = Budget()
            asked = [(thing, Evaluation.of(thing, given[rule.id], budget)) for thing in objects[rule.about]]
            of_rule = [_finding(rule, thing, each, table) for thing, each in asked if _fails(rule, each)]
            if budget.is_exhausted:
                diagnostics.append(_too_costly(rule, table))
            else:
                found.extend(of_rule)
    waived = tuple(sorted((each for each in found if each.waiver is not None), key=reading_order))
    return Review(
        tuple(sorted((each for each in found if each.waiver is None), key=reading_order)),
        waived,
        (*diagnostics, *unused_waivers(portfolio.tables, rules, off, waived)),
    )


def truths(rule: ReviewRule, table: TableView) -> list[bool | None]:
    """Tell what the condition of a rule comes to for each object of a table that is in its scope."""
    asked = [Evaluation.of(thing, rule.given) for thing in things(table, rule.about)]
    inside = [each for each in asked if rule.scope is None or each.truth(rule.scope) is True]
    return [each.truth(rule.condition) for each in inside]


def _fails(rule: ReviewRule, evaluation: Evaluation) -> bool:
    """Whether a rule does not hold for an object that it is for; what cannot be decided is no finding."""
    applies = rule.scope is None or evaluation.truth(rule.scope) is True
    return applies and evaluation.truth(rule.condition) is False


def _finding(rule: ReviewRule, thing: Thing, evaluation: Evaluation, table: TableView) -> Finding:
    place = _place(rule, thing)
    labels = () if place is None else (Label(place),)
    indicator = thing.view if isinstance(thing.view, IndicatorView) else None
    waiver = waiver_for(rule, table.table, indicator)
    return Finding(rule, table.table.name, thing.name, message_of(rule, evaluation), labels, waiver)


def _place(rule: ReviewRule, thing: Thing) -> Place | None:
    """Give where a finding points: for a table, the first field that the condition or the message asks for."""
    if not isinstance(thing.view, TableView):
        return thing.place
    fields, places = thing.kind.fields, thing.view.table.places
    formulas = (rule.condition, *(part for part in rule.message if not isinstance(part, str)))
    asked = (fields.get(name, "") for formula in formulas for name in names_in(formula))
    return next((places[field] for field in asked if field in places), thing.place)


def _too_costly(rule: ReviewRule, table: TableView) -> Diagnostic:
    labels = () if rule.place is None else (Label(rule.place),)
    return Diagnostic.of(Code.REVIEW_TOO_COSTLY, *labels, rule=rule.id, table=table.table.name)
