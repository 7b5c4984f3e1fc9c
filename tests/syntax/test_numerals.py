"""Chinese numerals against a library, number by number."""

import re
from fractions import Fraction

import pytest

from perfrules.syntax.numerals import REGEXP, numeral

cn2an = pytest.importorskip("cn2an", reason="cn2an is the oracle of the numerals")

MIXED = ["五万四千", "一万零五十", "一亿零三百", "两亿三千万", "十二万五千", "一千二百三十四万五千六百七十八"]


@pytest.mark.parametrize("start", range(1, 10_000, 1_000))
def test_every_number_below_ten_thousand_is_read_as_the_library_reads_it(start: int) -> None:
    for number in range(start, start + 999):
        text = cn2an.an2cn(number)
        assert re.fullmatch(REGEXP, text), text
        assert numeral(text) == number
        assert numeral(text.replace("二百", "两百").replace("二千", "两千")) == number


@pytest.mark.parametrize("text", MIXED)
def test_larger_numbers_too(text: str) -> None:
    assert re.fullmatch(REGEXP, text)
    assert numeral(text) == Fraction(cn2an.cn2an(text.replace("两", "二"), "strict"))


@pytest.mark.parametrize("text", ["三百五", "一万二", "5万2", "一二三", "十百", "百", "万", "一百十百", "几十"])
def test_what_is_not_said_in_full_is_no_numeral(text: str) -> None:
    assert re.fullmatch(REGEXP, text) is None
