"""What is read of a column of actual values is what the reader of actual values reads, text by text."""

from fractions import Fraction

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from perfrules.actuals import Actual, Amount, read_actual
from perfrules.columnar.amounts import Amounts, amounts
from perfrules.data import read_text
from perfrules.syntax import STANDARD, OwnWords, language_with
from perfrules.targets import Interval
from perfrules.units import UNITS, OwnUnit
from properties.cells import ACTUALS, TARGETS

OFTEN = 32
"""A suffix is asked about where it stands often enough to be worth it."""

LANGUAGE = language_with(OwnWords(units=(OwnUnit("垄", ("畦",)), OwnUnit("年报"), OwnUnit("乙", factor=Fraction(2)))))

NASTY = (
    *(
        "1.",
        ".5",
        "00",
        "007",
        "0,280",
        "1,28",
        "1,2345",
        "1,234,",
        "12,345,678.90",
        "1234,567",
        ",5",
        "1,,234",
        "1.2.3",
    ),
    *(
        "1e5",
        "1E5家",
        "١٢",
        "٣家",
        "５８家",
        "58％",
        "58 家",
        " 58 家",
        "58家 ",
        "58家。",
        "58家,",
        "58，000家",
        "5 8家",
    ),
    *("9" * 18, "9" * 19, "1" * 40, "1" * 41, "0" * 30 + "5", "1." + "3" * 17, "1." + "3" * 18, "12345678.123456789"),
    *("0.30000000000000004", "98.33333333333333%", "9,999,999,999,999,999,999", "999,999,999,999,999,999.5"),
    *("", " ", "\0", "58\0", "58家\0", "58\n", "家", "-5%", "+5%", "−5%", "±5%", "=58", "≥58", "58+", "58-"),
    *(
        "2023年",
        "1900年",
        "2100年",
        "3年",
        "03年",
        "13年",
        "3月",
        "12月",
        "13月",
        "0月",
        "3.5月",
        "3日",
        "31号",
        "1季度",
        "5季度",
    ),
    *("2023年度", "20231231", "20231232", "20231231 ", "20231231前", "12345678", "20231231.5", "2023.12", "2023.12.31"),
    *(
        "2023-12-31",
        "2023/12",
        "12/31",
        "1:2",
        "58/60",
        "58/60家",
        "3分之一",
        "百分之3",
        "3成",
        "3倍",
        "3百",
        "3千5百",
        "5万4千",
    ),
    *(
        "50%以上",
        "50%左右",
        "约50%",
        "50余家",
        "1.5万余家",
        "50多家",
        "50家以上",
        "58-62家",
        "3至5次",
        "58家、60家",
        "58家和60家",
    ),
    *(
        "58万",
        "58亿元",
        "1.5万家",
        "118.5万",
        "3个月",
        "3个",
        "3人/次",
        "3人·次",
        "3元/平方米·年",
        "3元/(人·月)",
        "3m2",
        "3m²",
        "3㎡",
    ),
    *(
        "100%到位",
        "100%完成",
        "60家企业",
        "计划60家",
        "60家计划",
        "60家（计划）",
        "60家(含)",
        "5天内",
        "30分钟内",
        "58家\ud7ff",
        "1家😀",
    ),
)

names = st.sampled_from(sorted({*UNITS.names, *LANGUAGE.units.names}))
words = st.sampled_from(sorted(set(read_text("grammar/words.txt").split()) - {"#"}))
scales = st.sampled_from(["", "", "", "万", "亿", "千万", "百"])
units = st.builds("{}{}{}".format, st.sampled_from(["", "", " "]), scales, names) | st.builds(
    "{}/{}".format, names, names
)
numbers = (
    st.integers(0, 3000).map(str)
    | st.integers(0, 10**19).map(str)
    | st.integers(0, 10**19).map(lambda number: f"{number:,}")
    | st.decimals(0, 10**9, places=3, allow_nan=False).map(str)
    | st.decimals(0, 10**9, places=2, allow_nan=False).map(lambda number: f"{number:,}")
    | st.from_regex(r"(?:19|20)[0-9]{6}", fullmatch=True)
    | st.text("0123456789,.", min_size=1, max_size=22)
)
behind = (
    st.just("") | units | words | st.text(max_size=6) | st.text("年月日号季度前后内上以约余多个 ,.%/-~:", max_size=4)
)
texts = (
    st.builds("{}{}".format, numbers, behind)
    | st.builds("{}{}{}".format, numbers, units, words)
    | st.sampled_from((*NASTY, *ACTUALS, *TARGETS))
)
columns = st.lists(st.none() | texts, max_size=12)


def _read(read: Amounts, row: int) -> Amount | None:
    """Give the amount that was read in a row."""
    if read.unit[row] < 0:
        return None
    unit = read.units[read.unit[row]]
    number = Fraction(int(read.mantissa[row]), 10 ** int(read.exponent[row])) * (unit.factor if unit else 1)
    return Amount(Interval(number, number), unit)


@given(columns)
@example(list(NASTY))
@example([*ACTUALS, *TARGETS])
@example([f"{number}{word}" for word in ("年", "月", "日", "号", "季度", "", "%") for number in range(40)])
@example([f"{year}{word}" for word in ("年", "年度", "", "前", "元") for year in range(1890, 2110)])
def test_what_is_read_of_a_column_is_what_its_texts_say(column: list[str | None]) -> None:
    """Verdicts and points equal the scalar engine on every row (E)."""
    for language in (STANDARD, LANGUAGE):
        read = amounts(pa.array(column * OFTEN, pa.string()), language)
        for row, text in enumerate(column):
            amount = _read(read, row)
            assert amount is None or text is not None
            if amount is not None:
                actual = read_actual(text, language)
                assert actual == Actual((text or "").strip(), amount), text


@given(columns, columns, columns)
def test_how_a_column_is_stored_says_nothing(
    before: list[str | None], column: list[str | None], after: list[str | None]
) -> None:
    """It takes and gives Arrow (E): slices, chunks, dictionaries and every type of text."""
    plain = pa.array(column * OFTEN, pa.string())
    wanted = amounts(plain, STANDARD)
    around = pa.array([*before, *column * OFTEN, *after], pa.string())
    part = around.slice(len(before), len(plain))
    several = pa.chunked_array([part, part.slice(0, 0), part.slice(0, 3)])
    stored = (
        *(part, part.cast(pa.large_string()), part.cast(pa.string_view()), part.dictionary_encode(), several),
        *(around.cast(pa.large_string()).slice(len(before), len(plain)), several.dictionary_encode()),
    )
    for each in stored:
        read = amounts(each, STANDARD)
        assert len(read.unit) == len(each)
        found = [_read(read, row) for row in range(len(plain))]
        known = [(one, other) for row in range(len(plain)) if (one := found[row]) and (other := _read(wanted, row))]
        assert all(one == other for one, other in known)
        if not pa.types.is_dictionary(each.type):
            assert found == [_read(wanted, row) for row in range(len(plain))]


@given(st.lists(st.binary(max_size=12), max_size=6))
def test_bytes_that_are_no_text_are_no_amounts(column: list[bytes]) -> None:
    """Bad data gives diagnostics; only bad calls raise (§6)."""
    cells = [b"58" + each for each in column] * OFTEN
    offsets = np.cumsum([0, *map(len, cells)], dtype=np.int32)
    broken = pa.StringArray.from_buffers(len(cells), pa.py_buffer(offsets), pa.py_buffer(b"".join(cells)))
    read = amounts(broken, STANDARD)
    for row, cell in enumerate(cells):
        amount = _read(read, row)
        assert amount is None or amount == read_actual(cell.decode()).value


@pytest.mark.parametrize("unit", ["家", "%", "万元", "人次", "元/人·月", "", "万平方米", "个百分点"])
@pytest.mark.parametrize("number", ["5", "58", "1280", "1,280", "98.5", "98.50", "0.001", "123456789012", "0"])
def test_everyday_amounts_are_read_together(number: str, unit: str) -> None:
    """Numbers and amounts in actual text are read vectorised (E)."""
    read = amounts(pa.array([f"{number}{unit}"] * OFTEN), STANDARD)
    assert set(read.unit) == {0}
    digits, _, decimals = number.replace(",", "").partition(".")
    assert (set(read.mantissa), set(read.exponent)) == ({int(digits + decimals)}, {len(decimals)})
