"""Every fact of every object has a value of the kind that it is said to be, or none, whatever stands in the tables."""

from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from perfrules.formulas import AnyKind, Kind, Objects, Related, Value
from perfrules.review.objects import OBJECT_KINDS, Thing, things
from perfrules.review.views import Portfolio
from perfrules.tables import GoalTable
from perfrules.targets import Target
from perfrules.units import Quantity
from properties.goal_tables import goal_tables

_TYPES: dict[AnyKind, type | tuple[type, ...]] = {
    Kind.NUMBER: (Fraction, Quantity),
    Kind.TRUTH: bool,
    Kind.TEXT: str,
    Kind.DATE: date,
    Kind.TARGET: Target,
}


def _is_of(value: Value, kind: AnyKind) -> bool:
    match kind:
        case Objects(of):
            return isinstance(value, tuple) and all(isinstance(each, Thing) and each.kind.name == of for each in value)
        case Related(to):
            return isinstance(value, Thing) and value.kind.name == to
        case _:
            return isinstance(value, _TYPES[kind])


@given(st.lists(goal_tables, min_size=1, max_size=3), st.lists(goal_tables, max_size=1))
def test_a_fact_is_of_its_kind(tables: list[GoalTable], former: list[GoalTable]) -> None:
    for table in Portfolio.of(tables, former).tables:
        for kind in OBJECT_KINDS.values():
            for thing in things(table, kind.name):
                for fact in kind.facts:
                    value = thing.fact(fact.name)
                    assert value is None or _is_of(value, fact.kind), f"{kind.name}的{fact.name}"
                    assert not isinstance(value, Quantity) or value.unit.dimension


def test_no_two_facts_of_an_object_share_a_name() -> None:
    for kind in OBJECT_KINDS.values():
        names = [fact.name for fact in kind.facts]
        assert len(names) == len(set(names))
