"""Questions about the contact asked: whether home knows it, whether the channel binds both, whether it answers."""

from engine.play.guards.closed_list import chance, guard, reads
from engine.play.matter import Matter
from engine.scenario import Contact


@reads("contacts")
@guard
def contact_open(matter: Matter) -> bool:
    """Has the home side met this contact?"""
    return any(id in matter.world.contacts for id in matter.request.about if id in matter.world.scenario.contacts)


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


def contact_of(matter: Matter) -> Contact | None:
    """The contact the request is addressed to, or None."""
    contacts = matter.world.scenario.contacts
    return next((contacts[id] for id in matter.request.about if id in contacts), None)
