"""Questions of surrender: own nationals, penalties, speciality; who takes a case over; what the person says to it."""

from engine.play.guards.closed_list import chance, guard, reads
from engine.play.guards.persons import person_really_there
from engine.play.matter import Matter


@guard
def own_national_barred(matter: Matter) -> bool:
    """Does the requested State refuse this person as its own national, today and for these offences?"""
    person = matter.world.scenario.people[matter.person or ""]
    if matter.request.country not in person.nationality:
        return False
    return not matter.world.law.surrenders_national(
        matter.request.country, matter.world.scenario.home, offences_asked(matter), matter.world.today
    )


def offences_asked(matter: Matter) -> tuple[str, ...]:
    """The offences that the person is asked for: of the counts named in the paper, or else of all against the person."""
    counts, named = matter.world.scenario.counts, matter.term("counts", ())
    return tuple(count.offence for id, count in counts.items() if (id in named if named else matter.person in count.against))


@guard
def penalty_too_low(matter: Matter) -> bool:
    """Is no offence asked for punishable by as much as extradition asks for: in both States, for a warrant in the issuing one?"""
    return not extraditable(matter, offences_asked(matter))


def extraditable(matter: Matter, offences: tuple[str, ...]) -> bool:
    """Is one of the offences punished by as much as surrender asks for, where the law looks at the penalty?"""
    law, home, today = matter.world.law, matter.world.scenario.home, matter.world.today
    warrant = any(law.treaties[b.treaty].family == "eu" for b in matter.cited_in_force() if b.treaty in law.treaties)
    return law.extraditable(offences, home, home if warrant else matter.request.country, today)


@reads("people")
@guard
def counts_beyond_speciality(matter: Matter) -> bool:
    """Is there a count against the surrendered person for which the person was not surrendered?"""
    return matter.person is not None and bool(matter.world.beyond_speciality(matter.person))


@guard
def further_counts_barred(matter: Matter) -> bool:
    """Is one of the further counts no offence for which the surrendering State would have to extradite this person?"""
    world, requested = matter.world, matter.request.country
    own = requested in world.scenario.people[matter.person or ""].nationality
    asked = [(world.scenario.counts[id].offence,) for id in matter.term("further_counts", ())]
    return not all(
        extraditable(matter, offence)
        and matter.requested.punishes(offence, world.today)
        and (not own or world.law.surrenders_national(requested, world.scenario.home, offence, world.today))
        for offence in asked
    )


@guard
def offence_unknown_there(matter: Matter) -> bool:
    """Is one of the counts no offence in the requested State, which therefore cannot take the case over?"""
    counts = matter.world.scenario.counts
    return not all(
        matter.requested.punishes((counts[id].offence,), matter.world.today) for id in matter.term("counts", ())
    )


@guard
def person_tied_to_them(matter: Matter) -> bool:
    """Is the person the requested State's national, or truly there?"""
    person = matter.world.scenario.people[matter.person or ""]
    return matter.request.country in person.nationality or person_really_there(matter)


@chance
def person_consents(matter: Matter) -> bool:
    """Does the person agree to be surrendered?"""
    odds = matter.world.law.delays.number("consent")
    return matter.world.luck.chance(odds, *matter.luck_key("consents"))


@chance
def person_appeals(matter: Matter) -> bool:
    """Does the person appeal against the decision of the court?"""
    odds = matter.world.law.delays.number("appeal")
    return matter.world.luck.chance(odds, *matter.luck_key("appeals"))
