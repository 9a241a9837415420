"""The ground of a screen: the desk and the sheets that lie on it, drawn once for a layout and copied after that."""

from collections.abc import Iterator
from typing import Any

import pygame

from game.window.brush import Brush
from game.window.widgets import Column, Panel, Row, Widget

MOST_PIXELS = 3_700_000
"""A larger window draws its ground each time: a copy of it would weigh more than the time it saves is worth."""


class Ground:
    """What lies below everything else. Answers which sheets it has drawn, so that they need not draw themselves."""

    def __init__(self) -> None:
        self.key: Any = None
        self.kept: pygame.Surface | None = None

    def lay(self, brush: Brush, root: Widget) -> None:
        """The desk with its sheets, on the surface of the brush."""
        found = list(sheets(getattr(root, "body", None)))
        key = (brush.theme.name, brush.k, brush.surface.get_size(), [(each.fill, each.box) for each in found])
        if key == self.key and self.kept is not None:
            brush.surface.blit(self.kept, (0, 0))
        else:
            self.draw(brush, found)
            self.key, self.kept = key, None
            if found and brush.surface.get_width() * brush.surface.get_height() <= MOST_PIXELS:
                self.kept = brush.surface.copy()
        brush.laid = {id(each) for each in found}

    @staticmethod
    def draw(brush: Brush, found: list[Panel]) -> None:
        """The desk, sheet by sheet."""
        brush.surface.fill(brush.theme["desk"])
        for each in found:
            each.sheet(brush)


def sheets(widget: Widget | None) -> Iterator[Panel]:
    """The sheets that lie side by side: those inside others, or in something that scrolls, are not among them."""
    if isinstance(widget, Panel):
        yield widget
    elif isinstance(widget, Row | Column):
        for child in widget.children:
            yield from sheets(child)
