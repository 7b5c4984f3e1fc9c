"""One case of a trial: what its line gives, by the kind of case that its label stands for."""

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from perfrules import targets
from perfrules.actuals import read_actual
from perfrules.diagnostics import Code
from perfrules.names import comparable
from perfrules.rules.schemes.values import read_points
from perfrules.rules.tables.amounts import read_money
from perfrules.rules.text.lines import Piece
from perfrules.rules.text.outline import Entry, Problems
from perfrules.rules.trials.values import read_classes, read_expected
from perfrules.syntax import Language
from perfrules.tables import GoalTable, Indicator
from perfrules.trials import AuditedCase, Case, ExecutionCase, Expected, GradeCase, IndicatorCase, WeightsCase
from perfrules.units import Quantity

_INDICATOR_EXPECTING = ("结论", "完成率", "得分", "诊断")
_EXPECTING = {"预算执行率": ("得分", "诊断"), "总分": ("等次",), "自评得分": ("复核得分",), "指标类别": ("分值",)}
"""What lines can expect: those whose label is a name of an indicator, and the others by their label."""

_YEAR = re.compile(r"((?:19|20)\d\d)年?")

Columns = Mapping[str, Piece]


def read_case(entry: Entry, columns: Columns, language: Language, problems: Problems) -> Case | None:
    """Read a case; None where something that it cannot do without is missing or unreadable."""
    label = comparable(entry.label)
    possible = _EXPECTING.get(label, _INDICATOR_EXPECTING)
    expected = read_expected(columns, possible, problems)
    if expected is None:
        return None
    if not expected:
        whole = entry.line.whole
        problems.add(Code.TRIAL_EXPECTS_NOTHING, whole, text=whole.text, known="、".join(possible))
        return None
    value = entry.line.value or entry.line.label
    match label:
        case "预算执行率":
            spent, adjusted = (_money(columns, name, problems) for name in ("全年执行数", "全年预算数"))
            return ExecutionCase(spent=spent, adjusted=adjusted, expected=expected, place=entry.place)
        case "自评得分":
            own, taken = read_points(value, problems), _points(columns, "扣分", problems) or Fraction(0)
            return (
                AuditedCase(self_score=own[0], deduction=taken, expected=expected, place=entry.place) if own else None
            )
        case "总分":
            points = read_points(value, problems)
            return GradeCase(total=points[0], text=value.text, expected=expected, place=entry.place) if points else None
        case "指标类别":
            table = _table(value, problems)
            return WeightsCase(table=table, text=value.text, expected=expected, place=entry.place) if table else None
        case _:
            return _indicator_case(entry, columns, language, expected, problems)


def _indicator_case(
    entry: Entry, columns: Columns, language: Language, expected: tuple[Expected, ...], problems: Problems
) -> IndicatorCase | None:
    weight = _points(columns, "分值", problems)
    if weight is None and any(each.what in ("得分", "诊断") for each in expected):
        if "分值" not in columns:
            problems.add(Code.TRIAL_WITHOUT_WEIGHT, entry.line.whole, text=entry.line.whole.text)
        return None
    judgement = _points(columns, "评判分", problems)
    return IndicatorCase(
        indicator=_indicator(entry, columns, language, problems),
        actual=read_actual(_text(columns, "实际值"), language),
        weight=weight,
        baseline=read_actual(_text(columns, "上年值"), language) if "上年值" in columns else None,
        judgement=None if judgement is None else Decimal(judgement.numerator) / Decimal(judgement.denominator),
        budget=_money(columns, "全年预算数", problems),
        expected=expected,
        place=entry.place,
    )


def _indicator(entry: Entry, columns: Columns, language: Language, problems: Problems) -> Indicator:
    category, subcategory = _text(columns, "一级指标"), _text(columns, "二级指标")
    value = entry.line.value
    target = targets.parse(
        "" if value is None else value.text,
        sign=_text(columns, "符号"),
        unit=_text(columns, "单位"),
        direction=_text(columns, "方向"),
        name=entry.label,
        category=category,
        subcategory=subcategory,
        year=_year(columns, problems),
        language=language,
    )
    return Indicator(entry.label, target, category, subcategory, place=entry.place)


def _text(columns: Columns, name: str) -> str:
    return columns[name].text if name in columns else ""


def _points(columns: Columns, name: str, problems: Problems) -> Fraction | None:
    read = read_points(columns[name], problems) if name in columns else None
    return read[0] if read else None


def _money(columns: Columns, name: str, problems: Problems) -> Quantity | None:
    return read_money(columns[name], problems) if name in columns else None


def _year(columns: Columns, problems: Problems) -> int | None:
    if "年度" not in columns:
        return None
    year = _YEAR.fullmatch(comparable(columns["年度"].text))
    if year is None:
        problems.add(Code.YEAR_WRONG, columns["年度"], text=columns["年度"].text)
        return None
    return int(year[1])


def _table(text: Piece, problems: Problems) -> GoalTable | None:
    classes = read_classes(text, problems)
    if classes is None:
        return None
    target = targets.parse("≥1个")
    return GoalTable(text.text, indicators=tuple(Indicator(str(n), target, *each) for n, each in enumerate(classes, 1)))
