"""What each stretch of a document is, for editors that colour by meaning."""

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum

from perfrules.lsp.document import Document
from perfrules.lsp.formula_parts import Part, formula_parts
from perfrules.lsp.inside import Inside, keyword_of, with_places
from perfrules.rules.methods.methods import FIELDS as METHOD_FIELDS
from perfrules.rules.reviewing.rules import BAD, GOOD
from perfrules.rules.reviewing.rules import FIELDS as RULE_FIELDS
from perfrules.rules.reviewing.word_lists import FIELDS as WORD_LIST_FIELDS
from perfrules.rules.schemes.scheme import FIELDS as SCHEME_FIELDS
from perfrules.rules.schemes.tables import BANDS, TIERS
from perfrules.rules.tables.goal_tables import FIELDS as TABLE_FIELDS
from perfrules.rules.text.fields import field_named
from perfrules.rules.text.headers import begins_with
from perfrules.rules.text.lines import Line, Piece
from perfrules.rules.trials.trials import KEYWORD as TRIAL
from perfrules.rules.words.own_words import FIELDS as WORDS_FIELDS
from perfrules.source import Span


class Token(IntEnum):
    """What a stretch is; the names are those of LSP in `LEGEND`, which every colour theme knows."""

    KEYWORD = 0
    NAME = 1
    FIELD = 2
    CLASS = 3
    INDICATOR = 4
    PARAMETER = 5
    FUNCTION = 6
    NUMBER = 7
    TEXT = 8
    OPERATOR = 9
    COMMENT = 10
    WORD = 11


LEGEND = (
    "keyword",
    "class",
    "property",
    "namespace",
    "variable",
    "parameter",
    "function",
    "number",
    "string",
    "operator",
    "comment",
    "enumMember",
)
_PARTS = {
    Part.NAME: Token.PARAMETER,
    Part.FUNCTION: Token.FUNCTION,
    Part.KEYWORD: Token.KEYWORD,
    Part.NUMBER: Token.NUMBER,
    Part.TEXT: Token.TEXT,
    Part.OPERATOR: Token.OPERATOR,
}
_TARGET = re.compile(
    r"(?P<operator>[≥≤<>=≠±＞＜＝～~]+)|(?P<number>\d[^\s≥≤<>=、，,；;。（(]*)|(?P<word>[^\s\d≥≤<>=≠±＞＜＝]+)"
)
_TARGETS = {"operator": Token.OPERATOR, "number": Token.NUMBER, "word": Token.WORD}
_RULES = {Inside.RULES, Inside.EXECUTION, Inside.AUDITED}
_CONDITIONS = _RULES | {Inside.LIGHTS, Inside.REMARKS}
_INDICATORS = {Inside.CATEGORY, Inside.INDICATORS}
_CASES = {Inside.SCHEME_TRIAL, Inside.METHOD_TRIAL, Inside.TRIAL}
_NAMED = {Inside.PARAMETERS: Token.PARAMETER, Inside.SETTINGS: Token.WORD, Inside.WEIGHTS: Token.CLASS}
_FORMULAS = ("范围", "应当")

Stretch = tuple[Span, Token]


def tokens(document: Document, first: int = 0, last: int | None = None) -> list[int]:
    """Give the tokens between two lines as LSP encodes them: each by where it stands behind the one before it."""
    data: list[int] = []
    line_before, start_before = 0, 0
    within = range(first, len(document.lines) if last is None else min(last + 1, len(document.lines)))
    found = dict(_by_line(document, within))
    for number in sorted(found):
        for span, token in sorted(found[number]):
            stretch = document.within(number, *span)
            start, length = stretch.start[1], stretch.end[1] - stretch.start[1]
            data += (number - line_before, start - (start_before if number == line_before else 0), length, token, 0)
            line_before, start_before = number, start
    return data


def _by_line(document: Document, within: range) -> Iterator[tuple[int, list[Stretch]]]:
    known = {}
    for line, inside, above in with_places(document.blocks):
        number = document.line_number(line.whole.place.source)
        if number is not None and number in within:
            known[number] = [each for each in _tokens(line, inside, above) if each[0].start < each[0].end]
    for number in within:
        each = document.lines[number]
        stretches = known.get(number, [])
        comment = _comment(each.text, stretches, each.read[0])
        if comment is not None:
            stretches.append((comment, Token.COMMENT))
        if stretches:
            yield number, stretches


def _comment(text: str, stretches: Iterable[Stretch], line: Line | None) -> Span | None:
    start = 0 if line is None else line.whole.place.span.end
    rest = text[start:].lstrip()
    return Span(len(text) - len(rest), len(text.rstrip())) if rest.startswith("#") else None


def _tokens(line: Line, inside: Inside, above: tuple[Line, ...]) -> Iterator[Stretch]:
    """Give the stretches of a line in which something stands."""
    label, value = line.label, line.value
    if inside is Inside.TOP:
        yield from _header(line)
    elif inside in _CONDITIONS:
        yield from _formula(label)
        if value is not None:
            yield from _formula(value) if inside in _RULES else ((value.place.span, Token.WORD),)
    elif inside in _INDICATORS or inside in _CASES:
        yield label.place.span, Token.CLASS if value is None else Token.INDICATOR
        yield from _target(value)
    elif inside is Inside.REVIEW_RULE and label.text in _FORMULAS and value is not None:
        yield label.place.span, Token.FIELD
        yield from _formula(value)
    elif inside in _NAMED:
        yield label.place.span, _NAMED[inside]
        yield from _target(value)
    elif (keyword := _keyword(label.text)) and inside in (Inside.SCHEME, Inside.METHOD, Inside.REVIEW_RULE):
        start, end = label.place.span
        yield from (
            (Span(start, start + len(keyword)), Token.KEYWORD),
            (Span(start + len(keyword) + 1, end), Token.NAME),
        )
    elif _is_field(label.text, inside):
        yield label.place.span, Token.FIELD
        if value is not None:
            yield value.place.span, Token.TEXT
    elif inside is Inside.TABLE and value is None:
        yield label.place.span, Token.CLASS
    elif value is not None:
        yield label.place.span, Token.FIELD
        yield value.place.span, Token.TEXT
    for column in line.columns:
        yield column.key.place.span, Token.FIELD
        yield column.text.place.span, Token.TEXT


def _header(line: Line) -> Iterator[Stretch]:
    keyword, whole = keyword_of(line), line.whole.place
    if keyword:
        start = whole.span.start
        yield Span(start, start + len(keyword)), Token.KEYWORD
        name = whole.source.text[start + len(keyword) : whole.span.end].lstrip(" \t\u3000:：")
        end = line.columns[0].key.place.span.start if line.columns else whole.span.end
        yield Span(whole.span.end - len(name), len(whole.source.text[:end].rstrip())), Token.NAME


def _keyword(label: str) -> str:
    """Give the keyword that begins a part of a block."""
    return next((word for word in (BANDS, TIERS, TRIAL, GOOD, BAD) if begins_with(label, word)), "")


def _formula(text: Piece) -> Iterator[Stretch]:
    return ((span, _PARTS[part]) for part, _, span in formula_parts(text))


def _target(text: Piece | None) -> Iterator[Stretch]:
    if text is not None:
        for found in _TARGET.finditer(text.place.source.text, *text.place.span):
            yield Span(*found.span()), _TARGETS[found.lastgroup or "word"]


def _is_field(label: str, inside: Inside) -> bool:
    fields = {
        Inside.TABLE: TABLE_FIELDS,
        Inside.SCHEME: SCHEME_FIELDS,
        Inside.METHOD: METHOD_FIELDS,
        Inside.REVIEW_RULE: RULE_FIELDS,
        Inside.WORDS: WORDS_FIELDS,
        Inside.WORD_LIST: WORD_LIST_FIELDS,
    }
    return inside in fields and field_named(label, fields[inside]) is not None
