"""Tries the examples of review rules: a rule must have nothing to say about its 正例, and something about its 反例."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from perfrules.diagnostics import Code, Diagnostic, Label, Severity
from perfrules.review import Portfolio, ReviewRule, review
from perfrules.review.rule import rule_named
from perfrules.review.run import truths
from perfrules.rules.reviewing.rules import BAD, GOOD, RuleExample
from perfrules.rules.tables.goal_tables import read_goal_table
from perfrules.rules.text.headers import header_of
from perfrules.rules.text.lines import Piece
from perfrules.rules.text.outline import Entry, Problems
from perfrules.source import Place
from perfrules.syntax import STANDARD, Language
from perfrules.tables import GoalTable, Level

LAST_YEAR, OTHERS = "上年目标表", "其他目标表"
_DEPARTMENT = "部门目标表"
_NAME = "例"


@attrs.frozen
class ExampleResult:
    """What came of one example; it is as it should be where there are no diagnostics."""

    rule: ReviewRule
    is_good: bool
    place: Place
    diagnostics: tuple[Diagnostic, ...] = ()


def try_examples(
    rules: Sequence[ReviewRule], examples: Iterable[RuleExample], language: Language = STANDARD
) -> Iterator[ExampleResult]:
    """Run every rule over its own examples."""
    for example in examples:
        rule = rule_named(rules, example.rule)
        if rule is not None:
            yield _tried(rule, example, language)


def lacking_examples(rules: Iterable[ReviewRule], examples: Iterable[RuleExample]) -> Iterator[Diagnostic]:
    """Say which rules lack an example that they pass, or one that they find."""
    given = {(example.rule, example.is_good) for example in examples}
    for rule in rules:
        missing = [word for word, is_good in ((GOOD, True), (BAD, False)) if (rule.id, is_good) not in given]
        if missing:
            labels = () if rule.place is None else (Label(rule.place),)
            yield Diagnostic.of(Code.EXAMPLES_MISSING, *labels, rule=rule.id, missing="、".join(missing))


def _tried(rule: ReviewRule, example: RuleExample, language: Language) -> ExampleResult:
    problems = Problems()
    tables, last_year = _tables(example, language, problems)
    result = review([rule], tables, last_year)
    findings = [each for each in result.findings if each.table == tables[0].name]
    place = Label(example.entry.place)
    found = [each for each in (*problems.found, *result.diagnostics) if each.severity is Severity.ERROR]
    if example.is_good and findings:
        found.append(Diagnostic.of(Code.EXAMPLE_FOUND, place, rule=rule.id, message=findings[0].message))
    elif not example.is_good and not findings:
        why = _why_not(rule, truths(rule, Portfolio.of(tables, last_year).tables[0]))
        found.append(Diagnostic.of(Code.EXAMPLE_PASSED, place, rule=rule.id, why=why))
    return ExampleResult(rule, example.is_good, example.entry.place, tuple(found))


def _why_not(rule: ReviewRule, found: Sequence[bool | None]) -> str:
    """Say why a rule found nothing, from what its condition came to for each object."""
    if not found:
        return f"例子里没有一个{rule.about}在规则的范围里"
    if None in found:
        return "条件算不出来，缺一个值，或者单位对不上"
    return "条件成立"


def _tables(example: RuleExample, language: Language, problems: Problems) -> tuple[list[GoalTable], list[GoalTable]]:
    """Read the table of an example first, then the others of its department; and those of last year."""
    entry = example.entry
    headers = [(header_of(child, (LAST_YEAR, OTHERS)), child) for child in entry.children]
    own = tuple(child for (keyword, _), child in headers if keyword not in (LAST_YEAR, OTHERS))
    level, name = Level.PROJECT, example.name
    if name.startswith(_DEPARTMENT):
        level, name = Level.DEPARTMENT, name.removeprefix(_DEPARTMENT).strip()
    first = read_goal_table(attrs.evolve(entry, children=own), level, _named(entry, name or _NAME), language, problems)
    others = [
        _beside(first, read_goal_table(child, Level.PROJECT, _named(child, title.text or keyword), language, problems))
        for (keyword, title), child in headers
        if keyword == OTHERS
    ]
    former = [
        read_goal_table(child, level, _named(child, first.name), language, problems)
        for (keyword, _), child in headers
        if keyword == LAST_YEAR
    ]
    return [first, *others], former


def _beside(first: GoalTable, other: GoalTable) -> GoalTable:
    """Put a table into the department and year of the first, unless it says that it belongs elsewhere."""
    return attrs.evolve(other, department=other.department or first.department, year=other.year or first.year)


def _named(entry: Entry, name: str) -> Piece:
    return Piece(name, entry.place)
