"""The tables of a report in its JSON form."""

import attrs

from perfrules.comparing.looking import Data, number, objects, optional, text, value
from perfrules.comparing.side import SideLine, SideScore, SideTable
from perfrules.report.wording import grades_text, range_text
from perfrules.targets import Target, parse


def report_tables(data: Data) -> tuple[SideTable, ...]:
    """Give the projects, then each department with its own tables.

    Raises:
        MalformedError: Something is not where the form has it.
    """
    tables = [_table(each) for each in objects(data, "projects")]
    for department in objects(data, "departments"):
        tables.append(_department(department))
        tables += [_table(each) for each in objects(department, "tables")]
    return tuple(tables)


def _table(data: Data) -> SideTable:
    execution = value(data, "execution", dict)
    return SideTable(
        value(data, "name", str),
        optional(data, "year", int),
        tuple(_line(each) for each in objects(data, "lines")),
        budget=text(execution, "budget"),
        spent=text(execution, "spent"),
        execution=_score(execution, text(execution, "spent"), execution.get("place")),
        scheme=value(data, "scheme", str),
        total=_total(data),
        grade=_grade(data),
    )


def _department(data: Data) -> SideTable:
    name, scheme = f"部门合计：{value(data, 'name', str)}", value(data, "scheme", str)
    return SideTable(name, scheme=scheme, total=_total(data), grade=_grade(data))


def _total(data: Data) -> str:
    return "" if data.get("low") is None else f"{range_text(number(data, 'low'), number(data, 'high'))}分"


def _grade(data: Data) -> str:
    grades = value(data, "grades", list)
    return grades_text(tuple(map(str, grades))) if grades else ""


def _line(data: Data) -> SideLine:
    name, category, subcategory = (value(data, key, str) for key in ("name", "category", "subcategory"))
    score = _score(data, value(data, "actual", str), data.get("actual_place"))
    weight = number(value(data, "score", dict), "weight")
    return SideLine(name, category, subcategory, target_of(data), weight, score, text(data, "target_place"))


def target_of(data: Data) -> Target:
    """Read the target of a line again, in the context that the line gives.

    Raises:
        MalformedError: There is none.
    """
    target = value(data, "target", dict)
    written, canonical = value(target, "text", str), value(target, "canonical", str)
    name, category, subcategory = (value(data, key, str) for key in ("name", "category", "subcategory"))
    # The canonical text needs no context; a cell that has none is prose, or has nothing in it.
    return attrs.evolve(
        parse(canonical or written, name=name, category=category, subcategory=subcategory), text=written
    )


def _score(data: Data, actual: str, place: object) -> SideScore:
    points = value(data, "score", dict)
    baseline, judgement = (text(data, key) for key in ("baseline", "judgement"))
    where = place if isinstance(place, str) else ""
    return SideScore(number(points, "low"), number(points, "high"), actual, baseline, judgement, where)
