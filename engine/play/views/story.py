"""The story and its people, as a seat may see them."""

from engine.play.foresight import foreseen
from engine.play.views.seen import BeatView, ChoiceView, ContactView, PersonView
from engine.play.world import TOP, World
from engine.scenario import BeatChoice

BANDS = 5
"""Alertness and danger are shown as so many lamps, never as a number."""


def lamps(points: int) -> int:
    """A clock as lamps: 0 when at rest, 5 when at its end."""
    return min(BANDS, (points * BANDS + TOP - 1) // TOP)


def beat_views(world: World, seat: str) -> tuple[BeatView, ...]:
    """The beats on the table that this seat may see."""
    found = []
    for id, state in world.beats.items():
        beat = world.scenario.beats[id]
        if state.state == "open" and seat in beat.seats:
            shown = tuple(choice_view(world, choice, seat) for choice in beat.choices
                          if choice.when is None or choice.when.holds(world))  # fmt: skip
            by = state.since + beat.default[1] if beat.default else None
            found.append(BeatView(id, beat.title, beat.text, state.since, by, shown, beat.seats, beat.picture,
                                  beat.known, beat.open))  # fmt: skip
    return tuple(found)


def waiting_elsewhere(world: World, seat: str) -> tuple[tuple[str, int], ...]:
    """Other seats with beats to decide that this seat does not see: (seat, how many), never what about."""
    hidden = [world.scenario.beats[id] for id, state in world.beats.items() if state.state == "open"]
    hidden = [beat for beat in hidden if beat.choices and seat not in beat.seats]
    counts = ((other, sum(1 for beat in hidden if other in beat.seats)) for other in world.scenario.seats)
    return tuple((other, count) for other, count in counts if count)


def choice_view(world: World, choice: BeatChoice, seat: str) -> ChoiceView:
    """One choice of a beat, for this seat."""
    possible = choice.possible is None or choice.possible.holds(world)
    return ChoiceView(choice.id, choice.text, choice.seat, choice.seat == seat, possible,
                      "" if possible else choice.why_not, choice.instrument, choice.takes, choice.source,
                      foreseen(world, choice.does))  # fmt: skip


def person_view(world: World, id: str) -> PersonView:
    """A person as the file has it."""
    person, where = world.scenario.people[id], world.people[id]
    victim = person.role == "victim"
    return PersonView(id, person.role, person.name, person.title, person.nationality, where.believed, where.custody,
                      where.held_since, where.fled is not None and where.believed != person.believed, where.safe is not None,
                      lamps(world.danger[id]) if victim else None, lamps(world.trust[id]) if victim else None,
                      person.wants, person.refuses, person.needs, person.child, world.beyond_speciality(id))  # fmt: skip


def contact_views(world: World) -> tuple[ContactView, ...]:
    """The contacts met so far."""
    written = world.scenario.contacts
    return tuple(ContactView(id, c.name, c.post, c.country, c.channel, c.help)
                 for id, c in written.items() if id in world.contacts)  # fmt: skip
