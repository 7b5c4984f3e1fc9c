"""A summary in words: the same rows for the terminal, Markdown and CSV."""

import csv
import io
from collections.abc import Iterable, Iterator
from fractions import Fraction

from perfrules.datasets.summary import Group, Summary
from perfrules.evaluation import Verdict
from perfrules.report.markdown import evidence_list, grid
from perfrules.report.wording import NOTHING, decimal_text, percent_text, range_text

NUMBERS = ("行数", "达成", "未达成", "无法判断", "达成率", "得分", "分值", "得分率", "待定")
"""What is counted of every group; 待定 are the lines whose points are not decided."""

ELSEWHERE = "（没有写）"
_FIELDS = {"target": "指标值", "actual": "实际完成值"}
_SHORTEST = 20


def numbers(group: Group) -> tuple[str, ...]:
    """Write what is counted of a group, in the order of :data:`NUMBERS`.

    >>> numbers(Group(rows=4, met=3, unmet=1))
    ('4', '3', '1', '0', '75%', '—', '—', '—', '0')
    """
    low, high, weight = (Fraction(each) for each in (group.low, group.high, group.weight))
    points = [range_text(low, high), decimal_text(weight)] if group.scored else [NOTHING, NOTHING]
    return (
        *(str(count) for count in (group.rows, group.met, group.unmet, group.unknown)),
        percent_text(Fraction(group.met, group.rows) if group.rows else None),
        *points,
        _share_of(low, high, weight),
        str(group.open),
    )


def _share_of(low: Fraction, high: Fraction, weight: Fraction) -> str:
    if not weight:
        return NOTHING
    ends = dict.fromkeys((percent_text(low / weight), percent_text(high / weight)))
    return "～".join(ends)


def headlines(summary: Summary) -> Iterator[str]:
    """Say how much there is, what it came to, and how much could not be read."""
    total = summary.total
    counts = {Verdict.MET: total.met, Verdict.UNMET: total.unmet, Verdict.UNKNOWN: total.unknown}
    yield f"共{total.rows:,}行：" + "，".join(f"{verdict.label}{count:,}" for verdict, count in counts.items())
    if total.scored:
        low, high = Fraction(total.low), Fraction(total.high)
        yield f"打分{total.scored:,}行，得分{range_text(low, high)}，分值合计{decimal_text(Fraction(total.weight))}"
    unread = ((summary.unread_targets, "指标值"), (summary.unread_actuals, "实际完成值"))
    parts = [f"{what}{count:,}格（{_share(count, total.rows)}）" for count, what in unread if count]
    if parts:
        yield f"没有读懂的：{'，'.join(parts)}"


def _share(count: int, rows: int) -> str:
    text = percent_text(Fraction(count, rows))
    return "不到0.01%" if text == "0%" else text


def unread_rows(summary: Summary, most: int = _SHORTEST) -> Iterator[tuple[str, str, str]]:
    """Give the cells that were not read, the commonest first: column, text, lines."""
    mark = "" if summary.counted_all else "以上"
    for each in summary.unread[:most]:
        yield _FIELDS[each.field], each.text, f"{each.rows}{mark}"


def to_markdown(summary: Summary) -> str:
    """Write a page of text: by class, by department, and what was not read."""
    parts = ["# 汇总", "\n".join(f"- {line}" for line in headlines(summary))]
    for title, name, groups in (("各类指标", "类别", summary.categories), ("各部门", "部门", summary.departments)):
        if len(groups) > 1:
            parts += [f"## {title}", grid((name, *NUMBERS), _rows(groups, name))]
    if summary.unread:
        parts += ["## 没有读懂最多的格", grid(("列", "写的是", "行数"), unread_rows(summary))]
    parts += evidence_list(summary.evidence)
    return "\n\n".join(parts) + "\n"


def to_csv(summary: Summary) -> str:
    """Write a line for each class of each department.

    >>> print(to_csv(Summary((Group("教育局", "产出指标", 2, 2),))), end="")
    部门,类别,行数,达成,未达成,无法判断,达成率,得分,分值,得分率,待定
    教育局,产出指标,2,2,0,0,100%,—,—,—,0
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(("部门", "类别", *NUMBERS))
    writer.writerows((each.department, each.category, *numbers(each)) for each in summary.groups)
    return stream.getvalue()


def _rows(groups: Iterable[Group], name: str) -> Iterator[tuple[str, ...]]:
    for each in groups:
        yield (each.category if name == "类别" else each.department) or ELSEWHERE, *numbers(each)
