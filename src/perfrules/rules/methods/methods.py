"""The monitoring method (监控办法) of a ruleset: its lines to a draft. What is in it is decided by its text alone."""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

import attrs

from perfrules.diagnostics import Code
from perfrules.formulas import Formula
from perfrules.monitoring import Checkpoint, Light, LightCase, LightRule, Remark
from perfrules.names import comparable
from perfrules.rules.methods.trials import read_method_trials
from perfrules.rules.schemes.scheme import OTHERWISE
from perfrules.rules.schemes.values import read_formula, read_parameter, stated
from perfrules.rules.text.fields import Given, Spellings, distinct, field_named, singles, unknown_field, value_of
from perfrules.rules.text.lines import Piece
from perfrules.rules.text.outline import Entry, Problems
from perfrules.rules.trials.trials import is_trial
from perfrules.scoring import Parameter
from perfrules.source import TextPlace

KEYWORD = "监控办法"
FIELDS: Spellings = {
    "标题": (),
    "文号": (),
    "继承": (),
    "指标灯号": (),
    "目标灯号": (),
    "执行灯号": (),
    "需要说明": (),
    "双监控": (),
    "进度要求": (),
    "参数": (),
}
_COLUMNS: Spellings = {"依据": ()}
_MONTH = re.compile(r"(\d{1,2})月(?:底|末)")
_SHARE = re.compile(r"(\d{1,3}(?:\.\d{1,6})?)%")


@attrs.define
class MethodDraft:
    """The parts of a method that its own text states; None and empty mean: not stated, as in the parent."""

    name: str
    place: TextPlace
    parent: Piece | None = None
    title: str = ""
    authority: str = ""
    parameters: list[Parameter] = attrs.field(factory=list)
    checkpoints: list[Checkpoint] = attrs.field(factory=list)
    indicators: list[LightRule] = attrs.field(factory=list)
    completion: list[LightRule] = attrs.field(factory=list)
    execution: list[LightRule] = attrs.field(factory=list)
    explanations: list[Remark] = attrs.field(factory=list)
    comparisons: list[Remark] = attrs.field(factory=list)
    trials: list[LightCase] = attrs.field(factory=list)


def read_method(entry: Entry, name: str, problems: Problems) -> MethodDraft:
    """Read a method as far as its own text goes."""
    draft = MethodDraft(name, entry.place)
    given: dict[str, Given] = {}
    for child in entry.children:
        if is_trial(child):
            draft.trials.extend(read_method_trials(child, name, problems))
            continue
        field = field_named(child.label, FIELDS)
        if field is None:
            unknown_field(child.line.label, KEYWORD, FIELDS, problems)
        else:
            given = singles([*given.values(), Given(field, value_of(child), child)], problems)
    for field, each in given.items():
        if each.entry is not None:
            _read_field(draft, field, each.text, distinct(each.entry.children, problems), problems)
    return draft


def _read_field(draft: MethodDraft, field: str, text: Piece, lines: list[Entry], problems: Problems) -> None:
    match field:
        case "标题":
            draft.title = text.text
        case "文号":
            draft.authority = text.text
        case "继承":
            draft.parent = text
        case "指标灯号":
            draft.indicators = list(_lights(lines, problems))
        case "目标灯号":
            draft.completion = list(_lights(lines, problems))
        case "执行灯号":
            draft.execution = list(_lights(lines, problems))
        case "需要说明":
            draft.explanations = list(_remarks(lines, problems))
        case "双监控":
            draft.comparisons = list(_remarks(lines, problems))
        case "进度要求":
            draft.checkpoints = list(_checkpoints(lines, problems))
        case _:
            draft.parameters = list(_parameters(lines, problems))


def _lights(entries: Iterable[Entry], problems: Problems) -> Iterator[LightRule]:
    for entry, condition in _conditions(entries, problems):
        text = stated(entry)
        light = Light.named(comparable(text.text))
        if light is None:
            problems.add(Code.LIGHT_UNKNOWN, text, text=text.text)
        else:
            yield LightRule(condition, light, _basis(entry, problems), entry.place)


def _remarks(entries: Iterable[Entry], problems: Problems) -> Iterator[Remark]:
    for entry, condition in _conditions(entries, problems):
        yield Remark(condition, stated(entry).text, _basis(entry, problems), entry.place)


def _conditions(entries: Iterable[Entry], problems: Problems) -> Iterator[tuple[Entry, Formula | None]]:
    """Read what stands before the colon of each line; lines whose condition does not parse are left out."""
    for entry in entries:
        condition = None if entry.label == OTHERWISE else read_formula(entry.line.label, problems)
        if entry.label == OTHERWISE or condition is not None:
            yield entry, condition


def _checkpoints(entries: Iterable[Entry], problems: Problems) -> Iterator[Checkpoint]:
    for entry in entries:
        text = stated(entry)
        month, share = _MONTH.fullmatch(comparable(entry.label)), _SHARE.fullmatch(comparable(text.text))
        if month is None or share is None or not 1 <= int(month[1]) <= 12 or Fraction(share[1]) > 100:
            problems.add(Code.CHECKPOINT_WRONG, entry.line.whole, text=entry.line.whole.text)
        else:
            basis = _basis(entry, problems)
            yield Checkpoint(int(month[1]), Fraction(share[1]) / 100, share[0], basis)


def _parameters(entries: Iterable[Entry], problems: Problems) -> Iterator[Parameter]:
    for entry in entries:
        parameter = read_parameter(entry.line.label, stated(entry), _basis(entry, problems), problems)
        if parameter is not None:
            yield parameter


def _basis(entry: Entry, problems: Problems) -> str:
    basis = ""
    for column in entry.line.columns:
        if column.key.text in _COLUMNS:
            basis = column.text.text
        else:
            unknown_field(column.key, KEYWORD, _COLUMNS, problems)
    return basis
