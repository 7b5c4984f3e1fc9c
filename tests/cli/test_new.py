"""`perfrules new`: what it makes can be used at once, and nothing is ever overwritten."""

from pathlib import Path

import pytest

from cli.running import run

KINDS = {"project": "企业补助", "scheme": "某省/2025", "rule": "满意度太低"}


@pytest.fixture(params=KINDS)
def made(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    kind = request.param
    done = run("new", kind, KINDS[kind], "--output", str(tmp_path))
    path = tmp_path / f"{KINDS[kind]}.rules"
    assert (done.code, done.err) == (0, "")
    assert str(path) in done.out
    return path


def test_it_is_in_order_without_the_least_note(made: Path) -> None:
    done = run("check", "--files", str(made), "--all")
    assert (done.code, done.out.endswith("错误0处，警告0处，提示0处。\n")) == (0, True), done.out


def test_it_is_laid_out(made: Path) -> None:
    assert run("fmt", "--check", str(made)).code == 0


def test_it_says_its_name_and_how_to_use_it(made: Path) -> None:
    text = made.read_text("utf-8")
    assert "〔" not in text.replace("〔2025〕", "")
    assert f"perfrules check --files {made.name}" in text
    assert any(f" {name}\n" in text for name in KINDS.values())


def test_a_new_project_leaves_a_reviewer_nothing_to_say(tmp_path: Path) -> None:
    run("new", "project", "企业补助", "--output", str(tmp_path))
    done = run("review", str(tmp_path))
    assert (done.code, done.err) == (0, ""), done.out


def test_a_new_rule_finds_what_its_examples_say(tmp_path: Path) -> None:
    run("new", "rule", "满意度太低", "--output", str(tmp_path))
    done = run("test", str(tmp_path))
    assert (done.code, done.out, done.err) == (0, "审核规则1条：3例\n共3例，全部相符。\n", "")


def test_the_examples_of_a_new_scheme_reach_all_of_it(tmp_path: Path) -> None:
    run("new", "scheme", "某省/2025", "--output", str(tmp_path))
    done = run("test", str(tmp_path), "--min-coverage", "100")
    assert (done.code, done.err) == (0, ""), done.out


def test_what_is_there_is_never_overwritten(made: Path, tmp_path: Path) -> None:
    made.write_text("我写的", "utf-8")
    kind = next(kind for kind, name in KINDS.items() if (tmp_path / f"{name}.rules") == made)
    done = run("new", kind, KINDS[kind], "--output", str(tmp_path))
    assert (done.code, "PF692" in done.err) == (2, True)
    assert made.read_text("utf-8") == "我写的"


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        *(
            ("project", name)
            for name in ("", "..", ".隐藏", "-o", "甲/乙", "甲 乙", "甲：乙".replace("：", ":"), "长" * 80)
        ),
        *(("scheme", name) for name in ("/绝对", "../上级", "一/二/三", "甲/", "甲\\乙", "甲\n乙")),
    ],
)
def test_a_name_that_is_no_file_name_is_refused(kind: str, name: str, tmp_path: Path) -> None:
    done = run("new", kind, "--output", str(tmp_path / "里面"), "--", name)
    assert (done.code, "PF693" in done.err) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_bad_use(tmp_path: Path) -> None:
    (tmp_path / "文件").write_text("", "utf-8")
    done = run("new", "project", "甲", "--output", str(tmp_path / "文件" / "下级"))
    assert (done.code, "PF743" in done.err) == (2, True)
