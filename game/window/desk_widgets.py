"""Widgets of the desk: tabs, the start tray, messages."""

from dataclasses import dataclass

from game.window.brush import Brush
from game.window.pictures.arcs import stroke
from game.window.widgets import Row, Widget

TAB, TRAY, MESSAGE = 36.0, 38.0, 61.0
TIGHT, SPREAD = 1.0, 8.0
"""Room behind a thing in the tray where there is none to spare, and at most where there is."""


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
        return words + brush.cap_width(self.cap) + 26 + TIGHT

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
        spare = min(SPREAD, max(0.0, x + w - 4 - at - sum(each.natural(brush) for each in starts)) / max(1, len(starts)))
        for each in starts:
            own = each.natural(brush) + spare
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
