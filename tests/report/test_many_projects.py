"""A department with many projects costs what its projects cost, not what every pair of them would."""

import sys
from types import FrameType

from perfrules.overview import overview_of
from report.tables import department, indicator, project, report, row, spent


def _calls(projects: int) -> int:
    """Count the calls that all forms of a report take; unlike seconds, they are the same on any machine."""
    names = [f"第{number}号项目" for number in range(projects)]
    tables = [department("某局"), *(project(name, indicator("场次", "≥5场")) for name in names)]
    rows = [*(row("场次", "4场", name) for name in names), *(row("没有这个", "4场", name) for name in names)]
    spending = [spent(f"{kind}{name}") for name in names for kind in ("", "别的")]
    count = 0

    def see(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(see)
    try:
        result = report(tables, rows, spending)
        result.to_json()
        result.to_markdown()
        overview_of(result).to_csv()
    finally:
        sys.setprofile(None)
    return count


def test_twice_as_many_projects_cost_about_twice_as_much() -> None:
    _calls(100)  # words and units are read once
    # More than 50, behind which names that match nothing are no longer told what they are like.
    assert _calls(400) < 2 * _calls(200) * 12 // 10
