"""What an author may ask of the day and of the clocks: alertness, danger, trust, relations."""

from engine.play.questions.closed_list import question
from engine.play.world import World


@question(gives="int", reads=("day",), counts_days=True)
def day(world: World) -> int:
    """Calendar days since the start (0 on the first day)."""
    return world.day


@question(gives="date", reads=("day",), counts_days=True)
def date(world: World) -> int:
    """Today."""
    return world.today


@question(gives="int", reads=("alert",))
def alert(world: World) -> int:
    """Alertness of the network, 0-100."""
    return world.alert


@question("victim", gives="int", reads=("danger",))
def danger(world: World, victim: str) -> int:
    """Danger to a victim, 0-100."""
    return world.danger[victim]


@question("victim", gives="int", reads=("trust",))
def trust(world: World, victim: str) -> int:
    """A victim's trust, 0-100."""
    return world.trust[victim]


@question("country", gives="int", reads=("relation",))
def relation(world: World, country: str) -> int:
    """Trust between home and a country, -3 to +3."""
    return world.relation.get(country, 0)
