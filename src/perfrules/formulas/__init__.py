"""Formulas of rulesets: an expression as data, and its exact, total evaluation."""

from perfrules.formulas.evaluate import Value, number_of, truth_of
from perfrules.formulas.expression import (
    Arithmetic,
    Call,
    Comparison,
    Connective,
    Formula,
    Function,
    Joined,
    Name,
    Negative,
    Not,
    Number,
    Operator,
)
from perfrules.formulas.kinds import Fault, Kind, UnknownName, WrongKind, faults, kind_of, names_in, parts_of
from perfrules.formulas.text import formula_text

__all__ = [
    "Arithmetic",
    "Call",
    "Comparison",
    "Connective",
    "Fault",
    "Formula",
    "Function",
    "Joined",
    "Kind",
    "Name",
    "Negative",
    "Not",
    "Number",
    "Operator",
    "UnknownName",
    "Value",
    "WrongKind",
    "faults",
    "formula_text",
    "kind_of",
    "names_in",
    "number_of",
    "parts_of",
    "truth_of",
]
