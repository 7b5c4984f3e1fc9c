"""What is answered: the reading of a target, and with an actual value the verdict and the points."""

import attrs

from perfrules.diagnostics import Diagnostic
from perfrules.evaluation import Outcome
from perfrules.evaluation.explanation import explain
from perfrules.play.drawing import NumberLine
from perfrules.play.question import Question
from perfrules.report.wording import percent_text, range_text
from perfrules.scoring import Scheme, Score
from perfrules.targets import Target
from perfrules.targets.description import describe
from perfrules.units import exact_text

ANSWER_SCHEMA = "urn:perfrules:answer:1"
"""The name of the JSON form and its version: the `$id` of `docs/schema/answer-1.schema.json`."""


@attrs.frozen
class Scored:
    """What a scheme gives. `is_variant` tells the schemes of rulesets/practice, which differ from others in one way."""

    scheme: Scheme
    score: Score
    is_variant: bool = False


@attrs.frozen
class Answer:
    """The answer to a question. Without an actual value there is no outcome and no score."""

    question: Question
    target: Target
    outcome: Outcome | None = None
    scores: tuple[Scored, ...] = ()
    drawing: tuple[NumberLine, ...] = ()
    problems: tuple[Diagnostic, ...] = ()

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything to be put right, but for what a single scheme says."""
        found = self.target.diagnostics if self.outcome is None else self.outcome.diagnostics
        return (*self.problems, *found)

    @property
    def derivation(self) -> tuple[str, ...]:
        """How the verdict came about, step by step."""
        if self.outcome is None:
            return ()
        outcome = self.outcome
        return tuple(explain(self.target, outcome.actual, outcome.verdict, (), outcome.compared).splitlines())

    def to_dict(self) -> dict[str, object]:
        """Give the JSON form, by docs/schema/answer-1.schema.json."""
        return {
            "$schema": ANSWER_SCHEMA,
            "target": {"text": self.target.text, "canonical": self.target.canonical, **self.target.to_dict()},
            "facts": [line.split(maxsplit=1) for line in _facts(self.target)],
            "drawing": [each.to_dict() for each in self.drawing],
            "outcome": None if self.outcome is None else _outcome(self.outcome, self.derivation),
            "scores": [_scored(each) for each in self.scores],
            "diagnostics": [each.to_dict() for each in self.diagnostics],
        }


def _facts(target: Target) -> list[str]:
    """Give the lines that say what a target is, without its messages."""
    return list(describe(attrs.evolve(target, text=" ".join(target.text.split()), diagnostics=())))[1:]


def _outcome(outcome: Outcome, derivation: tuple[str, ...]) -> dict[str, object]:
    rate, gap = outcome.attainment, outcome.deviation
    return {
        "verdict": outcome.verdict.value,
        "label": outcome.verdict.label,
        "attainment": None if rate is None else exact_text(rate),
        "attainment_text": percent_text(rate),
        "deviation": "" if gap is None else str(gap),
        "derivation": list(derivation),
    }


def _scored(scored: Scored) -> dict[str, object]:
    scheme, score = scored.scheme, scored.score
    return {
        "scheme": scheme.name,
        "title": scheme.title,
        "is_variant": scored.is_variant,
        "text": range_text(score.low, score.high),
        **score.to_dict(),
    }
