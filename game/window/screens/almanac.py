"""The days of a country for the sheet of a month: how they are said, on which of them no office works."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from game.window.months import HOLIDAY, WEEKEND, Almanac, nothing
from game.words import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from game.window.app import App

SATURDAY = WEEKDAYS.index("Sat")


def almanac(app: "App", country: str, barred: Callable[[int], str] = nothing) -> Almanac:
    """What is known of the days of a country, and why one of them cannot be taken."""
    words, calendar = app.words, app.sitting.scenario.law.calendar(country)

    def tint(day: int) -> str:
        if date.fromordinal(day).weekday() >= SATURDAY:
            return WEEKEND
        return HOLIDAY if calendar.holidays_between(day, day) else ""

    def month(day: int) -> str:
        when = date.fromordinal(day)
        return f"{MONTHS[when.month - 1]} {when.year}"

    def closed(day: int) -> str:
        token = tint(day)
        return words(f"days.{token}") if token else ""

    heads = tuple(each[:2] for each in WEEKDAYS)
    return Almanac(app.view.today, words.date, month, heads, tint, closed, barred, words("days.hint"))


def to_come(app: "App") -> Almanac:
    """The days that can be waited for: after today, up to the deadline of the case; those of home."""
    words, view = app.words, app.view

    def barred(day: int) -> str:
        if day <= view.today:
            return words("days.today" if day == view.today else "refused.date_is_past")
        return words("days.late", date=words.short(view.deadline)) if day > view.deadline else ""

    return almanac(app, view.home, barred)
