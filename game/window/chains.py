"""A chain: steps below one another on a line, each with an icon in a ring, its words and small print."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.window.brush import Brush
from game.window.widgets import Widget

RING, LEFT, STEP, WIDEST = 24.0, 34.0, 43.0, 720.0


@dataclass(frozen=True, slots=True)
class Station:
    """A step: its words, small print, when; `state` = past, now, ahead or bad."""

    text: str
    note: str = ""
    when: str = ""
    state: str = "past"
    icon: str = "check"
    token: str = "intl"


@dataclass
class Chain(Widget):
    """Steps gone in their colour, the present one filled, those ahead pale."""

    stations: Sequence[Station] = ()

    @property
    def says(self) -> str:
        """Every step with its small print and its day."""
        return ". ".join(", ".join(each for each in (s.text, s.when, s.note) if each) for s in self.stations)

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """As high as its steps; long words take more lines, and no step is wider than the eye follows."""
        w = min(w, WIDEST)
        self.steps: list[tuple[float, list[str], list[str]]] = []
        top = y
        for station in self.stations:
            when = brush.width(station.when, "second") + 12 if station.when else 0
            rows = brush.lines(station.text, "button", max(60.0, w - LEFT - when))
            notes = brush.lines(station.note, "second", w - LEFT) if station.note else []
            self.steps.append((top, rows, notes))
            top += max(STEP, 18 * len(rows) + 16 * len(notes) + 9)
        self.box = (x, y, w, top - y)
        return top - y

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Line, rings, words."""
        x, _, w, _ = self.box
        for number, (top, rows, notes) in enumerate(self.steps):
            station = self.stations[number]
            if number + 1 < len(self.steps):
                below = self.steps[number + 1][0]
                token = "line2" if self.stations[number + 1].state == "ahead" else station.token
                brush.fill((x + RING / 2 - 1, top + RING, 2, below - top - RING), token)
            self.ring(brush, x, top, station)
            ink = "ink3" if station.state == "ahead" else "ink"
            for line, row in enumerate(rows):
                brush.text(x + LEFT, top - 1 + 18 * line, row, "label" if station.state == "now" else "button", ink)
            for line, row in enumerate(notes):
                brush.text(x + LEFT, top - 1 + 18 * len(rows) + 16 * line, row, "second", "ink3")
            wide = brush.width(station.when, "second")
            brush.text(x + w - wide - 1, top, station.when, "second", "ink2" if station.state != "ahead" else "ink3")

    @staticmethod
    def ring(brush: Brush, x: float, y: float, station: Station) -> None:
        """The icon of a step in its ring; the present step is filled."""
        ahead, now = station.state == "ahead", station.state == "now"
        token = "exc" if station.state == "bad" else "ink3" if ahead else station.token
        line = max(1, round((1 if ahead else 1.6) * brush.k))
        brush.box((x, y, RING, RING), token if now else "card", "ctl" if ahead else token, RING / 2, line)
        brush.icon(x + 5.5, y + 5.5, station.icon, 13, "card" if now else token)
