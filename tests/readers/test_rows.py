"""What the rows of a sheet become."""

from decimal import Decimal
from pathlib import Path

from perfrules.readers import read_actuals
from perfrules.source import CellPlace
from perfrules.units import Quantity
from readers import workbooks
from readers.csv_files import HEADER, save, stream


def test_a_row_keeps_every_field_and_the_place_of_its_value(tmp_path: Path) -> None:
    header = "项目名称,一级指标,二级指标,三级指标,年度指标值,上年值,全年实际值,得分,偏差原因分析及改进措施\n"
    file = save(tmp_path / "实际值.csv", header + "灌区改造,产出指标,数量指标,改善面积,≥60亩,55亩,58亩,8.5,雨季停工\n")
    (row,) = read_actuals(file).values
    assert (row.project, row.category, row.subcategory, row.indicator) == (
        "灌区改造",
        "产出指标",
        "数量指标",
        "改善面积",
    )
    assert (row.target_text, row.baseline, row.actual.text, row.reason) == ("≥60亩", "55亩", "58亩", "雨季停工")
    assert row.judgement == Decimal("8.5")
    assert row.place == CellPlace(str(file), "", 2, 7, "58亩")


def test_merged_cells_continue_from_above_until_something_to_their_left_changes() -> None:
    rows = "甲,产出指标,数量指标,一,1\n,,,二,2\n,,质量指标,三,3\n,效益指标,,四,4\n乙,,,五,5\n"
    actuals = read_actuals(stream("项目,一级指标,二级指标,三级指标,完成值\n" + rows))
    assert [(row.project, row.category, row.subcategory) for row in actuals.values] == [
        ("甲", "产出指标", "数量指标"),
        ("甲", "产出指标", "数量指标"),
        ("甲", "产出指标", "质量指标"),
        ("甲", "效益指标", ""),
        ("乙", "", ""),
    ]


def test_titles_blank_rows_and_totals_are_no_rows() -> None:
    text = "2023年度绩效自评,,\n\n" + HEADER + "甲,面积,58亩\n,,\n合计,,58\n"
    actuals = read_actuals(stream(text))
    assert [row.indicator for row in actuals.values] == ["面积"]
    assert actuals.diagnostics == ()


def test_a_project_named_above_the_table_is_that_of_its_rows() -> None:
    for title in ("项目名称,灌区改造,", "项目名称：灌区改造,,"):
        actuals = read_actuals(stream(f"{title}\n一级指标,三级指标,完成值\n产出指标,面积,58亩\n"))
        assert [row.project for row in actuals.values] == ["灌区改造"]


def test_a_bare_number_takes_the_unit_of_its_header_and_no_other_text_does() -> None:
    text = "三级指标,实际完成值（万元）\n甲,58\n乙,58元\n丙,已完成\n丁,\n"
    actuals = read_actuals(stream(text))
    assert [row.actual.text for row in actuals.values] == ["58万元", "58元", "已完成", ""]


def test_a_target_in_three_columns_is_put_together() -> None:
    actuals = read_actuals(stream("三级指标,指标性质,指标值,度量单位,完成值\n合格率,≥,95,%,96%\n"))
    assert [row.target_text for row in actuals.values] == ["≥95%"]


def test_a_value_without_an_indicator_is_reported() -> None:
    actuals = read_actuals(stream(HEADER + "甲,,58亩\n"))
    assert actuals.values == ()
    assert [each.code.id for each in actuals.diagnostics] == ["PF713"]


def test_a_judgement_that_is_no_number_is_reported() -> None:
    actuals = read_actuals(stream("三级指标,完成值,得分\n甲,58,8.5分\n乙,58,优\n"))
    assert [row.judgement for row in actuals.values] == [Decimal("8.5"), None]
    assert [(each.code.id, str(each.labels[0].place)) for each in actuals.diagnostics] == [
        ("PF716", "标准输入 第3行第3列")
    ]


def _written(quantity: Quantity | None) -> str | None:
    return None if quantity is None else str(quantity)


def test_spending_is_read_with_the_unit_of_its_header(tmp_path: Path) -> None:
    header = ("项目名称", "年初预算数（万元）", "全年预算数（万元）", "全年执行数（万元）", "第一季度累计支出（万元）")
    rows = [header, ("甲", 1280, 1200.5, "11800000元", 0), ("合计", 1280, 1200.5, 1180, 0)]
    file = workbooks.save(tmp_path / "资金.xlsx", {"资金": rows})
    (row,) = read_actuals(file).spending
    assert [_written(each) for each in (row.initial, row.adjusted, row.spent)] == [
        "1280万元",
        "1200.5万元",
        "11800000元",
    ]
    assert [_written(each) for each in row.quarters] == ["0万元", None, None, None]


def test_the_unit_stated_above_a_table_of_spending_is_used() -> None:
    (row,) = read_actuals(stream("资金情况（单位：万元）,\n项目,全年执行数\n甲,1180\n")).spending
    assert _written(row.spent) == "1180万元"


def test_money_without_a_unit_and_money_that_is_none_are_reported() -> None:
    actuals = read_actuals(stream("项目,全年预算数,全年执行数\n甲,1180,见附件\n"))
    assert [(each.code.id, str(each.labels[0].place)) for each in actuals.diagnostics] == [
        ("PF718", "标准输入 第2行第2列"),
        ("PF717", "标准输入 第2行第3列"),
    ]
    assert actuals.spending[0].spent is None
