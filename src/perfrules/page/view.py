"""What stands on a page, ready to be drawn: texts as people read them, and shares for what is drawn to scale.

A page knows nothing of scores or lights; reports, progress and reviews are turned into these values where they live.
"""

from enum import Enum
from fractions import Fraction

import attrs


class Tone(Enum):
    """How something stands. Each has a shape and a colour of its own, and always a word beside it."""

    GOOD = "good"
    AHEAD = "ahead"
    NEAR = "near"
    BAD = "bad"
    OPEN = "open"
    IDLE = "idle"


@attrs.frozen
class Mark:
    """A word with the shape of its tone before it."""

    tone: Tone
    text: str


@attrs.frozen
class Tick:
    """A stretch of a bar that begins at `at` and has a name, such as a grade; the name stands in its `middle`."""

    at: Fraction
    middle: Fraction
    text: str


@attrs.frozen
class Bar:
    """Shares of a whole: `low` is certain, what lies between it and `high` is open. Beyond 0 and 1 nothing is drawn."""

    low: Fraction
    high: Fraction
    ticks: tuple[Tick, ...] = ()


@attrs.frozen
class Cell:
    """A cell of a table: text, and what is drawn beside it. `key` is the number that the column is sorted by."""

    text: str = ""
    mark: Mark | None = None
    bar: Bar | None = None
    key: Fraction | None = None
    link: str = ""
    note: str = ""


NONE = Cell("—")
"""A cell with nothing to say."""


@attrs.frozen
class Column:
    """A column. Numbers stand on the right. `has_keys`: it is sorted by the keys of its cells, not by their texts.

    >>> Column("得分", is_number=True).has_keys
    True
    """

    title: str
    is_number: bool = False
    has_keys: bool = attrs.field(default=attrs.Factory(lambda self: self.is_number, takes_self=True))


@attrs.frozen
class Row:
    """A row; its first cell names it. `steps` are shown on a click, below the question of the table."""

    cells: tuple[Cell, ...]
    steps: tuple[str, ...] = ()


@attrs.frozen
class Group:
    """Rows that belong together, under a title where they have one."""

    rows: tuple[Row, ...]
    title: str = ""
    result: str = ""


@attrs.frozen
class Table:
    """A table. `sought` says what its rows are (项目) where they can be sorted and searched; then it has one group."""

    caption: str
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    sought: str = ""
    question: str = "由来"


@attrs.frozen
class Fact:
    """A fact in the head of a project: 预算 1280万元."""

    term: str
    text: str = ""
    mark: Mark | None = None


@attrs.frozen
class Band:
    """The bar of a class: 产出指标 48.5/50."""

    name: str
    text: str
    bar: Bar


@attrs.frozen
class PlanChart:
    """Shares of the budget by the ends of quarters, cumulative: planned and spent; None where it is not known.

    `day` is the share of the year that has passed, with `rate` spent by then, while the year is not over. `rows` say
    the same in words: the day, what was planned, what was spent.
    """

    planned: tuple[Fraction, ...] = ()
    spent: tuple[Fraction | None, ...] = ()
    day: Fraction | None = None
    rate: Fraction | None = None
    day_text: str = ""
    rows: tuple[tuple[str, str, str], ...] = ()


@attrs.frozen
class Remark:
    """A message: its mark, a code or name, the text, and the places that it points at."""

    mark: Mark
    name: str
    text: str
    places: tuple[str, ...] = ()
    subject: str = ""


@attrs.frozen
class Remarks:
    """Messages of one kind."""

    title: str
    items: tuple[Remark, ...]


@attrs.frozen
class Project:
    """A chapter of a page: one goal table. `key` names it for links."""

    key: str
    title: str
    short: str
    result: str = ""
    marks: tuple[Mark, ...] = ()
    facts: tuple[Fact, ...] = ()
    bar: Bar | None = None
    bands: tuple[Band, ...] = ()
    chart: PlanChart | None = None
    table: Table | None = None
    notes: tuple[str, ...] = ()


@attrs.frozen
class Page:
    """Everything on a page, from top to bottom. Empty parts are left out."""

    title: str
    subject: str
    result_title: str = ""
    result: str = ""
    result_grade: str = ""
    result_detail: str = ""
    marks: tuple[Mark, ...] = ()
    bar: Bar | None = None
    overview: Table | None = None
    derivation: tuple[str, ...] = ()
    projects: tuple[Project, ...] = ()
    remarks: tuple[Remarks, ...] = ()
    sources: tuple[Fact, ...] = ()
    evidence: tuple[str, ...] = ()
    legend: str = ""
