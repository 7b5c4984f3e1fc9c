"""Exemptions from review rules (免审), on a table and on the line of an indicator."""

import re
from collections.abc import Iterable

from perfrules.diagnostics import Code
from perfrules.rules.text.lines import Piece
from perfrules.rules.text.outline import Problems
from perfrules.syntax.folding import fold
from perfrules.tables import Waiver

RULE_ID = r"(?!PF)[A-Z]{2,6}\d{3,4}"
"""The id of a review rule, such as PR105 or HB101; PF is for what perfrules says itself."""

_WAIVER = re.compile(rf"(?P<rules>{RULE_ID}(?:\s*[、,]\s*{RULE_ID})*)(?:[\s:]+(?P<reason>.*))?", re.DOTALL)
_IDS = re.compile(RULE_ID)


def read_waivers(given: Iterable[Piece], problems: Problems) -> tuple[Waiver, ...]:
    """Read `PR105、PR203 理由`, one each; without a reason nothing is exempt."""
    found = (_waiver(each, problems) for each in given)
    return tuple(each for each in found if each is not None)


def _waiver(text: Piece, problems: Problems) -> Waiver | None:
    found = _WAIVER.fullmatch(fold(text.text).strip())
    if found is None:
        problems.add(Code.VALUE_WRONG, text, text=text.text, what="免审的内容", example="PR105 单位见文件附表")
        return None
    if not found["reason"]:
        problems.add(Code.WAIVER_REASON_MISSING, text, text=text.text)
        return None
    start = len(text.text) - len(text.text.lstrip()) + found.start("reason")
    return Waiver(tuple(_IDS.findall(found["rules"])), text.text[start:].strip(), text.place)
