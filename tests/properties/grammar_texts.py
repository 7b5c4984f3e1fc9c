"""Texts that the grammar of the indicator language itself writes: its rules, over what its terminals can be."""

import re
from collections.abc import Iterator, Sequence

from hypothesis import strategies as st
from hypothesis.extra.lark import from_lark
from lark import Lark, Token
from lark.common import LexerConf
from lark.lexer import Lexer

from perfrules.data import read_text
from perfrules.syntax import STANDARD, lexicon
from perfrules.syntax.grammar import FILE
from perfrules.units import UNITS

_PATTERNS: dict[str, Sequence[str]] = {
    # What the regular expressions of the lexicon match, an example for each.
    "OPERATOR": (">=", "<="),
    "CLOSING": ("(含90%)以上",),
    "KEEP": ("控制", "保持"),
    "TO": ("-", "~", "..."),
    "BASELINE": (
        "比上年",
        "较去年同期",
        "与上年相比",
        "较上期",
        "比上月",
        "较前三年平均",
        "较2020年",
        "以2022年为基数",
    ),
    "REACH": ("提高到", "缩短至"),
    "BY": ("计划",),
    "ACTED": ("响应", "完成修复", "到达现场"),
    "PLACEHOLDER": ("**", "XX", "__", "…", "??"),
    "DASH": ("-", "~~"),
    "TIER": ("达成预期指标",),
    "INCLUSIVE": ("(含)", "(含90%)"),
}
_OTHERS: dict[str, Sequence[str]] = {
    # What stands in the grammar itself, or is put together in syntax/grammar.py.
    "NUMBER": ("0", "1", "5", "12", "90", "100", "2023", "1,280", "0.5", "99.95"),
    "SIGNED": ("-5", "+3", "-0.1"),
    "PLAIN": ("60", "-5", "80"),
    "FRACTION": ("1/2", "2/3"),
    "NUMERAL": ("三", "十", "一百二十八", "5万4千", "1亿2千万", "半"),
    "SHARE": ("百分之九十五", "三分之二", "3/4", "千分之3"),
    "DOTTED": ("2023.12.31", "2023-6-1", "2024/2/30", "20231231"),
    "YEAR": ("2023年", "2024年度"),
    "MONTH": ("6月", "12月", "2月份"),
    "DAY": ("1日", "15日", "31日", "30号"),
    "QUARTER": ("第三季度", "一季度", "Q4"),
    "HALF": ("上半年", "下半年"),
    "YEARS": ("2022-2024年", "2022年至2023年"),
    "MONTHS": ("1-11月", "3至6月"),
    "RECURRING": ("每月25日", "每周五"),
    "PERIODIC": ("每季度", "每年", "每月"),
    "YEARLY": ("每年",),
    "ROUND": ("10", "100", "1000"),
    "ENLARGED": ("万", "百", "亿"),
    "EVERY_ONE": ("各",),
    "WHOLE_YEAR": ("全年", "年内", "本年度"),
    "YEAR_END": ("年底", "年末"),
    "EDGE": ("底", "末", "上旬", "中旬", "下旬", "初"),
    "COMMA": (",", "，", "、"),
    "COLON": (":", "："),
    "PM": ("±", "+-", "正负"),
    "SLASH": ("/",),
    "DOT": ("·", "*"),
    "LPAR": ("(", "（"),
    "RPAR": (")", "）"),
    "LSQB": ("[",),
    "RSQB": ("]",),
    "SUBJECT": ("满意度", "培训人数", "办理时限"),
    "NAMED": ("合格率", "群众满意度"),
    "EVENT": ("合同签订后", "自受理之日起"),
    "CHANGING": ("收入", "发病人数"),
    "SCALE": ("优良中差", "是/否"),
    "NONE_OF": ("无重大投诉", "零事故"),
}


class _NoLexer(Lexer):
    """Reads nothing: the rules are there to write."""

    def __init__(self, conf: LexerConf) -> None:
        pass

    def lex(self, lexer_state: object, parser_state: object) -> Iterator[Token]:
        return iter(())


def _terminals() -> dict[str, st.SearchStrategy[str]]:
    listed = {name: (*section.meanings, *_PATTERNS.get(name, ())) for name, section in lexicon.terminals().items()}
    units = tuple(f"{scale}{name}" for name in UNITS.names for scale in ("", "万"))
    return {
        name: st.sampled_from(texts)
        for name, texts in (listed | _OTHERS | {"UNIT": units, "LEVEL": (*STANDARD.levels,)}).items()
    }


def _rules() -> str:
    """The rules of the grammar, with every terminal only declared."""
    lines = [line for line in read_text(FILE).splitlines() if not re.match(r"[A-Z_]+\.\d+:|%ignore", line)]
    return "\n".join([*lines, f"%declare {' '.join(_terminals())}"])


def written_by_the_grammar() -> st.SearchStrategy[str]:
    """Draw what a cell can hold; as the words are chosen freely, not all of it is read the way it was written."""
    grammar = Lark(_rules(), parser="lalr", lexer=_NoLexer, start=["target", "actual"])
    return from_lark(grammar, explicit=_terminals())
