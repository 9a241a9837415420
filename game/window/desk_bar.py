"""The dark bar of the desk: the case, the date, its clock, the seats, the clocks of the case."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from game.window.brush import Brush
from game.window.days import DayButton
from game.window.widgets import Button, Widget

METER = 14.0

BRIEF, METERS, CAPS, CUT, CLOCK, SEATS, TITLE = range(1, 8)
STEPS, SHORT = TITLE + 1, 76.0
"""What the bar drops, one after the other, where there is no room: words of the day, words of the meters, keys of the seats, the
end of a long title, words of the clock, of the seats; the title."""


@dataclass
class Block:
    """A block of the dark bar: two lines; the second may be lamps (lit, token); with an icon before them."""

    first: str
    second: str = ""
    icon: str = ""
    lamps: tuple[int, str] | None = None

    def width(self, brush: Brush, short: bool) -> float:
        """How wide it is; short = the icon stands for the first line."""
        words = brush.width(self.second, "label") if self.second else 5 * METER
        first = 0.0 if short and self.icon else brush.width(self.first, "second")
        return max(first, words) + (24 if self.icon else 0) + 24

    def paint(self, brush: Brush, x: float, y: float, short: bool) -> None:
        """Icon, words, lamps."""
        at = x + 12
        if self.icon:
            brush.icon(at, y + 16, self.icon, 16, "barT2")
            at += 24
        hidden = short and bool(self.icon)
        if not hidden:
            brush.text(at, y + 8, self.first, "second", "barT2")
        low = y + 16 if hidden else y + 25
        if self.lamps is not None:
            for number in range(5):
                lit = number < self.lamps[0]
                box = (at + number * (METER - 1), low, METER - 3, 9)
                brush.box(box, self.lamps[1] if lit else None, self.lamps[1] if lit else "barB", 2)
        else:
            brush.text(at, low - 3, self.second, "label", "barT")


@dataclass
class DayBlock(DayButton):
    """The date on the dark bar and what day of the case it is; pressed, a month unfolds to take the day that is waited for."""

    note: str = ""
    brief: str = ""
    height: float = 40

    @property
    def says(self) -> str:
        """The date, the day of the case, what pressing does."""
        return ". ".join(each for each in (self.text, self.note, self.tip) if each)

    def natural(self, brush: Brush, brief: bool = False) -> float:
        """As wide as the longer of its lines."""
        return max(brush.width(self.text, "label") + 20, brush.width(self.brief if brief else self.note, "second")) + 1

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Two lines; the first ends in a chevron."""
        x, y, w, _ = self.box
        if hover == self.key:
            brush.box(self.box, "barL", None, 5)
        wide = brush.text(x + 6, y + 3, self.text, "label", "barT")
        brush.icon(x + 10 + wide, y + 5, "chevron-down", 14, "barT2")
        note = self.note if brush.width(self.note, "second") <= w - 12 else self.brief or self.note
        brush.text(x + 6, y + 22, note, "second", "barT2", w - 12)
        if focus == self.key:
            brush.focus(self.box, "focusBar", inside=True)


@dataclass
class DeskBar(Widget):
    """The dark bar of the desk: case, date, clock, seats, clocks of the case. It drops words before icons."""

    title: str = ""
    second: str = ""
    date: DayBlock = field(default_factory=DayBlock)
    clock: list[Button] = field(default_factory=list)
    seats: list[Button] = field(default_factory=list)
    blocks: Sequence[Block] = ()

    def __post_init__(self) -> None:
        self.children = [self.date, *self.clock, *self.seats]

    @property
    def says(self) -> str:
        """What it shows."""
        shown = [f"{b.first} {b.second or (f'{b.lamps[0]} / 5' if b.lamps else '')}" for b in self.blocks]
        return ". ".join([self.title, self.second, self.date.text, self.date.note, *shown])

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """Try it with all words; then drop those of the day, the second line, the meters, the seats, the clock, the title."""
        step = next((step for step in range(STEPS) if self.laid(brush, x, y, w, step) >= 0), TITLE)
        if CUT <= step < TITLE:
            self.laid(brush, x, y, w, step, self.laid(brush, x, y, w, step))
        self.box = (x, y, w, 48)
        return 48

    def laid(self, brush: Brush, x: float, y: float, w: float, step: int, lent: float = 0.0) -> float:
        """Lay it out with so many words dropped and so much more for a cut title; answers the room that is left."""
        self.step = step
        titled = brush.width(self.title, "card") if step < CUT else min(SHORT + lent, brush.width(self.title, "card"))
        self.title_w = min(210.0, max(titled, 0 if step else brush.width(self.second, "second")))
        if step >= TITLE:
            self.title_w = 0.0
        self.date_x = x + 44 + self.title_w + (12 if self.title_w else 0)
        dated = self.date.natural(brush, step >= BRIEF)
        self.date.place(brush, self.date_x + 6, y + 4, dated + 12, 40)
        self.clock_x = at = self.date_x + 12 + dated + 12
        at += 10
        for button in self.clock:
            at = self.put(brush, button, at, y, step >= CLOCK)
        self.seats_x = at + 4
        at += 14
        for button in self.seats:
            button.cap = "" if step >= CAPS else button.cap
            at = self.put(brush, button, at, y, step >= SEATS)
        self.seats_end = at
        widths = [block.width(brush, step >= METERS) for block in self.blocks]
        self.meters = [x + w - sum(widths[n:]) for n in range(len(widths))]
        return x + w - sum(widths) - at - 4

    @staticmethod
    def put(brush: Brush, button: Button, at: float, y: float, bare: bool) -> float:
        """A button at its own width; bare = icon and key only."""
        button.bare = (bare or not button.text) and bool(button.icon)
        own = button.natural(brush)
        button.place(brush, at, y + 9, own)
        return at + own + 6

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Dark, with dividers between the blocks."""
        x, y, w, h = self.box
        brush.fill(self.box, "bar")
        brush.icon(x + 15, y + 15, "stamp", 18, "barT")
        if self.title_w:
            brush.text(x + 44, y + 6, self.title, "card", "barT", self.title_w + 2)
            brush.text(x + 44, y + 28, self.second, "second", "barT2", self.title_w + 2)
        for line in (self.date_x, self.clock_x, self.seats_x):
            brush.upright(line, y, h, "barL")
        for block, at in zip(self.blocks, self.meters, strict=True):
            if at >= self.seats_end:
                brush.upright(at, y, h, "barL")
                block.paint(brush, at, y, self.step >= METERS)
        super().paint(brush, focus, hover)
        if brush.theme.name == "contrast":
            brush.line(x, y + h - 1, w, "line2")
