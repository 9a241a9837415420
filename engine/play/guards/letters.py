"""Questions about a letter: how it travels, what it cites, in which language, how whole it is, what is left to send."""

from engine.play.guards.closed_list import chance, guard, reads
from engine.play.matter import Matter


@reads("day")
@guard
def both_in_the_union(matter: Matter) -> bool:
    """Are both countries members of the European Union today?"""
    return matter.home.is_member("EU", matter.world.today) and matter.requested.is_member("EU", matter.world.today)


@reads("requests {procedure}")
@guard
def no_such_paper_open(matter: Matter) -> bool:
    """Is no other request of this kind about the same subject still on its way?"""
    mine = matter.request
    return not any(
        other is not mine and other.procedure == mine.procedure and other.country == mine.country
        and set(other.about) == set(mine.about)
        and not matter.world.scenario.procedures[other.procedure].stages[other.stage].ends
        for other in matter.world.requests.values()
    )  # fmt: skip


@reads("items")
@guard
def items_not_held(matter: Matter) -> bool:
    """Is at least one of the items not yet in the file as evidence?"""
    return any(matter.world.items[item.id].status != "held" for item in matter.items)


@guard
def stored_data(matter: Matter) -> bool:
    """Is everything asked for stored data (what a preservation can hold)?"""
    kinds = matter.world.law.evidence_kinds
    return bool(matter.items) and all(kinds[item.kind].stored_data for item in matter.items)


@guard
def needs_translation(matter: Matter) -> bool:
    """Does the paper have to be translated before it can leave?"""
    language = matter.term("language")
    return language is not None and language not in matter.home.languages


@guard
def through_ministries(matter: Matter) -> bool:
    """Does it travel from ministry to ministry, or by embassies?"""
    return matter.channel in ("ministries", "diplomatic")


@guard
def by_diplomats(matter: Matter) -> bool:
    """Does it travel through embassies?"""
    return matter.channel == "diplomatic"


@guard
def basis_missing(matter: Matter) -> bool:
    """Is no basis cited that binds both States today?"""
    return not matter.cited_in_force()


@guard
def channel_not_allowed(matter: Matter) -> bool:
    """Does none of the bases that bind both allow this channel?"""
    return matter.channel is not None and not any(
        matter.channel in basis.channels for basis in (*matter.cited_in_force(), *matter.bases())
    )


@chance
def passed_on(matter: Matter) -> bool:
    """Does whoever got a paper not meant for that office pass it on to the right one? Not to be counted on, and only once."""
    if matter.request.was("forwarded"):
        return False
    return matter.world.luck.chance(matter.world.law.delays.number("passed_on"), *matter.luck_key("passed_on"))


@guard
def language_not_accepted(matter: Matter) -> bool:
    """Is the paper in a language the requested State does not accept?"""
    accepted = matter.requested.languages_accepted(matter.world.today)
    return bool(accepted) and matter.term("language") not in accepted


@guard
def too_vague(matter: Matter) -> bool:
    """Does the paper ask for everything instead of naming what is wanted?"""
    return matter.term("specific", True) is False


@chance
def found_incomplete(matter: Matter) -> bool:
    """Does the requested authority send it back for supplement? The odds follow from what the paper lacks."""
    from engine.play.checklist import gaps

    missing = len(gaps(matter))
    quality = ("good", "fair", "poor")[min(missing, 2)]
    percent = matter.world.law.delays.return_odds[quality]
    return matter.world.luck.chance(percent, *matter.luck_key("returned", str(len(matter.request.history))))


@guard
def coercive(matter: Matter) -> bool:
    """Does anything asked for need an order of a court there?"""
    return any(item.coercive for item in matter.items)


@guard
def not_punishable_there(matter: Matter) -> bool:
    """Is something coercive asked for an offence that the requested State does not punish?"""
    return coercive(matter) and not matter.requested.punishes(
        tuple(count.offence for count in matter.world.scenario.counts.values()), matter.world.today
    )


@chance
def own_case_in_the_way(matter: Matter) -> bool:
    """Would execution now disturb the requested State's own investigation, so that it puts the request off?"""
    if matter.request.country not in matter.world.own_case:
        return False
    return matter.world.luck.chance(matter.world.law.delays.number("postponed"), *matter.luck_key("postponed"))


@guard
def nothing_left(matter: Matter) -> bool:
    """Is nothing of what was asked for still to be had?"""
    return bool(matter.items) and not any(
        matter.world.available(item.id) or item.id in matter.request.secured for item in matter.items
    )
