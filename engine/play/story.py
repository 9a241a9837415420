"""Beats: when this is so, tell that and offer these. And the points of the score, which watch in the same manner."""

from collections.abc import Container, Iterable

from engine.expressions import Condition
from engine.play.story_effects import apply
from engine.play.world import OpenBeat, World
from engine.scenario import Beat

ROUNDS = 50
"""How often beats may set off one another on one day before that is called a circle."""


class StoryRunsInCircles(RuntimeError):
    """Beats set one another off without end."""


class Watch:
    """Conditions, with the topics each can depend on, so that only those that may have changed are asked again."""

    __slots__ = ("by_topic", "order")

    def __init__(self, conditions: Iterable[tuple[str, Condition]]) -> None:
        watched = tuple(conditions)
        self.order = {name: number for number, (name, _) in enumerate(watched)}
        self.by_topic: dict[str, list[str]] = {}
        for name, condition in watched:
            for topic in condition.reads:
                self.by_topic.setdefault(topic, []).append(name)

    def touched(self, topics: Iterable[str], done: Container[str] = ()) -> list[str]:
        """The names whose conditions may have changed and are not done with, in written order."""
        names = {name for topic in topics for name in self.by_topic.get(topic, ()) if name not in done}
        return sorted(names, key=self.order.__getitem__) if len(names) > 1 else list(names)


class Story:
    """What of a scenario watches the world: beats, perishing items, points, endings."""

    __slots__ = ("endings", "perishing", "points", "rules", "waiting")

    def __init__(self, world: World) -> None:
        scenario = world.scenario
        self.waiting = Watch((id, beat.when) for id, beat in scenario.beats.items())
        self.rules = {rule.id: rule for rule in scenario.rules}
        self.points = Watch((rule.id, rule.when) for rule in scenario.rules if not rule.at_end)
        self.perishing = Watch(
            (id, item.perishes_when) for id, item in scenario.items.items() if item.perishes_when is not None
        )
        self.endings = Watch((ending.id, ending.when) for ending in scenario.endings if ending.at_once)

    def settle(self, world: World) -> None:
        """Let everything that now holds come up, until nothing more does."""
        for _ in range(ROUNDS):
            if not world.dirty or world.is_over:
                return
            topics, world.dirty = world.dirty, set()
            self._perish(world, topics)
            self._come_up(world, topics)
            self._go_by(world)
            self._earn(world, topics)
        raise StoryRunsInCircles(world.scenario.id)

    def _perish(self, world: World, topics: set[str]) -> None:
        from engine.play.story_effects import vanish

        for id in self.perishing.touched(topics):
            condition = world.scenario.items[id].perishes_when
            if world.items[id].gone is None and condition is not None and condition.holds(world):
                vanish(world, id)

    def _come_up(self, world: World, topics: set[str]) -> None:
        for id in self.waiting.touched(topics, world.beats):
            beat = world.scenario.beats[id]
            if id not in world.beats and beat.when.holds(world):
                come_up(world, beat)

    def _go_by(self, world: World) -> None:
        for id, state in world.beats.items():
            until = world.scenario.beats[id].until
            if state.state == "open" and until is not None and until.holds(world):
                state.state = "gone"
                world.touch("beats")

    def _earn(self, world: World, topics: set[str]) -> None:
        for id in self.points.touched(topics, world.earned):
            if id not in world.earned and self.rules[id].when.holds(world):
                world.earned[id] = (world.today, world.because)
                world.touch("score")


def come_up(world: World, beat: Beat) -> None:
    """A beat comes up: it is told, its consequences happen, its choices lie on the table."""
    world.beats[beat.id] = OpenBeat(world.today, "open" if beat.choices else "done")
    world.touch("beats")
    if not beat.silent:
        world.tell("beat", beat.id, seats=beat.seats, stops=True, decision=bool(beat.choices))
    apply(world, beat.does, beat.id)
    if beat.default is not None:
        world.clock.put(world.today + beat.default[1], "default", beat.id, priority=6)


def take_choice(world: World, beat: str, choice: str, by_default: bool = False) -> None:
    """A choice of a beat is taken (or falls by default): its consequences happen."""
    written = next(c for c in world.scenario.beats[beat].choices if c.id == choice)
    state = world.beats[beat]
    state.state, state.choice, state.day = "done", choice, world.today
    world.touch("beats")
    world.tell("chosen_by_default" if by_default else "chosen", beat, choice, seats=world.scenario.beats[beat].seats,
               stops=by_default, source=written.source)  # fmt: skip
    if written.takes:
        busy(world, written.seat, written.takes)
    apply(world, written.does, f"{beat}/{choice}")


def busy(world: World, seat: str, days: int) -> None:
    """The seat's desk is taken for so many working days at home, after what already lies there."""
    begins = max(world.today, world.busy_until.get(seat, world.today))
    world.busy_until[seat] = world.calendar(world.scenario.home).add_working_days(begins, days)
