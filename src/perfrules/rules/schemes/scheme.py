"""The scheme (评分办法) of a ruleset: its lines to a draft. What is in it is decided by its text alone."""

from collections.abc import Iterable, Iterator

from perfrules.diagnostics import Code
from perfrules.names import comparable
from perfrules.rules.schemes.draft import Inherited, SchemeDraft
from perfrules.rules.schemes.tables import is_table, read_grades, read_table
from perfrules.rules.schemes.values import (
    columns_of,
    read_averaging,
    read_date,
    read_formula,
    read_inapplicable,
    read_parameter,
    read_rounding,
    stated,
    wrong,
)
from perfrules.rules.schemes.weights import read_weights
from perfrules.rules.text.fields import Given, Spellings, distinct, field_named, singles, unknown_field, value_of
from perfrules.rules.text.lines import Piece
from perfrules.rules.text.outline import Entry, Problems
from perfrules.rules.trials.trials import is_trial
from perfrules.scoring import (
    Parameter,
    ScoringRule,
)

KEYWORD = "评分办法"
FIELDS: Spellings = {
    "标题": (),
    "文号": (),
    "依据": (),
    "系列": (),
    "施行": ("施行日期",),
    "停止": ("停止日期",),
    "继承": (),
    "得分取舍": (),
    "分值": (),
    "得分": ("得分规则",),
    "预算执行": ("预算执行率",),
    "复核": ("复核得分",),
    "参数": (),
    "等次": ("评价等次",),
    "不适用": (),
    "部门得分": (),
}
MOST_RULES = 200
"""Rules are tried one by one for every indicator, and no document has as many."""
OTHERWISE = "否则"
REST, AS_INHERITED = "其余", "照继承"


def read_scheme(entry: Entry, name: str, problems: Problems) -> SchemeDraft:
    """Read a scheme as far as its own text goes."""
    draft = SchemeDraft(name, entry.place)
    given: dict[str, Given] = {}
    tables: list[Entry] = []
    for child in entry.children:
        field = field_named(child.label, FIELDS)
        if is_table(child):
            tables.append(child)
        elif is_trial(child):
            continue
        elif field is None:
            unknown_field(child.line.label, "评分办法", FIELDS, problems)
        else:
            given = singles([*given.values(), Given(field, value_of(child), child)], problems)
    for table in distinct(tables, problems):
        read_table(draft, table, problems)
    for field, each in given.items():
        if each.entry is not None:
            _read_field(draft, field, each.text, each.entry, problems)
    _check_draft(draft, problems)
    return draft


def _check_draft(draft: SchemeDraft, problems: Problems) -> None:
    """Find parts that are fine by themselves but do not go together."""
    if draft.in_force and draft.until and draft.until <= draft.in_force:
        problems.add(Code.VALIDITY_EMPTY, draft.place, name=draft.name, start=draft.in_force, end=draft.until)
        draft.until = None
    for rule in (*draft.rules, *draft.execution, *draft.audited):
        if isinstance(rule, Inherited) and draft.parent is None:
            problems.add(Code.NOTHING_INHERITED, rule.place, name=draft.name)


def _read_field(draft: SchemeDraft, field: str, text: Piece, entry: Entry, problems: Problems) -> None:
    match field:
        case "标题":
            draft.title = text.text
        case "文号":
            draft.authority = text.text
        case "依据":
            draft.basis = text.text
        case "部门得分":
            draft.averaging = read_averaging(text, problems)
        case "系列":
            draft.family = text.text
        case "施行":
            draft.in_force = read_date(text, problems)
        case "停止":
            draft.until = read_date(text, problems)
        case "不适用":
            draft.inapplicable = read_inapplicable(text, problems)
            draft.inapplicable_basis = columns_of(entry, problems)["依据"]
        case "继承":
            draft.parent = text
        case "得分取舍":
            draft.rounding = read_rounding(text, columns_of(entry, problems)["依据"], problems)
        case "分值":
            read_weights(draft, distinct(entry.children, problems), problems)
        case "得分":
            draft.rules = list(_rules(distinct(entry.children, problems), problems))
        case "预算执行":
            draft.execution = list(_rules(distinct(entry.children, problems), problems))
        case "复核":
            draft.audited = list(_rules(distinct(entry.children, problems), problems))
        case "参数":
            draft.parameters = list(_parameters(distinct(entry.children, problems), problems))
        case _:
            draft.grades = list(read_grades(entry, problems))


def _rules(entries: list[Entry], problems: Problems) -> Iterator[ScoringRule | Inherited]:
    if len(entries) > MOST_RULES:
        what = f"第{MOST_RULES + 1}条规则，一组最多{MOST_RULES}条，后面的"
        wrong(entries[MOST_RULES].line.whole, what, "把相近的几条合成一个公式或分档", problems)
    for entry in entries[:MOST_RULES]:
        if entry.label == REST and comparable(stated(entry).text) == AS_INHERITED:
            yield Inherited(entry.place)
            continue
        columns = columns_of(entry, problems)
        otherwise = entry.label == OTHERWISE
        condition = None if otherwise else read_formula(entry.line.label, problems)
        award = read_formula(stated(entry), problems)
        if award is not None and (otherwise or condition is not None):
            yield ScoringRule(condition, award, columns["依据"], columns["提示"], place=entry.place)


def _parameters(entries: Iterable[Entry], problems: Problems) -> Iterator[Parameter]:
    for entry in entries:
        parameter = read_parameter(entry.line.label, stated(entry), columns_of(entry, problems)["依据"], problems)
        if parameter is not None:
            yield parameter
