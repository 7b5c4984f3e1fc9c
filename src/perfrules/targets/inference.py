"""Infers the operator of a bare number, which decides most results: two in five published targets carry none."""

from perfrules.syntax import Measure, Op, Origin
from perfrules.targets.context import Context
from perfrules.targets.surroundings import Surroundings, name_says, polarity_of_name

_DURATIONS = frozenset({"时间", "工作日", "历月"})


def infer_operator(context: Context, around: Surroundings, measure: Measure, subject: str) -> tuple[Op, Origin]:
    """Say which operator is meant, and from where it was read; the first place that says something decides.

    A subject inside the cell is its name as much as the indicator's is, and the nearer one.
    """
    if around.operator is not None:
        return around.operator
    if measure.number == 0:
        return Op.EQ, Origin.ZERO
    # What is saved, brought forward or well kept is wanted, even under 成本 and 时效, whose classes say otherwise.
    if (context.is_cost or context.is_timeliness) and name_says(context.name, "SAVING"):
        return Op.GE, Origin.NAME
    if context.is_cost and name_says(context.name, "GOOD", at_end=True):
        return Op.GE, Origin.NAME
    dimension = dict(measure.of.dimension)
    # 10分钟/次 is as much a time as 10分钟.
    (measured, *others) = [base for base, power in dimension.items() if power > 0] or [""]
    is_duration = not others and measured in _DURATIONS
    if is_duration and name_says(context.name, "LASTING", at_end=True):
        return Op.GE, Origin.NAME
    if context.is_timeliness and is_duration:
        return Op.LE, Origin.CLASS
    # A unit price under 成本, such as 10万元/家, is a standard to keep, whatever it is called.
    if context.is_cost and dimension.get("货币") == 1 and len(dimension) > 1:
        return Op.EQ, Origin.CLASS
    if is_duration and name_says(context.name, "DURATION"):
        return Op.LE, Origin.NAME
    if (op := polarity_of_name(subject) or polarity_of_name(context.name)) is not None:
        return op, Origin.NAME
    return (Op.LE if context.is_cost else Op.GE), Origin.CLASS
