"""What is pressed: buttons, cards, ticks."""

from dataclasses import dataclass

from game.window.brush import Brush
from game.window.widgets.place import HIT, Widget
from game.window.widgets.text import Label, Rich


@dataclass
class Button(Widget):
    """Something to press: words, perhaps an icon and a key cap. `kind`: plain, primary, bar, chosen."""

    text: str = ""
    kind: str = "plain"
    icon: str = ""
    cap: str = ""
    height: float = 30
    width: float = 0
    token: str = ""
    bare: bool = False

    @property
    def says(self) -> str:
        """Its words, and why not."""
        return self.text + (f". {self.tip}" if self.tip else "")

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """As wide as it is told."""
        self.box = (x, y, w, self.height)
        return self.height

    def natural(self, brush: Brush) -> float:
        """How wide it would like to be."""
        words = 0.0 if self.bare or not self.text else brush.width(self.text, "button") + 6
        return 11 + (22 if self.icon else 0) + words + (brush.cap_width(self.cap) + 9 if self.cap else 5)

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Box, icon, words, key."""
        x, y, w, h = self.box
        bar = self.kind in ("bar", "bar_chosen")
        fill = {"primary": "pri", "bar": "bar", "bar_chosen": "barT", "chosen": "pri"}.get(self.kind, "card")
        if not self.enabled:
            fill = "bar" if bar else "sunken"
        elif hover == self.key and self.kind in ("plain", "primary", "chosen"):
            fill = "priH" if fill == "pri" else "hov"
        brush.box(self.box, fill, "barB" if bar and self.enabled else "barL" if bar else "ctl" if self.enabled else "line", 5)
        ink = {"primary": "priT", "chosen": "priT", "bar": "barT"}.get(self.kind, "ink") if self.enabled else "barT2" if bar else "ink3"
        if self.kind == "bar_chosen":
            ink = "bar" if brush.theme.name == "paper" else "desk"
        at = x + 11
        if self.icon:
            brush.icon(at, y + (h - 16) / 2, self.icon, 16, self.token or ink)
            at += 22
        caps = brush.cap_width(self.cap) + 8 if self.cap else 0
        if not self.bare:
            brush.text(at, y + (h - 18) / 2, self.text, "button", ink, x + w - at - caps - 6)
        if self.cap:
            brush.cap(x + w - caps - 1, y + (h - 17) / 2, self.cap, bar)
        if focus == self.key:
            brush.focus(self.box, "focusBar" if bar or self.on_bar else "focus")


@dataclass
class Card(Widget):
    """A thing to press with a body of its own: a choice, a letter in the inbox, a case."""

    body: Widget | None = None
    fill: str = "card"
    border: str = "ctl"
    pad: float = 12
    number: str = ""
    selected: bool = False
    words: str = ""
    flat: bool = False

    def __post_init__(self) -> None:
        self.children = [self.body] if self.body else []

    @property
    def says(self) -> str:
        """Everything written on it."""
        texts = [w.text if isinstance(w, Label) else w.says for w in self.walk() if isinstance(w, Label | Rich)]
        return ". ".join(t for t in [self.words, *texts, self.tip] if t)

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """Round its body."""
        left = self.pad + (36 if self.number else 0)
        used = self.body.place(brush, x + left, y + self.pad, w - left - self.pad) if self.body else 0
        self.box = (x, y, w, max(HIT, used + 2 * self.pad, h or 0))
        return self.box[3]

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Box, number, body."""
        x, y, w, h = self.box
        fill = self.fill if self.enabled else "sunken"
        if hover == self.key and self.press and self.enabled:
            fill = "hov"
        if self.flat:
            brush.fill(self.box, "sel" if self.selected else fill)
            brush.line(x, y + h - 1, w)
        else:
            brush.box(self.box, "sel" if self.selected else fill, self.border if self.enabled else "line", 6)
        if self.selected:
            brush.fill((x, y + 2, 3, h - 4), "pri")
        if self.number:
            brush.box((x + self.pad, y + self.pad - 1, 24, 24), "sunken", "line2", 4)
            brush.text(
                x + self.pad, y + self.pad + 2, self.number, "label", "ink" if self.enabled else "ink3", 24, "centre"
            )
        super().paint(brush, focus, hover)
        if focus == self.key and self.key:
            brush.focus(self.box, inside=self.ring_inside)


@dataclass
class Tick(Widget):
    """A tick box or a round one, with words, small print and perhaps the reason why it is barred."""

    text: str = ""
    note: str = ""
    on: bool = False
    one_of: bool = False
    barred: bool = False

    @property
    def says(self) -> str:
        """Its words, its state, its small print."""
        return f"{self.text}, {'on' if self.on else 'off'}. {self.note}"

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """Words and small print."""
        self.rows = brush.lines(self.text, "body", w - 34)
        self.small = brush.lines(self.note, "second", w - 34) if self.note else []
        self.box = (x, y, w, max(HIT, len(self.rows) * 18 + len(self.small) * 16 + 8))
        return self.box[3]

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Box, words."""
        x, y, w, _ = self.box
        if hover == self.key or focus == self.key:
            brush.box(self.box, "sel" if focus == self.key else "hov", None, 4)
        side = 15
        brush.box((x + 8, y + 6, side, side), "pri" if self.on else "card", "ctl", side / 2 if self.one_of else 3)
        if self.on:
            brush.icon(x + 9.5, y + 7.5, "circle" if self.one_of else "check", 12, "priT")
        for number, row in enumerate(self.rows):
            brush.text(x + 32, y + 4 + 18 * number, row, "body", "ink2" if self.barred else "ink", w - 34)
        for number, row in enumerate(self.small):
            brush.text(
                x + 32,
                y + 4 + 18 * len(self.rows) + 16 * number,
                row,
                "second",
                "exc" if self.barred else "ink3",
                w - 34,
            )
        if focus == self.key:
            brush.focus(self.box, inside=True)
