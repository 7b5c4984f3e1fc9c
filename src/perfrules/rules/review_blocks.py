"""All that a ruleset says about reviewing: rules with their examples, lists of words, settings."""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from perfrules.diagnostics import Code, Label
from perfrules.review.rule import ReviewRule, WordList
from perfrules.review.settings import RuleSetting
from perfrules.rules import review_rules, review_settings, word_lists
from perfrules.rules.lines import Piece
from perfrules.rules.outline import Entry, Problems
from perfrules.rules.review_rules import RuleExample, read_review_rule
from perfrules.rules.review_settings import read_settings
from perfrules.rules.word_lists import read_word_lists
from perfrules.syntax import STANDARD, Language

KEYWORDS = (review_rules.KEYWORD, word_lists.KEYWORD, review_settings.KEYWORD)


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
    lists = ((block.entry, block.name) for block in named[word_lists.KEYWORD])
    words = read_word_lists(lists, shipped_words, problems)
    known = {**shipped_words, **words}
    texts = [
        read_review_rule(block.entry, block.name, known, problems, language) for block in named[review_rules.KEYWORD]
    ]
    return ReviewContent(
        tuple(_distinct((each.rule for each in texts), problems)),
        tuple(words.values()),
        tuple(
            setting
            for block in named[review_settings.KEYWORD]
            for setting in read_settings(block.entry, problems, language)
        ),
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
            problems.add(Code.BLOCK_TWICE, *where, what=review_rules.KEYWORD, name=rule.id)
