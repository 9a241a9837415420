"""What followed from a decision or from the passing of time, in typed form; the words stand in the words files."""

from typing import NamedTuple

Value = str | int | bool | tuple[str, ...] | None
"""What an outcome may carry: ids, whole numbers, days as ISO text."""


class Outcome(NamedTuple):
    """One thing that followed.

    Attributes:
        day: when, a proleptic ordinal.
        kind: which of the words' `outcome.*` keys tells it.
        about: ids of what it concerns: a request, an item, a person, a beat.
        told: named values for the words.
        because: number of the decision it follows from; 0 = the case as it was on the first day.
        source: reference to the rule that made it so, or None where no rule decided.
        seen_by: the seats that may know it; empty = nobody before the debrief.
        stops: does waiting stop for it?
    """

    day: int
    kind: str
    about: tuple[str, ...]
    told: tuple[tuple[str, Value], ...] = ()
    because: int = 0
    source: str | None = None
    seen_by: tuple[str, ...] = ()
    stops: bool = False

    def get(self, name: str) -> Value:
        """The named value it carries, or None."""
        for key, value in self.told:
            if key == name:
                return value
        return None
