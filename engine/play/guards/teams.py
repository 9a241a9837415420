"""Questions about a joint team: whether its partners have a case or see one, are bound to one another, until when."""

from itertools import combinations

from engine.play.guards.closed_list import guard
from engine.play.matter import Matter


@guard
def partners_have_a_case(matter: Matter) -> bool:
    """Is an investigation open in every partner State?"""
    return not without_a_case(matter)


def without_a_case(matter: Matter) -> tuple[str, ...]:
    """The partners in which no investigation is open."""
    return tuple(country for country in matter.partners if country not in matter.world.own_case)


@guard
def partners_see_a_case(matter: Matter) -> bool:
    """Does every partner without a case see one: a suspect the file knows of, believed to be on its territory?"""
    world = matter.world
    believed = {
        world.people[id].believed for id, person in world.scenario.people.items()
        if person.role == "suspect" and world.people[id].met
    }  # fmt: skip
    return all(country in believed for country in without_a_case(matter))


@guard
def team_term_over(matter: Matter) -> bool:
    """Is the term of the joint team over?"""
    return bool(matter.world.today > matter.request.marks.get("team_until", matter.world.today))


@guard
def partners_bound(matter: Matter) -> bool:
    """Does one of the bases cited bind all of them to one another today: home and every partner?"""
    return any(not loose_pairs(matter, treaty) for treaty in matter.chosen_bases())


def not_bound(matter: Matter) -> tuple[str, ...]:
    """The partners whom the one of the bases cited that binds most of them does not bind to home, else not to one another."""
    home = matter.world.scenario.home
    loose = min((loose_pairs(matter, treaty) for treaty in matter.chosen_bases()), key=len, default=())
    pairs = [pair for pair in loose if home in pair] or loose
    return tuple(country for country in matter.partners if any(country in pair for pair in pairs))


def loose_pairs(matter: Matter, treaty: str) -> tuple[tuple[str, str], ...]:
    """Which two of home and the partners does this treaty not bind to one another today?"""
    law, today = matter.world.law, matter.world.today
    return tuple(
        (one, other) for one, other in combinations((matter.world.scenario.home, *matter.partners), 2)
        if treaty not in {basis.treaty for basis in law.bases(one, other, "jit", today).binding}
    )  # fmt: skip
