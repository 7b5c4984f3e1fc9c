"""The examples that rulesets carry, run: the trials of schemes and monitoring methods, the examples of review rules."""

from collections.abc import Iterable
from os import PathLike

import attrs

from perfrules.diagnostics import Diagnostic, Severity, worst
from perfrules.monitoring import MethodTrials, try_method
from perfrules.rules import ExampleResult, lacking_examples, load_files, shipped_scheme, try_examples
from perfrules.trials import SchemeTrials, try_scheme


@attrs.frozen
class Examples:
    """What came of the examples. `diagnostics` are about what could not be read, and so could not be tried."""

    schemes: tuple[SchemeTrials, ...] = ()
    rules: tuple[ExampleResult, ...] = ()
    methods: tuple[MethodTrials, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def count(self) -> int:
        """How many examples were run."""
        of_methods = sum(len(each.cases) for each in self.methods)
        return sum(len(each.results) for each in self.schemes) + len(self.rules) + of_methods

    @property
    def differences(self) -> tuple[Diagnostic, ...]:
        """What came out differently, with its place."""
        of_rules = (difference for each in self.rules for difference in each.diagnostics)
        of_methods = (difference for each in self.methods for difference in each.differences)
        return (*(difference for each in self.schemes for difference in each.differences), *of_rules, *of_methods)

    @property
    def is_clean(self) -> bool:
        """Whether everything could be read, and every example came out as it should."""
        return not self.differences and worst(self.diagnostics) is not Severity.ERROR

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form."""
        return {
            "count": self.count,
            "differences": [each.to_dict() for each in self.differences],
            "schemes": [each.to_dict() for each in self.schemes],
            "rules": [
                {"rule": each.rule.id, "good": each.is_good, "place": str(each.place), "holds": not each.diagnostics}
                for each in self.rules
            ],
            "methods": [each.to_dict() for each in self.methods],
            "diagnostics": [each.to_dict() for each in self.diagnostics],
        }


def run_examples(*paths: str | PathLike[str]) -> Examples:
    """Run the examples in ruleset files and folders, those in `*_test.rules` too.

    >>> from perfrules.data import resource
    >>> run_examples(resource("rulesets/central/mof-2020-10.rules")).is_clean
    True
    """
    content = load_files(paths, trials=True)
    own = {scheme.name: scheme for scheme in content.schemes}
    asked = dict.fromkeys([*own, *(trial.scheme for trial in content.trials)])
    schemes = [own.get(name) or shipped_scheme(name) for name in asked]
    rules, examples = content.review.rules, content.review.examples
    tried = {case.method for case in content.method_trials}
    return Examples(
        tuple(try_scheme(scheme, content.trials) for scheme in schemes if scheme is not None),
        tuple(try_examples(rules, examples, content.language)),
        tuple(try_method(method, content.method_trials) for method in content.methods if method.name in tried),
        (*content.diagnostics, *lacking_examples(rules, examples)),
    )


def uncovered(examples: Examples, least: int) -> Iterable[SchemeTrials]:
    """Give the schemes of which less than `least` percent is tried."""
    return (each for each in examples.schemes if each.coverage.share * 100 < least)
