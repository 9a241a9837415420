"""Days and working days. A day is a proleptic ordinal (`date.toordinal`); holidays are frozen tables of the pack."""

import re
from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

SATURDAY = 5
"""The first day of the weekend as `date.weekday` counts; every country of the pack rests on Saturday and Sunday."""


class OutsideCalendar(ValueError):
    """A day lies outside the frozen tables."""


class Calendar:
    """The working-day calendar of one country, for the years its frozen table covers."""

    __slots__ = ("_days", "country", "estimated", "first", "last")

    def __init__(self, country: str, first: int, last: int, closed: Collection[int], opened: Collection[int] = (),
                 estimated: Collection[int] = ()) -> None:  # fmt: skip
        self.country, self.first, self.last = country, first, last
        self.estimated = frozenset(estimated)
        shut, open_ = frozenset(closed), frozenset(opened)
        self._days = [
            day for day in range(first, last + 1)
            if day in open_ or (day not in shut and (day + 6) % 7 < SATURDAY)
        ]  # fmt: skip

    def _within(self, day: int) -> None:
        if not self.first <= day <= self.last:
            raise OutsideCalendar(f"{date.fromordinal(day)} is outside the calendar of {self.country}")

    def is_working_day(self, day: int) -> bool:
        """Do offices work on this day?"""
        self._within(day)
        place = bisect_right(self._days, day)
        return place > 0 and self._days[place - 1] == day

    def add_working_days(self, day: int, count: int) -> int:
        """The day on which `count` working days after `day` are over; nought gives the day itself."""
        self._within(day)
        if count <= 0:
            return day
        place = bisect_right(self._days, day) + count - 1
        if place >= len(self._days):
            raise OutsideCalendar(
                f"{count} working days after {date.fromordinal(day)} leave the calendar of {self.country}"
            )
        return self._days[place]

    def shifted(self, day: int, count: int) -> int:
        """A day so many working days later, or earlier where `count` is below nought."""
        if count >= 0:
            return self.add_working_days(day, count)
        self._within(day)
        place = bisect_right(self._days, day) - 1 + count
        if place < 0:
            raise OutsideCalendar(
                f"{-count} working days before {date.fromordinal(day)} leave the calendar of {self.country}"
            )
        return self._days[place]

    def working_days_between(self, first: int, last: int) -> int:
        """How many working days lie after `first`, up to and including `last`."""
        self._within(first)
        self._within(last)
        return bisect_right(self._days, last) - bisect_right(self._days, first)

    def holidays_between(self, first: int, last: int) -> tuple[int, ...]:
        """The days from `first` to `last`, as far as the table goes, on which offices are closed though it is no weekend."""
        first, last = max(first, self.first), min(last, self.last)
        return tuple(
            day for day in range(first, last + 1) if (day + 6) % 7 < SATURDAY and not self.is_working_day(day)
        )

    def next_working_day(self, day: int) -> int:
        """This day if offices work on it, else the next on which they do."""
        return day if self.is_working_day(day) else self.add_working_days(day, 1)


TERM = re.compile(r"(\d+) (working )?(day|week|month|year)s?$")
DAYS_OF = {"day": 1, "week": len("MTWTFSS"), "month": 0, "year": 0}
MONTHS_OF = {"day": 0, "week": 0, "month": 1, "year": len("JFMAMJJASOND")}


@dataclass(frozen=True, slots=True)
class Term:
    """A time limit: "40 days", "10 working days", "3 weeks", "2 months", "1 year"."""

    days: int = 0
    months: int = 0
    working: bool = False

    @classmethod
    def parse(cls, words: str) -> "Term":
        """The term that words stand for; ValueError says what is understood."""
        found = TERM.match(words.strip())
        if found is None or (found.group(2) and found.group(3) != "day"):
            raise ValueError(f"expected a duration such as 40 days, 10 working days or 2 months, not {words!r}")
        number, unit = int(found.group(1)), found.group(3)
        return cls(number * DAYS_OF[unit], number * MONTHS_OF[unit], bool(found.group(2)))

    def deadline(self, start: int, calendar: Calendar | None = None) -> int:
        """The last day of the term that begins the day after `start`."""
        if self.working:
            if calendar is None:
                raise ValueError("working days need a calendar")
            return calendar.add_working_days(start, self.days)
        return add_months(start, self.months) + self.days

    def calendar_days(self) -> int:
        """The term in calendar days, a month being the days of an ordinary one; for durations inside a story."""
        day_one = date(2001, 1, 1).toordinal()
        return self.days + add_months(day_one, self.months) - day_one


def add_months(day: int, months: int) -> int:
    """The same day of the month so many months later, or the last day of that month."""
    if not months:
        return day
    start = date.fromordinal(day)
    index = start.month - 1 + months
    year, month = start.year + index // MONTHS_OF["year"], index % MONTHS_OF["year"] + 1
    following = date(year + month // MONTHS_OF["year"], month % MONTHS_OF["year"] + 1, 1)
    return min(date(year, month, 1).toordinal() + start.day - 1, following.toordinal() - 1)
