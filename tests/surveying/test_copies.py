"""Tables that were copied from others are found, however their targets are spelt; what only looks alike is not."""

from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest

from perfrules import frame

OWN = [("培训人数", "≥300人次"), ("合格率", "≥95%"), ("总成本", "≤50万元"), ("受益群众", "≥2000人"), ("满意度", "≥90%")]


def _table(**projects: list[tuple[str, str]]) -> pa.Table:
    rows = [
        {"项目名称": project, "主管部门": "水务局", "三级指标": name, "指标值": target}
        for project, lines in projects.items()
        for name, target in lines
    ]
    return pa.Table.from_pylist(rows)


def _found(table: pa.Table, **options: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = frame.duplicates(table, **options).to_pylist()
    return rows


def test_a_copy_is_set_beside_the_first_and_the_first_beside_the_second() -> None:
    other = [(name, target.replace("0", "7")) for name, target in OWN]
    found = _found(_table(甲=OWN, 乙=other, 丙=OWN[::-1], 丁=OWN))
    assert [(each["project"], each["like_project"]) for each in found] == [("甲", "丙"), ("丙", "甲"), ("丁", "甲")]
    assert all(each["identical"] and each["copies"] == 2 and each["similarity"] == 1 for each in found)


def test_spelling_makes_no_difference() -> None:
    respelt = [("培训 人数", "不少于300人次"), ("合格率", "95％以上"), ("总成本", "≤500000元"), *OWN[3:]]
    assert [each["identical"] for each in _found(_table(甲=OWN, 乙=respelt))] == [True, True]


@pytest.mark.parametrize(("similarity", "found"), [("2/3", 2), ("0.7", 0), ("4/5", 0)])
def test_a_table_with_one_target_changed_is_nearly_the_same(similarity: str, found: int) -> None:
    # Four of six different indicators are in both: 2/3.
    changed = [*OWN[:4], ("满意度", "≥92%")]
    rows = _found(_table(甲=OWN, 乙=changed), similarity=similarity)
    assert len(rows) == found
    assert all((each["shared"], each["similarity"], each["alike"]) == (4, Decimal("0.6666"), 1) for each in rows)


def test_of_near_tables_the_nearest_is_named() -> None:
    six = [*OWN, ("及时率", "=100%")]
    found = {each["project"]: each for each in _found(_table(甲=OWN, 乙=six, 丙=[*six, ("其他", "≥1项")]))}
    assert (found["甲"]["like_project"], found["甲"]["alike"]) == ("乙", 1)
    assert (found["乙"]["like_project"], found["乙"]["alike"], found["乙"]["similarity"]) == (
        "丙",
        2,
        Decimal("0.8571"),
    )
    assert found["丙"]["like_indicators"] == 6


def test_small_tables_are_alike_by_chance() -> None:
    assert _found(_table(甲=OWN[:2], 乙=OWN[:2])) == []
    assert len(_found(_table(甲=OWN[:2], 乙=OWN[:2]), least=2)) == 2


def test_the_table_of_last_year_is_no_copy() -> None:
    table = _table(甲=OWN, 乙=OWN)
    years = pa.array([2022] * len(OWN) + [2023] * len(OWN))
    assert _found(table.append_column("年度", years)) == []


def test_projects_of_the_same_name_in_two_departments_are_two() -> None:
    table = _table(甲=OWN * 2)
    departments = pa.array(["水务局"] * len(OWN) + ["教育局"] * len(OWN))
    found = _found(table.set_column(1, "主管部门", departments))
    assert [(each["department"], each["like_department"]) for each in found] == [
        ("水务局", "教育局"),
        ("教育局", "水务局"),
    ]


def test_nothing_is_like_nothing() -> None:
    assert _found(_table(甲=OWN).slice(0, 0)) == []
