"""Formulas of every form, well-kinded by construction, and objects that they can be asked of."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

import attrs
from hypothesis import strategies as st

from perfrules import parse
from perfrules.formulas import (
    OWN,
    Among,
    Arithmetic,
    Call,
    Comparison,
    Connective,
    Day,
    Formula,
    Function,
    Given,
    If,
    Joined,
    Kind,
    Likeness,
    ListOf,
    Member,
    Name,
    Negative,
    Not,
    Number,
    Objects,
    Operator,
    Related,
    Scope,
    Text,
    TextTest,
    Value,
    Vocabularies,
    Vocabulary,
)
from perfrules.syntax import Op
from perfrules.units import PLAIN, UNITS, Quantity

_UNITS = (PLAIN, *(UNITS.unit_of(((word, 1),)) for word in ("%", "家", "万元", "天")))
PRICE = UNITS.unit_of((("元", 1), ("人", -1), ("月", -1)))

TABLE: Vocabulary = {"预算": Kind.NUMBER, "年度": Kind.NUMBER, "指标": Objects("指标"), "目标": ListOf(Kind.TEXT)}
INDICATOR: Vocabulary = {
    "名称": Kind.TEXT,
    "分值": Kind.NUMBER,
    "最迟": Kind.DATE,
    "定量": Kind.TRUTH,
    "指标值": Kind.TARGET,
    "别名": ListOf(Kind.TEXT),
    "表": Related("目标表"),
}
OBJECTS: Vocabularies = {"目标表": TABLE, "指标": INDICATOR}
SCOPE = Scope.of("指标", OBJECTS, {"模糊词": ListOf(Kind.TEXT), "线": Kind.NUMBER})

decimals = st.integers(0, 10**6).map(lambda number: Fraction(number, 100))
numbers = st.builds(Number, decimals, st.sampled_from((*_UNITS, PRICE)))
texts = st.builds(Text, st.text(st.characters(whitelist_categories=("Lo", "Nd")) | st.sampled_from('”"（'), max_size=4))
days = st.builds(Day, st.dates(date(1000, 1, 1), date(9999, 12, 31)))


def _names(kind: Kind) -> st.SearchStrategy[Formula]:
    """Names of one kind, of the element, of the object itself and of what it belongs to."""
    own = [Name(name) for name, found in {**INDICATOR, **SCOPE.given}.items() if found is kind]
    far = [Member(Member(Name(OWN), "表"), name) for name, found in TABLE.items() if found is kind]
    return st.sampled_from([*own, *(Member(Name(OWN), each.name) for each in own if each.name in INDICATOR), *far])


@attrs.frozen
class _Kinds:
    """A strategy for each kind, each made of the others one level down."""

    number: st.SearchStrategy[Formula]
    truth: st.SearchStrategy[Formula]

    def deeper(self) -> "_Kinds":
        number, truth = self.number, self.truth
        text, day, target = texts | _names(Kind.TEXT), days | _names(Kind.DATE), _names(Kind.TARGET)
        words = st.lists(text | st.sampled_from([Name("模糊词"), Name("别名")]), min_size=1, max_size=2).map(tuple)
        collection = st.just(Member(Name("表"), "指标"))
        same = st.sampled_from((number, day))
        return _Kinds(
            numbers
            | _names(Kind.NUMBER)
            | st.builds(Negative, number)
            | st.builds(Arithmetic, st.sampled_from(Operator), number, number)
            | st.builds(If, truth, number, number)
            | _called([Function.LEAST, Function.GREATEST], st.lists(number, min_size=1, max_size=3))
            | _called([Function.SUM, Function.LEAST, Function.GREATEST], st.tuples(collection, number))
            | _called([Function.SUM, Function.LEAST, Function.GREATEST], st.tuples(collection, number, truth))
            | _called([Function.COUNT], st.tuples(collection, truth))
            | _called([Function.LENGTH], st.tuples(text))
            | _called([Function.LOWER, Function.UPPER], st.tuples(target)),
            _names(Kind.TRUTH)
            | st.builds(Not, truth)
            | st.builds(Joined, st.sampled_from(Connective), st.lists(truth, min_size=2, max_size=3).map(tuple))
            | same.flatmap(lambda side: st.builds(Comparison, st.sampled_from(Op), side, side))
            | st.builds(Comparison, st.just(Op.EQ), text, text)
            | st.builds(Among, text, words)
            | st.builds(TextTest, st.sampled_from(Likeness), text, words)
            | _called([Function.EXISTS, Function.ALL], st.tuples(collection, truth))
            | _called([Function.EMPTY], st.tuples(number | text | target))
            | _called([Function.MEETS], st.tuples(number | day | text, target))
            | _called([Function.COMPATIBLE], st.tuples(target, target)),
        )


def _called(functions: list[Function], arguments: st.SearchStrategy[Iterable[Formula]]) -> st.SearchStrategy[Formula]:
    return st.builds(Call, st.sampled_from(functions), arguments.map(_as_tuple))


def _as_tuple(found: Iterable[Formula]) -> tuple[Formula, ...]:
    return tuple(found)


_SHALLOW = _Kinds(numbers | _names(Kind.NUMBER), _names(Kind.TRUTH))
_DEEP = _SHALLOW.deeper().deeper()
sums, conditions = _DEEP.number, _DEEP.truth


def _amounts() -> st.SearchStrategy[Value]:
    return decimals | st.builds(Quantity, decimals, st.sampled_from(_UNITS[2:])) | st.none()


_targets = st.sampled_from(
    ["≥60家", "≤90%", "2023年12月底前", "是", "良好以上", "不超预算", "有效提升", "", "≥1且≤3"]
).map(parse)
GIVEN: dict[str, Value] = {"模糊词": ("进一步", "有效"), "线": Fraction(3, 5)}


@st.composite
def tables(draw: st.DrawFn) -> Given:
    """A table with up to three indicators, each of which may lack any of its facts."""
    values: dict[str, Value] = {"预算": draw(_amounts()), "年度": Fraction(2023), "目标": ("一", "二")}
    table = Given(values)
    kinds: dict[str, st.SearchStrategy[Value]] = {
        "名称": st.text(max_size=6),
        "分值": _amounts(),
        "最迟": st.dates() | st.none(),
        "定量": st.booleans() | st.none(),
        "指标值": _targets | st.none(),
        "别名": st.just(("甲", "乙")),
        "表": st.just(table),
    }
    values["指标"] = tuple(draw(st.lists(st.fixed_dictionaries(kinds).map(Given), min_size=1, max_size=3)))
    return table
