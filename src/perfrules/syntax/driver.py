"""Runs the tables that Lark made of the grammar, a cell at a time and in one loop.

Lark's own loop goes through six calls for each token, of which cells have few, and counts their lines, which is one.
This one asks the same patterns and follows the same tables; `tests/properties/test_driver.py` holds the two together.
"""

from collections.abc import Callable, Mapping
from typing import Any, cast

from lark import Lark, Token
from lark.lexer import ContextualLexer
from lark.parsers.lalr_analysis import Shift
from lark.parsers.lalr_parser import LALR_Parser

_END = "$END"

_Shift = tuple[None, int, str]
_Reduction = tuple[Callable[[list[object]], object], int, str]
_Scanner = tuple[Callable[[str, int], Any], Mapping[str, Callable[[Token], Token]], frozenset[str]]


class Driver:
    """The parser of a language, as fast as Python runs it."""

    def __init__(self, lark: Lark) -> None:
        frontend = cast("Any", lark.parser)
        parser = cast("LALR_Parser", frontend.parser).parser
        self._lexers = cast("ContextualLexer", frontend.lexer).lexers
        self._starts, self._ends = parser.parse_table.start_states, parser.parse_table.end_states
        self._steps: dict[int, dict[str, _Shift | _Reduction]] = {
            # Names may be tokens of the grammar's own text; as plain texts they are found several times as fast.
            state: {
                str(name): (None, target, "")
                if action is Shift
                else (parser.callbacks[target], len(target.expansion), str(target.origin.name))
                for name, (action, target) in row.items()
            }
            for state, row in parser.parse_table.states.items()
        }
        self._scanners: dict[int, _Scanner] = {}

    def read(self, text: str, start: str) -> object | None:
        """Read a text from its first character to its last, or give None."""
        steps, scanners = self._steps, self._scanners
        state, end_state = self._starts[start], self._ends[start]
        states, values, at, length = [state], list[object](), 0, len(text)
        while True:
            if at < length:
                match, callbacks, ignored = scanners.get(state) or self._scanner(state)
                found = match(text, at)
                if found is None:
                    return None
                name, place, at = found.lastgroup, at, found.end()
                if name in ignored:
                    continue
                token = str.__new__(Token, found[0])
                token.type, token.value, token.start_pos, token.end_pos = name, found[0], place, at
                if name in callbacks:
                    token = callbacks[name](token)
                    name = token.type
            else:
                name, token = _END, None
            # Everything that this token completes is put together before the token itself is taken in.
            while True:
                step = steps[state].get(name)
                if step is None:
                    return None
                reduce, size, origin = step
                if reduce is None:
                    state = size
                    states.append(state)
                    values.append(token)
                    break
                parts = values[-size:] if size else []
                if size:
                    del values[-size:], states[-size:]
                values.append(reduce(parts))
                state = steps[states[-1]][origin][1]
                states.append(state)
                if token is None and state == end_state:
                    return values[-1]

    def _scanner(self, state: int) -> _Scanner:
        """Give what finds the next token in a state; it is compiled when a text first comes there."""
        lexer = cast("Any", self._lexers[state])
        (pattern,) = lexer.scanner._mres
        scanner = self._scanners[state] = (pattern.match, lexer.callback, lexer.ignore_types)
        return scanner
