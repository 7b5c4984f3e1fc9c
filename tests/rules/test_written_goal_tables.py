"""A goal table written as a ruleset is read as the same table."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import attrs
import pytest

from guards.checkout import ROOT
from perfrules import load
from perfrules.formatting import format_source, goal_table_text
from perfrules.rules import read_ruleset
from perfrules.source import Source
from perfrules.tables import Budget, FundingSource, GoalTable, Indicator, Safeguard, SubGoal, Waiver
from perfrules.targets import parse
from perfrules.units import UNITS, Quantity

YUAN = UNITS.unit_of((("万元", 1),))


def again(table: GoalTable) -> GoalTable:
    text = goal_table_text(table)
    content = read_ruleset(Source("规则文件", text))
    assert not content.diagnostics
    assert format_source(Source("规则文件", text)).text == text
    (read,) = content.goal_tables
    return read


@pytest.mark.parametrize(
    "file", sorted((ROOT / "rulesets/gaoxin-keji-2023").glob("*.rules")), ids=lambda file: file.stem
)
def test_the_tables_of_2023(file: Path) -> None:
    (table,) = load(file).goal_tables
    assert again(table) == table


def test_every_field_and_texts_that_need_quotation_marks() -> None:
    columns = {"sign": "≥", "unit": "%", "direction": "正向", "basis": "计划：  第一条", "year": 2023}
    indicator = Indicator(
        "合格率：总",
        parse("95", name="合格率：总", category="产出指标", subcategory="质量指标", **columns),  # type: ignore[arg-type]
        category="产出指标",
        subcategory="质量指标",
        description="说  明",
        basis="计划：  第一条",
        weight=Decimal("12.50"),
        baseline="93%",
        evidence="台账",
        cumulative=False,
        sign="≥",
        unit="%",
        direction="正向",
        waivers=(Waiver(("PR105", "PR203"), "见附表"),),
    )
    table = GoalTable(
        "灌区  改造",
        title="表：一",
        code="0123",
        year=2023,
        department="水利局",
        prepared_by="某处",
        scheme="central/mof-2021-101",
        share=Decimal("0.3"),
        budget=Budget(
            Quantity(Fraction("60.5"), YUAN), (FundingSource("财政资金", None),), "1.购置：泵；\n2.运输  # 不是注释"
        ),
        plan=(Decimal(0), Decimal("0.255"), Decimal("0.5"), Decimal(1)),
        goals=("目标1：改善面积。", "目标2：节水。"),
        sub_goals=(SubGoal("（一）改造", "提高：水平", "新增3处"),),
        sub_goals_introduction="如下：",
        safeguards=(Safeguard("（一）制度。", "制定：办法。"),),
        indicators=(indicator, attrs.evolve(indicator, name="另一个", sub_goal="（一）改造", waivers=())),
        waivers=(Waiver(("PR407",), "年底支付"),),
    )
    read = again(table)
    assert read.indicators[::-1] == table.indicators or read.indicators == table.indicators
    assert attrs.evolve(read, indicators=()) == attrs.evolve(table, indicators=())


def test_a_text_that_no_line_can_say_is_refused() -> None:
    with pytest.raises(ValueError, match="no line can say"):
        goal_table_text(GoalTable("灌区", title="第一行\n第二行"))
