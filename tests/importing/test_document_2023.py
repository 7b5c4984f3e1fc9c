"""The Word file of 2023 is read as what `rulesets/gaoxin-keji-2023` says, which people wrote from it."""

from pathlib import Path

import attrs
import pytest

from perfrules import load, read
from perfrules.data import resource
from perfrules.formatting import format_source
from perfrules.importing import Imported, ruleset_text
from perfrules.rules import read_ruleset
from perfrules.source import CellPlace, Source
from perfrules.tables import GoalTable

DOCUMENT = Path(__file__).parents[1] / "data" / "部门整体绩效目标2023.docx"
READ = read(DOCUMENT)
WRITTEN = load(resource("rulesets/gaoxin-keji-2023"))


def _as_printed(table: GoalTable) -> GoalTable:
    """Leave out what people added: the scheme.

    The rulesets say the numbers of goals in the label of the line, which reads as the same text.
    """
    return attrs.evolve(table, scheme="")


@pytest.mark.parametrize("at", range(4))
def test_every_table_is_what_people_wrote(at: int) -> None:
    assert READ.goal_tables[at] == _as_printed(WRITTEN.goal_tables[at])


def test_the_clauses_without_a_measure_are_listed() -> None:
    assert [each.code.id for each in READ.diagnostics] == ["PF789", "PF789"]
    assert "“进一步完善科技型中小企业培育机制”" in READ.diagnostics[0].message
    assert "“联合科技企业孵化器、众创空间、培育服务机构等" in READ.diagnostics[1].message


def test_every_indicator_of_a_table_knows_its_cell() -> None:
    places = [line.place for table in READ.goal_tables[1:] for line in table.indicators]
    assert len(places) == 20
    assert all(isinstance(place, CellPlace) for place in places)
    assert str(places[0]).endswith("部门整体绩效目标2023.docx 第1个表格 第8行第11列")
    assert places[0] is not None
    assert places[0].excerpt() == "【≥60家】"


def test_an_indicator_of_the_narrative_knows_its_words() -> None:
    place = READ.goal_tables[0].indicators[0].place
    assert place is not None
    assert "新增【25家以上】" in place.excerpt()


def test_written_and_laid_out_again_it_stays_the_same() -> None:
    text = ruleset_text(Imported(READ.goal_tables), [DOCUMENT.name]).text
    assert read_ruleset(Source("a", text)).goal_tables == READ.goal_tables
    assert format_source(Source("a", text)).text == text


def test_it_is_reviewed_like_the_ruleset() -> None:
    """128家 × 10万元/家 is said in words only, and 补助60家 does not go with it (PR301)."""
    ours, theirs = (
        sorted((each.rule.id, each.message) for each in ruleset.review().findings) for ruleset in (READ, WRITTEN)
    )
    assert ours == theirs
    assert [each for each, _ in ours].count("PR301") == 2


def test_it_is_evaluated_like_the_ruleset() -> None:
    actuals = resource("rulesets/gaoxin-keji-2023/示例/actuals-2023.xlsx")
    ours, theirs = (ruleset.evaluate(actuals).projects for ruleset in (load(DOCUMENT), WRITTEN))
    assert [(each.table.name, each.score) for each in ours] == [(each.table.name, each.score) for each in theirs]
