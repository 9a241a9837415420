"""A segmented choice: a few options side by side in one frame, one of them chosen; arrows move, Enter takes the next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.window.brush import Box, Brush
from game.window.widgets import Widget

HEIGHT = 32.0


@dataclass
class Segments(Widget):
    """`options` are (value, words); `pick` is told the value that was chosen."""

    name: str = ""
    options: Sequence[tuple[str, str]] = ()
    chosen: str = ""
    pick: Callable[[str], None] | None = None

    def __post_init__(self) -> None:
        self.pointer: tuple[float, float] | None = None
        if self.press is None:
            self.press = self.take

    @property
    def takes_focus(self) -> bool:
        """Always."""
        return True

    @property
    def says(self) -> str:
        """Its name, what is chosen, and what else there is."""
        said = dict(self.options)
        others = ", ".join(words for value, words in self.options if value != self.chosen)
        return f"{self.name}: {said.get(self.chosen, '')}. ({others})"

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """As wide as its words, or in as many lines as it needs."""
        own = [max(40.0, brush.width(words, "button") + 22) for _, words in self.options]
        self.cells: list[tuple[float, float, float]] = []
        at, top = x, y
        for wide in own:
            if at > x and at + wide > x + w:
                at, top = x, top + HEIGHT + 4
            self.cells.append((at, top, min(wide, w)))
            at += wide
        self.box = (x, y, max(c[0] + c[2] for c in self.cells) - x if self.cells else w, top + HEIGHT - y)
        return self.box[3]

    def cell_at(self, x: float, y: float) -> int | None:
        """Which option is at a point."""
        for number, (left, top, wide) in enumerate(self.cells):
            if left <= x < left + wide and top <= y < top + HEIGHT:
                return number
        return None

    def pointed(self, x: float, y: float) -> None:
        """Where the mouse presses."""
        self.pointer = (x, y)

    def take(self) -> None:
        """The option under the mouse; without a mouse the next one."""
        if self.pointer is None:
            self.move(1)
            return
        number = self.cell_at(*self.pointer)
        if number is not None and self.pick is not None:
            self.pick(self.options[number][0])

    def arrow(self, direction: str) -> bool:
        """Left and right take the option beside."""
        if direction in ("left", "right"):
            self.move(1 if direction == "right" else -1)
        return direction in ("left", "right")

    def move(self, by: int) -> None:
        """The next option, or the one before."""
        values = [value for value, _ in self.options]
        here = values.index(self.chosen) if self.chosen in values else 0
        if self.pick is not None and values:
            self.pick(values[(here + by) % len(values)])

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """One frame with hairlines; the chosen one filled."""
        values = [value for value, _ in self.options]
        paint_run(brush, [(x, y, w, HEIGHT) for x, y, w in self.cells], values.index(self.chosen) if self.chosen in values else None)
        for (value, words), (x, y, w) in zip(self.options, self.cells, strict=True):
            brush.text(x, y + 7, words, "button", "priT" if value == self.chosen else "ink", w, "centre")
        if focus == self.key:
            brush.focus(self.box)


def paint_run(brush: Brush, cells: Sequence[Box], on: int | None, over: int | None = None) -> None:
    """One frame round the cells of each line, hairlines between them; the one that is on is filled."""
    for top in dict.fromkeys(y for _, y, _, _ in cells):
        line = [(n, cell) for n, cell in enumerate(cells) if cell[1] == top]
        (left, _, _, high), (last, _, wide, _) = line[0][1], line[-1][1]
        brush.box((left, top, last + wide - left, high), "card", "ctl", 5)
        for number, cell in line:
            if number == on:
                brush.box(cell, "pri", None, 5)
            elif number == over:
                brush.box((cell[0] + 2, top + 2, cell[2] - 4, high - 4), "hov", None, 4)
            if number > line[0][0] and on not in (number, number - 1):
                brush.upright(cell[0], top + 1, high - 2, "ctl")


@dataclass
class BarSegments(Segments):
    """The same on the dark bar of a screen, in one line."""

    def natural(self, brush: Brush) -> float:
        """As wide as its words."""
        return sum(max(40.0, brush.width(words, "button") + 22) for _, words in self.options)

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """Side by side."""
        super().place(brush, x, y, w + 1)
        self.box = (x, y, w, 30)
        return 30

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """One frame, hairlines, the chosen one light."""
        x, _, _, h = self.box
        brush.box(self.box, "bar", "barB", 5)
        for (value, words), (left, top, wide) in zip(self.options, self.cells, strict=True):
            on = value == self.chosen
            if on:
                brush.box((left, top, wide, h), "barT", None, 4)
            elif left > x:
                brush.upright(left, top + 1, h - 2, "barB")
            ink = "barT" if not on else "bar" if brush.theme.name == "paper" else "desk"
            brush.text(left, top + 6, words, "button", ink, wide, "centre")
        if focus == self.key:
            brush.focus(self.box, "focusBar")
