"""What somebody asks: the cells of a row as they are typed, all of them texts."""

from collections.abc import Mapping

import attrs

from perfrules.diagnostics import Code, Diagnostic, PerfRulesError

LONGEST = 20_000
"""Characters of a field. A cell that is longer is read by nobody."""


@attrs.frozen(kw_only=True)
class Question:
    """A target, an actual value, and what else stands in their row. An empty text says that there is none.

    `budget` is what 不超预算 refers to; `weight` is the 分值 that schemes give points out of.
    """

    target: str = ""
    actual: str = ""
    sign: str = ""
    unit: str = ""
    direction: str = ""
    name: str = ""
    category: str = ""
    subcategory: str = ""
    baseline: str = ""
    budget: str = ""
    year: str = ""
    weight: str = ""

    @classmethod
    def from_dict(cls, data: object) -> "Question":
        """Take a question from its JSON form: an object with texts.

        Raises:
            PerfRulesError: It has another form.

        >>> Question.from_dict({"target": "≥60家", "actual": "58家"}).actual
        '58家'
        """
        return cls(**texts_of(data, tuple(each.name for each in attrs.fields(cls))))

    def to_dict(self) -> dict[str, str]:
        """Give the JSON form."""
        return {name: text for name, text in attrs.asdict(self).items() if text}


def texts_of(data: object, names: tuple[str, ...], longest: int = LONGEST) -> dict[str, str]:
    """Take texts out of JSON; only the given names are known.

    Raises:
        PerfRulesError: It is no object, has other names, holds no texts, or some are too long.
    """
    if not isinstance(data, Mapping):
        raise PerfRulesError(Diagnostic.of(Code.QUESTION_UNREADABLE, why="最外层不是一个对象"))
    for name, text in data.items():
        if name not in names:
            raise PerfRulesError(Diagnostic.of(Code.QUESTION_UNREADABLE, why=f"没有“{name}”这一项"))
        if not isinstance(text, str):
            raise PerfRulesError(Diagnostic.of(Code.QUESTION_UNREADABLE, why=f"“{name}”不是文字"))
        if len(text) > longest:
            raise PerfRulesError(Diagnostic.of(Code.QUESTION_TOO_LONG, length=f"{len(text)}字", most=f"{longest}字"))
    return dict(data)
