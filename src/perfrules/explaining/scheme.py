"""A scheme in words: how it divides the full mark, which rules give the points, and what each part rests on."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Protocol

from perfrules.explaining.sections import section
from perfrules.formulas import formula_text
from perfrules.scoring import Scheme, ScoringRule, WeightChange, validity_text
from perfrules.scoring.rounding import rounding_text
from perfrules.units import Unit, exact_text

_PERCENT = Unit("%", Fraction(1, 100))
_FIRST_THAT_FITS = "从上到下，用第一条符合的"


class _Part(Protocol):
    """A part of a scheme that names what it rests on, and the scheme that states it."""

    @property
    def basis(self) -> str: ...

    @property
    def origin(self) -> str: ...


def scheme_lines(scheme: Scheme) -> Iterator[str]:
    r"""Give a scheme line by line, its parts in the order in which they are used.

    >>> from perfrules.rules import shipped_scheme
    >>> print(*list(scheme_lines(shipped_scheme("central/mof-2021-101")))[:7], sep="\n")
    中央部门项目支出核心绩效目标和指标设置及取值指引（试行）
      名称：central/mof-2021-101
      文号：财预〔2021〕101号
      自2021年8月18日起施行
    <BLANKLINE>
    分值（合计100分）
      预算执行率：10分
    """
    yield scheme.title or scheme.name
    yield from (f"  {line}" for line in _head(scheme) if line)
    full = scheme.weighting.execution + scheme.weighting.indicators
    yield from section(f"分值（合计{exact_text(full)}分）", _weights(scheme))
    yield from section(f"得分（{_FIRST_THAT_FITS}）", _rules(scheme, scheme.rules))
    for bands in scheme.bands:
        heading = _based(scheme, f"分档 {bands.name}（满分{exact_text(bands.full)}分）", bands)
        yield from section(heading, [f"{each.target.text}：{exact_text(each.points)}分" for each in bands.bands])
    for tiers in scheme.tiers:
        shares = [f"{each.tier.value}：分值的 {each.share.in_unit(_PERCENT)}" for each in tiers.tiers]
        yield from section(_based(scheme, f"评判等级 {tiers.name}", tiers), shares)
    yield from section(f"预算执行率的得分（{_FIRST_THAT_FITS}）", _rules(scheme, scheme.execution))
    yield from section(f"复核后的得分（{_FIRST_THAT_FITS}）", _rules(scheme, scheme.audited))
    yield from section("参数", [_based(scheme, f"{each.name}：{each.text}", each) for each in scheme.parameters])
    yield from section(
        "等次", [f"{each.name}：{each.scores}{_in_brackets(scheme, '', each.origin)}" for each in scheme.grades]
    )
    yield from section("其他", _others(scheme))


def _head(scheme: Scheme) -> tuple[str, ...]:
    return (
        f"名称：{scheme.name}",
        f"文号：{scheme.authority}" if scheme.authority else "",
        f"系列：{scheme.family}" if scheme.family else "",
        validity_text(scheme),
    )


def _weights(scheme: Scheme) -> Iterator[str]:
    weighting = scheme.weighting
    if weighting.execution:
        yield f"预算执行率：{exact_text(weighting.execution)}分{_in_brackets(scheme, weighting.execution_basis, '')}"
    if weighting.free is not None:
        yield f"各指标共{exact_text(weighting.free)}分，由目标表自己分"
    yield from (_based(scheme, f"{each.category}：{exact_text(each.points)}分", each) for each in weighting.classes)
    yield from (_based(scheme, f"{each.category}：并入{each.into}", each) for each in weighting.mergers)
    for variant in weighting.variants:
        changes = "，".join(map(_change, variant.changes))
        yield _based(scheme, f"如果没有{variant.missing}：{changes}", variant)
    if weighting.free is None:
        yield f"还有缺少的分值：{weighting.leftover.value}"
    yield f"分到每个指标时保留{weighting.places}位小数" if weighting.places else "分到每个指标时取整数"


def _change(change: WeightChange) -> str:
    return f"{change.category}{'加' if change.added else ''}{exact_text(change.points)}分"


def _rules(scheme: Scheme, rules: Iterable[ScoringRule]) -> Iterator[str]:
    for number, rule in enumerate(rules, start=1):
        fits = "否则" if rule.condition is None else formula_text(rule.condition)
        yield _based(scheme, f"{number}. {fits}：{formula_text(rule.award)}", rule)
        if rule.note:
            yield f"   用到时提示：{rule.note}"


def _others(scheme: Scheme) -> Iterator[str]:
    rounding = scheme.rounding
    yield f"得分：{rounding_text(rounding)}{_in_brackets(scheme, rounding.basis, '')}"
    yield f"部门得分：各项目{scheme.averaging.value}"
    yield f"不适用的指标：{scheme.inapplicable.value}{_in_brackets(scheme, scheme.inapplicable_basis, '')}"


def _based(scheme: Scheme, text: str, part: _Part) -> str:
    """Add what a part rests on."""
    return text + _in_brackets(scheme, part.basis, part.origin)


def _in_brackets(scheme: Scheme, basis: str, origin: str) -> str:
    inherited = f"见 {origin}" if origin and origin != scheme.name else ""
    notes = "；".join(note for note in (basis, inherited) if note)
    return f"（{notes}）" if notes else ""
