"""Widgets of a choice: cards of one height, its small print, and the line that says what can be foreseen; the rule at stake."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.window.brush import Brush
from game.window.widgets import Column, Rich, Widget
from game.window.widgets.text import piece_width

GOOD = {("danger", -1), ("alert", -1), ("trust", 1), ("evidence", 1), ("relation", 1)}
LINE = 18.0
ARROWS = {1: "arrow-up", -1: "arrow-down"}


class Equal(Column):
    """Things below one another, all as high as the highest."""

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """Measured first, then placed."""
        highest = max((child.place(brush, x, y, w) for child in self.children), default=0.0)
        top = y
        for child in self.children:
            top += child.place(brush, x, top, w, highest) + self.gap
        self.box = (x, y, w, max(0.0, top - self.gap - y))
        return self.box[3]


@dataclass
class Foreseen(Widget):
    """Arrows and words for what can be foreseen: (clock, way, words, way in words); at the right the citation."""

    effects: Sequence[tuple[str, int, str, str]] = ()
    citation: str = ""

    @property
    def says(self) -> str:
        """The words, each with its way, and the rule."""
        ways = [f"{words} {way}" for _, _, words, way in self.effects]
        return ", ".join([*ways, *([self.citation] if self.citation else [])])

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """One line; the citation has a line of its own where both do not fit."""
        chips = sum(chip_width(brush, words) + 6 for _, _, words, _ in self.effects)
        cited = brush.width(self.citation, "second") + 24 if self.citation else 0
        self.apart = bool(chips and cited) and chips + cited > w
        self.box = (x, y, w, 44 if self.apart else 20)
        return self.box[3]

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Chips, then the open book."""
        x, y, w, _ = self.box
        at = x
        for clock, way, words, _ in self.effects:
            at += self.chip(brush, at, y, clock, way, words) + 6
        if not self.citation:
            return
        cite(brush, x + w, y + (23 if self.apart else 1), self.citation, w - 20 if self.apart or not self.effects else x + w - at - 22)

    def chip(self, brush: Brush, x: float, y: float, clock: str, way: int, words: str) -> float:
        """An arrow and a word on their tint; answers the width."""
        token, tint = ("adm", "admB") if (clock, way) in GOOD else ("exc", "excB")
        wide = chip_width(brush, words)
        brush.box((x, y, wide, 19), tint, token if brush.theme.name == "contrast" else None, 3)
        brush.icon(x + 6, y + 3.5, ARROWS[way], 12, token)
        brush.text(x + 22, y + 2.5, words, "axis", token)
        return wide


@dataclass
class SmallPrint(Rich):
    """Instrument, seat, days; at the end of the line the citation, or on a line of its own where both do not fit."""

    citation: str = ""

    @property
    def says(self) -> str:
        """The line, and the rule."""
        return ", ".join(each for each in (super().says, self.citation) if each)

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """One line or two."""
        used = sum(piece_width(brush, kind, value) + self.gap for kind, value in self.pieces)
        self.apart = bool(self.citation) and used + brush.width(self.citation, "second") + 24 > w
        self.box = (x, y, w, LINE * 2 + 6 if self.apart else LINE)
        return self.box[3]

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """The line, and the open book with the rule."""
        x, y, w, h = self.box
        self.box = (x, y, w, LINE)
        super().paint(brush, focus, hover)
        self.box = (x, y, w, h)
        if self.citation:
            cite(brush, x + w, y + h - LINE, self.citation, w - 20)


def cite(brush: Brush, right: float, y: float, citation: str, room: float) -> None:
    """The open book and a rule, to the right edge."""
    wide = min(room, brush.width(citation, "second") + 1)
    brush.icon(right - wide - 19, y + 2, "book-open", 14, "ink3")
    brush.text(right - wide, y + 1, citation, "second", "ink3", wide)


def chip_width(brush: Brush, words: str) -> float:
    """How wide a chip with an arrow is."""
    return brush.width(words, "axis") + 29
