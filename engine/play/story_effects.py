"""The closed list of verbs an author may write under `does:`: what a choice or a beat changes."""

from collections.abc import Callable, Iterator
from typing import Any

from engine.casefile.evidence import HIDDEN, KNOWN, LEAD, Provenance
from engine.play.world import World
from engine.scenario import Effects

Verb = Callable[[World, Any, str], None]
VERBS: dict[str, Verb] = {}
FOREVER = 10**7
"""A day that never comes: for what is kept or lasts without end."""


def verb(function: Verb) -> Verb:
    """Enter a verb into the closed list under its own name (a trailing underscore is dropped)."""
    VERBS[function.__name__.rstrip("_")] = function
    return function


def apply(world: World, effects: Effects, name: str) -> None:
    """Let everything in `does:` happen, in written order; `name` says where it was written (it names the luck)."""
    for number, effect in enumerate(effects):
        VERBS[effect.verb](world, effect.args, f"{name}.{number}")


@verb
def flag(world: World, args: Any, name: str) -> None:
    """Set flags."""
    for each in args["names"]:
        world.flag(each)


@verb
def alert(world: World, args: Any, name: str) -> None:
    """Move the alertness of the network."""
    world.alarm(args["points"])


@verb
def danger(world: World, args: Any, name: str) -> None:
    """Move the danger to victims."""
    for victim, points in args["of"].items():
        world.endanger(victim, points)


@verb
def trust(world: World, args: Any, name: str) -> None:
    """Move victims' trust."""
    for victim, points in args["of"].items():
        world.reassure(victim, points)


@verb
def relation(world: World, args: Any, name: str) -> None:
    """Move the trust between home and countries."""
    for country, points in args["of"].items():
        world.relate(country, points)


@verb
def lead(world: World, args: Any, name: str) -> None:
    """The file learns that items may exist."""
    for item in args["items"]:
        if world.raise_status(item, LEAD):
            world.tell("item_lead", item)


@verb
def knows(world: World, args: Any, name: str) -> None:
    """Items become known as intelligence."""
    for item in args["items"]:
        if world.raise_status(item, KNOWN):
            world.tell("item_known", item, stops=True, country=world.scenario.items[item].country)


@verb
def police_copy(world: World, args: Any, name: str) -> None:
    """A copy of items comes by police channels: not evidence, whatever it looks like."""
    for item in args["items"]:
        country = world.scenario.items[item].country
        world.add_copy(item, Provenance("informal", country, None, args.get("channel"), frozenset(),
                                        frozenset(args.get("flaws", ())), (), True, bool(args.get("consent")), False,
                                        None, world.today, False, bool(args.get("filed"))))  # fmt: skip
        world.tell("item_known", item, stops=True, country=country)


@verb
def file(world: World, args: Any, name: str) -> None:
    """Police copies of items are put before the court."""
    for item in args["items"]:
        put_before_court(world, item)


def put_before_court(world: World, item: str) -> None:
    """Mark every police copy of an item as offered to the court."""
    world.items[item].copies = world.items[item].filed().copies
    world.forget_rulings()
    world.tell("police_copy_filed", item)


@verb
def hold(world: World, args: Any, name: str) -> None:
    """Evidential copies of items enter the file, with these formalities and flaws."""
    for item in args["items"]:
        written = world.scenario.items[item]
        if world.items[item].gone is not None:
            world.tell("item_gone", item, stops=True, country=written.country)
            continue
        wanted = args.get("formalities")
        formal = frozenset(written.formalities if wanted is None else wanted)
        flaws = frozenset(args.get("flaws", ())) | frozenset(world.items[item].flaws)
        way = "home" if written.country == world.scenario.home else args.get("way", "story")
        world.add_copy(item, Provenance(way, written.country, args.get("basis"), None, formal, flaws, (), False, True,
                                        False, None, world.today, bool(args.get("partial"))))  # fmt: skip
        world.tell("item_held", item, stops=True, country=written.country)


@verb
def flaw(world: World, args: Any, name: str) -> None:
    """Any copy of these items taken from now on (and those held) carries a flaw."""
    from dataclasses import replace

    for item, flaws in args["of"].items():
        holding = world.items[item]
        holding.flaws.update(flaws)
        holding.copies = [c if c.police else replace(c, flaws=c.flaws | frozenset(flaws)) for c in holding.copies]
    world.forget_rulings()


@verb
def preserve(world: World, args: Any, name: str) -> None:
    """Items are kept where they lie: until a date, for so many days, or without end."""
    until = args["until"] or (world.today + args["days"] if args.get("days") else FOREVER)
    for item in args["items"]:
        holding = world.items[item]
        if holding.gone is not None:
            world.tell("too_late_to_preserve", item, stops=True)
            continue
        holding.kept_until = max(holding.kept_until or 0, until)
        world.forget_rulings()
        world.raise_status(item, LEAD)
        world.tell("preserved", item, stops=True, source=args.get("source"))


@verb
def lose(world: World, args: Any, name: str) -> None:
    """Items are gone where they lay (unless they are preserved)."""
    for item in args["items"]:
        vanish(world, item, bool(args.get("even_preserved")))


def vanish(world: World, item: str, even_preserved: bool = False) -> None:
    """An item is gone, unless it is kept or secured; no loss once it lies in the file, and who does not know of it is not told."""
    holding = world.items[item]
    kept = holding.until_decided or (holding.kept_until is not None and holding.kept_until >= world.today)
    if holding.gone is not None or holding.secured or (kept and not even_preserved):
        return
    holding.gone = world.today
    world.forget_rulings()
    if any(not copy.police for copy in holding.copies):
        return
    aware = holding.status != HIDDEN and not holding.copies
    world.tell("item_lost", item, seats=None if aware else (), stops=aware)


@verb
def meets(world: World, args: Any, name: str) -> None:
    """The file learns of persons."""
    for person in args["people"]:
        if not world.people[person].met:
            world.people[person].met = True
            world.touch("people")
            world.tell("person_met", person)


@verb
def move(world: World, args: Any, name: str) -> None:
    """A person goes to another country; the file knows only if it says so."""
    where = world.people[args["person"]]
    if where.custody is not None:
        return
    where.at = args["to"]
    if args.get("seen"):
        where.believed = args["to"]
        world.tell("person_moved", args["person"], stops=True, country=args["to"])
    world.touch("people")


@verb
def flees(world: World, args: Any, name: str) -> None:
    """A suspect who is free goes out of reach."""
    for person in args["people"]:
        where = world.people[person]
        if where.custody is None and where.fled is None:
            where.fled, where.at = world.today, args.get("to") or where.at
            where.believed = args.get("to") if args.get("seen") else where.believed
            world.touch("people")
            world.tell("fled", person, seats=None if args.get("seen", True) else (), stops=True)


@verb
def custody(world: World, args: Any, name: str) -> None:
    """Suspects are arrested where they are (or in the country named); one who is not there is not found."""
    for person in args["people"]:
        where = world.people[person]
        if where.fled is not None or (args.get("country") and where.at != args["country"]):
            world.tell("not_found", person, stops=True)
            continue
        where.custody = where.believed = where.at
        where.held_since = world.today
        world.touch("people")
        world.tell("arrested", person, stops=True, country=where.at)


@verb
def release(world: World, args: Any, name: str) -> None:
    """Persons in custody are set free."""
    for person in args["people"]:
        if world.people[person].custody is not None:
            world.people[person].custody = None
            world.touch("people")
            world.tell("released", person, stops=True, country=world.people[person].at)


@verb
def safe(world: World, args: Any, name: str) -> None:
    """Victims are in safety."""
    for person in args["people"]:
        if world.people[person].safe is None:
            world.people[person].safe = world.today
            world.people[person].met = True
            world.touch("people")
            world.tell("safe", person)


@verb
def stop_drift(world: World, args: Any, name: str) -> None:
    """The danger to victims no longer rises (or falls) by itself."""
    world.stopped_drift.update(args["people"])


@verb
def unlock(world: World, args: Any, name: str) -> None:
    """Contacts abroad become known."""
    for each in args["contacts"]:
        if each not in world.contacts:
            world.contacts.add(each)
            world.touch("contacts")
            world.tell("contact_made", each)


@verb
def opens_case(world: World, args: Any, name: str) -> None:
    """Countries open an investigation of their own."""
    for country in args["countries"]:
        if country not in world.own_case:
            world.own_case[country] = world.today
            world.touch("own_case")
            world.tell("partner_case_opened", country, stops=True, country=country)


@verb
def note(world: World, args: Any, name: str) -> None:
    """A line for the timeline of the debrief."""
    world.tell("note", name.rsplit(".", 1)[0], text=args["text"])


@verb
def tell(world: World, args: Any, name: str) -> None:
    """A message to seats."""
    world.tell("message", name.rsplit(".", 1)[0], seats=args.get("to"), stops=True, text=args["text"],
               sender=args.get("sender"))  # fmt: skip


@verb
def after(world: World, args: Any, name: str) -> None:
    """Later, after so many calendar days (or a draw between three), something happens."""
    low, typical, high = args["days"]
    days = low if low == high else world.luck.days((low, typical, high), "after", name)
    world.clock.put(world.today + days, "story", name, priority=4)


@verb
def chance(world: World, args: Any, name: str) -> None:
    """With so many chances in a hundred one thing happens, otherwise another."""
    lucky = world.luck.chance(args["percent"], "story", args["named"])
    apply(world, args["does"] if lucky else args["otherwise"], f"{name}.{'does' if lucky else 'otherwise'}")


@verb
def when(world: World, args: Any, name: str) -> None:
    """If a condition holds one thing happens, otherwise another."""
    holds = args["condition"].holds(world)
    apply(world, args["does"] if holds else args["otherwise"], f"{name}.{'does' if holds else 'otherwise'}")


@verb
def start(world: World, args: Any, name: str) -> None:
    """A procedure is begun with these terms, as if a seat had begun it on the desk."""
    from engine.play.course import begin

    begin(world, args["procedure"], args["country"], args["about"], dict(args["terms"]), args["seat"])


@verb
def close(world: World, args: Any, name: str) -> None:
    """Open beats are taken off the table."""
    for beat in args["beats"]:
        state = world.beats.get(beat)
        if state is not None and state.state == "open":
            state.state = "gone"
            world.touch("beats")


def deferred(effects: Effects, name: str) -> Iterator[tuple[str, Effects]]:
    """Every `after` in these effects, under the name by which the agenda will know it."""
    for number, effect in enumerate(effects):
        place = f"{name}.{number}"
        for branch in ("does", "otherwise"):
            inner = effect.args.get(branch)
            if inner is None:
                continue
            if effect.verb == "after":
                yield place, inner
                yield from deferred(inner, place)
            else:
                yield from deferred(inner, f"{place}.{branch}")
