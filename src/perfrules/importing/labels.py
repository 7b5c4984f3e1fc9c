"""The labels of forms: which of the many wordings in use stands beside which item."""

import re
from collections.abc import Mapping
from enum import Enum
from functools import cache, lru_cache

from perfrules.data import read_text
from perfrules.names import comparable
from perfrules.readers.headers import QUARTERS, Field, read_header
from perfrules.syntax import STANDARD, Language

_BRACKETS = re.compile(r"\([^()]*\)$")
_LONGEST = 30


class Item(Enum):
    """What a label of a form stands for, by its standard name in `grammar/forms.txt`."""

    PROJECT = "项目名称"
    CODE = "项目编码"
    DEPARTMENT = "主管部门"
    YEAR = "年度"
    BUDGET = "预算数"
    SOURCE = "资金来源"
    PURPOSE = "资金用途"
    PLAN = "支出计划"
    GOALS = "绩效目标"
    EXPECTED = "预期目标"
    OTHER_PERIOD = "其他时期目标"
    REACHED = "实际完成"
    OVERALL = "总体目标标题"
    SUB_GOALS = "分项目标标题"
    SAFEGUARDS = "保障措施标题"
    SUB_GOAL = "分项目标栏"
    SUB_INDICATORS = "分项指标栏"
    TASK = "任务名称"
    CONTENT = "任务内容"
    TIER = "评价档次"


HEADINGS = (Item.OVERALL, Item.SUB_GOALS, Item.SAFEGUARDS)
"""Items that head a part of a narrative."""

UNDER_A_HEADING = (Item.SUB_GOAL, Item.SUB_INDICATORS)

_ON_FORMS = tuple(
    item for item in Item if item not in (*HEADINGS, *UNDER_A_HEADING, Item.TASK, Item.CONTENT, Item.TIER)
)


@cache
def _wordings() -> Mapping[Item, frozenset[str]]:
    lines = [line for line in read_text("grammar/forms.txt").splitlines() if line.strip() and not line.startswith("#")]
    pairs = (line.partition("：") for line in lines)
    return {Item(name.strip()): frozenset(map(comparable, wordings.split("、"))) for name, _, wordings in pairs}


def is_called(item: Item, text: str) -> bool:
    """Whether a text is a wording of an item.

    >>> is_called(Item.OVERALL, "总体绩效目标")
    True
    """
    return comparable(text) in _wordings()[item]


def item_of(text: str, language: Language = STANDARD) -> Item | None:
    r"""Recognise a label of a form, None where a text is none.

    >>> item_of("其中：财政资金"), item_of("资金支出计划\n（累进进度%）"), item_of("1280万元")
    (<Item.SOURCE: '资金来源'>, <Item.PLAN: '支出计划'>, None)
    """
    return None if len(text) > _LONGEST else _item_of(text, language)


@lru_cache(maxsize=4096)
def _item_of(text: str, language: Language) -> Item | None:
    name = _BRACKETS.sub("", comparable(text).rstrip(":")).removeprefix("其中").lstrip(":").rstrip(":")
    header = read_header(text.rstrip("：: "), language)
    if header is not None and header.field is Field.PROJECT:
        return Item.PROJECT
    return next((item for item in _ON_FORMS if name in _wordings().get(item, ())), None)


def quarter_of(text: str, language: Language = STANDARD) -> int | None:
    """Give the quarter that a label names, counted from 0.

    >>> quarter_of("第三季度"), quarter_of("年度")
    (2, None)
    """
    header = None if len(text) > _LONGEST else read_header(text, language)
    return QUARTERS.index(header.field) if header is not None and header.field in QUARTERS else None
