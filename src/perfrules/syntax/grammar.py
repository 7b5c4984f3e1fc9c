"""Puts the grammar together: the rules of `grammar/target.lark`, and terminals made of the word lists beside it."""

import re

from perfrules.data import read_text
from perfrules.syntax import lexicon, numerals
from perfrules.syntax.alternation import alternation
from perfrules.syntax.language import Language
from perfrules.units import SCALES

FILE = "grammar/target.lark"

STARTS = ("target", "actual", "unit_text")
"""The three things that are read: a target cell, an actual cell, and a unit column."""

_PRIORITY = {
    # A longer or rarer thing is asked for before the word that it begins with.
    "NONE_OF": 19,
    "CHANGING": 18,
    "NAMED": 18,
    "SUBJECT": 18,
    "EVENT": 18,
    "TIER": 18,
    "ASSERTED": 17,
    "SHARE": 17,
    "BASELINE": 17,
    "REACH": 18,
    "KEEP": 17,
    "EACH": 17,
    "FULL": 17,
    "VERB": 17,
    "BY": 16,
    "AIM": 16,
    "DEGREE": 16,
    "PACE": 16,
    "REFERRED": 15,
    "SCALE": 15,
    "LEVEL": 14,
    "NUMERAL": 13,
    "UNIT": 12,
    "ENLARGED": 13,
    "BEFORE": 12,
    "CLOSING": 11,
    "DONE": 11,
    "STARTED": 12,
    "ACTED": 12,
    "DOING": 11,
}


def grammar(language: Language) -> str:
    """Give the whole grammar of a language as one text that Lark reads."""
    terminals = {name: language.words[name].regexp() for name in lexicon.terminals()}
    terminals |= {
        "NUMERAL": numerals.REGEXP,
        "SHARE": f"{numerals.SHARE_REGEXP}|{_closed_fraction_regexp()}",
        "CHANGING": _changing_regexp(),
        "NAMED": _named_regexp(),
        "EVENT": _event_regexp(),
        "ENLARGED": _enlarged_regexp(language),
        "UNIT": lexicon.unit_regexp(language.units),
        "LEVEL": alternation(language.levels),
        "SCALE": _scale_regexp(),
        "NONE_OF": none_of_regexp(),
        "SUBJECT": _subject_regexp(),
    }
    definitions = (f"{name}.{_PRIORITY.get(name, 10)}: /{_quoted(regexp)}/" for name, regexp in terminals.items())
    return read_text(FILE) + "\n" + "\n".join(definitions) + "\n"


def _quoted(regexp: str) -> str:
    """A regular expression between slashes, as Lark wants it."""
    return re.sub(r"(?<!\\)/", r"\\/", regexp)


def _scale_regexp() -> str:
    """The answer options of a scale, best to worst or worst to best, three or more of them, or a pair with a slash."""
    steps = "优秀|良好|中等|一般|较好|较差|优|良|中|低|差|高|好"
    return f"(?:{steps})(?:[/、,]?(?:{steps})){{2,}}|是[/、]否|有[/、]无|合格[/、]不合格|达标[/、](?:不|未)达标"


_END = r"(?=\s*(?:$|[,;、且并或]))"


def none_of_regexp() -> str:
    """Give the expression of a bad thing that must not happen: 无重大投诉."""
    words = lexicon.words()
    bad = f"{words['BAD'].regexp()}|{words['COUNTED'].regexp()}"
    return f"(?:{words['NONE'].regexp()})[一-鿿]{{0,8}}?(?:{bad})(?:发生|现象|情况|出现)?{_END}"


_NOT_NEGATED = "(?<![未没不非无])(?<!没有)(?<!不能)(?<!不再)"
"""未达到90% is no 达到90% of 未."""

_LETTER = r"[一-鿿A-Za-z()、“”\"]"


def _changing_regexp() -> str:
    """Words right before 比上年 and the like: the 收入 of 收入比上年增长6%. No comparison may be among them."""
    words = lexicon.words()
    operators, ahead = words["OPERATOR"].regexp(), r"(?:比|较|同比|环比)(?:上|去|前|\d)|同比|环比"
    other = f"{operators}|{_change()}|比|较|同比|环比|逐年|上年|去年|同期"
    return rf"(?!{words['BASELINE'].regexp()}|{words['AIM'].regexp()})(?:(?!{other})[一-鿿]){{1,24}}?(?={ahead})"


def _named_regexp() -> str:
    """The name of a share right before its number: the 合格率 of 合格率100%."""
    shares = lexicon.words()["SHARE_NAME"].regexp()
    reach = lexicon.words()["REACH"].regexp()
    ahead = rf"[\d约近]|百分之|[由从]\d|(?:{reach})\d"
    return rf"{_before_number()}(?:(?!{_change()}){_LETTER}){{0,20}}?(?:{shares})(?={ahead})"


def _enlarged_regexp(language: Language) -> str:
    """A scale before 余: the 万 of 1.5万余家. There can be one scale only, and the unit behind must have none."""
    scale = f"(?:{alternation(SCALES)})"
    begun = alternation(name for name in language.units.names if re.match(scale, name))
    return rf"{scale}(?=\s*(?:{language.words['OVER'].regexp()})(?!\s*(?!{begun}){scale}))"


def _event_regexp() -> str:
    """What a time runs from: the 合同签订后 of 合同签订后30日内."""
    # Which of them are a numeral, the parser asks; asking here too would cost as much as all other terminals.
    duration = rf"{numerals.DIGITS}{{1,6}}\s*个?(?:工作日|工作天|自然日|日历天|小时|分钟|天|日|周|月|年)"
    return rf"{_before_number(numerals.DIGITS)}(?:(?!{_change()}){_LETTER}){{1,20}}?(?:后|之日起|日起)(?=\s*{duration})"


def _closed_fraction_regexp() -> str:
    """3/4以上: without a bound, a number over another is a part of a whole."""
    return rf"\d{{1,9}}/[1-9]\d{{0,8}}(?=\s*(?:{lexicon.words()['CLOSING'].regexp()}))"


def _subject_regexp() -> str:
    """Words right before an operator with its number: the 满意度 of 满意度≥90%."""
    operator = _operator_with_number()
    return rf"{_before_number()}(?:(?!{_change()}){_LETTER}){{1,24}}?{_NOT_NEGATED}(?={operator})"


def _operator_with_number() -> str:
    """An operator, or 控制在 and the like, with its number; 保持在 says no direction, so that it bounds nothing."""
    keep = lexicon.words()["KEEP"].regexp("≤")
    return rf"(?:{lexicon.words()['OPERATOR'].regexp()}|{keep})\s*[+-]?[\d约近]"


def _before_number(digits: str = r"\d") -> str:
    """Where words before a number may begin; the digit is asked for first, because it is the cheapest to miss."""
    words = lexicon.words()
    others = "|".join(words[name].regexp() for name in ("KEEP", "AIM", "AND", "OR", "EACH", "BASELINE", "FULL"))
    return rf"(?={_LETTER}\D{{0,23}}{digits})(?!{_operator_with_number()}|{others})"


def _change() -> str:
    """What must not hide among such words: 且, 或, or a change (收入增长≥6% bounds no 收入增长; 增长率 is a name)."""
    verbs = lexicon.words()["VERB"].regexp()
    return (
        rf"(?:{verbs})(?![率数额值量幅])|[比较](?=[上去前往同近基原]|\d)|且|或|并且|同时|半年|季度|年内|年底|年末|月底"
    )
