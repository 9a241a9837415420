"""What an author may ask of the items: whether they are known, held, lost, and what the home court would say."""

from engine.casefile.evidence import KNOWN, LEAD, RANK
from engine.play.questions.closed_list import question
from engine.play.world import World


@question("evidence", reads=("items",), more=True)
def lead(world: World, item: str) -> bool:
    """Is it at least known that all these items may exist?"""
    return RANK[world.items[item].status] >= RANK[LEAD]


@question("evidence", reads=("items",), more=True)
def known(world: World, item: str) -> bool:
    """Are all these items known at least as intelligence?"""
    return RANK[world.items[item].status] >= RANK[KNOWN]


@question("evidence", reads=("items",), more=True)
def held(world: World, item: str) -> bool:
    """Is an evidential copy of each of these items in the file?"""
    return any(not copy.police for copy in world.items[item].copies)


@question("evidence", reads=("ledger",), more=True)
def admitted(world: World, item: str) -> bool:
    """Would the home court admit all these items?"""
    return world.verdict(item) == "admitted"


@question("evidence", reads=("ledger",), more=True)
def counted(world: World, item: str) -> bool:
    """Would the home court admit or at least weigh all these items?"""
    return world.verdict(item) in ("admitted", "weighed")


@question("evidence", reads=("ledger",), more=True)
def excluded(world: World, item: str) -> bool:
    """Would the home court exclude all these items?"""
    return world.verdict(item) == "excluded"


@question("evidence", reads=("items",), more=True)
def lost(world: World, item: str) -> bool:
    """Are all these items gone where they lay, with no evidential copy in the file?"""
    return world.items[item].gone is not None and not held(world, item)


@question("evidence", reads=("items",), more=True)
def preserved(world: World, item: str) -> bool:
    """Have all these items been preserved in time (whether or not the preservation still runs)?"""
    return world.items[item].kept_until is not None


@question("evidence", reads=("items",), more=True)
def police_copy(world: World, item: str) -> bool:
    """Does the file hold a copy of each that came by police channels?"""
    return any(copy.police for copy in world.items[item].copies)


@question("evidence", reads=("items",), least=0, more=True)
def filed(world: World, item: str | None = None) -> bool:
    """Was a police copy of these items (without an argument: of any) put before the court?"""
    asked = world.items.values() if item is None else (world.items[item],)
    return any(copy.filed for holding in asked for copy in holding.copies)


@question("evidence", reads=("items",), more=True)
def spoiled(world: World, item: str) -> bool:
    """Does the best copy of each carry a flaw?"""
    copies = world.items[item].copies
    return bool(copies) and all(copy.flaws for copy in copies)
