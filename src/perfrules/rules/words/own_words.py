"""The block 用语: the units, scales, words of degree and wordings of headers that a ruleset adds to the shipped ones.

A word that has a meaning already gets no second one: both places are pointed at, and the addition is left out.
"""

import re
from collections.abc import Iterable, Iterator

import attrs

from perfrules import targets
from perfrules.diagnostics import Code, Label
from perfrules.names import comparable, standard_wordings
from perfrules.rules.text.fields import Spellings, distinct, field_named, unknown_field, value_of
from perfrules.rules.text.hints import hint
from perfrules.rules.text.lines import Piece, piece
from perfrules.rules.text.outline import Entry, Problems
from perfrules.rules.words.shipped_words import shipped_place
from perfrules.source import Place
from perfrules.syntax import (
    STANDARD,
    Grade,
    Language,
    LevelScale,
    OwnWords,
    Qualitative,
    fold,
    language_with,
    read_target,
)
from perfrules.units import OwnUnit

KEYWORD = "用语"
FIELDS: Spellings = {
    "单位": ("计量单位",),
    "等级": ("评定等级",),
    "程度词": (),
    "表头": (),
}
UNIT_COLUMNS: Spellings = {"又写": ("别名",), "可比": (), "数的是": ()}
SCALE_COLUMNS: Spellings = {"顺序": ()}

CLASSIFIER = "量词"
_UNORDERED = "无"
_LISTED = re.compile(r"[^、,，;；\s\u3000]+")
_WORD = re.compile(r"[一-鿿A-Za-zⅠ-Ⅻ℃°]{1,10}")


@attrs.define
class OwnWordsDraft:
    """The own words read so far, with the place of each, by what it is and how it is written."""

    problems: Problems = attrs.field(factory=Problems)
    units: list[OwnUnit] = attrs.field(factory=list)
    scales: list[LevelScale] = attrs.field(factory=list)
    degrees: list[str] = attrs.field(factory=list)
    headers: list[tuple[str, tuple[str, ...]]] = attrs.field(factory=list)
    places: dict[str, Place] = attrs.field(factory=dict)
    alike: list[Piece] = attrs.field(factory=list)

    def read(self, block: Entry, problems: Problems) -> None:
        """Read one block."""
        self.problems = problems
        for entry in block.children:
            match field_named(entry.label, FIELDS):
                case "单位":
                    self._units(entry)
                case "等级":
                    self._scales(entry)
                case "程度词":
                    self._degrees(entry)
                case "表头":
                    self._headers(entry)
                case _:
                    unknown_field(entry.line.label, KEYWORD, FIELDS, problems)

    def language(self) -> Language:
        """Give the shipped language with what was read; what may be compared has to be a classifier of it."""
        found = OwnWords(tuple(self.units), tuple(self.scales), tuple(self.degrees), tuple(self.headers))
        language = language_with(found)
        for word in self.alike:
            if word.text not in language.units.classifiers:
                self._wrong(word, "可以比较的量词", "垄、畦")
        return language

    def _units(self, field: Entry) -> None:
        for entry in distinct(field.children, self.problems):
            columns = self._columns(entry, UNIT_COLUMNS)
            words = [entry.line.label, *_listed(columns.get("又写"))]
            taken = [word for word in words if not self._is_free(word, "单位")]
            alike = [word for word in _listed(columns.get("可比")) if word.text]
            unit = self._unit(entry, [word.text for word in words[1:]], alike, columns.get("数的是"))
            if unit is not None and not taken:
                self.units.append(unit)
                self.alike.extend(alike)
                self.places |= {word.text: word.place for word in words}

    def _unit(self, entry: Entry, others: list[str], alike: list[Piece], things: Piece | None) -> OwnUnit | None:
        definition = value_of(entry)
        name, spellings = fold(entry.label), tuple(map(fold, others))
        if definition.text == CLASSIFIER:
            counted = things.text if things is not None else name
            return OwnUnit(name, spellings, alike=frozenset(word.text for word in alike), things=counted)
        size = targets.parse_quantity(definition.text)
        if size is None or not size.unit.dimension or size.number <= 0:
            self._wrong(definition, f"单位“{name}”的定义", "量词，或者27.2公斤")
            return None
        return OwnUnit(name, spellings, size.canonical, size.unit.dimension)

    def _is_free(self, word: Piece, what: str) -> bool:
        """Whether a unit may be called that: it is a word, and a number with it says nothing yet."""
        if not _WORD.fullmatch(fold(word.text)):
            self._wrong(word, f"{what}的名称", "垄")
            return False
        if word.text in self.places:
            self._taken(word, what, self.places[word.text])
            return False
        if not isinstance(read_target(f"≥3{word.text}"), Qualitative):
            self._taken(word, what, shipped_place(word.text))
            return False
        return True

    def _scales(self, field: Entry) -> None:
        for entry in distinct(field.children, self.problems):
            name = entry.line.label
            columns = self._columns(entry, SCALE_COLUMNS)
            steps = [(step, tuple(map(fold, step.text.split("/")))) for step in _listed(value_of(entry))]
            if name.text in STANDARD.scales:
                self._taken(name, "等级", shipped_place(name.text))
            elif name.text in self.places:
                self._taken(name, "等级", self.places[name.text])
            elif len(steps) < 2:
                self._wrong(value_of(entry), f"等级“{name.text}”", "优秀/优、合格、不合格")
            elif all(self._is_level(step, word) for step, words in steps for word in words):
                ordered = "顺序" not in columns or columns["顺序"].text != _UNORDERED
                self.scales.append(LevelScale(fold(name.text), tuple(words for _, words in steps), ordered))
                self.places[name.text] = name.place

    def _is_level(self, step: Piece, word: str) -> bool:
        """Whether a level may be called that. Scales may share levels; the name of an indicator tells them apart."""
        if not _WORD.fullmatch(word):
            self._wrong(attrs.evolve(step, text=word), "等级的一级", "优秀/优")
            return False
        if isinstance(read_target(word), Qualitative | Grade):
            return True
        self._taken(attrs.evolve(step, text=word), "等级的一级", shipped_place(word))
        return False

    def _degrees(self, field: Entry) -> None:
        for word in _listed(value_of(field)):
            read = read_target(word.text)
            if not _WORD.fullmatch(word.text):
                self._wrong(word, "程度词", "扎实")
            elif not isinstance(read, Qualitative) or read.direction is not None:
                self._taken(word, "程度词", shipped_place(word.text))
            else:
                self.degrees.append(word.text)

    def _headers(self, field: Entry) -> None:
        standard = {wording: name for name, wordings in standard_wordings().items() for wording in wordings}
        for entry in distinct(field.children, self.problems):
            if entry.label not in standard_wordings():
                example = str(hint(entry.label, standard_wordings())) or "三级指标"
                self._wrong(entry.line.label, "表头的标准名称", example)
                continue
            wordings = []
            for wording in _listed(value_of(entry)):
                known = comparable(wording.text)
                if standard.get(known, entry.label) != entry.label:
                    self._taken(wording, "表头", shipped_place(known))
                elif self.places.get(f"表头 {known}") is not None:
                    self._taken(wording, "表头", self.places[f"表头 {known}"])
                else:
                    self.places[f"表头 {known}"] = wording.place
                    wordings.append(known)
            self.headers.append((entry.label, tuple(wordings)))

    def _columns(self, entry: Entry, spellings: Spellings) -> dict[str, Piece]:
        found: dict[str, Piece] = {}
        for column in entry.line.columns:
            field = field_named(column.key.text, spellings)
            if field is None:
                unknown_field(column.key, KEYWORD, spellings, self.problems)
            else:
                found[field] = column.text
        return found

    def _taken(self, word: Piece, what: str, place: Place) -> None:
        where = (Label(word.place, f"这里作为{what}"), Label(place, "已经有含义"))
        self.problems.add(Code.WORD_TAKEN, *where, word=word.text, what=what)

    def _wrong(self, word: Piece, what: str, example: str) -> None:
        self.problems.add(Code.VALUE_WRONG, word, text=word.text, what=what, example=example)


def _listed(text: Piece | None) -> list[Piece]:
    """Split a list; the places stay."""
    return [] if text is None else list(_items(text))


def _items(text: Piece) -> Iterator[Piece]:
    start = text.place.span.start
    for match in _LISTED.finditer(text.text):
        yield piece(text.place.source, start + match.start(), start + match.end())


def read_own_words(blocks: Iterable[tuple[Entry, Problems]]) -> Language:
    """Read every block 用语 of a ruleset, and give its language."""
    draft = OwnWordsDraft()
    for block, problems in blocks:
        draft.read(block, problems)
    return draft.language()
