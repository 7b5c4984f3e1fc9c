"""What can be asked about the money of a table: budget, sources, calculations, payment plan."""

from fractions import Fraction

from perfrules.formulas import Kind, Objects, Related, Value
from perfrules.review.calculations import parts_in, total_in
from perfrules.review.fact import Fact
from perfrules.review.facts_values import number
from perfrules.review.parts import CalculationView, QuarterView, SourceView
from perfrules.review.views import TableView
from perfrules.targets.finding import is_countable
from perfrules.units import Quantity, exact_text


def sources_total(view: TableView) -> Value:
    """The sum of the parts by source; no value where nothing is given of them."""
    return _sum(tuple(each.amount for each in view.table.budget.sources if each.amount is not None))


def listed_total(view: TableView) -> Value:
    """The sum of the amounts that the text lists behind 其中; no value for fewer than two."""
    parts = parts_in(view.table.budget.purpose)
    return _sum(parts) if len(parts) > 1 else None


def plan_text(view: TableView) -> str:
    """The payment plan as people write it."""
    return "、".join(f"{exact_text(Fraction(share) * 100)}%" for share in view.table.plan)


def piece_count(view: CalculationView) -> Value:
    """The only factor that counts things; no value where there is none, or more than one."""
    counts = [each for each in view.calculation.factors if is_countable(each.unit)]
    return number(counts[0]) if len(counts) == 1 else None


def price(view: CalculationView) -> Value:
    """The factor that is money."""
    prices = [each for each in view.calculation.factors if dict(each.unit.dimension).get("货币") == 1]
    return number(prices[0]) if len(prices) == 1 else None


def is_true(view: CalculationView) -> bool | None:
    """Whether the product is what it is said to be; no value where that cannot be told."""
    product = view.calculation.product
    return None if product is None else product.canonical == view.calculation.result.canonical


def _planned(view: TableView, quarter: int) -> Value:
    return number(view.table.plan[quarter - 1]) if view.table.plan else None


def _sum(amounts: tuple[Quantity, ...]) -> Value:
    if not amounts or any(each.unit.dimension != amounts[0].unit.dimension for each in amounts):
        return None
    first = amounts[0].unit
    total = sum((each.canonical for each in amounts), Fraction(0))
    return number(Quantity(total / first.factor, first))


BUDGET_FACTS: tuple[Fact[TableView], ...] = (
    Fact("预算数", Kind.NUMBER, "预算金额", lambda view: number(view.table.budget.total), "预算数"),
    Fact("资金用途", Kind.TEXT, "预算规模及资金用途里的文字", lambda view: view.table.budget.purpose, "资金用途"),
    Fact("资金来源", Objects("资金来源"), "财政资金、其他资金等", lambda view: view.sources),
    Fact("来源合计", Kind.NUMBER, "各资金来源的合计；都没有写的没有值", sources_total, "预算数"),
    Fact(
        "用途合计",
        Kind.NUMBER,
        "资金用途里写的合计金额；没有、有几个的没有值",
        lambda view: number(total_in(view.table.budget.purpose)),
        "资金用途",
    ),
    Fact("用途明细合计", Kind.NUMBER, "资金用途里“其中”后面各项金额的合计", listed_total, "资金用途"),
    Fact("测算", Objects("测算"), "预算的测算，包括资金用途里的算式", lambda view: view.calculations),
    Fact(
        "测算式",
        Kind.TEXT,
        "各测算的算式",
        lambda view: "；".join(each.calculation.text for each in view.calculations),
    ),
    Fact("季度", Objects("季度"), "资金支出计划的四个季度", lambda view: view.quarters),
    Fact("支出计划", Kind.TEXT, "四个季度的累计支出进度，如“0%、0%、0%、100%”", plan_text, "支出计划"),
    Fact("一季度累计", Kind.NUMBER, "支出计划到第一季度末的累计进度", lambda view: _planned(view, 1), "支出计划"),
    Fact("半年累计", Kind.NUMBER, "支出计划到第二季度末的累计进度", lambda view: _planned(view, 2), "支出计划"),
    Fact("三季度累计", Kind.NUMBER, "支出计划到第三季度末的累计进度", lambda view: _planned(view, 3), "支出计划"),
    Fact("全年累计", Kind.NUMBER, "支出计划到第四季度末的累计进度", lambda view: _planned(view, 4), "支出计划"),
)
QUARTER_FACTS: tuple[Fact[QuarterView], ...] = (
    Fact("名称", Kind.TEXT, "第几季度", lambda view: view.name),
    Fact("序号", Kind.NUMBER, "1至4", lambda view: number(view.number)),
    Fact("累计", Kind.NUMBER, "到这个季度末的累计支出进度", lambda view: number(view.share)),
    Fact("上季累计", Kind.NUMBER, "到上个季度末的累计支出进度，第一季度为0", lambda view: number(view.before)),
    Fact("表", Related("目标表"), "所在的目标表", lambda view: view.table),
)
SOURCE_FACTS: tuple[Fact[SourceView], ...] = (
    Fact("名称", Kind.TEXT, "资金来源的名称", lambda view: view.source.name),
    Fact("金额", Kind.NUMBER, "金额；空着的没有值", lambda view: number(view.source.amount)),
    Fact("表", Related("目标表"), "所在的目标表", lambda view: view.table),
)
CALCULATION_FACTS: tuple[Fact[CalculationView], ...] = (
    Fact("算式", Kind.TEXT, "算式的原文", lambda view: view.calculation.text),
    Fact("结果", Kind.NUMBER, "等号后面写的金额", lambda view: number(view.calculation.result)),
    Fact(
        "计算值",
        Kind.NUMBER,
        "等号前面各数相乘得到的金额；算不出来的没有值",
        lambda view: number(view.calculation.product),
    ),
    Fact("成立", Kind.TRUTH, "计算值等于结果；算不出来的没有值", is_true),
    Fact("数量", Kind.NUMBER, "算式里唯一的数量，如128家", piece_count),
    Fact("单价", Kind.NUMBER, "算式里唯一的金额或单价，如10万元/家", price),
    Fact("表", Related("目标表"), "所在的目标表", lambda view: view.table),
)
