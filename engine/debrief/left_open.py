"""What a play left open: decided by nobody, not sent again, never sent, lost though it was known.

An omission is no decision, so no what-if can name it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from engine.play.playthrough import Playthrough
from engine.play.world import World

UNDECIDED, BY_DEFAULT, LOST = "undecided", "by_default", "lost"
CAME_BACK, NEVER_LEFT, NO_PAPERS = "came_back", "never_left", "no_papers"
DECIDES, STOOD_OPEN, GONE = "home.", "open", "gone"


class LeftOpen(NamedTuple):
    """Something that was not done.

    Attributes:
        day: when it could no longer be done, or the day on which it had come to wait for somebody (a proleptic ordinal).
        kind: undecided, by_default (a beat), came_back, never_left, no_papers (a paper), lost (an item).
        about: its id. days: of an arrest without papers, how long it may last.
    """

    day: int
    kind: str
    about: str
    days: int = 0


def left_open(play: Playthrough) -> tuple[LeftOpen, ...]:
    """Everything that a play left open, in the order of the days."""
    world = play.world
    found = [*beats_left(world), *papers_left(world), *items_left(world)]
    return tuple(sorted(found, key=lambda each: each.day))


def beats_left(world: World) -> Iterator[LeftOpen]:
    """Beats that asked for a decision, and nobody took it."""
    for outcome in world.outcomes:
        if outcome.kind == "chosen_by_default":
            yield LeftOpen(outcome.day, BY_DEFAULT, outcome.about[0])
    for id, state in world.beats.items():
        if state.state in (STOOD_OPEN, GONE) and world.scenario.beats[id].choices:
            yield LeftOpen(world.today if state.closed is None else state.closed, UNDECIDED, id)


def papers_left(world: World) -> Iterator[LeftOpen]:
    """Papers that waited for somebody at home when the play ended, and papers that an arrest waited for in vain."""
    for request in world.requests.values():
        stage = world.scenario.procedures[request.procedure].stages[request.stage]
        if "arrested" in request.marks and not request.was("papers") and "papers" not in request.marks:
            yield no_papers(world, request.id)
        elif not (stage.ends or stage.good) and stage.held_by.startswith(DECIDES):
            yield LeftOpen(request.entered, CAME_BACK if "sent" in request.marks else NEVER_LEFT, request.id)


def no_papers(world: World, id: str) -> LeftOpen:
    """An arrest for which the papers were never made ready: until the last day on which they could have come."""
    marks = world.requests[id].marks
    last: int = marks.get("must_end", world.today)
    return LeftOpen(min(last, world.today), NO_PAPERS, id, last - marks["arrested"])


def items_left(world: World) -> Iterator[LeftOpen]:
    """Items that the file knew of, and that were lost before a copy lay in it."""
    for outcome in world.outcomes:
        if outcome.kind == "item_lost" and outcome.seen_by:
            yield from (LeftOpen(outcome.day, LOST, id) for id in outcome.about if id in world.items)
