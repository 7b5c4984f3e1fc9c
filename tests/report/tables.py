"""Small goal tables, what is reported against them, and a scheme that a reader can work out in the head."""

from collections.abc import Iterable
from fractions import Fraction

from perfrules.actuals import Tier, read_actual
from perfrules.formulas import Name, Number
from perfrules.report import Report, build_report
from perfrules.scoring import ClassWeight, Grade, Scheme, ScoringRule, TierShare, TierTable, Weighting
from perfrules.source import CellPlace
from perfrules.tables import Actuals, Budget, GoalTable, Indicator, Level, ReportedActual, ReportedSpending
from perfrules.targets import Interval, parse, parse_quantity

OUTPUT, EFFECT = "产出指标", "效益指标"
COUNT, SOCIAL = "数量指标", "社会效益指标"

_PARTLY = Interval(Fraction(3, 5), Fraction(4, 5), high_closed=False)

ALL_OR_NOTHING = Scheme(
    "例",
    weighting=Weighting(
        execution=Fraction(10), classes=(ClassWeight(OUTPUT, Fraction(60)), ClassWeight(EFFECT, Fraction(30)))
    ),
    tiers=(TierTable("评判", (TierShare(Tier.PARTIAL, _PARTLY),)),),
    rules=(
        ScoringRule(Name("由人评判"), Name("评判")),
        ScoringRule(Name("达成"), Name("分值")),
        ScoringRule(None, Number(Fraction(0))),
    ),
    execution=(ScoringRule(None, Name("分值")),),
    grades=(
        Grade("优", Interval(Fraction(90), Fraction(100))),
        Grade("良", Interval(Fraction(80), Fraction(90), high_closed=False)),
        Grade("差", Interval(Fraction(0), Fraction(80), high_closed=False)),
    ),
)
"""Execution 10, output 60, effect 30; met gets everything, not met nothing, and partly met needs a judgement."""


def indicator(name: str, target: str, category: str = OUTPUT, subcategory: str = COUNT) -> Indicator:
    """Make a line of a goal table."""
    read = parse(target, name=name, category=category, subcategory=subcategory, year=2023)
    return Indicator(name, read, category, subcategory)


def project(name: str, *indicators: Indicator, budget: str = "100万元", department: str = "某局") -> GoalTable:
    """Make the goal table of a project."""
    money = Budget(parse_quantity(budget) if budget else None)
    return GoalTable(name, year=2023, department=department, budget=money, indicators=indicators)


def department(name: str, *indicators: Indicator) -> GoalTable:
    """Make the goal table of a department."""
    return GoalTable(name, Level.DEPARTMENT, year=2023, department=name, indicators=indicators)


def row(name: str, actual: str, project: str = "", **rest: str) -> ReportedActual:
    """Make a reported row, with a place that names it."""
    return ReportedActual(name, read_actual(actual), project, **rest, place=CellPlace(f"{name}行", "", 1, 1))  # type: ignore[arg-type]


def spent(project: str, amount: str = "100万元", adjusted: str = "", initial: str = "") -> ReportedSpending:
    """Make a reported row of spending; empty amounts were not reported."""
    first, full, used = (parse_quantity(text) if text else None for text in (initial, adjusted, amount))
    return ReportedSpending(project, first, full, used, place=CellPlace(f"{project}资金", "", 1, 1))


def report(
    tables: Iterable[GoalTable], rows: Iterable[ReportedActual] = (), spending: Iterable[ReportedSpending] = ()
) -> Report:
    """Build a report by the scheme above."""
    return build_report(tuple(tables), Actuals(tuple(rows), tuple(spending)), lambda table: ALL_OR_NOTHING)


def codes(report: Report) -> list[str]:
    """Give the codes of what a report says as a whole."""
    return [diagnostic.code.id for diagnostic in report.diagnostics]
