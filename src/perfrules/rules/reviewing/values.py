"""The values that a review rule is made of: its level, its criterion, its parameters, each from its text."""

from perfrules.diagnostics import Severity
from perfrules.formulas import Budget, Evaluation, Given, Kind, Scope, faults
from perfrules.names import comparable
from perfrules.review.rule import LEVELS, Criterion, RuleParameter
from perfrules.rules.schemes.values import read_formula, wrong
from perfrules.rules.text.formula_faults import report
from perfrules.rules.text.lines import Piece
from perfrules.rules.text.outline import Problems
from perfrules.syntax import STANDARD, Language

OPINIONS = ("惯例", "建议")
"""What a rule says to rest on when no document says it."""


def read_level(text: Piece, problems: Problems) -> Severity | None:
    """Read how bad a finding is."""
    level = LEVELS.get(comparable(text.text))
    if level is None:
        wrong(text, "级别", "或".join(LEVELS), problems)
    return level


def read_criterion(text: Piece, problems: Problems) -> Criterion | None:
    """Read the criterion that a rule belongs to."""
    found = next((each for each in Criterion if each.value == comparable(text.text)), None)
    if found is None:
        wrong(text, "标准", "或".join(each.value for each in Criterion), problems)
    return found


def read_value(name: Piece, text: Piece, problems: Problems, language: Language = STANDARD) -> RuleParameter | None:
    """Read a parameter: a number with or without a unit, a day, a text in quotation marks."""
    formula = read_formula(text, problems, language)
    if formula is None:
        return None
    found = list(faults(formula, Scope({}), Kind.NUMBER, Kind.DATE, Kind.TEXT))
    report(found, [text], problems)
    value = Evaluation.of(Given({}), budget=Budget()).value(formula)
    if found or value is None:
        return None
    return RuleParameter(comparable(name.text), value, text.text)
