"""Law: whatever is written in a form, each cell is in the tables that are read, or listed."""

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importing.forms import Drawn, as_document, as_web_page, as_workbook
from importing.layouts import Goal, Layout, Writer, as_csv, below, lay_out
from perfrules.formatting import goal_table_text
from perfrules.importing import Imported, read_goal_tables
from perfrules.source import CellPlace
from properties.test_layouts_read_back import goals, is_sayable, layouts

NOISE = ("零散{}", "附注{}：见附件", "{}", "{}.5%", "≥{}家", "{}万元", "甲{}\n乙{}")
"""What somebody may have written anywhere; the number tells one from the others."""

positions = st.tuples(st.integers(0, 14), st.integers(0, 9))


def _free(form: Drawn, given_positions: list[tuple[int, int]]) -> list[tuple[int, int]]:
    covered = {
        (row, column)
        for each in form.merges
        for row in range(each.row, each.row + each.rows)
        for column in range(each.column, each.column + each.columns)
    }
    return [at for at in given_positions if at not in covered and at not in form.cells]


def _is_told(number: str, at: tuple[int, int], imported: Imported) -> bool:
    if any(number in goal_table_text(each) for each in imported.goal_tables) or any(
        number in str(each) for each in imported.diagnostics
    ):
        return True
    headers = [
        label.place for each in imported.diagnostics if each.code.id in {"PF782", "PF787"} for label in each.labels
    ]
    return any(isinstance(place, CellPlace) and place.column == at[1] + 1 for place in headers)


@pytest.mark.parametrize("write", [as_workbook, as_document, as_web_page, as_csv])
@settings(
    max_examples=40,
    deadline=None,
    report_multiple_bugs=False,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(st.tuples(goals(), layouts), min_size=1, max_size=2),
    st.lists(st.tuples(positions, st.sampled_from(NOISE)), min_size=1, max_size=4, unique_by=lambda each: each[0]),
)
def test_each_cell_is_used_or_listed(
    write: Writer, forms: list[tuple[tuple[Goal, ...], Layout]], noise: list[tuple[tuple[int, int], str]]
) -> None:
    drawn = [lay_out(f"第{at}号项目", *form) for at, form in enumerate(forms) if is_sayable(*form)]
    if not drawn:
        return
    form = below(*drawn)
    free = set(_free(form, [at for at, _ in noise]))
    # A bare number in a row of sums is a sum.
    sums = {row for (row, _), text in form.cells.items() if text in {"合计", "总分"}}
    noise = [(at, text) for at, text in noise if at[0] not in sums or text not in {"{}", "{}.5%"}]
    added = {at: text.replace("{}", f"86{number}17") for number, (at, text) in enumerate(noise) if at in free}
    form = attrs.evolve(
        form,
        cells=form.cells | added,
        height=max(form.height, *(row + 1 for row, _ in added), 1),
        width=max(form.width, *(column + 1 for _, column in added), 1),
    )
    imported = read_goal_tables(write(form))
    for number, (at, _) in enumerate(noise):
        assert at not in added or _is_told(f"86{number}17", at, imported), (at, added[at])
