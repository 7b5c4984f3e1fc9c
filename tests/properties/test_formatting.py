"""Formatting changes no meaning, loses no comment, and changes nothing the second time."""

from collections.abc import Iterator

from hypothesis import given

from perfrules.formatting import format_source
from perfrules.rules import read_ruleset
from perfrules.rules.text.lines import Line, parse_line
from perfrules.source import Source
from properties.ruleset_lines import shape, typed_rulesets
from properties.test_rulesets_never_raise import any_ruleset


def _formatted(text: str) -> str:
    return format_source(Source("x.rules", text)).text


@given(typed_rulesets())
def test_every_line_says_the_same_at_the_same_level(text: str) -> None:
    before, readable = shape(text)
    after = _formatted(text)
    assert after == text if not readable else shape(after) == (before, True)


@given(typed_rulesets() | any_ruleset)
def test_a_second_time_nothing_changes(text: str) -> None:
    once = _formatted(text)
    assert _formatted(once) == once


@given(any_ruleset)
def test_the_ruleset_that_is_read_is_the_same(text: str) -> None:
    before, after = (read_ruleset(Source("x.rules", each)) for each in (text, _formatted(text)))
    assert (after.goal_tables, after.schemes) == (before.goal_tables, before.schemes)
    assert [each.code for each in after.diagnostics] == [each.code for each in before.diagnostics]


@given(typed_rulesets())
def test_every_comment_is_kept_at_its_line(text: str) -> None:
    assert list(_comments(_formatted(text))) == list(_comments(text))


def _comments(text: str) -> Iterator[tuple[int, str]]:
    """Give each comment with the count of lines before it."""
    lines = 0
    for each in text.split("\n"):
        content = each.strip()
        if content.startswith("#"):
            yield lines, content
        elif content:
            lines += 1
            line = parse_line(Source("", content), 0, len(content))
            if isinstance(line, Line):
                yield lines, content[line.whole.place.span.end :].strip()


@given(typed_rulesets())
def test_there_are_no_blanks_at_the_end_and_no_two_blank_lines(text: str) -> None:
    if shape(text)[1]:
        lines = _formatted(text).split("\n")
        assert lines[-1] == ""
        assert all(line == line.rstrip() for line in lines)
        assert all(line or above for line, above in zip(lines[1:], lines, strict=False)) or lines == [""]
