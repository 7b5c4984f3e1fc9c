"""A target that includes another is met by everything that meets the other: 放宽 never takes anything away."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from perfrules.evaluation import Verdict, check
from perfrules.targets import parse
from perfrules.targets.inclusion import includes
from properties.cells import TARGETS
from properties.writing import amount, numbers

bounds = st.builds(
    lambda op, number: f"{op}{amount(number, '家')}", st.sampled_from(["≥", ">", "≤", "<", "="]), numbers
)
ranges = st.builds(lambda low, width: f"{amount(low)}-{amount(low + width + 1, '家')}", numbers, numbers)
cells = bounds | ranges
any_cells = cells | st.sampled_from(TARGETS)


@given(cells, cells, numbers)
def test_what_meets_the_narrower_meets_the_wider(wide: str, narrow: str, reached: Fraction) -> None:
    """A verdict is set inclusion (§2), so inclusion of targets carries over to verdicts."""
    if (
        includes(parse(wide).region, parse(narrow).region)
        and check(narrow, amount(reached, "家")).verdict is Verdict.MET
    ):
        assert check(wide, amount(reached, "家")).verdict is Verdict.MET


@given(cells, cells)
def test_two_that_include_each_other_are_the_same_set(one: str, other: str) -> None:
    """Inclusion is an order on sets."""
    first, second = parse(one).region, parse(other).region
    if includes(first, second) and includes(second, first):
        assert str(first) == str(second)


@given(any_cells)
def test_every_set_includes_itself(cell: str) -> None:
    """Whatever a cell says, an unchanged cell is unchanged."""
    region = parse(cell).region
    assert includes(region, region) is True


@given(any_cells, any_cells, any_cells)
def test_it_carries_over(wide: str, middle: str, narrow: str) -> None:
    """What is inside the inside is inside."""
    first, second, third = (parse(cell).region for cell in (wide, middle, narrow))
    if includes(first, second) and includes(second, third):
        assert includes(first, third) is not False
