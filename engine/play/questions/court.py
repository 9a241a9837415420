"""What an author may ask of the trial: who is charged with what, what is proved, who is convicted."""

from engine.play.questions.closed_list import question
from engine.play.world import World


@question(reads=("indicted",))
def indicted(world: World) -> bool:
    """Has an indictment been brought?"""
    return world.indicted is not None


@question("count", reads=("indicted",))
def charged(world: World, count: str) -> bool:
    """Is this count part of the indictment?"""
    return world.indicted is not None and count in world.indicted[0]


@question("count", "suspect", reads=("ledger",), least=1)
def proved(world: World, count: str, suspect: str | None = None) -> bool:
    """Would every element of the count be proved (against this suspect; without one: against anybody charged)?"""
    return world.proved(count, suspect)


@question("count", "element", "suspect", reads=("ledger",), least=2)
def element(world: World, count: str, name: str, suspect: str | None = None) -> bool:
    """Would this element be proved?"""
    return world.proved_element(count, name, suspect)


@question("suspect", "count", reads=("indicted", "ledger", "people"), least=1)
def convicted(world: World, suspect: str, count: str | None = None) -> bool:
    """Is the suspect charged, before the court, and the count proved?"""
    if world.indicted is None or suspect not in world.indicted[1] or not before_court(world, suspect):
        return False
    counts = world.indicted[0] if count is None else (count,)
    return any(name in world.indicted[0] and suspect in world.scenario.counts[name].against
               and world.may_be_tried(suspect, name) and world.proved(name, suspect) for name in counts)  # fmt: skip


@question("suspect", reads=("people",))
def before_court(world: World, suspect: str) -> bool:
    """Can the suspect be brought before the home court?"""
    where = world.people[suspect]
    return where.at == world.scenario.home and where.fled is None
