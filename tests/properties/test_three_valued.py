"""A verdict is given only where it holds for all that an actual value can mean; parts combine as in Kleene's logic."""

from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from perfrules.evaluation import Verdict, check
from properties.writing import amount

BASELINE, REFERENCES = "20家", {"预算": "24家"}

# Targets of every kind that numbers can meet, with their bounds among the numbers below.
CLAUSES = (
    *("≥20家", ">20家", "≤24家", "<24家", "=22家", "20-24家", "(20,24]家", "22±2家", "≥约22家", "≤近22家"),
    *("比上年增加", "比上年增加2家", "比上年增长10%-20%", "不高于上年", "不超预算", "达到预算"),
)
BARE = ("20家", "约22家", "近22家", "20余家")
OTHERS = ("显著提高", "显著下降", "保障有力", "≥90%", "≥20人", "2023年底前", "是", "良", "", "1:18", "≥1:18")
targets = st.sampled_from((*CLAUSES, *BARE, *OTHERS))

halves = st.integers(30, 60).map(lambda number: Fraction(number, 2))
days = st.dates(date(2023, 1, 1), date(2023, 12, 31))


def _verdict(target: str, actual: str) -> Verdict:
    return check(target, actual, year=2023, baseline=BASELINE, references=REFERENCES).verdict


@given(targets, halves, halves, st.data())
def test_a_verdict_on_a_range_holds_for_every_number_in_it(
    target: str, one: Fraction, other: Fraction, data: st.DataObject
) -> None:
    """Actual inside target: met. Disjoint: not met. Otherwise: cannot be decided (§2)."""
    low, high = sorted((one, other))
    verdict = _verdict(target, f"{amount(low)}-{amount(high, '家')}")
    inside = data.draw(
        st.fractions(low, high, max_denominator=10).filter(lambda number: 1000 % number.denominator == 0)
    )
    if verdict is not Verdict.UNKNOWN:
        assert _verdict(target, amount(inside, "家")) is verdict


@given(targets, st.integers(15, 30), st.data())
def test_a_verdict_on_an_approximate_number_holds_for_every_number_that_it_can_be(
    target: str, number: int, data: st.DataObject
) -> None:
    """约/左右 ±10 %, 近 [90 %, the number), 余/多 up to the next unit of the last digit (§4.2)."""
    about = {"约{}家": (-10, 10), "{}家左右": (-10, 10), "近{}家": (-10, -1), "{}余家": (1, 100 // 30)}
    pattern = data.draw(st.sampled_from(sorted(about)))
    verdict = _verdict(target, pattern.format(number))
    off = Fraction(data.draw(st.integers(*about[pattern])), 100)
    if verdict is not Verdict.UNKNOWN:
        assert _verdict(target, amount(number * (1 + off), "家")) is verdict


@given(days, days, st.data())
def test_a_verdict_on_a_month_holds_for_every_day_of_it(last: date, day: date, data: st.DataObject) -> None:
    """An actual that is only a month or a year is the whole period: it meets a deadline only if all does (§4.2)."""
    target = data.draw(st.sampled_from(["{}前", "{}-2023年12月31日", "2023年1月1日至{}"])).format(
        f"{last:%Y年%m月%d日}"
    )
    period = data.draw(st.sampled_from(["%Y年%m月", "%Y年", "%Y年%m月完成", "%Y年%m月中旬"]))
    verdict = _verdict(target, f"{day:{period}}")
    inside = day.replace(day=15) if period.endswith("中旬") else day
    if verdict is not Verdict.UNKNOWN:
        assert _verdict(target, inside.isoformat()) is verdict


@given(st.sampled_from(CLAUSES), st.sampled_from(CLAUSES), halves, halves)
def test_parts_combine_as_in_kleenes_logic(one: str, other: str, low: Fraction, width: Fraction) -> None:
    """`all` denotes the intersection of its parts, `any` their union (§4.1)."""
    actual = f"{amount(low)}-{amount(low + width - 15, '家')}"
    verdicts = [_verdict(one, actual), _verdict(other, actual)]
    worst_first = [Verdict.UNMET, Verdict.UNKNOWN, Verdict.MET]
    assert _verdict(f"{one}，且{other}", actual) is min(verdicts, key=worst_first.index)
    assert _verdict(f"{one}或{other}", actual) is max(verdicts, key=worst_first.index)


@given(targets, st.sampled_from(["", None, "  ", "—", float("nan")]))
def test_nothing_reported_decides_nothing(target: str, actual: object) -> None:
    """Blank (not reported) (§4.2)."""
    assert check(target, actual, year=2023).verdict is Verdict.UNKNOWN
