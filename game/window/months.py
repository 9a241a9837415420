"""The sheet of a month that unfolds over the page, to take a day from it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pygame

from game.window.brush import Brush
from game.window.layers import Layer, Unfolds, beside, sheet
from game.window.widgets import HIT

WEEK, ROWS, YEAR = len("MTWTFSS"), 6, len("JFMAMJJASOND")
FIRST, LAST = date(1900, 1, 1).toordinal(), date(2099, 12, 31).toordinal()
"""What the sheet can be turned to; nothing is decided by it."""
CELL, LEAST_CELL, PAD, HEAD, HEADS, FOOT, NOTES = 36.0, 16.0, 10.0, 34.0, 20.0, 62.0, 2
STEPS = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1, pygame.K_UP: -WEEK, pygame.K_DOWN: WEEK}
WRITTEN = "0123456789-"
WEEKEND, HOLIDAY = "wk", "hol"
"""How a day is tinted, by the tokens of the timeline."""


def nothing(day: int) -> str:
    """Nothing is to be said of a day."""
    return ""


@dataclass(frozen=True)
class Almanac:
    """What is known of days: today, how a day and its month are said, the heads of a week, which days are no working days
    (by token) and why, and why a day cannot be taken.
    """

    today: int
    said: Callable[[int], str]
    month: Callable[[int], str]
    heads: tuple[str, ...]
    tint: Callable[[int], str] = nothing
    closed: Callable[[int], str] = nothing
    barred: Callable[[int], str] = nothing
    hint: str = ""


@dataclass
class Seen:
    """What a month was asked of days, kept while it is open: a sheet has forty-two of them."""

    almanac: Almanac
    tints: dict[int, str] = field(default_factory=dict)
    bars: dict[int, str] = field(default_factory=dict)

    def tint(self, day: int) -> str:
        """The token of a day that is no working day."""
        if day not in self.tints:
            self.tints[day] = self.almanac.tint(day)
        return self.tints[day]

    def barred(self, day: int) -> str:
        """Why it cannot be taken."""
        if day not in self.bars:
            self.bars[day] = self.almanac.barred(day)
        return self.bars[day]


class AsksForDay(Unfolds):
    """Something that asks for a day: where its sheet is opened, which day it has, what taking one does."""

    almanac: Almanac | None = None

    @property
    def chosen(self) -> int | None:
        """The day it has."""
        return None

    @property
    def day(self) -> int:
        """The day it has, else today."""
        assert self.almanac is not None
        return self.chosen or self.almanac.today

    def take(self, day: int) -> None:
        """A day is taken."""

    def layer(self) -> Layer | None:
        """The month."""
        return Month(self)


class Month(Layer):
    """The sheet of a month with a cursor on a day."""

    def __init__(self, of: AsksForDay) -> None:
        super().__init__(of)
        assert of.almanac is not None
        self.almanac, self.seen = of.almanac, Seen(of.almanac)
        self.cursor, self.letters, self.cell = max(FIRST, min(LAST, of.day)), "", HIT
        self.under: int | None = None

    @property
    def says(self) -> str:
        """The day under the cursor, what closes it, why it cannot be taken."""
        return ". ".join(self.told(self.cursor))

    def told(self, day: int) -> list[str]:
        """A day in words: which, what closes it, why not."""
        of_it = (self.almanac.said(day), self.almanac.closed(day), self.seen.barred(day))
        return [each for each in of_it if each]

    # -- where things are ---------------------------------------------------------------------------------------------

    def place(self, brush: Brush, w: float, h: float) -> None:
        """Beside its field; lower cells where the window is low. A day that has gone by is known."""
        if self.of.almanac is not None and self.of.almanac.today != self.almanac.today:
            self.almanac, self.seen = self.of.almanac, Seen(self.of.almanac)
        fixed = HEAD + HEADS + FOOT + PAD
        self.cell = max(LEAST_CELL, min(HIT, (h - 2 * PAD - fixed) / ROWS))
        self.box = beside(self.of.box, CELL * WEEK + 2 * PAD, fixed + self.cell * ROWS, w, h)

    @property
    def start(self) -> int:
        """The Monday with which the sheet begins."""
        first = date.fromordinal(self.cursor).replace(day=1)
        return first.toordinal() - first.weekday()

    def cell_of(self, day: int) -> tuple[float, float, float, float]:
        """The box of a day."""
        row, column = divmod(day - self.start, WEEK)
        return (self.box[0] + PAD + column * CELL, self.box[1] + HEAD + HEADS + row * self.cell, CELL, self.cell)

    def day_at(self, x: float, y: float) -> int | None:
        """The day under the mouse."""
        column, row = (x - self.box[0] - PAD) // CELL, (y - self.box[1] - HEAD - HEADS) // self.cell
        if 0 <= column < WEEK and 0 <= row < ROWS:
            return self.start + int(row) * WEEK + int(column)
        return None

    # -- keys and mouse -----------------------------------------------------------------------------------------------

    def go(self, day: int) -> None:
        """The cursor to a day."""
        self.cursor, self.under, self.letters = max(FIRST, min(LAST, day)), None, ""

    def turn(self, months: int) -> None:
        """So many months on, to the same day or the last of its month."""
        self.go(turned(self.cursor, months))

    def key(self, event: Any) -> bool:
        """Arrows, Home and End, pages (with Shift a year); Enter takes the day, unless it cannot be taken."""
        weekday = date.fromordinal(self.cursor).weekday()
        if event.key in STEPS:
            self.go(self.cursor + STEPS[event.key])
        elif event.key in (pygame.K_HOME, pygame.K_END):
            self.go(self.cursor - weekday + (WEEK - 1 if event.key == pygame.K_END else 0))
        elif event.key in (pygame.K_PAGEUP, pygame.K_PAGEDOWN):
            far = YEAR if event.mod & pygame.KMOD_SHIFT else 1
            self.turn(far if event.key == pygame.K_PAGEDOWN else -far)
        elif event.key == pygame.K_BACKSPACE:
            self.letters = self.letters[:-1]
        elif event.key in (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE):
            return not self.take(self.cursor)
        return True

    def take(self, day: int) -> bool:
        """Take a day; False where it cannot be taken."""
        self.go(day)
        if self.seen.barred(day):
            return False
        self.of.take(day)
        return True

    def typed(self, text: str) -> None:
        """A day that is typed is gone to as soon as it is one."""
        letters = self.letters + "".join(each for each in text if each in WRITTEN)
        day = day_of(letters)
        if day is not None:
            self.go(day)
        else:
            self.letters = letters[-len("2009-10-14") :]

    def pressed(self, x: float, y: float) -> bool:
        """A day is taken; an arrow turns the month."""
        day = self.day_at(x, y)
        if day is not None:
            return not self.take(day)
        if y < self.box[1] + HEAD and not self.box[0] + HEAD < x < self.box[0] + self.box[2] - HEAD:
            self.turn(-1 if x <= self.box[0] + HEAD else 1)
        return True

    def over(self, x: float, y: float) -> None:
        """The day under the mouse is told below."""
        self.under = self.day_at(x, y)

    def wheel(self, by: float) -> None:
        """Month by month."""
        if by:
            self.turn(-1 if by > 0 else 1)

    # -- the picture --------------------------------------------------------------------------------------------------

    def paint(self, brush: Brush) -> None:
        """Month, heads, days, what is told of one of them."""
        sheet(brush, self.box)
        x, y, w, _ = self.box
        brush.text(x + HEAD, y + 8, self.almanac.month(self.cursor), "label", "ink", w - 2 * HEAD, "centre")
        brush.icon(x + PAD + 4, y + 9, "chevron-left", 16, "ink2")
        brush.icon(x + w - PAD - 20, y + 9, "chevron-right", 16, "ink2")
        for number, head in enumerate(self.almanac.heads):
            brush.text(x + PAD + number * CELL, y + HEAD + 2, head, "axis", "ink3", CELL, "centre")
        for day in range(self.start, self.start + ROWS * WEEK):
            self.paint_day(brush, day)
        self.paint_told(brush, y + HEAD + HEADS + ROWS * self.cell + 4)

    def paint_day(self, brush: Brush, day: int) -> None:
        """A day: its ground, its number; a dot marks a holiday, a stroke what cannot be taken."""
        x, y, w, h = cell = self.cell_of(day)
        inner, tint, barred = (x + 2, y + 1, w - 4, h - 2), self.seen.tint(day), self.seen.barred(day)
        own = date.fromordinal(day).month == date.fromordinal(self.cursor).month
        if tint:
            brush.fill(cell, tint)
        chosen = day == self.of.chosen and not barred
        if chosen or day == self.under:
            brush.box(inner, "pri" if chosen else "hov", None, 4)
        if day == self.almanac.today:
            brush.box(inner, None, "pri", 4)
        token = "priT" if chosen else "dis" if barred else "ink" if own else "ink3"
        number = str(date.fromordinal(day).day)
        brush.text(x, y + (h - 18) / 2, number, "button" if own and not barred else "body", token, w, "centre")
        if barred:
            wide = brush.width(number, "body") + 6
            brush.line(x + (w - wide) / 2, y + h / 2, wide, "dis")
        if tint == HOLIDAY:
            brush.box((x + w - 11, y + 4, 4, 4), "priT" if chosen else "ink2", None, 2)
        if day == self.cursor:
            brush.focus(inner, inside=True)

    def paint_told(self, brush: Brush, top: float) -> None:
        """What is typed, or the day in words, what closes it; why it cannot be taken, else how to go on."""
        x, _, w, _ = self.box
        day = self.cursor if self.under is None else self.under
        why, closed = self.seen.barred(day), self.almanac.closed(day)
        brush.line(x + 1, top, w - 2)
        brush.text(
            x + PAD,
            top + 5,
            f"{self.letters}…" if self.letters else self.almanac.said(day),
            "label",
            "ink",
            w - 2 * PAD,
        )
        left = x + PAD + brush.width(self.almanac.said(day), "label") + 8
        if closed and not self.letters:
            brush.text(left, top + 6, closed, "second", "ink2", x + w - PAD - left)
        rows = brush.lines(why or self.almanac.hint, "second", w - 2 * PAD - (19 if why else 0))
        if why:
            brush.icon(x + PAD, top + 25, "lock", 13, "exc")
        for number, row in enumerate(rows[:NOTES]):
            token, inset = ("exc", 19) if why else ("ink3", 0)
            brush.text(x + PAD + inset, top + 24 + 16 * number, row, "second", token, w - 2 * PAD - inset)


def turned(day: int, months: int) -> int:
    """The same day so many months on, or the last of that month."""
    when = date.fromordinal(day)
    year, month = divmod(when.year * YEAR + when.month - 1 + months, YEAR)
    first = date(max(1, min(year, date.max.year - 1)), month + 1, 1)
    after = date(first.year + (first.month == YEAR), first.month % YEAR + 1, 1)
    return min(first.toordinal() + when.day - 1, after.toordinal() - 1)


def day_of(text: str) -> int | None:
    """A day as it is written: 2009-10-14; None where it is not one."""
    try:
        return date.fromisoformat(text.strip()).toordinal() if len(text.strip()) == len("2009-10-14") else None
    except ValueError:
        return None
