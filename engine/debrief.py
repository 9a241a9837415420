"""The debrief: score with reasons, timeline, ledger, messages, the law that mattered, and what else could have been.

What-ifs are replays with the same luck and one decision changed: every later decision is taken on its own day if it
is still possible, and left out if it is not.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from engine.casefile.ledger import Ruling
from engine.outcomes import Outcome
from engine.play.decisions import CHOOSE, START, WAIT, Decision, Refused
from engine.play.playthrough import Playthrough
from engine.score import Mark, mark

MOST_REGRETS = 3


@dataclass(frozen=True, slots=True)
class Regret:
    """What one decision cost.

    Attributes:
        decision: its number; day: when it was taken (proleptic ordinal); instead: what would have been done, None = nothing.
        points: how many more the play would have scored (a negative number: the decision was right).
        days: calendar days by which the play would have ended earlier. gained, lost: items the court would (not) have had.
        ending: how it would have ended. dropped: how many later decisions would no longer have been possible.
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


@dataclass(frozen=True, slots=True)
class Debrief:
    """Everything that is said after a play."""

    scenario: str
    seed: int
    ending: str
    mark: Mark
    timeline: tuple[Outcome, ...]
    ledger: tuple[Ruling, ...]
    messages: tuple[tuple[str, str], ...]
    lessons: tuple[tuple[int, str, str, str | None], ...]
    law: tuple[tuple[str, int], ...]
    regrets: tuple[Regret, ...]
    right: tuple[Regret, ...]


def debrief(play: Playthrough, progress: Callable[[int, int], None] | None = None, what_ifs: bool = True) -> Debrief:
    """The debrief of a play that is over; `progress` is told (done, of) while what-ifs are replayed."""
    world, scenario = play.world, play.scenario
    own = mark(scenario, world.earned)
    found = Debrief(
        scenario.id, play.seed, play.ending or "", own, timeline(play), tuple(world.rulings().values()),
        tuple((m.id, m.text) for m in scenario.messages if m.when.holds(world)), lessons(play), law_that_mattered(play), (), (),
    )  # fmt: skip
    return compared(found, alternatives(play, progress)) if what_ifs else found


def compared(found: Debrief, tried: Iterable[Regret]) -> Debrief:
    """A debrief with what other decisions would have changed: the biggest regrets, and where the play chose best."""
    tried = tuple(tried)
    regrets = sorted((r for r in tried if r.points > 0), key=lambda r: (-r.points, r.decision))
    right = sorted((r for r in tried if r.points < 0), key=lambda r: (r.points, r.decision))
    return replace(found, regrets=best_each(regrets)[:MOST_REGRETS], right=worst_each(right)[:MOST_REGRETS])


def timeline(play: Playthrough) -> tuple[Outcome, ...]:
    """What happened, day by day, the hidden things too."""
    return tuple(o for o in play.outcomes if o.kind not in ("stage",))


def lessons(play: Playthrough) -> tuple[tuple[int, str, str, str | None], ...]:
    """What each choice taken teaches: (decision, beat.choice, text, source)."""
    found = []
    for number, decision in enumerate(play.decisions, 1):
        if decision.act == CHOOSE:
            beat = play.scenario.beats[decision.on[0]]
            choice = next(c for c in beat.choices if c.id == decision.on[1])
            if choice.teaches:
                found.append((number, f"{beat.id}.{choice.id}", choice.teaches, choice.source))
    return tuple(found)


def law_that_mattered(play: Playthrough) -> tuple[tuple[str, int], ...]:
    """The sources that decided something in this play, with how often, most often first."""
    tally: dict[str, int] = {}
    cited = [o.source for o in play.outcomes] + [r.source for r in play.world.rulings().values()]
    cited += [point.source for point in mark(play.scenario, play.world.earned).points]
    for source in cited:
        if source is not None:
            tally[source] = tally.get(source, 0) + 1
    return tuple(sorted(tally.items(), key=lambda pair: (-pair[1], pair[0])))


def alternatives(play: Playthrough, progress: Callable[[int, int], None] | None = None) -> Iterator[Regret]:
    """Every decision of the play changed in turn, each in every way that is worth trying."""
    jobs = [(number, other) for number, decision in enumerate(play.decisions, 1) for other in others(play, decision)]
    for done, (number, other) in enumerate(jobs, 1):
        yield what_if(play, number, other)
        if progress is not None:
            progress(done, len(jobs))


def others(play: Playthrough, decision: Decision) -> tuple[Decision | None, ...]:
    """What could have been decided instead: the other choices of a beat; for a paper, not sending it."""
    if decision.act == CHOOSE:
        beat = play.scenario.beats[decision.on[0]]
        return tuple(Decision(c.seat, CHOOSE, (beat.id, c.id)) for c in beat.choices if c.id != decision.on[1])
    return (None,) if decision.act == START else ()


def what_if(play: Playthrough, number: int, instead: Decision | None) -> Regret:
    """The same play with decision `number` (from 1) replaced or left out; the luck is the same."""
    other, dropped = replayed(play, number, instead)
    mine, theirs = mark(play.scenario, play.world.earned), mark(play.scenario, other.world.earned)
    had, has = admitted(play), admitted(other)
    return Regret(number, play.days[number - 1], instead, theirs.score - mine.score, play.today - other.today,
                  tuple(sorted(has - had)), tuple(sorted(had - has)), other.ending or "", dropped)  # fmt: skip


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


def best_each(regrets: list[Regret]) -> tuple[Regret, ...]:
    """Of several ways to change one decision, only the best."""
    seen: dict[int, Regret] = {}
    for regret in regrets:
        seen.setdefault(regret.decision, regret)
    return tuple(seen.values())


def worst_each(right: list[Regret]) -> tuple[Regret, ...]:
    """The decisions that were right, each with the worst that could have been done instead."""
    return best_each(right)
