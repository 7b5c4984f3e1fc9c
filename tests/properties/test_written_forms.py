"""Law: what is written as a form that is filed is read again as the same, in Excel and in Word."""

from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import perfrules
from perfrules.actuals import read_actual
from perfrules.auditing import Standing
from perfrules.filling import Forms, fill
from perfrules.filling.amounts import points
from perfrules.filling.form import shown
from perfrules.formatting.forms import goal_forms
from perfrules.readers import read_filled
from perfrules.report.forms import report_forms
from perfrules.ruleset import Ruleset
from perfrules.tables import Actuals, Budget, FundingSource, GoalTable, Indicator, ReportedActual, ReportedSpending
from perfrules.targets import parse, parse_quantity

PAIRS = (
    ("≥60家", ("58家", "60家", "79家", "约60家", "", "不适用")),
    ("=100%", ("100%", "99.5%", "")),
    ("≤3起", ("2起", "5起", "0起")),
    ("10万元/家", ("10万元/家", "100000元/家", "12万元/家")),
    ("2023年12月31日前", ("2023年12月15日", "2024年1月3日", "2023年12月")),
    ("比上年增加", ("较上年增长5%", "比上年减少3%", "")),
    ("是", ("是", "否", "已完成")),
    ("≥90%且≤95%", ("92%", "96.5%", "不适用")),
    ("提高", ("部分达成预期目标并具有一定效果", "达成预期目标", "")),
    ("有效改善", ("达成预期目标",)),
    ("0次", ("0次", "1次")),
    ("120公里（含维修）", ("120公里", "118.25公里")),
    ("无", ("无", "2起")),
    ("每月25日前", ("每月25日前",)),
    ("", ("5家",)),
)
NAMES = (
    *("补助企业数量", "培训人数", "资金拨付及时率", "群众满意度", "=的数", "-1号楼", "+甲", "@乙"),
    "符合高新技术企业培育发展暂行办法规定条件的企业资金补助到位及时情况和后续跟踪服务情况",
)
CLASSES = (
    *(("产出指标", "数量指标"), ("产出指标", "质量指标"), ("产出指标", "时效指标")),
    *(("效益指标", "社会效益指标"), ("满意度指标", "服务对象满意度指标")),
)
PROJECTS = (
    "灌区改造",
    "一号项目（二期）",
    "2023年补助",
    "=1+1",
    "高标准农田建设及农业综合开发土地治理项目省级财政配套资金",
)

names, classes = st.sampled_from(NAMES), st.sampled_from(CLASSES)
sentences = st.sampled_from(["", "年度计划", "=按《办法》补助；每家10万元", "+a b", '"引文"', "第一句。\n第二句。"])
money = st.decimals("0.01", "99999", places=2).map(lambda amount: parse_quantity(f"{amount}万元"))
shares = st.decimals(0, 1, places=4)
reported = st.sampled_from(PAIRS).flatmap(lambda pair: st.tuples(st.just(pair[0]), st.sampled_from(pair[1])))


@attrs.frozen
class Filed:
    """A goal table, and what was reported against it."""

    table: GoalTable
    actuals: tuple[ReportedActual, ...]


@st.composite
def filed(draw: st.DrawFn) -> Filed:
    """A project as offices file it: its classes in order, weights or none, money with decimals."""
    project = draw(st.sampled_from(PROJECTS))
    keys = draw(st.lists(st.tuples(classes, names), min_size=1, max_size=7, unique=True))
    weighted = draw(st.booleans())
    indicators, actuals = [], []
    for (category, subcategory), name in sorted(keys, key=lambda key: CLASSES.index(key[0])):
        target, actual = draw(reported)
        read = parse(target, name=name, category=category, subcategory=subcategory, year=2023)
        weight = Decimal(draw(st.integers(1, 40))) / 2 if weighted else None
        indicators.append(Indicator(name, read, category, subcategory, draw(sentences), draw(sentences), weight=weight))
        actuals.append(
            ReportedActual(
                name, read_actual(actual), project, category=category, subcategory=subcategory, reason=draw(sentences)
            )
        )
    table = GoalTable(
        project,
        title=f"{project}绩效目标表",
        code=draw(st.sampled_from(["", "13000023P", "007"])),
        year=2023,
        budget=Budget(draw(money), (FundingSource("财政资金", draw(money)),), draw(sentences)),
        plan=draw(st.just(()) | st.tuples(shares, shares, shares, shares)),
        goals=draw(st.sampled_from([(), ("改善面积。",), ("目标1：改善。", "目标2：提高。")])),
        indicators=tuple(indicators),
    )
    return Filed(table, tuple(actuals))


several = st.lists(filed(), min_size=1, max_size=3, unique_by=lambda each: each.table.name).map(tuple)
suffixes = pytest.mark.parametrize("suffix", [".xlsx", ".docx"])


def _file(name: str, forms: Forms, suffix: str) -> BytesIO:
    return BytesIO(fill(name, forms, suffix))


def _goals(table: GoalTable) -> Any:
    """What the form of a goal table has room for: no weights, and no funding without an amount."""
    lines = [
        (each.category, each.subcategory, each.name, each.target.region, each.description.replace("\n", ""))
        for each in table.indicators
    ]
    sources = [(each.name, each.amount) for each in table.budget.sources if each.amount]
    head = (table.name, table.title, table.code, table.year, table.plan, table.goals)
    return *head, table.budget.total, sources, table.budget.purpose, lines


@suffixes
@settings(max_examples=25)
@given(several)
def test_goal_tables_are_read_as_written(suffix: str, given_projects: tuple[Filed, ...]) -> None:
    tables = [each.table for each in given_projects]
    found = perfrules.read(_file("绩效目标表", goal_forms(tables), suffix))
    assert list(map(_goals, found.goal_tables)) == list(map(_goals, tables))
    assert found.diagnostics == ()


@suffixes
@settings(max_examples=25)
@given(several, st.data())
def test_a_self_evaluation_is_audited_as_it_was_scored(
    suffix: str, given_projects: tuple[Filed, ...], data: st.DataObject
) -> None:
    spent = [
        ReportedSpending(each.table.name, None, each.table.budget.total, data.draw(money)) for each in given_projects
    ]
    actuals = Actuals(tuple(row for each in given_projects for row in each.actuals), tuple(spent))
    report = Ruleset(tuple(each.table for each in given_projects)).evaluate(actuals)
    forms = report_forms(report)
    filled = read_filled(_file("自评表", {"项目": forms["项目"]}, suffix))
    assert filled.diagnostics == ()
    assert [each.project for each in filled.tables] == [each.table.name for each in report.projects]
    for audited, scored in zip(perfrules.audit(filled).tables, report.projects, strict=True):
        assert [each.indicator.name for each in audited.table.lines] == [each.indicator.name for each in scored.lines]
        assert [each.actual.text for each in audited.table.lines] == [each.outcome.actual.text for each in scored.lines]
        assert [each.reason for each in audited.table.lines] == [each.reason for each in scored.lines]
        assert _shown(audited.table.score.number) == _shown(scored.score)
        for each in audited.scores:
            assert each.standing in ({Standing.OPEN} if each.printed.is_blank else {Standing.SAME})


def _shown(number: Fraction | Decimal | None) -> str:
    """As people see it: a workbook keeps more places of a total that was scaled."""
    return "" if number is None else shown(points(Fraction(number)))
