"""What a keystroke costs the language server, in a file of 1,000 indicators: run by hand, `python keystrokes.py`.

A line is typed character by character into the middle of the file; each time everything that the server does before it
answers is done: the edit, reading, messages. Times are of the processor, since other programs may be running. What an
editor asks for after that is measured once each. The exit code is 1 where a keystroke costs more than 50 ms.
"""

import sys
import time
from collections.abc import Callable
from functools import partial
from statistics import median

from lsprotocol import types

from perfrules.lsp.actions import actions
from perfrules.lsp.completion import completion
from perfrules.lsp.desk import Desk
from perfrules.lsp.diagnostics import diagnostics_of
from perfrules.lsp.hints import hints
from perfrules.lsp.hover import hover
from perfrules.lsp.names import names_of
from perfrules.lsp.outline import folds, symbols
from perfrules.lsp.tokens import tokens

COUNT = 1000
MOST = 50
URI = "untitled:1"
TYPED = "      受训人数：≥120人次    依据 年度计划"


def text(tables: int) -> str:
    """Give a file with 1,000 indicators in some tables."""
    lines = []
    for table in range(tables):
        lines += [
            f"目标表 项目{table}",
            "  年度：2023",
            "  评分办法：central/mof-2020-10",
            "  产出指标",
            "    数量指标",
        ]
        for at in range(COUNT // tables):
            lines.append(f"      补助企业数{at}：≥{at + 1}家    依据 年度计划    说明 反映补助企业的情况")
        lines.append("")
    return "\n".join(lines)


def timed(do: Callable[[], object]) -> float:
    """Give the milliseconds of processor time that something takes."""
    start = time.process_time()
    do()
    return (time.process_time() - start) * 1000


def main() -> int:
    """Measure and print."""
    return int(max(_measure(tables) for tables in (1, 20)) > MOST)


def _measure(tables: int) -> float:
    """Type a line, ask for everything, and give what the costliest keystroke cost."""
    desk = Desk()
    desk.open(URI, text(tables))
    opened = timed(lambda: _answer(desk))
    lines = enumerate(desk.documents[URI].lines)
    middle = next(number for number, line in lines if number > COUNT / 2 and line.text.startswith("      "))
    desk.change(URI, [_insert(middle, 0, "\n")])
    _answer(desk)
    costs = [timed(partial(_type, desk, middle, column, character)) for column, character in enumerate(TYPED)]
    print(f"{COUNT}个指标，{tables}张表：打开 {opened:.0f} ms；每键 {median(costs):.1f} ms，最慢 {max(costs):.1f} ms")
    reading, document, marks = desk.reading(URI), desk.documents[URI], desk.marks(URI)
    spot = (middle, 15)
    for name, do in (
        ("补全", lambda: completion(reading, document, spot)),
        ("悬停", lambda: hover(reading, document, spot)),
        ("名称", lambda: names_of(reading)),
        ("大纲", lambda: symbols(document)),
        ("折叠", lambda: folds(document)),
        ("着色", lambda: tokens(document)),
        ("着色一屏", lambda: tokens(document, middle, middle + 50)),
        ("提示一屏", lambda: hints(reading, document, middle, middle + 50)),
        ("修改", lambda: actions(reading, document, marks, middle, middle)),
    ):
        print(f"  {name} {timed(do):.1f} ms")
    return max(costs)


def _type(desk: Desk, line: int, column: int, character: str) -> None:
    desk.change(URI, [_insert(line, column, character)])
    _answer(desk)


def _insert(line: int, column: int, characters: str) -> types.TextDocumentContentChangePartial:
    place = types.Position(line, column)
    return types.TextDocumentContentChangePartial(types.Range(place, place), characters)


def _answer(desk: Desk) -> None:
    diagnostics_of(desk.reading(URI), desk.documents[URI], desk.marks(URI))


if __name__ == "__main__":
    sys.exit(main())
