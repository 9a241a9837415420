"""Questions about the person: where the file believes them to be, where they are, in whose hands."""

from engine.play.guards.closed_list import guard, reads
from engine.play.matter import Matter


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
