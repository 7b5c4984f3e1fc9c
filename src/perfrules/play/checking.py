"""A goal table, or any ruleset text, as it is typed: everything that is wrong or doubtful, and where."""

from collections.abc import Iterator

import attrs

from perfrules.diagnostics import Diagnostic, Severity
from perfrules.formatting import format_source
from perfrules.review import Finding
from perfrules.rules.content import read_rulesets
from perfrules.ruleset import Ruleset
from perfrules.source import Place, Source, TextPlace
from perfrules.tables import GoalTable

NAME = "目标表"
"""What the text is called in messages."""

MOST_NOTES = 500
"""Notes that a page can show; the first of them are the worst."""


@attrs.frozen
class Note:
    """Something about the text between two characters of it, or about all of it where both are 0."""

    code: str
    severity: Severity
    message: str
    start: int = 0
    end: int = 0
    place: str = ""

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "label": self.severity.label,
            "message": self.message,
            "start": self.start,
            "end": self.end,
            "place": self.place,
        }


@attrs.frozen
class Checked:
    """What there is to say about a text, in its order, and how much it holds."""

    notes: tuple[Note, ...] = ()
    tables: int = 0
    indicators: int = 0

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form (docs/play.md)."""
        return {"notes": [each.to_dict() for each in self.notes], "tables": self.tables, "indicators": self.indicators}


def check_text(text: str, beside: tuple[Source, ...] = ()) -> Checked:
    r"""Read a text as a ruleset and review its goal tables. `beside` are the other files of the ruleset.

    >>> [each.place for each in check_text("目标表 甲\n  年份：2023\n").notes if each.code == "PF608"]
    ['第2行第3列']
    """
    source = Source(NAME, text)
    content = read_rulesets([source, *beside])
    own = tuple(each for each in content.goal_tables if _is_in(source, each.place))
    review = Ruleset(own, review_rules=content.review.rules, review_settings=content.review.settings).review()
    found = [
        *(_of_diagnostic(each, source) for each in content.diagnostics if _concerns(source, each)),
        *_about_cells(own),
        *(_of_finding(each) for each in review.findings),
    ]
    worst_first = sorted(dict.fromkeys(found), key=lambda note: -note.severity.rank)[:MOST_NOTES]
    notes = sorted(worst_first, key=lambda note: (note.start, -note.severity.rank))
    return Checked(tuple(notes), len(own), sum(len(table.indicators) for table in own))


def laid_out(text: str) -> tuple[str, tuple[Note, ...]]:
    r"""Give a text in the one layout; as it was, with the reasons, where its lines cannot be read.

    >>> laid_out("目标表 甲\n 年度:2023")
    ('目标表 甲\n  年度：2023\n', ())
    """
    source = Source(NAME, text)
    result = format_source(source)
    return result.text, tuple(_of_diagnostic(each, source) for each in result.diagnostics)


def _is_in(source: Source, place: Place | None) -> bool:
    return isinstance(place, TextPlace) and place.source is source


def _concerns(source: Source, diagnostic: Diagnostic) -> bool:
    """Whether a message is about this text; what is wrong in the other files was said when they were read."""
    places = [label.place for label in diagnostic.labels]
    return any(_is_in(source, place) or str(place) == source.name for place in places)


def _about_cells(tables: tuple[GoalTable, ...]) -> Iterator[Note]:
    """Give the messages about target cells where their lines are, since a cell knows no file."""
    for table in tables:
        for indicator in table.indicators:
            for each in indicator.target.diagnostics:
                yield _note(each.code.id, each.severity, each.message, indicator.place)


def _of_diagnostic(diagnostic: Diagnostic, source: Source) -> Note:
    place = next((label.place for label in diagnostic.labels if _is_in(source, label.place)), None)
    return _note(diagnostic.code.id, diagnostic.severity, diagnostic.message, place)


def _of_finding(finding: Finding) -> Note:
    place = finding.labels[0].place if finding.labels else None
    return _note(finding.rule.id, finding.severity, f"{finding.rule.name}：{finding.message}", place)


def _note(code: str, severity: Severity, message: str, place: Place | None) -> Note:
    if not isinstance(place, TextPlace):
        return Note(code, severity, message)
    line, column = place.source.line_column(place.span.start)
    return Note(code, severity, message, place.span.start, place.span.end, f"第{line}行第{column}列")
