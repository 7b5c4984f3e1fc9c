"""The published schema says exactly what readings look like: what it allows is read somewhere, and nothing else is."""

import json
import re
from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import get_args

import pytest
from jsonschema import Draft202012Validator

from corpus.cells import ABSENT, context, published
from perfrules.data import read_text
from perfrules.syntax import Direction, Expression, Op, Origin
from perfrules.targets import READING_SCHEMA, Target, parse
from specification.chapters import cases

SCHEMA = json.loads(read_text("docs/schema/reading-1.schema.json"))
DEFINED = SCHEMA["$defs"]
VALIDATOR = Draft202012Validator(SCHEMA)


@cache
def _targets() -> tuple[Target, ...]:
    return tuple(case.target for case in cases())


def _readings(reading: dict[str, object]) -> Iterator[dict[str, object]]:
    """Give a reading and the readings of its parts."""
    yield reading
    parts = reading.get("of", [])
    assert isinstance(parts, list)
    for part in parts:
        yield from _readings(part)


def _all_readings() -> Iterator[dict[str, object]]:
    for target in _targets():
        yield from _readings(target.to_dict())


def _errors(reading: dict[str, object]) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(reading)]


def test_it_is_a_schema_of_the_version_that_readings_name() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"] == SCHEMA["properties"]["$schema"]["const"] == READING_SCHEMA


def test_every_reading_of_the_chapters_fits() -> None:
    assert {target.text: errors for target in _targets() if (errors := _errors(target.to_dict()))} == {}


@pytest.mark.parametrize(("name", "column"), [("targets.jsonl", "value"), ("selfeval.jsonl", "target")])
def test_every_reading_of_the_published_cells_fits(name: str, column: str) -> None:
    rows = published(name)
    if not rows:
        pytest.skip(ABSENT)
    targets = [parse(row[column] or "", **context(row)) for row in rows]
    assert {target.text: errors for target in targets if (errors := _errors(target.to_dict()))} == {}


def test_what_the_command_line_prints_fits() -> None:
    assert _errors({"$schema": READING_SCHEMA, **parse("≥90%，且无投诉").to_dict()}) == []


def test_it_defines_every_kind_of_expression_and_no_other() -> None:
    kinds = {reading["kind"] for reading in _all_readings()}
    listed = {branch["$ref"].rpartition("/")[2] for branch in DEFINED["reading"]["oneOf"]}
    assert listed == kinds
    assert len(listed) == len(get_args(Expression))
    assert all(DEFINED[kind]["properties"]["kind"] == {"const": kind} for kind in listed)


def test_every_property_is_used_somewhere() -> None:
    used = {(reading["kind"], name) for reading in _all_readings() for name in reading}
    kinds = (branch["$ref"].rpartition("/")[2] for branch in DEFINED["reading"]["oneOf"])
    assert {(kind, name) for kind in kinds for name in DEFINED[kind]["properties"]} == used


@pytest.mark.parametrize(("name", "values"), [("op", Op), ("direction", Direction), ("origin", Origin)])
def test_it_lists_the_values_that_the_code_knows(name: str, values: type[Enum]) -> None:
    assert DEFINED[name]["enum"] == [value.value for value in values]


def test_every_property_is_described_in_chinese() -> None:
    kinds = [DEFINED[branch["$ref"].rpartition("/")[2]] for branch in DEFINED["reading"]["oneOf"]]
    properties = [given for kind in kinds for name, given in kind["properties"].items() if name != "kind"]
    assert all(kind["title"] and kind["description"] for kind in kinds)
    assert all(re.search("[一-鿿]", given["description"]) for given in properties)


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"kind": "bound"},
        {"kind": "bound", "op": "≥", "number": 90, "unit": "%", "op_from": "cell"},
        {"kind": "bound", "op": "≥", "number": "90", "unit": "%", "op_from": "cell", "more": ""},
        {"kind": "bound", "op": ">=", "number": "90", "unit": "%", "op_from": "cell"},
        {"kind": "change", "direction": "increase", "baseline": "last_year", "number": "5"},
        {"kind": "change", "direction": "increase", "baseline": "last_year", "unit": "%"},
        {"kind": "change", "direction": "increase", "baseline": "去年"},
        {"kind": "deadline", "date": "2023年12月31日", "inclusive": True},
        {"kind": "deadline", "date": "2023-12-31", "inclusive": False},
        {"kind": "deadline", "every": "month"},
        {"kind": "all", "of": [{"kind": "yes_no", "answer": True}]},
        {"kind": "all", "of": [{"kind": "yes_no", "answer": True}, {"kind": "yes_no", "answer": True, "more": ""}]},
        {"kind": "sum", "of": []},
        {"$schema": "urn:perfrules:reading:2", "kind": "yes_no", "answer": True},
    ],
)
def test_what_is_no_reading_does_not_fit(wrong: dict[str, object]) -> None:
    assert _errors(wrong)
