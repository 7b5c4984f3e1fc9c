"""Which headers are recognised: the wordings that offices use, and the units in them."""

import pytest

from perfrules.data import read_text
from perfrules.readers import read_actuals
from perfrules.readers.headers import Field, read_header
from readers.csv_files import stream


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("三级指标", Field.INDICATOR),
        ("指标名称", Field.INDICATOR),
        ("绩效指标", Field.INDICATOR),
        ("实际完成值", Field.ACTUAL),
        ("全年实际值", Field.ACTUAL),
        ("实际\n完成值", Field.ACTUAL),
        ("实 际 完 成 值", Field.ACTUAL),
        ("年度指标值", Field.TARGET),
        ("项目（政策）名称", Field.PROJECT),
        ("偏差原因分析及改进措施", Field.REASON),
        ("全年预算数（A）", Field.ADJUSTED),
        ("调整后预算数", Field.ADJUSTED),
        ("第三季度累计支出（万元）", Field.QUARTER_3),
        ("执行率（B/A）", Field.RATE),
        ("指标权重", Field.WEIGHT),
    ],
)
def test_wordings_in_use_are_recognised(text: str, field: Field) -> None:
    header = read_header(text)
    assert header is not None
    assert header.field is field


@pytest.mark.parametrize("text", ["", "备注", "实际", "（万元）", "得分系数（%）"])
def test_other_headers_are_not(text: str) -> None:
    assert read_header(text) is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [("全年执行数（万元）", "万元"), ("全年执行数(元)", "元"), ("全年执行数（B）", ""), ("完成值（%）", "%")],
)
def test_a_unit_in_brackets_is_read(text: str, unit: str) -> None:
    header = read_header(text)
    assert header is not None
    assert header.unit == unit


def test_every_field_has_its_line_in_the_lexicon() -> None:
    lines = read_text("grammar/headers.txt").splitlines()
    assert {field.value for field in Field} <= {line.partition("：")[0] for line in lines}


def test_of_two_columns_for_one_field_the_more_usual_wording_is_used_and_said() -> None:
    actuals = read_actuals(stream("指标名称,完成情况,实际完成值\n面积,已完成,58亩\n"))
    assert [row.actual.text for row in actuals.values] == ["58亩"]
    assert [each.code.id for each in actuals.diagnostics] == ["PF712"]
    assert [str(label.place) for label in actuals.diagnostics[0].labels] == [
        "标准输入 第1行第3列",
        "标准输入 第1行第2列",
    ]
