"""Rulesets tested by `pytest`, beside an office's other tests: every trial and example in its .rules files is a test.

Nothing is collected by surprise. In the configuration of pytest, `perfrules_rules = rules` names the folders (or files)
that are rulesets, each loaded as one, as `perfrules test rules` does; or a .rules file is named on the command line.
`perfrules_min_coverage = 100` asks as well that the trials reach so much of each scheme, in percent.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from perfrules.diagnostics import Diagnostic, Severity
from perfrules.rules.files import SUFFIX, TEST_SUFFIX
from perfrules.source import Place, TextPlace
from perfrules.testing import Examples, run_examples
from perfrules.trials import SchemeTrials

_DONE = pytest.StashKey[dict[Path, Examples]]()
_PATHS, _COVERAGE = "perfrules_rules", "perfrules_min_coverage"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the settings."""
    parser.addini(_PATHS, "folders and files with rulesets (.rules) to be tested, each as one", type="paths")
    parser.addini(_COVERAGE, "percent of every scheme that its trials have to reach", default="0")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "RulesFile | None":
    """Collect what belongs to a ruleset that was named."""
    if file_path.suffix != SUFFIX:
        return None
    roots = [path for path in parent.config.getini(_PATHS) if file_path.is_relative_to(path)]
    if not roots and not parent.session.isinitpath(file_path):
        return None
    made: RulesFile = RulesFile.from_parent(parent, path=file_path)
    made.root = roots[0] if roots else _tried_by(file_path)
    return made


class RulesFile(pytest.File):
    """A file of a ruleset: whether it can be read, and its examples. The ruleset is loaded from `root`."""

    root: Path

    def collect(self) -> Iterator[pytest.Item]:
        """Give a test for the file itself, and one for each example, in their order."""
        examples = self._examples()
        yield self._item("可以读", [each for each in examples.diagnostics if self._is_mine(each)], None)
        for trials in examples.schemes:
            for result in trials.results:
                place = result.case.place
                if self._holds(place):
                    name = f"{trials.scheme.name}：{result.case.title}"
                    yield self._item(name, trials.differences_of(result), place, result.derivation)
            if self._holds(trials.scheme.place):
                yield from self._coverage(trials)
        for example in examples.rules:
            if self._holds(example.place):
                kind = "正例" if example.is_good else "反例"
                yield self._item(f"{example.rule.id} {kind}", example.diagnostics, example.place)
        for method in examples.methods:
            for case in method.cases:
                if self._holds(case.place):
                    wrong = [each for each in method.differences if case.place in _places(each)]
                    yield self._item(f"{method.method.name}：{case.title}", wrong, case.place)

    def _examples(self) -> Examples:
        """Run the examples of the whole ruleset, once."""
        done = self.config.stash.setdefault(_DONE, {})
        if self.root not in done:
            done[self.root] = run_examples(self.root)
        return done[self.root]

    def _coverage(self, trials: SchemeTrials) -> Iterator[pytest.Item]:
        least = int(self.config.getini(_COVERAGE))
        if least:
            enough = trials.coverage.share * 100 >= least
            missing = () if enough else tuple(map(str, trials.coverage.missing))
            yield self._item(f"{trials.scheme.name}：试到{least}%", (), trials.scheme.place, missing=missing)

    def _item(
        self,
        name: str,
        found: "tuple[Diagnostic, ...] | list[Diagnostic]",
        place: Place | None,
        derivation: tuple[str, ...] = (),
        missing: tuple[str, ...] = (),
    ) -> "Example":
        wrong = tuple(each for each in found if each.severity is Severity.ERROR)
        made: Example = Example.from_parent(self, name=name)
        lines = [str(each) for each in wrong]
        if wrong and derivation:
            lines += ["算出来的经过：", *(f"  {step}" for step in derivation)]
        made.said = "\n".join([*lines, *missing])
        made.line = place.source.line_column(place.span.start)[0] - 1 if isinstance(place, TextPlace) else 0
        return made

    def _holds(self, place: Place | None) -> bool:
        return isinstance(place, TextPlace) and Path(place.source.name) == self.path

    def _is_mine(self, diagnostic: Diagnostic) -> bool:
        """Whether a message is about this file; one that names no file is about all."""
        files = {_file(place) for place in _places(diagnostic)}
        return not files or self.path in files


class Example(pytest.Item):
    """One test. `said` is what it has to say where it fails; `line` is counted from 0, as pytest does."""

    said = ""
    line = 0

    def runtest(self) -> None:
        """Fail with what was found when the file was collected.

        Raises:
            DifferentError: Something came out differently.
        """
        if self.said:
            raise DifferentError(self.said)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        """Show only what was expected and what came; the program's own lines help nobody."""
        return str(excinfo.value) if isinstance(excinfo.value, DifferentError) else str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, int, str]:
        """Give the place."""
        return self.path, self.line, self.name


class DifferentError(Exception):
    """An example came out differently."""


def _tried_by(path: Path) -> Path:
    """Give the ruleset that a file of trials stands beside; another file is its own."""
    tried = path.with_name(path.name.replace(TEST_SUFFIX, SUFFIX))
    return tried if path.name.endswith(TEST_SUFFIX) and tried.is_file() else path


def _places(diagnostic: Diagnostic) -> list[Place]:
    return [label.place for label in diagnostic.labels]


def _file(place: Place) -> Path:
    return Path(place.source.name if isinstance(place, TextPlace) else place.file)
