"""The score: six criteria, each the sum of its rules, floored at nought and capped at its weight."""

from engine.score.marking import CRITERIA, CriterionMark, Mark, Point, mark

__all__ = ["CRITERIA", "CriterionMark", "Mark", "Point", "mark"]
