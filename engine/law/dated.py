"""Dated values: what a rule says, from which day."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from typing import Any

BEGINNING = 0
"""The day from which a value holds when no source gives the first day."""


COUNTED = " in the source; counted from the last day"
"""How a note says that a source gave a year or a month only."""


def period(note: str | None) -> str | None:
    """The year or month that stands in the source, where a first day was counted from its end."""
    said, counted, _ = (note or "").partition(COUNTED)
    return said if counted else None


class NoRuleYet(LookupError):
    """A rule was asked about before the first day for which it says anything."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule says from a day on.

    Attributes:
        path: `extradition.own_nationals`. value: typed, for the engine; None where only words exist.
        says: the text for people. start: first day (proleptic ordinal, 0 = open); ended: the rule ceased on that day.
        confidence: sourced, known, uncertain. link, note: may be None. checked: ISO day.
    """

    path: str
    value: Any
    says: str
    start: int
    confidence: str
    link: str | None
    note: str | None
    checked: str
    ended: bool = False

    @property
    def period(self) -> str | None:
        """The year or month from which it holds, where the source gives no day."""
        return period(self.note)


class Dated:
    """One rule through time: each value holds from its day until the next."""

    __slots__ = ("_days", "path", "values")

    def __init__(self, path: str, values: tuple[Rule, ...]) -> None:
        self.path = path
        self.values = tuple(sorted(values, key=lambda rule: rule.start))
        self._days = [rule.start for rule in self.values]

    def on(self, day: int) -> Rule | None:
        """What the rule says on a day; None = it has ceased. Asking before its first day is an error."""
        place = bisect_right(self._days, day)
        if not place:
            raise NoRuleYet(f"{self.path} says nothing before {date.fromordinal(self._days[0])}")
        found = self.values[place - 1]
        return None if found.ended else found

    def nearest(self, day: int | None) -> Rule:
        """The value to cite for a day: what then stands, else the first one; None = the latest."""
        place = len(self._days) if day is None else max(1, bisect_right(self._days, day))
        return self.values[place - 1]
