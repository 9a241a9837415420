"""What comes and goes between police: intelligence, trust, leaks, questions passed on; what is preserved meanwhile."""

from engine.casefile.evidence import HELD, LEAD, Provenance
from engine.play.effects.closed_list import effect, world_day
from engine.play.guards.information import contact_of
from engine.play.matter import Matter


@effect
def give_intelligence(matter: Matter) -> None:
    """The contact tells what can be told: known as intelligence, for police use only."""
    world, contact = matter.world, contact_of(matter)
    told = [item for item in matter.items if item.country == matter.request.country]
    for item in told:
        if contact is not None and contact.gives is not None and item.id not in contact.gives:
            continue
        if world.items[item.id].status == HELD:
            continue
        world.add_copy(item.id, police_copy(matter))
        world.tell("item_known", item.id, matter.request.id, stops=True, country=item.country)
    matter.tell("contact_answered", stops=True, contact=contact.id if contact else None)


def police_copy(matter: Matter) -> Provenance:
    """A copy that came by police channels: a lead, with the sender's handling condition on it."""
    contact = contact_of(matter)
    channel = contact.channel if contact and not matter.request.was("forwarded") else None
    return Provenance(matter.procedure.id, matter.request.country, None, channel,
                      frozenset(), frozenset(), (), True, False, False, matter.request.id, matter.world.today)  # fmt: skip


@effect
def thank_and_trust(matter: Matter) -> None:
    """A short question with a purpose and handling conditions raises trust; a needless one lowers it."""
    repeated = matter.request.attempt > 0
    stated = matter.term("purpose_stated", True) and matter.term("handling_stated", True)
    matter.world.relate(matter.request.country, -1 if repeated else int(bool(stated)))


@effect
def may_leak(matter: Matter) -> None:
    """The question may become known to the network: the chance is the contact's."""
    contact = contact_of(matter)
    if contact is not None and matter.world.luck.chance(contact.leaks, *matter.luck_key("leaks")):
        matter.tell("leaked", hidden=True)
        matter.world.alarm(matter.world.law.delays.number("leak_alarm"))


@effect
def tell_no_answer(matter: Matter) -> None:
    """Nobody answers."""
    matter.tell("no_answer", stops=True)


@effect
def tell_wrong_channel(matter: Matter) -> None:
    """The channel is not open between these two today: the question goes round, or nowhere."""
    contact = contact_of(matter)
    matter.tell("channel_closed", stops=True, channel=contact.channel if contact else matter.channel)


@effect
def tell_forwarded(matter: Matter) -> None:
    """The channel is not open between these two today, and somebody passes the question on all the same."""
    contact = contact_of(matter)
    matter.tell("passed_on", stops=True, channel=contact.channel if contact else matter.channel,
                source=matter.world.law.ground_source("passed_on", matter.request.country))  # fmt: skip


@effect
def pass_on(matter: Matter) -> None:
    """A letter sent straight to an office that may not take it goes, by that office, to its ministry."""
    tell_forwarded(matter)
    matter.request.terms["channel"] = "ministries"
    matter.world.touch("requests")


@effect
def open_partner_case(matter: Matter) -> None:
    """The partner opens an investigation of its own."""
    world = matter.world
    if matter.request.country not in world.own_case:
        world.own_case[matter.request.country] = world.today
        world.touch("own_case")
        matter.tell("partner_case_opened", stops=True)


@effect
def share_information(matter: Matter) -> None:
    """Information sent without a request: the partner's trust rises."""
    matter.world.relate(matter.request.country, 1)
    matter.tell("information_sent")


@effect
def preserve_items(matter: Matter) -> None:
    """What is still there is kept: so many days from the answer, by the treaty that was cited."""
    world = matter.world
    days = max((basis.number("preservation_days") or 0 for basis in matter.cited_in_force()), default=0)
    until = world.today + (days or world.law.delays.number("courtesy_hold_days"))
    for item in matter.items:
        keep(matter, item.id, until)


def keep(matter: Matter, item: str, until: int) -> None:
    """Keep one item until a day, or say that it came too late."""
    world, holding = matter.world, matter.world.items[item]
    if holding.gone is not None:
        matter.tell("too_late_to_preserve", item=item, stops=True)
        return
    holding.kept_until = max(until, holding.kept_until or 0)
    world.forget_rulings()
    world.raise_status(item, LEAD)
    world.tell("preserved", item, matter.request.id, stops=True, until=world_day(holding.kept_until),
               source=preservation_source(matter))  # fmt: skip


def preservation_source(matter: Matter) -> str | None:
    """The article a preservation rests on."""
    for basis in matter.cited_in_force():
        return basis.reference
    return None
