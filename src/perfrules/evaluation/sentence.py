"""Takes the measured value out of a sentence, where there can be no doubt which it is."""

from typing import TYPE_CHECKING

from perfrules.actuals import Actual, Amount, Dates, PartOfWhole, StatedChange
from perfrules.diagnostics import Code
from perfrules.evaluation.finding import Case, Finding
from perfrules.targets import Amounts, Changes, Days, Quotients, Region
from perfrules.units import comparison_note

if TYPE_CHECKING:
    from perfrules.actuals.sentence import Stated


def is_sentence(case: Case) -> bool:
    """Whether an actual value that reads as no more than a direction (…，能力明显提升) holds values besides."""
    return any(each.actual.text != case.actual.text for each in _stated_in(case))


def measured_value(case: Case, region: Region) -> Actual | Finding:
    """Give the only value of the kind that is asked for, or the finding that there is none, or more than one."""
    stated = [each for each in _stated_in(case) if _answers(region, each.actual)]
    if len(stated) > 1:
        texts = "、".join(each.actual.text for each in stated)
        return case.unknown(Code.SENTENCE_AMBIGUOUS, count=len(stated), values=texts)
    if stated and stated[0].is_measured:
        return stated[0].actual
    return case.unknown(Code.ACTUAL_UNREAD)


def _stated_in(case: Case) -> "tuple[Stated, ...]":
    # Few actual values are sentences; all others are spared loading what reads them.
    from perfrules.actuals.sentence import stated_in  # noqa: PLC0415

    return stated_in(case.actual.text, case.target.language)


def _answers(region: Region, actual: Actual) -> bool:
    """Whether a value is of the kind that a region asks for."""
    match region, actual.value:
        case Amounts(unit=wanted), Amount(unit=unit):
            is_point = (wanted.text == "百分点") == (unit is not None and unit.text == "百分点")
            return unit is not None and is_point and comparison_note(wanted, unit) is not None
        case Amounts(unit=wanted), PartOfWhole():
            return not wanted.dimension
        case (Quotients(), PartOfWhole()) | (Changes(), StatedChange()) | (Days(), Dates()):
            return True
        case _:
            return False
