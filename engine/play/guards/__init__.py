"""What a step may ask, by family; the closed list is complete once this room is open."""

from engine.play.guards import home, information, letters, persons, surrender, teams
from engine.play.guards.closed_list import CHANCES, GUARDS, READS, Guard, known_guards

__all__ = [
    "CHANCES",
    "GUARDS",
    "READS",
    "Guard",
    "home",
    "information",
    "known_guards",
    "letters",
    "persons",
    "surrender",
    "teams",
]
