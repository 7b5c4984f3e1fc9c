"""What a case of a trial expects, from the text of its columns to the one way each result is written."""

import re
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from perfrules.evaluation import Verdict
from perfrules.formulas import number_of
from perfrules.names import category_of, comparable, indicator_classes, subcategory_of
from perfrules.rules.schemes.values import wrong
from perfrules.rules.text.formula import parse_formula
from perfrules.rules.text.lines import Piece
from perfrules.rules.text.outline import Problems
from perfrules.trials import Expected
from perfrules.trials.wording import INAPPLICABLE, NOTHING, list_text, points_text
from perfrules.units import exact_text

_NUMBER = r"(\d{1,6}(?:\.\d{1,20})?)分?"
_RANGE = re.compile(rf"{_NUMBER}(?:(?:至|-|~){_NUMBER})?")
_POINTS = re.compile(_NUMBER)
_CODE = re.compile(r"PF\d{3}")
_SEPARATORS = re.compile(r"[、,;\s]+")
_NONE = ("无", "没有", "-", NOTHING)


def read_expected(
    columns: Mapping[str, Piece], possible: Sequence[str], problems: Problems
) -> tuple[Expected, ...] | None:
    """Read the columns that expect something; None where one of them cannot be read or stands on the wrong line."""
    found: list[Expected] = []
    for what, read in _READERS.items():
        text = columns.get(what)
        if text is None or not text.text or (what == "分值" and what not in possible):
            continue
        value = read(text.text) if what in possible else None
        if value is None:
            known = _EXAMPLES[what] if what in possible else f"别的栏目：{'、'.join(possible)}"
            wrong(text, f"这一行试算的{what}", known, problems)
            return None
        found.append(Expected(what, value, text.place))
    return tuple(found)


def read_classes(text: Piece, problems: Problems) -> list[tuple[str, str]] | None:
    """Read `数量指标、数量指标、社会效益指标` into pairs of 一级指标 and 二级指标."""
    found = []
    for word in _words(text.text):
        pair = _class(word)
        if pair is None:
            known = "、".join(each.name for each in indicator_classes())
            wrong(text, "指标类别", f"{known}，或者它们的二级指标", problems)
            return None
        found.append(pair)
    return found


def _class(word: str) -> tuple[str, str] | None:
    if category := category_of(word):
        return category, ""
    part = subcategory_of(word)
    return next(((each.name, part) for each in indicator_classes() if part in [p.name for p in each.parts]), None)


def _words(text: str) -> list[str]:
    return [word for word in _SEPARATORS.split(text.strip().replace("，", ",").replace("；", ";")) if word]


def _points(text: str) -> str | None:
    if comparable(text) == INAPPLICABLE:
        return INAPPLICABLE
    found = _RANGE.fullmatch(comparable(text))
    return points_text(Fraction(found[1]), Fraction(found[2] or found[1])) if found else None


def _weights(text: str) -> str | None:
    found = [_POINTS.fullmatch(comparable(word)) for word in _words(text)]
    return list_text(Fraction(each[1]) for each in found if each) if all(found) else None


def _verdict(text: str) -> str | None:
    return next((verdict.label for verdict in Verdict if verdict.label == comparable(text)), None)


def _rate(text: str) -> str | None:
    if comparable(text) in _NONE:
        return NOTHING
    formula = parse_formula(text)
    number = None if isinstance(formula, int) else number_of(formula, {})
    return None if number is None else exact_text(number)


def _codes(text: str) -> str | None:
    if comparable(text) in _NONE:
        return NOTHING
    codes = _words(text)
    return "、".join(sorted(codes)) if all(map(_CODE.fullmatch, codes)) else None


def _grade(text: str) -> str | None:
    return NOTHING if comparable(text) in _NONE else comparable(text)


_READERS: Mapping[str, Callable[[str], str | None]] = {
    "得分": _points,
    "复核得分": _points,
    "分值": _weights,
    "结论": _verdict,
    "完成率": _rate,
    "诊断": _codes,
    "等次": _grade,
}
_EXAMPLES = {
    "复核得分": "87",
    "得分": "7.73，或者6 至 8、不适用",
    "分值": "25、25、30、10",
    "结论": "达成、未达成、无法判断",
    "完成率": "95%或58/60，没有就写“无”",
    "诊断": "PF514，没有就写“无”",
    "等次": "良，没有就写“无”",
}
