"""What a careful officer can foresee of a choice: which clocks it moves, and which way. Never what luck or time will bring."""

from engine.casefile.evidence import HIDDEN
from engine.play.world import World
from engine.scenario import Effects, StoryEffect

GAINS = ("hold", "knows", "police_copy", "lead", "preserve")
LOSSES = ("flaw", "lose")
ORDER = ("danger", "trust", "alert", "evidence", "relation")


def foreseen(world: World, effects: Effects) -> tuple[tuple[str, int], ...]:
    """(clock, 1 for up or -1 for down) of what a choice openly does at once, each clock once; of both ways neither.

    What comes later, by chance or under a condition is left out, and so is what concerns a person or an item that the
    file has not met: that would tell the seat more than it may know.
    """
    ways: dict[str, set[int]] = {}
    for effect in effects:
        for clock, way in openly(world, effect):
            ways.setdefault(clock, set()).add(way)
    return tuple((clock, next(iter(ways[clock]))) for clock in ORDER if len(ways.get(clock, ())) == 1)


def openly(world: World, effect: StoryEffect) -> list[tuple[str, int]]:
    """The clocks that one effect moves in the open."""
    verb, args = effect.verb, effect.args
    if verb == "alert":
        return [("alert", sign(args["points"]))]
    if verb in ("danger", "trust"):
        return [(verb, sign(points)) for id, points in args["of"].items() if world.people[id].met]
    if verb == "relation":
        return [(verb, sign(points)) for points in args["of"].values()]
    if verb in GAINS:
        return [("evidence", 1)] if any(seen(world, id) for id in args["items"]) else []
    if verb in LOSSES:
        return [("evidence", -1)] if any(seen(world, id) for id in args.get("of", args.get("items", ()))) else []
    return []


def seen(world: World, item: str) -> bool:
    """Does the file know that the item may exist?"""
    return world.items[item].status != HIDDEN


def sign(points: int) -> int:
    """Up or down."""
    return 1 if points > 0 else -1
