"""Large tables, and many tables of one department, are reviewed in a time that grows with their number."""

from time import process_time

from perfrules.rules import read_ruleset, read_rulesets
from perfrules.ruleset import Ruleset
from perfrules.source import Source
from perfrules.tables import GoalTable

TABLE = """目标表 项目{number}
  年度：2023
  部门：教育局
  目标：培训教师60人，学员满意度90%以上。
  产出指标
    数量指标
      培训教师人数：≥{number}人
  满意度指标
    服务对象满意度指标
      学员满意度：≥90%
"""


def _seconds(tables: tuple[GoalTable, ...]) -> float:
    started = process_time()
    Ruleset(tables).review()
    return process_time() - started


def test_a_department_of_many_projects_costs_as_many_times_what_one_of_few_does() -> None:
    sources = [Source(f"{number}.rules", TABLE.format(number=number)) for number in range(400)]
    tables = read_rulesets(sources).goal_tables
    _seconds(tables[:10])
    few, many = _seconds(tables[:100]), _seconds(tables)
    assert many < 12 * few


def test_a_table_of_thousands_of_alike_indicators_ends() -> None:
    goals = "完成教师培训3人。" * 1000
    lines = "".join(f"    第{number}类\n      培训教师人数：≥{number}人\n" for number in range(2000))
    text = f"目标表 甲\n  年度：2023\n  部门：教育局\n  目标：{goals}\n  产出指标\n{lines}"
    table = read_ruleset(Source("x.rules", text)).goal_tables
    assert len(table[0].indicators) == 2000
    assert _seconds(table) < 60
