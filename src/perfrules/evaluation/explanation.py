"""Puts a verdict into words: what was asked, what was reached, what follows."""

from fractions import Fraction

from perfrules.actuals import Actual
from perfrules.diagnostics import Diagnostic
from perfrules.evaluation.extent import attainment, deviation
from perfrules.evaluation.finding import Compared, NumbersCompared, Verdict
from perfrules.targets import Judged, Target, Unset
from perfrules.units import exact_text

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
        f"指标值“{target.text}”：{_asked(target)}",
        f"实际值“{actual.text or '（空）'}”：{_measured(compared)}{_PLACES[verdict]}。",
        f"结论：{verdict.label}。{_extent(compared)}",
    ]
    return "\n".join([*steps, *(str(diagnostic) for diagnostic in diagnostics)])


def _asked(target: Target) -> str:
    if isinstance(target.region, Judged | Unset):
        return target.sentence
    return f"{target.sentence.removesuffix('。')}，即{target}。"


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
