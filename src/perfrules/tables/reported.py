"""What is reported against goal tables: actual values and spending, each with the place that it came from."""

from decimal import Decimal

import attrs

from perfrules.actuals import Actual
from perfrules.diagnostics import Diagnostic
from perfrules.source import Place
from perfrules.units import Quantity


@attrs.frozen
class ReportedActual:
    """The actual value of one indicator. Empty `project`, `category` or `subcategory` means: not stated.

    `judgement` is the score that a person gave, which qualitative indicators need; `reason` is 偏差原因; `target_text`
    is the target as the sheet repeats it, for comparison with the approved one.
    """

    indicator: str
    actual: Actual
    project: str = ""
    category: str = ""
    subcategory: str = ""
    target_text: str = ""
    baseline: str = ""
    reason: str = ""
    judgement: Decimal | None = None
    place: Place | None = attrs.field(default=None, eq=False)


@attrs.frozen
class ReportedSpending:
    """The money of one project: initial budget, adjusted (全年) budget, spent, and spent by the end of each quarter."""

    project: str
    initial: Quantity | None = None
    adjusted: Quantity | None = None
    spent: Quantity | None = None
    quarters: tuple[Quantity | None, ...] = ()
    place: Place | None = attrs.field(default=None, eq=False)


@attrs.frozen
class Actuals:
    """Everything reported, in the order of the files, with what was wrong in them."""

    values: tuple[ReportedActual, ...] = ()
    spending: tuple[ReportedSpending, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
