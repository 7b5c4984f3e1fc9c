"""Messages write numbers as cells do, and say what is so."""

import pytest

from perfrules.diagnostics import Code
from perfrules.targets import parse


def _message(cell: str, code: Code) -> str:
    return next(diagnostic.message for diagnostic in parse(cell).diagnostics if diagnostic.code is code)


@pytest.mark.parametrize(
    ("cell", "code", "shown"),
    [
        ("各1.5次", Code.EACH_ASSUMED, "至少1.5次"),
        ("≥90.5%，且≤80.25%", Code.RANGE_EMPTY, "不低于90.5%和不高于80.25%"),
        (">90.5%，且<80.25%", Code.RANGE_EMPTY, "大于90.5%和小于80.25%"),
        ("约1.5万元", Code.ABOUT_ASSUMED, "[1.35万元, 1.65万元]"),
    ],
)
def test_numbers_are_written_as_in_a_cell(cell: str, code: Code, shown: str) -> None:
    assert shown in _message(cell, code)


@pytest.mark.parametrize("cell", ["=90%以上", "≥90.5%以下", "3天至5个工作日", "[60,60]"])
def test_a_contradiction_is_only_claimed_where_there_is_one(cell: str) -> None:
    codes = [diagnostic.code for diagnostic in parse(cell).diagnostics]
    assert Code.RANGE_EMPTY not in codes
