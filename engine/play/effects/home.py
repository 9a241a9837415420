"""What happens at home: measures and orders, the indictment."""

from engine.casefile.evidence import Provenance
from engine.play.effects.closed_list import effect
from engine.play.effects.grounds import ground_source
from engine.play.matter import Matter


@effect
def take_evidence(matter: Matter) -> None:
    """A measure at home brings its items into the file, with the order and the formalities the home code asks for."""
    world, request = matter.world, matter.request
    for item in matter.items:
        if not world.available(item.id):
            world.tell("item_gone", item.id, request.id, stops=True, country=item.country)
            continue
        formal = frozenset(item.formalities if request.marks.get("ordered") or not item.coercive else ())
        world.add_copy(item.id, Provenance("home", item.country, None, None, formal, frozenset(world.items[item.id].flaws),
                                           (), False, True, False, request.id, world.today))  # fmt: skip
        world.tell("item_held", item.id, request.id, stops=True, country=item.country)


@effect
def note_order(matter: Matter) -> None:
    """The home judge has signed."""
    matter.request.marks["ordered"] = matter.world.today
    matter.tell("home_order", stops=True)


@effect
def bring_indictment(matter: Matter) -> None:
    """The prosecution goes to court: which counts, against whom."""
    world = matter.world
    counts = tuple(matter.term("counts", ())) or tuple(world.scenario.counts)
    suspects = tuple(matter.term("persons", ())) or tuple(
        id for id, person in world.scenario.people.items() if person.role == "suspect"
    )
    world.indicted, world.indicted_on = (counts, suspects), world.today
    world.touch("indicted")
    world.tell("indicted", matter.request.id, stops=False, counts=counts, suspects=suspects)
    tell_beyond_speciality(matter, counts, suspects)


def tell_beyond_speciality(matter: Matter, counts: tuple[str, ...], suspects: tuple[str, ...]) -> None:
    """Charged for what the person was not surrendered for: the court does not try it, and says by which rule."""
    world = matter.world
    for suspect in suspects:
        beyond = tuple(id for id in world.beyond_speciality(suspect) if id in counts)
        if beyond:
            world.tell("beyond_speciality", suspect, matter.request.id, stops=True, counts=beyond,
                       source=ground_source(surrender_of(matter, suspect), "speciality"))  # fmt: skip


def surrender_of(matter: Matter, suspect: str) -> Matter:
    """The paper on which the suspect was surrendered; without one, the matter itself."""
    world = matter.world
    papers = [r for r in world.requests.values() if suspect in r.about and r.was("surrendered")]
    return Matter(world, papers[-1]) if papers else matter
