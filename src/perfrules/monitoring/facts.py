"""What a rule of a method may ask: the names of facts, what each is, and their values."""

from collections.abc import Mapping
from fractions import Fraction

from perfrules.actuals import NotReported
from perfrules.evaluation import Outcome, Verdict
from perfrules.formulas import Kind, Value
from perfrules.monitoring.figures import decimal, percent, signed_percent
from perfrules.monitoring.light import Light
from perfrules.monitoring.line import Standing
from perfrules.monitoring.method import Method
from perfrules.scoring.facts import class_facts, class_names, form_facts
from perfrules.targets import Amounts

Facts = Mapping[str, Value]

_INDICATOR_NUMBERS = ("完成率", "进度完成率", "偏差", "时间进度", "剩余天数", "逾期天数")
_INDICATOR_TRUTHS = (
    *("达成", "未达成", "结论未定", "达到进度", "未达进度", "预计达成", "预计未达成"),
    *("累计", "未填报", "已到期", "未到期", "逾期", "不足一个", "要求为零"),
    *("定量", "百分比", "定性", "日期", "是否", "等级", "由人评判", "正向", "反向", "适度"),
)
_LIGHT_TRUTHS = ("红灯", "黄灯", "绿灯", "蓝灯")
_COMPLETION_NUMBERS = (
    "指标数",
    "红灯数",
    "黄灯数",
    "绿灯数",
    "蓝灯数",
    "未到期数",
    "无法判断数",
    "完成进度",
    "时间进度",
)
_EXECUTION_NUMBERS = ("执行率", "时间进度", "计划进度", "要求进度", "应有进度", "预计执行率")


def indicator_names() -> dict[str, Kind]:
    """Give what a rule for the light of an indicator may ask, besides the method's own parameters."""
    return _names(_INDICATOR_NUMBERS, (*_INDICATOR_TRUTHS, *class_names()))


def explanation_names() -> dict[str, Kind]:
    """Give what a rule for explanations may ask: the same, and the light."""
    return indicator_names() | _names((), _LIGHT_TRUTHS)


def completion_names() -> dict[str, Kind]:
    """Give what a rule for the light of all indicators together may ask."""
    return _names(_COMPLETION_NUMBERS, ())


def execution_names() -> dict[str, Kind]:
    """Give what a rule for the light of the budget may ask."""
    return _names(_EXECUTION_NUMBERS, ())


def comparison_names() -> dict[str, Kind]:
    """Give what a rule that compares targets and budget may ask."""
    return _names(("完成进度", *_EXECUTION_NUMBERS), ())


def indicator_facts(standing: Standing, method: Method) -> dict[str, Value]:
    """Collect what is known about an indicator."""
    days, region = (standing.due - standing.as_of).days, standing.indicator.target.region
    late = standing.is_due and _truth(standing.outcome, Verdict.UNMET)
    values: dict[str, Value] = {
        **parameter_facts(method),
        "完成率": standing.outcome.attainment,
        "进度完成率": standing.pace,
        "偏差": standing.deviation,
        "时间进度": standing.time_share,
        "剩余天数": Fraction(max(days, 0)),
        "逾期天数": Fraction(max(-days, 0)),
        "达成": _truth(standing.outcome, Verdict.MET),
        "未达成": _truth(standing.outcome, Verdict.UNMET),
        "结论未定": standing.outcome.verdict is Verdict.UNKNOWN,
        "达到进度": _truth(standing.so_far, Verdict.MET),
        "未达进度": _truth(standing.so_far, Verdict.UNMET),
        "预计达成": _foreseen(standing, Verdict.MET),
        "预计未达成": _foreseen(standing, Verdict.UNMET),
        "累计": standing.accumulates,
        "未填报": isinstance(standing.outcome.actual.value, NotReported),
        "已到期": standing.is_due,
        "未到期": not standing.is_due,
        "逾期": late,
        "不足一个": standing.is_less_than_one,
        "要求为零": isinstance(region, Amounts) and region.interval.high == 0,
    }
    return values | form_facts(standing.outcome) | class_facts(standing.indicator)


def light_facts(light: Light) -> dict[str, Value]:
    """Tell the light of an indicator to the rules that ask for explanations."""
    return {f"{each.value}灯": each is light for each in (Light.RED, Light.YELLOW, Light.GREEN, Light.BLUE)}


def completion_facts(
    lights: list[Light], completed: Fraction | None, time_share: Fraction, method: Method
) -> dict[str, Value]:
    """Collect what is known about the indicators of a project together."""
    counts: dict[str, Value] = {
        f"{light.value}{'' if light in {Light.NOT_DUE, Light.UNKNOWN} else '灯'}数": Fraction(lights.count(light))
        for light in Light
    }
    return {
        **parameter_facts(method),
        **counts,
        "指标数": Fraction(len(lights)),
        "完成进度": completed,
        "时间进度": time_share,
    }


def parameter_facts(method: Method) -> dict[str, Value]:
    """Give the parameters of a method, which every rule may use."""
    return {parameter.name: parameter.value for parameter in method.parameters}


def fact_texts(values: Mapping[str, Value], method: Method) -> dict[str, str]:
    """Write the numbers among values as people read them; parameters as they were written."""
    texts = {name: _text(name, value) for name, value in values.items() if isinstance(value, Fraction)}
    return texts | {parameter.name: parameter.text for parameter in method.parameters}


def _text(name: str, number: Fraction) -> str:
    if name.endswith("数"):
        return decimal(number)
    return signed_percent(number) if name == "偏差" else percent(number)


def _names(numbers: tuple[str, ...], truths: tuple[str, ...]) -> dict[str, Kind]:
    return dict.fromkeys(numbers, Kind.NUMBER) | dict.fromkeys(truths, Kind.TRUTH)


def _truth(outcome: Outcome, wanted: Verdict) -> bool | None:
    return None if outcome.verdict is Verdict.UNKNOWN else outcome.verdict is wanted


def _foreseen(standing: Standing, wanted: Verdict) -> bool | None:
    verdict = standing.forecast_verdict
    return None if verdict in {None, Verdict.UNKNOWN} else verdict is wanted
