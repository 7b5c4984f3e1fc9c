"""What a self-evaluation table that is filled in is read as: official forms, lists, several forms in a sheet."""

from pathlib import Path

import pytest

from perfrules.readers import read_filled
from perfrules.tables import FilledTable, FilledTables
from readers import workbooks
from readers.csv_files import stream

MINISTRY: list[tuple[object, ...]] = [
    ("项目支出绩效自评表",),
    ("（2023年度）",),
    ("项目名称", None, "灌区改造"),
    ("主管部门", None, "水利局", None, "实施单位", None, "灌区管理所"),
    ("项目资金\n（万元）", None, None, "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"),
    (None, "年度资金总额", None, 1000, 1280, 1180, 10, 0.921875, 9.21875),
    (None, "其中：当年财政拨款", None, 1000, 1280, 1180, "—", None, "—"),
    (None, "上年结转资金", None, 0, 0, 0, "—", None, "—"),
    ("年度总体目标", "预期目标", None, None, None, "实际完成情况"),
    (None, "改造灌区58亩", None, None, None, "已改造"),
    (
        "绩效指标",
        "一级指标",
        "二级指标",
        "三级指标",
        "年度指标值",
        "实际完成值",
        "分值",
        "得分",
        "偏差原因分析及改进措施",
    ),
    (None, "产出指标", "数量指标", "改善面积", "≥60亩", "58亩", 50, 48.33, "征地慢"),
    (None, None, "质量指标", "验收合格率", "=100%", 1, 40, 40, None),
    ("总分", None, None, None, None, None, 100, 97.55),
    ("自评等级：优",),
]


def _only(filled: FilledTables) -> FilledTable:
    assert filled.diagnostics == ()
    (table,) = filled.tables
    return table


@pytest.fixture
def form(tmp_path: Path) -> FilledTable:
    return _only(read_filled(workbooks.save(tmp_path / "自评.xlsx", {"自评表": MINISTRY})))


def test_the_form_of_the_ministry_is_read_whole(form: FilledTable) -> None:
    assert (form.project, form.year) == ("灌区改造", 2023)
    assert [(line.indicator.name, line.indicator.category, line.reason) for line in form.lines] == [
        ("改善面积", "产出指标", "征地慢"),
        ("验收合格率", "产出指标", ""),
    ]
    assert [(str(line.weight.number), str(line.score.number)) for line in form.lines] == [("50", "48.33"), ("40", "40")]
    assert (form.weight.text, form.score.text, form.grade.text) == ("100", "97.55", "优")


def test_the_budget_is_the_adjusted_one_in_the_unit_beside_the_block(form: FilledTable) -> None:
    whole = form.money[0]
    assert (str(whole.budget), str(whole.spent), whole.name) == ("1280万元", "1180万元", "年度资金总额")
    assert [row.name for row in form.money] == ["年度资金总额", "其中：当年财政拨款", "上年结转资金"]
    assert form.money[1].score.is_blank


def test_places_are_those_of_the_cells(form: FilledTable) -> None:
    assert str(form.lines[0].score.place).endswith("第12行第8列")
    assert str(form.lines[0].place).endswith("第12行第6列")
    assert str(form.grade.place).endswith("第15行第1列")


def test_the_weight_of_the_rate_may_stand_in_its_header() -> None:
    money = "名称,预算数(A),执行数(B),执行率,得分（20分×执行率）\n年度资金总额,100,95,95%,19\n"
    table = _only(read_filled(stream(f"{money}三级指标,年初目标值,实际完成值,得分\n甲,5个,5个,40\n")))
    assert (table.money[0].weight.text, str(table.money[0].budget)) == ("20", "100")


def test_a_list_of_several_projects_is_a_table_for_each() -> None:
    header = "项目名称,三级指标,指标值,实际完成值,分值,得分\n"
    filled = read_filled(stream(f"{header}灌区,面积,≥60亩,60亩,100,100\n,亩数,,,,\n泵站,台数,2台,2台,100,100\n"))
    assert [(table.project, len(table.lines)) for table in filled.tables] == [("灌区", 1), ("泵站", 1)]


def test_money_in_a_sheet_of_its_own_finds_its_project(tmp_path: Path) -> None:
    file = workbooks.save(
        tmp_path / "a.xlsx",
        {
            "资金": [
                ("项目名称", "全年预算数（万元）", "全年执行数（万元）", "分值", "执行率", "得分"),
                ("泵站", 100, 95, 10, "95%", 9.5),
            ],
            "指标": [
                ("项目名称", "三级指标", "指标值", "实际完成值", "分值", "得分"),
                ("泵站", "台数", "2台", "2台", 90, 90),
            ],
        },
    )
    table = _only(read_filled(file))
    assert (table.project, str(table.money[0].spent), len(table.lines)) == ("泵站", "95万元", 1)


def test_forms_below_one_another_are_tables_of_their_own() -> None:
    form = (
        "项目名称,{0}\n一级指标,三级指标,指标值,实际完成值,分值,得分\n产出,{0}数,2台,2台,100,100\n总分,,,,100,100\n\n"
    )
    filled = read_filled(stream(form.format("泵站") + form.format("水闸")))
    assert [(table.project, [line.indicator.name for line in table.lines]) for table in filled.tables] == [
        ("泵站", ["泵站数"]),
        ("水闸", ["水闸数"]),
    ]


def test_headers_repeated_on_a_new_page_are_no_line() -> None:
    header = "一级指标,三级指标,指标值,实际完成值,分值,得分\n"
    table = _only(read_filled(stream(f"{header}产出,甲,2台,2台,50,50\n{header}产出,乙,3台,3台,50,50\n")))
    assert [line.indicator.name for line in table.lines] == ["甲", "乙"]


def test_a_direction_in_the_sign_column_is_a_direction() -> None:
    table = _only(read_filled(stream("三级指标,指标性质,指标值,度量单位,完成值,权重,得分\n投诉,反向,5,起,3,10,10\n")))
    assert str(table.lines[0].indicator.target) == "(-∞, 5起]"


@pytest.mark.parametrize(
    ("text", "code"), [("三级指标,实际完成值\n甲,5", "PF711"), ("甲,乙\n1,2", "PF711"), ("", "PF703")]
)
def test_what_has_no_scores_is_told(text: str, code: str) -> None:
    filled = read_filled(stream(text))
    assert (filled.tables, [each.code.id for each in filled.diagnostics]) == ((), [code])
