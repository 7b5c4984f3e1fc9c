"""What is wrong with a formula, said to the person who wrote it."""

import re
from collections.abc import Iterable

from perfrules.diagnostics import Code
from perfrules.formulas import Fault, TooDeep, UnitsClash, UnknownName, WrongArguments, WrongKind, formula_text
from perfrules.formulas.faults import DEEPEST
from perfrules.rules.text.hints import hint
from perfrules.rules.text.lines import Piece, piece
from perfrules.rules.text.outline import Problems
from perfrules.source import TextPlace
from perfrules.syntax import fold

_QUOTED = re.compile(r'"[^"]*"|“[^”]*”|「[^」]*」')


def report(found: Iterable[Fault], where: Iterable[Piece | TextPlace], problems: Problems) -> bool:
    """Say what is wrong with a formula that stands in a place; tell whether nothing is."""
    places, several = tuple(where), list(found)
    for fault in () if problems.is_full else several:
        match fault:
            case UnknownName(name, known):
                named = (_place_of(name, place) for place in places)
                problems.add(Code.FORMULA_NAME_UNKNOWN, *named, name=name, hint=hint(name, known))
            case WrongKind(part, kind, wanted):
                kinds = "或".join(map(str, wanted))
                problems.add(Code.FORMULA_KIND_WRONG, *places, part=formula_text(part), found=kind, wanted=kinds)
            case UnitsClash(left, right):
                problems.add(Code.FORMULA_UNITS, *places, left=left, right=right)
            case WrongArguments(call, form):
                problems.add(Code.FORMULA_ARGUMENTS, *places, part=formula_text(call), wanted=form)
            case TooDeep(call):
                problems.add(Code.FORMULA_DEEP, *places, part=formula_text(call), most=DEEPEST)
    return not several


def _place_of(name: str, where: Piece | TextPlace) -> Piece | TextPlace:
    """Give the place of a name in a formula, rather in it than in a text between quotation marks."""
    place = where.place if isinstance(where, Piece) else where
    start, end = place.span
    text = fold(place.source.text[start:end])
    unquoted = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    found = pattern.search(unquoted) or pattern.search(text)
    return where if found is None else piece(place.source, start + found.start(), start + found.end())
