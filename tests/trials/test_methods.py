"""The trials of monitoring methods: the shipped ones come out, and one that does not is said with both lights."""

from pathlib import Path

from guards.checkout import ROOT
from perfrules.rules import shipped_methods
from perfrules.testing import run_examples

METHOD = """\
监控办法 本局
  继承：central/mof-2019-136
  试算    二级指标 数量指标    截至 2023-07-31
    企业数：≥60家    实际值 28家    灯号 黄    要说明 是
    企业数：≥60家    实际值 27家    灯号 黄    要说明 是
"""


def test_every_shipped_method_has_trials_that_come_out() -> None:
    examples = run_examples(ROOT / "rulesets")
    assert {each.method.name for each in examples.methods} == set(shipped_methods())
    assert [str(each) for method in examples.methods for each in method.differences] == []


def test_what_differs_is_said_with_both_and_its_place(tmp_path: Path) -> None:
    path = tmp_path / "本局.rules"
    path.write_text(METHOD, "utf-8")
    examples = run_examples(path)
    assert [difference.code.id for difference in examples.differences] == ["PF686", "PF686"]
    light, explained = examples.differences
    assert "企业数：≥60家，实际28家”的灯号应为黄，按监控办法“本局”得到绿" in light.message
    assert "要说明应为是，按监控办法“本局”得到否" in explained.message
    assert str(light.labels[0].place).endswith("第4行第5列")
    assert (examples.count, examples.is_clean) == (2, False)
