"""The vocabulary of conditions: what an author may ask of the world in `when:`, typed, closed, and answered here.

Each question names the domains of its arguments, what it gives, and the topics its answer can depend on (so that a
condition is asked again only when one of them has changed).
"""

from collections.abc import Callable
from typing import Any

from engine.casefile.evidence import KNOWN, LEAD, RANK
from engine.expressions import NEVER, Question, Vocabulary
from engine.play.world import World
from engine.procedures import Request

QUESTIONS: list[Question] = []
NARROWED = {
    "flags": ("flag",), "beats": ("beat", "choice"), "items": ("evidence",), "people": ("person", "suspect", "victim"),
    "danger": ("victim",), "trust": ("victim",), "relation": ("country",), "own_case": ("country",),
    "contacts": ("contact",), "requests": ("procedure",), "score": ("rule",),
}  # fmt: skip
"""Topics of which the world says which one was touched, and the kinds of argument that say which one is asked about."""


def question(*takes: str, gives: str = "bool", reads: tuple[str, ...], name: str | None = None,
             least: int | None = None, more: bool = False, counts_days: bool = False,
             turns: Callable[..., int] | None = None) -> Callable[[Callable[..., Any]], Callable[..., Any]]:  # fmt: skip
    """Enter a function World, *ids -> answer into the vocabulary.

    `takes` are the domains of the arguments, of which at least `least` must be given; `more` = several may be given,
    each is asked about, and it must hold of all. `counts_days` and `turns` say when an answer that reads the day can
    change by itself: see `Question`.
    """

    def enter(function: Callable[..., Any]) -> Callable[..., Any]:
        QUESTIONS.append(Question(name=name or function.__name__, takes=takes, gives=gives, answer=function,
                                  reads=frozenset(reads), least=len(takes) if least is None else least, more=more,
                                  counts_days=counts_days, turns=turns, narrows=NARROWED))  # fmt: skip
        return function

    return enter


def vocabulary() -> Vocabulary:
    """All questions an author may ask."""
    return Vocabulary(tuple(QUESTIONS))


# -- time and clocks --------------------------------------------------------------------------------------------------


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


# -- story ------------------------------------------------------------------------------------------------------------


@question("flag", reads=("flags",), more=True)
def flag(world: World, name: str) -> bool:
    """Are all these flags set?"""
    return name in world.flags


@question("choice", reads=("beats",))
def chosen(world: World, choice: str) -> bool:
    """Was this choice of a beat taken? Written beat.choice."""
    beat, _, which = choice.partition(".")
    state = world.beats.get(beat)
    return state is not None and state.choice == which


@question("beat", reads=("beats",))
def happened(world: World, beat: str) -> bool:
    """Has this beat come up?"""
    return beat in world.beats


@question("beat", reads=("beats",))
def decided(world: World, beat: str) -> bool:
    """Has a choice been taken at this beat?"""
    state = world.beats.get(beat)
    return state is not None and state.state == "done"


def no_longer_within(world: World, days: int, beat: str) -> int:
    """The first day that is no longer within so many days of a beat."""
    state = world.beats.get(beat)
    return NEVER if state is None or state.since + days < world.today else state.since + days + 1


@question("number", "beat", reads=("beats", "day"), turns=no_longer_within)
def within(world: World, days: int, beat: str) -> bool:
    """Is it at most so many calendar days since this beat came up?"""
    state = world.beats.get(beat)
    return state is not None and world.today - state.since <= days


@question("contact", reads=("contacts",))
def contact(world: World, who: str) -> bool:
    """Has the home side met this contact?"""
    return who in world.contacts


@question("country", reads=("own_case",))
def own_case(world: World, country: str) -> bool:
    """Has this country opened an investigation of its own?"""
    return country in world.own_case


# -- evidence ---------------------------------------------------------------------------------------------------------


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


# -- persons ----------------------------------------------------------------------------------------------------------


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


# -- requests ---------------------------------------------------------------------------------------------------------


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


# -- the court --------------------------------------------------------------------------------------------------------


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


@question("rule", reads=("score",))
def earned(world: World, rule: str) -> bool:
    """Has this rule of the score already given its points?"""
    return rule in world.earned


@question("ending", reads=("ending",))
def ending(world: World, which: str) -> bool:
    """Did the play end this way?"""
    return world.ending == which
