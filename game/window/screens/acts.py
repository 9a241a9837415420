"""What can be done, as numbered rows; bands and insets of a sheet that reaches its edges."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from game.pages.page import Offer
from game.window.brush import Brush
from game.window.screens.reading import perform
from game.window.theme import ICONS, SEAT_ICONS
from game.window.widgets import Card, Column, Label, Rich, Row, Widget

if TYPE_CHECKING:
    from game.window.app import App, Screen

EDGE = 14.0


class Inset(Column):
    """Something at a distance from both edges of its sheet."""

    edge = EDGE

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """Further in."""
        return super().place(brush, x + self.edge, y, w - 2 * self.edge, h)


class Flush(Inset):
    """Rows from edge to edge, inside the border of the sheet."""

    edge = 1.0


class Strip(Rich):
    """A sunken strip from edge to edge, with the name of what stands below it."""

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """One line."""
        self.edges = (x, w)
        return super().place(brush, x + EDGE, y, w - 2 * EDGE, h)

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """The strip with its hairlines, then the words."""
        _, y, _, h = self.box
        x, w = self.edges
        brush.fill((x + 1, y, w - 2, h), "sunken")
        brush.line(x + 1, y, w - 2)
        brush.line(x + 1, y + h - 1, w - 2)
        super().paint(brush, focus, hover)


def inset(*inner: Widget) -> Inset:
    """Things at a distance from the edges."""
    return Inset(gap=4, children=list(inner))


def flush(rows: Sequence[Widget]) -> Flush:
    """Rows from edge to edge, without gaps."""
    return Flush(gap=0, children=list(rows))


def band(title: str, note: str = "") -> Strip:
    """A strip with a title, and perhaps a note at its right."""
    end: list[Any] = [("end words", (note, "ink3"))] if note else []
    return Strip(pieces=[("label ink", title), *end], height=23)


def act_rows(app: "App", screen: "Screen", offers: Sequence[Offer], first: int = 1) -> list[Widget]:
    """Each act as a row: number, instrument, words, whose desk it takes for how long; what is barred says why."""
    return [inset(act_row(app, screen, number, each)) for number, each in enumerate(offers, first)]


def act_row(app: "App", screen: "Screen", number: int, each: Offer) -> Card:
    """One act."""
    words = Label(text=each.text, role="button", token="ink" if each.possible else "ink3")
    parts: list[Widget] = [Rich(pieces=[("cap", str(number))]), words]
    widths = [22.0, -1.0]
    if each.instrument:
        parts.insert(1, Rich(pieces=[("icon", (ICONS[each.instrument], each.instrument))]))
        widths.insert(1, 18.0)
    if each.seat:
        days = app.words("act.days", n=each.takes) if each.takes else app.words("beat.today")
        parts.append(Rich(pieces=[("icon", (SEAT_ICONS[each.seat], "ink2", days))]))
        widths.append(62.0)
    rows: list[Widget] = [Row(widths=widths, gap=6, children=parts)]
    if not each.possible and each.why_not:
        rows.append(Rich(pieces=[("icon", ("lock", "exc")), ("second exc", each.why_not)]))
    return Card(key=f"offer {number}", pad=6, enabled=each.possible, tip=each.why_not, body=Column(gap=2, children=rows),
                words=str(number), press=lambda: perform(app, screen, each.action))  # fmt: skip
