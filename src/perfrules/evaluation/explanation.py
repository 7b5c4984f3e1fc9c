"""Puts a verdict into words: what was asked, what was reached, what follows."""

from fractions import Fraction

from perfrules.actuals import Actual
from perfrules.diagnostics import Diagnostic
from perfrules.evaluation.extent import attainment, deviation
from perfrules.evaluation.finding import Compared, NumbersCompared, Verdict
from perfrules.syntax import Bound, Op, Origin
from perfrules.targets import Amounts, Target
from perfrules.units import exact_text

_OP_WORDS = {Op.GE: "不低于", Op.GT: "大于", Op.LE: "不高于", Op.LT: "小于", Op.EQ: "等于"}
_ORIGINS = {
    Origin.COLUMN: "符号列",
    Origin.TEMPLATE: "指标名称里的模板",
    Origin.DIRECTION: "方向列",
    Origin.ZERO: "单独一个0",
    Origin.NAME: "指标名称的用词",
    Origin.CLASS: "指标类别",
}
_PLACES = {
    Verdict.MET: "在要求之内",
    Verdict.UNMET: "在要求之外",
    Verdict.UNKNOWN: "不能确定在要求之内还是之外",
}


def explain(
    target: Target, actual: Actual, verdict: Verdict, diagnostics: tuple[Diagnostic, ...], compared: Compared
) -> str:
    """Give the derivation, a step a line."""
    steps = [
        f"指标值“{target.text}”：{_asked(target)}。",
        f"实际值“{actual.text or '（空）'}”：{_measured(compared)}{_PLACES[verdict]}。",
        f"结论：{verdict.label}。{_extent(compared)}",
    ]
    return "\n".join([*steps, *(str(diagnostic) for diagnostic in diagnostics)])


def _asked(target: Target) -> str:
    expression, region = target.expression, target.region
    if not isinstance(expression, Bound) or not isinstance(region, Amounts) or expression.op is None:
        return f"要求{target}"
    origin = _ORIGINS.get(expression.op_from)
    inferred = f"（格里没有写运算符，据{origin}）" if origin else ""
    number = exact_text(expression.measure.number)
    return f"要求{_OP_WORDS[expression.op]}{number}{region.unit.text}{inferred}，即{target}"


def _measured(compared: Compared) -> str:
    if not isinstance(compared, NumbersCompared):
        return ""
    return f"{_number(compared, compared.measured)}{compared.unit.text}，"


def _number(compared: NumbersCompared, number: Fraction) -> str:
    return exact_text(number / compared.unit.factor)


def _extent(compared: Compared) -> str:
    rate, gap = attainment(compared), deviation(compared)
    parts = []
    if rate is not None and isinstance(compared, NumbersCompared):
        parts.append(f"完成率 {_division(compared)} = {_percentage(rate)}")
    if gap is not None and gap.number:
        parts.append(f"偏差 {gap}")
    return f"{'，'.join(parts)}。" if parts else ""


def _division(compared: NumbersCompared) -> str:
    interval = compared.interval
    measured = _number(compared, compared.measured)
    if interval.low is None and interval.high is not None:
        return f"{_number(compared, interval.high)} ÷ {measured}"
    return f"{measured} ÷ {_number(compared, interval.low or Fraction(0))}"


def _percentage(rate: Fraction) -> str:
    """An exact percentage where it is short, else the quotient and a rounded percentage beside it."""
    exact = exact_text(rate * 100)
    if "/" not in exact and len(exact) <= len("100.0000"):
        return f"{exact}%"
    return f"{exact_text(rate)}（约{exact_text(round(rate * 100, 2))}%）"
