"""What the trainer wrote: checked, resolved against the law it stands on, and frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from engine.expressions import Condition
from engine.law import LawBook
from engine.procedures import Procedure, Term


@dataclass(frozen=True, slots=True)
class StoryEffect:
    """One consequence the author wrote: a verb of the closed list in `engine.play.story_effects` and its arguments."""

    verb: str
    args: Mapping[str, Any]


Effects = tuple[StoryEffect, ...]


@dataclass(frozen=True, slots=True)
class Drift:
    """How a clock moves by itself: so many points a day while a condition holds."""

    start: int
    a_day: int = 0
    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the case.

    Attributes:
        role: suspect or victim.
        nationality: country ids.
        at: where the person truly is; `believed` where the file says, None = unknown.
        hidden: not yet known to anybody at home.
        danger, trust: only for victims, points 0-100.
        wants, refuses, needs: the person's own words for the board.
        born: for a person whose age matters, as the file will show it.
    """

    id: str
    role: str
    name: str
    title: str
    nationality: tuple[str, ...]
    at: str | None
    believed: str | None
    hidden: bool
    danger: Drift
    trust: int
    wants: str = ""
    refuses: str = ""
    needs: str = ""
    child: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """An item of evidence that exists somewhere, whether or not anybody has it.

    Attributes:
        country: where it lies. kind: one of the pack's evidence kinds.
        coercive: does getting it take an order of a court there?
        perishes: the last day it can be had (proleptic ordinal); perishes_when: a condition that ends it at once.
        proves: count -> element -> suspects (empty = a fact of the count).
        strength: points towards an element. formalities: what the home court wants to see.
        origin: items of one origin count as one source.
        starts: hidden, lead, known or held at the first day.
        tells: what one learns when it is merely known.
        made_from: items without which it would not have been found.
    """

    id: str
    title: str
    country: str
    kind: str
    coercive: bool
    perishes: int | None
    perishes_when: Condition | None
    proves: Mapping[str, Mapping[str, tuple[str, ...]]]
    strength: int
    formalities: tuple[str, ...]
    origin: str
    starts: str
    tells: str
    made_from: tuple[str, ...] = ()
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """A person or desk abroad who can be asked without a letter.

    `answers` is (min, typical, max) calendar days; `leaks` the chance in a hundred that the question becomes known.
    """

    id: str
    name: str
    post: str
    country: str
    channel: str
    answers: tuple[int, int, int] | None
    open: bool
    help: int
    leaks: int
    gives: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Count:
    """An offence charged, with its elements; `each` are proved per suspect, `once` for the count."""

    id: str
    title: str
    offence: str
    each: tuple[str, ...]
    once: tuple[str, ...]
    against: tuple[str, ...]
    follows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BeatChoice:
    """One thing a seat can do about a beat."""

    id: str
    text: str
    seat: str
    when: Condition | None
    possible: Condition | None
    why_not: str
    does: Effects
    teaches: str
    takes: int
    instrument: str
    source: str | None
    after: str


@dataclass(frozen=True, slots=True)
class Beat:
    """When a condition holds, this is told and these choices are offered; without choices it simply happens.

    `known` and `open` are what whoever decides knows, and does not know.
    """

    id: str
    title: str
    text: str
    when: Condition
    until: Condition | None
    seats: tuple[str, ...]
    choices: tuple[BeatChoice, ...]
    does: Effects
    default: tuple[str, int] | None
    silent: bool
    picture: str
    known: tuple[str, ...] = ()
    open: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ending:
    """How a play can end: the first whose condition holds. `at_once` = it ends the play the moment it holds."""

    id: str
    title: str
    text: str
    when: Condition
    at_once: bool


@dataclass(frozen=True, slots=True)
class ScoreRule:
    """Points of a criterion, with the condition, the reason and the source. `at_end` = asked only at the end.

    `instead_of` names the rule of which this is the lesser variant: fewer points for less of the same.
    """

    id: str
    criterion: str
    points: int
    when: Condition
    because: str
    source: str
    at_end: bool
    instead_of: str | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """What the debrief says to whom it concerns."""

    id: str
    when: Condition
    text: str


@dataclass(frozen=True, slots=True)
class Intention:
    """One step of a written line of play: taken once, as soon as it is possible, its day has come and `when` holds."""

    act: str
    on: tuple[str, ...]
    terms: Mapping[str, Any]
    seat: str | None
    when: Condition | None
    day: int | None


@dataclass(frozen=True, slots=True)
class Play:
    """A line of play written by the trainer, with what it must lead to."""

    id: str
    title: str
    bot: str | None
    seed: int
    steps: tuple[Intention, ...]
    expect: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Override:
    """A duration that this scenario fixes instead of the pack's (inside its ranges): the first that fits is used."""

    procedure: str
    country: str | None
    channel: str | None
    stage: str
    days: tuple[int, int, int]
    unit: str
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario:
    """A case as the trainer wrote it, checked and resolved, with the law and the procedures it stands on.

    `worked_out`: what is the same in every play of it, kept by those who worked it out.
    """

    id: str
    title: str
    language: str
    home: str
    countries: tuple[str, ...]
    start: int
    deadline: int
    minutes: int
    level: int
    seats: tuple[str, ...]
    briefing: str
    aims: tuple[str, ...]
    instruments: tuple[str, ...]
    weights: Mapping[str, int]
    alert: Drift
    quiet_week: int
    proof: tuple[int, int]
    people: Mapping[str, Person]
    items: Mapping[str, Item]
    contacts: Mapping[str, Contact]
    counts: Mapping[str, Count]
    beats: Mapping[str, Beat]
    endings: tuple[Ending, ...]
    rules: tuple[ScoreRule, ...]
    messages: tuple[Message, ...]
    plays: Mapping[str, Play]
    overrides: tuple[Override, ...]
    flags: tuple[str, ...]
    deferred: Mapping[str, Effects]
    closes: Condition
    begins: Effects
    law: LawBook
    procedures: Mapping[str, Procedure]
    digest: str
    files: Mapping[str, bytes] = field(repr=False)
    worked_out: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    notes: str = ""

    def suits(self, term: Term, treaty: str) -> bool:
        """Can a paper with this heading rest on this instrument? What one paper alone rests on is open to no other."""
        if term.options:
            return treaty in term.options
        return treaty not in reserved(tuple(self.procedures.values()))

    def may_name(self, term: Term, item: str) -> bool:
        """Can this item stand under the heading? Where a measure reaches stored data only, nothing else can."""
        return STORED not in term.options or self.law.evidence_kinds[self.items[item].kind].stored_data


STORED = "stored_data"
"""The option of a heading for items under which only stored data may stand."""

@lru_cache(maxsize=32)
def reserved(procedures: tuple[Procedure, ...]) -> frozenset[str]:
    """The instruments on which one paper alone rests."""
    return frozenset(treaty for procedure in procedures for term in procedure.terms if term.kind == "basis" for treaty in term.options)
