"""How a bound is typed says nothing about what it means."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from perfrules.data import read_text
from perfrules.syntax import Op
from perfrules.syntax.folding import FILE
from perfrules.targets import parse
from perfrules.units import UNITS
from properties.writing import CALENDAR, amount, numbers, ops, spellings

NAMES = sorted(set(UNITS.names) - CALENDAR)
units = st.sampled_from(["", *NAMES, *(f"万{name}" for name in NAMES)])

FULL_WIDTH = {ord("0") + digit: 0xFF10 + digit for digit in range(10)} | {ord("%"): ord("％"), ord("."): ord("．")}
SHAPES = {line.split()[0]: line.split() for line in read_text(FILE).splitlines() if line and not line.startswith("#")}

spaces = st.sampled_from(["", " ", "  ", "\u3000", "\t", "\xa0"])


@st.composite
def _typed(draw: st.DrawFn, op: Op, number: Fraction, unit: str) -> str:
    """Write the bound in one of the ways in which people do."""
    grouped = f"{int(number):,}" if number.denominator == 1 else amount(number)
    digits = draw(st.sampled_from([amount(number), grouped]))
    if draw(st.booleans()):
        digits = digits.translate(FULL_WIDTH)
    # 3起 counts cases: 起 is an operator only behind a unit.
    fitting = [spelling for spelling in spellings(op) if unit or spelling.word != "起"]
    spelling = draw(st.sampled_from(fitting))
    text = spelling.around(f"{draw(spaces)}{digits}{draw(spaces)}{unit}{draw(spaces)}")
    shaped = "".join(draw(st.sampled_from(SHAPES.get(char, [char]))) for char in text)
    return f"{draw(spaces)}{shaped}{draw(spaces)}"


@given(st.data(), ops, numbers, units)
def test_every_way_to_type_a_bound_is_the_same_bound(data: st.DataObject, op: Op, number: Fraction, unit: str) -> None:
    """Fold characters one to one (full width to half width, all the shapes of ≥ ≤ and =, dashes, brackets) (§4.4)."""
    plain = parse(f"{op.value}{amount(number, unit)}")
    typed = parse(data.draw(_typed(op, number, unit)))
    assert typed.to_dict() == plain.to_dict()
    assert typed.region == plain.region
    assert typed.expression == plain.expression
    assert typed.diagnostics == plain.diagnostics == ()


@given(ops, numbers, units)
def test_a_bound_written_from_its_reading_is_the_same_bound(op: Op, number: Fraction, unit: str) -> None:
    """Units are written canonically (§7), and what is written so is read as the same again."""
    target = parse(f"{op.value}{amount(number, unit)}")
    reading = target.to_dict()
    again = parse(f"{reading['op']}{reading['number']}{reading['unit']}")
    assert again.to_dict() == reading
    assert again.region == target.region
