"""What a description of colours is made of: patterns, and regions that have patterns of their own.

Every expression keeps to what Python and Oniguruma (of TextMate) have in common. A line is looked at by itself; of the
patterns that match first in it, the one that is listed first wins.
"""

from collections.abc import Mapping
from enum import Enum

import attrs


class Scope(Enum):
    """What a stretch of text is: its name in TextMate themes, and that in Pygments styles."""

    COMMENT = ("comment.line.number-sign", "Comment.Single")
    BLOCK = ("keyword.control.block", "Keyword.Declaration")
    NAME = ("entity.name.type", "Name.Class")
    CODE = ("constant.other.code", "Name.Constant")
    FIELD = ("keyword.other.field", "Name.Attribute")
    CLASS = ("entity.name.namespace", "Name.Namespace")
    INDICATOR = ("variable.other.indicator", "Name.Variable")
    FACT = ("support.variable.fact", "Name.Builtin")
    FUNCTION = ("support.function", "Name.Function")
    CONNECTIVE = ("keyword.control.connective", "Operator.Word")
    OPERATOR = ("keyword.operator", "Operator")
    WORD = ("keyword.operator.word", "Keyword")
    NUMBER = ("constant.numeric", "Number")
    UNIT = ("keyword.other.unit", "Keyword.Type")
    DATE = ("constant.numeric.date", "Literal.Date")
    LEVEL = ("constant.language.level", "Keyword.Constant")
    STRING = ("string.quoted", "String.Double")
    PROSE = ("string.unquoted.prose", "String")
    PLACEHOLDER = ("variable.other.placeholder", "String.Interpol")


Groups = tuple[Scope | None, ...]
"""What each group of an expression is; every character that it matches is in one of its groups."""


@attrs.frozen
class Match:
    """A stretch of a line."""

    pattern: str
    groups: Groups


@attrs.frozen
class Region:
    """A stretch between two others, of which the last is only looked at. `inside` names parts of the description."""

    begin: str
    groups: Groups
    end: str
    inside: tuple[str, ...]
    scope: Scope | None = None


Part = tuple[Match | Region, ...]


@attrs.frozen
class Description:
    """What a file is made of: the names of the parts that stand at its top, and all parts by their names."""

    top: tuple[str, ...]
    parts: Mapping[str, Part]
