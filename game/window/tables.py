"""A table of things by columns in groups: a ruler both heads and rows obey, rows with marks, a foot with columns of proof.

It knows rows, columns and marks; what they are about is somebody else's.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from game.window.brush import Brush
from game.window.pictures.matrix import ROW, draw_column_of_proof, draw_nothing, draw_sign, draw_standing
from game.window.rulers import STANDINGS, Group, Ruler
from game.window.widgets import GUTTER, Column, Widget

HEAD, PROOF, LEGEND = 76.0, 98.0, 34.0
BAR_TOKENS = {"proved": "adm", "possible": "ink2", "short": "exc"}


class Ground(Column):
    """The table: every other group of columns stands on a shade, from the heads to the foot."""

    def __init__(self, ruler: Ruler, children: list[Widget], below: float = 0) -> None:
        super().__init__(gap=0, children=children)
        self.ruler, self.below = ruler, below

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Shades, then what stands on them."""
        _, y, _, h = self.box
        for number, _, left, wide in self.ruler.spans():
            if number % 2 == 0:
                brush.fill((left, y + 1, wide, h - self.below - 1), "sunken")
        super().paint(brush, focus, hover)


@dataclass
class Heads(Widget):
    """Groups over their columns."""

    ruler: Ruler = field(default_factory=Ruler)
    labels: tuple[str, str] = ("", "")
    more: tuple[str, str] = ("", "")

    @property
    def says(self) -> str:
        """Group by group."""
        return ". ".join(f"{group.title}: {', '.join(group.names)}" for group in self.ruler.groups)

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """A strip; its width less the gutter of the rows is that of all the table."""
        self.ruler.lay(x, w - GUTTER)
        self.box = (x, y, w, HEAD)
        return HEAD

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Groups, columns, a line."""
        x, y, w, h = self.box
        ruler = self.ruler
        brush.text(x + 12, y + h - 25, self.labels[0], "second", "ink2", ruler.names - 18)
        if ruler.standing > STANDINGS[2]:
            brush.text(x + ruler.names, y + h - 25, self.labels[1], "second", "ink2", ruler.standing - 6)
        for _, group, left, wide in ruler.spans():
            paint_group(brush, group, left, y, wide)
        names = [name for group in ruler.groups for name in group.names]
        for number, left, wide in ruler.shown():
            role, token = ("label", "ink") if number == ruler.cursor else ("second", "ink2")
            brush.text(left + 1, y + h - 26, names[number], role, token, wide - 2, "centre")
        self.paint_more(brush)
        brush.line(x, y + h - 1, w, "line2")

    def paint_more(self, brush: Brush) -> None:
        """Arrows where there are columns that are not shown."""
        x, y, w, h = self.box
        at = self.ruler.start(self.ruler.first)
        if self.ruler.first:
            brush.icon(at - 14, y + h - 23, "chevron-left", 12, "ink2")
        if self.ruler.last < self.ruler.every:
            brush.icon(x + w - 11, y + h - 23, "chevron-right", 12, "ink2")


def paint_group(brush: Brush, group: Group, left: float, y: float, wide: float) -> None:
    """The title of a group over its columns: one line and the small print, or two lines, or its id."""
    room = wide - 12
    if brush.width(group.title, "label") <= room:
        note = next((each for each in group.notes if brush.width(each, "second") <= room), group.id)
        brush.text(left + 8, y + 5, group.title, "label", "ink", room)
        brush.text(left + 8, y + 23, note, "second", "ink2", room)
        return
    rows = brush.lines(f"{group.id} {group.title}", "label", room)
    if len(rows) > 2:
        rows = [group.id]  # a piece of a word says less than the sign alone
    for number, row in enumerate(rows):
        brush.text(left + 8, y + 5 + 17 * number, row, "label", "ink", wide - 10)


@dataclass
class Line(Widget):
    """A row: id, flag, name, standing with its small print, and a mark in each column it speaks to."""

    ruler: Ruler = field(default_factory=Ruler)
    id: str = ""
    country: str = ""
    name: str = ""
    sign: str = "not_held"
    standing: str = ""
    note: str = ""
    marks: frozenset[int] = frozenset()
    strong: bool = False
    selected: bool = False
    begins: bool = False
    spoken: str = ""

    @property
    def says(self) -> str:
        """The thing, its standing, and what it speaks to."""
        return self.spoken

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """One row."""
        self.box = (x, y, w, ROW)
        return ROW

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Its parts, and the ring round the cell that is looked at."""
        x, y, w, h = self.box
        if self.selected or hover == self.key:
            brush.fill(self.box, "sel" if self.selected else "hov")
        brush.line(x, y, w, "ctl" if self.begins else "line")
        if self.selected:
            brush.fill((x, y, 3, h), "pri")
        self.paint_name(brush)
        self.paint_marks(brush)
        if focus == self.key:
            brush.focus(self.box, inside=True)

    def paint_name(self, brush: Brush) -> None:
        """Id, flag, name, standing."""
        x, y, _, _ = self.box
        ruler = self.ruler
        wide = max(26.0, brush.width(self.id, "axis") + 4)
        brush.text(x + 12, y + 9.5, self.id, "axis", "ink2", wide)
        brush.flag(x + 14 + wide, y + 11, self.country, 11)
        role, token = "label" if self.selected else "body", "ink3" if self.sign in ("excluded", "lost") else "ink"
        brush.text(x + 36 + wide, y + 7.5, self.name, role, token, ruler.names - wide - 46)
        left = x + ruler.names
        if ruler.standing <= STANDINGS[2]:
            draw_sign(brush, left + 10, y + ROW / 2, self.sign, False)
            return
        used = draw_standing(brush, left, y + 7, self.sign, self.standing, ruler.standing - 8)
        if ruler.standing - used > 60:
            brush.text(left + used + 7, y + 8.5, self.note, "second", "ink3", ruler.standing - used - 14)

    def paint_marks(self, brush: Brush) -> None:
        """A mark or a point in each column."""
        _, y, _, h = self.box
        for number, left, wide in self.ruler.shown():
            if number == self.ruler.cursor and self.selected:
                brush.box((left + 5, y + 4, wide - 10, h - 7), None, "pri", 4)
            if number in self.marks:
                draw_sign(brush, left + wide / 2, y + h / 2, self.sign, self.strong)
            else:
                draw_nothing(brush, left + wide / 2, y + h / 2)


@dataclass(frozen=True, slots=True)
class Bar:
    """A column of proof: half points admitted and possible; `reach` = proved, possible or short, and in words."""

    halves: int
    possible: int
    reach: str
    words: str


@dataclass
class Proved(Widget):
    """The foot of the table: a column of proof for each column, and its word."""

    ruler: Ruler = field(default_factory=Ruler)
    bars: tuple[Bar, ...] = ()
    needed: int = 1
    told: tuple[str, str, str] = ("", "", "")

    @property
    def says(self) -> str:
        """Column by column."""
        names = [f"{group.title}, {name}" for group in self.ruler.groups for name in group.names]
        return ". ".join(f"{name}: {bar.words}" for name, bar in zip(names, self.bars, strict=True))

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """A strip."""
        self.box = (x, y, w, PROOF)
        return PROOF

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """What it is, then the columns."""
        x, y, w, _ = self.box
        brush.line(x, y, w, "ctl")
        brush.line(x, y + 1 / brush.k, w, "ctl")
        room = self.ruler.names + self.ruler.standing - 20
        for number, (text, role, token) in enumerate(zip(self.told, ("label", "second", "second"), ("ink", "ink2", "ink2"), strict=True)):
            brush.text(x + 12, y + 10 + 19 * number, text, role, token, room)
        for number, left, wide in self.ruler.shown():
            bar = self.bars[number]
            draw_column_of_proof(brush, (left + wide / 2 - 17, y + 12, 34, 46), bar.halves, bar.possible, self.needed)
            brush.text(left, y + 63, bar.words, "axis", BAR_TOKENS[bar.reach], wide, "centre")
            if number == self.ruler.cursor:
                brush.fill((left + wide / 2 - 17, y + 80, 34, 2), "pri")


@dataclass
class Legend(Widget):
    """What the marks mean: (sign, strong, words); at the right a note."""

    signs: Sequence[tuple[str, bool, str]] = ()
    note: str = ""

    @property
    def says(self) -> str:
        """Its note."""
        return self.note

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """A strip."""
        self.box = (x, y, w, LEGEND)
        return LEGEND

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Marks and words as far as there is room."""
        x, y, w, h = self.box
        brush.line(x, y, w)
        note = min(brush.width(self.note, "second"), w * 0.4)
        at = x + 13
        for sign, strong, words in self.signs:
            need = 26 + brush.width(words, "second") + 18
            if at + need > x + w - note - 16:
                break
            draw_sign(brush, at + 9, y + h / 2, sign, strong)
            brush.text(at + 26, y + 9, words, "second", "ink2")
            at += need
        brush.text(x + w - note - 12, y + 9, self.note, "second", "ink2", note + 1)
