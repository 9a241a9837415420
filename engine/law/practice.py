"""Practice: how long things take and how often they go wrong. Training parameters, never law."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from engine.luck import Spread


@dataclass(frozen=True, slots=True)
class Delay:
    """(min, typical, max) of a stage, in `unit` (working_days or calendar_days), with a note for the curious."""

    values: Spread
    unit: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class DelayRow:
    """One row of the table; None = any."""

    stage: str
    kind: str | None
    group: str | None
    routes: tuple[str, ...]
    delay: Delay

    def fits(self, kind: str | None, group: str, route: str | None) -> bool:
        """Is this the row for a kind of evidence, a group of countries and a route?"""
        return (self.kind in (None, kind) and self.group in (None, group)
                and (not self.routes or route in self.routes))  # fmt: skip


@dataclass(frozen=True, slots=True)
class PairGroup:
    """How a pair of countries falls into a group of practice: the first that fits."""

    id: str
    with_: str | None
    partners: tuple[str, ...]
    both_in: str | None
    one_in: str | None


class Practice:
    """The table of delays with its groups, and the odds."""

    def __init__(self, rows: Mapping[str, tuple[DelayRow, ...]], groups: tuple[PairGroup, ...],
                 members: Mapping[str, Mapping[str, int]], factors: Mapping[str, int],
                 odds: Mapping[str, Mapping[str, int]], vacation: tuple[str, str], vacation_stages: tuple[str, ...],
                 kinds: Mapping[str, str], order: tuple[str, ...], words: Mapping[str, str]) -> None:  # fmt: skip
        self._rows, self._groups, self._members, self._factors = rows, groups, members, factors
        self.odds, self.vacation_stages = odds, vacation_stages
        self._vacation = tuple(tuple(map(int, day.split("-"))) for day in vacation)
        self._kinds, self._order = kinds, order
        self.words = words
        self._found: dict[tuple[str, str, str | None, str, str | None], Delay | None] = {}
        self._pairs: dict[tuple[str, str, int], str] = {}

    def group(self, first: str, second: str, day: int) -> str:
        """The group of practice a pair of countries falls into on a day."""
        key = (first, second, day)
        if key not in self._pairs:
            self._pairs[key] = self._group(first, second, day)
        return self._pairs[key]

    def _group(self, first: str, second: str, day: int) -> str:
        for group in self._groups:
            if group.with_ is not None and group.with_ not in (first, second):
                continue
            other = second if first == group.with_ else first
            if group.partners and other not in group.partners:
                continue
            inside = [self._in(group.both_in or group.one_in or "", c, day) for c in (first, second)]
            if group.both_in and not all(inside):
                continue
            if group.one_in and not any(inside):
                continue
            return group.id
        return self._groups[-1].id

    def _in(self, organisation: str, country: str, day: int) -> bool:
        since = self._members.get(country, {}).get(organisation)
        return since is not None and since <= day

    def find(self, procedure: str, stage: str, requesting: str, requested: str, day: int, kind: str | None = None,
             route: str | None = None) -> Delay | None:  # fmt: skip
        """The practice value of a stage between two countries on a day, or None when there is none."""
        group = self.group(requesting, requested, day)
        key = (procedure, stage, kind, group, route)
        if key not in self._found:
            heading = self._kinds.get(kind or "", kind)
            rows = (
                row for row in self._rows.get(procedure, ()) if row.stage == stage and row.fits(heading, group, route)
            )
            self._found[key] = next((row.delay for row in rows), None)
        return self._found[key]

    def weight(self, kind: str) -> int:
        """The place of a kind of evidence among those that take ever longer."""
        heading = self._kinds.get(kind, kind)
        return self._order.index(heading) if heading in self._order else 0

    def factor(self, name: str) -> int:
        """A factor in percent (for `relation_point`: per point)."""
        return self._factors[name]

    def in_court_vacation(self, day: int) -> bool:
        """Is this day in the courts' summer vacation?"""
        today = date.fromordinal(day)
        return self._vacation[0] <= (today.month, today.day) <= self._vacation[1]

    @property
    def return_odds(self) -> Mapping[str, int]:
        """Chances in a hundred that a paper of this quality (good, fair, poor) comes back."""
        return self.odds["returned"]

    def answer_odds(self, ease: int) -> int:
        """Chances in a hundred that a contact of this helpfulness (1-5) answers."""
        return self.odds["answers"][str(max(1, min(5, ease)))]

    def number(self, name: str) -> int:
        """A single training parameter: consent, appeal, leak_alarm, courtesy_hold_days."""
        return self.odds["single"][name]
