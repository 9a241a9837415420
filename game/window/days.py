"""What asks for a day: a field in which it is written as 2009-10-14, a button; both unfold the sheet of a month."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from game.window.brush import Brush
from game.window.editor import Field
from game.window.layers import Layer
from game.window.months import Almanac, AsksForDay, day_of
from game.window.widgets import Button

ICON = 32.0


@dataclass
class DayField(AsksForDay, Field):
    """A field for a day; the mouse on its calendar, Enter or the down arrow unfold the month."""

    almanac: Almanac | None = None
    name: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.pointer: tuple[float, float] | None = None
        if self.press is None:
            self.press = lambda: None

    @property
    def says(self) -> str:
        """Its name, the day in words, or what is written."""
        day = day_of(self.writing.text)
        told = (
            self.almanac.said(day) if self.almanac is not None and day is not None else self.writing.text or self.hint
        )
        return ". ".join(each for each in (self.name, told, self.tip) if each)

    @property
    def chosen(self) -> int | None:
        """The day that is written."""
        return day_of(self.writing.text)

    def take(self, day: int) -> None:
        """Write a day."""
        self.writing.mark, self.writing.caret = 0, len(self.writing.text)
        self.writing.put(date.fromordinal(day).isoformat())

    def pointed(self, x: float, y: float) -> None:
        """Where the mouse presses."""
        self.pointer = (x, y)

    def layer(self) -> Layer | None:
        """The month; a press of the mouse among the letters only places the caret."""
        if self.pointer is not None and self.pointer[0] < self.box[0] + self.box[2] - ICON:
            return None
        return super().layer()

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """A field with a calendar at its end."""
        super().paint(brush, focus, hover)
        x, y, w, h = self.box
        brush.icon(x + w - 24, y + (h - 15) / 2, "calendar", 15, "ink2")


@dataclass
class DayButton(AsksForDay, Button):
    """A button that asks for a day; `pick` is told the day that was taken."""

    almanac: Almanac | None = None
    pick: Callable[[int], None] | None = None

    def __post_init__(self) -> None:
        if self.press is None:
            self.press = lambda: None

    def take(self, day: int) -> None:
        """Tell it."""
        if self.pick is not None:
            self.pick(day)
