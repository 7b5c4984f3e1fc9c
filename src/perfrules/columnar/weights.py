"""The weights of lines, be they numbers or texts."""

import numpy as np
import pyarrow as pa

from perfrules.columnar.columns import Columns, is_text, values
from perfrules.columnar.line import number_in
from perfrules.columnar.numbers import Decimals, decimals_of

_PLACES = 6


def weights_of(columns: Columns) -> Decimals | None:
    """Read the weights; None where the table has none. What is empty, or no plain number, is not known.

    >>> read = weights_of(Columns(3, {"weight": pa.array(["10分", "7.5", "十"])}))
    >>> read.mantissa[:2], read.places, read.known
    (array([100,  75]), 1, array([ True,  True, False]))
    """
    array = columns.get("weight")
    if array is None or pa.types.is_null(array.type):
        return None if array is None else decimals_of(array)
    if pa.types.is_dictionary(array.type):
        array = array.cast(array.type.value_type)
    return _of_texts(array) if is_text(array.type) else decimals_of(array)


def _of_texts(array: pa.Array) -> Decimals:
    encoded = array.dictionary_encode()
    found = [number_in(cell)[0] for cell in values(encoded.dictionary)]
    short = [each for each in found if each is not None and each == round(each, _PLACES)]
    places = max((-int(each.normalize().as_tuple().exponent) for each in short), default=0)
    places = max(places, 0)
    mantissa = np.array([0 if each is None else int(each * 10**places) for each in [*found, None]], np.int64)
    known = np.array([each is not None and each in short for each in [*found, None]], np.bool_)
    codes = encoded.indices.fill_null(len(found)).to_numpy(zero_copy_only=False)
    return Decimals(mantissa[codes], places, known[codes])
