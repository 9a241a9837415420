"""How a play stood on a day: the play itself up to then, and how much the court would have admitted."""

from datetime import date
from typing import NamedTuple

from engine.casefile.evidence import HELD
from engine.casefile.ledger import ADMITTED, WEIGHED
from engine.play.decisions import WAIT
from engine.play.playthrough import Playthrough


class Holdings(NamedTuple):
    """From a day on: how many items the court would admit, how many it would weigh, and how many lie in the file."""

    day: int
    admitted: int
    weighed: int
    held: int


def as_it_stood(play: Playthrough, number: int, day: int) -> Playthrough:
    """The play as it stood after decision `number` (0 = at the beginning), on the evening of a day (a proleptic ordinal)."""
    again = Playthrough(play.scenario, play.seed)
    for decision in play.decisions[: max(0, number - 1)]:
        again.decide(decision)
    for decision in play.decisions[max(0, number - 1) : number]:
        if decision.act == WAIT:
            wait_until(again, decision.seat, min(day, play.today))
        else:
            again.decide(decision)
    return again


def wait_until(play: Playthrough, seat: str, day: int) -> None:
    """Wait in one go until a day; a play that is there already stays."""
    if play.today < day and not play.is_over:
        play.wait(seat, date.fromordinal(day).isoformat())


def growth(play: Playthrough) -> tuple[Holdings, ...]:
    """How the evidence grew under the ledger's rulings: every day on which a number changed, from the first day on."""
    again, found = Playthrough(play.scenario, play.seed), [Holdings(play.scenario.start, 0, 0, 0)]
    for decision, day in zip(play.decisions, play.days, strict=True):
        if decision.act != WAIT:
            go_on(again, day, found)
            again.decide(decision)
            note(again, found)
    go_on(again, play.today, found)
    return tuple(found)


def go_on(again: Playthrough, day: int, found: list[Holdings]) -> None:
    """Day by day to a day, noting what changed."""
    while again.today < day and not again.is_over:
        again.wait(again.seats[0], "day")
        note(again, found)


def note(play: Playthrough, found: list[Holdings]) -> None:
    """Add today's numbers where they differ from the last; the last word of a day counts."""
    verdicts = [ruling.verdict for ruling in play.world.rulings().values()]
    held = sum(1 for holding in play.world.items.values() if holding.status == HELD)
    now = Holdings(play.today, verdicts.count(ADMITTED), verdicts.count(WEIGHED), held)
    if now[1:] == found[-1][1:]:
        return
    if found[-1].day == now.day:
        found[-1] = now
    else:
        found.append(now)
