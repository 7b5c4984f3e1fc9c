"""What is printed is read as the same again: every expression has one spelling, and its reading is that expression."""

from fractions import Fraction

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from perfrules.syntax import (
    STANDARD,
    All,
    Any,
    Approximation,
    Between,
    Bound,
    Change,
    Deadline,
    Direction,
    Expression,
    Grade,
    Measure,
    Op,
    Period,
    Ratio,
    Reference,
    Tolerance,
    UnitFactors,
    Window,
    YesNo,
    print_expression,
    read_target,
    read_unit,
    words,
)
from perfrules.targets import Target, parse
from perfrules.units import UNITS
from properties import cells
from properties.canonical import has_no_spelling, hides_rise, says_the_same
from properties.writing import numbers, ops
from specification.chapters import cases

# ---- what no spelling exists for, each with its reason

CALENDAR = frozenset({"年", "月", "季", "季度", "日"})
"""Units that a number may turn into a date: 2000年, 5月, 3季度."""


def _is_date(measure: Measure) -> bool:
    """A number before 年 or 月 at the beginning of a cell is a date."""
    return measure.of.text in CALENDAR


def _hides_unit(measure: Measure) -> bool:
    """The 个 of 10余个 is read as part of 余个, whatever stands behind it."""
    return measure.approximation is Approximation.OVER and measure.of.text.startswith("个")


def _hides_name(bound: Bound) -> bool:
    """A name that ends in 率 is read right before a digit only, so that 约 or 近 between them is not."""
    before = {Approximation.ABOUT, Approximation.NEARLY}
    return bound.subject.endswith("率") and bound.measure.approximation in before


def _runs_into_years(window: Window) -> bool:
    """2020年至2022年3月 is not read: 2020年至2022年 is taken for all of it."""
    return _is_whole_year(window.start) and not _is_whole_year(window.end)


def _is_whole_year(period: Period) -> bool:
    return period == Period(period.year)


def _loses_baseline(change: Change) -> bool:
    """A subject is read only before 较上年, 较上期 and years, and there has to be a baseline behind it."""
    return bool(change.subject) and change.baseline in {"unstated", "average"}


# ---- expressions


def _canonical(factors: UnitFactors) -> UnitFactors:
    """The factors as the canonical spelling gives them; a number of 季度 counts 个季度."""
    read = read_unit(UNITS.unit_of(factors).text) or () if factors else ()
    return (("个季度", 1),) if read == (("季度", 1),) else read


words_of_units = st.sampled_from(sorted(set(UNITS.names.values())))
units: st.SearchStrategy[UnitFactors] = st.one_of(
    st.just(()),
    st.just((("%", 1),)),
    st.builds(lambda scale, word: _canonical(((scale + word, 1),)), st.sampled_from(["", "万", "亿"]), words_of_units),
    st.builds(lambda word: _canonical((("万元", 1), (word, -1))), words_of_units),
    st.builds(lambda word: _canonical((("元", 1), (word, -1), ("月", -1))), words_of_units),
    st.builds(lambda word: ((word, -1),), st.sampled_from(["家", "人"])),
)
shares = st.builds(Fraction, st.integers(1, 98), st.sampled_from([3, 7, 9, 11, 99]))
approximations = st.none() | st.sampled_from(Approximation)
measures = st.one_of(
    st.builds(Measure, numbers, units, approximations),
    st.builds(Measure, shares, st.just(()), st.sampled_from([None, Approximation.ABOUT, Approximation.NEARLY])),
).filter(lambda measure: not _hides_unit(measure))
dateless = measures.filter(lambda measure: not _is_date(measure))

subjects = st.sampled_from(["", "满意度", "培训人数", "事故", "重大投诉", "各", "企业", "新增企业"])
undone = st.sampled_from(["", "新增", "设备", "新增设备", "合格率", "检查工程"])
closings = st.none() | st.sampled_from([Op.GE, Op.GT, Op.LE, Op.LT])
bounds = st.builds(Bound, ops, measures, closings, subjects)
bare = st.builds(Bound, st.none(), dateless, st.none(), undone).filter(lambda bound: not _hides_name(bound))
signed = st.builds(lambda op, number, unit: Bound(op, Measure(-number, unit)), ops, numbers.filter(bool), units)


calm_units = units.filter(lambda unit: UNITS.unit_of(unit).text not in CALENDAR)
pairs = calm_units.map(lambda unit: (unit, unit)) | st.sampled_from([((("元", 1),), (("万元", 1),))])


def _range(low: Fraction, high: Fraction, pair: tuple[UnitFactors, UnitFactors], closed: tuple[bool, bool]) -> Between:
    return Between(Measure(low, pair[0]), Measure(high, pair[1]), *closed)


def _about(between: Between, low: Approximation | None, high: Approximation | None) -> Between:
    return attrs.evolve(
        between,
        low=attrs.evolve(between.low, approximation=low),
        high=attrs.evolve(between.high, approximation=high),
    )


closed_ranges = st.builds(_range, numbers, numbers, pairs, st.just((True, True)))
either = st.sampled_from([None, Approximation.NEARLY, Approximation.OVER])
about_both = st.just((Approximation.ABOUT, Approximation.ABOUT))
ranges = st.one_of(
    st.builds(
        lambda between, ends: _about(between, *ends), closed_ranges, st.tuples(either, either) | about_both
    ).filter(lambda between: not (_hides_unit(between.low) or _hides_unit(between.high))),
    st.builds(_range, numbers, numbers, pairs, st.tuples(st.booleans(), st.booleans())),
    st.builds(lambda low, *rest: _range(-low, *rest), numbers, numbers, pairs, st.tuples(st.booleans(), st.booleans())),
)
tolerances = st.builds(
    Tolerance,
    st.none() | dateless.filter(lambda measure: bool(measure.unit)),
    measures,
) | st.builds(lambda center, delta: Tolerance(Measure(center), Measure(delta)), numbers, numbers)
ratios = st.builds(Ratio, ops, numbers.map(Measure), numbers.map(Measure), st.sampled_from(["", "师生比"])) | st.builds(
    Ratio, st.none(), numbers.map(Measure), numbers.map(Measure)
)

directions = st.sampled_from(Direction)
baselines = st.sampled_from(["last_year", "last_period", "average", "average3", "unstated", "2020"])
changed = st.sampled_from(["", "收入", "发病人数"])
changes = st.one_of(
    st.builds(Change, directions, baselines, st.none(), st.none(), st.none(), changed),
    st.builds(Change, directions, baselines, st.none() | ops, measures, st.none(), changed),
    st.builds(
        lambda direction, baseline, between, subject: Change(
            direction, baseline, None, between.low, between.high, subject
        ),
        directions,
        baselines,
        closed_ranges,
        changed,
    ),
).filter(lambda change: not (_loses_baseline(change) or hides_rise(change)))

years = st.none() | st.integers(1901, 2099)
"""The years that cells name; 1900年前 would end in one that none does."""

months = st.integers(1, 12)
days = st.builds(lambda year, month, day: Period(year, (month, day), (month, day)), years, months, st.integers(1, 31))
edges = st.builds(lambda year, month: Period(year, (month, 0), (month, 0)), years, months)
parts_of_years = st.builds(
    lambda year, month, days: Period(year, (month, days[0]), (month, days[1])),
    years,
    months,
    st.sampled_from([(1, 0), (1, 10), (11, 20), (21, 0)]),
)
quarters = st.builds(lambda year, at: Period(year, (at * 3 + 1, 1), (at * 3 + 3, 0)), years, st.integers(0, 3))
halves = st.builds(lambda year, month: Period(year, (month, 1), (month + 5, 0)), years, st.sampled_from([1, 7]))
whole_years = years.filter(bool).map(Period)
stretches = st.one_of(parts_of_years, quarters, halves, whole_years)
periods = st.one_of(days, edges, stretches)
deadlines = st.one_of(
    st.builds(Deadline, periods, st.just(False), st.just(True), st.booleans()),
    st.builds(Deadline, stretches, st.just(True), st.just(True), st.just(True)),
    st.just(Deadline(Period(None))),
    st.builds(lambda day: Deadline(Period(None, (0, day), (0, day)), every="week"), st.integers(1, 7)),
    st.builds(
        lambda every, day: Deadline(Period(None, (0, day), (0, day)), every=every),
        st.just("month"),
        st.integers(0, 31),
    ),
    st.sampled_from(["quarter", "year"]).map(lambda every: Deadline(Period(None, (0, 0), (0, 0)), every=every)),
    st.one_of(days, edges, parts_of_years).map(lambda period: Deadline(attrs.evolve(period, year=None), every="year")),
)
# What begins by a day stands alone: beside a completion, no single date could tell of both.
started = st.builds(
    lambda deadline, event: attrs.evolve(deadline, event=event),
    deadlines.filter(lambda deadline: not deadline.every),
    st.sampled_from(sorted(set(words()["STARTED"].meanings.values()))),
)
windows = st.builds(Window, periods, periods).filter(
    lambda window: (window.start.year is None) == (window.end.year is None) and not _runs_into_years(window)
) | st.just(Window(Period(None), Period(None)))
bare_dates = st.one_of(days, stretches).map(lambda period: Deadline(period, stated=False))

grades = st.builds(
    lambda scale, place, op: Grade(scale, scale.levels[place % len(scale.levels)], op),
    st.sampled_from(sorted(STANDARD.scales.values(), key=lambda scale: scale.name)),
    st.integers(0, 11),
    st.none() | ops,
)
references = st.builds(Reference, ops, st.sampled_from(sorted(set(words()["REFERRED"].meanings.values()))))
answers = st.builds(YesNo, st.booleans())

clauses: dict[str, st.SearchStrategy[Expression]] = {
    "bound": bounds,
    "bare": bare,
    "signed": signed,
    "between": ranges,
    "tolerance": tolerances,
    "ratio": ratios,
    "change": changes,
    "deadline": deadlines,
    "window": windows,
    "yes_no": answers,
    "grade": grades,
    "reference": references,
}
plain = bounds.map(lambda bound: Bound(bound.op, bound.measure))
in_a_row = st.builds(lambda *both: All(both), plain, plain)
parts = st.lists(st.one_of(*clauses.values(), in_a_row), min_size=2, max_size=3).map(tuple)
EXPRESSIONS = clauses | {
    "started": started,
    "date": bare_dates,
    "all": st.builds(All, parts),
    "any": st.builds(Any, parts),
}


@pytest.mark.parametrize("kind", EXPRESSIONS)
@given(st.data())
def test_reading_what_is_printed_gives_the_same_expression(kind: str, data: st.DataObject) -> None:
    """Every expression prints in one canonical Chinese form that parses back to the same expression (issue B, 5)."""
    expression = data.draw(EXPRESSIONS[kind])
    text = print_expression(expression)
    assert read_target(text) == expression, text


# ---- cells as they are written


def _respelled(value: object) -> object:
    """Give an expression with every unit in its canonical spelling."""
    if isinstance(value, Measure):
        return attrs.evolve(value, unit=_canonical(value.unit))
    if isinstance(value, tuple):
        return tuple(map(_respelled, value))
    kind = type(value)
    return kind(*(_respelled(getattr(value, field.name)) for field in attrs.fields(kind))) if attrs.has(kind) else value


def test_every_cell_of_the_chapters_reads_as_what_is_printed_for_it() -> None:
    read = {text: read_target(text) for case in cases() for text in [case.given["指标值"]]}
    printed = {text: print_expression(expression) for text, expression in read.items()}
    wrong = {
        text: printed[text]
        for text, expression in read.items()
        if _respelled(read_target(printed[text])) != _respelled(expression) and not hides_rise(expression)
    }
    assert wrong == {}


# ---- targets


@given(cells.targets)
def test_the_canonical_text_needs_no_context(target: Target) -> None:
    """With all that the context supplied, it denotes the same set."""
    assume(not has_no_spelling(target))
    assert says_the_same(target), target.canonical


def test_the_canonical_text_of_every_row_needs_no_context() -> None:
    targets = [case.target for case in cases() if not has_no_spelling(case.target)]
    assert {target.text: target.canonical for target in targets if not says_the_same(target)} == {}


@given(
    st.one_of(*EXPRESSIONS.values()),
    st.sampled_from(["", "数量指标", "成本指标", "时效指标"]),
    st.sampled_from([None, 2023]),
)
def test_the_canonical_text_of_any_expression_needs_no_context(
    expression: Expression, subcategory: str, year: int | None
) -> None:
    target = parse(print_expression(expression), subcategory=subcategory, year=year)
    assume(not has_no_spelling(target))
    assert says_the_same(target), target.canonical
