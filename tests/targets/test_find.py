"""Finding targets in running text: the document of 2023, bad calls, and texts of any length."""

import random
from pathlib import Path
from time import process_time

import pytest

import perfrules as pr
from perfrules.targets import parse

DOCUMENT = Path(__file__).parents[1].joinpath("data", "部门整体绩效目标2023.txt").read_text("utf-8")
NARRATIVE = DOCUMENT[: DOCUMENT.index("高新技术企业扶持资金项目绩效目标表")]
TABLES = DOCUMENT[len(NARRATIVE) :]


def test_the_narrative_of_2023_holds_five_targets() -> None:
    assert [(each.phrase, each.text, str(each.target)) for each in pr.find(NARRATIVE, year=2023)] == [
        ("高新技术企业新增", "25家以上", "[25家, ∞)"),
        ("新认定国家科技型中小企业", "240家", "[240家, ∞)"),
        ("区内企业满意度", "大于90%", "(90%, ∞)"),
        ("机器人产业企业满意度", "达到90%", "[90%, ∞)"),
        ("细化代编预算", "6月底前", "(-∞, 2023-06-30]"),
    ]


def test_in_the_tables_only_cells_with_a_comparison_or_a_date_are_found() -> None:
    """是, 提高 and 增长 measure nothing by themselves; 10万元/家 could be any price; the plan is no target."""
    assert [each.text for each in pr.find(TABLES, year=2023)] == [
        *("≥60家", "≥60家", "=100%", "2023年12月31日前", "≥90%"),
        *("≥1个", "比上年增加", "≥95%", "2023年12月31日前", "≥90%"),
        *("≥1个", "≥90%", "2023年12月31日前", "≥90%"),
    ]


def test_an_inferred_operator_says_where_it_came_from() -> None:
    (found,) = pr.find("新认定国家科技型中小企业240家")
    assert found.target.to_dict() == {"kind": "bound", "op": "≥", "number": "240", "unit": "家", "op_from": "class"}


def test_prose_in_a_cell_shows_what_it_holds_and_keeps_its_diagnostic() -> None:
    target = parse("加强培训，企业满意度大于90%", year=2023)
    assert [str(each) for each in target.found] == ["企业满意度：(90%, ∞)"]
    assert pr.Code.NUMBER_UNREAD in [diagnostic.code for diagnostic in target.diagnostics]
    assert parse("≥90%").found == ()


@pytest.mark.parametrize(("text", "year"), [(None, 2023), (b"\xe2\x89\xa590%", None), ("≥90%", "2023"), ("", 20.5)])
def test_a_wrong_type_raises(text: object, year: object) -> None:
    with pytest.raises(TypeError):
        pr.find(text, year=year)  # type: ignore[arg-type]


def _noise(pieces: list[str], count: int) -> str:
    choice = random.Random(2023).choice  # noqa: S311 - the same noise in every run, not a secret
    return "".join(choice(pieces) for _ in range(count))


LONG = {
    "a megabyte of the narrative": NARRATIVE * (1_000_000 // len(NARRATIVE.encode())),
    "a megabyte without a mark": NARRATIVE.replace("。", "").replace("，", "").replace("\n", "") * 240,
    "digits": "1" * 1_000_000,
    "digits apart": "1 " * 500_000,
    "brackets": "（" * 330_000,
    "brackets around digits": "（1）" * 150_000,
    "signs": "≥" * 330_000,
    "signs and spaces": ">" + " " * 1_000_000,
    "one amount": "1家" * 100_000,
    "commas": "1," * 500_000,
    "ranges": "1-" * 500_000,
    "dates": "2023年12月31日" * 20_000,
    "leads": "确保力争实现" * 55_000 + "≥90%",
    "any words": _noise(["提高", "≥", "不低于", "每", "1", "5%", "2023年", "12月", "前", "以上", "的", "，"], 60_000),
}
SECONDS = 6
"""A bound for slow machines, in time of the processor: a search that tries all ends from all starts takes minutes."""


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_it_takes_time_in_proportion_to_the_text(text: str) -> None:
    begin = process_time()
    pr.find(text, year=2023)
    assert process_time() - begin < SECONDS
