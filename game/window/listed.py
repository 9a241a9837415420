"""A short list under its heading: what is known, what is not."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.window.brush import Brush
from game.window.theme import ROLES
from game.window.widgets import Widget

INDENT, GAP, DOT = 11.0, 3.0, "\u2022"


@dataclass
class Listed(Widget):
    """A heading and its lines, each behind a dot; lines too long for the width are broken."""

    title: str = ""
    lines: Sequence[str] = ()
    role: str = "second"

    @property
    def says(self) -> str:
        """The heading, then the lines."""
        return f"{self.title}: {'; '.join(self.lines)}"

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """As high as its lines."""
        self.rows = [brush.lines(each, self.role, w - INDENT) for each in self.lines]
        used = sum(len(each) * ROLES[self.role][2] + GAP for each in self.rows)
        self.box = (x, y, w, ROLES["label"][2] + GAP + used)
        return self.box[3]

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """The heading, the dots, the lines."""
        x, y, w, _ = self.box
        high = ROLES[self.role][2]
        brush.text(x, y, self.title, "label", "ink", w)
        y += ROLES["label"][2] + GAP
        for rows in self.rows:
            brush.text(x, y, DOT, self.role, "ink2")
            for row in rows:
                brush.text(x + INDENT, y, row, self.role, "ink2", w - INDENT)
                y += high
            y += GAP
