"""Numbers at the beginning of texts, read all together off the bytes of an Arrow column.

Eight characters are one word of 64 bits, and the digits among them become their number by three multiplications, in
every row at once. Nothing here knows what a number means: that is asked of the reader of actual values (`suffixes`).
"""

from typing import TypeAlias

import attrs
import numpy as np
import numpy.typing as npt
import pyarrow as pa

Integers: TypeAlias = npt.NDArray[np.int64]
Words: TypeAlias = npt.NDArray[np.uint64]
Flags: TypeAlias = npt.NDArray[np.bool_]

MOST_DIGITS = 18
"""More may not fit into 64 bits."""

FILLER = 0xFF
"""A byte that no text in UTF-8 has."""

_WORD = 8
_PADDING = 3 * _WORD
"""So that every place has words behind it: those of a suffix, and one that begins where the last text ends."""

_POWERS = np.array([10**places for places in range(MOST_DIGITS + 1)], dtype=np.int64)
_FIRST = np.uint64(0xFF)
"""Where the first byte of a word is: the lowest, on every machine, since words are read as little-endian."""


def _each(byte: int) -> np.uint64:
    """The same byte eight times."""
    return np.uint64(int.from_bytes(bytes([byte]) * _WORD, "little"))


_ZEROS, _HIGH, _UP_TO_HIGH = _each(ord("0")), _each(0x80), _each(0x80 - 10)
_PAIRS, _FOURS = np.uint64(0x00FF00FF00FF00FF), np.uint64(0x0000FFFF0000FFFF)


@attrs.frozen(eq=False)
class Bytes:
    """The texts of a column: `words[place]` is the eight bytes from a place on; a text is from its start to its end.

    `has_filler` says that `FILLER` is among the bytes, which it never is in a text.
    """

    words: Words
    starts: Integers
    ends: Integers
    has_filler: bool


def bytes_of(texts: "pa.StringArray | pa.LargeStringArray") -> Bytes:
    """Give the bytes of a column of texts, copied once so that words may reach beyond the last of them."""
    _, offsets, data = texts.buffers()
    kind = np.int64 if pa.types.is_large_string(texts.type) else np.int32
    if offsets is None or not len(texts):
        nowhere = np.zeros(0, np.int64)
        return Bytes(np.zeros(1, np.uint64), nowhere, nowhere, has_filler=False)
    ends = np.frombuffer(offsets, kind)[texts.offset : texts.offset + len(texts) + 1].astype(np.int64)
    ends -= (first := ends[0])
    padded = np.zeros(int(ends[-1]) + _PADDING, np.uint8)
    if data is not None:
        padded[:-_PADDING] = np.frombuffer(data, np.uint8)[first : first + ends[-1]]
    words = np.lib.stride_tricks.as_strided(padded[:_WORD].view("<u8"), (len(padded) - _WORD + 1,), (1,))
    return Bytes(words, ends[:-1], ends[1:], bool((padded == FILLER).any()))


@attrs.frozen(eq=False)
class Numbers:
    """The number that each text begins with: `mantissa` / 10**`exponent`, ending at the place `behind`.

    `whole` counts the digits before the point, 0 where none was read; `grouped` says that they have commas.
    """

    mantissa: Integers
    exponent: Integers
    whole: Integers
    grouped: Flags
    behind: Integers


def numbers_of(texts: Bytes) -> Numbers:
    """Read the number that each text begins with: 1280, 1,280, 98.50.

    A comma or point with anything else behind it than digits that belong there is no part of the number.
    """
    mantissa, whole, behind = _digits(texts.words, texts.starts, texts.ends)
    nothing = np.zeros(len(behind), np.int64)
    numbers = Numbers(mantissa, nothing, whole, nothing.astype(np.bool_), behind)
    _add_groups(texts, numbers)
    _add_decimals(texts, numbers)
    return numbers


def _followed_by(texts: Bytes, numbers: Numbers, sign: int) -> Flags:
    """Say which numbers have that character of the same text behind them."""
    is_sign: Flags = texts.words[numbers.behind] & _FIRST == np.uint64(sign)
    is_sign &= numbers.behind < texts.ends
    is_sign &= numbers.whole > 0
    return is_sign


def _add_groups(texts: Bytes, numbers: Numbers) -> None:
    """Add what is written in groups of three behind commas, a group of every such number at a time."""
    rows = np.flatnonzero(_followed_by(texts, numbers, ord(",")) & (numbers.whole <= 3))
    while len(rows):
        places = numbers.behind[rows]
        group, count = _eight(texts.words[places + 1], np.minimum(texts.ends[rows] - places - 1, 3))
        has_more = (texts.words[places] & _FIRST == np.uint64(ord(","))) & (count == 3)
        has_more &= numbers.whole[rows] <= MOST_DIGITS - 3
        rows = rows[has_more]
        numbers.mantissa[rows] = numbers.mantissa[rows] * 1000 + group[has_more]
        numbers.whole[rows] += 3
        numbers.behind[rows] += 4
        numbers.grouped[rows] = True
        rows = rows[numbers.behind[rows] < texts.ends[rows]]


def _add_decimals(texts: Bytes, numbers: Numbers) -> None:
    """Add the digits behind a point."""
    rows = np.flatnonzero(_followed_by(texts, numbers, ord(".")))
    decimals, count, behind = _digits(texts.words, numbers.behind[rows] + 1, texts.ends[rows])
    is_read = (count > 0) & (numbers.whole[rows] + count <= MOST_DIGITS)
    rows, count = rows[is_read], count[is_read]
    numbers.mantissa[rows] = numbers.mantissa[rows] * _POWERS[count] + decimals[is_read]
    numbers.exponent[rows] = count
    numbers.behind[rows] = behind[is_read]


def _digits(words: Words, places: Integers, ends: Integers) -> tuple[Integers, Integers, Integers]:
    """Give the number of the digits from each place on, how many they are, up to 16, and the place behind them."""
    value, count = _eight(words[places], ends - places)
    rows = np.flatnonzero(count == _WORD)
    if len(rows):
        more, further = _eight(words[places[rows] + _WORD], ends[rows] - places[rows] - _WORD)
        value[rows] = value[rows] * _POWERS[further] + more
        count[rows] += further
    return value, count, places + count


def _eight(words: Words, most: Integers) -> tuple[Integers, Integers]:
    """Give the number of the digits that each word begins with, and how many they are, at most so many."""
    digits = words ^ _ZEROS
    # The first byte that is no digit gets its high bit; what the sum carries on goes to bytes behind it.
    others = ((digits + _UP_TO_HIGH) | digits) & _HIGH
    first = others & (~others + np.uint64(1))
    count = np.minimum(np.bitwise_count(first - np.uint64(1)).astype(np.int64) >> 3, most)
    # The digits move to the end of the word, and zeros before them; then pairs, fours and all eight are put together.
    digits <<= ((_WORD - count) << 3).astype(np.uint64)
    digits = (digits * np.uint64(10 * 2**8 + 1)) >> np.uint64(8) & _PAIRS
    digits = (digits * np.uint64(100 * 2**16 + 1)) >> np.uint64(16) & _FOURS
    digits = (digits * np.uint64(10000 * 2**32 + 1)) >> np.uint64(32)
    return digits.view(np.int64), count
