"""Widgets of the desk: tabs, the start tray, messages, the blocks of the dark bar."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from game.window.brush import Brush
from game.window.days import DayButton
from game.window.pictures.atlas import stroke
from game.window.widgets import Button, Row, Widget

TAB, TRAY, MESSAGE = 36.0, 38.0, 61.0
METER = 14.0


@dataclass
class Tab(Widget):
    """One of the leaves of a panel: strong and underlined when it is the one that is seen."""

    text: str = ""
    cap: str = ""
    selected: bool = False

    @property
    def says(self) -> str:
        """Its name."""
        return self.text

    def natural(self, brush: Brush) -> float:
        """How wide it would like to be."""
        return brush.width(self.text, "label") + 22 + (brush.cap_width(self.cap) + 6 if self.cap else 0)

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """The height of a panel's head."""
        self.box = (x, y, w, TAB)
        return TAB

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Words, key, underline."""
        x, y, w, h = self.box
        if hover == self.key and not self.selected:
            brush.box((x + 2, y + 4, w - 4, h - 9), "hov", None, 4)
        caps = brush.cap_width(self.cap) + 6 if self.cap else 0
        role, token = ("label", "ink") if self.selected else ("button", "ink2")
        wide = brush.text(x + 10, y + 9, self.text, role, token, w - caps - 14)
        if self.cap:
            brush.cap(x + 16 + wide, y + 9.5, self.cap)
        if self.selected:
            brush.fill((x + 6, y + h - 3, w - 12, 2), "pri")
        if focus == self.key:
            brush.focus((x + 3, y + 3, w - 6, h - 8))


@dataclass
class Tabs(Row):
    """Tabs side by side; they share what room there is where it is scarce. `note` stands at the right."""

    note: str = ""

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """At their own widths, or narrower."""
        own = [child.natural(brush) for child in self.children if isinstance(child, Tab)]
        narrow = min(1.0, (w - 8) / max(1.0, sum(own)))
        at = x + 4
        for child, wide in zip(self.children, own, strict=True):
            child.place(brush, at, y, wide * narrow)
            at += wide * narrow
        self.end, self.box = at, (x, y, w, TAB)
        return TAB

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """The tabs, the note, the line below."""
        x, y, w, h = self.box
        brush.line(x, y + h - 1, w)
        room = x + w - 12 - self.end
        if self.note and brush.width(self.note, "second") < room:
            brush.text(self.end, y + 10, self.note, "second", "ink3", room, "right")
        super().paint(brush, focus, hover)


@dataclass
class Start(Widget):
    """An instrument in the start tray: icon, word, key, and its line: the tray is the legend of the map."""

    text: str = ""
    icon: str = ""
    cap: str = ""
    instrument: str = ""
    bare: bool = False

    @property
    def says(self) -> str:
        """Its name, and why it cannot be begun."""
        return self.text + (f". {self.tip}" if self.tip else "")

    def natural(self, brush: Brush) -> float:
        """How wide it would like to be."""
        words = 0.0 if self.bare else brush.width(self.text, "button") + 5
        return words + brush.cap_width(self.cap) + 16 + 5 + 9

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """A low button without a box."""
        self.box = (x, y, w, TRAY)
        return TRAY

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Icon, word, key, line."""
        x, y, w, h = self.box
        if hover == self.key:
            brush.box((x + 1, y + 3, w - 2, h - 6), "hov", None, 5)
        token = self.instrument if self.enabled else "dis"
        at = x + 6
        brush.icon(at, y + 9, self.icon if self.enabled else "lock", 15, token if self.enabled else "ink3")
        at += 20
        if not self.bare:
            at += brush.text(at, y + 8, self.text, "button", "ink" if self.enabled else "ink3", x + w - at) + 5
        brush.cap(at, y + 8.5, self.cap)
        end = at + brush.cap_width(self.cap)
        points = [((x + 7) * brush.k, (y + 32) * brush.k), ((end - 3) * brush.k, (y + 32) * brush.k)]
        colour = brush.theme[self.instrument] if self.enabled else brush.theme["line2"]
        stroke(brush, points, self.instrument, colour[:3], max(2, round(2 * brush.k)))
        if focus == self.key:
            brush.focus((x + 2, y + 3, w - 4, h - 5))


@dataclass
class Tray(Row):
    """The instruments side by side; without their words where there is no room for them."""

    title: str = ""

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """At their own widths."""
        starts = [child for child in self.children if isinstance(child, Start)]
        head = brush.width(self.title, "label") + 10
        for each in starts:
            each.bare = False
        need = sum(each.natural(brush) for each in starts)
        self.titled = need + head <= w - 12
        for each in starts:
            each.bare = need > w - 12
        at = x + 8 + (head if self.titled else 0)
        for each in starts:
            own = each.natural(brush)
            each.place(brush, at, y, own)
            at += own
        self.box = (x, y, w, TRAY)
        return TRAY

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """The word Start, and the instruments."""
        x, y, w, h = self.box
        brush.line(x, y + h - 1, w)
        if self.titled:
            brush.text(x + 12, y + 8, self.title, "label", "ink")
        super().paint(brush, focus, hover)


@dataclass
class Message(Widget):
    """Something that came in: a dot while it is new, by what way, from where, from whom, when; subject and one line."""

    icon: str = "info"
    token: str = "ink2"
    country: str = ""
    sender: str = ""
    when: str = ""
    subject: str = ""
    text: str = ""
    unread: bool = False

    @property
    def says(self) -> str:
        """All of it."""
        return ". ".join(each for each in (self.sender, self.when, self.subject, self.text) if each)

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """Two lines, or three."""
        self.box = (x, y, w, MESSAGE if self.text else MESSAGE - 17)
        return self.box[3]

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Dot, icon, flag, sender and day; subject; one line."""
        x, y, w, h = self.box
        if hover == self.key or focus == self.key:
            brush.fill(self.box, "hov")
        brush.line(x, y + h - 1, w)
        if self.unread:
            brush.box((x + 10, y + 12, 7, 7), "pri", None, 3.5)
        brush.icon(x + 27, y + 8, self.icon, 14, self.token)
        at = x + 46
        if self.country:
            at += brush.flag(at, y + 10, self.country, 10) + 6
        days = brush.text(x + w - 90, y + 6, self.when, "second", "ink3", 80, "right")
        brush.text(at, y + 6, self.sender, "second", "ink2", x + w - days - 16 - at)
        brush.text(x + 27, y + 22, self.subject, "label" if self.unread else "body", "ink", w - 37)
        if self.text:
            brush.text(x + 27, y + 40, self.text, "second", "ink3", w - 37)
        if focus == self.key:
            brush.focus(self.box, inside=True)


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
    height: float = 40

    @property
    def says(self) -> str:
        """The date, the day of the case, what pressing does."""
        return ". ".join(each for each in (self.text, self.note, self.tip) if each)

    def natural(self, brush: Brush) -> float:
        """As wide as the longer of its lines."""
        return max(brush.width(self.text, "label") + 20, brush.width(self.note, "second")) + 1

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Two lines; the first ends in a chevron."""
        x, y, w, _ = self.box
        if hover == self.key:
            brush.box(self.box, "barL", None, 5)
        wide = brush.text(x + 6, y + 3, self.text, "label", "barT")
        brush.icon(x + 10 + wide, y + 5, "chevron-down", 14, "barT2")
        brush.text(x + 6, y + 22, self.note, "second", "barT2", w - 12)
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
        """Try it with all words; then drop the second line, the words of the meters and of the clock, the title."""
        for step in range(5):
            if self.laid(brush, x, y, w, step):
                break
        self.box = (x, y, w, 48)
        return 48

    def laid(self, brush: Brush, x: float, y: float, w: float, step: int) -> bool:
        """Lay it out with so many words dropped; answers whether it fits."""
        self.step = step
        titled = brush.width(self.title, "card") if step < 3 else min(76.0, brush.width(self.title, "card"))
        self.title_w = min(210.0, max(titled, 0 if step else brush.width(self.second, "second")))
        if step >= 4:
            self.title_w = 0.0
        self.date_x = x + 44 + self.title_w + (12 if self.title_w else 0)
        dated = self.date.natural(brush) if step < 4 else brush.width(self.date.text, "label") + 20
        self.date.place(brush, self.date_x + 6, y + 4, dated + 12, 40)
        self.clock_x = at = self.date_x + 12 + dated + 12
        at += 10
        for button in self.clock:
            at = self.put(brush, button, at, y, step >= 3)
        self.seats_x = at + 4
        at += 14
        for button in self.seats:
            button.cap = "" if step >= 4 else button.cap
            at = self.put(brush, button, at, y, step >= 2)
        self.seats_end = at
        widths = [block.width(brush, step >= 1) for block in self.blocks]
        self.meters = [x + w - sum(widths[n:]) for n in range(len(widths))]
        return at + 4 <= x + w - sum(widths)

    @staticmethod
    def put(brush: Brush, button: Button, at: float, y: float, bare: bool) -> float:
        """A button at its own width; bare = icon and key only."""
        button.bare = bare and bool(button.icon)
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
                block.paint(brush, at, y, self.step >= 1)
        super().paint(brush, focus, hover)
        if brush.theme.name == "contrast":
            brush.line(x, y + h - 1, w, "line2")
