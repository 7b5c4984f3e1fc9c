"""The reference of the rule language lists exactly what the code knows; `--spec-update` rewrites what is generated."""

from collections.abc import Iterable, Mapping

import pytest

from documents.generated import brought_up_to_date
from guards.checkout import ROOT
from perfrules.formulas import Kind
from perfrules.names import indicator_classes
from perfrules.review import OBJECT_KINDS, Criterion
from perfrules.review.rule import LEVELS
from perfrules.rules.blocks import BLOCKS
from perfrules.rules.methods import methods
from perfrules.rules.reviewing import rules
from perfrules.rules.schemes import scheme
from perfrules.rules.tables import goal_tables, indicators
from perfrules.rules.trials import trials
from perfrules.rules.words import own_words
from perfrules.scoring.facts import execution_names, indicator_names
from specification.markdown import Table, read_tables

REFERENCE = ROOT / "docs" / "rule-writing" / "reference.md"
TABLES = {table.headings[-1]: table for table in reversed(read_tables(REFERENCE.read_text("utf-8")))}
"""The first table under each heading."""


def _column(table: Table, position: int) -> list[str]:
    return [value.strip("`") for row in table.rows if (value := row.values[position]) is not None]


def test_every_block_is_listed() -> None:
    assert sorted(_column(TABLES["有哪些块"], 0)) == sorted(BLOCKS)


@pytest.mark.parametrize(
    ("heading", "spellings"),
    [
        ("目标表", goal_tables.FIELDS),
        ("指标的栏目", indicators.COLUMNS),
        ("评分办法", scheme.FIELDS),
        ("试算", trials.GIVEN),
    ],
)
def test_every_field_is_listed_with_its_other_names(heading: str, spellings: Mapping[str, Iterable[str]]) -> None:
    listed = [row.values[:2] for row in TABLES[heading].rows if row.values[0]]
    assert [(name, others or "") for name, others in listed] == [
        (name, "、".join(others)) for name, others in spellings.items()
    ]


def test_every_column_that_a_trial_may_expect_is_listed() -> None:
    assert _column(TABLES["试算"], 2) == list(trials.EXPECTED)


@pytest.mark.parametrize(
    ("heading", "fields"),
    [
        ("审核规则", rules.FIELDS),
        ("监控办法", methods.FIELDS),
        ("用语", own_words.FIELDS),
    ],
)
def test_every_field_of_the_other_blocks_is_listed(heading: str, fields: Iterable[str]) -> None:
    assert _column(TABLES[heading], 0) == list(fields)


def test_every_name_that_a_scoring_rule_may_use_is_listed() -> None:
    classes = {name for each in indicator_classes() for name in (each.name, *(part.name for part in each.parts))}
    names = {name: kind for name, kind in indicator_names().items() if name not in classes}
    table = TABLES["得分规则里能用的名称"]
    assert dict(zip(_column(table, 0), _column(table, 1), strict=True)) == {k: str(v) for k, v in names.items()}
    assert {str(kind) for kind in names.values()} == {str(Kind.NUMBER), str(Kind.TRUTH)}
    assert all(f"`{name}`" in REFERENCE.read_text("utf-8") for name in execution_names())


def test_every_choice_of_a_review_rule_is_listed() -> None:
    meanings = dict(zip(*(_column(TABLES["审核规则"], position) for position in (0, 1)), strict=True))
    assert meanings["对象"] == f"看什么：{'、'.join(OBJECT_KINDS)}"
    assert meanings["标准"] == "、".join(each.value for each in Criterion)
    assert all(f"`{level}`" in meanings["级别"] for level in LEVELS if level != "错误")


def test_what_is_generated_is_up_to_date(request: pytest.FixtureRequest) -> None:
    text = REFERENCE.read_text("utf-8")
    if request.config.getoption("--spec-update"):
        REFERENCE.write_text(brought_up_to_date(text), "utf-8")
    else:
        assert brought_up_to_date(text) == text, "请运行：pytest tests/documents --spec-update"
