"""What happens to a joint investigation team: partners, signature, its term."""

from engine.calendar import Term
from engine.play.effects.closed_list import effect, world_day
from engine.play.effects.grounds import ground_source, note_void_bases, rests_on
from engine.play.matter import Matter


@effect
def tell_declined(matter: Matter) -> None:
    """The team is declined: why, and whom that concerns."""
    why, where = why_declined(matter)
    note_void_bases(matter)
    matter.request.marks["ground"] = why
    matter.world.touch("requests")
    source = ground_source(matter, "partner_case") if why == "no_case" else matter.request.marks.get("void_source")
    source = source or ground_source(matter, "joint_team")
    matter.tell("declined", stops=True, why=why, source=source, partners=matter.partners, where=where)


def why_declined(matter: Matter) -> tuple[str, tuple[str, ...]]:
    """The reason for which no team comes about today, and the partners for whom it holds."""
    from engine.play.guards.teams import not_bound, partners_bound, without_a_case

    if not partners_bound(matter):
        return "no_basis", not_bound(matter) or matter.partners
    lacking = without_a_case(matter)
    return ("no_case", lacking) if lacking else ("declined", matter.partners)


@effect
def team_operates(matter: Matter) -> None:
    """The agreement is signed: the team works. Of an extension its new term says enough."""
    matter.world.touch("requests")
    if "team_until" not in matter.request.marks:
        matter.tell("team_signed", stops=True, partners=matter.partners)


@effect
def open_partner_cases(matter: Matter) -> None:
    """Every partner has an investigation of its own from now on."""
    world = matter.world
    for country in matter.partners:
        if country not in world.own_case:
            world.own_case[country] = world.today
            world.touch("own_case")
            world.tell("partner_case_opened", matter.request.id, stops=True, country=country)


@effect
def run_team_term(matter: Matter) -> None:
    """The team's term runs: from its signature, or from the end of the term that is extended."""
    marks, today = matter.request.marks, matter.world.today
    begins = max(today, marks.get("team_until", today))
    marks["team_until"] = Term.parse(matter.term("duration")).deadline(begins)
    watch_team_term(matter)
    matter.tell("team_term", stops=True, until=world_day(marks["team_until"]), source=rests_on(matter))


@effect
def watch_team_term(matter: Matter) -> None:
    """On the day after its term the team is at an end, unless it has been extended."""
    world = matter.world
    day = max(world.today, matter.request.marks["team_until"] + 1)
    world.clock.put(day, "act", f"{matter.request.id} expire", priority=2)


@effect
def tell_team_expired(matter: Matter) -> None:
    """The team's term is over and nobody has extended it."""
    matter.tell("team_expired", stops=True, source=rests_on(matter) or ground_source(matter, "joint_team"))
