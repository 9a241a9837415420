"""Pictures of a delay: twenty equally likely days with a deadline, and one line a channel to compare them."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.window.brush import Box, Brush
from game.window.widgets import Widget

DOT, BASE, FAR, DEEP = 10.0, 22.0, 1.6, 5
NAMES, USUAL, IN_TIME = 0.36, 52.0, 48.0


def most_of(days: Sequence[int], limit: int | None) -> int:
    """Where the axis ends: past the last dot, and past the deadline unless it is far away."""
    last = max([*days, 1])
    return max(last, limit) if limit is not None and 0 <= limit <= FAR * last else last


def draw_delay(brush: Brush, box: Box, days: Sequence[int], limit: int | None, said: str, token: str) -> None:
    """Dots over an axis, solid before the deadline, hollow after; the deadline with its words."""
    x, y, w, h = box
    most, base = most_of(days, limit), y + h - BASE
    room = w - DOT - 4
    brush.line(x, base, w, "ctl")
    draw_axis(brush, x, base, room, most)
    for left, heap in heaps(days, most, room).items():
        rows = -(-len(heap) // DEEP) if room / most >= DEEP * DOT else 1
        high = -(-len(heap) // rows)
        rise = min(DOT + 2, (base - y - 24) / max(1, high))
        for number, day in enumerate(heap):
            late = limit is not None and day > limit
            across = min(room, max(0.0, left + (number // high - (rows - 1) / 2) * (DOT + 2)))
            spot = (x + across, base - 3 - DOT - rise * (number % high), DOT, DOT)
            brush.box(spot, None if late else token, "exc" if late else token, DOT / 2, max(1, round(1.6 * brush.k)))
    if limit is not None and limit <= most:
        draw_limit(brush, x, y, w, base, x + room * max(0, limit) / most + DOT + 1, said)


def heaps(days: Sequence[int], most: int, room: float) -> dict[float, list[int]]:
    """The days that stand on one another: where on the axis, which."""
    found: dict[float, list[int]] = {}
    for day in sorted(days):
        found.setdefault(round(room * day / most / (DOT + 2)) * (DOT + 2), []).append(day)
    return found


def draw_axis(brush: Brush, x: float, base: float, room: float, most: int) -> None:
    """Numbers under the axis."""
    step = next(each for each in (1, 2, 5, 10, 20, 50, 100, 200, 10**6) if most <= 6 * each)
    for mark in range(0, most + 1, step):
        brush.text(x + room * mark / most, base + 4, str(mark), "axis", "ink3")


def draw_limit(brush: Brush, x: float, y: float, w: float, base: float, at: float, said: str) -> None:
    """The deadline, its words on the side that has room."""
    brush.upright(at, y, base - y, "exc")
    brush.upright(at + 1, y, base - y, "exc")
    right = x + w - at - 8
    if brush.width(said, "axis") <= right or right > w / 2:
        brush.text(at + 7, y, said, "axis", "exc", right)
    else:
        brush.text(x, y, said, "axis", "exc", at - x - 6, "right")


@dataclass
class ChannelRow(Widget):
    """A channel: its name, a line from the early to the late tenth with a dot at the usual day, days, how many in time."""

    name: str = ""
    days: Sequence[int] = ()
    limit: int | None = None
    most: int = 1
    on: bool = False
    usual: str = ""
    in_time: str = ""
    token: str = "mla"

    @property
    def says(self) -> str:
        """Name, usual days, how many in time."""
        return ", ".join(each for each in (self.name, self.usual, self.in_time) if each)

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """One line."""
        self.box = (x, y, w, 23)
        return 23

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Name, line, figures."""
        x, y, w, h = self.box
        if self.on:
            brush.fill((x - 8, y, w + 16, h), "sel")
        role = "label" if self.on else "second"
        brush.text(x, y + 3, self.name, role, "ink", w * NAMES - 6)
        left, room = x + w * NAMES, w * (1 - NAMES) - USUAL - IN_TIME - 8
        if self.days:
            self.paint_line(brush, left, y + h / 2, room)
        brush.text(x + w - USUAL - IN_TIME, y + 3, self.usual, role, "ink", USUAL, "right")
        brush.text(x + w - IN_TIME, y + 3, self.in_time, "second", "ink2", IN_TIME, "right")

    def paint_line(self, brush: Brush, x: float, y: float, w: float) -> None:
        """From the second to the last but one of twenty, the median, the deadline."""
        low, high, middle = self.days[1], self.days[-2], self.days[len(self.days) // 2]
        brush.box((x + w * low / self.most, y - 2, max(4.0, w * (high - low) / self.most), 4), "line2", None, 2)
        brush.box((x + w * middle / self.most - 4, y - 4, 8, 8), self.token if self.on else "ink3", None, 4)
        if self.limit is not None and 0 <= self.limit <= self.most:
            brush.upright(x + w * self.limit / self.most, y - 7, 14, "exc")
