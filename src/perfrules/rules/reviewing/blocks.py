"""All that a ruleset says about reviewing: rules with their examples, lists of words, settings."""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from perfrules.diagnostics import Code, Label
from perfrules.review.rule import ReviewRule, WordList
from perfrules.review.settings import RuleSetting
from perfrules.rules.reviewing.rules import KEYWORD as RULE
from perfrules.rules.reviewing.rules import RuleExample, read_review_rule
from perfrules.rules.reviewing.settings import KEYWORD as SETTINGS
from perfrules.rules.reviewing.settings import read_settings
from perfrules.rules.reviewing.word_lists import KEYWORD as WORDS
from perfrules.rules.reviewing.word_lists import read_word_lists
from perfrules.rules.text.lines import Piece
from perfrules.rules.text.outline import Entry, Problems
from perfrules.syntax import STANDARD, Language

KEYWORDS = (RULE, WORDS, SETTINGS)


@attrs.frozen
class ReviewBlock:
    """A block about reviewing: its keyword, its lines, and the name behind the keyword."""

    keyword: str
    entry: Entry
    name: Piece


@attrs.frozen
class ReviewContent:
    """What the blocks hold. Examples are not read before they are tried."""

    rules: tuple[ReviewRule, ...] = ()
    words: tuple[WordList, ...] = ()
    settings: tuple[RuleSetting, ...] = ()
    examples: tuple[RuleExample, ...] = ()


def read_review(
    blocks: Iterable[ReviewBlock],
    shipped_words: Mapping[str, WordList],
    problems: Problems,
    language: Language = STANDARD,
) -> ReviewContent:
    """Read the blocks of a ruleset; a list of words in one file may be used in another."""
    named: dict[str, list[ReviewBlock]] = {keyword: [] for keyword in KEYWORDS}
    for block in blocks:
        named[block.keyword].append(block)
    lists = ((block.entry, block.name) for block in named[WORDS])
    words = read_word_lists(lists, shipped_words, problems)
    known = {**shipped_words, **words}
    texts = [read_review_rule(block.entry, block.name, known, problems, language) for block in named[RULE]]
    return ReviewContent(
        tuple(_distinct((each.rule for each in texts), problems)),
        tuple(words.values()),
        tuple(setting for block in named[SETTINGS] for setting in read_settings(block.entry, problems, language)),
        tuple(example for each in texts for example in each.examples),
    )


def _distinct(rules: Iterable[ReviewRule | None], problems: Problems) -> Iterator[ReviewRule]:
    """Keep the first of several rules with one id, and point at both."""
    found: dict[str, ReviewRule] = {}
    for rule in rules:
        if rule is None:
            continue
        former = found.setdefault(rule.id, rule)
        if former is rule:
            yield rule
        elif rule.place is not None and former.place is not None:
            where = (Label(rule.place, "又写了一次"), Label(former.place, "已经写过"))
            problems.add(Code.BLOCK_TWICE, *where, what=RULE, name=rule.id)
