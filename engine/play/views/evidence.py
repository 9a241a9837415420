"""The items the file knows of and what they prove, as a seat may see them."""

from engine.play.views.papers import is_open
from engine.play.views.seen import ItemView, ProofView
from engine.play.world import World


def item_views(world: World) -> tuple[ItemView, ...]:
    """Every item the file knows of."""
    lost = lost_items(world)
    return tuple(item_view(world, id, id in lost) for id in world.items if world.items[id].status != "hidden")


def item_view(world: World, id: str, lost: bool) -> ItemView:
    """An item as the file has it."""
    item, holding, ruling = world.scenario.items[id], world.items[id], world.rulings()[id]
    proves = tuple((count, element, suspects) for count, elements in item.proves.items()
                   for element, suspects in elements.items())  # fmt: skip
    known = holding.status in ("known", "held")
    on_the_way = tuple(r.id for r in world.requests.values() if id in r.about and is_open(world, r))
    return ItemView(id, item.title, item.country, item.kind, item.coercive, holding.status, ruling.verdict,
                    item.tells if known else "", item.strength, proves, item.formalities, ruling.rule, ruling.source,
                    ruling.lacks, last_day(world, id), holding.kept_until, lost,
                    any(copy.police for copy in holding.copies), any(copy.filed for copy in holding.copies),
                    on_the_way, ruling.halves)  # fmt: skip


def last_day(world: World, id: str) -> int | None:
    """The last day on which the item can be had where it lies; None = for good, or it has been secured and that day is over."""
    day = world.scenario.items[id].perishes
    over = day is not None and world.today > max(day, world.items[id].kept_until or 0)
    return None if over and world.items[id].secured else day


def lost_items(world: World) -> set[str]:
    """The items the file knows to be gone; of what nobody at home learnt yet it says nothing."""
    told = {id for o in world.outcomes if o.kind in LOSSES and o.seen_by for id in o.about if id in world.items}
    return {id for id in told if all(copy.police for copy in world.items[id].copies)}


LOSSES = ("item_lost", "item_gone", "too_late_to_preserve")
"""The outcomes that tell of an item that can no longer be had."""


def proof_views(world: World) -> tuple[ProofView, ...]:
    """Every element of every count, per suspect where it is proved per suspect."""
    found, lost = [], lost_items(world)
    for id, count in world.scenario.counts.items():
        pairs: list[tuple[str, str | None]] = [(e, s) for e in count.each for s in count.against]
        pairs += [(element, None) for element in count.once]
        for element, suspect in pairs:
            have = world.proof(id, element, suspect)
            coming, origins = possible(world, lost, id, element, suspect)
            found.append(ProofView(id, element, suspect, have.halves, coming, have.sources,
                                   have.reaches(*world.scenario.proof), have.items, origins))  # fmt: skip
    return tuple(found)


def possible(world: World, lost: set[str], count: str, element: str, suspect: str | None) -> tuple[int, int]:
    """The half points and the independent sources there would be if everything the file knows of came in properly."""
    from engine.casefile.ledger import bears_on

    rulings = world.rulings()
    halves, origins = 0, set()
    for id, item in world.scenario.items.items():
        gone = id in lost or rulings[id].verdict == "excluded"
        if gone or world.items[id].status == "hidden" or not bears_on(item, count, element, suspect):
            continue
        halves += rulings[id].halves or 2 * item.strength
        origins.add(item.origin or id)
    return halves, len(origins)
