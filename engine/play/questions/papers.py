"""What an author may ask of the papers: whether they were begun, left home, came back, and what came of them."""

from engine.play.questions.closed_list import question
from engine.play.world import World
from engine.procedures import Request


def requests(world: World, procedure: str, country: str | None = None, item: str | None = None) -> list[Request]:
    """The requests of one procedure (to a country) (about an item or person), oldest first."""
    return [
        request for request in world.requests.values()
        if request.procedure == procedure and country in (None, request.country)
        and (item is None or item in request.about)
    ]  # fmt: skip


@question("procedure", "country", "subject", reads=("requests",), least=1)
def started(world: World, procedure: str, country: str | None = None, item: str | None = None) -> bool:
    """Has such a paper been begun?"""
    return bool(requests(world, procedure, country, item))


@question("procedure", "country", "subject", reads=("requests",), least=1)
def sent(world: World, procedure: str, country: str | None = None, item: str | None = None) -> bool:
    """Has such a paper left home?"""
    return any("sent" in request.marks for request in requests(world, procedure, country, item))


@question("procedure", "country", "subject", gives="id:stage", reads=("requests",), least=2)
def stage(world: World, procedure: str, country: str, item: str | None = None) -> str:
    """The stage of the latest such request; empty when there is none."""
    found = requests(world, procedure, country, item)
    return found[-1].stage if found else ""


@question("stage", "procedure", "country", "subject", reads=("requests",), least=2)
def reached(world: World, name: str, procedure: str, country: str | None = None, item: str | None = None) -> bool:
    """Has such a request ever been at this stage?"""
    return any(request.was(name) for request in requests(world, procedure, country, item))


@question("procedure", "country", "subject", gives="id:channel", reads=("requests",), least=2)
def channel(world: World, procedure: str, country: str, item: str | None = None) -> str:
    """The channel of the latest such request; empty when there is none."""
    found = requests(world, procedure, country, item)
    return str(found[-1].terms.get("channel", "")) if found else ""


@question("procedure", "country", "subject", reads=("requests",), least=0)
def returned(world: World, procedure: str | None = None, country: str | None = None, item: str | None = None) -> bool:
    """Has such a request ever come back for supplement?"""
    found = requests(world, procedure, country, item) if procedure else list(world.requests.values())
    return any(request.marks.get("returns") for request in found)


@question("procedure", "country", "subject", reads=("requests",), least=1)
def refused(world: World, procedure: str, country: str | None = None, item: str | None = None) -> bool:
    """Has such a request been refused or declined?"""
    return any("ground" in request.marks for request in requests(world, procedure, country, item))


@question("country", "evidence", reads=("requests",), least=1)
def secured(world: World, country: str, item: str | None = None) -> bool:
    """Has the requested State secured (the item) in execution of a request?"""
    return any(request.secured if item is None else item in request.secured
               for request in world.requests.values() if request.country == country)  # fmt: skip


@question("procedure", gives="int", reads=("requests",), least=0)
def void_bases(world: World, procedure: str | None = None) -> int:
    """How many bases were cited that did not bind both States."""
    return sum(len(request.marks.get("void", ())) for request in world.requests.values()
               if procedure in (None, request.procedure))  # fmt: skip


@question("procedure", gives="int", reads=("requests",))
def requests_sent(world: World, procedure: str) -> int:
    """How many papers of this kind have left home."""
    return sum(1 for request in requests(world, procedure) if "sent" in request.marks)


@question("number", "procedure", "country", "subject", reads=("requests",), least=2)
def papers_by_day(world: World, days: int, procedure: str, country: str | None = None, item: str | None = None) -> bool:
    """Did the papers arrive within so many calendar days of the arrest?"""
    return any(
        "papers" in request.marks and request.marks["papers"] - request.marks.get("arrested", 0) <= days
        for request in requests(world, procedure, country, item)
    )
