"""A goal table that is typed: what is wrong is said where it is."""

from perfrules.play.checking import MOST_NOTES, check_text, laid_out
from perfrules.source import Source

TABLE = "目标表 甲\n  年份：2023\n  产出指标\n    数量指标\n      场次：左右90场吧\n"


def _marked(text: str, code: str) -> list[str]:
    return [text[note.start : note.end] for note in check_text(text).notes if note.code == code]


def test_messages_about_lines_about_cells_and_findings_point_into_the_text() -> None:
    assert _marked(TABLE, "PF608") == ["年份"]
    assert _marked(TABLE, "PF103") == ["场次：左右90场吧"]
    assert _marked(TABLE, "PR108") == ["场次：左右90场吧"]


def test_it_counts_what_is_there() -> None:
    checked = check_text(TABLE)
    assert (checked.tables, checked.indicators) == (1, 1)


def test_nothing_is_said_of_nothing() -> None:
    assert check_text("").notes == ()


def test_characters_are_counted_not_their_halves() -> None:
    """𠮷 is one character here, and two in JavaScript, which the page has to mind."""
    text = f"# 𠮷\n{TABLE}"
    assert _marked(text, "PF608") == ["年份"]


def test_a_table_may_ask_for_a_scheme_of_another_file() -> None:
    text = "目标表 甲\n  评分办法：某省\n"
    other = Source("某省.rules", "评分办法 某省\n  继承：central/mof-2020-10\n  乱写：1\n")
    alone = {note.code for note in check_text(text).notes}
    together = {note.code for note in check_text(text, (other,)).notes}
    assert alone - together == {"PF631"}
    assert "PF608" not in together


def test_what_is_wrong_with_very_much_is_not_all_said() -> None:
    lines = "".join(f"      第{number}个：\n" for number in range(3000))
    checked = check_text(f"目标表 甲\n  产出指标\n    数量指标\n{lines}")
    assert len(checked.notes) == MOST_NOTES
    assert checked.notes == tuple(sorted(checked.notes, key=lambda note: note.start))


def test_it_lays_out_a_text_or_says_why_not() -> None:
    assert laid_out("目标表 甲\n\t年度:2023") == ("目标表 甲\n  年度：2023\n", ())
    broken = "目标表 甲\n    年度：2023\n  部门：乙\n"
    text, notes = laid_out(broken)
    assert text == broken
    assert all(note.code.startswith("PF") for note in notes)
    assert notes
