"""Reads as much of a text as the grammar takes: for running text, in which nobody says where a cell would end."""

from perfrules.syntax.reader import machine

END = "$END"
"""What Lark calls the end of a text."""


def readable_ends(folded: str, start: str = "target") -> tuple[int, ...]:
    """Give every place at which a reading of a folded text, from its first character on, could stop; the nearest first.

    The rest of the text takes no part. A place where the grammar could stop is no promise that what stands before it
    reads as a cell, since a word may look ahead; `read_target` tells.

    >>> readable_ends("25家以上的部分")
    (2, 3, 5)
    """
    machinery, unreadable = machine()
    parser = machinery.parse_interactive(folded, start=start)
    ends = []
    try:
        for token in parser.lexer_thread.lex(parser.parser_state):
            parser.feed_token(token)
            if END in parser.choices():
                ends.append(token.end_pos)
    except unreadable:
        pass
    return tuple(ends)
