"""The way of one paper along the days: stages gone, the one it is at, those ahead, and until when nine in ten are back."""

from dataclasses import dataclass

from game.window.brush import Box, Brush
from game.window.widgets import Widget

HIGH, BAR, TOP = 64.0, 14.0, 24.0
HATCH = 6.0


@dataclass(frozen=True, slots=True)
class Leg:
    """A stage from one day to another; `state` = past, now or ahead."""

    start: int
    end: int
    state: str


@dataclass
class Journey(Widget):
    """A bar of legs with today, and words for its first day, for the usual day of return and for the late one."""

    legs: tuple[Leg, ...] = ()
    today: int = 0
    latest: int | None = None
    token: str = "mla"
    bad: bool = False
    words: tuple[str, str, str, str] = ("", "", "", "")
    spoken: str = ""

    @property
    def says(self) -> str:
        """The days in words."""
        return self.spoken or ". ".join(each for each in self.words if each)

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """A strip."""
        self.box = (x, y, w, HIGH)
        return HIGH

    @property
    def ends(self) -> tuple[int, int]:
        """The first day and the last one shown."""
        return self.legs[0].start, max(self.legs[-1].end, self.latest or 0, self.today if self.latest else 0, self.legs[0].start + 1)

    def at(self, day: float) -> float:
        """Where a day is."""
        first, last = self.ends
        x, _, w, _ = self.box
        return x + w * min(1.0, max(0.0, (day - first) / (last - first)))

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Legs, hatch, today, words."""
        if not self.legs:
            return
        x, y, w, _ = self.box
        top = y + TOP
        brush.box((x, top, w, BAR), "card", "line2", 4)
        for leg in self.legs:
            self.paint_leg(brush, leg, top)
        if self.latest and self.latest > self.legs[-1].end:
            self.paint_hatch(brush, (self.at(self.legs[-1].end), top, self.at(self.latest) - self.at(self.legs[-1].end), BAR))
        self.paint_words(brush)
        if focus == self.key and self.key:
            brush.focus(self.box, out=5)

    def paint_leg(self, brush: Brush, leg: Leg, top: float) -> None:
        """Solid as far as it went; a tint for what is expected."""
        left, right = self.at(leg.start), self.at(leg.end)
        token = "exc" if self.bad else self.token
        gone = self.at(min(leg.end, self.today)) if leg.state != "ahead" else left
        if right - left > 1:
            brush.box((left, top, right - left - 1, BAR), f"{self.token}~" if leg.state != "past" else token, token, 3)
        if leg.state == "now" and gone - left > 1:
            brush.box((left, top, max(3.0, gone - left - 1), BAR), token, None, 3)

    def paint_hatch(self, brush: Brush, box: Box) -> None:
        """Slanted lines as far as the day by which nine in ten are back, and a tick."""
        x, y, w, h = box
        at = x
        while at < x + w - 1:
            brush.upright(at, y + 3, h - 6, self.token)
            at += HATCH
        brush.upright(x + w - 1, y - 3, h + 6, self.token)

    def paint_words(self, brush: Brush) -> None:
        """The first day at the left, the late one at the right, the usual one above its place; today in a pill."""
        x, y, w, _ = self.box
        begun, today, usual, late = self.words
        below = y + TOP + BAR + 5
        used = brush.text(x, below, begun, "axis", "ink2", w * 0.4)
        brush.text(x + used + 12, below, late, "axis", "ink2", w - used - 12, "right")
        pill = brush.width(today, "axis") + 14 if today else 0
        left = min(max(x, self.at(self.today) - pill / 2), x + w - pill)
        if today:
            brush.upright(self.at(self.today), y + 18, TOP + BAR - 15, "ink")
            brush.box((left, y, pill, 18), "pri", None, 3)
            brush.text(left, y + 2, today, "axis", "priT", pill, "centre")
        wide = brush.width(usual, "axis")
        back = self.at(self.legs[-1].end)
        start = back - wide
        if usual and (start > left + pill + 8 or back < left - 8) and start >= x:
            brush.text(start, y + 2, usual, "axis", "ink2", wide + 1)
            brush.upright(back - 1, y + 17, 9, "ink2")
