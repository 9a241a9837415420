"""What an author may ask of the people: where they are, in whose custody, surrendered for what, in safety."""

from engine.play.questions.closed_list import question
from engine.play.world import World


@question("person", reads=("people",))
def met(world: World, person: str) -> bool:
    """Does the file know of this person?"""
    return world.people[person].met


@question("person", gives="id:country", reads=("people",))
def at(world: World, person: str) -> str:
    """The country where the person truly is."""
    return world.people[person].at or ""


@question("suspect", "country", reads=("people",), least=1)
def custody(world: World, suspect: str, country: str | None = None) -> bool:
    """Is the suspect in custody (in this country)?"""
    held_in = world.people[suspect].custody
    return held_in is not None and country in (None, held_in)


@question("suspect", reads=("people",))
def fled(world: World, suspect: str) -> bool:
    """Has the suspect fled?"""
    return world.people[suspect].fled is not None


@question("suspect", reads=("people",))
def surrendered(world: World, suspect: str) -> bool:
    """Has the suspect been surrendered to the home State?"""
    return world.people[suspect].surrendered is not None


@question("suspect", "count", reads=("people",))
def may_be_tried(world: World, suspect: str, count: str) -> bool:
    """Does speciality leave this count open: was the suspect surrendered for it, or not surrendered at all?"""
    return world.may_be_tried(suspect, count)


@question("victim", reads=("people",), more=True)
def safe(world: World, victim: str) -> bool:
    """Are all these victims in safety, by their own choice?"""
    return world.people[victim].safe is not None
