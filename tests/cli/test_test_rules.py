"""`perfrules test` on the examples of review rules; those of schemes are in tests/trials."""

import json
from pathlib import Path

from cli.running import run
from perfrules.data import resource
from perfrules.rules import shipped_review

RULE = """审核规则 BD001 满意度太低
  级别：提醒
  标准：适当性
  对象：指标
  应当：下限(要求) ≥ 85%
  提示：“{{名称}}”太低。请核对。
  正例
    满意度指标
      服务对象满意度指标
        学员满意度：≥{good}
  反例
    满意度指标
      服务对象满意度指标
        学员满意度：≥{bad}
"""


def _tested(tmp_path: Path, text: str) -> tuple[int, str, str]:
    file = tmp_path / "甲.rules"
    file.write_text(text, "utf-8")
    done = run("test", str(file))
    return done.code, done.out.replace(str(file), "甲.rules"), done.err


def test_a_rule_that_does_what_its_examples_say_passes(tmp_path: Path) -> None:
    assert _tested(tmp_path, RULE.format(good="85%", bad="84%")) == (0, "共2例，全部相符。\n", "")


def test_an_example_that_a_rule_should_pass_and_does_not_is_shown_with_its_place(tmp_path: Path) -> None:
    code, out, _ = _tested(tmp_path, RULE.format(good="84%", bad="84%"))
    assert code == 1
    assert "审核规则 BD001 满意度太低\n  错误 PF659" in out
    assert "甲.rules 第7行第3列" in out
    assert out.endswith("共2例，有1处不符。\n")


def test_an_example_that_a_rule_should_find_and_does_not_is_shown_with_its_place(tmp_path: Path) -> None:
    code, out, _ = _tested(tmp_path, RULE.format(good="85%", bad="85%"))
    assert code == 1
    assert "PF658" in out
    assert "甲.rules 第11行第3列" in out


def test_a_rule_without_examples_is_named(tmp_path: Path) -> None:
    code, _, err = _tested(tmp_path, RULE.partition("  正例")[0].replace("{{", "{").replace("}}", "}"))
    assert code == 1
    assert "BD001" in err


def test_the_examples_of_every_shipped_rule_are_run() -> None:
    done = run("test", str(resource("rulesets/central/review")), "--format", "json")
    data = json.loads(done.out)
    assert (done.code, data["differences"], data["diagnostics"]) == (0, [], [])
    assert set(data["review_rules"]) == {rule.id for rule in shipped_review().rules}
    assert min(data["review_rules"].values()) >= 2
