"""Whether ruleset files are in order: every message with its place, and how much they hold."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from perfrules.cli.exit_codes import FINDINGS, FINE, UNUSABLE
from perfrules.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from perfrules.ruleset import Ruleset


def check_files(paths: Sequence[str], *, show_all: bool) -> int:
    """Print what is wrong in files, about the cells in them too; mere notes only with `show_all`."""
    from perfrules.ruleset import load  # noqa: PLC0415 - judging one cell needs no rulesets

    ruleset = load(*paths)
    found = [(each, str(each)) for each in ruleset.diagnostics]
    found += list(_about_cells(ruleset))
    for diagnostic, text in found:
        if show_all or diagnostic.severity is not Severity.INFO:
            print(text)
    counts = {severity: sum(each.severity is severity for each, _ in found) for severity in Severity}
    print(f"{_contents(ruleset)}。{'，'.join(f'{severity.label}{count}处' for severity, count in counts.items())}。")
    if counts[Severity.ERROR]:
        return UNUSABLE
    return FINDINGS if counts[Severity.WARNING] else FINE


def _about_cells(ruleset: "Ruleset") -> Iterator[tuple[Diagnostic, str]]:
    """Give the messages about target cells, with the line of the indicator, since a cell knows no file."""
    for table in ruleset.goal_tables:
        for indicator in table.indicators:
            for diagnostic in indicator.target.diagnostics:
                message, *_ = str(diagnostic).splitlines()
                yield diagnostic, f"{message}\n  {indicator.place}  {indicator.name}：【{indicator.target.text}】"


def _contents(ruleset: "Ruleset") -> str:
    indicators = sum(len(table.indicators) for table in ruleset.goal_tables)
    tables, schemes = f"目标表{len(ruleset.goal_tables)}张（指标{indicators}个）", f"评分办法{len(ruleset.schemes)}个"
    return f"{tables}，{schemes}，监控办法{len(ruleset.methods)}个，审核规则{len(ruleset.review_rules)}条"
