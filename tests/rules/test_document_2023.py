"""The 2023 document of 高新区科技局 is held in rulesets/gaoxin-keji-2023 with every one of its words."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import attrs
import pytest

from perfrules.data import resource
from perfrules.rules import RulesetContent, load_files
from perfrules.tables import GoalTable, Level
from perfrules.units import Quantity

DOCUMENT = Path(__file__).parents[1] / "data" / "部门整体绩效目标2023.txt"
BOOKMARK = "[bookmark: _GoBack]"  # left by the word processor where the cursor last was; not words on the page

FORM = {
    *("一、总体绩效目标", "二、分项绩效目标", "三、工作保障措施"),
    *("项目编码", "项目名称", "预算规模及资金用途", "预算数", "其中：财政资金", "其他资金"),
    *("资金支出计划（累进进度%）", "第一季度", "第二季度", "第三季度", "第四季度", "绩效目标"),
    *("一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据"),
}
"""The words of the form itself, which are the same in every office."""


@pytest.fixture(scope="module")
def content() -> RulesetContent:
    return load_files([resource("rulesets/gaoxin-keji-2023")])


def _lines() -> list[str]:
    return DOCUMENT.read_text(encoding="utf-8").replace(BOOKMARK, "").split("\n")


def _texts(value: object) -> Iterator[str]:
    """Every text in a value, amounts as they print."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Quantity):
        yield str(value)
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif attrs.has(type(value)):
        for name, part in attrs.asdict(value, recurse=False).items():  # type: ignore[arg-type]
            if name != "place":
                yield from _texts(part)


def _held(table: GoalTable) -> set[str]:
    held = {text.strip() for text in _texts(table)}
    held |= {"0" if share == 0 else f"{share * 100:f}%" for share in table.plan}
    for goal in table.sub_goals:
        held |= {f"绩效目标：{goal.goal}", f"绩效指标：{goal.indicators}"}
    return held | {measure.title + measure.text for measure in table.safeguards}


def test_the_rulesets_have_no_fault(content: RulesetContent) -> None:
    assert content.diagnostics == ()


def test_every_text_of_the_document_is_held(content: RulesetContent) -> None:
    held = FORM.union(*map(_held, content.goal_tables))
    assert [line for line in _lines() if line.strip() and line.strip() not in held] == []


def _rows() -> Iterator[tuple[str, ...]]:
    """The indicator rows of the document, merged cells filled from above."""
    cells = [line[1:].strip() for line in _lines() if line.startswith("\t")]
    above = ("", "")
    for start in (i + 1 for i, cell in enumerate(cells) if cell == "指标值确定依据"):
        at = start
        while at + 5 < len(cells) and cells[at + 4] and "项目编码" not in cells[at : at + 6]:
            above = (cells[at] or above[0], cells[at + 1] or above[1])
            yield (*above, *cells[at + 2 : at + 6])
            at += 6


def test_the_twenty_indicators_stand_as_in_the_document(content: RulesetContent) -> None:
    titles = [line for line in _lines() if line.endswith("项目绩效目标表")]
    tables = {table.title: table for table in content.goal_tables}
    loaded = [
        (each.category, each.subcategory, each.name, each.description, each.target.text, each.basis)
        for title in titles
        for each in tables[title].indicators
    ]
    rows = list(_rows())
    assert len(rows) == 20
    assert loaded == rows


def test_budgets_plans_and_the_calculation(content: RulesetContent) -> None:
    projects = [table for table in content.goal_tables if table.level is Level.PROJECT]
    assert {table.name: str(table.budget.total) for table in projects} == {
        "高新技术企业扶持资金": "1280万元",
        "百川房屋租赁费": "973万元",
        "创投基金注资": "2000万元",
    }
    for table in projects:
        assert [source.name for source in table.budget.sources] == ["财政资金", "其他资金"]
        assert table.budget.sources[0].amount == table.budget.total
        assert table.budget.sources[1].amount is None
        assert list(table.plan) == [0, 0, 0, 1]
        assert (table.year, table.code) == (2023, "")
    (calculation,) = next(table for table in projects if table.calculations).calculations
    assert calculation.text == "128家 × 10万元/家 = 1280万元"
    assert [factor.number for factor in calculation.factors] == [128, 10]
    product = Fraction(1)
    for factor in calculation.factors:
        product *= factor.canonical
    assert product == calculation.result.canonical


def test_the_narrative_of_the_department(content: RulesetContent) -> None:
    (table,) = (table for table in content.goal_tables if table.level is Level.DEPARTMENT)
    assert (table.prepared_by, table.title) == ("高新区科技局编制", "2023年部门整体绩效目标")
    assert len(table.safeguards) == 7
    assert [goal.title for goal in table.sub_goals] == [
        "（1） 为高新区提供科技创新项目支撑",
        "（二）完善科技创新服务体系建设，推进机器人产业发展。",
    ]
    assert [each.target.text for each in table.indicators] == [
        *("25家以上", "240家", "大于90%"),
        *("及时足额拨付", "明显提高", "达到90%"),
    ]
    for each in table.indicators:
        goal = next(goal for goal in table.sub_goals if goal.title == each.sub_goal)
        assert each.description in goal.indicators
        assert each.target.text in each.description
        assert each.name in each.description
