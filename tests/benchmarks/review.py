"""How long it takes to load and review many goal tables, and how that grows: `python tests/benchmarks/review.py`.

Costs are told per table, for tables of many departments, so that growth shows at once: were the cost of comparing
tables to grow with the square of their number, the last line would say so.
"""

import sys
from time import perf_counter

from perfrules.rules import read_rulesets
from perfrules.ruleset import Ruleset
from perfrules.source import Source

SIZES = (10, 100, 1000)
MOST_GROWTH = 2
"""Times that a table among a thousand may cost what one among a hundred does."""

DEPARTMENT = 20
"""Tables of one department."""

TABLE = """
目标表 教师培训项目{number}
  年度：2023
  部门：第{department}局
  预算数：{people}万元
    财政资金：{people}万元
  资金用途：培训教师{people}人，每人补助1万元，合计{people}万元。
  支出计划：0、30%、50%、100%
  目标：培训农村教师{people}人，受训教师考核合格率95%以上。

  产出指标
    数量指标
      培训教师人数：≥{people}人    依据 年度计划
      培训期数：≥3期    依据 年度计划
    质量指标
      考核合格率：≥95%    依据 行业标准
    时效指标
      培训完成时间：2023年10月31日前    依据 年度计划
    成本指标
      补助标准：=1万元/人    依据 文件要求

  效益指标
    社会效益指标
      教学水平：明显提高    依据 工作经验
      受训教师留任率：≥90%    依据 历史标准

  满意度指标
    服务对象满意度指标
      学员满意度：≥90%    依据 历史标准
"""


def tables(count: int) -> list[Source]:
    """Make up the files of so many goal tables."""
    return [
        Source(f"{number}.rules", TABLE.format(number=number, department=number // DEPARTMENT, people=50 + number % 97))
        for number in range(count)
    ]


def main() -> int:
    """Measure, and tell whether costs grow as they may."""
    costs = {}
    Ruleset(read_rulesets(tables(1)).goal_tables).review()
    for size in SIZES:
        sources = tables(size)
        start = perf_counter()
        content = read_rulesets(sources)
        loaded = perf_counter()
        findings = len(Ruleset(content.goal_tables).review().findings)
        done = perf_counter()
        costs[size] = (done - start) / size
        print(f"{size:5} tables: load {loaded - start:6.2f} s, review {done - loaded:6.2f} s, {findings} findings")
    growth = costs[SIZES[-1]] / costs[SIZES[-2]]
    print(f"a table among {SIZES[-1]} costs {growth:.2f} times what one among {SIZES[-2]} does")
    return int(growth > MOST_GROWTH)


if __name__ == "__main__":
    sys.exit(main())
