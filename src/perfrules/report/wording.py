"""A report in words: the cells of its tables and its sentences, in Chinese, with rounded numbers.

The terminal and Markdown draw the same words, so that nobody has to compare them.
"""

from collections.abc import Iterator
from fractions import Fraction

from perfrules.report.lines import ExecutionLine, Line
from perfrules.report.report import Department, Share, TableReport
from perfrules.report.total import Total
from perfrules.scoring import Averaging, Rounding, Score
from perfrules.scoring.rounding import rounded
from perfrules.tables import Level
from perfrules.units import exact_text

COLUMNS: "Row" = ("一级指标", "二级指标", "三级指标", "指标值", "实际完成值", "结论", "完成率", "分值", "得分")
DEPARTMENT_COLUMNS = ("项目", "预算", "占比", "得分")
NOTHING = "—"
_LEVELS = {Level.PROJECT: "项目", Level.DEPARTMENT: "部门自己的目标表"}
EXECUTION = "预算执行率"

Row = tuple[str, str, str, str, str, str, str, str, str]


def decimal_text(number: Fraction) -> str:
    """Write a number rounded half up to two decimals, without zeros at the end.

    >>> decimal_text(Fraction(116, 15)), decimal_text(Fraction(8))
    ('7.73', '8')
    """
    return exact_text(rounded(number, Rounding(2)))


def percent_text(share: Fraction | None) -> str:
    """Write a share as a percentage, rounded half up to two decimals.

    >>> percent_text(Fraction(58, 60)), percent_text(None)
    ('96.67%', '—')
    """
    return NOTHING if share is None else f"{decimal_text(share * 100)}%"


def range_text(low: Fraction, high: Fraction) -> str:
    """Write the range of open points, or the points where they are decided.

    >>> range_text(Fraction(9, 2), Fraction(6)), range_text(Fraction(6), Fraction(6))
    ('4.5～6', '6')
    """
    return decimal_text(low) if low == high else f"{decimal_text(low)}～{decimal_text(high)}"


def grades_text(grades: tuple[str, ...]) -> str:
    """Write the grade, or the possible ones.

    >>> grades_text(("优", "良")), grades_text(())
    ('优或良', '—')
    """
    return "或".join(grades) or NOTHING


def total_text(total: Total) -> str:
    """Say what the score is, or in which range it must lie and how much is still open.

    >>> total_text(Total(Fraction(80), Fraction(95), Fraction(80), Fraction(15), Fraction(100)))
    '80～95分（已定80分，待定的指标共15分）'
    """
    points = f"{range_text(total.low, total.high)}分"
    if total.points is not None:
        return points
    return f"{points}（已定{decimal_text(total.decided)}分，待定的指标共{decimal_text(total.open)}分）"


def title_text(table: TableReport) -> str:
    """Name a table: whose it is, of which year, and by which scheme it is scored."""
    year = f"（{table.table.year}年）" if table.table.year else ""
    return f"{_LEVELS[table.table.level]}：{table.table.name}{year}　评分办法 {table.scheme.name}"


def headline(table: TableReport) -> str:
    """Say in one line what a table came to."""
    parts = [f"得分 {total_text(table.total)}", f"等次 {grades_text(table.grades)}"]
    if table.execution.budget is not None:
        parts.insert(0, f"预算 {table.execution.budget}")
    if table.execution.spent is not None:
        parts.insert(1, f"执行 {table.execution.spent}")
    return "　".join(parts)


def rows(table: TableReport) -> list[Row]:
    """Give the rows of a table in the order of the official form, repeated classes blank, with a row for the sum."""
    result: list[Row] = [_execution_row(table.execution)] if has_execution(table) else []
    category = subcategory = None
    for line in table.lines:
        row = _line_row(line)
        same_category = row[0] == category
        same_subcategory = same_category and row[1] == subcategory
        category, subcategory = row[0], row[1]
        result.append(("" if same_category else row[0], "" if same_subcategory else row[1], *row[2:]))
    total = table.total
    result.append(("合计", "", "", "", "", "", "", decimal_text(total.weight), range_text(total.low, total.high)))
    return result


def has_execution(table: TableReport) -> bool:
    """Whether the execution rate is scored: a budget of 0 has none, and a scheme may give it no points."""
    return bool(table.execution.score.weight)


def _execution_row(line: ExecutionLine) -> Row:
    budget, spent = (NOTHING if amount is None else str(amount) for amount in (line.budget, line.spent))
    return (EXECUTION, "", "", budget, spent, NOTHING, percent_text(line.rate), *_points(line.score))


def _line_row(line: Line) -> Row:
    indicator, outcome = line.indicator, line.outcome
    names = (indicator.category or indicator.sub_goal, indicator.subcategory, indicator.name.strip())
    values = (outcome.target.text or NOTHING, outcome.actual.text or NOTHING)
    return (*names, *values, outcome.verdict.label, percent_text(outcome.attainment), *_points(line.score))


def _points(score: Score) -> tuple[str, str]:
    return (NOTHING, "不适用") if score.waived else (decimal_text(score.weight), range_text(score.low, score.high))


def department_text(department: Department) -> str:
    """Name a department and say what its projects came to."""
    name = f"部门合计：{department.name}".rstrip("：")
    if department.total is None:
        return f"{name}　没有可以加权的项目得分"
    return f"{name}　得分 {total_text(department.total)}　等次 {grades_text(department.grades)}"


def mean_text(department: Department) -> str:
    """Show how the score of a department is worked out from those of its projects."""
    if not department.shares:
        return ""
    total = department.total or Total()
    result = range_text(total.low, total.high)
    if department.scheme.averaging is Averaging.EQUAL:
        terms = " + ".join(_bracketed(share.total) for share in department.shares)
        return f"（{terms}）÷ {len(department.shares)} = {result}"
    terms = " + ".join(f"{_weight_text(share, department)} × {_bracketed(share.total)}" for share in department.shares)
    return f"（{terms}）÷ {_whole_text(department)} = {result}"


def _weight_text(share: Share, department: Department) -> str:
    by_budget = department.scheme.averaging is Averaging.BY_BUDGET
    return str(share.budget) if by_budget else percent_text(share.weight)


def _whole_text(department: Department) -> str:
    budget = department.shares[0].budget
    if department.scheme.averaging is not Averaging.BY_BUDGET or budget is None:
        return percent_text(department.weight)
    return f"{exact_text(department.weight / budget.unit.factor)}{budget.unit}"


def _bracketed(total: Total) -> str:
    text = range_text(total.low, total.high)
    return text if total.points is not None else f"（{text}）"


def department_rows(department: Department) -> Iterator[tuple[str, str, str, str]]:
    """Give the rows of a department's projects: name, budget, what it counts of the whole, score."""
    whole = department.weight
    for share in department.shares:
        part = percent_text(share.weight / whole if whole else None)
        budget = NOTHING if share.budget is None else str(share.budget)
        yield share.project, budget, part, range_text(share.total.low, share.total.high)
