"""The block 审核规则: its lines to a :class:`~perfrules.review.ReviewRule` and its examples."""

import re
from collections.abc import Mapping

import attrs

from perfrules.diagnostics import Code, Severity
from perfrules.formulas import Formula, names_in
from perfrules.review import OBJECT_KINDS
from perfrules.review.rule import ReviewRule, RuleParameter, WordList
from perfrules.rules.reviewing.check import is_sound, is_taken
from perfrules.rules.reviewing.message import read_message
from perfrules.rules.reviewing.values import OPINIONS, read_criterion, read_level, read_value
from perfrules.rules.schemes.values import read_formula
from perfrules.rules.tables.waivers import RULE_ID
from perfrules.rules.text.fields import Given, Spellings, all_of, distinct, field_named, singles, unknown_field
from perfrules.rules.text.hints import hint
from perfrules.rules.text.lines import Piece
from perfrules.rules.text.outline import Entry, Problems
from perfrules.syntax import STANDARD, Language

KEYWORD = "审核规则"
FIELDS: Spellings = {
    "级别": (),
    "标准": (),
    "对象": (),
    "范围": (),
    "应当": (),
    "提示": (),
    "理由": (),
    "依据": (),
    "参数": (),
}
NEEDED = ("级别", "标准", "对象", "应当", "提示")
GOOD, BAD = "正例", "反例"

_HEADER = re.compile(rf"(?P<id>{RULE_ID})[\s:：]+(?P<name>\S.*)")
_EXAMPLE = re.compile(rf"(?P<word>{GOOD}|{BAD})\d*(?:[\s:：]+(?P<name>.*))?")


@attrs.frozen
class RuleExample:
    """An example of a rule, not read yet: the body of a goal table that a rule must pass (正例), or find (反例)."""

    rule: str
    entry: Entry
    is_good: bool
    name: str = ""


@attrs.frozen
class ReviewRuleText:
    """A rule as far as its own text goes, with its examples; `rule` is None where it cannot be used."""

    rule: ReviewRule | None
    examples: tuple[RuleExample, ...] = ()


def read_review_rule(
    entry: Entry, name: Piece, words: Mapping[str, WordList], problems: Problems, language: Language = STANDARD
) -> ReviewRuleText:
    """Read a rule. What is wrong in it is said in `problems`, and a rule with something wrong is not used."""
    header = _HEADER.fullmatch(name.text)
    if header is None:
        problems.add(Code.RULE_ID_WRONG, name, text=name.text)
        return ReviewRuleText(None)
    fields, examples = _sorted(entry, header["id"], problems)
    missing = [field for field in NEEDED if field not in fields or not fields[field].text.text]
    if missing:
        problems.add(Code.RULE_FIELD_MISSING, name, rule=header["id"], fields="、".join(missing))
        return ReviewRuleText(None, examples)
    rule = _Reading(fields, words, problems, language).rule(header["id"], header["name"].strip(), entry)
    places = {field: given.text for field, given in fields.items()}
    return ReviewRuleText(rule if rule is not None and is_sound(rule, words, places, problems) else None, examples)


def _sorted(entry: Entry, rule: str, problems: Problems) -> tuple[dict[str, Given], tuple[RuleExample, ...]]:
    """Sort the lines of a rule into fields and examples."""
    given: list[Given] = []
    examples: list[RuleExample] = []
    for child in entry.children:
        example = _EXAMPLE.fullmatch(child.line.whole.text)
        field = field_named(child.label, FIELDS)
        if example is not None:
            examples.append(RuleExample(rule, child, example["word"] == GOOD, example["name"] or ""))
        elif field is None:
            unknown_field(child.line.label, KEYWORD, FIELDS, problems)
        else:
            given.append(Given(field, all_of(child), child))
    return singles(given, problems), tuple(examples)


@attrs.frozen
class _Reading:
    """The fields of a rule, the lists of words it may use, and where messages go."""

    fields: Mapping[str, Given]
    words: Mapping[str, WordList]
    problems: Problems
    language: Language

    def rule(self, id: str, name: str, entry: Entry) -> ReviewRule | None:
        """Make the rule; None where one of its parts cannot be used."""
        severity = read_level(self.fields["级别"].text, self.problems)
        criterion = read_criterion(self.fields["标准"].text, self.problems)
        about = self._about()
        parameters = self._parameters()
        condition, scope = self._formula("应当"), self._formula("范围")
        message = read_message(self.fields["提示"].text, self.problems, self.language)
        if severity is None or criterion is None or about is None or parameters is None:
            return None
        if condition is None or message is None or (scope is None and "范围" in self.fields):
            return None
        basis = self._text("依据") or OPINIONS[-1]
        if severity is Severity.ERROR and basis in OPINIONS:
            self.problems.add(Code.LEVEL_WITHOUT_DOCUMENT, self.fields["级别"].text, rule=id, basis=basis)
        formulas = [part for part in (condition, scope, *message) if part is not None and not isinstance(part, str)]
        used = dict.fromkeys(name for formula in formulas for name in names_in(formula))
        return ReviewRule(
            id,
            name,
            severity,
            criterion,
            about,
            condition,
            message,
            scope,
            self._text("理由"),
            basis,
            parameters,
            tuple(self.words[name] for name in used if name in self.words),
            entry.place,
        )

    def _text(self, field: str) -> str:
        return self.fields[field].text.text if field in self.fields else ""

    def _about(self) -> str | None:
        text = self.fields["对象"].text
        if text.text in OBJECT_KINDS:
            return text.text
        known = "、".join(OBJECT_KINDS)
        found = hint(text.text, OBJECT_KINDS)
        self.problems.add(Code.RULE_OBJECT_UNKNOWN, text, text=text.text, hint=found, known=known)
        return None

    def _formula(self, field: str) -> Formula | None:
        if field not in self.fields:
            return None
        return read_formula(self.fields[field].text, self.problems, self.language)

    def _parameters(self) -> tuple[RuleParameter, ...] | None:
        entry = self.fields["参数"].entry if "参数" in self.fields else None
        lines = distinct(entry.children if entry is not None else (), self.problems)
        read = [self._parameter(line) for line in lines]
        found = tuple(each for each in read if each is not None)
        return found if len(found) == len(read) else None

    def _parameter(self, line: Entry) -> RuleParameter | None:
        found = read_value(line.line.label, all_of(line), self.problems, self.language)
        if found is None or not is_taken(found.name, self.words):
            return found
        self.problems.add(Code.PARAMETER_TAKEN, line.line.label, name=found.name)
        return None
