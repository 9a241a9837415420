"""The closed list of things a stage does when it is entered: Matter -> outcomes. A name not here is an error at load."""

from collections.abc import Callable, Mapping
from datetime import date

from engine.play.matter import Matter

Effect = Callable[[Matter], None]
EFFECTS: dict[str, Effect] = {}


def effect(function: Effect) -> Effect:
    """Enter a consequence into the closed list under its own name."""
    EFFECTS[function.__name__] = function
    return function


def world_day(day: int) -> str | None:
    """A proleptic ordinal as ISO text; None for a day that never comes."""
    return date.fromordinal(day).isoformat() if day <= date.max.toordinal() else None


def known_effects() -> Mapping[str, Effect]:
    """The closed list, by name."""
    return EFFECTS
