"""What the builder reads off the tokens and parts that a rule gives it."""

from fractions import Fraction
from typing import TypeVar, cast

from lark import Token

from perfrules.source import Span
from perfrules.syntax.expression import Op, UnitFactors
from perfrules.syntax.lexicon import words
from perfrules.syntax.numerals import numeral

Children = list[object]
Unit = tuple[UnitFactors, Span]
T = TypeVar("T")

_OPS = {op.value: op for op in Op}


def number(text: str) -> Fraction:
    """Read a number exactly, thousands separators and sign included.

    >>> number("1,346.05")
    Fraction(26921, 20)
    """
    whole, point, decimals = text.replace(",", "").partition(".")
    return Fraction(int(whole + decimals), 10 ** len(decimals)) if point else Fraction(int(whole))


def value_of(token: Token) -> Fraction:
    """Give the value of a number, in digits or in characters."""
    return numeral(token.value) if token.type == "NUMERAL" else number(token.value)


def tokens_of(children: Children) -> dict[str, Token]:
    """Give the tokens by their terminals; of several alike, the last."""
    return {child.type: child for child in children if type(child) is Token}


def parts_of(children: Children, kind: type[T]) -> list[T]:
    """Give the parts of one type, in order."""
    return [child for child in children if type(child) is kind]


def op_of(token: Token | None, terminal: str = "OPERATOR") -> Op | None:
    """Give the comparison that a token of a terminal means; None for no token, or for a word without a direction."""
    return None if token is None else _OPS.get(words()[terminal].meaning(token.value))


def span_of(first: Token, last: Token) -> Span:
    """Give the characters from one token to another."""
    return Span(cast("int", first.start_pos), cast("int", last.end_pos))
