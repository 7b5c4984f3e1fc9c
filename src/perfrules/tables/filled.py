"""A self-evaluation table (绩效自评表) that an office has filled in: its lines, its money and its total as printed."""

import re
from decimal import Decimal

import attrs

from perfrules.actuals import Actual
from perfrules.diagnostics import Diagnostic
from perfrules.evidence import FileRecord
from perfrules.source import Place
from perfrules.tables.goal_table import Indicator
from perfrules.units import Quantity

_NOTHING = {"", "-", "—", "–", "/", "无"}


@attrs.frozen
class Printed:
    """A number as it stands in a form: `8.62`, `86.19%`, `10分`. `number` is None where the cell holds no number.

    `number` is what is written, so that of `86.19%` is 86.19; `is_percent` says that a percent sign follows.
    """

    text: str = ""
    number: Decimal | None = None
    is_percent: bool = False
    place: Place | None = attrs.field(default=None, eq=False)

    @property
    def is_blank(self) -> bool:
        """Whether nothing was filled in: `—` and `/` stand for nothing.

        >>> Printed("—").is_blank, Printed("见附件").is_blank
        (True, False)
        """
        return self.text in _NOTHING

    @property
    def places(self) -> int:
        """The decimals that are written.

        >>> Printed("8.60", Decimal("8.60")).places
        2
        """
        exponent = 0 if self.number is None else self.number.as_tuple().exponent
        return max(0, -int(exponent))


NOT_PRINTED = Printed()

_WHOLE = re.compile("总额|总计|合计|总预算|预算总")


@attrs.frozen
class FilledLine:
    """An indicator as filled in. `reason` is 偏差原因; `place` is the cell of the actual value."""

    indicator: Indicator
    actual: Actual
    weight: Printed = NOT_PRINTED
    score: Printed = NOT_PRINTED
    baseline: str = ""
    reason: str = ""
    place: Place | None = attrs.field(default=None, eq=False)


@attrs.frozen
class FilledMoney:
    """A row of the money block: 年度资金总额, or one of its parts.

    `budget` is 全年预算数, or the only budget that the form has.
    """

    name: str
    budget: Quantity | None = None
    spent: Quantity | None = None
    weight: Printed = NOT_PRINTED
    rate: Printed = NOT_PRINTED
    score: Printed = NOT_PRINTED
    reason: str = ""
    place: Place | None = attrs.field(default=None, eq=False)


@attrs.frozen
class FilledTable:
    """The self-evaluation of one project.

    `money` is the whole budget and its parts, or the tasks of a department. `weight` and `score` are those of the total
    row, `grade` is 等次 as printed; each is blank where the form has none.
    """

    project: str
    lines: tuple[FilledLine, ...] = ()
    money: tuple[FilledMoney, ...] = ()
    weight: Printed = NOT_PRINTED
    score: Printed = NOT_PRINTED
    grade: Printed = NOT_PRINTED
    year: int | None = None
    place: Place | None = attrs.field(default=None, eq=False)

    @property
    def whole(self) -> FilledMoney | None:
        """The row of the whole budget: the only one, the one that is called so, or the only one that has points.

        None where none of them tells: a form may list its sources without their sum.

        >>> parts = (FilledMoney("其中：当年财政拨款"), FilledMoney("上年结转资金"))
        >>> FilledTable("例", money=(FilledMoney("年度资金总额"), *parts)).whole.name
        '年度资金总额'
        >>> FilledTable("例", money=parts).whole is None
        True
        """
        weighted = [row for row in self.money if not row.weight.is_blank]
        named = [row for row in self.money if _WHOLE.search(row.name)]
        return next((rows[0] for rows in (self.money, named, weighted) if len(rows) == 1), None)


@attrs.frozen
class FilledTables:
    """Everything read from some files, in their order, with what was wrong in them, and the files as evidence."""

    tables: tuple[FilledTable, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    files: tuple[FileRecord, ...] = ()
