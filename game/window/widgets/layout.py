"""Where things stand: below one another, side by side, in a panel."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf

from game.window.brush import Brush
from game.window.widgets.place import Widget


@dataclass
class Space(Widget):
    """Nothing, of a height; `line` draws a hairline in its middle."""

    height: float = 8
    line: bool = False

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """Its height."""
        self.box = (x, y, w, self.height)
        return self.height

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """The hairline."""
        if self.line:
            brush.line(self.box[0], self.box[1] + self.height / 2, self.box[2])


@dataclass
class Column(Widget):
    """Things below one another; the one that `grows` takes what height is left."""

    gap: float = 8
    pad: float = 0

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """One after the other."""
        inner, top = w - 2 * self.pad, y + self.pad
        growing = next((c for c in self.children if getattr(c, "grows", False)), None) if h is not None else None
        rest = 0.0
        if growing is not None and h is not None:
            used = sum(c.place(brush, x, y, inner) for c in self.children if c is not growing)
            rest = max(40.0, h - 2 * self.pad - used - self.gap * (len(self.children) - 1))
        for child in self.children:
            top += child.place(brush, x + self.pad, top, inner, rest if child is growing else None) + self.gap
        height = h if h is not None else max(0.0, top - self.gap - y) + self.pad
        self.box = (x, y, w, height)
        return height


class Growing(Column):
    """Something that takes the height that is left."""

    grows = True

    def __init__(self, inner: Widget) -> None:
        super().__init__(children=[inner])

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """All of it."""
        self.children[0].place(brush, x, y, w, h)
        self.box = (x, y, w, h or 0)
        return self.box[3]


class Fixed(Column):
    """Something of a fixed height."""

    def __init__(self, height: float, inner: Widget) -> None:
        super().__init__(children=[inner])
        self.height = height

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """Its height, whatever there is."""
        self.children[0].place(brush, x, y, w, self.height)
        self.box = (x, y, w, self.height)
        return self.height


@dataclass
class Row(Widget):
    """Things side by side: `widths` are logical pixels, or shares of what is left where they are negative."""

    widths: Sequence[float] = ()
    gap: float = 8
    even: bool = False

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """Side by side; as high as the highest (`even` makes all of them so)."""
        if self.even and h is None:
            highest = max((child.box[3] for child in self.laid(brush, x, y, w, None)), default=0.0)
            self.laid(brush, x, y, w, highest)
            self.box = (x, y, w, highest)
            return highest
        height = max([h or 0.0, *(child.box[3] for child in self.laid(brush, x, y, w, h))])
        self.box = (x, y, w, height)
        return height

    def laid(self, brush: Brush, x: float, y: float, w: float, h: float | None) -> list[Widget]:
        """The things, placed side by side."""
        widths = list(self.widths) or [-1.0] * len(self.children)
        left = w - self.gap * (len(widths) - 1) - sum(each for each in widths if each > 0)
        shares = sum(-each for each in widths if each < 0) or 1
        at = x
        for child, each in zip(self.children, widths, strict=True):
            own = each if each > 0 else max(0.0, left) * -each / shares
            child.place(brush, at, y, own, h)
            at += own + self.gap
        return self.children


@dataclass
class Flow(Widget):
    """Things side by side at the widths they would like, on as many lines as they need; `between` = from line to line."""

    gap: float = 8
    between: float = 8

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """Line by line."""
        at, top, height = x, y, 0.0
        for child in self.children:
            own = min(w, child.natural(brush) or w)
            if at > x and at + own > x + w:
                at, top = x, top + height + self.between
            height = child.place(brush, at, top, own)
            at += own + self.gap
        self.box = (x, y, w, top + height - y if self.children else 0)
        return self.box[3]


@dataclass
class Grid(Widget):
    """Things in as many columns as have room: none narrower than `least`, none wider than `most`, no more than `across`.

    `even` makes the things of one line as high as the highest of them.
    """

    least: float = 200
    most: float = inf
    across: int = 0
    gap: float = 8
    between: float = 8
    even: bool = False

    def columns(self, w: float) -> int:
        """How many columns a width holds."""
        fit = int((w + self.gap) // (self.least + self.gap))
        return max(1, min(fit, self.across or len(self.children), len(self.children)))

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """Line by line."""
        count = self.columns(w)
        own = min(self.most, (w - self.gap * (count - 1)) / count)
        top = y
        for start in range(0, len(self.children), count):
            line = self.children[start : start + count]
            high = max(child.place(brush, x + n * (own + self.gap), top, own) for n, child in enumerate(line))
            if self.even:
                for n, child in enumerate(line):
                    child.place(brush, x + n * (own + self.gap), top, own, high)
            top += high + self.between
        self.box = (x, y, w, max(0.0, top - self.between - y))
        return self.box[3]


@dataclass
class Panel(Widget):
    """A panel with a head and a body that fills it."""

    title: str = ""
    note: str = ""
    icon: str = ""
    cap: str = ""
    body: Widget | None = None
    fill: str = "panel"
    grows: bool = True
    head: float = 36
    tabs: Widget | None = None
    legend: Callable[[Brush, float, float, float], None] | None = None
    rings: bool = False
    note_token: str = "ink3"

    def __post_init__(self) -> None:
        self.children = [each for each in (self.tabs, self.body) if each is not None]

    @property
    def says(self) -> str:
        """Its head."""
        return ", ".join(each for each in (self.title, self.note) if each)

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """Head and body."""
        head = self.head if self.title else 0
        if self.tabs is not None:
            head = self.tabs.place(brush, x, y, w)
        used = self.body.place(brush, x, y + head, w, None if h is None else h - head) if self.body else 0
        self.box = (x, y, w, h if h is not None else head + used)
        return self.box[3]

    def sheet(self, brush: Brush) -> None:
        """The sheet itself, with its shadow."""
        x, y, w, h = self.box
        if brush.theme["shadow"][3]:
            brush.box((x - 1, y + 2, w + 2, h + 1), "shadow", None, 7)
        brush.box(self.box, self.fill, "line2" if brush.theme.name == "contrast" else "line", 6)

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """The sheet unless it lies there already, its head, its body."""
        x, y, w, h = self.box
        if id(self) not in brush.laid:
            self.sheet(brush)
        if self.title:
            at = x + 12
            if self.icon:
                brush.icon(at, y + 10, self.icon, 16)
                at += 24
            notes = brush.width(self.note, "second") + 12 if self.note else 0
            at += brush.text(at, y + 9, self.title, "label", "ink", w - notes - 70) + 8
            if self.cap:
                brush.cap(at, y + 9.5, self.cap)
                at += brush.cap_width(self.cap) + 10
            if self.note:
                brush.text(x + w - notes, y + 10, self.note, "second", self.note_token, notes, "left")
            if self.legend is not None:
                self.legend(brush, at, y, x + w - notes - 8 - at)
            brush.line(x, y + self.head - 1, w)
        super().paint(brush, focus, hover)
        if self.rings and id(self) in brush.path:
            brush.focus((x, y, w, h), out=1)
