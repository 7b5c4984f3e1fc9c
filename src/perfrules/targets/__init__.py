"""Targets: an expression and its context become a set."""

from perfrules.targets.approximation import approximately, bounded
from perfrules.targets.as_dict import READING_SCHEMA
from perfrules.targets.context import Context, ContextColumns
from perfrules.targets.denotation import (
    denote_change,
    denote_levels,
    direction_interval,
    last_day,
    range_interval,
)
from perfrules.targets.overlap import overlap
from perfrules.targets.parse import parse, reference_named
from perfrules.targets.quantity import parse_quantity
from perfrules.targets.region import (
    AllOf,
    Amounts,
    Answers,
    AnyOf,
    Changes,
    Days,
    Interval,
    Judged,
    Levels,
    Quotients,
    Referred,
    Region,
    Unset,
)
from perfrules.targets.surroundings import polarity_of_name
from perfrules.targets.target import Polarity, Target

__all__ = [
    "READING_SCHEMA",
    "AllOf",
    "Amounts",
    "Answers",
    "AnyOf",
    "Changes",
    "Context",
    "ContextColumns",
    "Days",
    "Interval",
    "Judged",
    "Levels",
    "Polarity",
    "Quotients",
    "Referred",
    "Region",
    "Target",
    "Unset",
    "approximately",
    "bounded",
    "denote_change",
    "denote_levels",
    "direction_interval",
    "last_day",
    "overlap",
    "parse",
    "parse_quantity",
    "polarity_of_name",
    "range_interval",
    "reference_named",
]
