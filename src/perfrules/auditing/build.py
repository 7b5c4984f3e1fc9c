"""Tables that are filled in become an audit: each score worked out again, each difference explained where it can be."""

from collections.abc import Callable, Sequence

from perfrules.auditing.audit import Audit, AuditedScore, AuditedTable
from perfrules.auditing.line_checks import check_line, check_money, differs
from perfrules.auditing.recount import CountedLine, CountedMoney
from perfrules.auditing.standing import Standing, explanations, standing
from perfrules.auditing.table_checks import check_table
from perfrules.diagnostics import Code, Diagnostic
from perfrules.scoring import Scheme
from perfrules.tables import FilledTable, FilledTables

MOST_EXPLAINED = 1000
"""So many differing scores of a table are tried by other schemes. No table has as many; a hostile file may."""


def audit_tables(
    filled: FilledTables, scheme_of: Callable[[FilledTable], Scheme], rivals_of: Callable[[Scheme], Sequence[Scheme]]
) -> Audit:
    """Audit tables; `scheme_of` says by which scheme, and `rivals_of` which others may explain a score that differs.

    No file is touched.
    """
    schemes = [scheme_of(table) for table in filled.tables]
    rivals = {name: rivals_of(scheme) for name, scheme in {each.name: each for each in schemes}.items()}
    pairs = zip(filled.tables, schemes, strict=True)
    return Audit(tuple(_audited(table, scheme, rivals[scheme.name]) for table, scheme in pairs), filled.diagnostics)


def _audited(table: FilledTable, scheme: Scheme, others: Sequence[Scheme]) -> AuditedTable:
    budget = None if table.whole is None else table.whole.budget
    money = [CountedMoney(row) for row in table.money]
    lines = [CountedLine.of(line, budget) for line in table.lines]
    scored: tuple[CountedLine | CountedMoney, ...] = (*money, *lines)
    compared = [(each, standing(each, scheme)) for each in scored]
    differing = [index for index, (_, how) in enumerate(compared) if how is Standing.DIFFERENT][:MOST_EXPLAINED]
    found = dict(zip(differing, explanations([compared[index][0] for index in differing], others), strict=True))
    scores = [
        _audited_score(
            each,
            how,
            scheme,
            tried=len(others) if index in found else None,
            explained_by=found.get(index, ()),
        )
        for index, (each, how) in enumerate(compared)
    ]
    findings = tuple(check_table(table, scheme))
    return AuditedTable(table, scheme, tuple(scores[len(money) :]), tuple(scores[: len(money)]), findings)


def _audited_score(
    counted: CountedLine | CountedMoney,
    how: Standing,
    scheme: Scheme,
    *,
    tried: int | None,
    explained_by: tuple[Scheme, ...],
) -> AuditedScore:
    result = counted.by(scheme)
    checks = check_line(counted, result) if isinstance(counted, CountedLine) else check_money(counted, result)
    findings = list(checks)
    if how is Standing.DIFFERENT and not _is_above_weight(findings):
        findings.insert(0, differs(counted, result, scheme, tried, explained_by))
    return AuditedScore(counted, result, Standing.EXPLAINED if explained_by else how, explained_by, tuple(findings))


def _is_above_weight(findings: Sequence[Diagnostic]) -> bool:
    """Whether the score cannot be right by any scheme, so that nobody needs to hear what one of them gives."""
    return any(each.code is Code.PART_ABOVE_WHOLE for each in findings)
