"""The block 审核设置: levels of review rules, rules that are not wanted, other values of their parameters."""

from collections.abc import Iterator

from perfrules.diagnostics import Code
from perfrules.names import comparable
from perfrules.review.rule import LEVELS, RuleParameter
from perfrules.review.settings import RuleSetting
from perfrules.rules.reviewing.values import read_value
from perfrules.rules.schemes.values import wrong
from perfrules.rules.text.fields import Spellings, all_of, distinct, unknown_field
from perfrules.rules.text.lines import Piece
from perfrules.rules.text.outline import Entry, Problems
from perfrules.syntax import STANDARD, Language

KEYWORD = "审核设置"
COLUMNS: Spellings = {"理由": ()}
OFF = "不查"


def read_settings(block: Entry, problems: Problems, language: Language = STANDARD) -> Iterator[RuleSetting]:
    """Read a block: a line for each rule."""
    for entry in distinct(block.children, problems):
        text = entry.line.value
        if text is None or not text.text:
            yield RuleSetting(entry.label, parameters=_parameters(entry, problems, language), place=entry.place)
        else:
            yield from _setting(entry, text, problems, language)


def _setting(entry: Entry, text: Piece, problems: Problems, language: Language) -> Iterator[RuleSetting]:
    word, reason = comparable(text.text), _reason(entry, problems)
    parameters = _parameters(entry, problems, language)
    if word == OFF and not reason:
        problems.add(Code.WAIVER_REASON_MISSING, text, text=f"{entry.label}：{OFF}")
    elif word == OFF:
        yield RuleSetting(entry.label, off=True, reason=reason, place=entry.place)
    elif word in LEVELS:
        yield RuleSetting(entry.label, LEVELS[word], parameters=parameters, reason=reason, place=entry.place)
    else:
        wrong(text, "审核规则的设置", "、".join([*LEVELS, f"{OFF}  理由 本省另有规定"]), problems)


def _reason(entry: Entry, problems: Problems) -> str:
    reason = ""
    for column in entry.line.columns:
        if column.key.text in COLUMNS:
            reason = column.text.text
        else:
            unknown_field(column.key, KEYWORD, COLUMNS, problems)
    return reason


def _parameters(entry: Entry, problems: Problems, language: Language) -> tuple[RuleParameter, ...]:
    """Read the parameters under a rule, with or without a line 参数 above them."""
    lines = [line for child in entry.children for line in (child.children if child.label == "参数" else (child,))]
    found = (read_value(line.line.label, all_of(line), problems, language) for line in distinct(lines, problems))
    return tuple(each for each in found if each is not None)
