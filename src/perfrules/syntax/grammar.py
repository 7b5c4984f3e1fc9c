"""Puts the grammar together: the rules of `grammar/target.lark`, and terminals made of the word lists beside it."""

import re

from perfrules.data import read_text
from perfrules.syntax import lexicon
from perfrules.syntax.alternation import alternation

FILE = "grammar/target.lark"

STARTS = ("target", "actual", "unit_text")
"""The three things that are read: a target cell, an actual cell, and a unit column."""

_PRIORITY = {
    # A longer or rarer thing is asked for before the word that it begins with.
    "NONE_OF": 9,
    "SUBJECT": 8,
    "TIER": 8,
    "ASSERTED": 7,
    "BASELINE": 7,
    "REACH": 7,
    "VERB": 6,
    "DEGREE": 6,
    "PACE": 6,
    "REFERRED": 5,
    "SCALE": 5,
    "LEVEL": 4,
    "UNIT": 4,
    "DONE": 3,
    "CLOSING": 3,
}


_NOT_IN_CELLS = frozenset(
    {"BAD", "NONE", "LOWER", "HIGHER", "DURATION", "MONEY", "SHARE", "WHETHER", "LEVERAGE", "DATELIKE"}
)
"""Sections that are parts of other terminals, or are looked for in names of indicators."""


def grammar() -> str:
    """Give the whole grammar as one text that Lark reads."""
    words = lexicon.words()
    terminals = {name: section.regexp() for name, section in words.items() if name not in _NOT_IN_CELLS}
    terminals |= {
        "UNIT": lexicon.unit_regexp(),
        "LEVEL": alternation(lexicon.levels()),
        "SCALE": _scale_regexp(),
        "NONE_OF": _none_of_regexp(),
        "SUBJECT": _subject_regexp(),
    }
    definitions = (f"{name}.{_PRIORITY.get(name, 1)}: /{_quoted(regexp)}/" for name, regexp in terminals.items())
    return read_text(FILE) + "\n" + "\n".join(definitions) + "\n"


def _quoted(regexp: str) -> str:
    """A regular expression between slashes, as Lark wants it."""
    return re.sub(r"(?<!\\)/", r"\\/", regexp)


def _scale_regexp() -> str:
    """The answer options of a scale, best to worst or worst to best, three or more of them, or a pair with a slash."""
    steps = "优秀|良好|中等|一般|较好|较差|优|良|中|低|差|高|好"
    return f"(?:{steps})(?:[/、,]?(?:{steps})){{2,}}|是[/、]否|有[/、]无|合格[/、]不合格|达标[/、](?:不|未)达标"


def _none_of_regexp() -> str:
    words = lexicon.words()
    return f"(?:{words['NONE'].regexp()})[一-鿿]{{0,8}}?(?:{words['BAD'].regexp()})(?:发生|现象|情况|出现)?"


def _subject_regexp() -> str:
    """Words right before an operator with its number: the 满意度 of 满意度≥90%.

    No change may be among them (收入增长≥6% is no bound on 收入增长), unless its verb is part of a name (增长率); and
    the digit that must follow somewhere is asked for first, because it is the cheapest to miss.
    """
    words = lexicon.words()
    operator = rf"(?:{words['OPERATOR'].regexp()})\s*[+-]?[\d约近]"
    change = f"(?:{words['VERB'].regexp()})(?![率数额值量幅])|[比较](?=[上去前往同近基原]|\\d)"
    others = "|".join(words[name].regexp() for name in ("KEEP", "BY", "AND", "OR", "EACH", "BASELINE"))
    letter = r"[一-鿿A-Za-z()、“”\"]"
    start = rf"(?={letter}[^\d]{{0,23}}\d)(?!{operator}|{others})"
    return rf"{start}(?:(?!{change}){letter}){{1,24}}?(?={operator})"
