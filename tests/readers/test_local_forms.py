"""The forms of provinces, each with its own headers: what is read from a line and from the money."""

import pytest

from perfrules.readers import read_filled
from perfrules.tables import FilledTable
from readers.csv_files import stream

SICHUAN = """项目名称,培训
,,年初预算,调整后预算数,预算执行数,执行率,权重,得分,原因
,总额,90万元,100万元,95万元,95%,10,9.5,结余
一级指标,二级指标,三级指标,指标性质,指标值,度量单位,完成值,权重,得分,未完成原因分析
产出指标,数量指标,培训人数,≥,100,人次,90,90,81,疫情
"""
YUNNAN = """项目名称：培训,,,,,单位：元
,,年初预算数,全年预算数,全年执行数,分值,执行率,得分
年度资金总额,,900000,1000000,950000,10,95.00,9.5
一级指标,二级指标,三级指标,指标性质,指标值,度量单位,实际完成值,分值,得分,偏差原因
产出指标,数量指标,培训人数,>=,100,人次,90人次,90,81,疫情
"""
HUBEI = """项目名称,培训
预算执行情况（万元）,,预算数（A）,执行数（B）,执行率（B/A）,得分（20分×执行率）
,年度财政资金总额,100,95,95%,19
年度绩效目标,一级指标,二级指标,三级指标,年初目标值（A）,实际完成值（B）,得分
（80分）,产出指标,数量指标,培训人数（90分）,≥100人次,90人次,81
"""
RURAL = """项目名称,培训
,全年预算数(A),全年执行数(B),执行率(B/A),得分
中央财政资金,100万元,95万元,95%,9.5
三级指标,分值,年度指标值,全年实际值,得分,未完成原因
培训人数,90,≥100人次,90人次,81,疫情
"""
CHONGQING = """项目名称,培训
,,年初预算数,全年（调整）预算数,全年执行数,执行率（%）,权重,得分
,总额,90万元,100万元,95万元,95,10,9.5
指标名称,计量单位,指标性质,年初指标值,调整指标值,指标权重,全年完成值,得分系数（%）,指标得分,说明
培训人数,人次,≥,120,100,90,90,90,81,
"""
INNER_MONGOLIA = """项目名称,培训
一级指标,二级指标,三级指标,指标性质,指标方向,目标值,计量单位,分值,实际完成值,得分
产出指标,数量指标,培训人数,正向,大于等于,100,人次,90,90,81
"""
JIANGXI = """项目名称,培训
一级指标,二级指标,三级指标,计算符号,目标值,度量单位,实际完成值,分值,得分
产出指标,数量指标,培训人数,≥,100,人次,90,90,81
"""
TARGET_IN_NAME = "项目名称,培训\n三级指标,实际完成值,分值,得分\n培训人数(≥100人次),90人次,90,81\n"


def _read(form: str) -> FilledTable:
    filled = read_filled(stream(form))
    assert filled.diagnostics == ()
    (table,) = filled.tables
    return table


@pytest.mark.parametrize(
    "form",
    [SICHUAN, YUNNAN, HUBEI, RURAL, CHONGQING, INNER_MONGOLIA, JIANGXI, TARGET_IN_NAME],
    ids=["四川", "云南", "湖北", "衔接资金", "重庆", "内蒙古", "江西", "名称里的指标值"],
)
def test_a_line_is_read_from_every_form(form: str) -> None:
    table = _read(form)
    assert table.project == "培训"
    (line,) = table.lines
    assert str(line.indicator.target) == "[100人次, ∞)"
    assert line.actual.text.removesuffix("人次") == "90"
    assert (str(line.weight.number), str(line.score.number)) == ("90", "81")


@pytest.mark.parametrize(
    ("form", "budget", "points"),
    [
        (SICHUAN, "100万元", "10"),
        (YUNNAN, "1000000元", "10"),
        (HUBEI, "100万元", "20"),
        (RURAL, "100万元", ""),
        (CHONGQING, "100万元", "10"),
    ],
    ids=["四川", "云南", "湖北", "衔接资金", "重庆"],
)
def test_the_money_is_read_from_every_form(form: str, budget: str, points: str) -> None:
    whole = _read(form).whole
    assert whole is not None
    assert (str(whole.budget), whole.weight.text) == (budget, points)
    assert whole.rate.text.startswith("95")


def test_the_tasks_of_a_department_are_no_parts_of_one_another() -> None:
    header = "任务名称,完成情况,预算数,执行数,分值,执行率,得分\n"
    tasks = "培训,已完成,100,95,5,95%,4.75\n演练,已完成,200,200,5,100%,5\n"
    table = _read(f"{header}{tasks}三级指标,指标值,实际完成值,分值,得分\n培训人数,≥100人次,90人次,90,81\n")
    assert [(row.name, row.score.text) for row in table.money] == [("培训", "4.75"), ("演练", "5")]
    assert (table.whole, table.project) == (None, "")
