"""Reads a plain amount: a number with its unit and nothing else."""

from perfrules.syntax import STANDARD, Bound, Language, read_target
from perfrules.units import Quantity


def parse_quantity(text: str, language: Language = STANDARD) -> Quantity | None:
    """Read a plain amount, None where the text is anything else.

    >>> print(parse_quantity("1,280 万元"), parse_quantity("约1280万元"))
    1280万元 None
    """
    match read_target(text, language):
        case Bound(op=None, subject="", measure=measure) if measure.approximation is None:
            return Quantity(measure.number, measure.of)
        case _:
            return None
