"""Where names are given and used, and giving them others."""

import re
from collections.abc import Iterator

from lsprotocol import types

from perfrules.data import resource
from perfrules.diagnostics import Code, Diagnostic, PerfRulesError
from perfrules.lsp.desk import uri_of
from perfrules.lsp.document import Document, Spot, Stretch
from perfrules.lsp.names import Named, Names, Occurrence, is_shipped, names_of
from perfrules.lsp.protocol import range_of
from perfrules.lsp.reading import Reading
from perfrules.review.rule import rule_named
from perfrules.rules import shipped_review
from perfrules.source import TextPlace

_RENAMED = (
    Named.SCHEME,
    Named.FAMILY,
    Named.METHOD,
    Named.PARAMETER,
    Named.STEPS,
    Named.TABLE,
    Named.INDICATOR,
    Named.WORD_LIST,
)
_PLAIN = re.compile(r"\S(?:(?!  |\t|[:：#\u3000]).)*")
_IN_FORMULAS = re.compile(r"(?:(?![且或])[^\W\d])(?:(?![且或])\w)*")


def name_at(reading: Reading, document: Document, spot: Spot) -> Occurrence | None:
    """Give the name at a spot."""
    number, column = document.characters(spot)
    return names_of(reading).at(document.lines[number].source, column)


def definitions(reading: Reading, document: Document, spot: Spot) -> list[types.Location]:
    """Give where what is named at a spot was given its name, shipped files included."""
    name = name_at(reading, document, spot)
    if name is None:
        return []
    names = names_of(reading)
    found = [_location(names, each) for each in names.definitions(name)]
    return [each for each in found if each is not None] or list(_shipped_rule(name))


def references(reading: Reading, document: Document, spot: Spot, *, with_definition: bool) -> list[types.Location]:
    """Give the places in the ruleset where the same is named."""
    name, names = name_at(reading, document, spot), names_of(reading)
    if name is None or (name.of is Named.PARAMETER and not names.definitions(name)):
        return []
    found = (each for each in names.same(name) if with_definition or not each.is_definition)
    places = (_location(names, each) for each in found)
    return [each for each in places if each is not None]


def renamed_at(reading: Reading, document: Document, spot: Spot) -> Stretch | None:
    """Give the name at a spot if it can be given another; None where it cannot."""
    name = name_at(reading, document, spot)
    if name is None or name.of not in _RENAMED or not names_of(reading).definitions(name):
        return None
    number = document.line_number(name.source)
    return None if number is None else document.within(number, *name.span)


def rename(reading: Reading, document: Document, spot: Spot, new: str) -> types.WorkspaceEdit | None:
    """Give what is named at a spot another name, everywhere in the ruleset.

    Raises:
        PerfRulesError: It is no name, it is taken, or what it stands for is defined in a shipped file.
    """
    name, names = name_at(reading, document, spot), names_of(reading)
    if name is None or renamed_at(reading, document, spot) is None:
        return None
    _check(names, name, new)
    places = [name] if name.of is Named.INDICATOR else names.same(name)
    edits: dict[str, list[types.TextEdit]] = {}
    for each in places:
        found = _location(names, each)
        if found is not None:
            edits.setdefault(found.uri, []).append(types.TextEdit(found.range, new))
    return types.WorkspaceEdit(changes=edits)


def _check(names: Names, name: Occurrence, new: str) -> None:
    """Refuse a new name that would not be read as one, or that something of the kind has already."""
    pattern = _IN_FORMULAS if name.of in (Named.PARAMETER, Named.STEPS) else _PLAIN
    if pattern.fullmatch(new) is None:
        raise PerfRulesError(Diagnostic.of(Code.NEW_NAME_WRONG, name=new, what=name.of.value))
    for document in names.documents:
        shipped = (each for each in names.definitions(name) if document.line_number(each.source) is not None)
        if is_shipped(document) and any(shipped):
            raise PerfRulesError(Diagnostic.of(Code.NAME_SHIPPED, name=name.name, what=name.of.value))
    if name.of is not Named.INDICATOR and names.is_taken(name, new):
        raise PerfRulesError(Diagnostic.of(Code.NEW_NAME_TAKEN, name=new, what=name.of.value))


def _location(names: Names, name: Occurrence) -> types.Location | None:
    for document in names.documents:
        number = document.line_number(name.source)
        if number is not None:
            return types.Location(uri_of(document.name), range_of(document.within(number, *name.span)))
    return None


def _shipped_rule(name: Occurrence) -> Iterator[types.Location]:
    """Give where a shipped review rule stands."""
    rule = rule_named(shipped_review().rules, name.name) if name.of is Named.REVIEW_RULE else None
    if rule is not None and isinstance(rule.place, TextPlace):
        line, _ = rule.place.source.line_column(rule.place.span.start)
        start = types.Position(line - 1, 0)
        yield types.Location(uri_of(str(resource(rule.place.source.name))), types.Range(start, start))
