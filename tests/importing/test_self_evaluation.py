"""One filled-in self-evaluation table in a Word file gives goal table, actual values, spending and scores."""

import io

import pytest
from docx import Document

from perfrules import audit, read

ROWS = (
    ("项目支出绩效自评表",),
    ("（2023年度）",),
    ("项目名称", "灌区改造"),
    ("项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"),
    ("", "年度资金总额", "100", "120", "114", "10", "95%", "9.5"),
    ("", "其中：当年财政拨款", "100", "120", "114"),
    ("年度总体目标", "预期目标", "", "", "实际完成情况"),
    ("", "改善灌溉面积100亩", "", "", "已完成"),
    ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"),
    ("产出指标", "数量指标", "改善面积", "≥100亩", "110亩", "50", "50"),
    ("", "质量指标", "合格率", "≥95%", "96%", "40", "40"),
    ("总分", "", "", "", "", "100", "99.5"),
)


@pytest.fixture
def form() -> io.BytesIO:
    document = Document()
    table = document.add_table(len(ROWS), 8)
    for at, row in enumerate(ROWS):
        for column, text in enumerate(row):
            if text:
                table.cell(at, column).text = text
    for first, last in (((0, 0), (0, 7)), ((2, 1), (2, 7)), ((6, 0), (7, 0)), ((7, 1), (7, 3)), ((9, 0), (10, 0))):
        table.cell(*first).merge(table.cell(*last))
    stream = io.BytesIO()
    document.save(stream)
    stream.seek(0)
    return stream


def test_its_goal_table_is_read(form: io.BytesIO) -> None:
    ruleset = read(form)
    assert ruleset.diagnostics == ()
    (table,) = ruleset.goal_tables
    assert (table.name, table.year, str(table.budget.total)) == ("灌区改造", 2023, "100万元")
    assert [(line.name, str(line.target)) for line in table.indicators] == [
        ("改善面积", "[100亩, ∞)"),
        ("合格率", "[95%, ∞)"),
    ]


def test_it_is_scored_by_what_it_says_itself(form: io.BytesIO) -> None:
    """50 and 40 points are met; 114 of 120万元 are 95% of 10 points."""
    ruleset = read(form)
    form.seek(0)
    report = ruleset.evaluate(form)
    assert str(report.projects[0].score) == "199/2"
    assert report.diagnostics == ()


def test_its_scores_are_audited(form: io.BytesIO) -> None:
    assert audit(form).findings == ()
