"""Imported tables as the text of a ruleset, which is read back before it is given away."""

from collections.abc import Iterable

import attrs

from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.formatting.goal_table import goal_table_text
from perfrules.importing.imported import Imported
from perfrules.rules import read_ruleset
from perfrules.source import Source
from perfrules.tables import GoalTable


@attrs.frozen
class Written:
    """The text of a ruleset, the tables in it, and which could not be written."""

    text: str
    goal_tables: tuple[GoalTable, ...]
    diagnostics: tuple[Diagnostic, ...]


def ruleset_text(imported: Imported, files: Iterable[str] = ()) -> Written:
    """Write tables as a ruleset that says where it is from. One that would read back as another is left out and told.

    >>> print(ruleset_text(Imported((GoalTable("灌区", year=2023),)), ["灌区.docx"]).text, end="")
    # 由perfrules import从“灌区.docx”读入。
    <BLANKLINE>
    目标表 灌区
      年度：2023
    """
    names = "、".join(f"“{' '.join(file.split())}”" for file in files)
    parts = [f"# 由perfrules import从{names or '标准输入'}读入。\n"]
    kept: list[GoalTable] = []
    diagnostics: list[Diagnostic] = []
    for table in imported.goal_tables:
        try:
            text = goal_table_text(table)
            wrong = _differing(table, text)
        except ValueError as error:
            text, wrong = "", str(error)
        if wrong:
            labels = () if table.place is None else (Label(table.place),)
            diagnostics.append(Diagnostic.of(Code.TABLE_UNWRITABLE, *labels, name=table.name, text=wrong))
        else:
            parts.append(text)
            kept.append(table)
    return Written("\n".join(parts), tuple(kept), tuple(diagnostics))


def _differing(table: GoalTable, text: str) -> str:
    """Give what of a table its text does not say; empty where reading it gives the same table."""
    read = read_ruleset(Source(table.name, text)).goal_tables
    if len(read) != 1:
        return "整张表"
    same = read[0]
    if same == table:
        return ""
    for field in attrs.fields(GoalTable):
        if field.name != "indicators" and getattr(same, field.name) != getattr(table, field.name) and field.eq:
            return str(getattr(table, field.name))[:100]
    pairs = zip(table.indicators, same.indicators, strict=False)
    return next((f"{ours.category} {ours.subcategory} {ours.name}" for ours, theirs in pairs if ours != theirs), "指标")
