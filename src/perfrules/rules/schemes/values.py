"""The values that a scheme is made of: points, shares, dates, roundings, formulas, columns, each from its text."""

import re
from contextlib import suppress
from datetime import date
from fractions import Fraction

from perfrules import targets
from perfrules.diagnostics import Code
from perfrules.formulas import Formula, Number
from perfrules.names import comparable
from perfrules.rules.text.fields import Spellings, unknown_field, value_of
from perfrules.rules.text.formula import DEEPEST, LONGEST, parse_formula
from perfrules.rules.text.lines import Piece, piece
from perfrules.rules.text.outline import Entry, Problems
from perfrules.scoring import Averaging, Inapplicable, Leftover, Parameter, Rounding, RoundingMode
from perfrules.syntax import STANDARD, Language
from perfrules.syntax.folding import fold
from perfrules.targets import Amounts, Interval, Target

COLUMNS: Spellings = {"依据": (), "提示": (), "满分": ()}

_POINTS = re.compile(r"(\+?)(\d{1,6}(?:\.\d{1,6})?)分?")
_DATE = re.compile(r"(\d{4})(?:年|-)(\d{1,2})(?:月|-)(\d{1,2})日?")
_PLACES = re.compile(r"保留(\d)位小数")
_ROUNDING = re.compile(r"(?:保留(\d)位小数|取整数?)(?:,(.+))?")


def columns_of(entry: Entry, problems: Problems) -> dict[str, str]:
    """Give the columns of a line by their names, empty where they are not given."""
    found = dict.fromkeys(COLUMNS, "")
    for column in entry.line.columns:
        if column.key.text in COLUMNS:
            found[column.key.text] = column.text.text
        else:
            unknown_field(column.key, "评分办法", COLUMNS, problems)
    return found


def stated(entry: Entry) -> Piece:
    """Give what stands behind the colon, or the line itself where there is none, so that a message can point at it."""
    value = value_of(entry)
    return value if value.text else entry.line.whole


def wrong(text: Piece, what: str, example: str, problems: Problems) -> None:
    """Say that a text cannot stand where it does, and what could."""
    problems.add(Code.VALUE_WRONG, text, text=text.text, what=what, example=example)


def read_points(text: Piece, problems: Problems, *, signed: bool = False) -> tuple[Fraction, bool] | None:
    """Read `10分`; with `signed`, `+10分` too. Gives the points, and whether they are on top of former ones."""
    found = _POINTS.fullmatch(comparable(text.text))
    if found is None or (found[1] and not signed):
        wrong(text, "分值", "10分或+10分" if signed else "10分", problems)
        return None
    return Fraction(found[2]), bool(found[1])


def read_date(text: Piece, problems: Problems) -> date | None:
    """Read a day."""
    found = _DATE.fullmatch(comparable(text.text))
    with suppress(ValueError):
        if found is not None:
            return date(*map(int, found.groups()))
    wrong(text, "日期", "2020年2月25日", problems)
    return None


def read_places(text: Piece, problems: Problems) -> int | None:
    """Read the decimals of a divided weight."""
    found = _PLACES.fullmatch(comparable(text.text))
    if found is None:
        wrong(text, "分摊的小数位", "保留2位小数", problems)
        return None
    return int(found[1])


def read_rounding(text: Piece, basis: str, problems: Problems) -> Rounding | None:
    """Read how points are rounded: `保留2位小数，四舍五入`, `取整数，舍去`, `不取舍`."""
    words = comparable(text.text)
    if words == "不取舍":
        return Rounding(basis=basis)
    found = _ROUNDING.fullmatch(words)
    modes = {mode.value: mode for mode in RoundingMode}
    if found is None or (found[2] or RoundingMode.HALF_UP.value) not in modes:
        wrong(text, "得分的取舍", "保留2位小数，四舍五入", problems)
        return None
    return Rounding(int(found[1] or 0), modes[found[2] or RoundingMode.HALF_UP.value], basis)


def read_leftover(text: Piece, problems: Problems) -> Leftover | None:
    """Read what becomes of the weight of a missing class."""
    found = next((each for each in Leftover if each.value == comparable(text.text)), None)
    if found is None:
        wrong(text, "缺少的分值的去向", "或".join(each.value for each in Leftover), problems)
    return found


def read_inapplicable(text: Piece, problems: Problems) -> Inapplicable | None:
    """Read what becomes of the weight of a line that does not apply."""
    found = next((each for each in Inapplicable if each.value == comparable(text.text)), None)
    if found is None:
        wrong(text, "不适用的指标的处理", "或".join(each.value for each in Inapplicable), problems)
    return found


def read_averaging(text: Piece, problems: Problems) -> Averaging | None:
    """Read what a project counts in its department."""
    found = next((each for each in Averaging if each.value == comparable(text.text)), None)
    if found is None:
        wrong(text, "部门得分的算法", "或".join(each.value for each in Averaging), problems)
    return found


def read_interval(
    text: Piece, what: str, example: str, problems: Problems, *, within: Interval | None = None
) -> Interval | None:
    """Read a range of numbers in the indicator language, in base units: `[80, 100]%` is from 4/5 to 1."""
    region = targets.parse(text.text).region
    numbers = region.interval if isinstance(region, Amounts) and not region.unit.dimension else None
    if numbers is not None and (within is None or within.includes(numbers)):
        return numbers
    wrong(text, what, example, problems)
    return None


def read_band(text: Piece, problems: Problems) -> Target | None:
    """Read the actual values that a band is for: any target of the indicator language with a set of numbers."""
    target = targets.parse(text.text)
    if isinstance(target.region, Amounts):
        return target
    wrong(text, "分档的范围", "≥90%或[80, 90)%", problems)
    return None


def read_parameter(name: Piece, text: Piece, basis: str, problems: Problems) -> Parameter | None:
    """Read a parameter: a number, a percentage or points."""
    number = parse_formula(text.text)
    value = number.value if isinstance(number, Number) else None
    if not isinstance(value, Fraction):
        wrong(text, f"参数“{name.text}”的值", "60%", problems)
        return None
    return Parameter(comparable(name.text), value, fold(text.text), basis)


def read_formula(text: Piece, problems: Problems, language: Language = STANDARD) -> Formula | None:
    """Read a formula, and point at the character where it stops making sense."""
    found = parse_formula(text.text, language)
    if not isinstance(found, int):
        return found
    span = text.place.span
    where = piece(text.place.source, min(span.start + found, span.end), span.end)
    problems.add(Code.FORMULA_WRONG, where, text=text.text, most=LONGEST, deepest=DEEPEST)
    return None
