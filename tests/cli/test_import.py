"""`perfrules import`."""

from pathlib import Path

import pytest

from cli.running import run

FORM = "项目名称,灌区\n一级指标,三级指标,指标值\n产出指标,改善面积,≥58亩\n"
DOCUMENT = Path(__file__).parents[1] / "data" / "部门整体绩效目标2023.docx"


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "灌区.csv"
    path.write_text(FORM, "utf-8")
    return path


def test_it_writes_a_ruleset_and_says_how_much(form: Path, tmp_path: Path) -> None:
    output = tmp_path / "灌区.rules"
    done = run("import", str(form), "-o", str(output))
    assert (done.code, done.out) == (0, "")
    assert done.err == f"已写好：{output}\n读进来1张目标表、1个指标。\n"
    assert output.read_text("utf-8").startswith("# 由perfrules import从“灌区.csv”读入。\n\n目标表 灌区\n")
    assert run("fmt", "--check", str(output)).code == 0
    assert run("check", "--files", str(output)).code == 0


def test_without_an_output_it_prints(form: Path) -> None:
    done = run("import", str(form))
    assert (done.code, done.err) == (0, "")
    assert "    改善面积：≥58亩\n" in done.out


def test_it_reads_standard_input() -> None:
    assert "改善面积：≥58亩" in run("import", "-", stdin=FORM.encode()).out


def test_an_output_that_is_there_is_left_alone(form: Path, tmp_path: Path) -> None:
    output = tmp_path / "灌区.rules"
    output.write_text("# 已经改好的\n", "utf-8")
    done = run("import", str(form), "-o", str(output))
    assert (done.code, "PF791" in done.err) == (2, True)
    assert output.read_text("utf-8") == "# 已经改好的\n"


def test_what_was_not_understood_is_listed_with_its_place(tmp_path: Path) -> None:
    output = tmp_path / "2023年.rules"
    done = run("import", str(DOCUMENT), "-o", str(output))
    assert done.code == 1
    assert "PF789" in done.err
    assert "部门整体绩效目标2023.docx 第10段" in done.err
    assert done.err.endswith(f"已写好：{output}\n读进来4张目标表、26个指标；有2处请核对，列在上面。\n")


def test_a_file_without_goal_tables_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("考核内容,要求\n面积,5亩\n", "utf-8")
    done = run("import", str(path), "-o", str(tmp_path / "a.rules"))
    assert (done.code, "PF780" in done.err) == (2, True)
    assert not (tmp_path / "a.rules").exists()


def test_a_folder_stands_for_the_files_in_it(form: Path, tmp_path: Path) -> None:
    (tmp_path / "乙.html").write_text(
        "<p>说明</p><table><tr><td>项目名称<td>乙<tr><td>三级指标<td>指标值<tr><td>面积<td>5亩</table>", "utf-8"
    )
    (tmp_path / "~$灌区.xlsx").write_bytes(b"lock")
    (tmp_path / "说明.txt").write_text("不读", "utf-8")
    done = run("import", str(tmp_path))
    assert ("目标表 灌区" in done.out, "目标表 乙" in done.out) == (True, True)
    assert (done.code, "PF788" in done.err) == (1, True)


def test_other_commands_take_such_files(form: Path, tmp_path: Path) -> None:
    actuals = tmp_path / "实际值.csv"
    actuals.write_text("三级指标,实际完成值\n改善面积,60亩\n", "utf-8")
    done = run("evaluate", str(form), "--actuals", str(actuals))
    assert "改善面积" in done.out
    assert run("review", str(form)).code in {0, 1}
