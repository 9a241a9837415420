"""Beats: when this is so, tell that and offer these. And the points of the score, which watch in the same manner."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from operator import attrgetter

from engine.expressions import Condition
from engine.play.story_effects import apply
from engine.play.world import OpenBeat, World
from engine.scenario import Beat, Scenario

ROUNDS = 50
"""How often beats may set off one another on one day before that is called a circle."""
PERISHING, BEATS, LEAVING, POINTS, ENDINGS, CLOSING = range(6)
"""What waits for a condition, in the order in which it is asked."""

PLACE = attrgetter("place")


class StoryRunsInCircles(RuntimeError):
    """Beats set one another off without end."""


@dataclass(frozen=True, slots=True, eq=False)
class Watched:
    """Something that waits for a condition: its place in the order of asking, its kind, its id, what it reads of as a whole."""

    place: int
    kind: int
    id: str
    when: Condition
    heads: frozenset[str]

    def topics(self) -> Iterator[str]:
        """What has to be touched before it is asked again; whether a beat is past is asked when it comes up, too."""
        yield from (topic for topic in self.when.reads if topic != "day")
        if self.kind == LEAVING:
            yield f"beats {self.id}"

    def akin(self, topics: Iterable[str]) -> bool:
        """Does it read anything of these topics, though perhaps of other things? Of a beat that may be past it is no matter."""
        return self.kind == LEAVING or not self.heads.isdisjoint(topic.partition(" ")[0] for topic in topics)


def everything_watched(scenario: Scenario) -> Iterator[tuple[int, str, Condition]]:
    """All that waits for a condition, in the order of asking: by kind, then as written."""
    items, beats = scenario.items.values(), scenario.beats.values()
    yield from ((PERISHING, item.id, item.perishes_when) for item in items if item.perishes_when is not None)
    yield from ((BEATS, beat.id, beat.when) for beat in beats)
    yield from ((LEAVING, beat.id, beat.until) for beat in beats if beat.until is not None)
    yield from ((POINTS, rule.id, rule.when) for rule in scenario.rules if not rule.at_end)
    yield from ((ENDINGS, ending.id, ending.when) for ending in scenario.endings if ending.at_once)
    yield CLOSING, scenario.id, scenario.closes


class Watch:
    """What of a scenario waits for a condition, and when it has to be asked: the same for every play.

    `by_topic`: what a touched topic concerns; `whole`: what reads a topic as a whole, whichever of it is touched.
    `days`: (day, place) for the first morning and for every day on which a condition can change by itself, as far as
    that can be told beforehand; for those that are `turning` it is told each time they are asked.
    """

    __slots__ = ("by_topic", "days", "endings", "turning", "watched", "whole")

    def __init__(self, world: World) -> None:
        self.watched = tuple(
            Watched(place, kind, id, when, frozenset(topic.partition(" ")[0] for topic in when.reads))
            for place, (kind, id, when) in enumerate(everything_watched(world.scenario))
        )
        self.by_topic: dict[str, set[Watched]] = {}
        self.whole: dict[str, set[Watched]] = {}
        for each in self.watched:
            for topic in each.topics():
                self._enter(topic, each)
        for topic, found in self.by_topic.items():
            found |= self.whole.get(topic.partition(" ")[0], set())
        self.turning = {each for each in self.watched if each.when.turns is not None}
        self.endings = {each for each in self.watched if each.kind >= ENDINGS}
        self.days = sorted((day, each.place) for each in self.watched
                           for day in (world.today, *(day(world) for day in each.when.days)))  # fmt: skip

    def _enter(self, topic: str, each: Watched) -> None:
        head, _, one = topic.partition(" ")
        self.by_topic.setdefault(topic, set()).add(each)
        (self.by_topic if one else self.whole).setdefault(head, set()).add(each)

    def concerned(self, topics: Iterable[str]) -> set[Watched]:
        """Those whose conditions may have changed with these topics."""
        found: set[Watched] = set()
        for topic in topics:
            known = self.by_topic.get(topic)
            found |= self.whole.get(topic.partition(" ")[0], found) if known is None else known
        return found


class Story:
    """What of a scenario watches the world, in one play: perishing items, beats, points, endings.

    A condition is asked again only when it may have changed: when a topic it reads was touched, or when a day has come
    on which it can change by itself (`due`, a heap). `morning`: has nothing been settled today? `ends` are
    the endings to think of once all is settled.
    """

    __slots__ = ("due", "ends", "morning", "watch")

    def __init__(self, world: World) -> None:
        kept = world.scenario.worked_out
        if "watch" not in kept:
            kept["watch"] = Watch(world)
        self.watch: Watch = kept["watch"]
        self.due = self.watch.days.copy()
        self.morning = True
        self.ends: set[Watched] = set()

    def is_due(self, today: int) -> bool:
        """Has a day come on which a condition can change by itself?"""
        return bool(self.due) and self.due[0][0] <= today

    def settle(self, world: World) -> None:
        """Let everything that now holds come up, until nothing more does."""
        morning, self.morning = self.morning, False
        for _ in range(ROUNDS):
            if not world.dirty or world.is_over:
                return
            topics, world.dirty = world.dirty, set()
            if morning:
                topics.add("day")
            found = self._touched(world, topics)
            self.ends |= found & self.watch.endings
            self._ask(world, found - self.watch.endings, topics)
            morning = False
        raise StoryRunsInCircles(world.scenario.id)

    def _touched(self, world: World, topics: set[str]) -> set[Watched]:
        """Everything that has to be asked again."""
        found = self.watch.concerned(topics)
        while self.is_due(world.today):
            found.add(self.watch.watched[heappop(self.due)[1]])
        for each in found & self.watch.turning:
            if each.when.turns is not None:
                heappush(self.due, (each.when.turns(world), each.place))
        return found

    def _ask(self, world: World, found: set[Watched], topics: set[str]) -> None:
        """One round, in order. What just happens may make more hold: what is akin to the topics is asked in its turn."""
        waiting = in_order(found)
        while waiting:
            each, touched = waiting.pop(0), len(world.touched)
            ANSWERS[each.kind](world, each)
            if len(world.touched) > touched:
                more = [other for other in self.watch.concerned(world.dirty) if each.place < other.place
                        and other.kind < ENDINGS and other not in waiting and other.akin(topics)]  # fmt: skip
                waiting = in_order(waiting + more) if more else waiting

    def ending(self, world: World) -> str | None:
        """The ending that holds at once, or else, when the case is closed, the first that holds; None = it goes on."""
        if not self.ends:
            return None
        asked, self.ends = in_order(self.ends), set()
        held = next((each for each in asked if each.when.holds(world)), None)
        if held is None:
            return None
        return last_ending(world) if held.kind == CLOSING else held.id


def in_order(found: Iterable[Watched]) -> list[Watched]:
    """In the order of asking."""
    asked = list(found)
    if len(asked) > 1:
        asked.sort(key=PLACE)
    return asked


def perish(world: World, item: Watched) -> None:
    """An item of which the author says when it is gone."""
    from engine.play.story_effects import vanish

    if world.items[item.id].gone is None and item.when.holds(world):
        vanish(world, item.id)


def look_up(world: World, beat: Watched) -> None:
    """A beat that has not come up."""
    if beat.id not in world.beats and beat.when.holds(world):
        come_up(world, world.scenario.beats[beat.id])


def go_by(world: World, beat: Watched) -> None:
    """A beat that may be on the table."""
    state = world.beats.get(beat.id)
    if state is not None and state.state == "open" and beat.when.holds(world):
        state.state, state.closed = "gone", world.today
        world.touch(f"beats {beat.id}")


def earn(world: World, rule: Watched) -> None:
    """A rule of the score that has not given its points."""
    if rule.id not in world.earned and rule.when.holds(world):
        world.earned[rule.id] = (world.today, world.because)
        world.touch(f"score {rule.id}")


ANSWERS = {PERISHING: perish, BEATS: look_up, LEAVING: go_by, POINTS: earn}


def last_ending(world: World) -> str:
    """The ending of a case that is over: the first that holds, else the last one written."""
    endings = world.scenario.endings
    return next((ending.id for ending in endings if ending.when.holds(world)), endings[-1].id)


def come_up(world: World, beat: Beat) -> None:
    """A beat comes up: it is told, its consequences happen, its choices lie on the table."""
    world.beats[beat.id] = OpenBeat(world.today, "open" if beat.choices else "done")
    world.touch(f"beats {beat.id}")
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
    world.touch(f"beats {beat}")
    world.tell("chosen_by_default" if by_default else "chosen", beat, choice, seats=world.scenario.beats[beat].seats,
               stops=by_default, source=written.source)  # fmt: skip
    if written.takes:
        busy(world, written.seat, written.takes)
    apply(world, written.does, f"{beat}/{choice}")


def busy(world: World, seat: str, days: int) -> None:
    """The seat's desk is taken for so many working days at home, after what already lies there."""
    begins = max(world.today, world.busy_until.get(seat, world.today))
    world.busy_until[seat] = world.calendar(world.scenario.home).add_working_days(begins, days)
