"""What else could have been: replays with the same luck and one decision changed.

Every later decision is taken on its own day if it is still possible, and left out if it is not.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from engine.play.decisions import CHOOSE, FILE, START, WAIT, Decision, Refused
from engine.play.playthrough import Playthrough
from engine.score import Mark, mark


@dataclass(frozen=True, slots=True)
class Regret:
    """What one decision cost.

    Attributes:
        decision: its number; day: when it was taken (proleptic ordinal); instead: what would have been done, None = nothing.
        points: how many more the play would have scored (a negative number: the decision was right).
        days: calendar days by which the play would have ended earlier. gained, lost: items the court would (not) have had.
        ending: how it would have ended. dropped: how many later decisions would no longer have been possible.
        criteria: by how many points each criterion would have differed, those that would have not left out.
        rules: the rules of the score that would (not) have given their points: what the difference consists of.
    """

    decision: int
    day: int
    instead: Decision | None
    points: int
    days: int
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    ending: str
    dropped: int
    criteria: tuple[tuple[str, int], ...] = ()
    rules: frozenset[str] = frozenset()


def alternatives(play: Playthrough, progress: Callable[[int, int], None] | None = None) -> Iterator[Regret]:
    """Every decision of the play changed in turn, each in every way that is worth trying."""
    jobs = [(number, other) for number, decision in enumerate(play.decisions, 1) for other in others(play, decision)]
    for done, (number, other) in enumerate(jobs, 1):
        yield what_if(play, number, other)
        if progress is not None:
            progress(done, len(jobs))


def others(play: Playthrough, decision: Decision) -> tuple[Decision | None, ...]:
    """What could have been decided instead: the other choices of a beat; for a paper, not sending it; for a police copy, not filing it."""
    if decision.act == CHOOSE:
        beat = play.scenario.beats[decision.on[0]]
        return tuple(Decision(c.seat, CHOOSE, (beat.id, c.id)) for c in beat.choices if c.id != decision.on[1])
    return (None,) if decision.act in (START, FILE) else ()


def what_if(play: Playthrough, number: int, instead: Decision | None) -> Regret:
    """The same play with decision `number` (from 1) replaced or left out; the luck is the same."""
    other, dropped = replayed(play, number, instead)
    mine, theirs = mark(play.scenario, play.world.earned), mark(play.scenario, other.world.earned)
    had, has = admitted(play), admitted(other)
    return Regret(number, play.days[number - 1], instead, theirs.score - mine.score, play.today - other.today,
                  tuple(sorted(has - had)), tuple(sorted(had - has)), other.ending or "", dropped,
                  differences(mine, theirs), given(mine) ^ given(theirs))  # fmt: skip


def differences(mine: Mark, theirs: Mark) -> tuple[tuple[str, int], ...]:
    """By how many points each criterion differs, the largest difference first."""
    pairs = ((a.criterion, b.points - a.points) for a, b in zip(mine.criteria, theirs.criteria, strict=True))
    return tuple(sorted((pair for pair in pairs if pair[1]), key=lambda pair: -abs(pair[1])))


def given(marked: Mark) -> frozenset[str]:
    """The rules that gave their points."""
    return frozenset(point.rule for point in marked.points)


def replayed(play: Playthrough, number: int, instead: Decision | None) -> tuple[Playthrough, int]:
    """The play with one decision changed, and how many later ones had to be left out."""
    other, dropped = Playthrough(play.scenario, play.seed), 0
    for place, (decision, day) in enumerate(zip(play.decisions, play.days, strict=True), 1):
        if decision.act == WAIT:
            continue
        catch_up(other, day)
        if other.is_over:
            break
        taken = instead if place == number else decision
        if taken is not None and isinstance(other.decide(taken), Refused):
            dropped += 1
    catch_up(other, play.scenario.deadline + 1)
    return other, dropped


def catch_up(play: Playthrough, day: int) -> None:
    """Wait, through every interruption, until a day."""
    until = date.fromordinal(day).isoformat()
    while not play.is_over and play.today < day:
        play.wait(play.seats[0], until)


def admitted(play: Playthrough) -> set[str]:
    """The items the court would admit or weigh."""
    return {id for id, ruling in play.world.rulings().items() if ruling.halves}
