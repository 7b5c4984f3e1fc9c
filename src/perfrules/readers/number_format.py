"""A cell of a workbook as the text that a person sees in it, without the rounding that the screen does."""

import re
from datetime import date, datetime, time, timedelta
from decimal import Context, Decimal

# A spreadsheet keeps and shows at most 15 digits; what a binary float has beyond them nobody typed.
_DIGITS = Context(prec=15)
_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_SECTION_HEAD = re.compile(r"\[[^\]]*\]")


def shown_text(value: object, number_format: str) -> str:
    """Give the text of a cell from its stored value and its number format.

    Percent formats and units that a format adds are part of what the person sees; digits that a format hides are kept.
    A date whose format shows no day is a month, and one that shows no month is a year.

    >>> shown_text(0.896, "0.0%"), shown_text(58, '0"家"'), shown_text(1280, "#,##0.00")
    ('89.6%', '58家', '1280')
    >>> shown_text(datetime(2023, 12, 1), 'yyyy"年"m"月"')
    '2023年12月'
    """
    match value:
        case None:
            return ""
        case bool():
            return "是" if value else "否"
        case int() | float() | Decimal():
            return _number(value, _first_section(number_format))
        case datetime() | date():
            return _date(value, _SECTION_HEAD.sub("", _LITERAL.sub("", number_format)).lower())
        case time() | timedelta():
            return str(value)
        case _:
            return str(value)


def _first_section(number_format: str) -> str:
    return _SECTION_HEAD.sub("", number_format.split(";", maxsplit=1)[0])


def _number(value: int | float | Decimal, number_format: str) -> str:
    number = _DIGITS.create_decimal(str(value))
    literals = "".join(quoted or escaped for quoted, escaped in _LITERAL.findall(number_format)).strip()
    if "%" in _LITERAL.sub("", number_format):
        return f"{plain(number * 100)}%{literals}"
    return f"{plain(number)}{literals}"


def plain(number: Decimal) -> str:
    """Write a number without exponent and without zeros at its end.

    >>> plain(Decimal("1.50")), plain(Decimal("1E+3"))
    ('1.5', '1000')
    """
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def _date(value: date, number_format: str) -> str:
    if "y" in number_format and "m" not in number_format:
        return f"{value.year}年"
    if "m" in number_format and "d" not in number_format and "y" in number_format:
        return f"{value.year}年{value.month}月"
    return f"{value.year}年{value.month}月{value.day}日"
