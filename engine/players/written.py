"""A line of play written by the trainer: standing intentions, each taken as soon as it becomes possible."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Protocol

from engine.play.decisions import CHOOSE, FILE, START, STEP, UNTIL_SOMETHING, WAIT, Decision, Refused
from engine.play.playthrough import Playthrough
from engine.scenario import Intention, Play

STEP_LIMIT = 2000
"""A play that takes more decisions than this is going nowhere."""
WRONG_SEAT = "wrong_seat"
ACTS = {"choose": CHOOSE, "start": START, "step": STEP, "file": FILE}


class Player(Protocol):
    """Whoever can say what to do next; None = nothing, the play is given up."""

    def next(self, play: Playthrough) -> Decision | None:
        """The next decision."""


class WrittenLine:
    """Takes each intention once, in written order where several are ready, and waits otherwise."""

    def __init__(self, play: Play) -> None:
        self.steps, self.left = play.steps, list(play.steps)
        self.barred: dict[int, Refused] = {}

    def next(self, play: Playthrough) -> Decision | None:
        """The first intention that is ready and possible now; else a wait until the next day that matters."""
        for intention in self.left:
            found = ready(play, intention)
            if isinstance(found, Refused):
                self.barred[id(intention)] = found
            elif found is not None:
                self.left = [other for other in self.left if other is not intention]
                return found
        return Decision(play.seats[0], WAIT, (), {"until": self.until(play)})

    def until(self, play: Playthrough) -> str:
        """The next day written in an intention, or whatever happens next."""
        start = play.scenario.start
        days = sorted(start + i.day for i in self.left if i.day is not None and start + i.day > play.today)
        if days:
            return date.fromordinal(days[0]).isoformat()
        waiting = any(i.when is not None for i in self.left)
        return "day" if waiting else UNTIL_SOMETHING


    def left_out(self, play: Playthrough) -> Iterator[tuple[int, Intention, Refused | None]]:
        """The steps that were never taken, with their number and why the last try was refused (None = there was no try).

        What was not needed is not among them: what another step has done, and a step on a paper that came to a good end without it.
        """
        waiting = {id(intention) for intention in self.left}
        done = {(i.act, i.on) for i in self.steps if id(i) not in waiting}
        for number, intention in enumerate(self.steps, 1):
            if id(intention) in waiting and (intention.act, intention.on) not in done and not needless(play, intention):
                yield number, intention, self.barred.get(id(intention))


def ready(play: Playthrough, intention: Intention) -> Decision | Refused | None:
    """The decision an intention stands for; why not, where all but the rules is ready; None where its time has not come."""
    if intention.act not in ACTS:
        return None
    if intention.day is not None and play.today < play.scenario.start + intention.day:
        return None
    able = offered_to(play, intention)
    if not able or (intention.when is not None and not intention.when.holds(play.world)):
        return None
    refused: Refused | None = None
    for seat in play.seats:
        if seat in able and intention.seat in (None, seat):
            decision = Decision(seat, ACTS[intention.act], intention.on, dict(intention.terms))
            found = play.check(decision)
            if found is None:
                return decision
            if refused is None or refused.why == WRONG_SEAT:
                refused = found
    return refused


def needless(play: Playthrough, intention: Intention) -> bool:
    """Was this a step on a paper that came to a good end without it?"""
    paper = play.world.requests.get(intention.on[0]) if intention.act == "step" else None
    return paper is not None and play.scenario.procedures[paper.procedure].stages[paper.stage].good


def offered_to(play: Playthrough, intention: Intention) -> Sequence[str]:
    """The seats whose business this is as things stand, whether or not it is possible; mostly none yet."""
    world, on = play.world, intention.on
    if intention.act == "choose":
        beat = world.beats.get(on[0])
        if beat is None or beat.state != "open":
            return ()
    elif intention.act == "step":
        paper = world.requests.get(on[0])
        step = paper and world.scenario.procedures[paper.procedure].step(paper.stage, on[1])
        return step.by if step else ()
    return play.seats


def play_out(play: Playthrough, player: Player) -> Playthrough:
    """Let a player play to the end."""
    for _ in range(STEP_LIMIT):
        if play.is_over:
            break
        decision = player.next(play)
        if decision is None or isinstance(play.decide(decision), Refused):
            decision = Decision(play.seats[0], WAIT, (), {"until": "day"})
            play.decide(decision)
    return play
