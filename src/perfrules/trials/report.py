"""What came of all trials of a ruleset."""

from collections.abc import Iterable, Iterator

import attrs

from perfrules.diagnostics import Code, Diagnostic, Label
from perfrules.scoring import Scheme
from perfrules.trials.coverage import Coverage, coverage_of
from perfrules.trials.run import CaseResult, run_case
from perfrules.trials.trial import Trial
from perfrules.units import exact_text


@attrs.frozen
class SchemeTrials:
    """The trials of one scheme, with what came of each case, and what of the scheme they reach."""

    scheme: Scheme
    results: tuple[CaseResult, ...]
    coverage: Coverage

    @property
    def differences(self) -> tuple[Diagnostic, ...]:
        """A message for each expectation that was not met."""
        return tuple(each for result in self.results for each in self.differences_of(result))

    def differences_of(self, result: CaseResult) -> tuple[Diagnostic, ...]:
        """A message for each expectation of a case that was not met."""
        return tuple(_differences(result, self.scheme))

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form."""
        return {
            "name": self.scheme.name,
            "count": len(self.results),
            "coverage": exact_text(self.coverage.share),
            "missing": [str(item) for item in self.coverage.missing],
        }


def try_scheme(scheme: Scheme, trials: Iterable[Trial]) -> SchemeTrials:
    """Run every case of the trials that are about a scheme.

    >>> try_scheme(Scheme("例"), []).coverage.share
    Fraction(1, 1)
    """
    cases = [case for trial in trials if trial.scheme == scheme.name for case in trial.cases]
    return SchemeTrials(scheme, tuple(run_case(case, scheme) for case in cases), coverage_of(scheme, cases))


def _differences(result: CaseResult, scheme: Scheme) -> Iterator[Diagnostic]:
    for expected, found in result.differences:
        labels = [] if expected.place is None else [Label(expected.place)]
        yield Diagnostic.of(
            Code.TRIAL_DIFFERS,
            *labels,
            case=result.case.title,
            what=expected.what,
            expected=expected.text,
            found=found,
            scheme=scheme.name,
        )
