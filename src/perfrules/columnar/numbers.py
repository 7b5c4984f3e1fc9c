"""Columns of numbers as whole numbers over a power of ten, exactly."""

from itertools import compress

import attrs
import numpy as np
import numpy.typing as npt
import pyarrow as pa

Integers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

MOST = 2**62
"""No number that is worked with is as large, so that two may be compared or added without a thought."""

_LONG_DECIMALS, _MOST_PLACES = 6, 18
_PLACES = (0, 1, 2, 3, 4, 6, 8)
_DIGITS = {np.dtype(np.float64): 10**15, np.dtype(np.float32): 10**6}
"""A decimal of fewer digits is the shortest one of the float that it is read as, and of no other."""


@attrs.frozen(eq=False)
class Decimals:
    """Numbers: each is `mantissa` / 10**`places`. Where `known` is False, the row holds none that is read here."""

    mantissa: Integers
    places: int
    known: Flags


def decimals_of(array: pa.Array) -> Decimals:
    """Read a column of numbers; what is empty, too long or no number is not known.

    >>> read = decimals_of(pa.array([0.1, 58.25, None]))
    >>> read.mantissa[:2], read.places, read.known
    (array([  10, 5825]), 2, array([ True,  True, False]))
    """
    if pa.types.is_integer(array.type):
        read = _of_integers(array)
    elif pa.types.is_decimal128(array.type):
        read = _of_decimals(array)
    elif pa.types.is_float32(array.type) or pa.types.is_float64(array.type):
        read = _of_floats(array)
    else:
        nothing = np.zeros(len(array), np.bool_)
        return Decimals(np.zeros(len(array), np.int64), 0, nothing)
    if array.null_count:
        known = read.known & array.is_valid().to_numpy(zero_copy_only=False)
        return Decimals(np.where(known, read.mantissa, 0), read.places, known)
    return read


def _of_integers(array: pa.Array) -> Decimals:
    numbers = array.fill_null(0).to_numpy(zero_copy_only=False)
    mantissa = numbers.astype(np.int64, copy=False)
    if numbers.dtype.itemsize < 8:
        return Decimals(mantissa, 0, np.ones(len(numbers), np.bool_))
    return Decimals(mantissa, 0, (numbers < MOST) & (mantissa > -MOST))


def _of_decimals(array: pa.Array) -> Decimals:
    """The two words of each number: the upper one only repeats the sign of the lower one, unless the number is long."""
    words = np.frombuffer(array.buffers()[1], np.int64).reshape(-1, 2)[array.offset : array.offset + len(array)]
    mantissa, places = words[:, 0].copy(), array.type.scale
    known = (words[:, 1] == mantissa >> 63) & (mantissa < MOST) & (mantissa > -MOST)
    spare = 10 ** max(places - _LONG_DECIMALS, 0)
    if spare > 1 and spare < MOST:
        known &= mantissa % spare == 0
        mantissa, places = mantissa // spare, _LONG_DECIMALS
    if not 0 <= places <= _MOST_PLACES:
        return Decimals(mantissa, 0, np.zeros(len(mantissa), np.bool_))
    return Decimals(mantissa, places, known)


def _of_floats(array: pa.Array) -> Decimals:
    """Find the fewest decimals that all of them have; n / 10**k divides exact numbers, and so gives the float of n/10ᵏ.

    That the float is the very one shows that the decimal is what the float is read as.
    """
    numbers = array.to_numpy(zero_copy_only=False)
    most = _DIGITS[numbers.dtype]
    with np.errstate(all="ignore"):
        for places in _PLACES:
            whole = np.rint(numbers.astype(np.float64, copy=False) * 10**places)
            known = ((whole / 10**places).astype(numbers.dtype, copy=False) == numbers) & (np.abs(whole) < most)
            if places == _PLACES[-1] or bool((known | ~np.isfinite(numbers)).all()):
                break
    return Decimals(np.where(known, whole, 0).astype(np.int64), places, known)


def aligned(mantissa: Integers, exponent: npt.NDArray[np.int8], known: Flags) -> Decimals:
    """Give numbers of many powers of ten one of them.

    >>> found = aligned(np.array([58, 12805]), np.array([0, 1], np.int8), np.array([True, True]))
    >>> found.mantissa, found.places
    (array([  580, 12805]), 1)
    """
    present = np.flatnonzero(np.bincount(exponent, known, minlength=1))
    places = int(max(compress(present, present <= _PLACES[-1]), default=0))
    if len(present) == 1 and present[0] == places:
        return Decimals(mantissa, places, known & (np.abs(mantissa) < MOST))
    factor = np.array([10 ** max(places - power, 0) for power in range(128)], object)
    factors = np.array([each if each < MOST else 1 for each in factor], np.int64)[exponent]
    fits = known & (exponent <= places) & (np.abs(mantissa) < MOST // factors)
    return Decimals(np.where(fits, mantissa, 0) * factors, places, fits)
