"""Luck and skill: the same decisions under other seeds.

A decision is taken on its own day. Where other luck has not yet brought what it rests on, it is taken on the first
later day on which it is possible; where that day never comes, it is left out, and the run says how many were.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice

from engine.play.decisions import UNTIL_DAY, WAIT, Decision, Refused
from engine.play.playthrough import Playthrough
from engine.score import mark

RUNS = 40
"""So many other seeds are tried: enough for quarters, and half a second."""


@dataclass(frozen=True, slots=True)
class OtherLuck:
    """The same decisions under another seed.

    Attributes:
        score, ending: what they came to. later: decisions that were possible only on a later day.
        left_out: decisions that never became possible; such a run is counted with what was left.
    """

    seed: int
    score: int
    ending: str
    later: int
    left_out: int


@dataclass(frozen=True, slots=True)
class Range:
    """The scores of the same decisions under other luck.

    Attributes:
        runs: how many were tried. low, high: the least and the most. quarter, median, three_quarters: the middle half.
        below, same, above: how many scored less than, as much as, and more than the play itself.
        changed: in how many a decision had to be left out.
    """

    runs: int
    low: int
    quarter: int
    median: int
    three_quarters: int
    high: int
    below: int
    same: int
    above: int
    changed: int


def same_decisions(play: Playthrough, runs: int = RUNS) -> Iterator[OtherLuck]:
    """The decisions of a play under the first `runs` seeds from 1 on that are not its own."""
    for seed in islice((each for each in count(1) if each != play.seed), runs):
        yield under(play, seed)


def under(play: Playthrough, seed: int) -> OtherLuck:
    """The decisions of a play under a seed."""
    other = Playthrough(play.scenario, seed)
    pairs = zip(play.decisions, play.days, strict=True)
    waiting = [(day, decision) for decision, day in pairs if decision.act != WAIT]
    later = 0
    while not other.is_over:
        waiting, late = take_due(other, waiting)
        later += late
        if not other.is_over:
            other.wait(other.seats[0], UNTIL_DAY)
    return OtherLuck(seed, mark(other.scenario, other.world.earned).score, other.ending or "", later, len(waiting))


def take_due(other: Playthrough, waiting: list[tuple[int, Decision]]) -> tuple[list[tuple[int, Decision]], int]:
    """Take what is due today and possible; answers what waits on, and how much was taken after its own day."""
    left, late = [], 0
    for day, decision in waiting:
        if other.is_over or day > other.today or isinstance(other.decide(decision), Refused):
            left.append((day, decision))
        else:
            late += day < other.today
    return left, late


def span(score: int, tried: Sequence[OtherLuck]) -> Range | None:
    """Where a score stands among those of other luck; None when none was tried."""
    scores = sorted(each.score for each in tried)
    if not scores:
        return None
    last = len(scores) - 1
    below, above = sum(each < score for each in scores), sum(each > score for each in scores)
    return Range(len(scores), scores[0], scores[last // 4], scores[len(scores) // 2], scores[last - last // 4], scores[-1],
                 below, len(scores) - below - above, above, sum(each.left_out > 0 for each in tried))  # fmt: skip
