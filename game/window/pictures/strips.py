"""Strips: the timeline, twenty dots for a delay, the bar of proof."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from game.window.brush import Box, Brush

ROW = 25.0
HEAD = 34.0
NAMES = 236.0
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEK = len("MTWTFSS")


@dataclass(frozen=True, slots=True)
class Bar:
    """A stage of a paper: from, to (proleptic ordinals), its words, whether it is over."""

    start: int
    end: int
    words: str
    done: bool
    bad: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the timeline: icon, flag, name, token of its colour, bars, deadlines (day, words), holidays of that State."""

    icon: str
    country: str
    name: str
    token: str
    bars: tuple[Bar, ...] = ()
    limits: tuple[tuple[int, str], ...] = ()
    latest: int | None = None


@dataclass(frozen=True, slots=True)
class TimelineModel:
    """What the timeline shows, from one day to another."""

    first: int
    last: int
    today: int
    lines: tuple[Line, ...]
    selected: int = -1


def draw_timeline(brush: Brush, box: Box, model: TimelineModel) -> None:
    """Months and weeks, a row a paper, bars, limits, today."""
    x, y, w, h = box
    left, width = x + NAMES, w - NAMES - 12
    span = max(1, model.last - model.first)

    def at(day: float) -> float:
        return left + width * (day - model.first) / span

    shown = model.lines[: max(1, int((h - HEAD) / ROW))]
    for day in range(model.first, model.last + 1):
        when = date.fromordinal(day)
        if when.weekday() >= WEEK - 2:
            brush.fill((at(day), y + HEAD, width / span, h - HEAD), "wk")
        if when.day == 1 or day == model.first:
            brush.upright(at(day), y + 2, h - 2, "line2")
            following = (when.replace(day=1) + timedelta(weeks=5)).replace(day=1).toordinal()
            room = min(x + w - at(day), at(following) - at(day)) - 8
            if room > 36:
                year = f" {when.year}" if day == model.first or when.month == 1 else ""
                brush.text(at(day) + 4, y + 2, MONTHS[when.month - 1] + year, "label", "ink", room)
        if when.weekday() == 0 and when.day > 1 and at(day) < x + w - 20:
            brush.text(at(day) - 10, y + 18, str(when.day), "axis", "ink3", 20, "centre")
    for number, line in enumerate(shown):
        top = y + HEAD + number * ROW
        brush.line(x, top, w)
        if number == model.selected:
            brush.fill((x, top + 1, w, ROW - 1), "sel")
        brush.icon(x + 11, top + 5, line.icon, 15, line.token)
        offset = brush.flag(x + 34, top + 7, line.country, 11) if line.country else 0
        brush.text(x + 40 + offset, top + 3.5, line.name, "second", "ink", NAMES - 50 - offset)
        for bar in line.bars:
            draw_bar(brush, bar, line, at, top, (left, left + width))
        if line.latest is not None and line.bars and line.latest > line.bars[-1].end:
            a, b = max(left, at(line.bars[-1].end)), min(left + width, at(line.latest))
            if b > a:
                brush.line(a, top + ROW / 2, b - a, line.token)
                brush.upright(b, top + 6, ROW - 12, line.token)
        for day, words in line.limits:
            if left <= at(day) <= left + width:
                diamond(brush, at(day), top + ROW / 2)
                room = x + w - at(day) - 14
                if room > 40:
                    brush.text(at(day) + 9, top + 3.5, words, "second", "exc", room)
    if model.first <= model.today <= model.last:
        brush.upright(at(model.today), y + HEAD, h - HEAD, "ink")
        wide = brush.width("today", "axis") + 12
        brush.box((at(model.today) - wide / 2, y + 15, wide, 16), "pri", None, 3)
        brush.text(at(model.today) - wide / 2, y + 16, "today", "axis", "priT", wide, "centre")


def draw_bar(brush: Brush, bar: Bar, line: Line, at: object, top: float, edge: tuple[float, float]) -> None:
    """One stage: done is solid, expected an outline."""
    place = at
    a, b = max(edge[0], place(bar.start)), min(edge[1], place(bar.end))
    if b - a < 2:
        b = min(edge[1], a + 3)
    if b <= a:
        return
    brush.box(
        (a, top + 5.5, b - a - 1, 14),
        line.token if bar.done and not bar.bad else "card",
        "exc" if bar.bad else line.token,
        2,
    )
    if b - a > 34:
        token = "exc" if bar.bad else "card" if bar.done else line.token
        brush.text(a + 4, top + 5.5, bar.words, "axis", token, b - a - 8)


def diamond(brush: Brush, x: float, y: float) -> None:
    """A limit."""
    import pygame

    points = [((x + dx) * brush.k, (y + dy) * brush.k) for dx, dy in ((0, -6), (6, 0), (0, 6), (-6, 0))]
    pygame.draw.polygon(brush.surface, brush.theme["card"], points)
    pygame.draw.aalines(brush.surface, brush.theme["exc"], True, points)
    pygame.draw.polygon(brush.surface, brush.theme["exc"], points, max(1, round(1.5 * brush.k)))


def draw_dots(brush: Brush, box: Box, days: Sequence[int], limit: int | None, token: str) -> None:
    """Twenty equally likely delays, in calendar days; hollow after the limit."""
    x, y, w, h = box
    most = max([*days, limit or 0, 1])
    base = y + h - 20
    step = 5 if most <= 30 else 20 if most <= 120 else 50
    brush.line(x, base, w, "ctl")
    for mark in range(0, most + 1, step):
        brush.text(x + (w - 24) * mark / most - 2, base + 4, str(mark), "axis", "ink3")
    heaps: dict[int, int] = {}
    for day in sorted(days):
        column = round((w - 24) * day / most / 13)
        heaps[column] = heaps.get(column, 0) + 1
        cy = base - 8 - 12 * (heaps[column] - 1)
        late = limit is not None and day > limit
        brush.box(
            (x + column * 13, cy - 5, 10, 10),
            None if late else token,
            "exc" if late else token,
            5,
            max(1, round(1.6 * brush.k)),
        )
    if limit is not None:
        at = x + (w - 24) * limit / most + 6
        brush.upright(at, y + 2, base - y - 2, "exc")


def draw_proof(brush: Brush, box: Box, halves: int, possible: int, needed: int) -> None:
    """What is admitted (solid), what could be (tint), what the court needs (a line); in half points."""
    x, y, w, h = box
    most = max(possible, halves, 4 * needed // 2, 1)
    brush.box((x, y, w, h), "sunken", "line2", 2)
    if possible:
        brush.box((x, y, max(3.0, w * min(1.0, possible / most)), h), "admB", "adm", 2)
    if halves:
        brush.box((x, y, max(3.0, w * min(1.0, halves / most)), h), "adm", None, 2)
    brush.upright(x + w * needed / most, y - 2, h + 4, "ink")


NAMES_OF_STATES: Mapping[str, str] = {"proved": "proved", "possible": "possible", "short": "short"}
