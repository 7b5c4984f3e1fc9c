"""The headers of columns: which of the many wordings in use names which field."""

import re
from collections.abc import Mapping
from enum import Enum
from functools import lru_cache

import attrs

from perfrules.names import comparable, standard_wordings
from perfrules.syntax import STANDARD, Language

_UNIT_JOINTS = re.compile("[/·]")
_BRACKETS = re.compile(r"\(([^()]*)\)$")
_PERIOD = re.compile(
    r"^(?:\d{4}年)?(?:0?1月?[-~至到](\d{1,2})月份?|截[至止](\d{1,2})月(?:底|末|份)?|(上半年)|(前三季度))"
)
_ANY_PERIOD = "1-N月"


class Field(Enum):
    """A field of a sheet, by its standard name in `grammar/headers.txt`."""

    PROJECT = "项目名称"
    CATEGORY = "一级指标"
    SUBCATEGORY = "二级指标"
    INDICATOR = "三级指标"
    TARGET = "指标值"
    ADJUSTED_TARGET = "调整指标值"
    SIGN = "计算符号"
    DIRECTION = "指标方向"
    UNIT = "度量单位"
    ACTUAL = "实际完成值"
    BASELINE = "上年值"
    DESCRIPTION = "绩效指标描述"
    BASIS = "指标值确定依据"
    EVIDENCE = "佐证材料"
    REASON = "偏差原因"
    WEIGHT = "分值"
    JUDGEMENT = "评判得分"
    INITIAL = "年初预算数"
    ADJUSTED = "全年预算数"
    SPENT = "全年执行数"
    RATE = "执行率"
    QUARTER_1 = "第一季度"
    QUARTER_2 = "第二季度"
    QUARTER_3 = "第三季度"
    QUARTER_4 = "第四季度"
    FORECAST = "全年预计完成值"
    FORECAST_SPENT = "全年预计执行数"
    CAUSE = "偏差原因类别"
    CAUSE_FUNDS = "经费保障"
    CAUSE_RULES = "制度保障"
    CAUSE_STAFF = "人员保障"
    CAUSE_EQUIPMENT = "硬件条件保障"
    CAUSE_OTHER = "其他原因"
    LIKELIHOOD = "完成目标可能性"
    CERTAIN = "确定能"
    POSSIBLE = "有可能"
    IMPOSSIBLE = "完全不可能"


QUARTERS = (Field.QUARTER_1, Field.QUARTER_2, Field.QUARTER_3, Field.QUARTER_4)


@attrs.frozen
class Lexicon:
    """The wordings of headers with field and rank, the first wording of a field being rank 0; and of special rows.

    `total_rows` sum up others; of these, `grand_totals` sum up a whole table. `grade_labels` stand before the grade.
    """

    wordings: Mapping[str, tuple[Field, int]]
    total_rows: frozenset[str]
    grand_totals: frozenset[str]
    grade_labels: frozenset[str]


@attrs.frozen
class Header:
    """What one header says: its field, how common its wording is, and the unit of the bare numbers under it.

    `through_month` is 7 for 1-7月执行情况: what stands under it was reached by the end of July.
    """

    field: Field
    rank: int
    unit: str = ""
    through_month: int | None = None


@lru_cache(maxsize=64)
def lexicon(language: Language = STANDARD) -> Lexicon:
    """Read `grammar/headers.txt`, and the wordings that a ruleset adds, once for each language.

    >>> lexicon().wordings["完成值"][0]
    <Field.ACTUAL: '实际完成值'>
    """
    entries = dict(standard_wordings())
    for name, own in language.own.headers:
        entries[name] = (*entries[name], *own)
    total_rows, grand_totals, grade_labels = (frozenset(entries.pop(name)) for name in ("合计行", "总分行", "等次栏"))
    wordings = {
        wording: (Field(name), rank) for name, synonyms in entries.items() for rank, wording in enumerate(synonyms)
    }
    return Lexicon(wordings, total_rows, grand_totals, grade_labels)


def read_header(text: str, language: Language = STANDARD) -> Header | None:
    r"""Recognise a header, None where it names no field.

    >>> read_header("全年执行数\n（万元）")
    Header(field=<Field.SPENT: '全年执行数'>, rank=0, unit='万元', through_month=None)
    >>> read_header("1—7月执行情况").through_month
    7
    >>> read_header("备注")
    """
    name, through_month = _without_period(comparable(text))
    bracket = _BRACKETS.search(name)
    wordings = lexicon(language).wordings
    found = wordings.get(name) or (wordings.get(name[: bracket.start()]) if bracket else None)
    if found is None:
        return None
    return Header(*found, unit=as_unit(bracket[1], language) if bracket else "", through_month=through_month)


def _without_period(name: str) -> tuple[str, int | None]:
    """Take the period off a header: the wording with a mark in its place, and the month that it ends with."""
    found = _PERIOD.match(name)
    if found is None:
        return name, None
    month = int(found[1] or found[2] or (6 if found[3] else 9))
    return (f"{_ANY_PERIOD}{name[found.end() :]}", month) if 1 <= month <= 12 else (name, None)


def as_unit(text: str, language: Language = STANDARD) -> str:
    """Give a text back where it is a unit, which `万元` is and `全年` is not; else an empty text."""
    is_label = text.isascii() and text.isalpha()  # forms letter their columns: 全年预算数（A）
    return text if not is_label and all(map(language.units.is_known, _UNIT_JOINTS.split(text))) else ""
