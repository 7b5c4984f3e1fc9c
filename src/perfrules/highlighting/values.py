"""How values are coloured, targets and formulas alike: dates, numbers with units, operators, words."""

import re
from collections.abc import Iterable

from perfrules.data import read_text
from perfrules.formulas import Function
from perfrules.formulas.expression import OWN
from perfrules.highlighting.description import Match, Part, Scope
from perfrules.highlighting.shapes import BLANKS, COLON, GAP, any_shape
from perfrules.monitoring import Light
from perfrules.syntax import STANDARD
from perfrules.syntax.alternation import alternation
from perfrules.syntax.lexicon import terminals, unit_regexp

_DIGIT = any_shape("0123456789")
_NUMBER = f"{_DIGIT}+(?:{any_shape(',')}{_DIGIT}{{3}})*(?:{any_shape('.')}{_DIGIT}+)?"
_SIGNS = any_shape("≥≤><=≠+-×÷*/±~!")
_ALONE = rf"(?={BLANKS}$|{GAP})"
_CONNECTIVES = ("_OR", "_AND", "_NOT", "_IF", "_THEN", "_ELSE", "_AMONG", "LIKE")


def value_parts() -> Part:
    """Give the patterns of targets and of formulas, which may stand in one line."""
    begins = rf"(?={BLANKS}{any_shape('0123456789±≥≤><=')})"
    before = _words("OPERATOR", "KEEP", "ABOUT", "NEARLY", "FROM", "REACH", "UNTIL", "BY", "AIM")
    behind = _words("CLOSING", "BEFORE", "AROUND", "OVER")
    changes = rf"(?:{_words('BASELINE')})(?:{_words('PACE')})?(?:{_words('DEGREE')})?(?:{_words('VERB')})?"
    return (
        Match(r'("(?:[^"]|"")*"|“[^”]*”|「[^」]*」)', (Scope.STRING,)),
        Match(rf"(?<![\d.])({_date()})({behind})?", (Scope.DATE, Scope.WORD)),
        Match(rf"({_NUMBER})((?:[ \u3000]?(?:{_unit()}))?)((?:{behind})?)", (Scope.NUMBER, Scope.UNIT, Scope.WORD)),
        Match(rf"({any_shape('%')})", (Scope.UNIT,)),
        Match(rf"({_SIGNS}+)", (Scope.OPERATOR,)),
        Match(rf"(?<={COLON})({BLANKS})({_levels()}){_ALONE}", (None, Scope.LEVEL)),
        Match(rf"(?<=[ \t\u3000])({_levels()}){_ALONE}", (Scope.LEVEL,)),
        Match(rf"({changes})", (Scope.WORD,)),
        Match(rf"({_words('VERB')}|{before}){begins}", (Scope.WORD,)),
        Match(rf"(?<!\w)({_any(_connectives())})(?!\w)", (Scope.CONNECTIVE,)),
        Match(rf"(?<!\w)({_any(each.value for each in Function)})(?={BLANKS}{any_shape('(')})", (Scope.FUNCTION,)),
    )


def fact_part(names: tuple[str, ...]) -> Part:
    """Give the pattern of the names that formulas of a kind of block may use."""
    return (Match(rf"(?<!\w)({_any((*names, OWN))})(?!\w)", (Scope.FACT,)),)


def prose_parts() -> Part:
    """Give the pattern of what is filled into a message."""
    return (Match(r"(\{[^{}]*\})", (Scope.PLACEHOLDER,)),)


def _any(words: Iterable[str]) -> str:
    return alternation(dict.fromkeys(words))


def _words(*names: str) -> str:
    known = terminals()
    return "|".join(known[name].regexp() for name in names)


def _levels() -> str:
    lights = (light.value for light in Light)
    levels = _any([*STANDARD.levels, *lights])
    return f"{levels}|{_words('YES', 'NO', 'TIER', 'ASSERTED', 'PLACEHOLDER', 'FULL')}"


def _unit() -> str:
    word = unit_regexp(STANDARD.units)
    word = f"{any_shape('%')}|{word}"
    return rf"(?:{word})(?:[·*](?:{word}))*(?:{any_shape('/')}(?:{word})(?:[·/](?:{word}))*)?"


def _date() -> str:
    """Put a date together of its terminals in the grammar of targets."""
    found = _terminals("grammar/target.lark")
    year, month, day, quarter, half, edge, dotted = (
        found[name] for name in ("YEAR", "MONTH", "DAY", "QUARTER", "HALF", "EDGE", "DOTTED")
    )
    part = f"(?:{month})(?:{day})?|{quarter}|{half}"
    return f"(?:{dotted}|(?:{year})(?:{part})?|{part})(?:{edge})?"


def _connectives() -> list[str]:
    """Give the words that hold formulas together, as the grammar of formulas has them."""
    found = _terminals("grammar/formula.lark")
    return [word for name in _CONNECTIVES for word in re.findall(r"[一-鿿]+", found[name])]


def _terminals(path: str) -> dict[str, str]:
    """Give the terminals of a grammar, as they are written there, expressions without their slashes."""
    lines = re.findall(r"^(_?[A-Z]+)(?:\.\d+)?: *(.+)$", read_text(path), re.MULTILINE)
    return {name: text[1:-1].replace(r"\/", "/") if text.startswith("/") else text for name, text in lines}
