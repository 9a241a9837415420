"""Marking a play: every point with its day, its decision, its reason and its source.

Rules are data of the scenario. What was given is read from the record of the play (`earned`), never from how the
world happens to be built inside.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.scenario import Scenario, ScoreRule

CRITERIA = ("lawfulness", "admissibility", "timeliness", "victims", "outcome", "cooperation")
"""The six criteria, in the order in which they are shown."""

Earned = Mapping[str, tuple[int, int]]
"""Rule id -> (day it was given, a proleptic ordinal; number of the decision it follows from)."""


@dataclass(frozen=True, slots=True)
class Point:
    """Points given or taken by one rule; of a rule that was not earned, those it would have added.

    Attributes:
        rule: its id. criterion: which of the six. points: may be negative.
        day: proleptic ordinal. decision: number in the log, 0 = none.
        because: the author's reason. source: reference to the pack.
    """

    rule: str
    criterion: str
    points: int
    day: int
    decision: int
    because: str
    source: str


@dataclass(frozen=True, slots=True)
class CriterionMark:
    """One criterion: points counted (0 to weight), and the raw sum before floor and cap."""

    criterion: str
    points: int
    weight: int
    raw: int


@dataclass(frozen=True, slots=True)
class Mark:
    """The whole score of a play, 0 to 100."""

    score: int
    criteria: tuple[CriterionMark, ...]
    points: tuple[Point, ...]
    missed: tuple[Point, ...]


def mark(scenario: Scenario, earned: Earned) -> Mark:
    """The score of a play from the rules that gave their points."""
    given = tuple(
        Point(rule.id, rule.criterion, rule.points, *earned[rule.id], rule.because, rule.source)
        for rule in scenario.rules if rule.id in earned
    )  # fmt: skip
    criteria = tuple(criterion_mark(name, scenario.weights.get(name, 0), given) for name in CRITERIA)
    return Mark(sum(each.points for each in criteria), criteria, given, missed(scenario.rules, earned))


def missed(rules: Sequence[ScoreRule], earned: Earned) -> tuple[Point, ...]:
    """What was not earned: of a rule and its lesser variants only the rule itself, with the points it would have added."""
    found = []
    for rule in rules:
        if rule.id not in earned and rule.points > 0 and rule.instead_of is None:
            more = rule.points - sum(each.points for each in lesser(rules, rule.id) if each.id in earned)
            if more > 0:
                found.append(Point(rule.id, rule.criterion, more, 0, 0, rule.because, rule.source))
    return tuple(found)


def lesser(rules: Sequence[ScoreRule], id: str) -> tuple[ScoreRule, ...]:
    """The rules that give fewer points instead of this one."""
    return tuple(rule for rule in rules if rule.instead_of == id)


def criterion_mark(name: str, weight: int, given: tuple[Point, ...]) -> CriterionMark:
    """One criterion: the sum of its rules, not below nought and not above its weight."""
    raw = sum(point.points for point in given if point.criterion == name)
    return CriterionMark(name, max(0, min(weight, raw)), weight, raw)
