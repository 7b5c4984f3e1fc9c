"""Tables that are filled in become an audit: each score worked out again, each difference explained where it can be."""

from collections.abc import Callable, Sequence

from perfrules.auditing import explaining
from perfrules.auditing.audit import Audit, AuditedScore, AuditedTable
from perfrules.auditing.doubts import doubts
from perfrules.auditing.line_checks import check_line, check_money, differs
from perfrules.auditing.recount import CountedLine, CountedMoney
from perfrules.auditing.standing import Standing, standing
from perfrules.auditing.table_checks import check_table
from perfrules.diagnostics import Code, Diagnostic
from perfrules.scoring import Scheme, Score
from perfrules.tables import FilledTable, FilledTables


def audit_tables(
    filled: FilledTables, scheme_of: Callable[[FilledTable], Scheme], rivals_of: Callable[[Scheme], Sequence[Scheme]]
) -> Audit:
    """Audit tables; `scheme_of` says by which scheme, and `rivals_of` which others may explain a score that differs.

    No file is touched.
    """
    schemes = [scheme_of(table) for table in filled.tables]
    rivals = {name: rivals_of(scheme) for name, scheme in {each.name: each for each in schemes}.items()}
    tables: list[AuditedTable] = []
    left = explaining.MOST_TRIED
    for table, scheme in zip(filled.tables, schemes, strict=True):
        audited, tried = _audited(table, scheme, rivals[scheme.name], left)
        tables.append(audited)
        left -= tried
    return Audit(tuple(tables), filled.diagnostics)


def _audited(table: FilledTable, scheme: Scheme, others: Sequence[Scheme], left: int) -> tuple[AuditedTable, int]:
    """Audit a table, and tell how many of its scores were tried by other schemes, of which `left` may be."""
    budget = None if table.whole is None else table.whole.budget
    money = [CountedMoney(row) for row in table.money]
    lines = [CountedLine.of(line, budget) for line in table.lines]
    scored: tuple[CountedLine | CountedMoney, ...] = (*money, *lines)
    compared = [(each, standing(each, scheme)) for each in scored]
    explained = explaining.explain(compared, others, left)
    scores: list[AuditedScore] = []
    for index, (each, how) in enumerate(compared):
        result, by = each.by(scheme), explained.by.get(index)
        said = _checks(each, result)
        if how is Standing.DIFFERENT and not _is_above_weight(said):
            said.insert(0, differs(each, result, scheme, None if by is None else len(others), by or ()))
        scores.append(AuditedScore(each, result, Standing.EXPLAINED if by else how, by or (), tuple(said)))
    parts = tuple(scores[len(money) :]), tuple(scores[: len(money)])
    findings = (*check_table(table, scheme), *doubts(table, lines))
    return AuditedTable(table, scheme, *parts, findings, explained.whole), explained.tried


def _checks(counted: CountedLine | CountedMoney, result: Score) -> list[Diagnostic]:
    if isinstance(counted, CountedLine):
        return list(check_line(counted, result))
    return list(check_money(counted, result))


def _is_above_weight(findings: Sequence[Diagnostic]) -> bool:
    """Whether the score cannot be right by any scheme, so that nobody needs to hear what one of them gives."""
    return any(each.code is Code.PART_ABOVE_WHOLE for each in findings)
