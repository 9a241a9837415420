"""A line of play written by the trainer: standing intentions, each taken as soon as it becomes possible."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from engine.play.decisions import CHOOSE, FILE, START, STEP, UNTIL_SOMETHING, WAIT, Decision, Refused
from engine.play.playthrough import Playthrough
from engine.scenario import Intention, Play

STEP_LIMIT = 2000
"""A play that takes more decisions than this is going nowhere."""
ACTS = {"choose": CHOOSE, "start": START, "step": STEP, "file": FILE}


class Player(Protocol):
    """Whoever can say what to do next; None = nothing, the play is given up."""

    def next(self, play: Playthrough) -> Decision | None:
        """The next decision."""


class WrittenLine:
    """Takes each intention once, in written order where several are ready, and waits otherwise."""

    def __init__(self, play: Play) -> None:
        self.left = list(play.steps)

    def next(self, play: Playthrough) -> Decision | None:
        """The first intention that is ready and possible now; else a wait until the next day that matters."""
        for intention in self.left:
            decision = ready(play, intention)
            if decision is not None:
                self.left.remove(intention)
                return decision
        return Decision(play.seats[0], WAIT, (), {"until": self.until(play)})

    def until(self, play: Playthrough) -> str:
        """The next day written in an intention, or whatever happens next."""
        start = play.scenario.start
        days = sorted(start + i.day for i in self.left if i.day is not None and start + i.day > play.today)
        if days:
            return date.fromordinal(days[0]).isoformat()
        waiting = any(i.when is not None for i in self.left)
        return "day" if waiting else UNTIL_SOMETHING


def ready(play: Playthrough, intention: Intention) -> Decision | None:
    """The decision an intention stands for, if its day has come, its condition holds and it is possible now."""
    if intention.act not in ACTS:
        return None
    if intention.day is not None and play.today < play.scenario.start + intention.day:
        return None
    able = offered_to(play, intention)
    if not able or (intention.when is not None and not intention.when.holds(play.world)):
        return None
    for seat in play.seats:
        if seat in able and intention.seat in (None, seat):
            decision = Decision(seat, ACTS[intention.act], intention.on, dict(intention.terms))
            if play.check(decision) is None:
                return decision
    return None


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
