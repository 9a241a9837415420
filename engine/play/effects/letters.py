"""What happens to letters of request: on their way, in execution, coming back with evidence."""

from engine.casefile.evidence import Provenance
from engine.play.effects.closed_list import effect
from engine.play.effects.grounds import note_void_bases
from engine.play.guards.letters import needs_translation
from engine.play.matter import Matter

ORDER = "F-ORDER"
"""The formality that a court's order abroad fulfils by itself."""


def keep_until_decided(matter: Matter) -> None:
    """Preserved items asked for by a request in hand stay until it is decided."""
    for item in matter.items:
        holding = matter.world.items[item.id]
        if holding.kept_until is not None and holding.gone is None:
            holding.until_decided = True


@effect
def leave_home(matter: Matter) -> None:
    """The paper has left: remember the day, and whether a basis cited was not in force."""
    matter.request.marks.setdefault("sent", matter.world.today)
    note_void_bases(matter)
    matter.tell("sent", channel=matter.channel)


@effect
def arrive(matter: Matter) -> None:
    """The paper is in the hands of the requested State: of the office that holds it at this stage."""
    matter.request.marks.setdefault("arrived", matter.world.today)
    keep_until_decided(matter)
    matter.tell("arrived", at=matter.procedure.stages[matter.request.stage].held_by)


@effect
def secure_items(matter: Matter) -> None:
    """Execution begins: each item is secured when its turn comes, if it is still there."""
    world, request = matter.world, matter.request
    from engine.play.timing import ends_on, scaled

    for item in matter.items:
        delay = matter.delay("securing")
        if delay is None:
            secure(matter, item.id)
            continue
        spread, unit, _ = delay
        days = scaled(world.luck.days(spread, *matter.luck_key("securing", item.id)), ())
        world.clock.put(ends_on(matter, request.country, unit, world.today, days), "secure",
                        f"{request.id} {item.id}", 0, priority=3)  # fmt: skip


def secure(matter: Matter, item: str) -> None:
    """The executing authority takes hold of one item, or finds it gone."""
    world, request = matter.world, matter.request
    if item in request.secured or item in request.lacking:
        return
    if world.available(item):
        request.secured[item] = world.today
        world.items[item].secured = True
    else:
        request.lacking[item] = world.today
    world.touch("requests")


@effect
def secure_the_rest(matter: Matter) -> None:
    """Execution is over: whatever has not had its turn has it now."""
    for item in matter.items:
        secure(matter, item.id)


@effect
def deliver_evidence(matter: Matter) -> None:
    """The answer is back: each item secured enters the file with its provenance, what is gone is named."""
    world, request = matter.world, matter.request
    for item in matter.items:
        if any(copy.request == request.id and not copy.police for copy in world.items[item.id].copies):
            continue
        if item.id in request.secured:
            world.add_copy(item.id, evidence_copy(matter, item.id))
            world.tell("item_held", item.id, request.id, stops=True, country=request.country)
        else:
            world.tell("item_gone", item.id, request.id, stops=True, country=request.country)
    if request.secured and request.attempt == 0:
        world.relate(request.country, 0)
    matter.tell("answered", stops=True, got=tuple(sorted(request.secured)), lacking=tuple(sorted(request.lacking)))


def evidence_copy(matter: Matter, item: str) -> Provenance:
    """The provenance of an item that came by a formal road."""
    world, request = matter.world, matter.request
    asked = set(matter.term("formalities", ()))
    if world.scenario.items[item].coercive:
        asked.add(ORDER)
    flaws = frozenset(world.items[item].flaws)
    basis = next((basis.treaty for basis in matter.cited_in_force()), None)
    limits = tuple(matter.term("limits", ()))
    return Provenance(matter.procedure.id, request.country, basis, matter.channel, frozenset(asked), flaws, limits,
                      False, True, basis is None and bool(matter.chosen_bases()), request.id, world.today)  # fmt: skip


@effect
def tell_nothing_left(matter: Matter) -> None:
    """Everything that was asked for is gone."""
    secure_the_rest(matter)
    matter.request.marks["ground"] = "nothing_left"
    for item in matter.items:
        matter.world.tell("item_gone", item.id, matter.request.id, country=matter.request.country)
    matter.tell("nothing_left", stops=True)


@effect
def note_withdrawn(matter: Matter) -> None:
    """The home side takes its paper back."""
    matter.tell("withdrawn")


@effect
def order_granted(matter: Matter) -> None:
    """A court there, if the measure needed one, has ordered it."""
    if not matter.request.was("court_order"):
        return
    matter.request.marks["ordered"] = matter.world.today
    matter.tell("order_granted")


@effect
def ask_translation(matter: Matter) -> None:
    """The draft is finished; it goes to the translator if it needs one."""
    matter.tell("drafted", translated=needs_translation(matter))


@effect
def note_stage(matter: Matter) -> None:
    """The seat is told where the paper is now."""
    matter.tell("stage", stage=matter.request.stage)
