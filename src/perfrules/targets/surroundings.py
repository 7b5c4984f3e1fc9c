"""Reads what the context of a cell says: the operator and unit of its columns and of the indicator's name."""

import re
from functools import cache, lru_cache

import attrs

from perfrules.diagnostics import Code, Diagnostic
from perfrules.syntax import (
    Blank,
    Bound,
    Expression,
    Language,
    Op,
    Origin,
    UnitFactors,
    fold,
    read_operator,
    read_target,
    read_unit,
    words,
)
from perfrules.targets.context import Context
from perfrules.targets.unread import nearest_unit, unit_hint

_QUALITATIVE_SIGNS = frozenset({"定性", "定性指标"})
_NO_UNIT = frozenset({"", "无", "/", "-", "--"})
_HIGHER = frozenset({"正向", "正向指标", "越大越好", "越高越好"})
_LOWER = frozenset({"反向", "反向指标", "逆向", "逆向指标", "负向", "负向指标", "越小越好", "越低越好"})
_NEUTRAL = frozenset({"适度", "适度指标", "定性", "定性指标", "定量", "定量指标"})
_BRACKETS = re.compile(r"\(([^()]*)\)\s*$")


_TAIL = (
    "发生|出现|次数|起数|件数|人数|例数|个数|户数|数量|数额|金额|总数|总量|总额|人次|天数|项目数"
    "|案件|事件|情况|比例|占比|比率|程度|水平|起|数|量|率|性|度"
)
"""What may follow the head of a name without changing what it asks for."""

_HEAD = 40
"""How many characters at the end of a name are looked at for its head."""


@attrs.frozen
class Surroundings:
    """What the context says about operator and unit.

    `column_op` is of the operator column, `template_op` of a template in the name (`…率(≥**%)`), `direction_op` of
    the direction column. `unit` is of the unit column, else of the name, and `unit_place` says which.
    `name_target` is a complete target in brackets behind the name.
    """

    column_op: Op | None = None
    says_qualitative: bool = False
    template_op: Op | None = None
    direction_op: Op | None = None
    unit: UnitFactors = ()
    unit_place: str = "单位列"
    name_target: Expression | None = None
    name_target_text: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def operator(self) -> tuple[Op, Origin] | None:
        """The operator that the context writes down, from the first place that has one."""
        places = (
            (self.column_op, Origin.COLUMN),
            (self.template_op, Origin.TEMPLATE),
            (self.direction_op, Origin.DIRECTION),
        )
        return next(((op, origin) for op, origin in places if op is not None), None)


@lru_cache(maxsize=4096)
def surroundings(context: Context) -> Surroundings:
    """Read the context of a cell."""
    column_op, says_qualitative, direction_op, diagnostics = _columns(context)
    unit, unread = _unit_column(context.unit, context.language)
    template, template_text = _bracketed(context.name, context.language)
    template_op, unit_place = None, "单位列"
    if isinstance(template, Blank):
        template_op = template.op
        if not unit and template.unit:
            unit, unit_place = template.unit, "指标名称"
    is_target = isinstance(template, Bound) and template.op is not None
    return Surroundings(
        column_op,
        says_qualitative,
        template_op,
        direction_op,
        unit,
        unit_place,
        template if is_target else None,
        template_text if is_target else "",
        (*diagnostics, *unread),
    )


def _columns(context: Context) -> tuple[Op | None, bool, Op | None, list[Diagnostic]]:
    """Operator, whether 定性 is said, and direction. The header 指标性质 may hold any of them: the value tells."""
    sign, direction = fold(context.sign).strip(), fold(context.direction).strip()
    diagnostics = []
    column_op = read_operator(sign) if sign else None
    if sign and column_op is None:
        if sign in _HIGHER or sign in _LOWER:
            direction = direction or sign
        elif sign not in _NEUTRAL:
            diagnostics.append(Diagnostic.of(Code.SIGN_UNREAD, sign=context.sign))
    direction_op = Op.GE if direction in _HIGHER else Op.LE if direction in _LOWER else None
    if direction and direction_op is None and direction not in _NEUTRAL:
        diagnostics.append(Diagnostic.of(Code.DIRECTION_UNREAD, direction=context.direction))
    return column_op, sign in _QUALITATIVE_SIGNS, direction_op, diagnostics


def _unit_column(text: str, language: Language) -> tuple[UnitFactors, list[Diagnostic]]:
    if fold(text).strip() in _NO_UNIT:
        return (), []
    unit = read_unit(text, language)
    if unit is not None:
        return unit, []
    return (), [Diagnostic.of(Code.UNIT_UNREAD, unit=text, hint=unit_hint(nearest_unit(text.strip(), language)))]


def _bracketed(name: str, language: Language) -> tuple[Expression | None, str]:
    """Read the brackets that a name ends in."""
    found = _BRACKETS.search(fold(name))
    return (read_target(found[1], language), found[1]) if found else (None, "")


@cache
def _polarity_words() -> tuple[re.Pattern[str], dict[str, Op]]:
    sections = words()
    ops = {word: Op.LE for section in ("BAD", "LOWER") for word in sections[section].meanings}
    ops |= dict.fromkeys(sections["HIGHER"].meanings, Op.GE)
    longest_first = "|".join(re.escape(word) for word in sorted(ops, key=len, reverse=True))
    return re.compile(f"({longest_first})(?:{_TAIL})*$"), ops


_NEGATION = re.compile("(?:未|不|非|没有|无)(?:按期|按时|及时|如期|能|被|予)?$")


@lru_cache(maxsize=4096)
def polarity_of_name(name: str) -> Op | None:
    """Say what the head of a name asks for: its last word but for 次数, 率 and the like.

    A word in the middle says nothing: 死亡家庭扶助人数 counts what is wanted. Nor does a bad thing that is dealt with
    (查处违法案件数量), lowered (能耗下降率) or absent (无故障时间); and a good thing negated is bad (未完成率).

    >>> [polarity_of_name(name) for name in ("群众投诉次数", "投诉处理满意度", "死亡家庭扶助人数")]
    [<Op.LE: '≤'>, <Op.GE: '≥'>, None]
    >>> [polarity_of_name(name) for name in ("查处违法案件数量", "能耗下降率", "未按期整改率")]
    [None, None, <Op.LE: '≤'>]
    """
    pattern, ops = _polarity_words()
    head = _BRACKETS.sub("", fold(name)).strip()[-_HEAD:]
    found = pattern.search(head)
    if found is None:
        return None
    before = head[: found.start()]
    if ops[found[1]] is Op.GE:
        return Op.LE if _NEGATION.search(before) else Op.GE
    harmless = name_says(before, "DEALING") or name_says(head, "SAVING") or before.endswith("无")
    return None if harmless else Op.LE


def name_says(name: str, section: str, *, at_end: bool = False) -> bool:
    """Whether a name holds, or ends in, a word of a section of the lexicon; a 率 or 数 behind the word is no matter.

    >>> name_says("补助资金发放标准", "MONEY"), name_says("培训合格率(%)", "SHARE_NAME", at_end=True)
    (True, True)
    """
    spellings = tuple(words()[section].meanings)
    if not at_end:
        return any(word in name for word in spellings)
    head = _BRACKETS.sub("", fold(name)).strip()
    return head.endswith(spellings) or head.rstrip("率数性").endswith(spellings)


@cache
def _event_at_end() -> re.Pattern[str]:
    return re.compile(
        f"({words()['STARTED'].regexp()})(?:工作)?(?:完成)?(?:时间|日期|时限|期限|节点|及时率|及时性|情况)?$"
    )


def event_of_name(name: str) -> str:
    """Give what is to happen by a date, where the head of a name says so and it is no completion.

    >>> event_of_name("项目开工时间"), event_of_name("开工项目完成时间")
    ('开工', '')
    """
    found = _event_at_end().search(_BRACKETS.sub("", fold(name)).strip()[-_HEAD:])
    return words()["STARTED"].meaning(found[1]) if found else ""
