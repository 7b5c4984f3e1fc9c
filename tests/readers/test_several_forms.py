"""Several filled-in forms in one sheet: all of them give actual values, spending and printed scores."""

from io import BytesIO

from perfrules.readers import read_actuals, read_filled

FORM = """项目支出绩效自评表,,,,,
项目名称,{name},,,,
项目资金（万元）,年初预算数,全年预算数,全年执行数,分值,得分
年度资金总额,100,100,{spent},10,{points}
一级指标,三级指标,年度指标值,实际完成值,分值,得分
产出指标,企业数,≥60家,{reached},50,50
一级指标,三级指标,年度指标值,实际完成值,分值,得分
效益指标,满意度,≥90%,95%,40,40
总分,,,,100,{total}
"""
TWO = FORM.format(name="甲", spent="90", points="9", reached="61家", total="99") + FORM.format(
    name="乙", spent="50", points="5", reached="62家", total="95"
)


def test_each_form_gives_its_actual_values_and_spending() -> None:
    actuals = read_actuals(BytesIO(TWO.encode()))
    assert [(row.project, row.indicator, row.actual.text) for row in actuals.values] == [
        ("甲", "企业数", "61家"),
        ("甲", "满意度", "95%"),
        ("乙", "企业数", "62家"),
        ("乙", "满意度", "95%"),
    ]
    assert [(row.project, str(row.spent)) for row in actuals.spending] == [("甲", "90万元"), ("乙", "50万元")]
    assert actuals.diagnostics == ()


def test_each_form_gives_its_printed_scores() -> None:
    filled = read_filled(BytesIO(TWO.encode()))
    assert [(table.project, table.score.text, len(table.lines)) for table in filled.tables] == [
        ("甲", "99", 2),
        ("乙", "95", 2),
    ]
    assert [table.money[0].score.text for table in filled.tables] == ["9", "5"]
