"""The kinds of blocks, each with its fields, its columns and what its formulas may name; from them the description."""

from collections.abc import Iterable, Iterator
from functools import cache

import attrs

from perfrules.highlighting.description import Description, Match, Part, Region, Scope
from perfrules.highlighting.shapes import BLANKS, COLON, GAP
from perfrules.highlighting.values import fact_part, prose_parts, value_parts
from perfrules.monitoring import facts as monitoring_facts
from perfrules.names import indicator_classes
from perfrules.review import OBJECT_KINDS
from perfrules.rules.blocks import TABLES
from perfrules.rules.methods.methods import FIELDS as METHOD_FIELDS
from perfrules.rules.methods.methods import KEYWORD as METHOD
from perfrules.rules.methods.trials import COLUMNS as METHOD_TRIAL_COLUMNS
from perfrules.rules.reviewing.examples import LAST_YEAR, OTHERS
from perfrules.rules.reviewing.rules import BAD, GOOD
from perfrules.rules.reviewing.rules import FIELDS as RULE_FIELDS
from perfrules.rules.reviewing.rules import KEYWORD as REVIEW_RULE
from perfrules.rules.reviewing.settings import COLUMNS as SETTING_COLUMNS
from perfrules.rules.reviewing.settings import KEYWORD as SETTINGS
from perfrules.rules.reviewing.word_lists import FIELDS as WORD_LIST_FIELDS
from perfrules.rules.reviewing.word_lists import KEYWORD as WORD_LIST
from perfrules.rules.schemes.scheme import FIELDS as SCHEME_FIELDS
from perfrules.rules.schemes.scheme import KEYWORD as SCHEME
from perfrules.rules.schemes.tables import BANDS, TIERS
from perfrules.rules.schemes.values import COLUMNS as SCHEME_COLUMNS
from perfrules.rules.tables.goal_tables import FIELDS as TABLE_FIELDS
from perfrules.rules.tables.goal_tables import SUB_GOAL_FIELDS
from perfrules.rules.tables.indicators import COLUMNS as INDICATOR_COLUMNS
from perfrules.rules.text.fields import Spellings, spelled
from perfrules.rules.trials.trials import COLUMNS as TRIAL_COLUMNS
from perfrules.rules.trials.trials import KEYWORD as TRIAL
from perfrules.rules.words.own_words import FIELDS as WORDS_FIELDS
from perfrules.rules.words.own_words import KEYWORD as WORDS
from perfrules.rules.words.own_words import SCALE_COLUMNS, UNIT_COLUMNS
from perfrules.scoring import facts as scoring_facts
from perfrules.scoring.audited import audited_names
from perfrules.syntax.alternation import alternation

PROSE = {
    *("标题", "编制", "又写", "部门", "资金用途", "目标", "绩效目标", "说明", "依据", "佐证", "免审", "文号", "提示"),
    *("理由", "词", "程度词", "要说明", "数的是", "系列", "继承", "评分办法", "标准", "对象", "级别"),
}
"""The fields and columns that hold words for people or names, not values."""

_NUMBERING = r"(?:[一二三四五六七八九十]+、)?"
_NUMBERED = r"[0-9一二三四五六七八九十]*"
_LABEL = rf"[^\s\u3000:：#](?:(?!{GAP}|{BLANKS}{COLON}).)*"
_ID = r"(?:[A-Z]{2,6}\d{3,4})"
_QUOTED = r'"(?:[^"]|"")*"|「(?:[^」]|」」)*」'


@attrs.frozen
class Kind:
    """A kind of block. Labels of its lines are names, unless `facts` says what formulas name that stand there."""

    name: str
    keywords: tuple[str, ...]
    fields: tuple[Spellings, ...]
    columns: tuple[Spellings, ...] = ()
    parts: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


@cache
def kinds() -> tuple[Kind, ...]:
    """Give every kind of block."""
    scoring = scoring_facts.indicator_names() | scoring_facts.execution_names() | audited_names()
    monitoring = monitoring_facts.explanation_names() | monitoring_facts.completion_names()
    monitoring = monitoring | monitoring_facts.execution_names() | monitoring_facts.comparison_names()
    reviewing = dict.fromkeys(fact.name for kind in OBJECT_KINDS.values() for fact in kind.facts)
    trial = (SCHEME_COLUMNS, TRIAL_COLUMNS)
    return (
        Kind("table", tuple(TABLES), (TABLE_FIELDS, SUB_GOAL_FIELDS), (INDICATOR_COLUMNS,)),
        Kind("scheme", (SCHEME,), (SCHEME_FIELDS,), trial, (BANDS, TIERS, TRIAL), tuple(scoring)),
        Kind("trial", (TRIAL,), ({SCHEME: ()},), (TRIAL_COLUMNS,)),
        Kind("method", (METHOD,), (METHOD_FIELDS,), (METHOD_TRIAL_COLUMNS, {"依据": ()}), (TRIAL,), tuple(monitoring)),
        Kind(
            *("review-rule", (REVIEW_RULE,), (RULE_FIELDS, TABLE_FIELDS), (INDICATOR_COLUMNS,)),
            *((GOOD, BAD, LAST_YEAR, OTHERS), tuple(reviewing)),
        ),
        Kind("word-list", (WORD_LIST,), (WORD_LIST_FIELDS,)),
        Kind("settings", (SETTINGS,), (), (SETTING_COLUMNS,)),
        Kind("words", (WORDS,), (WORDS_FIELDS,), (UNIT_COLUMNS, SCALE_COLUMNS)),
    )


@cache
def description() -> Description:
    """Give the description of ruleset files."""
    parts: dict[str, Part] = {"comments": _comments(), "values": value_parts(), "prose": prose_parts()}
    for kind in kinds():
        parts[f"{kind.name}-lines"] = (*_labels(kind), *_columns(kind))
        formulas = (f"{kind.name}-facts",) if kind.facts else ()
        if kind.facts:
            parts[f"{kind.name}-facts"] = fact_part(kind.facts)
        begin = rf"^({alternation(kind.keywords)})(?=[\s\u3000:：]|$)([ \t\u3000:：]*)({_ID}?)((?:(?!{GAP}).)*)"
        groups = (Scope.BLOCK, None, Scope.CODE, Scope.NAME)
        inside = ("comments", f"{kind.name}-lines", *formulas, "values")
        parts[kind.name] = (Region(begin, groups, r"^(?=[^ \t\u3000\n#])", inside),)
    return Description(("comments", *(kind.name for kind in kinds())), parts)


def _comments() -> Part:
    return (
        Match(rf"^({BLANKS}#.*)$", (Scope.COMMENT,)),
        Match(rf"({GAP})(#.*)$", (None, Scope.COMMENT)),
    )


def _labels(kind: Kind) -> Iterator[Match | Region]:
    """Give what lines begin with, the most telling first."""
    yield Match(rf"^({BLANKS})({alternation(_class_names())})({BLANKS})$", (None, Scope.CLASS, None))
    if kind.parts:
        name, groups = rf"((?:(?!{GAP}|{COLON}).)*)", (None, Scope.BLOCK, Scope.BLOCK, Scope.NAME)
        yield Match(rf"^({BLANKS})({alternation(kind.parts)})({_NUMBERED})(?=[\s\u3000:：]|$){name}", groups)
    running, others = _split(kind.fields)
    if running:
        begin = rf"^({BLANKS}{_NUMBERING})({alternation(running)})({_NUMBERED}{BLANKS}{COLON})"
        yield Region(begin, (None, Scope.FIELD, None), rf"(?={GAP}#)|$", ("prose",), Scope.PROSE)
    fields = [*running, *others]
    if fields:
        end = rf"{_NUMBERED}(?={BLANKS}{COLON}|{BLANKS}$|{GAP})"
        yield Match(rf"^({BLANKS}{_NUMBERING})({alternation(fields)}{end})", (None, Scope.FIELD))
    if kind.facts:
        yield Match(rf"^({BLANKS})(如果没有)((?:(?!{GAP}).)*)", (None, Scope.CONNECTIVE, Scope.CLASS))
        return
    yield Match(rf"^({BLANKS})({_QUOTED})(?={BLANKS}{COLON})", (None, Scope.STRING))
    yield Match(rf"^({BLANKS})({_ID})(?={BLANKS}{COLON})", (None, Scope.CODE))
    yield Match(rf"^({BLANKS})({_LABEL})(?={BLANKS}{COLON}|{GAP})", (None, Scope.INDICATOR))
    yield Match(rf"^({BLANKS}[^\s\u3000:：#][^:：\n]*)$", (None,))


def _columns(kind: Kind) -> Iterator[Match | Region]:
    running, others = _split(kind.columns)
    end = rf"(?=[ \t\u3000]|{COLON}|$)"
    if running:
        begin = rf"({GAP})({alternation(running)}){end}"
        yield Region(begin, (None, Scope.FIELD), rf"(?={GAP})|$", ("prose",), Scope.PROSE)
    if others:
        yield Match(rf"({GAP})({alternation(others)}){end}", (None, Scope.FIELD))


def _split(tables: Iterable[Spellings]) -> tuple[list[str], list[str]]:
    """Give the spellings of the fields that hold prose, and those of the others."""
    merged = [(name, spelled({name: others})) for table in tables for name, others in table.items()]
    running = [word for name, words in merged if name in PROSE for word in words]
    return running, [word for name, words in merged if name not in PROSE for word in words if word not in running]


def _class_names() -> list[str]:
    """Give every way to write the heading of a 一级指标 or 二级指标, with and without 指标."""
    every = [each for top in indicator_classes() for each in (top, *top.parts)]
    stems = [word.removesuffix("指标") for each in every for word in (each.name, *each.spellings)]
    return [word for stem in dict.fromkeys(stems) for word in (stem, f"{stem}指标")]
