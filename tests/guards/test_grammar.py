"""The grammars are free of conflicts: in Lark's strict mode every state of the parser knows the one thing to do.

Terminals are left out of the proof. They are word lists that overlap on purpose: a word may belong to several, and the
state of the parser, then the priority, says which one is meant.
"""

from collections.abc import Iterator, Sequence

import pytest
from lark import Lark, Token
from lark.common import LexerConf
from lark.exceptions import GrammarError
from lark.lexer import Lexer

from guards.checkout import ROOT
from perfrules.data import read_text
from perfrules.rules.text import formula
from perfrules.syntax import STANDARD, grammar


class _NoLexer(Lexer):
    """Reads nothing: only the tables of the parser are looked at."""

    def __init__(self, conf: LexerConf) -> None:
        pass

    def lex(self, lexer_state: object, parser_state: object) -> Iterator[Token]:
        return iter(())


def prove(text: str, starts: Sequence[str]) -> None:
    Lark(text, parser="lalr", lexer=_NoLexer, start=list(starts), strict=True)


GRAMMARS = {
    "target.lark": (grammar.grammar(STANDARD), grammar.STARTS),
    "formula.lark": (formula.grammar(STANDARD), ["formula"]),
    "ruleset.lark": (read_text("grammar/ruleset.lark"), ["line"]),
}


@pytest.mark.parametrize("name", GRAMMARS)
def test_a_grammar_has_no_conflict(name: str) -> None:
    prove(*GRAMMARS[name])


@pytest.mark.parametrize(
    ("conflict", "text"),
    [("Shift/Reduce", 'start: A | start start\nA: "a"'), ("Reduce/Reduce", 'start: x | y\nx: A\ny: A\nA: "a"')],
)
def test_a_conflict_would_be_seen(conflict: str, text: str) -> None:
    with pytest.raises(GrammarError, match=conflict):
        prove(text, ["start"])


def test_every_grammar_file_is_proved_here() -> None:
    assert {path.name for path in (ROOT / "grammar").glob("*.lark")} == set(GRAMMARS)
