"""What happens to persons: arrest and its clock, surrender and speciality, safety, proceedings taken over."""

from engine.play.effects.closed_list import effect, world_day
from engine.play.effects.grounds import ground_source, rests_on
from engine.play.matter import Matter


@effect
def arrest(matter: Matter) -> None:
    """The person is taken into custody where the person is."""
    world, person = matter.world, matter.person
    if person is None:
        return
    where = world.people[person]
    where.custody = where.believed = where.at
    where.held_since = world.today
    world.touch("people")
    world.tell("arrested", person, matter.request.id, stops=True, country=where.at)


@effect
def start_arrest_clock(matter: Matter) -> None:
    """The treaty's clock of provisional arrest starts with the arrest: calendar days."""
    world, request = matter.world, matter.request
    may, must = world.law.provisional_arrest(request.country, world.today)
    request.marks["may_end"], request.marks["must_end"] = world.today + may, world.today + must
    request.marks["arrested"] = world.today
    world.clock.put(world.today + may, "mark", f"{request.id} may_end", priority=2)
    world.clock.put(world.today + must + 1, "act", f"{request.id} lapse", priority=2)
    matter.tell("arrest_clock", may=world_day(world.today + may), must=world_day(world.today + must),
                source=ground_source(matter, "provisional_arrest"))  # fmt: skip


@effect
def papers_arrive(matter: Matter) -> None:
    """The request and its papers are in the hands of the requested State."""
    matter.request.marks["papers"] = matter.world.today
    matter.world.touch("requests")
    matter.tell("papers_arrived", on_day=matter.world.today - matter.request.marks.get("arrested", matter.world.today))


@effect
def papers_at_hand(matter: Matter) -> None:
    """The warrant is the request: nothing has to follow the arrest."""
    matter.request.marks["papers"] = matter.world.today
    matter.world.touch("requests")


@effect
def let_go(matter: Matter) -> None:
    """The person is released."""
    world, person = matter.world, matter.person
    if person is not None and world.people[person].custody is not None:
        world.people[person].custody = None
        world.touch("people")
        late, marks = out_of_time(matter), matter.request.marks
        world.tell("released", person, matter.request.id, stops=True, country=matter.request.country,
                   source=ground_source(matter, "provisional_arrest") if late else None,
                   cause="out_of_time" if late else matter.request.stage,
                   days=marks["must_end"] - marks["arrested"] if late else None)  # fmt: skip


def out_of_time(matter: Matter) -> bool:
    """Has a provisional arrest lasted as long as it may without the papers?"""
    marks, today = matter.request.marks, matter.world.today
    return "papers" not in marks and bool(marks.get("must_end", today) < today)


@effect
def not_found(matter: Matter) -> None:
    """The person is not where the file says."""
    matter.tell("not_found", stops=True)


@effect
def surrender(matter: Matter) -> None:
    """The person is handed over to the home State; only the offences listed may be tried (speciality)."""
    world, person = matter.world, matter.person
    if person is None:
        return
    where = world.people[person]
    where.at = where.believed = where.custody = world.scenario.home
    where.surrendered = world.today
    where.tried_for = tuple(sorted(matter.term("counts", ())))
    world.touch("people")
    world.tell("surrendered", person, matter.request.id, stops=True, country=matter.request.country,
               counts=tuple(matter.term("counts", ())), source=ground_source(matter, "speciality"))  # fmt: skip


@effect
def tell_consented(matter: Matter) -> None:
    """The person agrees to be surrendered: the simplified way is open."""
    matter.tell("consented", stops=True, source=ground_source(matter, "consent"))


@effect
def widen_speciality(matter: Matter) -> None:
    """The surrendering State consents: the further counts may be tried, too."""
    world, person = matter.world, matter.person
    if person is None:
        return
    where, further = world.people[person], tuple(matter.term("further_counts", ()))
    where.tried_for = tuple(sorted({*(where.tried_for or ()), *further}))
    world.touch("people")
    world.tell("speciality_widened", person, matter.request.id, stops=True, country=matter.request.country,
               counts=further, source=ground_source(matter, "speciality"))  # fmt: skip


@effect
def make_safe(matter: Matter) -> None:
    """The victim has a place, a person to turn to, and time."""
    world, person = matter.world, matter.person
    if person is None:
        return
    world.people[person].safe = world.today
    world.touch("people")
    world.tell("safe", person, matter.request.id, stops=True,
               source=world.law.ground_source("reflection", world.scenario.home))  # fmt: skip


@effect
def take_over(matter: Matter) -> None:
    """The requested State takes over the prosecution; home may no longer prosecute that person for it."""
    person = matter.person
    if person is not None:
        matter.request.marks["taken_over"] = matter.world.today
        matter.world.own_case.setdefault(matter.request.country, matter.world.today)
        matter.world.touch("requests", "own_case")
        matter.tell("taken_over", stops=True, person=person, source=rests_on(matter))
