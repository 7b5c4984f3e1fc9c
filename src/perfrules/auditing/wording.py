"""An audit in words: the cells of its tables and its sentences, in Chinese."""

from collections import Counter
from collections.abc import Iterator

from perfrules.auditing.audit import AuditedScore, AuditedTable
from perfrules.auditing.recount import CountedLine, CountedMoney
from perfrules.auditing.standing import Standing
from perfrules.report.notes import Note
from perfrules.report.wording import NOTHING, range_text

COLUMNS = ("指标", "指标值", "实际完成值", "分值", "填报得分", "应得分", "核对")

Row = tuple[str, str, str, str, str, str, str]


def rows(table: AuditedTable) -> Iterator[Row]:
    """Give the rows of a table in the order of the form, and one for the total."""
    yield from (row for _, row in rows_of(table))
    total, printed = table.total, table.table
    points = range_text(total.low, total.high)
    yield ("合计", "", "", printed.weight.text or NOTHING, printed.score.text or NOTHING, points, "")


def rows_of(table: AuditedTable) -> Iterator[tuple[AuditedScore, Row]]:
    """Give every score with its row; a part of the money, which has no score of its own, has none."""
    return ((each, _row(each)) for each in table.scores if not _is_part(each.counted))


def _is_part(counted: CountedLine | CountedMoney) -> bool:
    return isinstance(counted, CountedMoney) and counted.row.weight.is_blank and counted.row.score.is_blank


def _row(each: AuditedScore) -> Row:
    asked, reached, weight = _given(each)
    computed = range_text(each.score.low, each.score.high) if each.score.weight else NOTHING
    return (each.name, asked, reached, weight or NOTHING, each.printed.text or NOTHING, computed, each.standing.value)


def _given(each: AuditedScore) -> tuple[str, str, str]:
    counted = each.counted
    if isinstance(counted, CountedLine):
        line = counted.line
        return line.indicator.target.text or NOTHING, line.actual.text or NOTHING, line.weight.text
    budget, spent = (NOTHING if amount is None else str(amount) for amount in (counted.row.budget, counted.row.spent))
    return budget, spent, counted.row.weight.text


def title(table: AuditedTable) -> str:
    """Name a table: whose it is, of which year, and by which scheme it is audited."""
    year = f"（{table.table.year}年）" if table.table.year else ""
    return f"自评表：{table.table.project or '没有写项目名称'}{year}　评分办法 {table.scheme.name}"


def summary(table: AuditedTable) -> str:
    """Say in a sentence how many scores are right, how many can be explained, and how many cannot."""
    counts = Counter(each.standing for each, _ in rows_of(table))
    parts = [f"共{counts.total()}个得分：{counts[Standing.SAME]}个一致"]
    if counts[Standing.JUDGED]:
        parts.append(f"{counts[Standing.JUDGED]}个在评判范围内")
    if counts[Standing.EXPLAINED]:
        by = "、".join(f"{scheme.name} {number}个" for scheme, number in table.explained_by.most_common())
        parts.append(f"{counts[Standing.EXPLAINED]}个按别的算法才一致（{by}）")
    if counts[Standing.DIFFERENT]:
        parts.append(f"{counts[Standing.DIFFERENT]}个不一致，没有一种办法能解释")
    if counts[Standing.OPEN]:
        parts.append(f"{counts[Standing.OPEN]}个无从核对")
    whole = "、".join(f"“{scheme.name} {scheme.title}”" for scheme in table.fitting)
    return f"{'；'.join(parts)}。" + (
        f"整张表按{whole}都一致，请用 --scheme 写明后再核对。" if whole and counts.total() > 1 else ""
    )


def notes(table: AuditedTable, detail: bool = False) -> Iterator[Note]:
    """Derive the scores that are not as printed; with `detail`, all of them."""
    for each, row in rows_of(table):
        if detail or each.standing in (Standing.DIFFERENT, Standing.EXPLAINED):
            outcome = each.counted.outcome.explain().splitlines() if isinstance(each.counted, CountedLine) else ()
            yield Note(f"{each.name}：填{row[4]}分，应得{row[5]}分", (*outcome, *each.score.derivation))
