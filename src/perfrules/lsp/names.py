"""The names in a ruleset: where each is given to something, and where it is used."""

import re
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from functools import lru_cache, partial

import attrs

from perfrules.data import resource
from perfrules.lsp.document import Document
from perfrules.lsp.formula_parts import Part, formula_parts
from perfrules.lsp.inside import Inside, keyword_of, with_places
from perfrules.lsp.reading import Reading
from perfrules.names import comparable
from perfrules.rules.blocks import BLOCKS, TABLES
from perfrules.rules.methods.methods import KEYWORD as METHOD
from perfrules.rules.reviewing.rules import KEYWORD as REVIEW_RULE
from perfrules.rules.reviewing.word_lists import KEYWORD as WORD_LIST
from perfrules.rules.schemes.scheme import KEYWORD as SCHEME
from perfrules.rules.schemes.tables import BANDS, TIERS
from perfrules.rules.tables.waivers import RULE_ID
from perfrules.rules.text.headers import begins_with, name_in
from perfrules.rules.text.lines import Line, Piece
from perfrules.rules.text.shipped_files import shipped_files
from perfrules.source import Source, Span


class Named(Enum):
    """What a name stands for, as people call it."""

    SCHEME = "评分办法"
    FAMILY = "系列"
    METHOD = "监控办法"
    PARAMETER = "参数"
    STEPS = "分档或评判等级"
    TABLE = "目标表"
    INDICATOR = "指标"
    WORD_LIST = "词表"
    REVIEW_RULE = "审核规则"
    CODE = "提示"


@attrs.frozen
class Occurrence:
    """A name at a place. `owner` is the block that a parameter or a table of steps belongs to."""

    of: Named
    name: str
    source: Source
    span: Span
    is_definition: bool
    owner: str = ""


_HEADERS = {
    **dict.fromkeys(TABLES, Named.TABLE),
    SCHEME: Named.SCHEME,
    METHOD: Named.METHOD,
    WORD_LIST: Named.WORD_LIST,
}
_RULES = {Inside.RULES, Inside.EXECUTION, Inside.AUDITED}
_CONDITIONS = _RULES | {Inside.LIGHTS, Inside.REMARKS}
_FORMULAS = ("范围", "应当")
_ID = re.compile(RULE_ID)
_CODE = re.compile(r"PF\d{3}")


@attrs.frozen
class Names:
    """The names of some documents, and from which block each block inherits."""

    occurrences: tuple[Occurrence, ...]
    parents: Mapping[tuple[Named, str], str]
    documents: tuple[Document, ...]

    def at(self, source: Source, column: int) -> Occurrence | None:
        """Give the name at a character of a line."""
        here = (each for each in self.occurrences if each.source is source)
        return next((each for each in here if each.span.start <= column <= each.span.end), None)

    def definitions(self, name: Occurrence) -> tuple[Occurrence, ...]:
        """Give where what a name stands for was given it; of a parameter in the nearest block that it comes from."""
        if name.of in (Named.PARAMETER, Named.STEPS):
            for owner in self._line_of(name.owner):
                found = self._defined(name, partial(_is_owned_by, owner))
                if found:
                    return found
            return ()
        found = self._defined(name, lambda each: each.of is name.of)
        if found or name.of is not Named.SCHEME:
            return found
        return self._defined(name, lambda each: each.of is Named.FAMILY)

    def same(self, name: Occurrence) -> tuple[Occurrence, ...]:
        """Give every place of what a name stands for; a parameter is one with those that it stands for in heirs."""
        if name.of is Named.INDICATOR:
            return tuple(each for each in self.occurrences if each.of is name.of and _same(each, name))
        if name.of in _OWNED:
            root = self._root(name)
            alike = (each for each in self.occurrences if each.of in _OWNED and _same(each, name))
            return tuple(each for each in alike if self._root(each) == root)
        alike = (each for each in self.occurrences if _same(each, name))
        wanted = {each.of for each in self.definitions(name)} or {name.of}
        kinds = wanted | ({Named.SCHEME} if Named.FAMILY in wanted else set())
        return tuple(each for each in alike if each.of in kinds)

    def is_taken(self, name: Occurrence, new: str) -> bool:
        """Whether something of the same kind has a name already."""
        alike = (each for each in self.occurrences if each.is_definition and each.of is name.of)
        return any(comparable(each.name) == comparable(new) and each.owner == name.owner for each in alike)

    def _defined(self, name: Occurrence, fits: Callable[[Occurrence], bool]) -> tuple[Occurrence, ...]:
        found = (each for each in self.occurrences if each.is_definition and _same(each, name))
        return tuple(each for each in found if fits(each))

    def _line_of(self, owner: str) -> Iterator[str]:
        """Give a block and those that it inherits from."""
        seen: set[str] = set()
        waiting = [owner]
        while waiting and waiting[0] not in seen:
            seen.add(waiting[0])
            yield waiting[0]
            waiting = [found for of in (Named.SCHEME, Named.METHOD) if (found := self.parents.get((of, waiting[0])))]

    def _root(self, name: Occurrence) -> str:
        """Give the first block of those inherited from that has the name."""
        owners = {
            each.owner for each in self.occurrences if each.of in _OWNED and each.is_definition and _same(each, name)
        }
        having = [owner for owner in self._line_of(name.owner) if owner in owners]
        return having[-1] if having else name.owner


_OWNED = (Named.PARAMETER, Named.STEPS)


def _is_owned_by(owner: str, name: Occurrence) -> bool:
    return name.owner == owner and name.of in _OWNED


def _same(one: Occurrence, other: Occurrence) -> bool:
    return comparable(one.name) == comparable(other.name)


@lru_cache(maxsize=4)
def names_of(reading: Reading) -> Names:
    """Find the names in the documents of a reading, and in the shipped files that these build on."""
    documents = list(reading.documents)
    occurrences: list[Occurrence] = []
    parents: dict[tuple[Named, str], str] = {}
    loaded: set[str] = set()
    for document in documents:
        found = list(_names_in(document))
        occurrences.extend(each for each, _ in found)
        parents |= {(each.of, each.owner): each.name for each, is_parent in found if is_parent}
        wanted = {each.name for each, _ in found if each.of in (Named.SCHEME, Named.METHOD) and not each.is_definition}
        for name in sorted(wanted - loaded):
            loaded.add(name)
            documents.extend(_shipped(name))
    return Names(tuple(occurrences), parents, tuple(documents))


@lru_cache(maxsize=64)
def _shipped(name: str) -> tuple[Document, ...]:
    """Give the shipped file of that name, or the files of that family."""
    files = dict(shipped_files())
    own = [files[name]] if name in files else []
    texts = {path: path.read_text(encoding="utf-8") for path in own or files.values()}
    return tuple(Document.of(str(path), text) for path, text in texts.items() if own or f"系列：{name}\n" in text)


def is_shipped(document: Document) -> bool:
    """Whether a document is one of the files that perfrules ships."""
    return document.name.startswith(str(resource("rulesets")))


def _names_in(document: Document) -> Iterator[tuple[Occurrence, bool]]:
    """Give the names in a document, and of each whether it names what its block inherits from."""
    for line, inside, above in with_places(document.blocks):
        block = above[0] if above else line
        owner = name_in(block.whole, BLOCKS).text
        for each in _names_of_line(line, inside, owner, keyword_of(block)):
            yield each, inside in (Inside.SCHEME, Inside.METHOD) and line.label.text == "继承"


def _names_of_line(line: Line, inside: Inside, owner: str, keyword: str) -> Iterator[Occurrence]:
    label, value = line.label, line.value
    match inside:
        case Inside.TOP:
            name = name_in(line.whole, BLOCKS)
            if keyword in _HEADERS and name.text:
                yield _at(_HEADERS[keyword], name, defines=True)
            elif keyword == REVIEW_RULE:
                yield from _ids(name, defines=True)
        case Inside.SCHEME | Inside.METHOD if label.text == "继承" and value is not None and value.text:
            yield attrs.evolve(_at(Named.SCHEME if inside is Inside.SCHEME else Named.METHOD, value), owner=owner)
        case Inside.SCHEME if label.text == "系列" and value is not None:
            yield _at(Named.FAMILY, value, defines=True)
        case Inside.SCHEME if begins_with(label.text, BANDS) or begins_with(label.text, TIERS):
            yield _at(Named.STEPS, name_in(label, (BANDS, TIERS)), defines=True, owner=owner)
        case Inside.TABLE | Inside.TRIAL if comparable(label.text) == SCHEME and value is not None and value.text:
            yield _at(Named.SCHEME, value)
        case Inside.PARAMETERS:
            yield _at(Named.PARAMETER, label, defines=True, owner=owner)
        case Inside.SETTINGS:
            yield from _ids(label)
        case Inside.WORD_LIST if label.text == "并入" and value is not None:
            yield _at(Named.WORD_LIST, value)
        case Inside.CATEGORY | Inside.INDICATORS if value is not None:
            yield _at(Named.INDICATOR, label, defines=True)
        case Inside.REVIEW_RULE if label.text in _FORMULAS and value is not None:
            yield from _in_formula(value, owner)
        case _ if inside in _CONDITIONS:
            yield from _in_formula(label, owner)
            if inside in _RULES and value is not None:
                yield from _in_formula(value, owner)
    if inside in (Inside.TABLE, Inside.INDICATOR) and label.text == "免审" and value is not None:
        yield from _ids(value)
    for column in line.columns:
        if column.key.text == "免审":
            yield from _ids(column.text)
        elif column.key.text == "诊断":
            yield from _codes(column.text)


def _at(of: Named, text: Piece, *, defines: bool = False, owner: str = "") -> Occurrence:
    return Occurrence(of, text.text, text.place.source, text.place.span, defines, owner)


def _in_formula(text: Piece, owner: str) -> Iterator[Occurrence]:
    for part, word, span in formula_parts(text):
        if part is Part.NAME:
            yield Occurrence(Named.PARAMETER, word, text.place.source, span, False, owner)


def _ids(text: Piece, *, defines: bool = False) -> Iterator[Occurrence]:
    return _found(_ID, Named.REVIEW_RULE, text, defines=defines)


def _codes(text: Piece) -> Iterator[Occurrence]:
    return _found(_CODE, Named.CODE, text, defines=False)


def _found(pattern: re.Pattern[str], of: Named, text: Piece, *, defines: bool) -> Iterator[Occurrence]:
    source, (start, end) = text.place.source, text.place.span
    for each in pattern.finditer(source.text, start, end):
        yield Occurrence(of, each.group(), source, Span(*each.span()), defines)
        if defines:
            return
