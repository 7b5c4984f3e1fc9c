"""An indicator in words: what its target asks for, what it weighs, and what would be scored for which actual value."""

from collections.abc import Iterator

from perfrules.explaining.trying import try_samples
from perfrules.report.wording import decimal_text, range_text
from perfrules.scoring import Scheme, divide_weights
from perfrules.tables import GoalTable, Indicator
from perfrules.targets.description import describe


def indicator_lines(table: GoalTable, indicator: Indicator, scheme: Scheme) -> Iterator[str]:
    r"""Give an indicator of a table line by line, with some actual values tried on it.

    >>> from perfrules.ruleset import Ruleset
    >>> from perfrules.targets import parse
    >>> indicator = Indicator("企业满意度", parse("≥90%"), "满意度指标", "服务对象满意度指标")
    >>> table = GoalTable("甲项目", year=2023, indicators=(indicator,))
    >>> print(*list(indicator_lines(table, indicator, Ruleset().scheme("central/mof-2020-10")))[:4], sep="\n")
    甲项目（2023年）　满意度指标　服务对象满意度指标　企业满意度
    <BLANKLINE>
    要求什么
      指标值    ≥90%
    """
    year = f"（{table.year}年）" if table.year else ""
    where = (f"{table.name}{year}", indicator.sub_goal, indicator.category, indicator.subcategory, indicator.name)
    yield "　".join(part for part in where if part)
    if indicator.place is not None:
        yield str(indicator.place)
    yield from ("", "要求什么", *(f"  {line}" for line in describe(indicator.target)))
    yield from ("", "怎样打分", *(f"  {line}" for line in _scoring(table, indicator, scheme)))


def _scoring(table: GoalTable, indicator: Indicator, scheme: Scheme) -> Iterator[str]:
    yield f"评分办法  {scheme.name}　{scheme.title}".rstrip()
    weight = decimal_text(divide_weights(table, scheme)[table.indicators.index(indicator)])
    yield f"分值      {weight}分，{'评分办法分给它的' if indicator.weight is None else '目标表写明的'}"
    tried = tuple(try_samples(table, indicator, scheme))
    yield "试几个实际值：" if tried else "怎样算达成要看别的资料，这里没有试算。"
    for each in tried:
        points = range_text(each.score.low, each.score.high)
        yield f"  {each.actual}：{each.outcome.verdict.label}，{points}分"
        yield from (f"    {step}" for step in each.score.derivation)
