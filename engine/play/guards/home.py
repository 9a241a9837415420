"""Questions about measures at home: where the things lie, whether an order reaches them and is asked for."""

from engine.play.guards.closed_list import guard, reads
from engine.play.matter import Matter


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
