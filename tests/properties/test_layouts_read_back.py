"""Law: however a goal table is laid out, it is read as the table that is meant."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importing.forms import as_document, as_web_page, as_workbook
from importing.layouts import Goal, Layout, Writer, as_csv, as_typed_workbook, below, lay_out, lines_of
from perfrules.importing import Imported, read_goal_tables, ruleset_text
from perfrules.names import standard_wordings
from perfrules.rules import read_ruleset
from perfrules.source import Source
from perfrules.syntax import fold
from perfrules.tables import GoalTable
from perfrules.targets import parse

CLASSES = (
    *(("产出指标", "数量指标"), ("产出指标", "质量指标"), ("产出指标", "时效指标"), ("成本指标", "经济成本指标")),
    *(("效益指标", "社会效益指标"), ("满意度指标", "服务对象满意度指标")),
)
NAMES = (
    "补助企业数量",
    "新增灌溉面积",
    "群众满意度",
    "验收合格率",
    "道路（二期）里程",
    "3号楼改造",
    "完成时间",
    "PM2.5降幅",
)
AMOUNTS = [
    *(("≥", "60", "家"), ("≤", "5", "件"), ("=", "100", "%"), ("≥", "1200", "亩"), ("", "12", "公里")),
    *((">", "0", "个"), ("≥", "95.5", "%")),
]
TEXTS = ["2023年12月31日前", "比上年增加", "是", "2023年10月", "≥3次且≤5次", "有效提升"]
ORDERS = (
    *(("description", "target", "basis", "weight"), ("target", "weight"), ("weight", "target", "description")),
    *(("basis", "target"), ("target",)),
)
PARTS = ("sign number unit", "number unit sign", "unit sign number", "sign unit number", "unit number sign")


def _wordings(field: str, *unlike: str) -> st.SearchStrategy[str]:
    known = [each for each in standard_wordings()[field] if each not in unlike]
    return st.sampled_from([*known, *(f"{each[:2]}\n{each[2:]}" for each in known if len(each) > 3)])


@st.composite
def goals(draw: st.DrawFn) -> tuple[Goal, ...]:
    found = draw(
        st.lists(st.tuples(st.sampled_from(CLASSES), st.sampled_from(NAMES)), min_size=1, max_size=6, unique=True)
    )
    return tuple(
        draw(_goal(*classes, name)) for classes, name in sorted(found, key=lambda each: CLASSES.index(each[0]))
    )


@st.composite
def _goal(draw: st.DrawFn, category: str, subcategory: str, name: str) -> Goal:
    text = draw(st.just("") | st.sampled_from(TEXTS))
    sign, number, unit = ("", "", "") if text else draw(st.sampled_from(AMOUNTS))
    texts = st.sampled_from(["", "按《办法》执行", "年度计划", "第一条；第二条"])
    return Goal(
        category, subcategory, name, text, sign, number, unit, draw(texts), draw(texts),
        draw(st.sampled_from(["", "10", "12.5"])),
    )  # fmt: skip


layouts = st.builds(
    Layout,
    classes=st.sampled_from(["merged", "blank", "repeated"]),
    targets=st.sampled_from(["whole", "columns", "bracketed", "periods", "two rows", "adjusted"]),
    order=st.sampled_from(ORDERS),
    headers=st.fixed_dictionaries(
        {},
        optional={
            "parts": st.sampled_from(PARTS),
            "name": _wordings("三级指标"),
            "target": _wordings("指标值"),
            "description": _wordings("绩效指标描述"),
            "basis": _wordings("指标值确定依据"),
            "weight": _wordings("分值"),
            "sign": _wordings("计算符号"),
            "unit": _wordings("度量单位"),
            "category": _wordings("一级指标"),
        },
    ),
    top=st.integers(0, 2),
    left=st.integers(0, 2),
    title=st.sampled_from(["", "项目支出绩效目标表", "2023年度县级项目绩效目标申报表"]),
    has_side_label=st.booleans(),
    has_subclass=st.booleans(),
    project_in_one_cell=st.booleans(),
    label_width=st.integers(1, 3),
    periods=st.sampled_from([("中期", "年度"), ("半年", "全年"), ("实施期", "年度"), ("中期", "2023年")]),
    total_row=st.sampled_from(["", "合计", "总分"]),
    full_width=st.booleans(),
)
WRITERS = [as_workbook, as_typed_workbook, as_document, as_web_page, as_csv]


def _meant(goal: Goal, layout: Layout, year: int | None) -> str:
    category, subcategory, name, _, basis, _ = next(lines_of([goal], layout))
    return parse(goal.whole, name=name, category=category, subcategory=subcategory, basis=basis, year=year).canonical


def _read_as_meant(table: GoalTable, meant: Sequence[Goal], layout: Layout) -> None:
    """Compare, but for the width of characters, which is kept."""
    lines = [
        (
            *map(fold, (line.category, line.subcategory, line.name, line.description, line.basis)),
            "" if line.weight is None else f"{line.weight:f}",
        )
        for line in table.indicators
    ]
    assert lines == [tuple(map(fold, line)) for line in lines_of(meant, layout)]
    assert [line.target.canonical for line in table.indicators] == [_meant(each, layout, table.year) for each in meant]


def is_sayable(meant: Sequence[Goal], layout: Layout) -> bool:
    """Whether the layout can say the goals: without subclasses two of them may become one."""
    keys = [(each.category, each.subcategory if layout.has_subclass else "", each.name) for each in meant]
    in_words = layout.targets == "bracketed" and not all(re.search(r"\d", each.whole) for each in meant)
    return len(set(keys)) == len(keys) and not in_words


@pytest.mark.parametrize("write", WRITERS)
@settings(
    max_examples=40,
    deadline=None,
    report_multiple_bugs=False,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.tuples(goals(), layouts), min_size=1, max_size=2), st.booleans())
def test_what_is_laid_out_is_read(write: Writer, forms: list[tuple[tuple[Goal, ...], Layout]], in_one: bool) -> None:
    forms = [(meant, layout) for meant, layout in forms if is_sayable(meant, layout)]
    drawn = [lay_out(f"第{at}号项目", meant, layout) for at, (meant, layout) in enumerate(forms)]
    if not drawn:
        return
    found = read_goal_tables(write(*([below(*drawn)] if in_one else drawn)))
    assert [fold(table.name) for table in found.goal_tables] == [f"第{at}号项目" for at in range(len(forms))]
    for table, (meant, layout) in zip(found.goal_tables, forms, strict=True):
        _read_as_meant(table, meant, layout)
    text = ruleset_text(Imported(found.goal_tables)).text
    assert read_ruleset(Source("a", text)).goal_tables == found.goal_tables
