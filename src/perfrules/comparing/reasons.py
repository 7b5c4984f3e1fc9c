"""Why a score changed, as far as the two sides show it: what stands beside it and differs."""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from perfrules.comparing.change import Kind
from perfrules.comparing.side import Basis, SideLine, SideTable
from perfrules.names import comparable
from perfrules.report.wording import decimal_text

_HIDDEN = "两份报告里看不出原因，请核对两次所用的文件"


@attrs.frozen
class Reason:
    """What may have changed all scores of a table: `first` what is likely, `last` what else differs."""

    first: tuple[str, ...] = ()
    last: tuple[str, ...] = ()


def common_reasons(old: SideTable, new: SideTable, before: Basis, after: Basis) -> Reason:
    """Find what a table's scores have in common: scheme, its numbers and the day; then budget, files and program."""
    methods = differs(Kind.METHOD.value, *_both(old, new, Kind.METHOD))
    first = (*_scheme(old, new, before, after), *methods, *differs("截至", before.as_of, after.as_of))
    return Reason(first, tuple(_around(old, new, before, after)))


def score_reasons(old: SideLine, new: SideLine, targets: tuple[str, str] | None, common: Reason) -> tuple[str, ...]:
    """Find why the points of an indicator changed; `targets` are the two targets where they differ."""
    own = tuple(_own(old, new, targets))
    return given((*own, *common.first), common)


_FOLLOWS: Mapping[Kind, tuple[Kind, ...]] = {
    Kind.LIGHT: (Kind.ACTUAL, Kind.SPENT, Kind.FORECAST),
    Kind.COMPUTED: (Kind.WEIGHT, Kind.ACTUAL, Kind.BUDGET, Kind.SPENT),
    Kind.STANDING: (Kind.PRINTED, Kind.COMPUTED),
}
"""What follows from what else on its line."""


def value_reasons(
    kind: Kind, old: SideLine, new: SideLine, targets: tuple[str, str] | None, common: Reason
) -> tuple[str, ...]:
    """Find why a value changed that follows from others; what people filled in has no reason."""
    if kind not in _FOLLOWS:
        return ()
    own = [each for cause in _FOLLOWS[kind] for each in differs(cause.value, *_both(old, new, cause))]
    if kind is Kind.STANDING:
        return tuple(own)
    own += [] if targets is None else differs("指标值", *targets)
    reasons = given((*own, *common.first), common)
    return (*reasons, f"现在：{new.basis}") if new.basis else reasons


def _both(old: SideLine | SideTable, new: SideLine | SideTable, kind: Kind) -> tuple[str, str]:
    return old.values.get(kind, ""), new.values.get(kind, "")


def given(reasons: Iterable[str], common: Reason) -> tuple[str, ...]:
    """Give the reasons, or where there is none, what else is different."""
    return tuple(reasons) or common.last or (_HIDDEN,)


def _own(old: SideLine, new: SideLine, targets: tuple[str, str] | None) -> Iterator[str]:
    if old.score is not None and new.score is not None:
        for what in ("actual", "baseline", "judgement"):
            yield from differs(_NAMES[what], getattr(old.score, what), getattr(new.score, what))
    if targets is not None:
        yield from differs("指标值", *targets)
    if old.weight is not None and new.weight is not None:
        yield from differs("分值", decimal_text(old.weight), decimal_text(new.weight))


_NAMES = {"actual": "实际完成值", "baseline": "上年值", "judgement": "评判分"}


def differs(what: str, old: str, new: str) -> Iterator[str]:
    """Say that something is another than before; nothing where it is the same.

    >>> list(differs("评判分", "", "9")), list(differs("预算", "1万元", "2万元"))
    (['填了评判分“9”'], ['预算由“1万元”改为“2万元”'])
    """
    if comparable(old) == comparable(new):
        return
    if old and new:
        yield f"{what}由“{old}”改为“{new}”"
    else:
        yield f"填了{what}“{new}”" if new else f"去掉了{what}“{old}”"


def _scheme(old: SideTable, new: SideTable, before: Basis, after: Basis) -> Iterator[str]:
    if old.scheme != new.scheme:
        yield from differs("评分办法", old.scheme, new.scheme)
        return
    former, now = before.parameters.get(old.scheme, {}), after.parameters.get(new.scheme, {})
    for name in dict.fromkeys((*former, *now)):
        yield from differs(f"评分办法的参数{name}", former.get(name, ""), now.get(name, ""))


def _around(old: SideTable, new: SideTable, before: Basis, after: Basis) -> Iterator[str]:
    yield from differs("预算", old.budget, new.budget)
    yield from differs("程序", before.version, after.version)
    if before.texts != after.texts:
        yield "两次所用的随附办法和词表不同"
    if before.ruleset != after.ruleset:
        yield "两次所用的规则文件不同"
