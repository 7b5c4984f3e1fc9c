"""A small province: projects of departments, each with its indicators, as a table of rows."""

import random

import pyarrow as pa

DEPARTMENTS = ("教育局", "水务局", "卫生健康局", "人力资源和社会保障局")
TARGETS = (
    ("产出指标", "数量指标", "培训人数", "≥{n}人次", "{a}人次"),
    ("产出指标", "质量指标", "验收合格率", "≥{p}%", "{q}%"),
    ("产出指标", "时效指标", "完成时间", "2023年12月31日前", "2023年{m}月20日"),
    ("产出指标", "成本指标", "项目总成本", "≤{n}万元", "{a}"),
    ("效益指标", "社会效益指标", "受益群众", "{n}人以上", "{a}"),
    ("效益指标", "社会效益指标", "服务能力", "有所提升", "提升"),
    ("满意度指标", "服务对象满意度", "群众满意度", "≥{p}%", "{q}"),
)
"""Class, 二级指标, name, target and actual value of an indicator."""


def province(projects: int, seed: int = 1) -> pa.Table:
    """Make the indicators of some projects; some cells are odd on purpose, as they are in life."""
    dice = random.Random(seed)  # noqa: S311 - nothing is secret here
    rows = [row for number in range(projects) for row in _project(number, dice)]
    return pa.Table.from_pylist(rows)


def _project(number: int, dice: random.Random) -> list[dict[str, object]]:
    department = DEPARTMENTS[number % len(DEPARTMENTS)]
    return [
        {
            "部门名称": department,
            "项目名称": f"{department}项目{number}",
            "一级指标": category,
            "二级指标": subcategory,
            "三级指标": name,
            "指标值": _odd(target, dice).format(n=dice.randint(1, 40) * 10, p=dice.randint(80, 100), m=0, q=0, a=0),
            "实际完成值": _odd(actual, dice).format(
                a=dice.randint(1, 400), q=dice.randint(700, 1000) / 10, m=dice.randint(10, 12), n=0, p=0
            ),
            "分值": 90 // len(TARGETS),
        }
        for category, subcategory, name, target, actual in TARGETS
    ]


def _odd(text: str, dice: random.Random) -> str:
    return dice.choice(("", "按5号文件执行", "100坐", text)) if dice.random() < 0.02 else text
