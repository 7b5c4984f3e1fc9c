"""Ruleset files: folders, encodings, and files that cannot be read."""

import time
from pathlib import Path

import pytest

from perfrules.data import resource
from perfrules.formatting import format_source
from perfrules.rules import load_files, read_ruleset, shipped_scheme, shipped_schemes
from perfrules.source import Source

TABLE = "目标表 {}\n  年度：2023\n"


def _codes(path: Path) -> list[str]:
    return [diagnostic.code.id for diagnostic in load_files([path]).diagnostics]


def test_a_folder_stands_for_all_rule_files_in_it_in_sorted_order(tmp_path: Path) -> None:
    (tmp_path / "下级").mkdir()
    for name in ("2.rules", "1.rules", "下级/3.rules", "1_test.rules", "4.txt"):
        (tmp_path / name).write_text(TABLE.format(name), encoding="utf-8")
    content = load_files([tmp_path])
    assert [table.name for table in content.goal_tables] == ["1.rules", "2.rules", "下级/3.rules"]


def test_several_paths_are_one_ruleset(tmp_path: Path) -> None:
    (tmp_path / "a.rules").write_text("评分办法 甲\n  继承：乙\n", encoding="utf-8")
    (tmp_path / "b.rules").write_text("评分办法 乙\n  文号：乙号\n", encoding="utf-8")
    content = load_files([tmp_path / "a.rules", str(tmp_path / "b.rules")])
    assert content.diagnostics == ()
    assert [scheme.authority for scheme in content.schemes] == ["乙号", "乙号"]


def test_what_cannot_be_read_is_said_and_the_rest_is_read(tmp_path: Path) -> None:
    good = tmp_path / "好.rules"
    good.write_text(TABLE.format("甲"), encoding="utf-8")
    content = load_files([tmp_path / "没有.rules", good])
    assert [diagnostic.code.id for diagnostic in content.diagnostics] == ["PF701"]
    assert [table.name for table in content.goal_tables] == ["甲"]


def test_a_folder_without_rules(tmp_path: Path) -> None:
    assert _codes(tmp_path) == ["PF620"]


def test_a_file_that_is_not_utf8_says_where(tmp_path: Path) -> None:
    path = tmp_path / "a.rules"
    path.write_bytes("目标表 甲\n  部门：".encode() + "高新区".encode("gb18030"))
    (diagnostic,) = load_files([path]).diagnostics
    assert diagnostic.code.id == "PF601"
    assert str(diagnostic.labels[0].place) == f"{path} 第2行第6列"


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.rules"
    path.write_bytes(b"\xef\xbb\xbf" + TABLE.format("甲").replace("\n", "\r\n").encode())
    content = load_files([path])
    assert content.diagnostics == ()
    assert [(table.name, table.year) for table in content.goal_tables] == [("甲", 2023)]


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.rules"
    path.write_bytes(b"a" * 10_000_000)
    assert _codes(path) == ["PF602"]


@pytest.mark.parametrize(
    "text",
    [
        "：\n" * 20_000,
        "a\n" * 25_000,
        "\n".join(" " * depth + "目标" for depth in range(1000)),
        "目标表 甲\n" + "  产出指标\n" * 10_000,
        "目标表 甲\n  目标：" + "长" * 1_000_000,
        "目标表 甲\n  测算：" + "1 × " * 50_000 + "1 = 1",
        "评分办法 甲\n  得分\n    " + "(" * 100_000 + "：分值",
        "目标表 甲\n  甲：1" + "  a b" * 150_000,
        "目标表 甲\n" + ("  甲：1" + "  a b" * 150 + "\n") * 100,
        "目标表 甲\n" + ("  甲：1" + "  a b" * 150 + "\n") * 2_400,
        "目标表 甲\n  目标：" + " " * 1_900_000 + "x",
        "目标表 甲\n  目标：x" + "\t" * 1_900_000 + "x",
    ],
    ids=[
        *("errors", "lines", "depth", "classes", "long", "calculation", "brackets", "columns", "many columns"),
        *("many lines of many columns", "blanks", "tabs"),
    ],
)
def test_a_hostile_file_ends_in_messages_soon(text: str) -> None:
    started = time.process_time()
    content = read_ruleset(Source("x.rules", text))
    assert time.process_time() - started < 5
    assert len(content.diagnostics) <= 100


def test_a_line_with_too_many_columns_is_not_read() -> None:
    lines = [f"目标表 甲\n  产出指标\n    数量指标\n      人数：≥6人{'  依据 计划' * count}\n" for count in (200, 201)]
    codes = [{each.code.id for each in read_ruleset(Source("x.rules", text)).diagnostics} for text in lines]
    assert codes == [{"PF609"}, {"PF603"}]


@pytest.mark.parametrize(
    "text",
    [
        "目标表 甲\n  甲：1" + '  a "b  c"' * 90,
        "目标表 甲\n" + "\t甲:1\t\t依据 x # y\n" * 5_000,
        "目标表 甲\n  甲：" + "x" * 1_900_000,
        "目标表 甲\n  " + '"' * 100_000,
        "目标表 甲\n" + "  # x\n" * 19_000,
        "目标表 甲\n" + " " * 1_900_000 + "\n  年度：1",
    ],
    ids=["quoted", "tabs", "long", "quotes", "comments", "blank"],
)
def test_a_hostile_file_is_laid_out_soon(text: str) -> None:
    started = time.process_time()
    formatted = format_source(Source("x.rules", text))
    assert time.process_time() - started < 5
    assert len(formatted.text) < 10 * len(text)


def test_shipped_schemes_are_found_by_the_name_that_their_file_states() -> None:
    assert {"central/mof-2020-10", "central/mof-2021-101"} <= set(shipped_schemes())
    for name in shipped_schemes():
        scheme = shipped_scheme(name)
        assert scheme is not None
        assert scheme.name == name
        assert bool(scheme.authority) is not name.startswith("practice/")


@pytest.mark.parametrize("name", ["", "没有", "../README", "/etc/passwd", "central/mof-2020-10.rules", "central"])
def test_a_scheme_that_is_not_there(name: str) -> None:
    assert shipped_scheme(name) is None


def test_no_shipped_ruleset_has_a_fault() -> None:
    assert load_files([resource("rulesets")]).diagnostics == ()


def test_rules_without_end_are_cut_off() -> None:
    lines = [f"    完成率 > {number}%：{number}" for number in range(1000)]
    content = read_ruleset(Source("x.rules", "\n".join(["评分办法 甲", "  得分", *lines])))
    assert [each.code.id for each in content.diagnostics] == ["PF638"]
    assert str(content.diagnostics[0].labels[0].place) == "x.rules 第203行第5列"
    assert len(content.schemes[0].rules) == 200
