"""The trials (试算) of a ruleset: a block with a case a line, in a scheme or beside it."""

from collections.abc import Iterable, Iterator, Mapping

from perfrules.diagnostics import Code
from perfrules.rules.text.fields import Spellings, field_named, unknown_field, value_of
from perfrules.rules.text.lines import Column, Piece
from perfrules.rules.text.outline import Entry, Problems
from perfrules.rules.trials.cases import read_case
from perfrules.syntax import Language
from perfrules.trials import Case, Trial

KEYWORD = "试算"
GIVEN: Spellings = {
    "一级指标": ("类别",),
    "二级指标": (),
    "符号": ("计算符号",),
    "单位": ("度量单位", "计量单位"),
    "方向": ("指标方向",),
    "年度": ("预算年度",),
    "分值": ("权重",),
    "实际值": ("实际", "实际完成值"),
    "上年值": ("基期值",),
    "评判分": (),
    "全年预算数": ("预算", "预算数"),
    "全年执行数": ("执行", "执行数"),
    "扣分": (),
}
EXPECTED: Spellings = {"结论": (), "完成率": (), "得分": (), "等次": (), "复核得分": (), "诊断": (), "说明": ("备注",)}
COLUMNS: Spellings = {**GIVEN, **EXPECTED}

_SCHEME = "评分办法"


def is_trial(entry: Entry) -> bool:
    """Whether a line begins a block of trials."""
    return entry.label == KEYWORD or entry.label.startswith((f"{KEYWORD} ", f"{KEYWORD}\u3000"))


def read_trials(entries: Iterable[Entry], scheme: str, language: Language, problems: Problems) -> Iterator[Trial]:
    """Read the trials among the lines of a scheme."""
    for entry in entries:
        if is_trial(entry):
            yield Trial(_name(entry), scheme, tuple(_cases(entry, entry.children, language, problems)), entry.place)


def read_trial(entry: Entry, language: Language, problems: Problems) -> tuple[Trial, Piece] | None:
    """Read a trial that stands by itself, and where it says which scheme it tries; None where it does not say so."""
    asking = [child for child in entry.children if field_named(child.label, {_SCHEME: ()})]
    if not asking or not value_of(asking[0]).text:
        problems.add(Code.TRIAL_WITHOUT_SCHEME, entry.line.label, name=_name(entry))
        return None
    scheme = value_of(asking[0])
    lines = [child for child in entry.children if child not in asking]
    return Trial(_name(entry), scheme.text, tuple(_cases(entry, lines, language, problems)), entry.place), scheme


def _name(entry: Entry) -> str:
    return entry.label.removeprefix(KEYWORD).strip() or KEYWORD


def _cases(whole: Entry, lines: Iterable[Entry], language: Language, problems: Problems) -> Iterator[Case]:
    """Read the cases of a block; what its first line gives counts for each of them."""
    common = _columns(whole.line.columns, problems)
    for entry in lines:
        rest = (Column(child.line.label, value_of(child), child.line.whole) for child in entry.children)
        columns = {**common, **_columns((*entry.line.columns, *rest), problems)}
        case = read_case(entry, columns, language, problems)
        if case is not None:
            yield case


def _columns(columns: Iterable[Column], problems: Problems) -> Mapping[str, Piece]:
    found: dict[str, Piece] = {}
    for column in columns:
        field = field_named(column.key.text, COLUMNS)
        if field is None:
            unknown_field(column.key, KEYWORD, COLUMNS, problems)
        elif field in found:
            problems.add(Code.FIELD_TWICE, column.key, field=field)
        else:
            found[field] = column.text
    return found
