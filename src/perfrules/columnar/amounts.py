"""Reads a column of actual values as texts: those that are a number with its unit, in every row at once."""

import attrs
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from perfrules.columnar.suffixes import TRIED, Shape, Suffix, suffix_behind
from perfrules.columnar.written import FILLER, Bytes, Integers, Numbers, Words, bytes_of, numbers_of
from perfrules.syntax import Language
from perfrules.units import Unit

_WORD = 8
_LONGEST = 2 * _WORD
"""Of a suffix, in bytes: 万元/平方米·年 is longer, and left to the reader."""

_ALL = np.uint64(2**64 - 1)


@attrs.frozen(eq=False)
class Amounts:
    """Amounts as they are written: `mantissa` / 10**`exponent` of the unit with that index in `units`.

    Where `unit` is -1 the row is none that is read here, and the others say nothing. A unit of None means that none
    was written.
    """

    mantissa: npt.NDArray[np.int64]
    exponent: npt.NDArray[np.int8]
    unit: npt.NDArray[np.int32]
    units: tuple[Unit | None, ...]


def amounts(texts: "pa.Array | pa.ChunkedArray", language: Language) -> Amounts:
    """Read the amounts of a column of texts. What else an actual value may be is left to `read_actual`.

    >>> from perfrules.syntax import STANDARD
    >>> read = amounts(pa.array(["58家", "1,280.5家", "约60家", None] * 30), STANDARD)
    >>> read.mantissa[:2], read.exponent[:2], read.unit[:4], [unit.text for unit in read.units]
    (array([   58, 12805]), array([0, 1], dtype=int8), array([ 0,  0, -1, -1], dtype=int32), ['家'])
    """
    if isinstance(texts, pa.ChunkedArray):
        texts = texts.combine_chunks()
    if pa.types.is_dictionary(texts.type):
        return _taken(amounts(texts.dictionary, language), texts.indices)
    if not (pa.types.is_string(texts.type) or pa.types.is_large_string(texts.type)):
        texts = texts.cast(pa.large_string())
    found = bytes_of(texts)
    numbers = numbers_of(found)
    unit, units = _units(found, numbers, language)
    if texts.null_count:
        unit[texts.is_null().to_numpy(zero_copy_only=False)] = -1
    return Amounts(numbers.mantissa, numbers.exponent.astype(np.int8), unit, units)


def _taken(read: Amounts, indices: "pa.Array") -> Amounts:
    """Give what was read of the words of a dictionary in every row that has them."""
    unit = np.append(read.unit, np.int32(-1))
    rows = indices.cast(pa.int64()).fill_null(len(read.unit)).to_numpy()
    taken = np.minimum(rows, max(len(read.unit) - 1, 0))
    if not len(read.unit):
        return Amounts(np.zeros(len(rows), np.int64), np.zeros(len(rows), np.int8), unit[rows], read.units)
    return Amounts(read.mantissa[taken], read.exponent[taken], unit[rows], read.units)


def _units(texts: Bytes, numbers: Numbers, language: Language) -> tuple[npt.NDArray[np.int32], tuple[Unit | None, ...]]:
    """Give the unit of each row: what stands behind its number is looked at once for all rows that have it."""
    length = texts.ends - numbers.behind
    readable = (numbers.whole > 0) & (length <= _LONGEST) & (not texts.has_filler)
    codes, suffixes = _suffixes(texts.words, numbers.behind, length)
    kinds = codes * len(Shape) + _shapes(numbers)
    count = np.bincount(kinds[readable], minlength=len(suffixes) * len(Shape))
    meaning, units = np.full(len(count), -1, np.int32), dict[Suffix, int]()
    for kind in np.flatnonzero(count):
        code, number = divmod(int(kind), len(Shape))
        # To ask about a suffix costs as much as to read so many texts, which is what else would be done.
        if count[kind] >= len(TRIED[Shape(number)]) and (text := _decoded(suffixes[code])) is not None:
            suffix = suffix_behind(text, Shape(number), language)
            if suffix is not None:
                meaning[kind] = units.setdefault(suffix, len(units))
    return np.where(readable, meaning[kinds], np.int32(-1)), tuple(suffix.unit for suffix in units)


def _shapes(numbers: Numbers) -> npt.NDArray[np.int64]:
    """Give the shape of each number."""
    shapes = np.full(17 + _LONGEST, Shape.OTHER)
    shapes[1], shapes[2] = Shape.ONE_DIGIT, Shape.TWO_DIGITS
    found = shapes[numbers.whole]
    for digits, shape in ((4, Shape.YEAR), (8, Shape.DAY)):
        rows = np.flatnonzero(numbers.whole == digits)
        century = numbers.mantissa[rows] // 10 ** (digits - 2)
        found[rows[(century == 19) | (century == 20)]] = shape
    found[(numbers.exponent > 0) | numbers.grouped] = Shape.OTHER
    return found


def _suffixes(words: Words, places: Integers, length: Integers) -> tuple[Integers, list[bytes]]:
    """Number the suffixes: give the number of each row's, and the suffixes as bytes."""
    codes, firsts = _numbered(_cut(words[places], length))
    if not (rows := np.flatnonzero(length > _WORD)).size:
        return codes, firsts
    rest = np.full(len(places), _ALL)
    rest[rows] = _cut(words[places[rows] + _WORD], length[rows] - _WORD)
    further, seconds = _numbered(rest)
    codes, both = _numbered((codes * len(seconds) + further).view(np.uint64))
    pairs = [divmod(int.from_bytes(each, "little"), len(seconds)) for each in both]
    return codes, [firsts[first] + seconds[second] for first, second in pairs]


def _cut(words: Words, length: Integers) -> Words:
    """Fill what is behind the end with bytes that no text has."""
    return words | (_ALL << (np.clip(length, 0, _WORD) << 3).astype(np.uint64))


def _numbered(words: Words) -> tuple[Integers, list[bytes]]:
    encoded = pc.dictionary_encode(pa.array(words))
    return encoded.indices.to_numpy().astype(np.int64), [
        word.to_bytes(_WORD, "little") for word in encoded.dictionary.to_pylist()
    ]


def _decoded(suffix: bytes) -> str | None:
    try:
        return suffix.rstrip(bytes([FILLER])).decode()
    except UnicodeDecodeError:
        return None
