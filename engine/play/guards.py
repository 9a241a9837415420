"""The closed list of questions a step may ask: Matter -> yes or no.

Those under `possible` in a procedure are asked at the click; those under `if` and `unless` are asked by the world,
on the day. A name in YAML that is not here is an error at load.
"""

from collections.abc import Callable, Mapping
from itertools import combinations

from engine.play.matter import Matter
from engine.scenario import Contact

Guard = Callable[[Matter], bool]
GUARDS: dict[str, Guard] = {}


CHANCES: set[Guard] = set()
"""Those whose answer is drawn: what is expected of a paper never asks them, or it would tell the luck beforehand."""


def guard(function: Guard) -> Guard:
    """Enter a question into the closed list under its own name."""
    GUARDS[function.__name__] = function
    return function


def chance(function: Guard) -> Guard:
    """Enter a question whose answer is drawn."""
    CHANCES.add(function)
    return guard(function)


READS: dict[Guard, frozenset[str]] = {}
"""The topics on which an answer can depend, for those asked at the click; of one that is not here, on anything.

`requests {procedure}`: on papers of the same kind alone."""


def reads(*topics: str) -> Callable[[Guard], Guard]:
    """Say on which topics the answer can depend, so that a choice is offered as it was while none of them is touched."""

    def note(function: Guard) -> Guard:
        READS[function] = frozenset(topics)
        return function

    return note


# -- who and what ---------------------------------------------------------------------------------------------------


@reads("day")
@guard
def both_in_the_union(matter: Matter) -> bool:
    """Are both countries members of the European Union today?"""
    return matter.home.is_member("EU", matter.world.today) and matter.requested.is_member("EU", matter.world.today)


@reads("people")
@guard
def person_abroad(matter: Matter) -> bool:
    """Is the person believed to be in the requested State?"""
    person = matter.person
    return person is not None and matter.world.people[person].believed == matter.request.country


@reads("people")
@guard
def person_at_home(matter: Matter) -> bool:
    """Is the person believed to be at home?"""
    person = matter.person
    return person is not None and matter.world.people[person].believed == matter.world.scenario.home


@reads("people")
@guard
def person_free(matter: Matter) -> bool:
    """Is the person in nobody's custody?"""
    person = matter.person
    return person is not None and matter.world.people[person].custody is None


@reads("people")
@guard
def person_met(matter: Matter) -> bool:
    """Does the file know of the person?"""
    person = matter.person
    return person is not None and matter.world.people[person].met


@reads("people")
@guard
def not_yet_safe(matter: Matter) -> bool:
    """Is the victim still without protection?"""
    person = matter.person
    return person is not None and matter.world.people[person].safe is None


@guard
def person_really_there(matter: Matter) -> bool:
    """Is the person truly in the requested State?"""
    person = matter.person
    return person is not None and matter.world.people[person].at == matter.request.country


@guard
def person_really_at_home(matter: Matter) -> bool:
    """Is the person truly at home?"""
    person = matter.person
    return person is not None and matter.world.people[person].at == matter.world.scenario.home


@reads("contacts")
@guard
def contact_open(matter: Matter) -> bool:
    """Has the home side met this contact?"""
    return any(id in matter.world.contacts for id in matter.request.about if id in matter.world.scenario.contacts)


@guard
def stored_data(matter: Matter) -> bool:
    """Is everything asked for stored data (what a preservation can hold)?"""
    kinds = matter.world.law.evidence_kinds
    return bool(matter.items) and all(kinds[item.kind].stored_data for item in matter.items)


@reads()
@guard
def items_at_home(matter: Matter) -> bool:
    """Does everything it is about lie at home?"""
    return bool(matter.items) and all(item.country == matter.world.scenario.home for item in matter.items)


@reads()
@guard
def can_be_ordered(matter: Matter) -> bool:
    """Are all items things that an order can reach? What a person says is given, not seized."""
    kinds = matter.world.law.evidence_kinds
    return not any(kinds[item.kind].given for item in matter.items)


@guard
def order_asked(matter: Matter) -> bool:
    """Is the court asked for its order before the measure?"""
    return matter.term("order", True) is True


@reads("items")
@guard
def items_not_held(matter: Matter) -> bool:
    """Is at least one of the items not yet in the file as evidence?"""
    return any(matter.world.items[item.id].status != "held" for item in matter.items)


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


# -- the paper ------------------------------------------------------------------------------------------------------


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


# -- answers --------------------------------------------------------------------------------------------------------


@guard
def channel_binds_both(matter: Matter) -> bool:
    """Do both countries belong, today, to the organisation whose channel this is (personal contacts need none)?"""
    world = matter.world
    contact = contact_of(matter)
    channel = contact.channel if contact else matter.channel
    if channel is None or channel not in world.law.membership_channels("police"):
        return True
    return any(channel in basis.channels for basis in matter.bases())


@chance
def contact_helps(matter: Matter) -> bool:
    """Does the contact answer at all? The odds follow from how helpful the contact is and from trust."""
    contact = contact_of(matter)
    if contact is None:
        return True
    ease = matter.world.law.delays.answer_odds(contact.help + matter.world.relation.get(contact.country, 0))
    return matter.world.luck.chance(ease, *matter.luck_key("answers"))


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


def contact_of(matter: Matter) -> Contact | None:
    """The contact the request is addressed to, or None."""
    contacts = matter.world.scenario.contacts
    return next((contacts[id] for id in matter.request.about if id in contacts), None)


def known_guards() -> Mapping[str, Guard]:
    """The closed list, by name."""
    return GUARDS
