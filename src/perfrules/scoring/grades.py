"""The grade (等次) of a total score."""

from fractions import Fraction

from perfrules.scoring.scheme import Scheme
from perfrules.targets import Interval


def grade_of(scheme: Scheme, low: Fraction, high: Fraction) -> str | None:
    """Give the grade of a total between `low` and `high`; None while the range spans two, or outside of all.

    >>> from perfrules.scoring.scheme import Grade
    >>> scheme = Scheme("例", grades=(Grade("优", Interval(Fraction(90), Fraction(100))),))
    >>> grade_of(scheme, Fraction(90), Fraction(95)), grade_of(scheme, Fraction(89), Fraction(95))
    ('优', None)
    """
    total = Interval(low, high)
    return next((grade.name for grade in scheme.grades if grade.scores.includes(total)), None)
