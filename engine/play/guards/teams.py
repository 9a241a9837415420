"""Questions about a joint team: whether its partners have a case or see one, are bound to one another, until when."""

from itertools import combinations

from engine.play.guards.closed_list import guard
from engine.play.matter import Matter


@guard
def partners_have_a_case(matter: Matter) -> bool:
    """Is an investigation open in every partner State?"""
    return all(country in matter.world.own_case for country in matter.partners)


@guard
def partners_see_a_case(matter: Matter) -> bool:
    """Does every partner without a case see one: a suspect the file knows of, believed to be on its territory?"""
    world = matter.world
    believed = {
        world.people[id].believed for id, person in world.scenario.people.items()
        if person.role == "suspect" and world.people[id].met
    }  # fmt: skip
    return all(country in believed for country in matter.partners if country not in world.own_case)


@guard
def team_term_over(matter: Matter) -> bool:
    """Is the term of the joint team over?"""
    return bool(matter.world.today > matter.request.marks.get("team_until", matter.world.today))


@guard
def partners_bound(matter: Matter) -> bool:
    """Does one of the bases cited bind all of them to one another today: home and every partner?"""
    world = matter.world
    each_two = combinations((world.scenario.home, *matter.partners), 2)
    binding = [{basis.treaty for basis in world.law.bases(*two, "jit", world.today).binding} for two in each_two]
    return any(all(treaty in found for found in binding) for treaty in matter.chosen_bases())
