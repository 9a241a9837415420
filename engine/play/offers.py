"""What lies before a seat: everything it could do now, worked out again only where something has changed."""

from collections.abc import Callable, Iterator
from functools import cache, lru_cache, partial
from itertools import chain
from typing import Any

from engine.play.decisions import (
    CHOOSE,
    FILE,
    FURTHER,
    START,
    STEP,
    UNTIL_DAY,
    UNTIL_SOMETHING,
    WAIT,
    Choice,
    Decision,
    Refused,
    can_be_filed,
    further_counts,
    refuse_choice,
    refuse_start,
    refuse_step,
)
from engine.play.guards import READS, Guard
from engine.play.world import World
from engine.procedures import Procedure, Request, Step
from engine.scenario import BeatChoice

Topics = frozenset[str]
Offer = tuple[list[Choice], Topics]
"""Choices, and the topics on which it depends which they are and whether they are possible."""
Make = Callable[[World, str], Offer]
ANYTHING = "anything"
"""The topic of what has to be worked out every time."""
EACH = "*"
"""Stands for every one of a topic, when it was touched as a whole."""
AT_HOME = "domestic"
"""The instrument of what needs no other State."""


class Part:
    """Choices of one kind, as they were when last worked out: possible ones, and others with the reason."""

    __slots__ = ("make", "others", "possible", "reads")

    def __init__(self, make: Make) -> None:
        self.make = make
        self.reads: Topics = frozenset({ANYTHING})
        self.possible: list[Choice] = []
        self.others: list[Choice] = []

    def work_out(self, world: World, seat: str) -> None:
        """Ask again what can be done now."""
        choices, self.reads = self.make(world, seat)
        self.possible = [choice for choice in choices if choice.possible]
        self.others = [choice for choice in choices if not choice.possible]


class Table:
    """Everything one seat could do: possible choices first, then those that are not, each kind in its order.

    `seen` is how much of what the world was touched about has been taken into account, `day` the day it was asked on.
    """

    __slots__ = ("day", "parts", "seat", "seen", "whole")

    def __init__(self, world: World, seat: str) -> None:
        procedures = [world.scenario.procedures[id] for id in world.scenario.instruments]
        starts: list[Make] = [partial(start_choices, procedure) for procedure in procedures if seat in procedure.started_by]
        self.seat, self.seen, self.day = seat, 0, world.today
        self.parts = [Part(make) for make in (story_choices, step_choices, *starts, file_choices, wait_choices)]
        self.whole: tuple[Choice, ...] = ()

    def choices(self, world: World) -> tuple[Choice, ...]:
        """Everything the seat could do now; the same tuple as long as nothing of it has changed."""
        if world.is_over:
            return ()
        changed = self._changed(world)
        stale = [part for part in self.parts if not part.reads.isdisjoint(changed)]
        for part in stale:
            part.work_out(world, self.seat)
        if stale:
            self.whole = (*chain.from_iterable(part.possible for part in self.parts),
                          *chain.from_iterable(part.others for part in self.parts))  # fmt: skip
        return self.whole

    def _changed(self, world: World) -> set[str]:
        """The topics touched since the table was last looked at."""
        changed = {ANYTHING}
        for topic in world.touched[self.seen :]:
            head, _, one = topic.partition(" ")
            changed |= {topic, head if one else f"{head} {EACH}"}
        if world.today != self.day:
            changed.add("day")
        self.seen, self.day = len(world.touched), world.today
        return changed


@lru_cache(maxsize=4096)
def spread(reads: Topics) -> Topics:
    """What has to be touched to matter to these: who reads one of a topic is concerned by a touch of all of it, too."""
    return reads | {f"{topic.partition(' ')[0]} {EACH}" for topic in reads if " " in topic}


@lru_cache(maxsize=1024)
def asked(procedure: Procedure, guards: tuple[tuple[str, Guard], ...]) -> Topics:
    """The topics on which questions asked at the click depend, of a paper of this kind."""
    reads = frozenset[str]().union(*(READS.get(guard, (ANYTHING,)) for _, guard in guards))
    return spread(frozenset(topic.format(procedure=procedure.id) for topic in reads))


def wait_choices(world: World, seat: str) -> Offer:
    """Waiting is always possible."""
    return list(waits(seat)), frozenset()


@cache
def waits(seat: str) -> tuple[Choice, ...]:
    """The two ways of waiting without a date."""
    return tuple(Choice(Decision(seat, WAIT, (), {"until": until}), True) for until in (UNTIL_SOMETHING, UNTIL_DAY))


def story_choices(world: World, seat: str) -> Offer:
    """The choices of the beats on the table."""
    found, reads = [], {"beats"}
    for id, choice in laid_out(world, seat):
        reads.update(*(spread(condition.reads) for condition in (choice.when, choice.possible) if condition is not None))
        if choice.when is None or choice.when.holds(world):
            refusal = refuse_choice(world, choice)
            found.append(Choice(Decision(seat, CHOOSE, (id, choice.id)), refusal is None, refusal,
                                instrument=choice.instrument, takes=choice.takes))  # fmt: skip
    return found, frozenset(reads)


def laid_out(world: World, seat: str) -> Iterator[tuple[str, BeatChoice]]:
    """What the beats on the table could offer the seat: beat and choice."""
    for id, state in world.beats.items():
        if state.state == "open":
            yield from ((id, choice) for choice in world.scenario.beats[id].choices if choice.seat == seat)


def step_choices(world: World, seat: str) -> Offer:
    """The steps open on papers already begun."""
    found, reads = [], {"requests"}
    for request in world.requests.values():
        procedure = world.scenario.procedures[request.procedure]
        for step in procedure.acts_from[request.stage]:
            if seat in step.by:
                refusal = refuse_step(world, request, step)
                reads |= asked(procedure, step.possible)
                found.append(Choice(Decision(seat, STEP, (request.id, step.act), step_defaults(world, request, step)),
                                    refusal is None, refusal, step.terms, procedure.instrument))  # fmt: skip
    return found, frozenset(reads)


def step_defaults(world: World, request: Request, step: Step) -> dict[str, Any]:
    """The terms of a step as they stand on the paper now; of further counts, those that are still to be consented to."""
    stand = {term.name: request.terms.get(term.name, term.default) for term in step.terms}
    for term in step.terms:
        if term.kind == FURTHER:
            still = further_counts(world, request.about)
            stand[term.name] = tuple(id for id in stand[term.name] or () if id in still)
    return stand


def start_choices(procedure: Procedure, world: World, seat: str) -> Offer:
    """An instrument the seat could begin, one choice a possible addressee."""
    found = [
        start_choice(procedure, seat, country, about, refuse_start(world, procedure, country, about, {}))
        for country, about in targets(world, procedure)
    ]
    return found, asked(procedure, procedure.possible) | TARGETS_READ.get(procedure.target, frozenset())


@lru_cache(maxsize=4096)
def start_choice(procedure: Procedure, seat: str, country: str, about: tuple[str, ...], refusal: Refused | None) -> Choice:
    """The choice to begin with this addressee: the same in every play in which it is possible, or refused for this."""
    return Choice(Decision(seat, START, (procedure.id, country, *about), defaults(procedure)), refusal is None, refusal,
                  procedure.terms, procedure.instrument)  # fmt: skip


TARGETS_READ = {
    "contact": frozenset({"contacts"}), "suspect": frozenset({"people"}), "victim": frozenset({"people"}), "item": frozenset({"items"}),
}  # fmt: skip
"""On which topics it depends to whom a procedure can be addressed."""


def targets(world: World, procedure: Procedure) -> Iterator[tuple[str, tuple[str, ...]]]:
    """To whom the procedure could be addressed, and what it is about by its nature: (country, ids)."""
    scenario = world.scenario
    if procedure.target == "country":
        yield from ((country, ()) for country in scenario.countries)
    elif procedure.target == "contact":
        yield from ((scenario.contacts[id].country, (id,)) for id in sorted(world.contacts))
    elif procedure.target in ("suspect", "victim"):
        for id, person in scenario.people.items():
            where = world.people[id]
            country = where.believed or scenario.home
            abroad = country != scenario.home or procedure.instrument == AT_HOME
            if person.role == procedure.target and where.met and abroad:
                yield country, (id,)
    elif procedure.target == "item":
        for id, item in scenario.items.items():
            holding = world.items[id]
            if item.country == scenario.home and holding.status in ("lead", "known") and holding.gone is None:
                yield item.country, (id,)


def defaults(procedure: Procedure) -> dict[str, Any]:
    """The terms before anybody has filled them in."""
    return {term.name: term.default for term in procedure.terms if term.default is not None}


def file_choices(world: World, seat: str) -> Offer:
    """Putting a police copy before the court."""
    found = [Choice(Decision(seat, FILE, (id,)), True) for id in world.items if can_be_filed(world, seat, id)]
    return found, frozenset({"items"})
