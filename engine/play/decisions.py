"""Decisions: what a seat chose, what it could choose, and what it cannot.

Three kinds of no are never mixed: an unreadable decision is an exception (`Unplayable`); an impossible one is
`Refused`, at the click, and nothing has happened; an unlawful or unwise one is played.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from engine.casefile.evidence import KNOWN, RANK
from engine.play.checklist import preview
from engine.play.world import World
from engine.procedures import Procedure, Request, Step, Term
from engine.scenario import BeatChoice

WAIT, CHOOSE, START, STEP, FILE = "wait", "choose", "start", "step", "file"
ACTS = (WAIT, CHOOSE, START, STEP, FILE)
UNTIL_DAY, UNTIL_SOMETHING = "day", "something"
FILING_SEATS = ("investigator", "prosecutor")
FURTHER = "further_counts"
"""The kind of term that names counts beyond the speciality of a surrender."""


class Unplayable(ValueError):
    """This is not a decision at all: a bug, or a forged log."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a seat chose. All that is saved.

    Attributes:
        seat: whose act it is.
        act: wait, choose, start, step or file.
        on: what it is about: (beat, choice); (procedure, country, items or persons ..); (request, act); (item,).
        terms: what was filled in; for wait `{"until": "day" | "something" | an ISO date}`.
        rationale: the trainee's reason in her own words, for the debrief; never read by the engine.
    """

    seat: str
    act: str
    on: tuple[str, ...] = ()
    terms: Mapping[str, Any] = field(default_factory=dict)
    rationale: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """This cannot be done: why (a key of the words) and the rule, if law is the reason. Nothing happened."""

    why: str
    told: tuple[tuple[str, Any], ...] = ()
    source: str | None = None

    def __bool__(self) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class Choice:
    """Something a seat could do now.

    Attributes:
        decision: what would be decided (forms: with the default terms).
        possible: can it be done now? `why_not` says why not.
        terms: what is to be filled in. instrument: its colour. takes: working days of the seat's own time.
    """

    decision: Decision
    possible: bool
    why_not: Refused | None = None
    terms: tuple[Term, ...] = ()
    instrument: str = "domestic"
    takes: int = 0

    @property
    def key(self) -> tuple[str, str, tuple[str, ...]]:
        """What tells it from the other choices of the moment."""
        return self.decision.seat, self.decision.act, self.decision.on


def refuse_choice(world: World, choice: BeatChoice) -> Refused | None:
    """Why a choice that is shown cannot be taken now, or None."""
    if choice.possible is not None and not choice.possible.holds(world):
        return Refused("author", (("text", choice.why_not),), choice.source)
    return None


def refuse_step(world: World, request: Request, step: Step) -> Refused | None:
    """Why a step cannot be taken now, or None."""
    from engine.play.matter import Matter

    if not step.possible:
        return None
    matter = Matter(world, request)
    return next((Refused(name) for name, guard in step.possible if not guard(matter)), None)


def refuse_start(world: World, procedure: Procedure, country: str, about: tuple[str, ...],
                 terms: Mapping[str, Any]) -> Refused | None:  # fmt: skip
    """Why the procedure cannot be begun with this addressee, or None."""
    if not procedure.possible:
        return None
    matter = preview(world, procedure.id, country, about, dict(terms))
    for name, guard in procedure.possible:
        if not guard(matter):
            return Refused(name, (("country", country), *((("about", about[0]),) if about else ())))
    return None


def can_be_filed(world: World, seat: str, item: str) -> bool:
    """Is there a police copy of the item that this seat could put before the court: possible, and unwise?"""
    holding = world.items.get(item)
    return (seat in FILING_SEATS and holding is not None and RANK[holding.status] >= RANK[KNOWN]
            and any(copy.police and not copy.filed for copy in holding.copies))  # fmt: skip


def check(world: World, decision: Decision) -> Refused | None:
    """Is the decision possible now? None = yes. Raises `Unplayable` when it is no decision at all."""
    if decision.act not in CHECKS or not all(isinstance(each, str) for each in decision.on):
        raise Unplayable(f"no such act: {decision.act!r}")
    if world.is_over:
        return Refused("over")
    if decision.seat not in world.scenario.seats:
        return Refused("no_such_seat", (("seat", decision.seat),))
    return CHECKS[decision.act](world, decision)


def check_wait(world: World, decision: Decision) -> Refused | None:
    """Until when? A day, something, or an ISO date after today."""
    until = decision.terms.get("until", UNTIL_DAY)
    if until in (UNTIL_DAY, UNTIL_SOMETHING):
        return None
    try:
        day = date.fromisoformat(until).toordinal()
    except (TypeError, ValueError) as error:
        raise Unplayable(f"expected day, something or an ISO date to wait until, not {until!r}") from error
    return None if day > world.today else Refused("date_is_past", (("date", until),))


def check_choose(world: World, decision: Decision) -> Refused | None:
    """Is the beat on the table, the choice one of it, the seat the right one?"""
    beat, which = pair(decision)
    written = world.scenario.beats.get(beat)
    choice = next((c for c in written.choices if c.id == which), None) if written else None
    if choice is None:
        return Refused("no_such_choice", (("beat", beat), ("choice", which)))
    state = world.beats.get(beat)
    if state is None or state.state != "open" or (choice.when is not None and not choice.when.holds(world)):
        return Refused("not_on_the_table", (("beat", beat),))
    if choice.seat != decision.seat:
        return Refused("wrong_seat", (("seat", choice.seat),))
    return refuse_choice(world, choice)


def check_step(world: World, decision: Decision) -> Refused | None:
    """Is there such a paper, such a step from where it is, and is it this seat's?"""
    id, act = pair(decision)
    request = world.requests.get(id)
    if request is None:
        return Refused("no_such_request", (("request", id),))
    step = world.scenario.procedures[request.procedure].step(request.stage, act)
    if step is None:
        return Refused("no_such_step", (("stage", request.stage), ("act", act)))
    if decision.seat not in step.by:
        return Refused("wrong_seat", (("seat", step.by[0]),))
    refused = refuse_step(world, request, step)
    return refused if refused is not None else check_terms(world, step.terms, decision.terms, request.about)


def check_start(world: World, decision: Decision) -> Refused | None:
    """Is there such an instrument here, addressed to somebody that exists, by the right seat, properly filled in?"""
    if len(decision.on) < 2:
        raise Unplayable("a start names a procedure and a country")
    id, country, *about = decision.on
    if id not in world.scenario.instruments:
        return Refused("no_such_instrument", (("procedure", id),))
    procedure = world.scenario.procedures[id]
    if decision.seat not in procedure.started_by:
        return Refused("wrong_seat", (("seat", procedure.started_by[0]),))
    if country not in (world.scenario.home, *world.scenario.countries):
        return Refused("no_such_country", (("country", country),))
    unknown = [each for each in about if not is_known(world, each)]
    if unknown:
        return Refused("not_in_the_file", (("about", unknown[0]),))
    refused = check_terms(world, procedure.terms, filled_in(world, procedure, about, decision.terms), about)
    return refused if refused is not None else refuse_start(world, procedure, country, tuple(about), decision.terms)


def filled_in(world: World, procedure: Procedure, about: list[str], terms: Mapping[str, Any]) -> Mapping[str, Any]:
    """The terms with the items that the decision itself names, where the form asks for items."""
    items = tuple(id for id in about if id in world.items)
    asked = any(term.name == "items" for term in procedure.terms)
    return {**terms, "items": items} if asked and items and not terms.get("items") else terms


def is_known(world: World, id: str) -> bool:
    """Does the home side know of this item, person or contact?"""
    if id in world.items:
        return world.items[id].status != "hidden"
    if id in world.people:
        return world.people[id].met
    return id in world.contacts


def check_terms(world: World, terms: tuple[Term, ...], given: Mapping[str, Any], about: Sequence[str]) -> Refused | None:
    """Is every term one that the form has, and is what must be filled in filled in?"""
    names = {term.name for term in terms}
    for name in given:
        if name not in names:
            return Refused("no_such_term", (("term", name),))
    for term in terms:
        value = given.get(term.name, term.default)
        if term.required and not value:
            return Refused("term_missing", (("term", term.name),))
        if not fits(world, term, value, about):
            return Refused("term_not_understood", (("term", term.name),))
        if barred := not_to_be_named(world, term, value):
            return Refused("stored_data_only", (("about", barred),), term.source)
    return None


def fits(world: World, term: Term, value: Any, about: Sequence[str]) -> bool:
    """Is the value of the kind the term of such a paper asks for?"""
    if value is None:
        return True
    if term.kind == "yes_no":
        return isinstance(value, bool)
    if term.kind in NAMED:
        return isinstance(value, list | tuple) and all(isinstance(each, str) and NAMED[term.kind](world, each) for each in value)
    if term.kind == FURTHER:
        return isinstance(value, list | tuple) and all(each in further_counts(world, about) for each in value)
    if term.options:
        return value in term.options
    return isinstance(value, str)


def not_to_be_named(world: World, term: Term, value: Any) -> str | None:
    """The first of the items named that cannot stand under this heading, or None."""
    named = value if term.kind == "items" and value else ()
    return next((item for item in named if not world.scenario.may_name(term, item)), None)


def further_counts(world: World, about: Sequence[str]) -> tuple[str, ...]:
    """What consent can still be asked for, of the State that surrendered the person a paper is about."""
    return tuple(count for id in about if id in world.people for count in world.beyond_speciality(id))


NAMED: Mapping[str, Callable[[World, str], bool]] = {
    "basis": lambda world, id: world.scenario.law.knows_treaty(id),
    "formalities": lambda world, id: id in world.scenario.law.formalities,
    "items": lambda world, id: id in world.items and is_known(world, id),
    "persons": lambda world, id: id in world.people and is_known(world, id),
    "counts": lambda world, id: id in world.scenario.counts,
    "countries": lambda world, id: id in world.scenario.countries,
    "limits": lambda world, id: True,
}
"""What may be named under a heading, by its kind."""


def check_file(world: World, decision: Decision) -> Refused | None:
    """Is there a police copy of the item that is not yet before the court?"""
    if len(decision.on) != 1:
        raise Unplayable("filing names one item")
    if not can_be_filed(world, decision.seat, decision.on[0]):
        return Refused("nothing_to_file", (("about", decision.on[0]),))
    return None


def pair(decision: Decision) -> tuple[str, str]:
    """The two ids a decision is about."""
    if len(decision.on) != 2:
        raise Unplayable(f"expected two ids for {decision.act!r}, not {decision.on!r}")
    return decision.on[0], decision.on[1]


CHECKS = {WAIT: check_wait, CHOOSE: check_choose, STEP: check_step, START: check_start, FILE: check_file}
