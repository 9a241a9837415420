"""What a stage does when it is entered, by family; the closed list is complete once this room is open."""

from engine.play.effects import grounds, home, information, letters, persons, teams
from engine.play.effects.closed_list import EFFECTS, Effect, known_effects
from engine.play.effects.letters import secure

__all__ = [
    "EFFECTS",
    "Effect",
    "grounds",
    "home",
    "information",
    "known_effects",
    "letters",
    "persons",
    "secure",
    "teams",
]
