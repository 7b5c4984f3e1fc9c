"""No clause of a cell is lost: two of them are read as both, as one range, or not at all."""

from hypothesis import given
from hypothesis import strategies as st

from perfrules.targets import parse

CLAUSES = (
    *("≥20家", "20家以上", "不低于20家", "满意度≥90%", "提高到90%", "控制在5天以内", "每家10万元", "各1次", "全覆盖"),
    *("20-24家", "[20,24)", "22±2家", "≥1:18", "零事故", "无投诉"),
    *("比上年增加", "逐年提高", "比上年增加2家", "提高2个百分点", "不高于上年", "不超预算", "控制在批复概算内"),
    *("2023年底前", "2023年12月31日前完成", "每月25日前", "全年", "1-12月"),
    *("是", "否", "良好以上", "合格", "优"),
)
CONNECTIVES = {"且": "all", "，且": "all", "并且": "all", "，": "all", "；": "all", "或": "any", "或者": "any"}

clauses = st.sampled_from(CLAUSES)


@given(clauses, st.sampled_from(sorted(CONNECTIVES)), clauses)
def test_two_clauses_are_read_as_both_or_not_at_all(one: str, connective: str, other: str) -> None:
    """Prose becomes `all` only when clauses and connectives use up every word (§4.2)."""
    read = parse(f"{one}{connective}{other}", year=2023).to_dict()
    parts = [parse(clause, year=2023).to_dict() for clause in (one, other)]
    if read["kind"] == "between":
        assert connective != "或"
        assert {part["kind"] for part in parts} <= {"bound", "between"}
    elif read["kind"] != "qualitative":
        assert read == {"kind": CONNECTIVES[connective], "of": parts}
