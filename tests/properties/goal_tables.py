"""Goal tables of every sort, to draw from where a law is about all of them."""

from decimal import Decimal

from hypothesis import strategies as st

from perfrules.tables import Budget, Calculation, FundingSource, GoalTable, Indicator, Level, Safeguard, SubGoal
from perfrules.targets import parse_quantity
from properties.cells import targets

texts = st.sampled_from(
    [
        *(
            "",
            "培训人数",
            "补助企业数量",
            "2022年12月完成",
            "研发投入",
            "学员满意度",
            "社会稳定",
            "（空）",
            "《培训办法》",
        ),
        *(
            "目标1：培训教师60人，结业率95%以上。",
            "推动教学水平不断提高。。",
            "每家补助10万元，合计1280万元",
            "其中：甲1万元，乙2万元",
        ),
        *("3人×2万元/人=6万元", "意见意见", "一步一步", "≥58家", "工作经验", "预算支出标准550元/人", "高新区科技局"),
    ]
) | st.text(max_size=20)
quantities = st.none() | st.sampled_from(["1280万元", "128家", "10万元/家", "0元", "3个月"]).map(parse_quantity)
known_quantities = quantities.filter(lambda quantity: quantity is not None)
shares = st.sampled_from([Decimal(0), Decimal("0.3"), Decimal("0.55"), Decimal(1)])
indicators = st.builds(
    Indicator,
    texts,
    targets,
    category=st.sampled_from(["", "产出指标", "效果指标", "满意度指标（10分）", "过程指标"]),
    subcategory=st.sampled_from(["", "数量指标", "时效指标", "成本指标", "社会效益指标", "速度指标"]),
    description=texts,
    basis=texts,
    weight=st.none() | st.sampled_from([Decimal(0), Decimal(10), Decimal("12.5")]),
    baseline=texts,
    other_names=st.lists(st.sampled_from(["培训人数", "灌溉面积（亩）", "A级"]), max_size=2, unique=True).map(tuple),
)
goal_tables: st.SearchStrategy[GoalTable] = st.builds(
    GoalTable,
    texts,
    level=st.sampled_from(Level),
    title=texts,
    year=st.none() | st.just(2023),
    department=st.sampled_from(["", "一局"]),
    budget=st.builds(
        Budget, quantities, st.lists(st.builds(FundingSource, texts, quantities), max_size=2).map(tuple), texts
    ),
    calculations=st.lists(
        st.builds(Calculation, texts, st.lists(known_quantities, min_size=1, max_size=3).map(tuple), known_quantities),
        max_size=2,
    ).map(tuple),
    plan=st.just(()) | st.tuples(shares, shares, shares, shares),
    goals=st.lists(texts, max_size=2).map(tuple),
    sub_goals=st.lists(st.builds(SubGoal, texts, texts, texts), max_size=2).map(tuple),
    safeguards=st.lists(st.builds(Safeguard, texts, texts), max_size=2).map(tuple),
    indicators=st.lists(indicators, max_size=4).map(tuple),
)
"""Tables with every field filled, empty or odd."""
