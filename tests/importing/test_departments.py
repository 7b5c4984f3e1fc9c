"""The form that a department fills in about itself, with its tasks."""

from io import BytesIO

from perfrules import read
from perfrules.importing import ruleset_text
from perfrules.importing.imported import Imported
from perfrules.tables import Level, SubGoal

FORM = """部门整体支出绩效自评表
（2023年度）
部门名称,县水利局
年度主要任务,任务名称,主要内容,预算数（万元）,执行数（万元）,分值,得分
,灌区改造,改造两座灌区,1200,1180,,
,河道清淤,,300,300,,
,金额合计,,1500,1480,10,9.87
年度总体目标,预期目标,,目标实际完成情况
,改善灌溉面积5万亩,,已完成
绩效指标,一级指标,二级指标,三级指标,年度指标值,全年实际值,分值,得分
,产出指标,数量指标,改善灌溉面积,≥5万亩,5.2万亩,50,50
总分,,,,,,60,59.87
"""


def test_its_tasks_goals_and_indicators_are_read() -> None:
    ruleset = read(BytesIO(FORM.encode()))
    (table,) = ruleset.goal_tables
    assert (table.name, table.level, table.year, str(table.budget.total)) == (
        "县水利局",
        Level.DEPARTMENT,
        2023,
        "1500万元",
    )
    assert table.sub_goals == (SubGoal("灌区改造", "改造两座灌区"), SubGoal("河道清淤"))
    assert table.goals == ("改善灌溉面积5万亩",)
    assert [(line.name, str(line.target)) for line in table.indicators] == [("改善灌溉面积", "[5万亩, ∞)")]


def test_amounts_of_single_tasks_are_listed() -> None:
    """A ruleset has a budget for the department, not for each of its tasks."""
    told = [each.message for each in read(BytesIO(FORM.encode())).diagnostics]
    assert len(told) == 3
    assert "1200 1180" in told[0]
    assert "300 300" in told[1]


def test_it_is_written_and_read_again() -> None:
    tables = read(BytesIO(FORM.encode())).goal_tables
    assert ruleset_text(Imported(tables)).goal_tables == tables
