"""Trying things out: a target and an actual value, or a goal table, answered while they are typed."""

from perfrules.play.answer import Answer
from perfrules.play.desk import Desk
from perfrules.play.question import Question

__all__ = ["Answer", "Desk", "Question"]
