"""What changed between two versions: one change for each thing that differs, with both values and both places."""

import json
from collections.abc import Mapping
from enum import Enum

import attrs

DIFF_SCHEMA = "urn:perfrules:diff:1"
"""The version of the JSON form: docs/schema/diff-1.schema.json."""


class Kind(Enum):
    """What kind of change it is."""

    TABLE_ADDED = "新增项目"
    TABLE_REMOVED = "删去项目"
    ADDED = "新增指标"
    REMOVED = "删去指标"
    MOVED = "改类别"
    RENAMED = "可能改名"
    TIGHTENED = "收紧"
    LOOSENED = "放宽"
    CHANGED = "改变"
    REWORDED = "改写"
    WEIGHT = "分值"
    BUDGET = "预算"
    PLAN = "支出计划"
    SCHEME = "评分办法"
    METHOD = "监控办法"
    ACTUAL = "实际完成值"
    SPENT = "执行数"
    FORECAST = "全年预计"
    LIGHT = "灯号"
    PRINTED = "填报得分"
    COMPUTED = "应得分"
    STANDING = "核对"
    SCORE = "得分"
    TOTAL = "总分"
    GRADE = "等次"
    FOUND = "新增意见"
    RESOLVED = "消除意见"
    REVISED = "意见改变"


@attrs.frozen
class Change:
    """One change. An empty `indicator` means the table as a whole; an empty `old` or `new` that there is none.

    `why` are the reasons for a changed score, as far as the two sides show them. The places are texts, since those of a
    written report are no more.
    """

    kind: Kind
    table: str
    indicator: str = ""
    old: str = ""
    new: str = ""
    why: tuple[str, ...] = ()
    old_place: str = ""
    new_place: str = ""

    def __str__(self) -> str:
        r"""Say it on one line.

        >>> print(Change(Kind.LOOSENED, "科普活动", "场次", "≥5场", "≥4场"))
        放宽　科普活动／场次：≥5场 → ≥4场
        """
        subject = "／".join(filter(None, (self.table, self.indicator)))
        values = f"：{self.old or '没有'} → {self.new or '没有'}" if self.old or self.new else ""
        return f"{self.kind.value}　{subject or '没有项目名称的表'}{values}"

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form."""
        return {
            "kind": self.kind.name.lower(),
            "label": self.kind.value,
            "table": self.table,
            "indicator": self.indicator,
            "old": self.old or None,
            "new": self.new or None,
            "why": list(self.why),
            "old_place": self.old_place or None,
            "new_place": self.new_place or None,
        }


@attrs.frozen(repr=False)
class Difference:
    """Everything that changed, in the order of the tables; `old` and `new` name the two sides."""

    old: str
    new: str
    changes: tuple[Change, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return not self.changes

    @property
    def counts(self) -> Mapping[Kind, int]:
        """How many changes there are of each kind, in the order of the kinds."""
        of = [change.kind for change in self.changes]
        return {kind: of.count(kind) for kind in Kind if kind in of}

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form."""
        return {
            "$schema": DIFF_SCHEMA,
            "old": self.old,
            "new": self.new,
            "counts": {kind.name.lower(): count for kind, count in self.counts.items()},
            "changes": [change.to_dict() for change in self.changes],
        }

    def to_json(self) -> str:
        """Give the JSON text of :meth:`to_dict`, indented, 汉字 as they are."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2)

    def to_markdown(self) -> str:
        """Give a Markdown document for people."""
        from perfrules.comparing.wording import as_markdown  # noqa: PLC0415 - drawing knows differences, not they it

        return as_markdown(self)

    def to_text(self) -> str:
        """Give lines for people: each change, why, and where."""
        from perfrules.comparing.wording import as_text  # noqa: PLC0415 - as above

        return as_text(self)

    def __repr__(self) -> str:
        return f"Difference({self.old!r}, {self.new!r}, {len(self.changes)}处)"

    def _repr_html_(self) -> str | None:
        from perfrules.comparing.as_page import as_page  # noqa: PLC0415
        from perfrules.page import draw_inline  # noqa: PLC0415 - only notebooks draw

        return draw_inline(as_page(self))
