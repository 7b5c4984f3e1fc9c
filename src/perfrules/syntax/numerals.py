"""Chinese numerals: which words are one, and the exact number they are.

Only what is said in full is a numeral: 三百五 leaves out a place, and is not read. The core stays free of a library for
thirty lines; the tests compare every number with one.
"""

import re
from fractions import Fraction

_DIGITS = {"零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_PLACES = {"十": 10, "百": 100, "千": 1000}

DIGITS = "[\\d一二两三四五六七八九十百千半]"
"""What a number can begin with."""

_D = "[一二两三四五六七八九]"
_TENS = f"{_D}?十{_D}?"
_HUNDREDS = f"{_D}百(?:零{_D}|{_D}十{_D}?)?"
_THOUSANDS = f"{_D}千(?:零(?:{_TENS}|{_D})|{_HUNDREDS})?"
_SECTION = f"(?:{_THOUSANDS}|{_HUNDREDS}|{_TENS}|{_D})"
_PART = rf"(?:\d{{1,4}}|{_SECTION})"
# Behind 万 a lone digit leaves out its place (一万二 is 12,000, not 10,002), so that it is none.
_LOWER_PART = rf"(?:\d[千百]|\d{{4}}|{_THOUSANDS}|{_HUNDREDS}|{_TENS}|零(?:{_SECTION}|\d{{1,3}}))"

# 一批, 一定, 一次性 and the like count nothing.
_NOT_COUNTED = "(?!一(?:批|些|定|般|系列|次性|体|流|致|并|律|线))"
# 1亿5000万元 is one number of 元; were the 万 left to the unit, it would be another.
_WHOLE = r"(?![\d千百万亿])"
_PLACED = r"\d千(?:\d百)?|\d百"
"""Digits with their places, as in 1亿2千万."""
_MIXED = (
    rf"(?:{_PART}亿零?)?{_PART}万{_LOWER_PART}{_WHOLE}|{_PART}亿{_LOWER_PART}{_WHOLE}"
    rf"|{_PART}亿零?(?:{_PLACED}|{_PART})万|\d千\d百(?![\d十])"
)
REGEXP = rf"{_NOT_COUNTED}(?:{_MIXED}|半(?=[年个天日月])|{_SECTION})"
"""A numeral in characters, or in characters and digits mixed (5万4千)."""

_WHOLE_NUMBER = rf"(?:\d{{1,9}}(?![\d.])|{_SECTION})"
SHARE_REGEXP = (
    rf"[百千万]分之(?:百|\d{{1,9}}(?:\.\d{{1,9}})?|{_SECTION})"
    rf"|(?:{_SECTION}|[1-9]\d{{0,3}})分之{_WHOLE_NUMBER}"
)
"""百分之九十五, 三分之二."""

_SHARES = {"百": "%", "千": "‰", "万": "‱"}


def numeral(text: str) -> Fraction:
    """Give the number of a numeral.

    >>> [str(numeral(text)) for text in ("一百二十八", "两千零五", "十", "5万4千", "一亿零三百", "半")]
    ['128', '2005', '10', '54000', '100000300', '1/2']
    """
    if text == "半":
        return Fraction(1, 2)
    total, rest = 0, text
    for scale, size in (("亿", 10**8), ("万", 10**4)):
        part, found, lower = rest.partition(scale)
        if found:
            total, rest = total + _section(part) * size, lower
    return Fraction(total + _section(rest))


def _section(text: str) -> int:
    """Give a number below ten thousand, in characters, digits, or digits with one place (4千)."""
    if text.isdecimal():
        return int(text)
    total = digit = 0
    for char in text:
        if char in _PLACES:
            total, digit = total + _PLACES[char] * (digit or 1), 0
        else:
            digit = int(char) if char.isdecimal() else _DIGITS[char]
    return total + digit


def share(text: str) -> tuple[Fraction, str]:
    """Give the number of 百分之九十五 with its unit; of 三分之二 the fraction itself, without one.

    >>> share("百分之九十五"), share("三分之二"), share("万分之5")
    ((Fraction(95, 1), '%'), (Fraction(2, 3), ''), (Fraction(5, 1), '‱'))
    """
    if "/" in text:
        return Fraction(text), ""
    under, _, over = text.partition("分之")
    number = Fraction(100) if over == "百" else Fraction(over) if re.match(r"\d", over) else numeral(over)
    if under in _SHARES:
        return number, _SHARES[under]
    return number / numeral(under), ""
