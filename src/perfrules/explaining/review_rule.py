"""A review rule in words, with its examples as they stand in its file."""

from collections.abc import Iterator

from perfrules.review import ReviewRule
from perfrules.review.page import rule_page
from perfrules.source import TextPlace

_EXAMPLES = ("正例", "反例")


def rule_lines(rule: ReviewRule) -> Iterator[str]:
    r"""Give the page of a rule line by line, where it stands, and its examples.

    >>> from perfrules.rules import shipped_review
    >>> print(*list(rule_lines(shipped_review().rules[0]))[-8:-3], sep="\n")
      正例
        产出指标
          数量指标
            培训人数：≥60人
      反例
    """
    yield from rule_page(rule).splitlines()
    if isinstance(rule.place, TextPlace):
        yield from (f"位置：{rule.place}", "", *_examples(rule.place))


def _examples(place: TextPlace) -> Iterator[str]:
    """Give the lines of the examples, which stand as deep as the other fields of the rule, and what is under them."""
    source = place.source
    depth, shown = 0, False
    for number in range(source.line_column(place.span.start)[0] + 1, source.text.count("\n") + 2):
        text = source.line_text(number)
        content = text.strip()
        blanks = len(text) - len(text.lstrip())
        if content and not blanks:
            return
        depth = depth or blanks
        if content and blanks <= depth:
            shown = content.startswith(_EXAMPLES)
        if content and shown:
            yield text.rstrip()
