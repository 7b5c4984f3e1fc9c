"""What can be asked of a target: its form, its operator, its bounds, what was doubtful about it."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import partial
from typing import TypeVar

from perfrules.formulas import Kind, Value
from perfrules.review.fact import Fact
from perfrules.review.facts_values import number
from perfrules.review.satisfying import is_trivial, is_unsatisfiable
from perfrules.review.views import View
from perfrules.syntax import All, Bound, Change, Op, Origin, Qualitative, Ratio
from perfrules.targets import (
    AllOf,
    Amounts,
    Changes,
    Days,
    Interval,
    Levels,
    Polarity,
    Quotients,
    Referred,
    Target,
)
from perfrules.targets.description import KINDS
from perfrules.targets.finding import is_countable
from perfrules.units import Quantity, Unit

V = TypeVar("V", bound=View)

_ORIGINS = {
    Origin.CELL: "格里",
    Origin.COLUMN: "符号列",
    Origin.TEMPLATE: "名称里的模板",
    Origin.DIRECTION: "方向列",
    Origin.ZERO: "零值",
    Origin.NAME: "名称用词",
    Origin.CLASS: "指标类别",
}
_POLARITIES = {Polarity.HIGHER: "正向", Polarity.LOWER: "反向", Polarity.EXACT: "适度", None: ""}
_MONEY = "货币"


def form(target: Target) -> str:
    """The form of a target."""
    return KINDS[str(target.to_dict()["kind"])]


def is_measurable(target: Target) -> bool:
    """Whether what is reached can be compared with a number, a date or a level, and not only with words."""
    region = target.region
    match region:
        case Changes():
            return region.amount_given
        case AllOf(parts):
            return any(isinstance(part, Amounts | Quotients | Days | Levels | Referred) for part in parts)
        case _:
            return isinstance(region, Amounts | Quotients | Days | Levels | Referred)


def operator(target: Target) -> str:
    """The operator in front of the number, written or inferred."""
    return "" if (op := _op(target)) is None else op.value


def operator_origin(target: Target) -> str:
    """Where the operator was read."""
    match target.expression:
        case Bound(op=Op(), op_from=origin) | Ratio(op=Op(), op_from=origin):
            return _ORIGINS[origin]
        case _:
            return ""


def unit(target: Target) -> str:
    """The unit, as it is printed; empty where there is none."""
    return target.region.unit.text if isinstance(target.region, Amounts | Changes) else ""


def written_number(target: Target) -> Value:
    """The number of a target that has a single one."""
    match target.region:
        case Amounts(Interval(low, high), own) if None in (low, high) or low == high:
            bound = high if low is None else low
            return None if bound is None else _in(own, bound)
        case _:
            return None


def bare_number(target: Target) -> Value:
    """The number without its unit, as it is printed."""
    match written_number(target):
        case Quantity(own, _):
            return own
        case value:
            return value


def due(target: Target) -> date | None:
    """The last day."""
    return target.region.last if isinstance(target.region, Days) else None


def begins(target: Target) -> date | None:
    """The first day of a stretch of days."""
    return target.region.first if isinstance(target.region, Days) else None


def _op(target: Target) -> Op | None:
    match target.expression:
        case Bound(op=op) | Ratio(op=op) | Change(op=op):
            return op
        case _:
            return None


def _in(unit_: Unit, base: Fraction) -> Value:
    return number(Quantity(base / unit_.factor, unit_))


def _dimension(target: Target) -> dict[str, int]:
    return dict(target.region.unit.dimension) if isinstance(target.region, Amounts) else {}


def _is_money(target: Target) -> bool:
    return _dimension(target) == {_MONEY: 1}


def _is_price(target: Target) -> bool:
    dimension = _dimension(target)
    return len(dimension) > 1 and dimension.get(_MONEY) == 1 and all(p < 0 for n, p in dimension.items() if n != _MONEY)


def _is_count(target: Target) -> bool:
    return isinstance(target.region, Amounts) and is_countable(target.region.unit)


def _change(target: Target) -> Change | None:
    return target.expression if isinstance(target.expression, Change) else None


def _baseline_named(target: Target) -> bool | None:
    change = _change(target)
    return None if change is None else change.baseline != "unstated"


def _amount_given(target: Target) -> bool | None:
    change = _change(target)
    return None if change is None else change.amount is not None


def _parts(target: Target) -> Value:
    return Fraction(len(target.expression.of)) if isinstance(target.expression, All) else Fraction(1)


def _degree(target: Target) -> str:
    return target.expression.degree if isinstance(target.expression, Qualitative) else ""


def _codes(target: Target) -> str:
    return " ".join(dict.fromkeys(diagnostic.code.id for diagnostic in target.diagnostics))


_ABOUT_TARGETS: tuple[tuple[str, Kind, str, Callable[[Target], Value]], ...] = (
    ("指标值", Kind.TEXT, "格里写的指标值", lambda target: target.text),
    ("规范写法", Kind.TEXT, "指标值的规范写法", lambda target: target.canonical),
    ("要求", Kind.TARGET, "指标值的意思", lambda target: target),
    ("形式", Kind.TEXT, f"指标值的形式：{'、'.join(KINDS.values())}", form),
    ("可衡量", Kind.TRUTH, "指标值是数、日期或等级，不是只有由人评判的话", is_measurable),
    ("运算符", Kind.TEXT, "≥、>、≤、<或=，没有写的是推断的", operator),
    ("运算符来自", Kind.TEXT, f"运算符取自哪里：{'、'.join(_ORIGINS.values())}", operator_origin),
    ("单位", Kind.TEXT, "计量单位的规范写法；没有写的为空", unit),
    ("数", Kind.NUMBER, "指标值里唯一的数；几个数、没有数的没有值", written_number),
    ("纯数", Kind.NUMBER, "指标值里唯一的数，不带单位", bare_number),
    (
        "方向",
        Kind.TEXT,
        "指标值越大越好是“正向”，越小越好是“反向”，要求一个值或范围是“适度”",
        lambda t: _POLARITIES[t.polarity],
    ),
    ("是金额", Kind.TRUTH, "指标值是金额", _is_money),
    ("是单价", Kind.TRUTH, "指标值是单价，如10万元/家", _is_price),
    ("是个数", Kind.TRUTH, "指标值是东西的数量，不是钱、时间和比率", _is_count),
    ("无法达成", Kind.TRUTH, "没有数能满足指标值", is_unsatisfiable),
    ("总能达成", Kind.TRUTH, "什么数都能满足指标值", is_trivial),
    ("期限", Kind.DATE, "最后一天", due),
    ("开始", Kind.DATE, "第一天", begins),
    ("写了基数", Kind.TRUTH, "变化写了与什么时候比；不是变化的没有值", _baseline_named),
    ("写了幅度", Kind.TRUTH, "变化写了多少；不是变化的没有值", _amount_given),
    ("条件数", Kind.NUMBER, "一格里要同时满足几个条件", _parts),
    ("程度", Kind.TEXT, "定性的话里说程度的词，如“明显”", _degree),
    ("诊断", Kind.TEXT, "读指标值时的诊断代码，用空格隔开", _codes),
)
"""Name, sort, meaning and value of every fact about a target."""


def target_facts(target_of: Callable[[V], Target]) -> tuple[Fact[V], ...]:
    """Give the facts of targets as facts of the objects that have them."""
    return tuple(
        Fact(name, sort, meaning, partial(_of, value, target_of)) for name, sort, meaning, value in _ABOUT_TARGETS
    )


def _of(value: Callable[[Target], Value], target_of: Callable[[V], Target], view: V) -> Value:
    return value(target_of(view))
