"""What an author may ask of the story: flags, choices, beats, contacts, cases opened abroad; points and the ending."""

from engine.expressions import NEVER
from engine.play.questions.closed_list import question
from engine.play.world import World


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


@question("rule", reads=("score",))
def earned(world: World, rule: str) -> bool:
    """Has this rule of the score already given its points?"""
    return rule in world.earned


@question("ending", reads=("ending",))
def ending(world: World, which: str) -> bool:
    """Did the play end this way?"""
    return world.ending == which
