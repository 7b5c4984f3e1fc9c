"""The formulas of a ruleset: text to the frozen values of `perfrules.formulas`.

This is the only module that sees Lark's tokens of a formula.
"""

from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

from perfrules.data import read_text
from perfrules.formulas import (
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
from perfrules.syntax import Op
from perfrules.syntax.folding import fold

if TYPE_CHECKING:
    from lark import Lark

LONGEST = 200
"""Characters that a formula may have. It bounds how deep it nests, so that working it out never runs out of stack."""

_OPERATORS = {"+": Operator.ADD, "-": Operator.SUBTRACT, "×": Operator.MULTIPLY, "*": Operator.MULTIPLY}
_COMPARISONS = {">=": Op.GE, "<=": Op.LE, **{op.value: op for op in Op}}


def parse_formula(text: str) -> Formula | int:
    """Parse a formula.

    Returns the offset of the character at which it stops making sense, where it does not parse.

    >>> from perfrules.formulas import formula_text
    >>> formula_text(parse_formula("分值*最小（完成率，１００％）"))
    '分值 × 最小(完成率, 100%)'
    >>> parse_formula("分值 × × 2"), parse_formula("分值 ×")
    (5, 4)
    """
    from lark.exceptions import UnexpectedInput, UnexpectedToken  # noqa: PLC0415 - Lark is loaded when it is needed

    if len(text) > LONGEST:
        return LONGEST
    try:
        return _parser().parse(fold(text))  # type: ignore[return-value] # the transformer leaves a formula, not a tree
    except UnexpectedInput as error:
        ended = isinstance(error, UnexpectedToken) and error.token.type == "$END"
        return len(text) if ended else error.pos_in_stream or 0


@cache
def _parser() -> "Lark":
    from lark import Lark  # noqa: PLC0415 - as above

    grammar = read_text("grammar/formula.lark")
    return Lark(grammar, parser="lalr", start="formula", maybe_placeholders=False, transformer=_transformer())


def _transformer() -> "Any":
    from lark import Transformer, v_args  # noqa: PLC0415 - as above

    @v_args(inline=True)
    class Building(Transformer[Any, Formula]):
        """Builds a formula from the tokens as they are parsed; it never judges."""

        def formula(self, whole: Formula) -> Formula:
            return whole

        def either(self, *parts: Formula) -> Formula:
            return Joined(Connective.OR, parts)

        def both(self, *parts: Formula) -> Formula:
            return Joined(Connective.AND, parts)

        def negated(self, of: Formula) -> Formula:
            return Not(of)

        def compared(self, left: Formula, sign: str, right: Formula) -> Formula:
            return Comparison(_COMPARISONS[sign], left, right)

        def sum(self, left: Formula, sign: str, right: Formula) -> Formula:
            return Arithmetic(_OPERATORS[sign], left, right)

        def product(self, left: Formula, sign: str, right: Formula) -> Formula:
            return Arithmetic(_OPERATORS.get(sign, Operator.DIVIDE), left, right)

        def negative(self, of: Formula) -> Formula:
            return Negative(of)

        def call(self, function: str, *arguments: Formula) -> Formula:
            return Call(Function(str(function)), arguments)

        def number(self, token: str) -> Formula:
            return Number(Fraction(token.rstrip("%分")), token.endswith("%"))

        def name(self, token: str) -> Formula:
            return Name(str(token))

    return Building()
