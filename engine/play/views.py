"""What one seat may know: built from the World, frozen, the only thing a front end sees.

True whereabouts, unseen items, leaks, draws and other seats' messages never get in here.
"""

from dataclasses import dataclass
from typing import Any

from engine.outcomes import Outcome
from engine.play.foresight import foreseen
from engine.play.matter import Matter
from engine.play.timing import ahead, late_days, usual_end
from engine.play.world import TOP, World
from engine.procedures import Request
from engine.scenario import BeatChoice

BANDS = 5
"""Alertness and danger are shown as so many lamps, never as a number."""


@dataclass(frozen=True, slots=True)
class BeatView:
    """A beat on the table of this seat; `known` and `open` = what whoever decides knows, and does not know."""

    id: str
    title: str
    text: str
    since: int
    by: int | None
    choices: tuple["ChoiceView", ...]
    seats: tuple[str, ...] = ()
    picture: str = ""
    known: tuple[str, ...] = ()
    open: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """A choice of a beat; `mine` = this seat may take it; `foreseen` = which clocks it openly moves, up (1) or down (-1)."""

    id: str
    text: str
    seat: str
    mine: bool
    possible: bool
    why_not: str
    instrument: str
    takes: int
    source: str | None
    foreseen: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person as the file has it: where believed, in whose custody, how much in danger (0-5 lamps, victims only).

    `beyond` = the counts against a surrendered person that speciality does not leave open.
    """

    id: str
    role: str
    name: str
    title: str
    nationality: tuple[str, ...]
    believed: str | None
    custody: str | None
    held_since: int | None
    fled: bool
    safe: bool
    danger: int | None
    trust: int | None
    wants: str
    refuses: str
    needs: str
    child: bool
    beyond: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item the file knows of: status, ruling of the home court, what keeps it and until when; `halves` = what it adds today."""

    id: str
    title: str
    country: str
    kind: str
    coercive: bool
    status: str
    verdict: str
    tells: str
    strength: int
    proves: tuple[tuple[str, str, tuple[str, ...]], ...]
    formalities: tuple[str, ...]
    rule: str | None
    source: str | None
    lacks: tuple[str, ...]
    perishes: int | None
    kept_until: int | None
    lost: bool
    police_copy: bool
    filed: bool
    requests: tuple[str, ...]
    halves: int = 0


@dataclass(frozen=True, slots=True)
class RequestView:
    """A paper on its way: where it is, who holds it, how long that usually takes and why.

    `ahead` = the stages it usually still goes through (stage, first day, last day); `latest` = nine in ten are back by then.
    """

    id: str
    procedure: str
    instrument: str
    country: str
    about: tuple[str, ...]
    stage: str
    held_by: str
    since: int
    usual_until: int | None
    ended: bool
    good: bool
    history: tuple[tuple[str, int], ...]
    terms: tuple[tuple[str, Any], ...]
    spread: tuple[int, int, int] | None
    unit: str
    own: bool
    factors: tuple[tuple[str, int], ...]
    returned_for: tuple[str, ...]
    ground: str | None
    source: str | None
    acts: tuple[str, ...]
    may_end: int | None
    must_end: int | None
    ahead: tuple[tuple[str, int, int], ...] = ()
    latest: int | None = None


@dataclass(frozen=True, slots=True)
class ProofView:
    """How far an element is proved: half points admitted, half points possible if every open request succeeds.

    `sources` and `possible_sources` are independent ones: items of one origin count once.
    """

    count: str
    element: str
    suspect: str | None
    halves: int
    possible: int
    sources: int
    proved: bool
    items: tuple[str, ...]
    possible_sources: int = 0


@dataclass(frozen=True, slots=True)
class ContactView:
    """Somebody abroad who can be asked without a letter."""

    id: str
    name: str
    post: str
    country: str
    channel: str
    help: int


@dataclass(frozen=True, slots=True)
class DateView:
    """A day that matters: what for, about what."""

    day: int
    kind: str
    about: str


@dataclass(frozen=True, slots=True)
class SeatView:
    """Everything one seat may know today."""

    seat: str
    seats: tuple[str, ...]
    scenario: str
    title: str
    home: str
    countries: tuple[str, ...]
    today: int
    day: int
    start: int
    deadline: int
    is_over: bool
    ending: str | None
    alert: int
    inbox: tuple[Outcome, ...]
    beats: tuple[BeatView, ...]
    people: tuple[PersonView, ...]
    items: tuple[ItemView, ...]
    requests: tuple[RequestView, ...]
    contacts: tuple[ContactView, ...]
    proofs: tuple[ProofView, ...]
    dates: tuple[DateView, ...]
    relations: tuple[tuple[str, int], ...]
    partner_cases: tuple[str, ...]
    busy_until: int | None
    phase: str
    decisions: int
    elsewhere: tuple[tuple[str, int], ...] = ()


def lamps(points: int) -> int:
    """A clock as lamps: 0 when at rest, 5 when at its end."""
    return min(BANDS, (points * BANDS + TOP - 1) // TOP)


def view(world: World, seat: str, decisions: int) -> SeatView:
    """What the seat may know today."""
    scenario = world.scenario
    course = next((r for r in world.requests.values() if r.procedure == "proceedings"), None)
    requests = tuple(request_view(world, r, seat) for r in world.requests.values() if r.procedure != "proceedings")
    items = item_views(world)
    return SeatView(
        seat=seat, seats=scenario.seats, scenario=scenario.id, title=scenario.title, home=scenario.home,
        countries=scenario.countries, today=world.today, day=world.day, start=scenario.start,
        deadline=scenario.deadline, is_over=world.is_over, ending=world.ending, alert=lamps(world.alert),
        inbox=tuple(o for o in world.outcomes if seat in o.seen_by), beats=beat_views(world, seat),
        people=tuple(person_view(world, id) for id, w in world.people.items() if w.met),
        items=items, requests=requests, contacts=contact_views(world), proofs=proof_views(world),
        dates=date_views(world, items, requests), relations=tuple(sorted(world.relation.items())),
        partner_cases=tuple(sorted(world.own_case)), busy_until=busy(world, seat),
        phase=course.stage if course else "", decisions=decisions,
        elsewhere=waiting_elsewhere(world, seat),
    )  # fmt: skip


def busy(world: World, seat: str) -> int | None:
    """Until which day the seat's desk is taken, None = free."""
    until = world.busy_until.get(seat)
    return until if until is not None and until > world.today else None


def beat_views(world: World, seat: str) -> tuple[BeatView, ...]:
    """The beats on the table that this seat may see."""
    found = []
    for id, state in world.beats.items():
        beat = world.scenario.beats[id]
        if state.state == "open" and seat in beat.seats:
            shown = tuple(choice_view(world, choice, seat) for choice in beat.choices
                          if choice.when is None or choice.when.holds(world))  # fmt: skip
            by = state.since + beat.default[1] if beat.default else None
            found.append(BeatView(id, beat.title, beat.text, state.since, by, shown, beat.seats, beat.picture,
                                  beat.known, beat.open))  # fmt: skip
    return tuple(found)


def waiting_elsewhere(world: World, seat: str) -> tuple[tuple[str, int], ...]:
    """Other seats with beats to decide that this seat does not see: (seat, how many), never what about."""
    hidden = [world.scenario.beats[id] for id, state in world.beats.items() if state.state == "open"]
    hidden = [beat for beat in hidden if beat.choices and seat not in beat.seats]
    counts = ((other, sum(1 for beat in hidden if other in beat.seats)) for other in world.scenario.seats)
    return tuple((other, count) for other, count in counts if count)


def choice_view(world: World, choice: BeatChoice, seat: str) -> ChoiceView:
    """One choice of a beat, for this seat."""
    possible = choice.possible is None or choice.possible.holds(world)
    return ChoiceView(choice.id, choice.text, choice.seat, choice.seat == seat, possible,
                      "" if possible else choice.why_not, choice.instrument, choice.takes, choice.source,
                      foreseen(world, choice.does))  # fmt: skip


def person_view(world: World, id: str) -> PersonView:
    """A person as the file has it."""
    person, where = world.scenario.people[id], world.people[id]
    victim = person.role == "victim"
    return PersonView(id, person.role, person.name, person.title, person.nationality, where.believed, where.custody,
                      where.held_since, where.fled is not None and where.believed != person.believed, where.safe is not None,
                      lamps(world.danger[id]) if victim else None, lamps(world.trust[id]) if victim else None,
                      person.wants, person.refuses, person.needs, person.child, world.beyond_speciality(id))  # fmt: skip


def item_views(world: World) -> tuple[ItemView, ...]:
    """Every item the file knows of."""
    lost = lost_items(world)
    return tuple(item_view(world, id, id in lost) for id in world.items if world.items[id].status != "hidden")


def item_view(world: World, id: str, lost: bool) -> ItemView:
    """An item as the file has it."""
    item, holding, ruling = world.scenario.items[id], world.items[id], world.rulings()[id]
    proves = tuple((count, element, suspects) for count, elements in item.proves.items()
                   for element, suspects in elements.items())  # fmt: skip
    known = holding.status in ("known", "held")
    on_the_way = tuple(r.id for r in world.requests.values() if id in r.about and is_open(world, r))
    return ItemView(id, item.title, item.country, item.kind, item.coercive, holding.status, ruling.verdict,
                    item.tells if known else "", item.strength, proves, item.formalities, ruling.rule, ruling.source,
                    ruling.lacks, item.perishes, holding.kept_until, lost,
                    any(copy.police for copy in holding.copies), any(copy.filed for copy in holding.copies),
                    on_the_way, ruling.halves)  # fmt: skip


def lost_items(world: World) -> set[str]:
    """The items the file knows to be gone; of what nobody at home learnt yet it says nothing."""
    told = {id for o in world.outcomes if o.kind in LOSSES and o.seen_by for id in o.about if id in world.items}
    return {id for id in told if all(copy.police for copy in world.items[id].copies)}


LOSSES = ("item_lost", "item_gone", "too_late_to_preserve")
"""The outcomes that tell of an item that can no longer be had."""


def is_open(world: World, request: Request) -> bool:
    """Is the paper still on its way?"""
    return not world.scenario.procedures[request.procedure].stages[request.stage].ends


def request_view(world: World, request: Request, seat: str) -> RequestView:
    """A paper as home may know it: the stage, the usual term of the stage; never the day drawn."""
    matter = Matter(world, request)
    procedure, stage = matter.procedure, matter.procedure.stages[request.stage]
    timing = request.marks.get(f"timing.{stage.name}")
    spread = (timing[0], timing[1], timing[2]) if timing else None
    usual = usual_end(matter)
    coming = () if stage.ends else ahead(matter, usual)
    return RequestView(
        request.id, request.procedure, procedure.instrument, request.country, request.about, request.stage,
        stage.held_by, request.entered, usual, stage.ends, stage.good,
        tuple(request.history), tuple(sorted(request.terms.items())), spread, timing[3] if timing else "",
        bool(timing and timing[7]), tuple((f[0], f[1]) for f in timing[8]) if timing else (),
        tuple(request.marks.get("returned_for", ())), request.marks.get("ground"),
        request.marks.get("ground_source") or request.marks.get("void_source"),
        tuple(step.act for step in procedure.acts_from[request.stage] if seat in step.by),
        *arrest_limits(request),
        coming, coming[-1][2] + late_days(matter) if coming else None,
    )  # fmt: skip


def arrest_limits(request: Request) -> tuple[int | None, int | None]:
    """From when a provisional arrest may end, and when it must; once the papers are in, neither."""
    if "papers" in request.marks:
        return None, None
    return request.marks.get("may_end"), request.marks.get("must_end")


def contact_views(world: World) -> tuple[ContactView, ...]:
    """The contacts met so far."""
    written = world.scenario.contacts
    return tuple(ContactView(id, c.name, c.post, c.country, c.channel, c.help)
                 for id, c in written.items() if id in world.contacts)  # fmt: skip


def proof_views(world: World) -> tuple[ProofView, ...]:
    """Every element of every count, per suspect where it is proved per suspect."""
    found, lost = [], lost_items(world)
    for id, count in world.scenario.counts.items():
        pairs: list[tuple[str, str | None]] = [(e, s) for e in count.each for s in count.against]
        pairs += [(element, None) for element in count.once]
        for element, suspect in pairs:
            have = world.proof(id, element, suspect)
            coming, origins = possible(world, lost, id, element, suspect)
            found.append(ProofView(id, element, suspect, have.halves, coming, have.sources,
                                   have.reaches(*world.scenario.proof), have.items, origins))  # fmt: skip
    return tuple(found)


def possible(world: World, lost: set[str], count: str, element: str, suspect: str | None) -> tuple[int, int]:
    """The half points and the independent sources there would be if everything the file knows of came in properly."""
    from engine.casefile.ledger import bears_on

    rulings = world.rulings()
    halves, origins = 0, set()
    for id, item in world.scenario.items.items():
        gone = id in lost or rulings[id].verdict == "excluded"
        if gone or world.items[id].status == "hidden" or not bears_on(item, count, element, suspect):
            continue
        halves += rulings[id].halves or 2 * item.strength
        origins.add(item.origin or id)
    return halves, len(origins)


def date_views(world: World, items: tuple[ItemView, ...], requests: tuple[RequestView, ...]) -> tuple[DateView, ...]:
    """The days ahead that matter, soonest first."""
    dates = [DateView(world.scenario.deadline, "deadline", world.scenario.id)]
    for item in items:
        if item.status != "held" and not item.lost:
            last = max(item.perishes or 0, item.kept_until or 0) if item.perishes else 0
            if last and last < world.scenario.deadline + 400:
                dates.append(DateView(last, "perishes", item.id))
    for request in requests:
        if not request.ended:
            for day, kind in ((request.may_end, "may_end"), (request.must_end, "must_end"),
                              (request.usual_until, "usual")):  # fmt: skip
                if day is not None:
                    dates.append(DateView(day, kind, request.id))
    return tuple(sorted((d for d in dates if d.day >= world.today), key=lambda d: (d.day, d.kind, d.about)))
