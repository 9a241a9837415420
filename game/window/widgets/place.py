"""A widget: something with a place on the screen, drawn by a brush."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from game.window.brush import Box, Brush

Press = Callable[[], None]
HIT = 28.0
"""The least height of anything that can be pressed."""


@dataclass
class Widget:
    """A place on the screen. `key` names it across rebuilds; who has a `press` can be pressed and takes the focus."""

    key: str = ""
    press: Press | None = None
    enabled: bool = True
    tip: str = ""
    box: Box = (0, 0, 0, 0)
    children: list["Widget"] = field(default_factory=list)
    ring_inside: bool = False
    on_bar: bool = False
    parent_clip: Box | None = None

    @property
    def takes_focus(self) -> bool:
        """Can it have the focus? A disabled thing can, so that its reason can be read."""
        return self.press is not None

    @property
    def says(self) -> str:
        """What it says when it is read aloud."""
        return self.tip

    def read_out(self) -> Iterator[str]:
        """Everything that can be read on it, in reading order, each thing once: what can be pressed speaks for its parts."""
        own = self.says
        if own:
            yield own
        if not own or self.press is None:
            for child in self.children:
                yield from child.read_out()

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """Take a place of this width (and height, if one is given); answers the height used."""
        self.box = (x, y, w, h or 0)
        return self.box[3]

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Draw it and what is inside."""
        for child in self.children:
            child.paint(brush, focus, hover)

    def walk(self) -> Iterator["Widget"]:
        """It and everything inside, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def natural(self, brush: Brush) -> float:
        """How wide it would like to be; nought = as wide as it may."""
        return 0.0

    def pointed(self, x: float, y: float) -> None:
        """The mouse is about to press it at this point."""

    def arrow(self, direction: str) -> bool:
        """An arrow key while it has the focus; False = it has no use for it."""
        return False

    def part(self, x: float, y: float) -> str:
        """Which part of it is at a logical point; most things have none."""
        return ""

    def holds(self, x: float, y: float) -> bool:
        """Is a logical point inside?"""
        bx, by, bw, bh = self.box
        inside = bx <= x < bx + bw and by <= y < by + bh
        clip = self.parent_clip
        return inside and (clip is None or (clip[0] <= x < clip[0] + clip[2] and clip[1] <= y < clip[1] + clip[3]))
