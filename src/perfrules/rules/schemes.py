"""The scheme (评分办法) of a ruleset: its lines to a draft. What is in it is decided by its text alone."""

from collections.abc import Iterable, Iterator

from perfrules.actuals import Tier
from perfrules.diagnostics import Code
from perfrules.names import comparable
from perfrules.rules.fields import Given, Spellings, distinct, field_named, singles, unknown_field, value_of
from perfrules.rules.lines import Piece
from perfrules.rules.outline import Entry, Problems
from perfrules.rules.scheme_draft import SchemeDraft
from perfrules.rules.scheme_values import (
    columns_of,
    read_band,
    read_date,
    read_formula,
    read_interval,
    read_parameter,
    read_points,
    read_rounding,
    stated,
    wrong,
)
from perfrules.rules.scheme_weights import read_weights
from perfrules.scoring import (
    Band,
    BandTable,
    Grade,
    Parameter,
    ScoringRule,
    TierShare,
    TierTable,
)

KEYWORD = "评分办法"
FIELDS: Spellings = {
    "标题": (),
    "文号": (),
    "施行": ("施行日期",),
    "继承": (),
    "得分取舍": (),
    "分值": (),
    "得分": ("得分规则",),
    "预算执行": ("预算执行率",),
    "参数": (),
    "等次": ("评价等次",),
}
TABLES = ("分档", "评判等级")
OTHERWISE = "否则"

_EXAMPLE_SHARE = "[80, 100]%"


def read_scheme(entry: Entry, name: str, problems: Problems) -> SchemeDraft:
    """Read a scheme as far as its own text goes."""
    draft = SchemeDraft(name, entry.place)
    given: dict[str, Given] = {}
    tables: list[Entry] = []
    for child in entry.children:
        field = field_named(child.label, FIELDS)
        if child.label.partition(" ")[0] in TABLES:
            tables.append(child)
        elif field is None:
            unknown_field(child.line.label, "评分办法", FIELDS, problems)
        else:
            given = singles([*given.values(), Given(field, value_of(child), child)], problems)
    for table in distinct(tables, problems):
        _read_table(draft, table, problems)
    for field, each in given.items():
        if each.entry is not None:
            _read_field(draft, field, each.text, each.entry, problems)
    return draft


def _read_field(draft: SchemeDraft, field: str, text: Piece, entry: Entry, problems: Problems) -> None:
    match field:
        case "标题":
            draft.title = text.text
        case "文号":
            draft.authority = text.text
        case "施行":
            draft.in_force = read_date(text, problems)
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
        case "参数":
            draft.parameters = list(_parameters(distinct(entry.children, problems), problems))
        case _:
            draft.grades = list(_grades(distinct(entry.children, problems), problems))


def _rules(entries: Iterable[Entry], problems: Problems) -> Iterator[ScoringRule]:
    for entry in entries:
        columns = columns_of(entry, problems)
        otherwise = entry.label == OTHERWISE
        condition = None if otherwise else read_formula(entry.line.label, problems)
        award = read_formula(stated(entry), problems)
        if award is not None and (otherwise or condition is not None):
            yield ScoringRule(condition, award, columns["依据"], columns["提示"], entry.place)


def _read_table(draft: SchemeDraft, entry: Entry, problems: Problems) -> None:
    keyword, _, words = entry.label.partition(" ")
    columns, name = columns_of(entry, problems), comparable(words)
    lines = distinct(entry.children, problems)
    if not name:
        problems.add(Code.NAME_MISSING, entry.line.whole, what=keyword)
    elif keyword == "评判等级":
        draft.tiers.append(TierTable(name, tuple(_tiers(lines, problems)), columns["依据"]))
    else:
        full = read_points(_column(entry, "满分"), problems)
        if full is not None and full[0]:
            draft.bands.append(BandTable(name, full[0], tuple(_bands(lines, problems)), columns["依据"]))


def _column(entry: Entry, key: str) -> Piece:
    return next((column.text for column in entry.line.columns if column.key.text == key), entry.line.whole)


def _bands(entries: Iterable[Entry], problems: Problems) -> Iterator[Band]:
    for entry in entries:
        target, points = read_band(entry.line.label, problems), read_points(stated(entry), problems)
        if target is not None and points is not None:
            yield Band(target, points[0])


def _tiers(entries: Iterable[Entry], problems: Problems) -> Iterator[TierShare]:
    for entry in entries:
        tier = next((tier for tier in Tier if entry.label and tier.value.startswith(comparable(entry.label))), None)
        share = read_interval(stated(entry), "这一等次的得分比例", _EXAMPLE_SHARE, problems)
        if tier is None:
            wrong(entry.line.label, "评判的等次", "、".join(tier.value for tier in Tier), problems)
        elif share is not None:
            yield TierShare(tier, share)


def _parameters(entries: Iterable[Entry], problems: Problems) -> Iterator[Parameter]:
    for entry in entries:
        parameter = read_parameter(entry.line.label, stated(entry), columns_of(entry, problems)["依据"], problems)
        if parameter is not None:
            yield parameter


def _grades(entries: Iterable[Entry], problems: Problems) -> Iterator[Grade]:
    for entry in entries:
        scores = read_interval(stated(entry), f"等次“{entry.label}”的分数", "[90, 100]", problems)
        if scores is not None:
            yield Grade(entry.label, scores)
