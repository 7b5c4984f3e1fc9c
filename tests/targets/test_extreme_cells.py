"""No cell, however strange, makes reading or judging do anything but return a value, and soon."""

from time import process_time

import pytest

from perfrules.diagnostics import Code
from perfrules.evaluation import Verdict, check
from perfrules.targets import parse

CELLS = {
    "a megabyte": "≥90%" * 250_000,
    "a megabyte of spaces": " " * 1_000_000,
    "ten thousand digits": f"≥{'9' * 10_000}%",
    "a number of any size": "≥1e999999999",
    "deep brackets": f"{'(' * 5_000}90{')' * 5_000}",
    "deep rates": f"{'每' * 10_000}1次",
    "many parts": "≥90%，且" * 2_000,
    "many dots": "1.1" * 3_000,
    "many slashes": "1/" * 3_000,
    "many dashes": "-" * 100_000,
    "much prose with a number": f"{'保障' * 50_000}90%",
    "control characters": "\x00\x01≥90%\x7f\u202e",
    "half a character": "\ud800≥90%",
}


@pytest.mark.parametrize("cell", CELLS.values(), ids=CELLS.keys())
def test_it_is_read_and_judged_within_a_second(cell: str) -> None:
    begin = process_time()
    assert parse(cell).text.strip() == cell.strip()
    assert isinstance(check(cell, "95%").verdict, Verdict)
    assert isinstance(check("≥90%", cell).verdict, Verdict)
    assert isinstance(check("提高5%", "95家", baseline=cell).verdict, Verdict)
    assert check(cell, cell).explain()
    assert process_time() - begin < 3


def test_a_cell_that_is_too_long_to_be_a_target_says_so() -> None:
    codes = [diagnostic.code for diagnostic in parse("保障有力" * 1_000).diagnostics]
    assert Code.TEXT_TOO_LONG in codes
