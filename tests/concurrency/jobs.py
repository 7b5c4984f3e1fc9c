"""What threads and processes are asked to do. Each job gives plain values, which compare wherever they were made."""

from datetime import date
from pathlib import Path

from perfrules import Ruleset, check, find, load, parse
from perfrules.data import resource
from perfrules.targets import Target
from properties.cells import ACTUALS, TARGETS

WORDS = """用语 某县的写法
  单位
    垄：量词  又写 菜垄
  等级
    河长考核：出色/出彩、合格、落后
"""
TABLE = """目标表 菜地
  年度：2023
  预算：60万元
  产出指标
    数量指标
      新建菜地：≥30垄
    质量指标
      河长考核：合格以上
      产品合格率：≥95%
  满意度指标
    服务对象满意度指标
      农户满意度：≥90%
"""
VALUES = {"新建菜地": "28菜垄", "河长考核": "出彩", "产品合格率": 0.97, "农户满意度": "88%"}
PROSE = "新认定科技型中小企业240家，企业满意度大于90%，12月底前全部完成"


def readings(number: int) -> list[object]:
    """Read cells that nothing has read before, and some that everything has."""
    cells = [*TARGETS, *(f"≥{1000 + number}.{n}万元/家" for n in range(5)), f"不低于{number}人次"]
    return [(parse(cell, year=2023).to_dict(), str(parse(cell, year=2023))) for cell in cells]


def verdicts(number: int) -> list[object]:
    """Judge and explain."""
    pairs = zip(TARGETS * 2, (*ACTUALS[number % 7 :], *ACTUALS), strict=False)
    outcomes = [check(target, actual, baseline="59家", year=2023) for target, actual in pairs]
    return [(outcome.to_dict(), outcome.explain()) for outcome in outcomes]


def finds(_: int) -> list[object]:
    """Find targets in running text."""
    return [each.to_dict() for each in find(PROSE)]


def judged_elsewhere(target: Target) -> Target:
    """Read a target again by its canonical text."""
    return parse(target.canonical or target.text, year=target.year, language=target.language)


def loaded(folder: Path) -> object:
    """Load a ruleset with words of its own, and do with it all that can be done."""
    return results(load(folder))


def results(ruleset: Ruleset) -> object:
    """Evaluate, review and monitor."""
    report = ruleset.evaluate(VALUES)
    progress = ruleset.monitor(VALUES, date(2023, 7, 31))
    return report.to_dict(), ruleset.review(), progress.to_dict(), report.to_markdown()


def shipped(_: int) -> object:
    """Load and score the shipped tables."""
    folder = resource("rulesets/gaoxin-keji-2023")
    report = load(folder).evaluate([folder / "示例" / name for name in ("actuals-2023.csv", "spending-2023.csv")])
    return report.to_dict()


def columns(number: int) -> object:
    """Evaluate columns."""
    # The extra `frame`, which the other jobs do without.
    import pyarrow as pa  # noqa: PLC0415

    from perfrules.frame import evaluate  # noqa: PLC0415

    targets = [f"≥{50 + number}家", "≤60天", "约束", "100%"] * 40
    actuals = [f"{n}{word}" for n in range(40) for word in ("家", "天", "", "%")]
    return evaluate(pa.table({"target": targets, "actual": actuals, "weight": [10] * 160})).to_pylist()


ALL = (readings, verdicts, finds, shipped, columns)
