"""Makes the LALR parser of the indicator language."""

from collections.abc import Collection

from lark import Lark
from lark.common import LexerConf
from lark.lexer import ContextualLexer

from perfrules.syntax.builder import Builder
from perfrules.syntax.grammar import STARTS, grammar
from perfrules.syntax.language import Language


class TrustedLexer(ContextualLexer):
    """Lark's lexer without its search for terminals that overlap.

    Ours overlap on purpose, with priorities. Lark searches whenever the package interegular happens to be installed,
    and with hundreds of words that takes minutes.
    """

    def __init__(
        self, conf: LexerConf, states: dict[int, Collection[str]], always_accept: Collection[str] = ()
    ) -> None:
        conf.skip_validation = True
        super().__init__(conf, states, always_accept)


def build(language: Language) -> Lark:
    """Make the parser of a language, with expressions built while it parses."""
    return Lark(
        grammar(language),
        parser="lalr",
        start=list(STARTS),
        transformer=Builder(language),
        maybe_placeholders=False,
        _plugins={"ContextualLexer": TrustedLexer},
    )
