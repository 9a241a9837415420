"""Procedures: tables of stages and steps, run by `transitions`. The only file that imports that library.

How the library is held (measured, see engine/README.md): one machine a procedure and none a request, no automatic
transitions, callables only. `LeanMachine` runs the same definitions as the stock `Machine` about ten times as fast
by leaving out what our tables cannot say (queues, string callbacks, before/after hooks); a test compares the two.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from transitions import Machine, MachineError
from transitions.core import Event, Transition

Guard = Callable[[Any], bool]
TIME = "time"
"""The name of the act that no seat takes: the term of the stage has run out."""


class UnknownAct(Exception):
    """An act was asked of a stage whose table has no such step."""


class Staged(Protocol):
    """Whatever has a stage that a procedure may move."""

    stage: str


@dataclass(frozen=True, slots=True)
class Term:
    """One thing the trainee fills in: its kind decides which options are offered.

    `kind` is one of basis, channel, language, formalities, yes_no, one_of, reason, items, persons, counts,
    further_counts (counts beyond the speciality of a surrender), countries.
    `options` of a basis = the only instruments such a paper can rest on; none = whatever binds both for its purpose.
    Of items, `stored_data` = nothing else can be named.
    """

    name: str
    kind: str
    options: tuple[str, ...] = ()
    default: Any = None
    required: bool = False
    purpose: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a request can be.

    Attributes:
        name: its id.
        held_by: whose desk: `home.seat`, `home.ministry`, `home.court`, `requested.authority`, `channel` ..
        takes: name of the practice value (delay) that ends it; None = it lasts until somebody acts.
        at_desk: does it occupy the seat at home (one paper at a time)?
        does: effects on entering.
        ends: is the journey over here, unless a seat takes it up again?
        good: does it end well? (for the look of the timeline only)
    """

    name: str
    held_by: str
    takes: str | None = None
    at_desk: bool = False
    does: tuple[Callable[[Any], None], ...] = ()
    ends: bool = False
    good: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A way from one stage to the next: taken by a seat's act, or by time (`act` = "time").

    `possible` is asked at the click and refuses; `conditions` and `unless` are asked by the world and are played.
    """

    act: str
    origin: tuple[str, ...]
    to: str
    by: tuple[str, ...] = ()
    possible: tuple[tuple[str, Guard], ...] = ()
    conditions: tuple[Guard, ...] = ()
    unless: tuple[Guard, ...] = ()
    terms: tuple[Term, ...] = ()


class LeanTransition(Transition):
    """A step of a table: its conditions, asked directly."""

    def allows(self, matter: Any) -> bool:
        """Do all conditions of the step hold for the matter?"""
        for condition in self.conditions:
            asked: Any = condition.func
            if bool(asked(matter)) is not condition.target:
                return False
        return True


class LeanEvent(Event):
    """All steps of one act: the first that is allowed from the present stage is taken."""

    def trigger(self, model: Any, *args: Any, **kwargs: Any) -> bool:
        """Move the model along the first step whose conditions hold; False when none does."""
        steps: Any = self.transitions.get(model.stage)
        if steps is None:
            return bool(super().trigger(model, *args, **kwargs))
        for step in steps:
            if step.allows(*args):
                model.stage = step.dest
                return True
        return False


class LeanMachine(Machine):
    """The stock machine with lean steps: same definitions, same answers, no hooks."""

    event_cls = LeanEvent
    transition_cls = LeanTransition


def build_machine(
    stages: Sequence[str], steps: Sequence[Step], begins: str, machine: type[Machine] = LeanMachine
) -> Any:
    """The shared machine of a procedure, from its checked table."""
    table = [
        {"trigger": step.act, "source": origin, "dest": step.to,
         "conditions": list(step.conditions), "unless": list(step.unless)}
        for step in steps for origin in step.origin
    ]  # fmt: skip
    return machine(model=None, states=list(stages), transitions=table, initial=begins,
                   auto_transitions=False, send_event=False, model_attribute="stage")  # fmt: skip


class Procedure:
    """An instrument as a table of stages and steps.

    Attributes:
        id: `mla`, `extradition`, `jit` ..
        instrument: which of the colours it travels under: informal, mla, extradition, jit, domestic.
        purpose: what the law is asked for (mla, extradition, jit, preservation, police, transfer), None at home.
        target: what it is addressed to: country, contact, person, item, case.
        about: what it carries: evidence, suspect, victim, nothing.
        begins: the first stage.
        started_by: the seats that may begin it.
        terms: what is filled in at the start.
        possible: questions asked at the click.
    """

    __slots__ = ("about", "acts_from", "begins", "id", "instrument", "machine", "possible", "purpose",
                 "stages", "started_by", "steps", "target", "terms")  # fmt: skip

    def __init__(self, id: str, *, instrument: str, purpose: str | None, target: str, about: str, begins: str,
                 started_by: tuple[str, ...], terms: tuple[Term, ...], possible: tuple[tuple[str, Guard], ...],
                 stages: tuple[Stage, ...], steps: tuple[Step, ...]) -> None:  # fmt: skip
        self.id, self.instrument, self.purpose, self.target, self.about = id, instrument, purpose, target, about
        self.begins, self.started_by, self.terms, self.possible, self.steps = begins, started_by, terms, possible, steps
        self.stages: Mapping[str, Stage] = {stage.name: stage for stage in stages}
        self.machine = build_machine(tuple(self.stages), steps, begins)
        acts: dict[str, list[Step]] = {name: [] for name in self.stages}
        for step in steps:
            if step.act != TIME:
                for origin in step.origin:
                    acts[origin].append(step)
        self.acts_from: Mapping[str, tuple[Step, ...]] = {name: tuple(found) for name, found in acts.items()}

    def move(self, matter: Staged, act: str) -> bool:
        """Take the first step of `act` that is open to the matter; False when every condition says no."""
        try:
            return bool(self.machine.events[act].trigger(matter, matter))
        except (KeyError, MachineError) as error:
            raise UnknownAct(f"no step {act!r} from stage {matter.stage!r} of {self.id!r}") from error

    def step(self, stage: str, act: str) -> Step | None:
        """The step that a seat's act begins from this stage, or None."""
        return next((step for step in self.acts_from[stage] if step.act == act), None)

    def moves_by_time(self, stage: str) -> bool:
        """Does anything happen when the term of this stage runs out?"""
        event = self.machine.events.get(TIME)
        return event is not None and stage in event.transitions
