"""Something drawn by a function, once for each state."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pygame

from game.window.brush import Box, Brush
from game.window.widgets.place import Widget


@dataclass
class Picture(Widget):
    """Something drawn by a function of the brush and the box.

    With a `memory` it is drawn once for each `state` and size, and copied after that; `over` is drawn on top each time.
    `parts` says which part of it is at a logical point.
    """

    draw: Callable[[Brush, Box], None] | None = None
    height: float = 100
    grows: bool = False
    words: str = ""
    memory: dict[str, Any] | None = None
    state: Any = None
    over: Callable[[Brush, Box], None] | None = None
    parts: Callable[[float, float], str] | None = None

    @property
    def says(self) -> str:
        """What it shows."""
        return self.words

    def part(self, x: float, y: float) -> str:
        """What `parts` says."""
        return self.parts(x, y) if self.parts is not None else ""

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """As high as it is told."""
        self.box = (x, y, w, h if h is not None else self.height)
        return self.box[3]

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """The picture, or its copy."""
        if self.draw is not None:
            rect, before = brush.real(self.box), brush.surface.get_clip()
            whole = before.contains(rect) and brush.surface.get_rect().contains(rect)
            state = (self.state, tuple(rect), brush.k, brush.theme.name)
            kept = self.memory.get(f"picture {self.key}") if self.memory is not None and whole else None
            if kept is not None and kept[0] == state:
                brush.surface.blit(kept[1], rect)
            else:
                brush.surface.set_clip(rect.clip(before))
                self.draw(brush, self.box)
                brush.surface.set_clip(before)
                if self.memory is not None and whole and rect.w and rect.h:
                    self.keep(state, brush, rect)
        if self.over is not None:
            self.over(brush, self.box)
        super().paint(brush, focus, hover)
        if focus == self.key and self.key:
            brush.focus(self.box, inside=True)

    def keep(self, state: Any, brush: Brush, rect: pygame.Rect) -> None:
        """Copy what was drawn; where there is a copy of the same size already, into that one."""
        assert self.memory is not None
        before = self.memory.get(f"picture {self.key}")
        if before is not None and before[1].get_size() == rect.size:
            before[1].blit(brush.surface, (0, 0), rect)
            made = before[1]
        else:
            made = brush.surface.subsurface(rect).copy()
        self.memory[f"picture {self.key}"] = (state, made)
