"""The formulas of a ruleset: text to the frozen values of `perfrules.formulas`.

This is the only module that sees Lark's tokens of a formula.
"""

import re
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from perfrules.data import read_text
from perfrules.formulas import (
    Among,
    Arithmetic,
    Call,
    Comparison,
    Connective,
    Day,
    Formula,
    Function,
    If,
    Joined,
    Likeness,
    Member,
    Name,
    Negative,
    Not,
    Number,
    Operator,
    Text,
    TextTest,
    depth_of,
)
from perfrules.syntax import STANDARD, Language, Op, read_unit
from perfrules.syntax.folding import fold
from perfrules.syntax.lexicon import unit_regexp
from perfrules.units import PLAIN, Unit

if TYPE_CHECKING:
    from lark import Lark, Token

LONGEST = 1000
"""Characters that a formula may have."""

DEEPEST = 100
"""How deep it may nest, so that working it out never runs out of stack."""

_OPERATORS = {"+": Operator.ADD, "-": Operator.SUBTRACT, "×": Operator.MULTIPLY, "*": Operator.MULTIPLY}
_COMPARISONS = {">=": Op.GE, "<=": Op.LE, **{op.value: op for op in Op}}
_DAY = re.compile(r"(\d+)年(\d+)月(\d+)日")
_AMOUNT = re.compile(r"([\d.]+)(.*)")


class _WrongTokenError(Exception):
    """A token that looks right and is not; it never leaves this module."""


@lru_cache(maxsize=4096)
def parse_formula(text: str, language: Language = STANDARD) -> Formula | int:
    """Parse a formula, whose amounts may have the units of a language.

    Returns the offset of the character at which it stops making sense, where it does not parse.

    >>> from perfrules.formulas import formula_text
    >>> formula_text(parse_formula("分值*最小（完成率，１００％）"))
    '分值 × 最小(完成率, 100%)'
    >>> formula_text(parse_formula("表.预算÷128家≠10万元/家 或 名称 含 (“率”、“比”)"))
    '表.预算 ÷ 128家 ≠ 10万元/家 或 名称 含 (“率”, “比”)'
    >>> parse_formula("分值 × × 2"), parse_formula("分值 ×"), parse_formula("截止日 ≤ 2023年2月30日")
    (5, 4, 6)
    """
    from lark.exceptions import UnexpectedInput, UnexpectedToken  # noqa: PLC0415 - Lark is loaded when it is needed

    if len(text) > LONGEST:
        return LONGEST
    try:
        formula: Formula = _parser(language).parse(fold(text))  # type: ignore[assignment] # the transformer leaves no tree
    except _WrongTokenError as wrong:
        return int(wrong.args[0])
    except UnexpectedInput as error:
        ended = isinstance(error, UnexpectedToken) and error.token.type == "$END"
        return len(text) if ended else error.pos_in_stream or 0
    return formula if depth_of(formula) <= DEEPEST else 0


def grammar(language: Language) -> str:
    """Give the whole grammar as one text that Lark reads: the file, the names of functions and the units."""
    functions = "|".join(function.value for function in Function)
    terminals = {
        "FUNCTION.2": rf"(?:{functions})(?=\s*\()",
        "NUMBER.2": rf"\d+(?:\.\d+)?(?:{_unit_regexp(language)})?",
    }
    return read_text("grammar/formula.lark") + "".join(f"\n{name}: /{each}/" for name, each in terminals.items()) + "\n"


@lru_cache(maxsize=64)
def _parser(language: Language) -> "Lark":
    from lark import Lark  # noqa: PLC0415 - as above

    from perfrules.syntax.parser import TrustedLexer  # noqa: PLC0415 - as above

    return Lark(
        grammar(language),
        parser="lalr",
        start="formula",
        maybe_placeholders=False,
        transformer=_transformer(language),
        _plugins={"ContextualLexer": TrustedLexer},
    )


def _unit_regexp(language: Language) -> str:
    """Give the regular expression of a unit behind a number, which a name behind a slash is not: 1280万元/补助家数."""
    word = unit_regexp(language.units)
    several = rf"(?:{word})(?:·(?:{word}))*(?:[/](?:{word})(?:[·/](?:{word}))*(?![^\W且或]))?"
    return re.sub(r"(?<!\\)/", r"\\/", several)


@lru_cache(maxsize=1024)
def _unit(text: str, language: Language) -> Unit | None:
    """Read the unit of a number; 分 are the points of a score, a plain number."""
    if text in ("", "分"):
        return PLAIN
    factors = read_unit(text, language)
    return None if factors is None else language.units.unit_of(factors)


def _transformer(language: Language) -> "Any":
    from lark import Transformer, v_args  # noqa: PLC0415 - as above

    @v_args(inline=True)
    class Building(Transformer[Any, Formula]):
        """Builds a formula from the tokens as they are parsed; it never judges."""

        def formula(self, whole: Formula) -> Formula:
            return whole

        def conditional(self, condition: Formula, then: Formula, otherwise: Formula) -> Formula:
            return If(condition, then, otherwise)

        def either(self, *parts: Formula) -> Formula:
            return Joined(Connective.OR, parts)

        def both(self, *parts: Formula) -> Formula:
            return Joined(Connective.AND, parts)

        def negated(self, of: Formula) -> Formula:
            return Not(of)

        def compared(self, left: Formula, sign: str, right: Formula) -> Formula:
            return Comparison(_COMPARISONS[sign], left, right)

        def different(self, left: Formula, right: Formula) -> Formula:
            return Not(Comparison(Op.EQ, left, right))

        def among(self, of: Formula, *items: Formula) -> Formula:
            return Among(of, items)

        def like(self, of: Formula, likeness: str, *words: Formula) -> Formula:
            return TextTest(Likeness(str(likeness)), of, words)

        def sum(self, left: Formula, sign: str, right: Formula) -> Formula:
            return Arithmetic(_OPERATORS[sign], left, right)

        def product(self, left: Formula, sign: str, right: Formula) -> Formula:
            return Arithmetic(_OPERATORS.get(sign, Operator.DIVIDE), left, right)

        def negative(self, of: Formula) -> Formula:
            return Negative(of)

        def call(self, function: str, *arguments: Formula) -> Formula:
            return Call(Function(str(function)), arguments)

        def path(self, first: str, *others: str) -> Formula:
            found: Name | Member = Name(str(first))
            for name in others:
                found = Member(found, str(name))
            return found

        def number(self, token: "Token") -> Formula:
            found = _AMOUNT.fullmatch(token)
            unit = None if found is None else _unit(found[2], language)
            if found is None or unit is None:
                raise _WrongTokenError(token.start_pos)
            return Number(Fraction(found[1]), unit)

        def day(self, token: "Token") -> Formula:
            found = _DAY.fullmatch(token)
            try:
                return Day(date(*map(int, found.groups() if found else ())))
            except ValueError:
                raise _WrongTokenError(token.start_pos) from None

        def text(self, token: str) -> Formula:
            inside = str(token)[1:-1]
            return Text(inside.replace('""', '"') if token.startswith('"') else inside)

    return Building()
