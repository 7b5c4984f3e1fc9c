"""The monitoring form (运行监控表): its period, its causes and likelihoods, in one column each or ticked."""

import io

from perfrules.readers import read_actuals
from perfrules.tables import Actuals, Cause, Likelihood


def _read(*lines: str) -> Actuals:
    return read_actuals(io.BytesIO("\n".join(lines).encode()))


def _codes(actuals: Actuals) -> list[str]:
    return [diagnostic.code.id for diagnostic in actuals.diagnostics]


def test_the_period_of_the_header_is_kept() -> None:
    for header, month in (
        ("1-7月执行情况", 7),
        ("１—7月 完成情况", 7),
        ("2023年1至8月完成值", 8),
        ("截至9月底执行情况", 9),
        ("上半年完成情况", 6),
        ("1-12月执行情况", 12),
        ("实际完成值", None),
    ):
        (row,) = _read(f"三级指标,{header}", "补助企业数,20家").values
        assert (row.actual.text, row.through_month) == ("20家", month)


def test_money_has_a_period_and_a_forecast() -> None:
    (row,) = _read(
        "项目名称,全年预算数（万元）,1-7月执行数（万元）,全年预计执行数（万元）", "甲,1280,700,1200"
    ).spending
    assert (str(row.spent), str(row.forecast), row.through_month) == ("700万元", "1200万元", 7)


def test_answers_in_one_column_each() -> None:
    (row,) = _read(
        "三级指标,1-7月执行情况,全年预计完成情况,偏差原因类别,原因说明,完成目标可能性",
        "补助企业数,20家,60家,经费保障、人员保障,缺人,有可能",
    ).values
    assert row.forecast is not None
    assert (row.forecast.text, row.causes, row.reason, row.likelihood) == (
        "60家",
        (Cause.FUNDS, Cause.STAFF),
        "缺人",
        Likelihood.POSSIBLE,
    )


def test_answers_ticked_under_a_second_row_of_headers() -> None:
    actuals = _read(
        "三级指标,1-7月执行情况,全年预计完成情况,偏差原因分析,,,,,,完成目标可能性,,",
        ",,,经费保障,制度保障,人员保障,硬件条件保障,其他,原因说明,确定能,有可能,完全不可能",
        "补助企业数,20家,,,√,,,✓,名单晚了,,√,",
        "培训人次,30人次,,,,,,,,√,,",
    )
    first, second = actuals.values
    assert _codes(actuals) == []
    assert (first.causes, first.reason, first.likelihood) == (
        (Cause.RULES, Cause.OTHER),
        "名单晚了",
        Likelihood.POSSIBLE,
    )
    assert (second.causes, second.likelihood) == ((), Likelihood.CERTAIN)


def test_a_first_row_of_values_is_no_second_row_of_headers() -> None:
    (row,) = _read("三级指标,实际完成值", "数量,其他").values
    assert row.indicator == "数量"


def test_what_is_none_of_the_answers_is_said_and_left_out() -> None:
    actuals = _read(
        "三级指标,1-7月执行情况,偏差原因类别,完成目标可能性,人员保障",
        "补助企业数,20家,天气,也许,很缺",
    )
    (row,) = actuals.values
    assert (row.causes, row.likelihood) == ((), None)
    assert _codes(actuals) == ["PF776"] * 3
    assert "经费保障、制度保障、人员保障、硬件条件保障、其他" in actuals.diagnostics[0].message


def test_two_likelihoods_are_none() -> None:
    actuals = _read("三级指标,1-7月执行情况,确定能,有可能,完全不可能", "补助企业数,20家,√,√,")
    assert actuals.values[0].likelihood is None
    assert _codes(actuals) == ["PF776"]
