"""What a scheme gives is no difference to it, and an explanation gives exactly what is printed."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from perfrules import audit, parse
from perfrules.actuals import read_actual
from perfrules.auditing import AuditedScore, Standing
from perfrules.evaluation import evaluate
from perfrules.readers.printed import read_printed
from perfrules.rules import shipped_scheme, shipped_schemes
from perfrules.scoring import Scheme, score
from perfrules.tables import FilledLine, FilledTable, FilledTables, Indicator, Printed
from perfrules.units import exact_text

TARGETS = ("≥60家", "≤50天", "=100%", "≥90%", "2023年12月31日前", "=0次", "是")
ACTUALS = ("58家", "60家", "79家", "30天", "75天", "100%", "89.5%", "45%", "2024年2月1日", "0次", "3次", "是", "否")

names = st.sampled_from(shipped_schemes())
weights = st.decimals(min_value=1, max_value=60, places=1)


def _line(target: str, actual: str, weight: Decimal, printed: Printed) -> FilledLine:
    indicator = Indicator("例", parse(target, year=2023), "产出指标")
    return FilledLine(indicator, read_actual(actual), read_printed(str(weight)), printed, reason="有")


def _points(line: FilledLine, scheme: Scheme) -> Fraction | None:
    outcome = evaluate(line.indicator.target, line.actual)
    return score(outcome, Fraction(line.weight.number or 0), scheme, line.indicator).points


def _audited(line: FilledLine, scheme: str) -> AuditedScore:
    table = FilledTable("例", (line,), weight=line.weight)
    return audit(FilledTables((table,)), scheme).tables[0].lines[0]


@given(names, st.sampled_from(TARGETS), st.sampled_from(ACTUALS), weights)
def test_what_a_scheme_gives_is_no_difference_to_it(name: str, target: str, actual: str, weight: Decimal) -> None:
    scheme = shipped_scheme(name)
    assert scheme is not None
    points = _points(_line(target, actual, weight, Printed()), scheme)
    assume(points is not None and "/" not in exact_text(points))
    found = _audited(_line(target, actual, weight, read_printed(exact_text(points or Fraction(0)))), name)
    assert found.standing is Standing.SAME
    assert not found.findings or found.findings[0].code.id not in ("PF761", "PF762")


@given(st.sampled_from(TARGETS), st.sampled_from(ACTUALS), weights, st.decimals(0, 60, places=1))
def test_an_explanation_gives_exactly_what_is_printed(
    target: str, actual: str, weight: Decimal, printed: Decimal
) -> None:
    line = _line(target, actual, weight, read_printed(str(min(printed, weight))))
    found = _audited(line, "central/mof-2020-10")
    assert (found.standing is Standing.EXPLAINED) == bool(found.explanations)
    for scheme in found.explanations:
        assert _points(line, scheme) == Fraction(line.score.number or 0)
