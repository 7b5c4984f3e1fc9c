"""Gives an indicator its light by the rules of a method, and says what has to be explained and what was left out."""

from collections.abc import Iterable, Iterator, Mapping

from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.evaluation import Verdict
from perfrules.formulas import Formula, Value, formula_text, names_in, truth_of
from perfrules.monitoring.facts import fact_texts, indicator_facts, light_facts
from perfrules.monitoring.light import Light
from perfrules.monitoring.line import LineProgress, Standing
from perfrules.monitoring.method import PLACEHOLDER, LightRule, Method, Remark, first_fitting
from perfrules.tables import Likelihood, ReportedActual


def judge(standing: Standing, method: Method) -> LineProgress:
    """Give the light of an indicator: the first rule that fits decides, and none that fits is 无法判断."""
    values = indicator_facts(standing, method)
    rule = first_fitting(method.indicators, values)
    light = Light.UNKNOWN if rule is None else rule.light
    remark = first_fitting(method.explanations, values | light_facts(light))
    explanation = "" if remark is None else worded(remark, values, method)
    missing = tuple(_missing(standing.reported)) if explanation else ()
    doubts = [*standing.diagnostics, *_incomplete(standing, explanation, missing), *_contradicted(standing)]
    return LineProgress(
        standing, light, reason_of(rule, method.indicators, values, method), explanation, missing, tuple(doubts)
    )


def worded(remark: Remark, values: Mapping[str, Value], method: Method) -> str:
    """Put the numbers into what a remark says: `{偏差}` is a fact, `{说明线}` a parameter as written."""
    texts = fact_texts(values, method)
    return PLACEHOLDER.sub(lambda found: texts.get(found[1], found[0]), remark.text)


def reason_of(rule: LightRule | None, rules: Iterable[LightRule], values: Mapping[str, Value], method: Method) -> str:
    """Say which rule gave a light, with its numbers and what it rests on; or what nobody knows, where none could."""
    if rule is None:
        conditions = (each.condition for each in rules if each.condition is not None)
        unknown = next((each for each in conditions if truth_of(each, values) is None), None)
        return "没有适用的规则" if unknown is None else _unknown(unknown, values)
    condition = "其他情况" if rule.condition is None else formula_text(rule.condition, fact_texts(values, method))
    return f"{condition} → {rule.light.value}（依据：{rule.basis or method.authority or method.name}）"


def _unknown(condition: Formula, values: Mapping[str, Value]) -> str:
    names = [name for name in names_in(condition) if values.get(name) is None]
    return f"“{formula_text(condition)}”成不成立不能确定，不知道的是{'、'.join(names)}"


def _missing(reported: ReportedActual | None) -> Iterator[str]:
    """Name what the form asks for and was not filled in."""
    if reported is None or not reported.causes:
        yield "偏差原因类别"
    if reported is None or not reported.reason:
        yield "原因说明"
    if reported is None or reported.likelihood is None:
        yield "完成目标可能性"


def _incomplete(standing: Standing, explanation: str, missing: tuple[str, ...]) -> Iterator[Diagnostic]:
    if missing:
        name = standing.indicator.name
        parts = {"name": name, "why": explanation, "missing": "、".join(missing)}
        yield Diagnostic.of(Code.EXPLANATION_MISSING, *_places(standing), **parts)


def _contradicted(standing: Standing) -> Iterator[Diagnostic]:
    likelihood = standing.reported.likelihood if standing.reported else None
    fact = _fact_against(standing, likelihood)
    if likelihood is not None and fact:
        parts = {"name": standing.indicator.name, "likelihood": likelihood.value, "fact": fact}
        yield Diagnostic.of(Code.LIKELIHOOD_CONTRADICTED, *_places(standing), **parts)


def _fact_against(standing: Standing, likelihood: Likelihood | None) -> str:
    """Say what speaks against the likelihood that was ticked; empty where nothing does."""
    target, forecast = standing.outcome.target.text, standing.forecast
    foreseen = (
        "" if forecast is None else f"{'填报' if forecast.is_given else '推算'}的全年预计是{forecast.actual.text}"
    )
    if likelihood is Likelihood.CERTAIN:
        if standing.is_due and standing.outcome.verdict is Verdict.UNMET:
            return f"期限已到，没有达到“{target}”"
        if standing.forecast_verdict is Verdict.UNMET:
            return f"{foreseen}，达不到“{target}”"
    if likelihood is Likelihood.IMPOSSIBLE:
        if standing.accumulates and standing.outcome.verdict is Verdict.MET:
            return f"目前的{standing.outcome.actual.text}已经达到“{target}”"
        if standing.forecast_verdict is Verdict.MET:
            return f"{foreseen}，能达到“{target}”"
    return ""


def _places(standing: Standing) -> list[Label]:
    reported = standing.reported.place if standing.reported else None
    place = reported or standing.indicator.place
    return [] if place is None else [Label(place)]
