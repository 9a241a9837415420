"""Widgets of a form: section heads with their state, item chips, legal bases, choices side by side, ticks in columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.window.brush import Brush
from game.window.segments import paint_run
from game.window.widgets import HIT, Column, Flow, Grid, Row, Tick, Widget

MARK, INDENT = 20.0, 28.0
FILLED, MISSING, OPEN = "filled", "missing", "open"
CHIP = 640.0
LEAST_COLUMN, MOST_COLUMN, LEAST_SIDE = 196.0, 460.0, 215.0


@dataclass
class SectionHead(Widget):
    """The head of a section: its state as a mark (check, or its number), its name, a note at the right."""

    number: int = 0
    title: str = ""
    note: str = ""
    state: str = OPEN
    state_says: str = ""

    @property
    def says(self) -> str:
        """Number, name, state, note."""
        return ". ".join(each for each in (f"{self.number} {self.title}", self.state_says, self.note) if each)

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """One line."""
        self.box = (x, y, w, 24)
        return 24

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Disc, name, note."""
        x, y, w, _ = self.box
        token = {FILLED: "adm", MISSING: "per"}.get(self.state)
        brush.box((x, y + 2, MARK, MARK), token or "card", token or "ctl", MARK / 2)
        if self.state == FILLED:
            brush.icon(x + 4, y + 6, "check", 12, "priT")
        else:
            brush.text(x, y + 5, str(self.number), "axis", "priT" if token else "ink2", MARK, "centre")
        used = brush.text(x + INDENT, y + 3, self.title, "label", "ink", w - INDENT)
        room = w - INDENT - used - 16
        if self.note and room > 40:
            brush.text(x + INDENT + used + 16, y + 4, self.note, "second", "ink3", room, "right")


@dataclass
class Chip(Widget):
    """Something that can stand in the letter: chosen with a check, else with a plus and a broken edge."""

    text: str = ""
    country: str = ""
    on: bool = False
    icon: str = ""
    cap: str = ""
    state_says: str = ""

    @property
    def says(self) -> str:
        """Its words and its state."""
        return f"{self.text}, {self.state_says}"

    def natural(self, brush: Brush) -> float:
        """How wide it would like to be."""
        extra = (20 if self.country else 0) + (brush.cap_width(self.cap) + 6 if self.cap else 0)
        return min(CHIP, brush.width(self.text, "second") + 36 + extra)

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """As wide as it is told."""
        self.box = (x, y, w, HIT)
        return HIT

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Edge, mark, flag, words."""
        x, y, w, h = self.box
        fill = "sel" if self.on else "hov" if hover == self.key else "card"
        brush.box((x, y + 2, w, h - 4), fill, "pri" if self.on else "line2", 4)
        brush.icon(x + 7, y + 8, self.icon or ("check" if self.on else "plus"), 12, "ink" if self.on else "ink2")
        at = x + 24
        if self.country:
            at += brush.flag(at, y + 8.5, self.country) + 6
        end = x + w - 8 - (brush.cap_width(self.cap) + 6 if self.cap else 0)
        brush.text(at, y + 6, self.text, "second", "ink" if self.on else "ink2", end - at)
        if self.cap:
            brush.cap(end + 4, y + 5.5, self.cap)
        if focus == self.key:
            brush.focus((x, y + 2, w, h - 4), out=2)


@dataclass
class Wrap(Flow):
    """Chips, close together."""

    gap: float = 6
    between: float = 2


MOST_RIGHT = 0.45
"""How much of a line the dates or the reason may take."""


@dataclass
class BasisRow(Widget):
    """A legal basis: tick, title, what is cited; at the right since when it binds both, or in red why it does not."""

    title: str = ""
    cited: str = ""
    heading: str = ""
    since: str = ""
    why_not: str = ""
    on: bool = False
    state_says: str = ""
    low: bool = False

    @property
    def says(self) -> str:
        """All of it."""
        right = self.why_not or f"{self.heading} {self.since}"
        return ". ".join(each for each in (f"{self.title}, {self.state_says}", self.cited, right.strip()) if each)

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """Two lines; what stands at the right goes below where it does not fit. Where the window is low, one line."""
        if self.low:
            self.box = (x, y, w, HIT)
            return HIT
        self.narrow = brush.width(self.cited, "second") + brush.width(self.why_not or self.since, "second") + 70 > w
        wide = w - 44
        if not self.narrow and not self.why_not:
            wide -= brush.width(self.heading, "second") + 12
        self.rows = brush.lines(self.title, "button", wide)
        self.below = (
            brush.lines(self.why_not or f"{self.heading} {self.since}".strip(), "second", w - 44) if self.narrow else []
        )
        cited = 16 if self.cited else 0
        self.box = (x, y, w, max(HIT, 18 * len(self.rows) + cited + 16 * len(self.below) + 10))
        return self.box[3]

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Tick and words at the left, dates at the right."""
        x, y, w, h = self.box
        if focus == self.key or hover == self.key:
            brush.box(self.box, "sel" if focus == self.key else "hov", None, 5)
        brush.box((x + 10, y + h / 2 - 8, 16, 16), "pri" if self.on else "card", "ctl", 3)
        if self.on:
            brush.icon(x + 12, y + h / 2 - 6, "check", 12, "priT")
        if self.low:
            self.paint_line(brush)
            if focus == self.key:
                brush.focus(self.box, inside=True)
            return
        top = y + 5
        for row in self.rows:
            brush.text(x + 36, top, row, "button", "ink2" if self.why_not else "ink", w - 44)
            top += 18
        if self.cited:
            brush.text(x + 36, top, self.cited, "second", "ink2" if focus == self.key else "ink3", w - 44)
        self.paint_right(brush, top, focus)
        if focus == self.key:
            brush.focus(self.box, inside=True)

    def paint_line(self, brush: Brush) -> None:
        """All on one line, cut where it is too long; the tip says it in full."""
        x, y, w, h = self.box
        right, top = self.why_not or self.since, y + (h - 16) / 2
        need = min(brush.width(right, "second"), (w - 60) * MOST_RIGHT) if right else 0.0
        brush.text(x + 36, top, self.title, "button", "ink2" if self.why_not else "ink", w - 60 - need)
        brush.text(x + w - 10 - need, top, right, "second", "exc" if self.why_not else "ink2", need, "right")

    def paint_right(self, brush: Brush, top: float, focus: str) -> None:
        """Since when, or why not."""
        x, y, w, _ = self.box
        token = "exc" if self.why_not else "ink2"
        if self.narrow:
            for number, row in enumerate(self.below):
                brush.text(x + 36, top + 16 * (number + bool(self.cited)), row, "second", token, w - 44)
            return
        if not self.why_not and self.since:
            brush.text(x + 36, y + 5, self.heading, "second", "ink2" if focus == self.key else "ink3", w - 46, "right")
        brush.text(x + 36, top, self.why_not or self.since, "second", token, w - 46, "right")


@dataclass
class Way(Widget):
    """One of a few ways, of which one is taken: words, and a second line."""

    text: str = ""
    note: str = ""
    on: bool = False
    state_says: str = ""

    @property
    def says(self) -> str:
        """Words, state, note."""
        return ". ".join(each for each in (f"{self.text}, {self.state_says}", self.note) if each)

    def natural(self, brush: Brush) -> float:
        """How wide it would like to be."""
        return max(brush.width(self.text, "button"), brush.width(self.note, "second")) + 22

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """One line or two."""
        self.box = (x, y, w, h or (42 if self.note else 30))
        return self.box[3]

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Its words; the frame is that of all of them."""
        x, y, w, h = self.box
        top = y + (h - (34 if self.note else 18)) / 2
        brush.text(x + 10, top, self.text, "button", "priT" if self.on else "ink", w - 16)
        if self.note:
            brush.text(x + 10, top + 18, self.note, "second", "priT" if self.on else "ink3", w - 16)
        if focus == self.key:
            brush.focus(self.box, out=2)


@dataclass
class Ways(Widget):
    """Ways side by side in one frame; on more lines where there is no room."""

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """The frame, then each way."""
        on = next((n for n, each in enumerate(self.children) if isinstance(each, Way) and each.on), None)
        over = next((n for n, each in enumerate(self.children) if each.key == hover), None)
        paint_run(brush, [each.box for each in self.children], on, over)
        super().paint(brush, focus, hover)

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """Line by line; in a line each takes its share of what is left."""
        ways = [child for child in self.children if isinstance(child, Way)]
        high = 42.0 if any(each.note for each in ways) else 30.0
        lines = evenly(brush, ways, w)
        for number, line in enumerate(lines):
            at, spare = x, max(0.0, w - sum(c.natural(brush) for c in line)) / max(1, len(line))
            for each in line:
                own = min(w, each.natural(brush) + spare)
                each.place(brush, at, y + number * (high + 4), own, high)
                at += own
        self.box = (x, y, w, len(lines) * (high + 4) - 4)
        return self.box[3]


def evenly(brush: Brush, ways: list[Way], w: float) -> list[list[Way]]:
    """Ways on as few lines as hold them, about as many on each."""
    for count in range(1, len(ways) + 1):
        each = -(-len(ways) // count)
        lines = [ways[start : start + each] for start in range(0, len(ways), each)]
        if all(sum(way.natural(brush) for way in line) <= w for line in lines):
            return lines
    return [[way] for way in ways]


class Beside(Column):
    """Sections side by side where each has room, else below one another."""

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """A row or a column."""
        if w >= LEAST_SIDE * len(self.children) + 12:
            self.box = (x, y, w, Row(children=self.children, gap=14).place(brush, x, y, w))
            return self.box[3]
        return super().place(brush, x, y, w, h)


class Indent(Column):
    """What stands under a section head."""

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """Moved to the right."""
        used = super().place(brush, x + INDENT, y, w - INDENT, h)
        self.box = (x, y, w, used)
        return used


def ticks(found: Sequence[Tick]) -> Grid:
    """Ticks in two columns, in one where it is narrow."""
    return Grid(least=LEAST_COLUMN, most=MOST_COLUMN, across=2, between=0, children=list(found))
