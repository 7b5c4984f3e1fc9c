"""Numbers as Word writes them before paragraphs: 一, (1), ③, iv."""

from collections.abc import Callable, Mapping
from functools import partial

_DIGITS = "零一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"


def _chinese(number: int) -> str:
    """Write a number as 一, 十二, 二十.

    >>> _chinese(2), _chinese(12), _chinese(105)
    ('二', '十二', '一百零五')
    """
    text = ""
    for unit, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = number // size % 10
        if digit:
            gap = "零" if text and not text.endswith("零") and number // size // 10 % 10 == 0 else ""
            text += f"{gap}{_DIGITS[digit]}{unit}"
    return text.removeprefix("一") if text.startswith("一十") else text


def _digit_by_digit(digits: str, number: int) -> str:
    return "".join(digits[int(each)] for each in str(number))


def _one_of(signs: str, number: int) -> str:
    return signs[(number - 1) % len(signs)]


def _letters(number: int) -> str:
    """Word repeats the letter: z is followed by aa, then bb."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    text = ""
    pairs = zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), _ROMAN, strict=True)
    for size, letters in pairs:
        text += letters * (number // size)
        number %= size
    return text


_ROMAN = ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i")

FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": "{:02}".format,
    "decimalFullWidth": lambda number: "".join(chr(ord(each) + 0xFEE0) for each in str(number)),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "chineseLegalSimplified": lambda number: _LEGAL[number] if number < 10 else "",
    "ideographDigital": partial(_digit_by_digit, "〇" + _DIGITS[1:]),
    "ideographTraditional": partial(_one_of, _STEMS),
    "ideographZodiac": partial(_one_of, _BRANCHES),
    "decimalEnclosedCircle": lambda number: chr(0x245F + number) if number <= 20 else str(number),
    "decimalEnclosedCircleChinese": lambda number: chr(0x245F + number) if number <= 20 else str(number),
    "decimalEnclosedParen": lambda number: chr(0x2473 + number) if number <= 20 else f"({number})",
    "decimalEnclosedFullstop": lambda number: chr(0x2487 + number) if number <= 20 else f"{number}.",
    **dict.fromkeys(
        (
            *("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting"),
            *("taiwaneseCountingThousand", "japaneseDigitalTenThousand"),
        ),
        _chinese,
    ),
}
"""How Word writes a number. What is not here, such as a bullet, is not written."""
