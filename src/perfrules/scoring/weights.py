"""The points that each indicator of a table can get (分值).

A table that gives weights keeps them. For a table without weights the weight of each class is divided evenly over its
二级指标, then evenly over their indicators, to the decimals of the scheme, what is left going to the last one, so that
the sum is exact. A table without any class (the narrative of a department) is divided over its 分项绩效目标 instead,
and a scheme that leaves dividing to the table divides evenly over the indicators of one that does not.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import floor

from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.names import category_of, subcategory_of
from perfrules.scoring.scheme import Scheme
from perfrules.scoring.weighting import Leftover, Weighting
from perfrules.tables import GoalTable, Indicator
from perfrules.units import exact_text

_Groups = dict[str, list[int]]


def divide_weights(table: GoalTable, scheme: Scheme) -> tuple[Fraction, ...]:
    """Give the weight of each indicator, in the order of the table.

    Where only some indicators have a weight, the given ones are not used: see :func:`check_weights`, which says so.
    """
    given = [indicator.weight for indicator in table.indicators if indicator.weight is not None]
    if len(given) == len(table.indicators):
        return tuple(map(Fraction, given))
    weights = dict(_divided(table.indicators, scheme.weighting))
    return tuple(weights.get(index, Fraction(0)) for index in range(len(table.indicators)))


def check_weights(table: GoalTable, scheme: Scheme) -> tuple[Diagnostic, ...]:
    """Say what is wrong with the weights of a table: given for some lines only, a wrong sum, a class without weight."""
    with_weight = [indicator for indicator in table.indicators if indicator.weight is not None]
    if not table.indicators:
        return ()
    if len(with_weight) == len(table.indicators):
        return tuple(_check_sum(table, scheme))
    mixed = tuple(_check_mixed(table)) if with_weight else ()
    return (*mixed, *_check_classes(table, scheme))


def class_weights(present: Sequence[str], weighting: Weighting) -> dict[str, Fraction]:
    """Give the weight of each class that a table has, by canonical name, after the variants for those that it lacks.

    Where two variants apply, what they set comes before what they add, whatever their order.

    >>> from perfrules.scoring.weighting import ClassWeight
    >>> weighting = Weighting(classes=(ClassWeight("产出指标", Fraction(60)), ClassWeight("效益指标", Fraction(30))))
    >>> class_weights(["产出指标"], weighting)
    {'产出指标': Fraction(60, 1)}
    """
    weights = {each.category: each.points for each in weighting.classes}
    changes = [each for variant in weighting.variants if variant.missing not in present for each in variant.changes]
    weights |= {change.category: change.points for change in changes if not change.added}
    for change in (each for each in changes if each.added):
        weights[change.category] = weights.get(change.category, Fraction(0)) + change.points
    kept = {category: weights[category] for category in present if category in weights}
    return _shared(kept, weighting.indicators, weighting) if weighting.leftover is Leftover.SHARED else kept


def _shared(weights: dict[str, Fraction], full: Fraction, weighting: Weighting) -> dict[str, Fraction]:
    total = sum(weights.values())
    if total in (0, full):
        return weights
    step = Fraction(1, 10**weighting.places)
    shared = {category: floor(points * full / total / step) * step for category, points in weights.items()}
    last = list(shared)[-1]
    shared[last] += full - sum(shared.values())
    return shared


def _divided(indicators: Sequence[Indicator], weighting: Weighting) -> Iterator[tuple[int, Fraction]]:
    categories = [_category(indicator, weighting) for indicator in indicators]
    if weighting.free is not None:
        yield from enumerate(_evenly(weighting.free, len(indicators), weighting.places))
        return
    if not any(categories):
        groups = _grouped(range(len(indicators)), [indicator.sub_goal for indicator in indicators])
        yield from _spread(groups, weighting.indicators, weighting.places)
        return
    classes = _grouped(range(len(indicators)), categories)
    parts = [subcategory_of(indicator.subcategory) or indicator.subcategory for indicator in indicators]
    for category, points in class_weights(list(classes), weighting).items():
        yield from _spread(_grouped(classes[category], parts), points, weighting.places)


def _category(indicator: Indicator, weighting: Weighting) -> str:
    category = category_of(indicator.category)
    return next((merger.into for merger in weighting.mergers if merger.category == category), category)


def _grouped(indexes: Sequence[int], keys: Sequence[str]) -> _Groups:
    groups: _Groups = {}
    for index in indexes:
        groups.setdefault(keys[index], []).append(index)
    return groups


def _spread(groups: _Groups, points: Fraction, places: int) -> Iterator[tuple[int, Fraction]]:
    for indexes, share in zip(groups.values(), _evenly(points, len(groups), places), strict=True):
        yield from zip(indexes, _evenly(share, len(indexes), places), strict=True)


def _evenly(points: Fraction, count: int, places: int) -> list[Fraction]:
    step = Fraction(1, 10**places)
    each = floor(points / count / step) * step
    return [each] * (count - 1) + [points - each * (count - 1)]


def _check_sum(table: GoalTable, scheme: Scheme) -> Iterator[Diagnostic]:
    total = sum((Fraction(indicator.weight or 0) for indicator in table.indicators), Fraction(0))
    indicators = scheme.weighting.indicators
    whole = indicators + scheme.weighting.execution
    if total not in (indicators, whole):
        yield Diagnostic.of(
            Code.WEIGHTS_SUM,
            *_labels(table.indicators[-1:]),
            table=table.name,
            total=exact_text(total),
            indicators=exact_text(indicators),
            whole=exact_text(whole),
        )


def _check_mixed(table: GoalTable) -> Iterator[Diagnostic]:
    given = [indicator for indicator in table.indicators if indicator.weight is not None]
    without = [indicator for indicator in table.indicators if indicator.weight is None]
    yield Diagnostic.of(
        Code.WEIGHTS_MIXED,
        *_labels([given[0], without[0]]),
        table=table.name,
        given=given[0].name,
        without=without[0].name,
    )


def _check_classes(table: GoalTable, scheme: Scheme) -> Iterator[Diagnostic]:
    categories = [_category(indicator, scheme.weighting) for indicator in table.indicators]
    if not any(categories) or scheme.weighting.free is not None:
        return
    known = class_weights([each for each in categories if each], scheme.weighting)
    for indicator, category in zip(table.indicators, categories, strict=True):
        if category not in known:
            yield Diagnostic.of(
                Code.CLASS_WITHOUT_WEIGHT,
                *_labels([indicator]),
                name=indicator.name,
                category=indicator.category,
                scheme=scheme.name,
            )


def _labels(indicators: Sequence[Indicator]) -> list[Label]:
    return [Label(indicator.place, indicator.name) for indicator in indicators if indicator.place is not None]
