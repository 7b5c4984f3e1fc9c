"""Law: a goal table drawn as a form with real merges, in any format, is read back as the same table."""

from collections.abc import Callable
from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importing.forms import Drawn, as_document, as_web_page, as_workbook, draw
from perfrules.importing import Imported, read_goal_tables, ruleset_text
from perfrules.rules import read_ruleset
from perfrules.source import Source
from perfrules.tables import Budget, FundingSource, GoalTable, Indicator
from perfrules.targets import parse, parse_quantity

names = st.sampled_from(
    ["补助企业数量", "培训人数", "资金拨付及时率", "群众满意度", "完成（验收）率", "≥的数", "#号楼"]
)
sentences = st.sampled_from(["", "年度计划", "按《办法》补助；每家10万元", "a b", '"引文"', "一：二"])
target_texts = st.sampled_from(
    [
        "≥60家",
        "=100%",
        "10万元/家",
        "2023年12月31日前",
        "比上年增加",
        "是",
        "≥90%且≤95%",
        "提高",
        "0",
        "90%（以上）",
        "+5%",
    ]
)
classes = st.sampled_from(
    [
        *(("产出指标", "数量指标"), ("产出指标", "质量指标"), ("成本指标", "经济成本指标")),
        *(("效益指标", "社会效益指标"), ("满意度指标（10分）", "服务对象满意度指标")),
    ]
)


@st.composite
def indicators(draw_: st.DrawFn) -> Indicator:
    name, text, basis = draw_(names), draw_(target_texts), draw_(sentences)
    category, subcategory = draw_(classes)
    target = parse(text, name=name, category=category, subcategory=subcategory, basis=basis, year=2023)
    weight = draw_(st.none() | st.sampled_from([Decimal(10), Decimal("12.5")]))
    return Indicator(name, target, category, subcategory, description=draw_(sentences), basis=basis, weight=weight)


quantities = st.none() | st.sampled_from(["1280万元", "973.5万元", "0元"]).map(parse_quantity)
shares = st.sampled_from([Decimal(0), Decimal("0.35"), Decimal(1)])
tables = st.builds(
    GoalTable,
    st.sampled_from(["灌区改造", "一号项目（二期）", "2023年补助"]),
    title=st.sampled_from(["", "灌区改造项目绩效目标表"]),
    code=st.sampled_from(["", "13000023P"]),
    year=st.just(2023),
    department=st.sampled_from(["", "水利局"]),
    budget=st.builds(
        Budget,
        quantities,
        st.sampled_from([(), ("财政资金",), ("财政资金", "其他资金")]).flatmap(
            lambda found: st.tuples(*(st.builds(FundingSource, st.just(name), quantities) for name in found))
        ),
        st.sampled_from(["", "128家，每家10万元。", "第一条\n第二条"]),
    ),
    plan=st.just(()) | st.tuples(shares, shares, shares, shares),
    goals=st.sampled_from([(), ("改善面积。",), ("目标1：改善。", "目标2：提高。")]),
    indicators=st.lists(
        indicators(), min_size=1, max_size=6, unique_by=lambda each: (each.category, each.subcategory, each.name)
    ).map(lambda found: tuple(sorted(found, key=lambda each: (each.category, each.subcategory)))),
)


@pytest.mark.parametrize("write", [as_workbook, as_document, as_web_page])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(tables, min_size=1, max_size=2, unique_by=lambda table: table.name).map(tuple))
def test_what_is_drawn_is_read(write: Callable[..., BytesIO], given_tables: tuple[GoalTable, ...]) -> None:
    forms: list[Drawn] = [draw(table) for table in given_tables]
    found = read_goal_tables(write(*forms))
    assert found.goal_tables == given_tables
    assert found.diagnostics == ()
    text = ruleset_text(Imported(found.goal_tables)).text
    assert read_ruleset(Source("a", text)).goal_tables == given_tables
