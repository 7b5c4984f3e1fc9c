"""Where questions are answered: with the shipped schemes, and with the words and schemes of a ruleset."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from os import PathLike
from pathlib import Path

import attrs

from perfrules.actuals import read_actual
from perfrules.diagnostics import Code, Diagnostic
from perfrules.evaluation import evaluate
from perfrules.play.answer import Answer, Scored
from perfrules.play.drawing import number_lines
from perfrules.play.question import Question
from perfrules.report.build import BUDGET
from perfrules.rules import shipped_scheme, shipped_schemes
from perfrules.rules.files import SUFFIX, files_in, read_source
from perfrules.ruleset import Ruleset, load
from perfrules.scoring import Scheme, score
from perfrules.source import Source, TextPlace
from perfrules.syntax import fold
from perfrules.tables import Indicator
from perfrules.targets import parse, parse_quantity
from perfrules.units import Quantity

WEIGHT = "10"
"""The 分值 where the question gives none."""

_NAMELESS = "这个指标"
_VARIANTS = "practice/"
_YEAR = re.compile(r"((?:19|20)\d\d)年?度?")
_WEIGHT = re.compile(r"(\d{1,4}(?:\.\d{1,4})?)分?")


@attrs.frozen
class Desk:
    """Answers questions. The words of `ruleset` count, and its schemes come first.

    `text` is the goal table that somebody may want to change, and `beside` are the other files of its ruleset.
    """

    ruleset: Ruleset = attrs.field(factory=Ruleset)
    text: str = ""
    beside: tuple[Source, ...] = ()

    @classmethod
    def at(cls, paths: Iterable[str | PathLike[str]]) -> "Desk":
        """Open ruleset files and folders of them. Of those with goal tables the first is the one to change.

        >>> Desk.at([]).ruleset.goal_tables
        ()
        """
        paths = list(paths)
        ruleset = load(*paths)
        sources = list(_sources(paths))
        tables = {each.place.source.name for each in ruleset.goal_tables if isinstance(each.place, TextPlace)}
        text = next((source.text for source in sources if source.name in tables), "")
        return cls(ruleset, text, tuple(source for source in sources if source.name not in tables))

    @property
    def schemes(self) -> tuple[Scheme, ...]:
        """The schemes that every outcome is scored by: those of the ruleset, the ministry's, then variants of them."""
        own = self.ruleset.schemes
        known = {scheme.name for scheme in own}
        shipped = (shipped_scheme(name) for name in sorted(shipped_schemes(), key=_is_variant) if name not in known)
        return (*own, *(scheme for scheme in shipped if scheme is not None))

    def answer(self, question: Question) -> Answer:
        """Answer a question. Any text has an answer: what cannot be read is said in it.

        >>> answer = Desk().answer(Question(target="≥60家", actual="58家"))
        >>> answer.outcome.verdict.label, answer.scores[0].score.points
        ('未达成', Fraction(967, 100))
        """
        problems: list[Diagnostic] = []
        language = self.ruleset.language
        year = _matched(_YEAR, question.year, "年度", "2023", problems)
        weight = _matched(_WEIGHT, question.weight, "分值", "10", problems) or WEIGHT
        target = parse(
            question.target,
            sign=question.sign,
            unit=question.unit,
            direction=question.direction,
            name=question.name,
            category=question.category,
            subcategory=question.subcategory,
            year=None if year is None else int(year),
            language=language,
        )
        references = self._budget(question.budget, problems)
        if not question.actual.strip():
            return Answer(question, target, drawing=number_lines(target.region), problems=tuple(problems))
        outcome = evaluate(
            target,
            read_actual(question.actual, language),
            baseline=read_actual(question.baseline, language) if question.baseline.strip() else None,
            references=references,
        )
        indicator = Indicator(question.name or _NAMELESS, target, question.category, question.subcategory)
        points = Fraction(Decimal(weight))
        own = {each.name for each in self.ruleset.schemes}
        scores = tuple(
            Scored(each, score(outcome, points, each, indicator), each.name not in own and _is_variant(each.name))
            for each in self.schemes
        )
        return Answer(question, target, outcome, scores, number_lines(target.region, outcome), tuple(problems))

    def _budget(self, text: str, problems: list[Diagnostic]) -> dict[str, Quantity]:
        if not text.strip():
            return {}
        quantity = parse_quantity(text, self.ruleset.language)
        if quantity is None:
            problems.append(Diagnostic.of(Code.PLAY_VALUE_UNREAD, text=text, what="预算数", example="1280万元"))
            return {}
        return {BUDGET: quantity}


def _sources(paths: Iterable[str | PathLike[str]]) -> Iterator[Source]:
    """Give the texts of ruleset files; what is wrong with the files was said when they were loaded."""
    for file in dict.fromkeys(file for path in paths for file in files_in(Path(path), [])):
        if file.suffix == SUFFIX and (source := read_source(file, [])) is not None:
            yield source


def _is_variant(name: str) -> bool:
    return name.startswith(_VARIANTS)


def _matched(pattern: re.Pattern[str], text: str, what: str, example: str, problems: list[Diagnostic]) -> str | None:
    """Take what a pattern finds; None where the text is empty or, which is said, something else."""
    folded = fold(text).strip()
    found = pattern.fullmatch(folded)
    if found is None and folded:
        problems.append(Diagnostic.of(Code.PLAY_VALUE_UNREAD, text=text, what=what, example=example))
    return None if found is None else found[1]
