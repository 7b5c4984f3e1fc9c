"""Evaluation: a target and an actual value become an outcome."""

from perfrules.evaluation.outcome import Deviation, Outcome, Verdict

__all__ = ["Deviation", "Outcome", "Verdict"]
