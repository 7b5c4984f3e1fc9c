"""What should have been reached by a day (应达到): a part of the target for what accumulates, else all of it."""

from fractions import Fraction

import attrs

from perfrules.targets import Amounts, Interval, Target


def standard_of(target: Target, share: Fraction) -> Target:
    """Give a target with the share of its bound that is due; a bound from above stays beside one from below.

    At the end of the year, with a share of 1, it is the target. A target that is no set of amounts stays as it is.

    >>> from perfrules.targets import parse
    >>> print(standard_of(parse("≥60家"), Fraction(7, 12)), standard_of(parse("=60家"), Fraction(7, 12)))
    [35家, ∞) [35家, 60家]
    """
    region = target.region
    if share == 1 or not isinstance(region, Amounts):
        return target
    return attrs.evolve(target, region=attrs.evolve(region, interval=_due(region.interval, share)))


def pace(measured: Fraction, standard: Interval) -> Fraction | None:
    """Give how much of what is due was reached: measured ÷ due, or due ÷ measured where little is wanted.

    None for a zero divisor.

    >>> pace(Fraction(40), Interval(low=Fraction(35))), pace(Fraction(40), Interval(high=Fraction(35)))
    (Fraction(8, 7), Fraction(7, 8))
    """
    if standard.low is not None:
        return measured / standard.low if standard.low else None
    if standard.high is None or not measured:
        return None
    return standard.high / measured


def _due(interval: Interval, share: Fraction) -> Interval:
    if interval.low is None:
        return interval.scaled(share)
    return attrs.evolve(interval, low=interval.low * share)
