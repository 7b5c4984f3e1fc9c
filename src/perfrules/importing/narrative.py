"""The narrative of a department: 总体绩效目标, 分项绩效目标 and 工作保障措施 in paragraphs, before its tables."""

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

import attrs

from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.importing.clauses import quality_in
from perfrules.importing.labels import HEADINGS, UNDER_A_HEADING, Item, is_called
from perfrules.readers.sheet import Paragraph
from perfrules.source import Span, TextPlace
from perfrules.syntax import Language, fold
from perfrules.tables import GoalTable, Indicator, Level, Safeguard, SubGoal
from perfrules.targets import parse
from perfrules.targets.finding import Found, find

_HEADING = re.compile(r"(?:第?[一二三四五六七八九十]+(?:、|部分)|[（(][一二三四五六七八九十]+[)）]|\d+[.、．])?\s*(.+)")
_TITLED = re.compile(r"[（(][一二三四五六七八九十\d]+[)）]|\d+[.、．]")
_CLAUSE = re.compile(r"[^，,；;。]+")
_YEAR = re.compile(r"(?<!\d)(20\d\d)年")
_LONGEST_TITLE = 60
_LONGEST_HEADING = 40


def read_narrative(
    file: str, paragraphs: Sequence[Paragraph], language: Language, flaws: list[Diagnostic]
) -> GoalTable | None:
    """Read the goal table of a department; None where no heading of such a narrative is found."""
    reading = _Reading(language, flaws)
    for paragraph in paragraphs:
        reading.take(paragraph)
    return reading.table(file, paragraphs) if reading.found else None


@attrs.define
class _Reading:
    language: Language
    flaws: list[Diagnostic]
    found: bool = False
    part: Item | None = None
    before: list[Paragraph] = attrs.field(factory=list)
    goals: list[str] = attrs.field(factory=list)
    introduction: list[str] = attrs.field(factory=list)
    sub_goals: list[SubGoal] = attrs.field(factory=list)
    indicators: list[tuple[str, Paragraph, int]] = attrs.field(factory=list)
    safeguards: list[Safeguard] = attrs.field(factory=list)

    def take(self, paragraph: Paragraph) -> None:
        """Sort a paragraph in: a heading, or what stands under the last one."""
        text = paragraph.text.strip()
        heading, after = _heading(text)
        if heading is not None:
            self.part, self.found = heading, True
            if after:
                self._under(heading, after, paragraph)
        elif self.part is None:
            self.before.append(paragraph)
        else:
            self._under(self.part, text, paragraph)

    def _under(self, part: Item, text: str, paragraph: Paragraph) -> None:
        text = "".join(line.strip() for line in text.splitlines())
        if part is Item.OVERALL:
            self.goals.append(text)
        elif part is Item.SAFEGUARDS:
            title, stop, rest = text.partition("。")
            self.safeguards.append(Safeguard(title + stop, rest))
        else:
            self._sub_goal(text, paragraph)

    def _sub_goal(self, text: str, paragraph: Paragraph) -> None:
        label, colon, rest = text.replace(":", "：", 1).partition("：")
        item = next((each for each in UNDER_A_HEADING if colon and is_called(each, label)), None)
        if item is None and _TITLED.match(text):
            self.sub_goals.append(SubGoal(text))
        elif not self.sub_goals:
            self.introduction.append(text)
        elif item is Item.SUB_GOAL and not self.sub_goals[-1].goal:
            self.sub_goals[-1] = attrs.evolve(self.sub_goals[-1], goal=rest)
        elif item is Item.SUB_INDICATORS and not self.sub_goals[-1].indicators:
            self.sub_goals[-1] = attrs.evolve(self.sub_goals[-1], indicators=rest)
            self.indicators.append((self.sub_goals[-1].title, paragraph, paragraph.text.index(rest)))
        else:
            self._unused(paragraph)

    def _unused(self, paragraph: Paragraph) -> None:
        self.flaws.append(Diagnostic.of(Code.CELL_UNUSED, Label(paragraph.place), text=paragraph.text.strip()))

    def table(self, file: str, paragraphs: Sequence[Paragraph]) -> GoalTable:
        """Put together what was read."""
        title = prepared_by = ""
        for paragraph in self.before:
            text = paragraph.text.strip()
            if not prepared_by and text.removesuffix("单位").endswith("编制") and len(text) < _LONGEST_TITLE:
                prepared_by = text
            elif not title and "目标" in text and len(text) < _LONGEST_TITLE and "。" not in text:
                title = text
            else:
                self._unused(paragraph)
        found = _YEAR.search(fold(title))
        year = int(found[1]) if found else None
        name = prepared_by.removesuffix("编制").strip()
        first = paragraphs[0]
        if not name:
            name = title or PurePath(file).stem
            self.flaws.append(Diagnostic.of(Code.PROJECT_UNNAMED, Label(first.place), name=name))
        return GoalTable(
            name,
            level=Level.DEPARTMENT,
            title=title,
            year=year,
            department=prepared_by.removesuffix("编制").strip(),
            prepared_by=prepared_by,
            goals=tuple(self.goals),
            sub_goals=tuple(self.sub_goals),
            sub_goals_introduction="".join(self.introduction),
            safeguards=tuple(self.safeguards),
            indicators=tuple(each for given in self.indicators for each in self._indicators(*given, year)),
            place=first.place,
        )

    def _indicators(self, sub_goal: str, paragraph: Paragraph, start: int, year: int | None) -> Iterator[Indicator]:
        """Find what can be measured in a sentence, and list the clauses in which nothing was found."""
        text = paragraph.text[start:]
        found = find(text, year=year, language=self.language)
        for clause in _CLAUSE.finditer(text):
            own = [each for each in found if clause.start() <= each.span.start < clause.end()]
            quality = None if own else quality_in(clause[0], self.language)
            if quality is not None:
                at = start + clause.start()
                place = _place(paragraph, at + quality.span.start, at + quality.span.end)
                target = parse(clause[0][slice(*quality.span)], name=quality.name, year=year, language=self.language)
                words = clause[0].strip()
                yield Indicator(quality.name, target, description=words, sub_goal=sub_goal, place=place)
                continue
            for each in own:
                place = _place(paragraph, start + each.span.start, start + each.span.end)
                yield self._indicator(each, clause[0].strip(), sub_goal, place)
            if not own and clause[0].strip():
                place = _place(paragraph, start + clause.start(), start + clause.end())
                self.flaws.append(Diagnostic.of(Code.SENTENCE_WITHOUT_TARGET, Label(place), text=clause[0].strip()))

    def _indicator(self, found: Found, clause: str, sub_goal: str, place: TextPlace) -> Indicator:
        name = found.phrase or clause
        target = parse(found.text, name=name, year=found.target.year, language=self.language)
        return Indicator(name, target, description=clause, sub_goal=sub_goal, place=place)


def _place(paragraph: Paragraph, start: int, end: int) -> TextPlace:
    return TextPlace(paragraph.place.source, Span(start, end))


def _heading(text: str) -> tuple[Item | None, str]:
    """Recognise a heading, and what stands behind it in the same paragraph."""
    found = None if "\n" in text else _HEADING.match(text[:_LONGEST_HEADING])
    if found is None:
        return None, ""
    name, colon, _ = found[1].replace(":", "：", 1).partition("：")
    after = text[found.start(1) + len(name) + 1 :] if colon else ""
    has_number = bool(found.start(1))
    item = next((item for item in HEADINGS if is_called(item, name.rstrip("。"))), None)
    return (item, after.strip()) if item is not None and (has_number or not after) else (None, "")
