"""Reads as much of a text as the grammar takes: for running text, in which nobody says where a cell would end."""

from typing import TYPE_CHECKING, cast

from perfrules.syntax.language import STANDARD, Language

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lark import Token

END = "$END"
"""What Lark calls the end of a text."""


def readable_ends(folded: str, start: str = "target", language: Language = STANDARD) -> tuple[int, ...]:
    """Give every place at which a reading of a folded text, from its first character on, could stop; the nearest first.

    The rest of the text takes no part. A place where the grammar could stop is no promise that what stands before it
    reads as a cell, since a word may look ahead; `read_target` tells.

    >>> readable_ends("25家以上的部分")
    (2, 3, 5)
    """
    lark, unreadable = language.machine
    parser = lark.parse_interactive(folded, start=start)
    ends = []
    try:
        # A token is asked for only when the one before it was taken in, so that its state decides what it can be.
        for token in cast("Iterable[Token]", parser.lexer_thread.lex(parser.parser_state)):  # type: ignore[no-untyped-call]
            parser.feed_token(token)
            if END in cast("Mapping[str, object]", parser.choices()):  # type: ignore[no-untyped-call]
                ends.append(cast("int", token.end_pos))
    except unreadable:
        pass
    return tuple(ends)
