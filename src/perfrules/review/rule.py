"""A review rule (审核规则): what it looks at, what must hold there, and what is said where it does not."""

from collections.abc import Iterable, Mapping
from enum import Enum

import attrs

from perfrules.diagnostics import Severity
from perfrules.formulas import Formula, Value
from perfrules.source import Place


class Criterion(Enum):
    """What a rule belongs to: the four criteria of 财预〔2015〕88号, and what follows a table through the year."""

    COMPLETE = "完整性"
    RELEVANT = "相关性"
    SUITABLE = "适当性"
    FEASIBLE = "可行性"
    SELF_EVALUATION = "自评"
    MONITORING = "监控"


LEVELS: Mapping[str, Severity] = {
    "错误": Severity.ERROR,
    "警告": Severity.WARNING,
    "提醒": Severity.INFO,
}
"""The levels of rules, by the words that rules and reviews use."""


@attrs.frozen
class RuleParameter:
    """A value with a name, which a setting may replace; `text` is how it was written."""

    name: str
    value: Value
    text: str


@attrs.frozen
class WordList:
    """A list of words with a name (词表)."""

    name: str
    words: tuple[str, ...]


@attrs.frozen
class ReviewRule:
    """A review rule.

    It looks at every object of the kind `about` for which `scope` holds, and gives a finding where `condition` does not
    hold; where either cannot be decided, it says nothing. `message` is made of texts, and of formulas whose values are
    put in. `basis` is the document it rests on, 惯例 or 建议.
    """

    id: str
    name: str
    severity: Severity
    criterion: Criterion
    about: str
    condition: Formula
    message: tuple[str | Formula, ...]
    scope: Formula | None = None
    reason: str = ""
    basis: str = ""
    parameters: tuple[RuleParameter, ...] = ()
    words: tuple[WordList, ...] = ()
    place: Place | None = attrs.field(default=None, eq=False)

    @property
    def level(self) -> str:
        """How bad a finding is, in the word of the rule."""
        return level_text(self.severity)

    @property
    def given(self) -> dict[str, Value]:
        """The names that are known everywhere in the rule, with their values."""
        parameters: dict[str, Value] = {each.name: each.value for each in self.parameters}
        return parameters | {each.name: each.words for each in self.words}


def level_text(severity: Severity) -> str:
    """Give the word for a level.

    >>> level_text(Severity.INFO)
    '提醒'
    """
    return next(text for text, level in LEVELS.items() if level is severity)


def rule_named(rules: Iterable[ReviewRule], id: str) -> ReviewRule | None:
    """Find a rule by its id.

    >>> rule_named((), "PR105") is None
    True
    """
    return next((rule for rule in rules if rule.id == id), None)
