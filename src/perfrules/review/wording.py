"""The message of a finding: the text of its rule, with the values put in as people read them."""

from fractions import Fraction

from perfrules.formulas import Evaluation, Formula, Name, Value, value_text
from perfrules.review.rule import ReviewRule
from perfrules.scoring import Rounding
from perfrules.scoring.rounding import rounded
from perfrules.units import Quantity

_LONGEST = 200
"""Characters of a value; a longer one is known by its beginning."""

_PLACES = 4
_FINEST = 10_000


def message_of(rule: ReviewRule, evaluation: Evaluation) -> str:
    """Put values in the message of a rule; a parameter as it was written there."""
    written = {parameter.name: parameter.text for parameter in rule.parameters}
    return "".join(part if isinstance(part, str) else _put_in(part, written, evaluation) for part in rule.message)


def shown(value: Value) -> str:
    """Write a value for people: cut where it is long, rounded where it has many decimals.

    >>> shown(Fraction(1, 4)), shown(Fraction(32, 3)), shown(Fraction(1, 300)), shown("甲" * 999) == "甲" * 200 + "…"
    ('0.25', '约10.67', '约0.0033', True)
    """
    match value:
        case Fraction() if not _is_short(value):
            return f"约{value_text(_rounded(value))}"
        case Quantity(number, unit) if not _is_short(number):
            return f"约{Quantity(_rounded(number), unit)}"
        case _:
            text = value_text(value)
            return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _put_in(formula: Formula, written: dict[str, str], evaluation: Evaluation) -> str:
    if isinstance(formula, Name) and formula.name in written:
        return written[formula.name]
    return shown(evaluation.value(formula))


def _is_short(number: Fraction) -> bool:
    return (number * _FINEST).denominator == 1


def _rounded(number: Fraction) -> Fraction:
    return rounded(number, Rounding(2 if abs(number) >= 1 else _PLACES))
