"""`perfrules evaluate --audit` on a form as the ministry has it."""

import csv
import io
import json
from pathlib import Path

import pytest

from cli.running import run

FORM = """项目支出绩效自评表
（2023年度）
项目名称,灌区改造
项目资金（万元）,,年初预算数,全年预算数,全年执行数,分值,执行率,得分
,年度资金总额,1280,1280,1180,10,92.2%,9.22
,其中：当年财政拨款,1280,1280,1180,—,,—
绩效指标,一级指标,二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析及改进措施
,产出指标,数量指标,改善面积,≥60亩,58亩,50,48.33,征地慢
,效益指标,社会效益指标,受益人数,≥200人,200人,30,29,
,满意度指标,服务对象满意度指标,农户满意度,≥95%,96%,10,10,
总分,,,,,,100,96.55
自评等级：优
"""


@pytest.fixture
def form(tmp_path: Path) -> str:
    path = tmp_path / "自评表.csv"
    path.write_text(FORM, "utf-8")
    return str(path)


def test_it_shows_every_score_and_what_differs(form: str) -> None:
    done = run("evaluate", "--audit", form)
    assert (done.code, done.err) == (1, "")
    assert "共4个得分：3个一致；1个不一致" in done.out
    assert "PF761：“受益人数”的得分填的是29" in done.out
    assert done.out.count("PF7") == 1


def test_a_table_without_differences_is_fine(form: str) -> None:
    right = FORM.replace(",30,29,", ",30,30,").replace("96.55", "97.55")
    done = run("evaluate", "--audit", "-", stdin=right.encode())
    assert (done.code, done.err) == (0, "")


def test_json_has_every_score_with_its_standing(form: str) -> None:
    (table,) = json.loads(run("evaluate", "--audit", form, "--format", "json").out)["tables"]
    assert [line["standing"] for line in table["lines"]] == ["same", "different", "same"]
    assert table["lines"][1]["printed"] == "29"
    assert table["lines"][1]["score"]["points"] == "30"
    assert (table["printed_total"], table["total"]["score"], table["year"]) == ("96.55", "97.55", 2023)


def test_csv_has_a_row_for_each_score(form: str) -> None:
    rows = list(csv.DictReader(io.StringIO(run("evaluate", "--audit", form, "--format", "csv").out)))
    assert [row["核对"] for row in rows] == ["一致", "一致", "不一致", "一致"]
    assert rows[2]["位置"].endswith("第9行第8列")


@pytest.mark.parametrize("format", ["text", "json", "csv"])
def test_what_is_written_to_a_file_is_what_is_shown(form: str, tmp_path: Path, format: str) -> None:
    shown = run("evaluate", "--audit", form, "--format", format)
    output = tmp_path / "核对"
    done = run("evaluate", "--audit", form, "--format", format, "-o", str(output))
    assert (done.code, done.out) == (1, "")
    assert output.read_text("utf-8") == shown.out
    assert run("evaluate", "--audit", form, "-o", form).code == 2


def test_the_scheme_may_be_one_of_a_ruleset(form: str, tmp_path: Path) -> None:
    rules = tmp_path / "本省.rules"
    head = "评分办法 本省\n  继承：central/mof-2020-10\n  标题：达成的扣1分\n"
    rules.write_text(f"{head}  得分\n    达成：分值 - 1\n    其余：照继承\n", "utf-8")
    done = run("evaluate", str(rules), "--audit", form)
    assert "按“本省 达成的扣1分”正好是所填的分" in done.out
    done = run("evaluate", str(rules), "--audit", form, "--scheme", "本省")
    assert "评分办法 本省" in done.out
    assert run("evaluate", "--audit", form, "--scheme", "没有").code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("x.rules",),
        ("--audit", "a.csv", "--actuals", "b.csv"),
        ("--audit", "a.csv", "--format", "md"),
        ("x.rules", "--actuals", "b.csv", "--format", "csv"),
    ],
)
def test_what_does_not_go_together_is_bad_use(arguments: tuple[str, ...]) -> None:
    done = run("evaluate", *arguments)
    assert done.code == 2
    assert "用法：" in done.err


def test_a_file_that_cannot_be_read_is_told() -> None:
    done = run("evaluate", "--audit", "没有.xlsx")
    assert done.code == 2
    assert "PF701" in done.out


def test_the_indicators_of_a_department_are_found_below_many_projects() -> None:
    projects = "".join(f",项目{number},100,95,95%,\n" for number in range(60))
    form = (
        "部门整体支出绩效自评表\n,任务名称,全年预算数（万元）,全年执行数（万元）,执行率,得分\n"
        f",年度资金总额,6000,5700,95%,\n{projects}"
        "一级指标,二级指标,三级指标,指标值,实际完成值,分值,得分\n产出指标,数量指标,企业数,≥60家,30家,90,80\n"
    )
    done = run("evaluate", "--audit", "-", "--format", "json", stdin=form.encode())
    (table,) = json.loads(done.out)["tables"]
    assert len(table["money"]) == 61
    assert [(line["name"], line["standing"]) for line in table["lines"]] == [("企业数", "different")]
