"""Lists of words (词表) that review rules look for, and lists that take in others."""

import re
from collections.abc import Iterable, Mapping

import attrs

from perfrules.diagnostics import Code, Label
from perfrules.review.rule import WordList
from perfrules.rules.text.fields import Spellings, all_of, field_named, unknown_field
from perfrules.rules.text.hints import hint
from perfrules.rules.text.lines import Piece
from perfrules.rules.text.outline import Entry, Problems

FIELDS: Spellings = {"词": ("词语",), "并入": ()}
KEYWORD = "词表"

_WORDS = re.compile(r"[^、,，;；\s\u3000]+")


@attrs.frozen
class _Draft:
    """The words that a list states itself, and the lists that it takes in."""

    name: Piece
    words: tuple[str, ...]
    others: tuple[tuple[str, Piece], ...]


def read_word_lists(
    blocks: Iterable[tuple[Entry, Piece]], shipped: Mapping[str, WordList], problems: Problems
) -> dict[str, WordList]:
    """Read all lists of a ruleset, and what they take in of each other and of the shipped ones."""
    drafts: dict[str, _Draft] = {}
    for entry, name in blocks:
        draft = _read(entry, name, problems)
        former = drafts.setdefault(name.text, draft)
        if former is not draft:
            where = (Label(name.place, "又写了一次"), Label(former.name.place, "已经写过"))
            problems.add(Code.BLOCK_TWICE, *where, what=KEYWORD, name=name.text)
    return {name: WordList(name, _words(draft, drafts, shipped, problems)) for name, draft in drafts.items()}


def _read(entry: Entry, name: Piece, problems: Problems) -> _Draft:
    words: list[str] = []
    others: list[tuple[str, Piece]] = []
    for child in entry.children:
        field, text = field_named(child.label, FIELDS), all_of(child)
        if field is None:
            unknown_field(child.line.label, KEYWORD, FIELDS, problems)
        elif field == "词":
            words.extend(_WORDS.findall(text.text))
        else:
            others.extend((other, text) for other in _WORDS.findall(text.text))
    return _Draft(name, tuple(words), tuple(others))


def _words(
    draft: _Draft, drafts: Mapping[str, _Draft], shipped: Mapping[str, WordList], problems: Problems
) -> tuple[str, ...]:
    """Give the words of a list and of all that it takes in, each list once."""
    words: list[str] = []
    waiting, seen = [draft], {draft.name.text}
    while waiting:
        each = waiting.pop(0)
        words.extend(each.words)
        for name, where in each.others:
            if name == draft.name.text:
                problems.add(Code.WORDS_CYCLE, where, name=name)
            elif name in seen:
                continue
            elif name in drafts:
                waiting.append(drafts[name])
            elif name in shipped:
                words.extend(shipped[name].words)
            else:
                known = [*drafts, *shipped]
                problems.add(Code.WORDS_UNKNOWN, where, name=name, hint=hint(name, known))
            seen.add(name)
    return tuple(dict.fromkeys(words))
