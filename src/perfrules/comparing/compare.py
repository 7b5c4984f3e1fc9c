"""Two sides become the difference between them."""

from collections.abc import Iterator

from perfrules.comparing.change import Change, Difference, Kind
from perfrules.comparing.findings import finding_changes
from perfrules.comparing.lines import both_values, line_changes
from perfrules.comparing.pairing import Pair, pair
from perfrules.comparing.reasons import common_reasons, differs, given
from perfrules.comparing.side import Basis, Side, SideKind, SideLine, SideTable
from perfrules.names import category_of, comparable, subcategory_of
from perfrules.report.wording import EXECUTION


def compare(old: Side, new: Side) -> Difference:
    """Compare tables with tables, or results of one kind."""
    return Difference(old.name, new.name, (*_changes(old, new), *_parameter_changes(old.basis, new.basis)))


def _changes(old: Side, new: Side) -> Iterator[Change]:
    keys = (lambda table: (comparable(table.name), table.year), lambda table: comparable(table.name))
    for each in pair(old.tables, new.tables, keys, lambda table: table.name):
        if each.old is not None and each.new is not None:
            if each.doubtful:
                yield _whole(Kind.RENAMED, each.old, each.new, each.old.name, each.new.name)
            yield from _table_changes(each.old, each.new, old.basis, new.basis)
        elif new.kind is SideKind.REVIEW:
            # A review names only tables that something was found about.
            yield from finding_changes(*_with_empty(each), old.basis, new.basis)
        elif each.old is not None:
            yield Change(Kind.TABLE_REMOVED, each.old.name, old_place=each.old.place)
        elif each.new is not None:
            yield Change(Kind.TABLE_ADDED, each.new.name, new_place=each.new.place)


def _table_changes(old: SideTable, new: SideTable, before: Basis, after: Basis) -> Iterator[Change]:
    common = common_reasons(old, new, before, after)
    for kind, former, now in (
        (Kind.BUDGET, old.budget, new.budget),
        (Kind.PLAN, old.plan, new.plan),
        (Kind.SCHEME, old.scheme, new.scheme),
        (Kind.SPENT, old.spent, new.spent),
    ):
        if former != now:
            yield _whole(kind, old, new, former, now)
    for kind, (former, now) in both_values(old.values, new.values).items():
        yield _whole(kind, old, new, former, now, why=common.first if kind is Kind.LIGHT else ())
    yield from finding_changes(old, new, before, after)
    scores = [_execution_change(old, new, (*common.first,))]
    found = [change for change in scores if change is not None]
    for each in pair(old.lines, new.lines, (_full_name, _name), lambda line: line.name):
        if each.old is not None and each.new is not None:
            found += line_changes((old, new), each.old, each.new, each.doubtful, common)
        elif each.old is not None:
            found.append(_one_sided(Kind.REMOVED, new, each.old, old_side=True))
        elif each.new is not None:
            found.append(_one_sided(Kind.ADDED, new, each.new, old_side=False))
    yield from found
    if old.total != new.total:
        yield _whole(Kind.TOTAL, old, new, old.total, new.total, why=given(_total_reasons(found, common.first), common))
    if old.grade != new.grade:
        yield _whole(Kind.GRADE, old, new, old.grade, new.grade)


def _with_empty(pair: Pair[SideTable]) -> tuple[SideTable, SideTable]:
    name = next(table.name for table in (pair.old, pair.new) if table is not None)
    return pair.old or SideTable(name), pair.new or SideTable(name)


def _execution_change(old: SideTable, new: SideTable, first: tuple[str, ...]) -> Change | None:
    if old.execution is None or new.execution is None:
        return None
    if (old.execution.low, old.execution.high) == (new.execution.low, new.execution.high):
        return None
    why = (*differs("预算", old.budget, new.budget), *differs("执行数", old.spent, new.spent), *first)
    values, places = (old.execution.text, new.execution.text), (old.execution.place, new.execution.place)
    return Change(Kind.SCORE, new.name, EXECUTION, *values, why, *places)


def _total_reasons(found: list[Change], first: tuple[str, ...]) -> Iterator[str]:
    counts = {kind: sum(change.kind is kind for change in found) for kind in (Kind.SCORE, Kind.ADDED, Kind.REMOVED)}
    if counts[Kind.SCORE]:
        yield f"{counts[Kind.SCORE]}处得分变了"
    for kind in (Kind.ADDED, Kind.REMOVED):
        if counts[kind]:
            yield f"{kind.value}{counts[kind]}个"
    yield from first


def _parameter_changes(before: Basis, after: Basis) -> Iterator[Change]:
    """Give the numbers of schemes that both sides have and that are not the same."""
    for scheme in (name for name in before.parameters if name in after.parameters):
        former, now = before.parameters[scheme], after.parameters[scheme]
        for name in dict.fromkeys((*former, *now)):
            if former.get(name) != now.get(name):
                yield Change(Kind.SCHEME, scheme, f"参数{name}", former.get(name, ""), now.get(name, ""))


def _whole(kind: Kind, old: SideTable, new: SideTable, former: str, now: str, *, why: tuple[str, ...] = ()) -> Change:
    return Change(kind, new.name, "", former, now, why, old.place, new.place)


def _one_sided(kind: Kind, table: SideTable, line: SideLine, old_side: bool) -> Change:
    text, place = line.target.text, line.place
    values, places = ((text, ""), (place, "")) if old_side else (("", text), ("", place))
    return Change(kind, table.name, line.name, *values, (), *places)


def _full_name(line: SideLine) -> tuple[str, str, str]:
    category = category_of(line.category) or comparable(line.category)
    return category, subcategory_of(line.subcategory) or comparable(line.subcategory), comparable(line.name)


def _name(line: SideLine) -> str:
    return comparable(line.name)
