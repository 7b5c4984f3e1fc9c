"""What each function takes and gives, as one table: from it formulas are checked, and the reference is written."""

from collections.abc import Mapping

import attrs

from perfrules.formulas.expression import Function
from perfrules.formulas.kinds import AnyKind, Kind, ListOf, Objects

_ORDERED = (Kind.NUMBER, Kind.DATE)


@attrs.frozen
class Signature:
    """One way to use a function.

    `form` shows it, `meaning` says in Chinese what it comes to. `first` are the kinds of its first argument, empty for
    a collection of objects; `asked` are those of the others, `optional` how many of them may be left out. With `more`,
    any number of further values of the kind of the first follow. `gives` is None where it gives what it was given.
    """

    form: str
    meaning: str
    first: tuple[AnyKind, ...] = ()
    asked: tuple[tuple[AnyKind, ...], ...] = ()
    optional: int = 0
    more: bool = False
    any_first: bool = False
    gives: Kind | None = None

    def takes(self, kind: AnyKind | None, others: int) -> bool:
        """Whether the first argument and the number of the others fit."""
        most = len(self.asked)
        if not (self.more or most - self.optional <= others <= most):
            return False
        return self.any_first or (kind in self.first if self.first else isinstance(kind, Objects))

    def wanted(self, position: int, former: AnyKind | None) -> tuple[AnyKind, ...]:
        """Give the kinds that an argument behind the first may be of."""
        if self.more:
            return _ORDERED if former is None else (former,)
        return self.asked[position]


_TRUTH = (Kind.TRUTH,)
_LISTS = tuple(ListOf(kind) for kind in Kind if kind is not Kind.TABLE)


def _extreme(function: Function, word: str) -> tuple[Signature, ...]:
    name = function.value
    return (
        Signature(f"{name}(数值, 数值)", f"几个数或几个日期里{word}的一个", _ORDERED, more=True),
        Signature(f"{name}(列表)", f"列表里{word}的一个", tuple(ListOf(kind) for kind in _ORDERED)),
        Signature(f"{name}(集合, 数值, 条件)", f"各个对象的数里{word}的一个；条件可以不写", (), (_ORDERED, _TRUTH), 1),
    )


def _rounding(function: Function, meaning: str) -> tuple[Signature, ...]:
    return (Signature(f"{function.value}(数值, 数值)", meaning, (Kind.NUMBER,), ((Kind.NUMBER,),), gives=Kind.NUMBER),)


SIGNATURES: Mapping[Function, tuple[Signature, ...]] = {
    Function.LEAST: _extreme(Function.LEAST, "最小"),
    Function.GREATEST: _extreme(Function.GREATEST, "最大"),
    Function.EXISTS: (Signature("存在(集合, 条件)", "至少有一个对象符合条件", (), (_TRUTH,), gives=Kind.TRUTH),),
    Function.ALL: (
        Signature("所有(集合, 条件)", "每个对象都符合条件；没有对象时也算", (), (_TRUTH,), gives=Kind.TRUTH),
    ),
    Function.COUNT: (
        Signature("计数(集合, 条件)", "有几个对象符合条件；条件可以不写", (), (_TRUTH,), 1, gives=Kind.NUMBER),
        Signature("计数(列表)", "列表里有几个", _LISTS, gives=Kind.NUMBER),
    ),
    Function.SUM: (
        Signature(
            "合计(集合, 数值, 条件)",
            "各个对象的数加起来；有一个没有就没有；条件可以不写",
            (),
            ((Kind.NUMBER,), _TRUTH),
            1,
            gives=Kind.NUMBER,
        ),
        Signature("合计(列表)", "列表里的数加起来", (ListOf(Kind.NUMBER),), gives=Kind.NUMBER),
    ),
    Function.LENGTH: (Signature("长度(文字)", "有几个字，空格不算", (Kind.TEXT,), gives=Kind.NUMBER),),
    Function.EMPTY: (Signature("空(任何值)", "没有值、空文字、空列表或空集合", any_first=True, gives=Kind.TRUTH),),
    Function.COMPATIBLE: (
        Signature("相容(要求, 要求)", "有没有能同时满足两者的值", (Kind.TARGET,), ((Kind.TARGET,),), gives=Kind.TRUTH),
    ),
    Function.MEETS: (
        Signature(
            "满足(值, 要求)",
            "一个数、日期或说法是不是达到要求",
            (*_ORDERED, Kind.TEXT),
            ((Kind.TARGET,),),
            gives=Kind.TRUTH,
        ),
    ),
    Function.LOWER: (Signature("下限(要求)", "要求里最小的数，没有就没有", (Kind.TARGET,), gives=Kind.NUMBER),),
    Function.UPPER: (Signature("上限(要求)", "要求里最大的数，没有就没有", (Kind.TARGET,), gives=Kind.NUMBER),),
    Function.ROUND: _rounding(Function.ROUND, "离前一个数最近的、后一个数的整倍数，如 四舍五入(92.5%, 1%) 是93%"),
    Function.DOWN: _rounding(Function.DOWN, "不超过前一个数的、后一个数的整倍数，如 舍去(92.9%, 1%) 是92%"),
    Function.UP: _rounding(Function.UP, "不小于前一个数的、后一个数的整倍数，如 进位(92.1%, 1%) 是93%"),
}
"""The ways to use each function; the first that fits is meant."""
