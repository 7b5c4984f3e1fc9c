"""`perfrules check --files` on files as people have them."""

from pathlib import Path

from cli.running import TABLES, run


def _checked(tmp_path: Path, text: str, *options: str) -> tuple[int, str]:
    file = tmp_path / "甲.rules"
    file.write_text(text, "utf-8")
    done = run("check", "--files", str(file), *options)
    return done.code, done.out.replace(str(file), "甲.rules")


def test_files_without_fault_are_counted() -> None:
    done = run("check", "--files", TABLES)
    assert (done.code, done.err) == (0, "")
    assert done.out == "目标表4张（指标26个），评分办法0个，监控办法0个，审核规则0条。错误0处，警告0处，提示0处。\n"


def test_an_error_in_a_line_is_shown_with_its_place(tmp_path: Path) -> None:
    code, out = _checked(tmp_path, "目标表 甲\n  年份：2023\n")
    assert code == 2
    assert "PF608" in out
    assert "甲.rules 第2行第3列" in out
    assert out.endswith("错误1处，警告0处，提示0处。\n")


def test_a_doubt_about_a_cell_is_shown_with_the_line_of_its_indicator(tmp_path: Path) -> None:
    code, out = _checked(tmp_path, "目标表 甲\n  产出指标\n    数量指标\n      人数：≥60人    单位 家\n")
    assert code == 1
    assert "警告 PF202" in out
    assert "\n  甲.rules 第4行第7列  人数：【≥60人】\n" in out


def test_notes_are_counted_and_shown_only_when_asked_for(tmp_path: Path) -> None:
    text = "目标表 甲\n  年度：2023\n  产出指标\n    时效指标\n      完成时间：9月前\n"
    code, brief = _checked(tmp_path, text)
    assert code == 0
    assert brief == "目标表1张（指标1个），评分办法0个，监控办法0个，审核规则0条。错误0处，警告0处，提示1处。\n"
    assert "提示 PF205" in _checked(tmp_path, text, "--all")[1]


def test_a_missing_file_is_bad_use(tmp_path: Path) -> None:
    done = run("check", "--files", str(tmp_path / "没有.rules"))
    assert (done.code, "PF701" in done.out) == (2, True)


def test_neither_cell_nor_rules_is_bad_use() -> None:
    done = run("check")
    assert (done.code, "--files" in done.err) == (2, True)
