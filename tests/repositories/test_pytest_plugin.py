"""An office keeps its rulesets in a repository of its own, and `pytest` tests them there."""

from pathlib import Path

import pytest

SCHEME = """评分办法 某省
  继承：central/mof-2020-10

  得分
    完成率 < 60%：0
    其余：照继承
"""
RIGHT = """试算 定量指标    一级指标 产出指标    分值 10
  评分办法：某省
  补助企业数：≥60家    实际值 35家    得分 0
"""
WRONG = RIGHT.replace("得分 0", "得分 5.83")
RULE = """审核规则 BD001 满意度太低
  级别：提醒
  标准：适当性
  对象：指标
  范围：二级指标 含 “满意度”
  应当：下限(要求) ≥ 85%
  提示：“{名称}”的指标值“{指标值}”太低。请核对。
  理由：满意度定得太低，起不到约束作用。
  依据：建议

  正例
    满意度指标
      服务对象满意度指标
        受补助企业满意度：≥90%

  反例
    满意度指标
      服务对象满意度指标
        受补助企业满意度：≥90%
"""


@pytest.fixture
def office(pytester: pytest.Pytester) -> Path:
    """A repository with a scheme and its trials; the trials are right."""
    pytester.makeini("[pytest]\nperfrules_rules = rules\n")
    folder = pytester.path / "rules"
    folder.mkdir()
    (folder / "某省.rules").write_text(SCHEME, "utf-8")
    (folder / "某省_test.rules").write_text(RIGHT, "utf-8")
    return folder


def run(pytester: pytest.Pytester, *options: str) -> pytest.RunResult:
    # Where perfrules is installed, pytest knows the plugin already.
    plain = ("-p", "no:cacheprovider", "-p", "no:hypothesispytest", "-p", "no:perfrules")
    return pytester.runpytest_inprocess("-p", "perfrules.pytest_plugin", *plain, *options)


def test_every_file_and_every_trial_is_a_test(pytester: pytest.Pytester, office: Path) -> None:
    result = run(pytester, "-v")
    result.assert_outcomes(passed=3)
    result.stdout.fnmatch_lines(["rules/某省_test.rules::某省：补助企业数：≥60家，实际35家 PASSED*"])


def test_a_failure_says_the_place_both_values_and_how_it_came_about(pytester: pytest.Pytester, office: Path) -> None:
    (office / "某省_test.rules").write_text(WRONG, "utf-8")
    result = run(pytester)
    result.assert_outcomes(passed=2, failed=1)
    text = result.stdout.str()
    assert "的得分应为5.83，按评分办法“某省”得到0。" in text
    assert "某省_test.rules 第3行第" in text
    assert "算出来的经过：" in text
    assert "规则：完成率 < 60% → 0" in text
    assert "Traceback" not in text
    assert "pytest_plugin.py" not in text


def test_a_file_that_cannot_be_read_fails_with_its_message(pytester: pytest.Pytester, office: Path) -> None:
    (office / "坏.rules").write_text("评分办法 坏\n  得分\n    完成率 <：0\n", "utf-8")
    result = run(pytester)
    result.assert_outcomes(passed=3, failed=1)
    assert "坏.rules 第3行" in result.stdout.str()


def test_examples_of_review_rules_are_tests(pytester: pytest.Pytester, office: Path) -> None:
    (office / "审核.rules").write_text(RULE, "utf-8")
    result = run(pytester, "-v")
    result.assert_outcomes(passed=5, failed=1)
    result.stdout.fnmatch_lines(["*BD001 正例 PASSED*", "*BD001 反例 FAILED*", "*这个反例没有查出问题*"])


def test_coverage_can_be_asked_for(pytester: pytest.Pytester, office: Path) -> None:
    pytester.makeini("[pytest]\nperfrules_rules = rules\nperfrules_min_coverage = 100\n")
    result = run(pytester)
    result.assert_outcomes(passed=3, failed=1)
    assert "得分：没有试刚好的“完成率 与 60%”" in result.stdout.str()


def test_nothing_is_collected_by_surprise(pytester: pytest.Pytester, office: Path) -> None:
    pytester.makeini("[pytest]\n")
    run(pytester).assert_outcomes()


@pytest.mark.parametrize("name", ["某省.rules", "某省_test.rules"])
def test_a_file_that_is_named_is_tested_with_what_belongs_to_it(
    pytester: pytest.Pytester, office: Path, name: str
) -> None:
    pytester.makeini("[pytest]\n")
    (office / "某省_test.rules").write_text(WRONG, "utf-8")
    outcomes = run(pytester, f"rules/{name}").parseoutcomes()
    assert outcomes == ({"passed": 1} if name == "某省.rules" else {"passed": 1, "failed": 1})


def test_monitoring_methods_are_tested(pytester: pytest.Pytester, office: Path) -> None:
    trial = "  试算 灯    截至 2023-07-31\n    企业数：≥60家    实际值 60家    灯号 红\n"
    method = f"监控办法 某市\n  继承：central/mof-2019-136\n\n{trial}"
    (office / "监控.rules").write_text(method, "utf-8")
    result = run(pytester)
    assert "灯号应为红，按监控办法“某市”得到" in result.stdout.str()
