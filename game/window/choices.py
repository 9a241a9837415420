"""Widgets of a choice: cards of one height, and the line that says what can be foreseen and which rule is at stake."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.window.brush import Brush
from game.window.widgets import Column, Widget

GOOD = {("danger", -1), ("alert", -1), ("trust", 1), ("evidence", 1), ("relation", 1)}
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
        room = w - 20 if self.apart or not self.effects else x + w - at - 22
        wide = min(room, brush.width(self.citation, "second") + 1)
        left, top = x + w - wide, y + (24 if self.apart else 2)
        brush.icon(left - 19, top + 1, "book-open", 14, "ink3")
        brush.text(left, top, self.citation, "second", "ink3", wide)

    def chip(self, brush: Brush, x: float, y: float, clock: str, way: int, words: str) -> float:
        """An arrow and a word on their tint; answers the width."""
        token, tint = ("adm", "admB") if (clock, way) in GOOD else ("exc", "excB")
        wide = chip_width(brush, words)
        brush.box((x, y, wide, 19), tint, token if brush.theme.name == "contrast" else None, 3)
        brush.icon(x + 6, y + 3.5, ARROWS[way], 12, token)
        brush.text(x + 22, y + 2.5, words, "axis", token)
        return wide


def chip_width(brush: Brush, words: str) -> float:
    """How wide a chip with an arrow is."""
    return brush.width(words, "axis") + 29
