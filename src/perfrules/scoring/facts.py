"""What a formula of a scheme may ask about a line: its names, what each is, and their values for one outcome."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache, lru_cache

import attrs

from perfrules.actuals import Amount, Tier, TierReached
from perfrules.evaluation import Outcome, Verdict
from perfrules.formulas import Kind, Value
from perfrules.names import category_of, indicator_classes, subcategory_of
from perfrules.scoring.measures import MEASURES, measure_text, measures
from perfrules.scoring.rounding import approximate_text
from perfrules.scoring.scheme import Scheme
from perfrules.tables import Indicator
from perfrules.targets import Amounts, Answers, Changes, Days, Interval, Judged, Levels, Polarity, Quotients, Referred
from perfrules.units import exact_text

WEIGHT = "分值"
ATTAINMENT = "完成率"
EXECUTION_RATE = "执行率"

_TRUTHS = (
    *("达成", "未达成", "有完成率"),
    *("定量", "百分比", "定性", "日期", "是否", "等级", "由人评判"),
    *("正向", "反向", "适度"),
)


@attrs.frozen
class Facts:
    """Values by name, and how a derivation shows them."""

    values: Mapping[str, Value]
    texts: Mapping[str, str]


def indicator_names() -> dict[str, Kind]:
    """Give the names that a rule for indicators may use, besides the scheme's own parameters and tables."""
    truths = (*_TRUTHS, *class_names())
    return {WEIGHT: Kind.NUMBER, ATTAINMENT: Kind.NUMBER, **MEASURES, **dict.fromkeys(truths, Kind.TRUTH)}


def execution_names() -> dict[str, Kind]:
    """Give the names that a rule for the execution rate may use, besides the scheme's own parameters."""
    return {WEIGHT: Kind.NUMBER, EXECUTION_RATE: Kind.NUMBER}


def indicator_facts(outcome: Outcome, weight: Fraction, indicator: Indicator, scheme: Scheme) -> Facts:
    """Collect what is known about one line."""
    attainment = outcome.attainment
    values: dict[str, Value] = _parameters(scheme)
    values |= {WEIGHT: weight, ATTAINMENT: attainment, "有完成率": attainment is not None}
    measured = measures(outcome)
    values |= measured | _verdict_facts(outcome) | form_facts(outcome) | class_facts(indicator)
    texts = _parameter_texts(scheme) | {WEIGHT: exact_text(weight), ATTAINMENT: _attainment_text(outcome)}
    texts |= {name: measure_text(name, value, outcome) for name, value in measured.items()}
    return Facts(values, texts)


def execution_facts(rate: Fraction, weight: Fraction, rate_text: str, scheme: Scheme) -> Facts:
    """Collect what is known about the execution rate."""
    values = _parameters(scheme) | {WEIGHT: weight, EXECUTION_RATE: rate}
    texts = _parameter_texts(scheme) | {WEIGHT: exact_text(weight), EXECUTION_RATE: rate_text}
    return Facts(values, texts)


def parameter_facts(scheme: Scheme) -> Facts:
    """Collect the parameters of a scheme."""
    return Facts(_parameters(scheme), _parameter_texts(scheme))


def tier_of(outcome: Outcome) -> Tier | None:
    """Give the tier of judgement that an outcome stands for: the reported one, else the one its verdict implies.

    Met without a stated tier counts as the first tier, not met as the last; None while the verdict is open.
    """
    if isinstance(outcome.actual.value, TierReached):
        return outcome.actual.value.tier
    return {Verdict.MET: Tier.FULL, Verdict.UNMET: Tier.NONE}.get(outcome.verdict)


def _parameters(scheme: Scheme) -> dict[str, Value]:
    return {parameter.name: parameter.value for parameter in scheme.parameters}


def _parameter_texts(scheme: Scheme) -> dict[str, str]:
    return {parameter.name: parameter.text for parameter in scheme.parameters}


def _verdict_facts(outcome: Outcome) -> dict[str, Value]:
    decided = outcome.verdict is not Verdict.UNKNOWN
    met = outcome.verdict is Verdict.MET
    return {"达成": met, "未达成": not met} if decided else {"达成": None, "未达成": None}


def form_facts(outcome: Outcome) -> dict[str, Value]:
    """Tell the form of a target, such as 定量 and 正向."""
    region, polarity = outcome.target.region, outcome.target.polarity
    judged = isinstance(region, Judged)
    return {
        "定量": isinstance(region, Amounts | Changes | Quotients | Referred),
        "百分比": isinstance(region, Amounts) and region.unit.text == "%",
        "定性": judged,
        "日期": isinstance(region, Days),
        "是否": isinstance(region, Answers),
        "等级": isinstance(region, Levels),
        "由人评判": judged or isinstance(outcome.actual.value, TierReached),
        "正向": polarity is Polarity.HIGHER,
        "反向": polarity is Polarity.LOWER,
        "适度": polarity is Polarity.EXACT,
    }


@cache
def class_names() -> tuple[str, ...]:
    """Give the names of all 一级指标 and 二级指标, each of which is a condition."""
    return tuple({name: None for each in indicator_classes() for name in (each.name, *(p.name for p in each.parts))})


def class_facts(indicator: Indicator) -> dict[str, Value]:
    """Tell the classes of an indicator."""
    return dict(_class_facts(category_of(indicator.category), subcategory_of(indicator.subcategory)))


@lru_cache(maxsize=256)
def _class_facts(category: str, subcategory: str) -> Mapping[str, Value]:
    return {name: name in (category, subcategory) for name in class_names()}


def _attainment_text(outcome: Outcome) -> str:
    """Show 58/60 rather than 29/30 where the attainment is the quotient of the numbers as they were written."""
    attainment = outcome.attainment
    if attainment is None:
        return ""
    actual = _written(outcome.actual.value)
    for target in _bounds(outcome):
        for part, whole in ((actual, target), (target, actual)):
            if part is not None and whole and part / whole == attainment:
                return f"{exact_text(part)}/{exact_text(whole)}"
    return approximate_text(attainment)


def _written(value: object) -> Fraction | None:
    if not isinstance(value, Amount) or value.interval.low is None or not value.interval.is_point:
        return None
    return value.interval.low / (value.unit.factor if value.unit is not None else 1)


def _bounds(outcome: Outcome) -> Iterator[Fraction]:
    match outcome.target.region:
        case Amounts(Interval(low, high), unit):
            yield from (bound / unit.factor for bound in (low, high) if bound is not None)
        case _:
            return
