"""A difference in words."""

from collections.abc import Iterator

from perfrules.comparing.change import Change, Difference
from perfrules.report.markdown import grid, one_line

_NOTHING = "—"
_COLUMNS = ("变化", "项目", "指标", "原来", "现在", "原因")


def summary(difference: Difference) -> str:
    """Say how much changed.

    >>> summary(Difference("旧.json", "新.json"))
    '旧.json → 新.json：没有差别。'
    """
    counts = "，".join(f"{kind.value}{count}处" for kind, count in difference.counts.items())
    return f"{difference.old} → {difference.new}：{counts or '没有差别'}。"


def as_text(difference: Difference) -> str:
    """Write lines for people."""
    return "".join(f"{line}\n" for line in (*_lines(difference), summary(difference)))


def _lines(difference: Difference) -> Iterator[str]:
    for change in difference.changes:
        yield " ".join(str(change).split())
        yield from (f"  {reason}" for reason in change.why)
        yield from (f"  {where}" for where in _places(change))


def _places(change: Change) -> Iterator[str]:
    if change.old_place:
        yield f"原来：{change.old_place}"
    if change.new_place:
        yield f"现在：{change.new_place}"


def as_markdown(difference: Difference) -> str:
    """Write a Markdown document."""
    blocks = ["# 两次结果的差别", one_line(summary(difference))]
    if difference.changes:
        blocks.append(grid(_COLUMNS, map(_row, difference.changes)))
    return "\n\n".join(blocks) + "\n"


def _row(change: Change) -> tuple[str, ...]:
    values = (change.table, change.indicator, change.old, change.new, "；".join(change.why))
    return (change.kind.value, *(value or _NOTHING for value in values))
