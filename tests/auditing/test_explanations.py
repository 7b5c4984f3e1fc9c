"""Which other scheme a differing score is explained by: those that give it exactly, the likeliest first."""

from io import BytesIO

import pytest

from perfrules.auditing import Audit, Standing, audit_tables, explaining
from perfrules.auditing.wording import summary
from perfrules.diagnostics import Code
from perfrules.readers import read_filled
from perfrules.rules import read_ruleset
from perfrules.scoring import Scheme
from perfrules.source import Source
from scoring.example import scheme

MINISTRY = scheme("central/mof-2020-10")


def _variant(name: str, *lines: str) -> Scheme:
    text = "\n".join(
        [f"评分办法 {name}", "  继承：central/mof-2020-10", f"  标题：{name}", *(f"  {line}" for line in lines)]
    )
    content = read_ruleset(Source("例", text))
    assert content.diagnostics == ()
    return content.schemes[0]


DOWN = _variant("舍去小数", "得分取舍：取整数，舍去")
NEAREST = _variant("四舍五入到整数", "得分取舍：取整数，四舍五入")
HALF = _variant("未达成给一半", "得分", "  由人评判：三档评判", "  达成：分值", "  否则：分值 × 50%")
VARIANTS = (DOWN, NEAREST, HALF)


def _audit(*rows: str) -> Audit:
    form = "\n".join(["三级指标,指标值,实际完成值,分值,得分,偏差原因", *rows])
    return audit_tables(read_filled(BytesIO(form.encode())), lambda _: MINISTRY, lambda _: VARIANTS)


def _explained(audit: Audit) -> list[list[str]]:
    return [[each.name for each in line.explanations] for line in audit.tables[0].lines]


def test_a_score_is_explained_by_every_scheme_that_gives_it() -> None:
    audit = _audit("甲,≥60家,58家,10,9,有", "乙,≥60家,56家,10,9,有", "丙,≥60家,30家,9,4.5,有")
    # 9.67 down to 9; 9.33 down or rounded to 9; 4.5 is what the ministry gives
    assert _explained(audit) == [["舍去小数"], ["舍去小数", "四舍五入到整数"], []]
    assert [line.standing for line in audit.tables[0].lines] == [Standing.EXPLAINED, Standing.EXPLAINED, Standing.SAME]


def test_the_scheme_that_explains_most_lines_comes_first() -> None:
    audit = _audit("甲,≥60家,56家,10,9,有", "乙,≥60家,57家,9,9,有", "丙,≥60家,29家,10,5,有")
    # 9.33 and 8.55 are 9 rounded; 4.83 is 5 rounded, and half of 10
    assert _explained(audit) == [["四舍五入到整数", "舍去小数"], ["四舍五入到整数"], ["四舍五入到整数", "未达成给一半"]]
    assert audit.tables[0].explained_by[NEAREST] == 3


def test_a_scheme_that_breaks_other_lines_comes_later() -> None:
    audit = _audit("甲,≥60家,28家,10,5,有", "乙,≥60家,58家,10,10,有", "丙,≥60家,29家,9,4.35,有")
    # 4.67 is 5 rounded, and half of 10; 9.67 is 10 rounded; 4.35 is what the ministry gives, and neither of the others
    assert _explained(audit) == [["四舍五入到整数", "未达成给一半"], ["四舍五入到整数"], []]
    assert audit.tables[0].fitting == ()


def test_a_scheme_that_fits_the_whole_table_is_told() -> None:
    audit = _audit("甲,≥60家,58家,10,9,有", "乙,≥60家,60家,10,10,有", "丙,≥60家,57家,10,9,有")
    assert audit.tables[0].fitting == (DOWN,)
    assert "整张表按“舍去小数 舍去小数”都一致" in summary(audit.tables[0])


def test_the_message_names_the_schemes_and_both_values() -> None:
    (finding,) = _audit("甲,≥60家,30家,11,5,有").findings[:1]
    assert finding.code is Code.SCORE_EXPLAINED
    assert all(part in finding.message for part in ("填的是5", "应为5.5分", "舍去小数"))


def test_a_full_score_for_what_is_not_met_is_explained_by_none() -> None:
    audit = _audit("甲,≥60家,30家,10,10,有")
    assert [each.code for each in audit.findings] == [Code.WEIGHTS_SUM, Code.SCORE_DIFFERS][::-1]


def test_a_score_that_only_looks_rounded_is_not_explained_by_rounding() -> None:
    """9.4 is neither 9.67 nor any whole number."""
    assert _explained(_audit("甲,≥60家,58家,10,9.4,有")) == [[]]


def test_a_file_of_nothing_but_differences_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explaining, "MOST_TRIED", 1)
    audit = _audit("甲,≥60家,58家,10,9,有", "乙,≥60家,58家,10,9,有")
    assert [line.standing for line in audit.tables[0].lines] == [Standing.EXPLAINED, Standing.DIFFERENT]
    assert "没有再试别的办法" in audit.tables[0].lines[1].findings[0].message


def test_the_bound_holds_for_all_tables_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explaining, "MOST_TRIED", 1)
    form = "项目名称,三级指标,指标值,实际完成值,分值,得分\n子,甲,≥60家,58家,10,9\n丑,甲,≥60家,58家,10,9\n"
    audit = audit_tables(read_filled(BytesIO(form.encode())), lambda _: MINISTRY, lambda _: VARIANTS)
    assert [table.lines[0].standing for table in audit.tables] == [Standing.EXPLAINED, Standing.DIFFERENT]
