"""The JSON form says exactly what was read: it travels whole, and its numbers and dates give the set again."""

import json
import re
from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from perfrules.actuals import read_actual
from perfrules.evaluation import evaluate
from perfrules.syntax import Op
from perfrules.targets import Amounts, Days, Interval, Target, bounded, parse
from perfrules.units import exact_text
from properties.cells import ACTUALS, targets
from properties.writing import amount, families, numbers

DECIMAL = re.compile(r"-?\d+(?:\.\d+|/\d+)?")


@given(targets)
def test_a_reading_travels_whole(target: Target) -> None:
    """Numbers are strings of decimals; no unit is `""` (§7)."""
    reading = target.to_dict()
    assert json.loads(json.dumps(reading, ensure_ascii=False)) == reading
    for key, value in _fields(reading):
        assert isinstance(value, str | bool | None) or key == "day", (key, value)
        if key in {"number", "low", "high", "center", "delta", "left", "right"}:
            assert isinstance(value, str)
            assert DECIMAL.fullmatch(value)


def _fields(reading: dict[str, object]) -> list[tuple[str, object]]:
    parts = reading.get("of", [])
    assert isinstance(parts, list)
    own = [(key, value) for key, value in reading.items() if key != "of"]
    return own + [field for part in parts for field in _fields(part)]


@given(targets, st.sampled_from(ACTUALS))
def test_an_outcome_travels_whole(target: Target, actual: str) -> None:
    """Attainment is the exact quotient, not rounded, not capped (§4.2)."""
    outcome = evaluate(target, read_actual(actual), baseline=read_actual("58家"))
    told = json.loads(json.dumps(outcome.to_dict(), ensure_ascii=False))
    assert told == outcome.to_dict()
    assert told["verdict"] == outcome.verdict.value
    assert (None if told["attainment"] is None else Fraction(told["attainment"])) == outcome.attainment
    if outcome.deviation is not None:
        assert Fraction(told["deviation"]["number"]) == outcome.deviation.number
    assert [each["code"] for each in told["diagnostics"]] == [each.code.id for each in outcome.diagnostics]


@given(st.data(), st.sampled_from(["{}-{}", "{}至{}", "≥{}，且≤{}"]), numbers, numbers)
def test_a_range_means_what_its_reading_says(data: st.DataObject, form: str, one: Fraction, other: Fraction) -> None:
    """{"kind": "between", "low": "90", …, "high": "95", …, "unit": "%"}: both ends are numbers of the one unit (§7)."""
    units = st.sampled_from(data.draw(st.sampled_from(families())))
    target = parse(form.format(amount(one, data.draw(units)), amount(other, data.draw(units))))
    reading = target.to_dict()
    assert isinstance(target.region, Amounts)
    assert reading["kind"] == "between"
    low, high = (Fraction(str(reading[end])) * target.region.unit.factor for end in ("low", "high"))
    assert target.region.interval == Interval(low, high)
    assert target.region.unit.text == reading["unit"]


@given(st.data(), numbers, numbers)
def test_a_tolerance_means_what_its_reading_says(data: st.DataObject, center: Fraction, delta: Fraction) -> None:
    """{"kind": "tolerance", "center": "100", "delta": "5", "unit": "%"} (§7)."""
    units = st.sampled_from(data.draw(st.sampled_from(families())))
    target = parse(f"{amount(center, data.draw(units))}±{amount(delta, data.draw(units))}")
    reading = target.to_dict()
    assert isinstance(target.region, Amounts)
    middle, width = (Fraction(str(reading[part])) * target.region.unit.factor for part in ("center", "delta"))
    assert target.region.interval == Interval(middle - width, middle + width)


@given(targets)
def test_a_bound_means_what_its_reading_says(target: Target) -> None:
    """{"kind": "bound", "op": "≥", "number": "90", "unit": "%", "op_from": "cell"} (§7)."""
    reading = target.to_dict()
    if reading["kind"] == "bound":
        assert isinstance(target.region, Amounts)
        number = Fraction(str(reading["number"])) * target.region.unit.factor
        assert target.region.interval == bounded(Op(reading["op"]), number)


@given(targets)
def test_days_mean_what_their_reading_says(target: Target) -> None:
    """Dates are in their inclusive form; a deadline whose year is unknown is `"--12-31"` (§7)."""
    reading, region = target.to_dict(), target.region
    if isinstance(region, Days) and "every" not in reading:
        first, last = reading.get("start"), reading.get("date") or reading.get("end")
        assert region.yearless == str(last).startswith("--")
        if not region.yearless:
            assert region.last == date.fromisoformat(str(last))
            assert region.first == (date.fromisoformat(str(first)) if first else None)


@given(st.fractions(max_denominator=10**4))
def test_an_exact_text_is_the_number(number: Fraction) -> None:
    """A fraction without a finite decimal is `"2/3"` (§7)."""
    text = exact_text(number)
    assert Fraction(text) == number
    assert DECIMAL.fullmatch(text)
    is_finite = 10**14 % number.denominator == 0  # 2 to the 14th is more than any denominator here
    assert ("/" not in text) == is_finite
