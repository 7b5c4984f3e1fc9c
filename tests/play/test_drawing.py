"""Where sets and actual values are drawn: the outermost numbers stand 15 % from the ends of the line."""

import pytest

from perfrules.evaluation import check
from perfrules.play.drawing import number_lines
from perfrules.targets import parse


def _drawn(target: str, actual: str, **columns: object) -> list[str]:
    outcome = check(target, actual, **columns)  # type: ignore[arg-type]
    shown = []
    for line in (each.to_dict() for each in number_lines(outcome.target.region, outcome)):
        low, high = (line[name] for name in ("low", "high"))
        ends = [f"{end['at']} {end['text']}{'' if end['is_closed'] else ' 开'}" if end else "∞" for end in (low, high)]  # type: ignore[index]
        reached = f"{'～'.join(dict.fromkeys(line['reached']))} {line['reached_text']}" if line["reached"] else "—"  # type: ignore[call-overload]
        shown.append("；".join([*ends, reached]))
    return shown


@pytest.mark.parametrize(
    ("target", "actual", "expected"),
    [
        ("≥60家", "58家", ["85% 60家；∞；15% 58家"]),
        ("＜3%", "5%", ["∞；15% 3% 开；85% 5%"]),
        ("3～5天", "4天", ["15% 3天；85% 5天；50% 4天"]),
        ("=60家", "60家", ["50% 60家；50% 60家；50% 60家"]),
        ("10万元/家", "120000元/户", ["15% 10万元/家；∞；85% 12万元/家"]),
        ("下降5%", "下降3%", ["∞；15% -5%；85% -3%"]),
        ("2023年12月1日前", "2023年12月2日", ["∞；15% 2023-12-01；85% 2023-12-02"]),
        ("≥60家", "40～80家", ["50% 60家；∞；15%～85% [40家, 80家]"]),
        ("≥60家", "3公里", ["50% 60家；∞；—"]),
        ("≥60家", "完成", ["50% 60家；∞；—"]),
        ("≥90%，2023年12月底前", "95%", ["15% 90%；∞；85% 95%", "∞；50% 2023-12-31；—"]),
        ("≥0", "0", ["50% 0；∞；50% 0"]),
        ("明显改善", "已改善", []),
        ("12月底前", "12月20日", []),
    ],
)
def test_everything_has_its_place(target: str, actual: str, expected: list[str]) -> None:
    assert _drawn(target, actual) == expected


def test_what_is_compared_with_a_budget_is_drawn_beside_it() -> None:
    assert _drawn("不超预算", "1200万元", references={"预算": "1280万元"}) == ["∞；85% 1280万元；15% 1200万元"]


def test_a_doubtful_share_is_not_drawn() -> None:
    """0.95 against ≥90% may be 95 % or 0.95 %; a place on the line would decide it."""
    assert _drawn("≥90%", "0.95") == ["50% 90%；∞；—"]


@pytest.mark.parametrize(
    ("target", "actual", "expected"),
    [
        ("是", "否", [("是", True, False), ("否", False, True)]),
        ("良好以上", "中", [("优", True, False), ("良", True, False), ("中", False, True), ("差", False, False)]),
    ],
)
def test_choices_are_listed(target: str, actual: str, expected: list[tuple[str, bool, bool]]) -> None:
    outcome = check(target, actual)
    (line,) = number_lines(outcome.target.region, outcome)
    assert list(line.choices) == expected


def test_a_target_is_drawn_without_an_actual_value() -> None:
    (line,) = number_lines(parse("≥60家").region)
    assert line.reached is None
