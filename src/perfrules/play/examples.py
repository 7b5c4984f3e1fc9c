"""What the page and the terminal offer to try."""

from perfrules.play.question import Question

EXAMPLES = (
    ("差一点", Question(target="≥60家", actual="58家")),
    ("单位不同", Question(target="10万元/家", actual="120000元/户", subcategory="成本指标")),
    ("期限", Question(target="11月底前", actual="2023年12月3日", year="2023")),
    ("同上年比", Question(target="比上年增长5%", actual="3.2%")),
    ("大约", Question(target="≥90%", actual="约91%")),
    ("区间", Question(target="3～5天", actual="6天")),
    ("等级", Question(target="良好以上", actual="中")),
    ("不超预算", Question(target="不超预算", actual="1200万元", budget="1280万元")),
    ("由人评判", Question(target="明显改善", actual="部分达成年度指标并具有一定效果")),
    ("读不懂的", Question(target="左右90%", actual="92%")),
)
"""A title, and what is asked."""

TABLES = (
    ("2023年的一张目标表", "rulesets/gaoxin-keji-2023/3-创投基金注资.rules"),
    ("空白样板", "docs/templates/project.rules"),
)
"""A title, and the shipped file whose text is taken."""
