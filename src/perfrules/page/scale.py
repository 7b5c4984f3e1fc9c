"""Shares as lengths on a page: rounded to what an eye can tell apart, with whole numbers only."""

from fractions import Fraction

_FULL = 10_000


def length(share: Fraction) -> str:
    """Write a share as a length in percent, at most the whole.

    >>> length(Fraction(2, 3)), length(Fraction(3, 2)), length(Fraction(-1)), length(Fraction(1, 200))
    ('66.67%', '100%', '0%', '0.5%')
    """
    return f"{decimal(Fraction(round(min(max(share, Fraction(0)), Fraction(1)) * _FULL), _FULL // 100))}%"


def decimal(number: Fraction) -> str:
    """Write a number with at most four decimals, for programs.

    >>> decimal(Fraction(116, 15)), decimal(Fraction(-1, 2)), decimal(Fraction(8))
    ('7.7333', '-0.5', '8')
    """
    whole, part = divmod(abs(round(number * _FULL)), _FULL)
    digits = f"{part:04d}".rstrip("0")
    sign = "-" if number < 0 and (whole or part) else ""
    return f"{sign}{whole}.{digits}" if digits else f"{sign}{whole}"
