"""Settings of a review (审核设置): levels, rules that are switched off, other values of parameters."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from perfrules.diagnostics import Code, Diagnostic, Label, Severity
from perfrules.review.rule import ReviewRule, RuleParameter
from perfrules.source import Place
from perfrules.units import Quantity


@attrs.frozen
class RuleSetting:
    """What is set for one rule: another level, None for its own; `off` with the reason; parameters to replace."""

    rule: str
    severity: Severity | None = None
    off: bool = False
    reason: str = ""
    parameters: tuple[RuleParameter, ...] = ()
    place: Place | None = attrs.field(default=None, eq=False)


@attrs.frozen
class Configured:
    """Rules as a ruleset sets them, those that it switches off, and what is wrong with the settings."""

    rules: tuple[ReviewRule, ...]
    off: tuple[ReviewRule, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def configured(rules: Sequence[ReviewRule], settings: Iterable[RuleSetting]) -> Configured:
    """Apply settings to rules, in their order, so that a later one counts.

    >>> configured((), [RuleSetting("PR105")]).diagnostics[0].message
    '没有编号为“PR105”的审核规则。请改成已有规则的编号。'
    """
    known = {rule.id: rule for rule in rules}
    off: dict[str, bool] = {}
    diagnostics: list[Diagnostic] = []
    for setting in settings:
        rule = known.get(setting.rule)
        if rule is None:
            diagnostics.append(Diagnostic.of(Code.REVIEW_RULE_UNKNOWN, *_labels(setting), rule=setting.rule))
            continue
        off[rule.id] = setting.off
        diagnostics.extend(_parameter_problems(rule, setting))
        known[rule.id] = attrs.evolve(
            rule,
            severity=setting.severity or rule.severity,
            parameters=tuple(_parameter(each, setting) for each in rule.parameters),
        )
    return Configured(
        tuple(rule for rule in known.values() if not off.get(rule.id)),
        tuple(rule for rule in known.values() if off.get(rule.id)),
        tuple(diagnostics),
    )


def _parameter(own: RuleParameter, setting: RuleSetting) -> RuleParameter:
    found = (each for each in setting.parameters if each.name == own.name and _is_alike(each, own))
    return next(found, own)


def _is_alike(one: RuleParameter, other: RuleParameter) -> bool:
    """Whether a value can stand where another did."""
    match one.value, other.value:
        case Quantity(), Quantity():
            return one.value.unit.dimension == other.value.unit.dimension
        case _:
            return type(one.value) is type(other.value)


def _parameter_problems(rule: ReviewRule, setting: RuleSetting) -> Iterator[Diagnostic]:
    for each in setting.parameters:
        own = next((known for known in rule.parameters if known.name == each.name), None)
        if own is None or not _is_alike(each, own):
            known = "、".join(f"{known.name}：{known.text}" for known in rule.parameters) or "没有参数"
            texts = {"rule": rule.id, "text": f"{each.name}：{each.text}", "known": known}
            yield Diagnostic.of(Code.SETTING_PARAMETER, *_labels(setting), **texts)


def _labels(setting: RuleSetting) -> tuple[Label, ...]:
    return () if setting.place is None else (Label(setting.place),)
