"""运行监控表, 绩效目标表 and 审核意见 as files, and the commands that write them."""

from datetime import date
from pathlib import Path

import pytest

import perfrules
from cli.running import CSV, SPENDING, TABLES, run
from filling import forms
from perfrules.readers import read_actuals

MONITORED = [str(forms.DEMONSTRATION / "示例" / f"{name}-2023-07.csv") for name in ("monitor", "monitor-spending")]
DAY = date(2023, 7, 31)


def test_a_monitoring_form_is_read_as_what_was_reported(tmp_path: Path) -> None:
    ruleset = perfrules.load(forms.DEMONSTRATION)
    progress = ruleset.monitor(MONITORED, DAY)
    progress.to_xlsx(tmp_path / "监控表.xlsx")
    again = ruleset.monitor(read_actuals(tmp_path / "监控表.xlsx"), DAY)
    lights = [
        [(line.standing.indicator.name, line.light, line.basis) for line in each.lines] for each in progress.tables
    ]
    assert [
        [(line.standing.indicator.name, line.light, line.basis) for line in each.lines] for each in again.tables
    ] == lights
    assert {row.through_month for row in read_actuals(tmp_path / "监控表.xlsx").values} == {7}


def test_money_and_the_reason_stand_in_the_monitoring_form(tmp_path: Path) -> None:
    perfrules.load(forms.DEMONSTRATION).monitor(MONITORED, DAY).to_docx(tmp_path / "监控表.docx")
    table = next(each for each in forms.words(tmp_path / "监控表.docx") if "百川房屋租赁费" in each[0])
    (money,) = [row for row in table if "年度资金总额" in row]
    assert money[3:7] == ["973", "973", "486.5", "50%"]
    (line,) = [row for row in table if "预算资金执行率" in row]
    assert line[7:16] == ["√", "", "", "", "", "下半年租金按合同在10月支付", "√", "", ""]


def test_goal_tables_as_the_form_of_the_office(tmp_path: Path) -> None:
    assert run("export", TABLES, "-o", str(tmp_path / "目标.docx")).code == 0
    tables = forms.words(tmp_path / "目标.docx")
    assert len(tables) == 4
    first = tables[0]
    assert first[1][:3] == ["预算规模及资金用途", "预算数", "1280"]
    assert first[4][1:] == ["0%", "0%", "0%", "100%", "100%"]
    assert first[7][:6] == ["产出指标", "数量指标", "补助高企数量", "2023年度拨付高企数量", "≥60家", "年度计划"]
    assert tables[3][-1][1].startswith("（七）加强宣传培训调研等")


def test_a_review_opinion_lists_every_finding(tmp_path: Path) -> None:
    assert run("review", TABLES, "-o", str(tmp_path / "意见.xlsx")).code == 1
    shown = forms.sheets(tmp_path / "意见.xlsx")
    found = perfrules.load(TABLES).review().findings
    assert sum(str(row[0]).isdecimal() for rows in shown.values() for row in rows) == len(found)
    messages = {cell for rows in shown.values() for row in rows for cell in row}
    assert {each.message for each in found} <= messages


def test_what_is_exempt_is_marked_and_not_counted(tmp_path: Path) -> None:
    text = forms.RULES.format(name="培训").replace("  年度：2025\n", "  年度：2025\n  免审：PR122 免审的理由\n")
    (tmp_path / "a.rules").write_text(text, encoding="utf-8")
    arguments = ("review", str(tmp_path / "a.rules"), "-o", str(tmp_path / "意见.xlsx"))
    run(*arguments)
    rows = forms.sheets(tmp_path / "意见.xlsx")["培训"]
    assert not any("免审" in str(cell) for row in rows for cell in row)
    counted = str(rows[2][2])
    run(*arguments, "--all")
    rows = forms.sheets(tmp_path / "意见.xlsx")["培训"]
    assert (counted, rows[2][2]) == ("审核意见2条：提醒2条。", "审核意见2条：提醒2条；免审1条。")
    (line,) = [row for row in rows if row[6] == "PR122"]
    assert (line[2], str(line[4]).splitlines()[-1]) == ("警告（免审）", "免审：免审的理由")


def test_the_commands_write_forms_by_the_name_of_the_file(tmp_path: Path) -> None:
    done = run("evaluate", TABLES, "--actuals", CSV, SPENDING, "-o", str(tmp_path / "自评表.xlsx"))
    assert (done.code, done.out) == (1, "")
    assert list(forms.sheets(tmp_path / "自评表.xlsx"))[:2] == ["高新技术企业扶持资金", "百川房屋租赁费"]
    options = ("--as-of", "2023-07-31", "-o", str(tmp_path / "监控表.docx"))
    assert run("monitor", TABLES, "--actuals", *MONITORED, *options).code == 1
    assert len(forms.words(tmp_path / "监控表.docx")) == 4


def test_an_input_is_not_written_over(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes((forms.DEMONSTRATION / "示例" / "actuals-2023.xlsx").read_bytes())
    before = file.read_bytes()
    done = run("evaluate", TABLES, "--actuals", str(file), "-o", str(file))
    assert (done.code, file.read_bytes()) == (2, before)
    assert "PF742" in done.err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("export", TABLES, "-o", "目标表.doc"), "PF807"),
        (("review", TABLES, "--template", "模板.xlsx"), "PF806"),
        (("review", TABLES, "--template", "模板.xlsx", "-o", "意见.json"), "PF806"),
        (("export", TABLES, "-o", "目标表.xlsx", "--template", "没有.xlsx"), "PF800"),
    ],
)
def test_what_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], code: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*arguments)
    assert (done.code, code in done.err) == (2, True), done.err
    assert list(tmp_path.iterdir()) == []
