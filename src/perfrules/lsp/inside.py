"""What a line stands inside of, and so what it can be: the shape of every kind of block, in one place.

Reading decides what a line means; this only tells where one is, also in blocks that make no sense yet.
"""

from collections.abc import Iterable, Iterator
from enum import Enum, auto

from perfrules.lsp.document import Document
from perfrules.names import category_of, comparable, subcategory_of
from perfrules.rules.blocks import BLOCKS, TABLES
from perfrules.rules.methods.methods import FIELDS as METHOD_FIELDS
from perfrules.rules.methods.methods import KEYWORD as METHOD
from perfrules.rules.reviewing.rules import BAD, GOOD
from perfrules.rules.reviewing.rules import FIELDS as RULE_FIELDS
from perfrules.rules.reviewing.rules import KEYWORD as REVIEW_RULE
from perfrules.rules.reviewing.settings import KEYWORD as SETTINGS
from perfrules.rules.reviewing.word_lists import KEYWORD as WORD_LIST
from perfrules.rules.schemes.scheme import FIELDS as SCHEME_FIELDS
from perfrules.rules.schemes.scheme import KEYWORD as SCHEME
from perfrules.rules.schemes.tables import BANDS, TIERS
from perfrules.rules.tables.goal_tables import FIELDS as TABLE_FIELDS
from perfrules.rules.text.fields import field_named
from perfrules.rules.text.headers import begins_with
from perfrules.rules.text.lines import Line
from perfrules.rules.text.outline import Entry
from perfrules.rules.trials.trials import KEYWORD as TRIAL
from perfrules.rules.words.own_words import FIELDS as WORDS_FIELDS
from perfrules.rules.words.own_words import KEYWORD as WORDS


class Inside(Enum):
    """What the lines under a line are part of."""

    TOP = auto()
    TABLE = auto()
    CATEGORY = auto()
    INDICATORS = auto()
    INDICATOR = auto()
    SUB_GOALS = auto()
    SUB_GOAL = auto()
    SCHEME = auto()
    WEIGHTS = auto()
    RULES = auto()
    EXECUTION = auto()
    AUDITED = auto()
    PARAMETERS = auto()
    BANDS = auto()
    TIERS = auto()
    SCHEME_TRIAL = auto()
    TRIAL = auto()
    CASE = auto()
    METHOD = auto()
    LIGHTS = auto()
    REMARKS = auto()
    METHOD_TRIAL = auto()
    REVIEW_RULE = auto()
    WORD_LIST = auto()
    SETTINGS = auto()
    SETTING = auto()
    WORDS = auto()
    UNITS = auto()
    SCALES = auto()
    ITEMS = auto()
    """Lines with names that nobody knows beforehand, or running text."""


_BLOCKS = {
    **dict.fromkeys(TABLES, Inside.TABLE),
    SCHEME: Inside.SCHEME,
    TRIAL: Inside.TRIAL,
    METHOD: Inside.METHOD,
    REVIEW_RULE: Inside.REVIEW_RULE,
    WORD_LIST: Inside.WORD_LIST,
    SETTINGS: Inside.SETTINGS,
    WORDS: Inside.WORDS,
}
_SCHEME = {
    "分值": Inside.WEIGHTS,
    "得分": Inside.RULES,
    "预算执行": Inside.EXECUTION,
    "复核": Inside.AUDITED,
    "参数": Inside.PARAMETERS,
}
_METHOD = {
    **dict.fromkeys(("指标灯号", "目标灯号", "执行灯号"), Inside.LIGHTS),
    **dict.fromkeys(("需要说明", "双监控"), Inside.REMARKS),
    "参数": Inside.PARAMETERS,
}
_WORDS = {"单位": Inside.UNITS, "等级": Inside.SCALES}


def keyword_of(line: Line) -> str:
    """Give the keyword that a block begins with; empty where it begins with none.

    >>> from perfrules.lsp.document import Document
    >>> [keyword_of(entry.line) for entry in Document.of("x.rules", "目标表 甲").blocks]
    ['目标表']
    """
    return next((word for word in BLOCKS if begins_with(line.whole.text, word)), "")


def enter(inside: Inside, line: Line) -> Inside:
    """Say what the lines under a line are part of, where the line itself is part of `inside`."""
    label = line.label.text
    match inside:
        case Inside.TOP:
            return _BLOCKS.get(keyword_of(line), Inside.ITEMS)
        case Inside.TABLE:
            return _in_table(line)
        case Inside.CATEGORY:
            return Inside.INDICATOR if line.value is not None else Inside.INDICATORS
        case Inside.INDICATORS if line.value is None and subcategory_of(label):
            return Inside.INDICATORS
        case Inside.INDICATORS if line.value is None and category_of(label):
            return Inside.CATEGORY
        case Inside.INDICATORS:
            return Inside.INDICATOR
        case Inside.SUB_GOALS:
            return Inside.SUB_GOAL
        case Inside.SUB_GOAL:
            return Inside.INDICATORS if comparable(label).endswith("指标") else Inside.ITEMS
        case Inside.SCHEME:
            return _in_scheme(line)
        case Inside.METHOD if begins_with(label, TRIAL):
            return Inside.METHOD_TRIAL
        case Inside.METHOD:
            return _METHOD.get(field_named(label, METHOD_FIELDS) or "", Inside.ITEMS)
        case Inside.TRIAL | Inside.SCHEME_TRIAL | Inside.METHOD_TRIAL:
            return Inside.CASE
        case Inside.REVIEW_RULE if label.startswith((GOOD, BAD)):
            return Inside.TABLE
        case Inside.REVIEW_RULE:
            return Inside.PARAMETERS if field_named(label, RULE_FIELDS) == "参数" else Inside.ITEMS
        case Inside.SETTINGS:
            return Inside.SETTING
        case Inside.WORDS:
            return _WORDS.get(field_named(label, WORDS_FIELDS) or "", Inside.ITEMS)
        case _:
            return Inside.ITEMS


def _in_table(line: Line) -> Inside:
    label = line.label.text
    if line.value is None and category_of(label):
        return Inside.CATEGORY
    match field_named(label, TABLE_FIELDS):
        case "绩效指标":
            return Inside.INDICATORS
        case "分项绩效目标":
            return Inside.SUB_GOALS
        case None if line.value is None:
            return Inside.CATEGORY
        case _:
            return Inside.ITEMS


def _in_scheme(line: Line) -> Inside:
    label = line.label.text
    if begins_with(label, TRIAL):
        return Inside.SCHEME_TRIAL
    for keyword, found in ((BANDS, Inside.BANDS), (TIERS, Inside.TIERS)):
        if begins_with(label, keyword):
            return found
    return _SCHEME.get(field_named(label, SCHEME_FIELDS) or "", Inside.ITEMS)


def inside_of(headings: Iterable[Line]) -> Inside:
    """Say what a line is part of, by the lines above it that it stands under, the block's own first."""
    found = Inside.TOP
    for line in headings:
        found = enter(found, line)
    return found


def headings_of(document: Document, number: int, indent: int) -> tuple[Line, ...]:
    """Give the lines that a line with an indentation stands under, whether it says something yet or not."""
    found: list[Line] = []
    for line in reversed(document.lines[:number]):
        read, _ = line.read
        if read is not None and line.indent < indent:
            found.append(read)
            indent = line.indent
    return tuple(reversed(found))


def with_places(
    entries: Iterable[Entry], inside: Inside = Inside.TOP, above: tuple[Line, ...] = ()
) -> Iterator[tuple[Line, Inside, tuple[Line, ...]]]:
    """Give every line of an outline with what it is part of, and the lines that it stands under."""
    for entry in entries:
        yield entry.line, inside, above
        yield from with_places(entry.children, enter(inside, entry.line), (*above, entry.line))
