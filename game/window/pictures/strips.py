"""Strips: the timeline, twenty dots for a delay, the bar of proof."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import pygame

from game.window.brush import Box, Brush
from game.window.theme import Colour

ROW = 25.0
HEAD = 34.0
NAMES = 236.0
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEK = len("MTWTFSS")
LEAST_WORD = 22.0
"""A name shorter than this is not worth an ellipsis."""


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
    """A row of the timeline: icon, flag, short name, name, token of its colour, bars, deadlines (day, words), holidays.

    `latest` = nine in ten such papers are back by that day; `after` = words behind the last bar of what is over.
    """

    icon: str
    country: str
    name: str
    token: str
    bars: tuple[Bar, ...] = ()
    limits: tuple[tuple[int, str], ...] = ()
    latest: int | None = None
    short: str = ""
    holidays: tuple[int, ...] = ()
    after: str = ""


@dataclass(frozen=True, slots=True)
class TimelineModel:
    """What the timeline shows, from one day to another; `today` may be a part of a day while days go by."""

    first: int
    last: int
    today: float
    lines: tuple[Line, ...]
    selected: int = -1
    top: int = 0
    words: str = "today"


@dataclass(frozen=True, slots=True)
class Scale:
    """Where a day is, in logical pixels."""

    left: float
    width: float
    first: int
    last: int

    def at(self, day: float) -> float:
        """The left edge of a day."""
        return self.left + self.width * (day - self.first) / max(1, self.last - self.first)

    def clip(self, day: float) -> float:
        """The same, held inside the strip."""
        return min(self.left + self.width, max(self.left, self.at(day)))


def rows_in(height: float) -> int:
    """How many rows a timeline of this height shows whole."""
    return max(1, int((height - HEAD) / ROW))


def draw_timeline(brush: Brush, box: Box, model: TimelineModel) -> None:
    """Months and weeks, a row a paper, bars, limits, today."""
    x, y, w, h = box
    names = min(NAMES, w * 0.4)
    scale = Scale(x + names, w - names - 12, model.first, model.last)
    draw_months(brush, box, scale)
    shown = model.lines[model.top : model.top + rows_in(h) + 1]
    for number, line in enumerate(shown):
        top = y + HEAD + number * ROW
        if number + model.top == model.selected:
            brush.fill((x, top + 1, w, ROW - 1), "sel")
            brush.fill((x, top + 1, 3, ROW - 1), "pri")
        brush.line(x, top, w)
        draw_row(brush, (x, top, names, ROW), line, scale)
    if model.first <= model.today <= model.last:
        at = scale.at(model.today)
        brush.upright(at, y + HEAD, h - HEAD, "ink")
        wide = brush.width(model.words, "axis") + 14
        brush.box((at - wide / 2, y + 15, wide, 17), "pri", None, 3)
        brush.text(at - wide / 2, y + 16, model.words, "axis", "priT", wide, "centre")
    if len(model.lines) > rows_in(h):
        share = rows_in(h) / len(model.lines)
        room = h - HEAD - 6
        brush.box((x + w - 6, y + HEAD + 3 + room * model.top / len(model.lines), 4, room * share), "line2", None, 2)


def draw_months(brush: Brush, box: Box, scale: Scale) -> None:
    """Weekends as bands, months and Mondays above."""
    x, y, w, h = box
    one = scale.width / max(1, scale.last - scale.first)
    step = 1 if one * WEEK > 40 else 2 if one * WEEK > 20 else 4
    for day in range(scale.first, scale.last + 1):
        when = date.fromordinal(day)
        if when.weekday() >= WEEK - 2 and day < scale.last:
            brush.fill((scale.at(day), y + HEAD, one, h - HEAD), "wk")
        if when.day == 1 or day == scale.first:
            if when.day == 1:
                brush.upright(scale.at(day), y + 2, h - 2, "line2")
            following = (when.replace(day=1) + timedelta(days=WEEK * 5)).replace(day=1).toordinal()
            year = f" {when.year}" if day == scale.first or when.month == 1 else ""
            room = min(x + w, scale.at(following)) - scale.at(day) - 8
            if room > brush.width(MONTHS[when.month - 1] + year, "label"):
                brush.text(scale.at(day) + 4, y + 1, MONTHS[when.month - 1] + year, "label", "ink", room)
        if when.weekday() == 0 and scale.at(day) < x + w - 24 and day // WEEK % step == 0:
            brush.text(scale.at(day) - 10, y + 18, str(when.day), "axis", "ink3", 22, "centre")


def draw_row(brush: Brush, box: Box, line: Line, scale: Scale) -> None:
    """One row: its name at the left, then holidays there, bars, the slow tenth, limits."""
    x, top, names, _ = box
    brush.icon(x + 11, top + 5, line.icon, 15, line.token)
    at = x + 34
    if line.short:
        at += max(28.0, brush.text(at, top + 3.5, line.short, "second", "ink2") + 8)
    if line.country:
        at += brush.flag(at, top + 7, line.country, 11) + 7
    brush.text(at, top + 3.5, line.name, "second", "ink", x + names - at - 8)
    one = scale.width / max(1, scale.last - scale.first)
    for day in line.holidays:
        if scale.first <= day < scale.last:
            brush.fill((scale.at(day), top + 1, max(one, 2), ROW - 1), "hol")
            brush.box((scale.at(day) + one / 2 - 1.5, top + ROW - 6, 3, 3), "per", None, 2)
    for bar in line.bars:
        draw_bar(brush, bar, line, scale, top)
    draw_late(brush, line, scale, top)
    end = max((scale.clip(bar.end) for bar in line.bars), default=scale.left)
    if line.after:
        icon = brush.text(end + 6, top + 3.5, line.after, "second", line.token, max(20.0, scale.left + scale.width - end - 8))
        end += icon + 8
    draw_limits(brush, line, scale, top)


def draw_bar(brush: Brush, bar: Bar, line: Line, scale: Scale, top: float) -> None:
    """One stage: done is solid, expected a tint with an outline, returned white with a red edge."""
    a, b = scale.clip(bar.start), scale.clip(bar.end)
    if b - a < 3:
        if bar.end < scale.first or bar.start > scale.last:
            return
        b = min(scale.left + scale.width, a + 3)
    fill = "card" if bar.bad else line.token if bar.done else f"{line.token}~"
    brush.box((a, top + 5.5, max(2.0, b - a - 1), 14), fill, "exc" if bar.bad else line.token, 2)
    token = "exc" if bar.bad else "card" if bar.done else line.token
    if b - a - 8 >= min(brush.width(bar.words, "axis"), LEAST_WORD):
        brush.text(a + 4, top + 5.5, bar.words, "axis", token, b - a - 7)


def draw_late(brush: Brush, line: Line, scale: Scale, top: float) -> None:
    """Hatching to the day by which nine in ten are back, closed by a tick."""
    if line.latest is None or not line.bars:
        return
    a, b = scale.clip(line.bars[-1].end), scale.clip(line.latest)
    if b - a < 3:
        return
    area = brush.real((a + 2, top + 9, b - a - 2, 7))
    brush.surface.blit(hatching(area.w, area.h, brush.k, brush.theme["ctl"]), area)
    if scale.at(line.latest) <= scale.left + scale.width:
        brush.upright(b, top + 5, ROW - 10, line.token)


@lru_cache(maxsize=128)
def hatching(width: int, height: int, k: float, colour: Colour) -> pygame.Surface:
    """Thin slanted lines on nothing, drawn once for each size."""
    made = pygame.Surface((width, height), pygame.SRCALPHA)
    made.fill((*colour[:3], 0))
    for at in range(-round(7 * k), width, max(1, round(4 * k))):
        pygame.draw.aaline(made, colour, (at, height), (at + 7 * k, 0))
    return made


def draw_limits(brush: Brush, line: Line, scale: Scale, top: float) -> None:
    """Deadlines as hollow diamonds with words; words that would run into the next diamond are cut."""
    inside = sorted(limit for limit in line.limits if scale.first <= limit[0] <= scale.last)
    for number, (day, words) in enumerate(inside):
        at = scale.at(day)
        following = scale.at(inside[number + 1][0]) - 8 if number + 1 < len(inside) else scale.left + scale.width
        need = brush.width(words, "second")
        if words and following - at - 12 > 24:
            wide = min(need, following - at - 14)
            brush.box((at + 6, top + 4.5, wide + 8, 16), "panel", None, 3)
            brush.text(at + 10, top + 3.5, words, "second", "exc", wide + 1)
        diamond(brush, at, top + ROW / 2)


def diamond(brush: Brush, x: float, y: float) -> None:
    """A limit."""
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
        brush.text(x + (w - 24) * mark / most, base + 4, str(mark), "axis", "ink3")
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
