"""How far every row went: attainment and deviation, as floats nearest to the exact quotients, to be read."""

import numpy as np

from perfrules.columnar.numbers import Integers
from perfrules.columnar.results import Floats
from perfrules.columnar.spellings import Indexes
from perfrules.columnar.states import States


def attainment(states: States, plan: Indexes, state: Indexes, mantissa: Integers) -> Floats:
    """Give actual ÷ target, or target ÷ actual; no number where there is none."""
    if not states.rate[1:3].any():
        return _quotient(states, state, mantissa * np.take(states.rate[0], plan), np.take(states.rate[3], plan))
    slope, start, slope_under, start_under = (np.take(row, plan) for row in states.rate)
    slope *= mantissa
    slope += start
    slope_under *= mantissa
    slope_under += start_under
    return _quotient(states, state, slope, slope_under)


def deviation(states: States, plan: Indexes, state: Indexes, mantissa: Integers) -> Floats:
    """Give actual - target in the unit of the target; no number where there is none."""
    slope, start, under = (np.take(row, plan) for row in states.gap)
    slope *= mantissa
    slope += start
    return _quotient(states, state, slope, under)


def _quotient(states: States, state: Indexes, over: Integers, under: Integers) -> Floats:
    with np.errstate(all="ignore"):
        found = over / under
    if not states.compared.all():
        found[~np.take(states.compared, state)] = np.nan
    if not np.isfinite(found).all():
        found[~np.isfinite(found)] = np.nan
    return found
