"""What is reported against goal tables: actual values and spending, each with the place that it came from."""

from decimal import Decimal
from enum import Enum

import attrs

from perfrules.actuals import Actual
from perfrules.diagnostics import Diagnostic
from perfrules.evidence import FileRecord
from perfrules.source import Place
from perfrules.units import Quantity


class Cause(Enum):
    """Why a target falls behind: the five causes of the monitoring form of 财预〔2019〕136号."""

    FUNDS = "经费保障"
    RULES = "制度保障"
    STAFF = "人员保障"
    EQUIPMENT = "硬件条件保障"
    OTHER = "其他"


class Likelihood(Enum):
    """Whether a target will be met by the end of the year: the three answers of the same form."""

    CERTAIN = "确定能"
    POSSIBLE = "有可能"
    IMPOSSIBLE = "完全不可能"


@attrs.frozen
class ReportedActual:
    """The actual value of one indicator. Empty `project`, `category` or `subcategory` means: not stated.

    `judgement` is the score that a person gave, which qualitative indicators need; `reason` is 偏差原因; `target_text`
    is the target as the sheet repeats it, for comparison with the approved one.

    A sheet filled in during the year says more: `through_month` is the month up to which its header counts (7 for
    1-7月执行情况, None where it says none), `forecast` what the office expects for the whole year, `causes` and
    `likelihood` what it ticks beside a deviation.
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
    through_month: int | None = None
    forecast: Actual | None = None
    causes: tuple[Cause, ...] = ()
    likelihood: Likelihood | None = None
    place: Place | None = attrs.field(default=None, eq=False)


@attrs.frozen
class ReportedSpending:
    """The money of one project: initial budget, adjusted (全年) budget, spent, and spent by the end of each quarter.

    `through_month` and `forecast` are as in :class:`ReportedActual`.
    """

    project: str
    initial: Quantity | None = None
    adjusted: Quantity | None = None
    spent: Quantity | None = None
    quarters: tuple[Quantity | None, ...] = ()
    through_month: int | None = None
    forecast: Quantity | None = None
    place: Place | None = attrs.field(default=None, eq=False)


@attrs.frozen
class Actuals:
    """Everything reported, in the order of the files, with what was wrong in them, and the files as evidence."""

    values: tuple[ReportedActual, ...] = ()
    spending: tuple[ReportedSpending, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    files: tuple[FileRecord, ...] = ()
