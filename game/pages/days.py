"""The days ahead: what each is, and how long to wait."""

from datetime import date

from engine import Decision, SeatView
from game.pages.page import Draft, Go, Offer, Page, Until
from game.pages.telling import Telling

WEEK = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def weekday(day: int) -> str:
    """The short name of the weekday."""
    return WEEK[date.fromordinal(day).weekday()]


def date_line(kind: str, about: str, tell: Telling) -> str:
    """What a date ahead is."""
    return dates_line(kind, (about,), tell)


def dates_line(kind: str, about: tuple[str, ...], tell: Telling) -> str:
    """What a date ahead is, for everything that has it."""
    said = tell.words(f"date.{kind}")
    if kind == "deadline":
        return said
    return f"{said}{' ' if kind == 'perishes' else ': '}{'; '.join(tell.name(each) for each in about)}"


def wait(view: SeatView, tell: Telling) -> Page:
    """How long to wait."""
    words = tell.words
    page = Draft("wait", words("page.wait"))
    week = date.fromordinal(view.today + len(WEEK)).isoformat()
    for key, until in (("something", "something"), ("day", "day"), ("week", week)):
        page.offer(Offer(words(f"wait.{key}"), Decision(view.seat, "wait", (), {"until": until})))
    days: dict[int, dict[str, list[str]]] = {}
    for each in view.dates:
        if view.today < each.day <= view.deadline:
            days.setdefault(each.day, {}).setdefault(each.kind, []).append(each.about)
    for day, kinds in list(days.items())[:4]:
        iso = date.fromordinal(day).isoformat()
        why = "; ".join(dates_line(kind, tuple(about), tell) for kind, about in kinds.items())
        text = f"{words.date(day)} ({why})"
        page.offer(Offer(text, Decision(view.seat, "wait", (), {"until": iso})))
    page.offer(Offer(words("wait.typed"), Until()))
    page.offer(Offer(words("page.back"), Go("desk"), key="d"))
    return page.done()
