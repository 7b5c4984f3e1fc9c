"""A report in its JSON form becomes a side. What comes from a file is looked at before it is believed."""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import TypeVar

import attrs

from perfrules.comparing.side import Basis, Side, SideLine, SideScore, SideTable
from perfrules.diagnostics import Code, Diagnostic, Label, PerfRulesError
from perfrules.report.report import REPORT_SCHEMA
from perfrules.report.wording import grades_text, range_text
from perfrules.source import FilePlace
from perfrules.targets import parse

_NUMBER = re.compile(r"-?\d{1,200}(?:\.\d{1,200}|/\d{1,200})?")

Data = Mapping[str, object]
_T = TypeVar("_T")


class _MalformedError(Exception):
    """Something is not where the JSON form of a report has it; the text names it."""


def side_of_json(data: object, name: str) -> Side:
    """Take a report, as `Report.to_dict` gives it, as a side.

    Raises:
        PerfRulesError: It is no report.
    """
    try:
        if not isinstance(data, dict) or data.get("$schema") != REPORT_SCHEMA:
            raise _MalformedError("$schema")
        return _side(data, name)
    except _MalformedError as error:
        what = Diagnostic.of(Code.REPORT_MALFORMED, Label(FilePlace(name)), part=error, schema=REPORT_SCHEMA)
        raise PerfRulesError(what) from error


def _side(data: Data, name: str) -> Side:
    tables = [_table(each) for each in _list(data, "projects")]
    for department in _list(data, "departments"):
        tables.append(_department(department))
        tables += [_table(each) for each in _list(department, "tables")]
    return Side(name, True, tuple(tables), _basis(data))


def _table(data: Data) -> SideTable:
    execution = _get(data, "execution", dict)
    return SideTable(
        _get(data, "name", str),
        _optional(data, "year", int),
        tuple(_line(each) for each in _list(data, "lines")),
        budget=_optional(execution, "budget", str) or "",
        spent=_optional(execution, "spent", str) or "",
        execution=_score(execution, _optional(execution, "spent", str) or "", execution.get("place")),
        scheme=_get(data, "scheme", str),
        total=_total(data),
        grade=_grade(data),
    )


def _department(data: Data) -> SideTable:
    name, scheme = f"部门合计：{_get(data, 'name', str)}", _get(data, "scheme", str)
    return SideTable(name, scheme=scheme, total=_total(data), grade=_grade(data))


def _total(data: Data) -> str:
    return "" if data.get("low") is None else f"{range_text(_number(data, 'low'), _number(data, 'high'))}分"


def _grade(data: Data) -> str:
    grades = _get(data, "grades", list)
    return grades_text(tuple(map(str, grades))) if grades else ""


def _line(data: Data) -> SideLine:
    name, category, subcategory = (_get(data, key, str) for key in ("name", "category", "subcategory"))
    target = _get(data, "target", dict)
    written, canonical = _get(target, "text", str), _get(target, "canonical", str)
    # The canonical text needs no context; a cell that has none is prose, or has nothing in it.
    read = parse(canonical or written, name=name, category=category, subcategory=subcategory)
    score = _score(data, _get(data, "actual", str), data.get("actual_place"))
    weight = _number(_get(data, "score", dict), "weight")
    place = _optional(data, "target_place", str) or ""
    return SideLine(name, category, subcategory, attrs.evolve(read, text=written), weight, score, place)


def _score(data: Data, actual: str, place: object) -> SideScore:
    points = _get(data, "score", dict)
    baseline, judgement = (_optional(data, key, str) or "" for key in ("baseline", "judgement"))
    where = place if isinstance(place, str) else ""
    return SideScore(_number(points, "low"), _number(points, "high"), actual, baseline, judgement, where)


def _basis(data: Data) -> Basis:
    evidence = _optional(data, "evidence", dict)
    if evidence is None:
        return Basis()
    program, ruleset = _get(evidence, "program", dict), _get(evidence, "ruleset", dict)
    parameters = {_get(each, "name", str): _parameters(each) for each in _list(evidence, "authorities")}
    version, texts = _get(program, "version", str), _get(program, "texts_sha256", str)
    return Basis(parameters, version, texts, _optional(ruleset, "sha256", str) or "")


def _parameters(authority: Data) -> Mapping[str, str]:
    parameters = _get(authority, "parameters", dict)
    return {str(name): str(text) for name, text in parameters.items()}


def _list(data: Data, key: str) -> list[Data]:
    found = _get(data, key, list)
    if not all(isinstance(each, dict) for each in found):
        raise _MalformedError(key)
    return found


def _number(data: Data, key: str) -> Fraction:
    text = _get(data, key, str)
    try:
        if _NUMBER.fullmatch(text):
            return Fraction(text)
    except ZeroDivisionError:
        pass
    raise _MalformedError(key)


def _get(data: Data, key: str, kind: type[_T]) -> _T:
    found = data.get(key)
    if not isinstance(found, kind):
        raise _MalformedError(key)
    return found


def _optional(data: Data, key: str, kind: type[_T]) -> _T | None:
    return None if data.get(key) is None else _get(data, key, kind)
