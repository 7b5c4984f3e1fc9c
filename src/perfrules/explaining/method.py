"""A monitoring method in words: which light stands where, what has to be explained, and what each part rests on."""

from collections.abc import Iterable, Iterator

from perfrules.explaining.sections import section
from perfrules.formulas import Formula, formula_text
from perfrules.monitoring import Method

_FIRST_THAT_FITS = "从上到下，用第一条符合的"


def method_lines(method: Method) -> Iterator[str]:
    r"""Give a method line by line, its parts in the order in which they are used.

    >>> from perfrules.rules import shipped_method
    >>> print(*list(method_lines(shipped_method("central/mof-2019-136")))[:6], sep="\n")
    中央部门预算绩效运行监控管理暂行办法
      名称：central/mof-2019-136
      文号：财预〔2019〕136号
    <BLANKLINE>
    指标的灯（从上到下，用第一条符合的）
      1. 未填报 且 未到期 且 非 累计：未到期（建议）
    """
    yield method.title or method.name
    yield f"  名称：{method.name}"
    if method.authority:
        yield f"  文号：{method.authority}"
    for heading, rules in (
        ("指标的灯", method.indicators),
        ("目标完成的灯", method.completion),
        ("预算执行的灯", method.execution),
    ):
        lights = ((each.condition, each.light.value, each.basis) for each in rules)
        yield from section(f"{heading}（{_FIRST_THAT_FITS}）", _numbered(lights))
    remarks = ((each.condition, each.text, each.basis) for each in method.explanations)
    yield from section(f"要说明的偏差（{_FIRST_THAT_FITS}）", _numbered(remarks))
    remarks = ((each.condition, each.text, each.basis) for each in method.comparisons)
    yield from section("两个进度对不上时说的话", _numbered(remarks))
    months = (f"{each.month}月底：{each.text}{_in_brackets(each.basis)}" for each in method.checkpoints)
    yield from section("进度要求", months)
    parameters = (f"{each.name}：{each.text}{_in_brackets(each.basis)}" for each in method.parameters)
    yield from section("参数", parameters)


def _numbered(rules: Iterable[tuple[Formula | None, str, str]]) -> Iterator[str]:
    for number, (condition, result, basis) in enumerate(rules, start=1):
        fits = "否则" if condition is None else formula_text(condition)
        yield f"{number}. {fits}：{result}{_in_brackets(basis)}"


def _in_brackets(basis: str) -> str:
    return f"（{basis}）" if basis else ""
