"""Merged, irregular and hidden cells."""

import io
from collections.abc import Callable
from datetime import datetime

import pytest
from openpyxl import Workbook

from importing.forms import Drawn, as_document, as_web_page, as_workbook
from perfrules.importing import Imported, read_goal_tables, ruleset_text
from perfrules.readers.sheet import Merge
from perfrules.tables import GoalTable

Writer = Callable[..., io.BytesIO]
WRITERS: list[Writer] = [as_workbook, as_document, as_web_page]


def _drawn(rows: str, *merges: Merge) -> Drawn:
    cells = {
        (at, column): text
        for at, row in enumerate(rows.split("\n"))
        for column, text in enumerate(row.split(","))
        if text
    }
    return Drawn(cells, merges, rows.count("\n") + 1)


def _lines(imported: Imported) -> list[tuple[str, str, str, str]]:
    return [
        (line.category, line.subcategory, line.name, line.target.text)
        for table in imported.goal_tables
        for line in table.indicators
    ]


def _codes(imported: Imported) -> list[str]:
    return [each.code.id for each in imported.diagnostics]


@pytest.mark.parametrize("write", WRITERS)
def test_a_target_merged_over_rows_counts_for_each(write: Writer) -> None:
    form = _drawn(
        "项目名称,甲\n一级指标,二级指标,三级指标,指标值\n产出指标,质量指标,甲合格率,≥90%\n,,乙合格率",
        *(Merge(2, 0, 2, 1), Merge(2, 1, 2, 1), Merge(2, 3, 2, 1)),
    )
    assert _lines(read_goal_tables(write(form))) == [
        ("产出指标", "质量指标", "甲合格率", "≥90%"),
        ("产出指标", "质量指标", "乙合格率", "≥90%"),
    ]


@pytest.mark.parametrize("write", WRITERS)
def test_a_weight_merged_over_rows_is_told_and_left_out(write: Writer) -> None:
    form = _drawn(
        "项目名称,甲\n一级指标,三级指标,指标值,分值\n产出指标,甲合格率,≥90%,20\n,乙合格率,≥95%",
        *(Merge(2, 0, 2, 1), Merge(2, 3, 2, 1)),
    )
    imported = read_goal_tables(write(form))
    assert [line.weight for line in imported.goal_tables[0].indicators] == [None, None]
    assert _codes(imported) == ["PF785"]


@pytest.mark.parametrize("write", WRITERS)
def test_a_class_merged_across_both_columns_is_the_first(write: Writer) -> None:
    form = _drawn(
        "项目名称,甲\n一级指标,二级指标,三级指标,指标值\n满意度指标,,群众满意度,≥90%\n产出指标,数量指标,面积,5亩",
        Merge(2, 0, 1, 2),
    )
    assert _lines(read_goal_tables(write(form))) == [
        ("满意度指标", "", "群众满意度", "≥90%"),
        ("产出指标", "数量指标", "面积", "5亩"),
    ]


@pytest.mark.parametrize("write", WRITERS)
def test_a_note_across_the_table_is_no_indicator(write: Writer) -> None:
    form = _drawn("项目名称,甲\n一级指标,三级指标,指标值\n产出指标,面积,5亩\n说明：指标值为年底数,,", Merge(3, 0, 1, 3))
    imported = read_goal_tables(write(form))
    assert len(_lines(imported)) == 1
    assert _codes(imported) == ["PF781"]
    assert imported.diagnostics[0].labels[0].place.excerpt() == "【说明：指标值为年底数】"


@pytest.mark.parametrize("write", WRITERS)
def test_headers_in_two_rows_take_the_target_of_the_year(write: Writer) -> None:
    form = _drawn(
        "项目名称,甲,,\n一级指标,三级指标,指标值,\n,,中期,年度\n产出指标,面积,50亩,5亩",
        *(Merge(1, 0, 2, 1), Merge(1, 1, 2, 1), Merge(1, 2, 1, 2)),
    )
    imported = read_goal_tables(write(form))
    assert _lines(imported) == [("产出指标", "", "面积", "5亩")]
    assert sorted(_codes(imported)) == ["PF782", "PF787"]


@pytest.mark.parametrize("write", WRITERS)
def test_the_label_beside_the_whole_table_is_no_class(write: Writer) -> None:
    form = _drawn(
        "项目名称,甲,,\n绩效指标,一级指标,三级指标,指标值\n,产出指标,面积,5亩\n,,人数,6人",
        *(Merge(1, 0, 3, 1), Merge(2, 1, 2, 1)),
    )
    imported = read_goal_tables(write(form))
    assert _lines(imported) == [("产出指标", "", "面积", "5亩"), ("产出指标", "", "人数", "6人")]
    assert _codes(imported) == []


def test_hidden_rows_are_not_read_and_told() -> None:
    form = _drawn("项目名称,甲\n一级指标,三级指标,指标值\n产出指标,面积,5亩\n产出指标,去年的面积,4亩")
    imported = read_goal_tables(as_workbook(form, hidden_rows=[3]))
    assert _lines(imported) == [("产出指标", "", "面积", "5亩")]
    assert _codes(imported) == ["PF784"]
    assert "去年的面积" in imported.diagnostics[0].message


def test_a_hidden_sheet_is_not_read_and_told() -> None:
    workbook = Workbook()
    for name, state in (("今年", "visible"), ("去年", "hidden")):
        sheet = workbook.create_sheet(name)
        for row in (["项目名称", name], ["一级指标", "三级指标", "指标值"], ["产出指标", "面积", "5亩"]):
            sheet.append(row)
        sheet.sheet_state = state
    stream = io.BytesIO()
    workbook.save(stream)
    stream.seek(0)
    imported = read_goal_tables(stream)
    assert [table.name for table in imported.goal_tables] == ["今年"]
    assert _codes(imported) == ["PF784"]


def test_numbers_and_dates_are_read_as_they_are_shown() -> None:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (
        *(["项目名称", "甲"], ["一级指标", "三级指标", "指标值"], ["产出指标", "合格率", 1]),
        *(["产出指标", "完成时间", datetime(2023, 12, 31)], ["产出指标", "企业数", 60]),
    ):
        sheet.append(row)
    sheet["C3"].number_format = "0%"
    sheet["C4"].number_format = "yyyy-mm-dd"
    sheet["C5"].number_format = '0"家"'
    stream = io.BytesIO()
    workbook.save(stream)
    stream.seek(0)
    texts = [line[3] for line in _lines(read_goal_tables(stream))]
    assert texts == ["100%", "2023年12月31日", "60家"]


def test_a_table_that_no_ruleset_can_say_is_told() -> None:
    written = ruleset_text(Imported((GoalTable("甲\n乙"), GoalTable("丙"))))
    assert [each.code.id for each in written.diagnostics] == ["PF790"]
    assert [table.name for table in written.goal_tables] == ["丙"]
