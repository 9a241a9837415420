"""What a field unfolds over the page: a layer that has keys and mouse before the page does, and never takes the focus away."""

from typing import TYPE_CHECKING, Any

import pygame

from game.window.brush import Box, Brush
from game.window.widgets import Widget

if TYPE_CHECKING:
    from game.window.app import App, Screen

EDGE, GAP = 6.0, 4.0
"""From the edge of the window, and from the field."""
PAGES_KEYS = (pygame.K_F10, pygame.K_F11)
SIGNS = (pygame.K_PLUS, pygame.K_EQUALS, pygame.K_KP_PLUS, pygame.K_MINUS, pygame.K_KP_MINUS)


class Layer:
    """Something over the page that belongs to a field; the field is built anew under it, the layer stays."""

    of: Any
    """The field, which is a widget and whatever else its layer asks of it."""

    def __init__(self, of: Any) -> None:
        self.of, self.box = of, (0.0, 0.0, 0.0, 0.0)

    @property
    def says(self) -> str:
        """What is under its cursor, read aloud."""
        return str(self.of.says)

    def place(self, brush: Brush, w: float, h: float) -> None:
        """Take a place beside the field, inside a window of this size."""

    def paint(self, brush: Brush) -> None:
        """Draw it."""

    def key(self, event: Any) -> bool:
        """A key; answers whether it stays open."""
        return True

    def typed(self, text: str) -> None:
        """Text that is typed."""

    def pressed(self, x: float, y: float) -> bool:
        """A press of the mouse inside; answers whether it stays open."""
        return True

    def over(self, x: float, y: float) -> None:
        """The mouse over it."""

    def wheel(self, by: float) -> None:
        """The wheel; one = one notch away from the hand."""

    def holds(self, x: float, y: float) -> bool:
        """Is a point inside?"""
        bx, by, bw, bh = self.box
        return bx <= x < bx + bw and by <= y < by + bh


class Unfolds:
    """Something that unfolds a layer when it is pressed."""

    def layer(self) -> Layer | None:
        """The layer; None where this press was for something else."""
        return None


class Over:
    """The layer that is open over a screen, or none."""

    def __init__(self) -> None:
        self.layer: Layer | None = None
        self.screen: Screen | None = None

    def unfold(self, screen: "Screen", pressed: Widget) -> None:
        """Open what a thing that was pressed unfolds."""
        layer = pressed.layer() if isinstance(pressed, Unfolds) else None
        if layer is not None:
            self.layer, self.screen = layer, screen

    def fold(self) -> None:
        """Close it; the field never lost the focus."""
        self.layer = None

    def is_open(self, app: "App") -> bool:
        """Is one open over the screen on top, with its field still there and in focus?"""
        if self.layer is None:
            return False
        field = app.focused()
        if self.screen is not app.screen or field is None or field.key != self.layer.of.key:
            self.fold()
            return False
        self.layer.of = field
        return True

    def paint(self, app: "App", brush: Brush, w: float, h: float) -> None:
        """Over everything that was drawn."""
        if self.is_open(app) and self.layer is not None:
            self.layer.place(brush, w, h)
            self.layer.paint(brush)

    def takes(self, app: "App", event: Any) -> bool:
        """Is an event the layer's? Then it has it, and the page does not."""
        if app.toast or not self.is_open(app):
            return False
        kinds = {
            pygame.KEYDOWN: self.key,
            pygame.TEXTINPUT: self.text,
            pygame.TEXTEDITING: lambda app, event: True,
            pygame.MOUSEBUTTONDOWN: self.click,
            pygame.MOUSEMOTION: self.move,
            pygame.MOUSEWHEEL: self.wheel,
        }
        used = event.type in kinds and kinds[event.type](app, event)
        app.dirty = app.dirty or used
        return used

    def key(self, app: "App", event: Any) -> bool:
        """Escape folds it, Tab folds it and goes on; what works everywhere still does."""
        assert self.layer is not None
        if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META) or event.key in PAGES_KEYS or event.key in SIGNS:
            return False
        if event.key == pygame.K_F9:
            from game.window.speech import speak

            speak(self.layer.says)
        elif event.key in (pygame.K_TAB, pygame.K_ESCAPE):
            self.fold()
            return bool(event.key == pygame.K_ESCAPE)
        elif not self.layer.key(event):
            self.fold()
        return True

    def text(self, app: "App", event: Any) -> bool:
        """Typed text."""
        assert self.layer is not None
        self.layer.typed(event.text)
        return True

    def click(self, app: "App", event: Any) -> bool:
        """A press outside folds it, and presses nothing else."""
        assert self.layer is not None
        if event.button == 1:
            x, y = app.at(event)
            if not self.layer.holds(x, y) or not self.layer.pressed(x, y):
                self.fold()
        return True

    def move(self, app: "App", event: Any) -> bool:
        """The mouse over it."""
        assert self.layer is not None
        self.layer.over(*app.at(event))
        return True

    def wheel(self, app: "App", event: Any) -> bool:
        """The wheel moves the layer and nothing below it."""
        assert self.layer is not None
        self.layer.wheel(getattr(event, "precise_y", event.y))
        return True


def beside(anchor: Box, wide: float, tall: float, w: float, h: float) -> Box:
    """A box of this size below its field, else above it, else where it fits; never outside the window."""
    x, y, _, high = anchor
    wide, tall = min(wide, w - 2 * EDGE), min(tall, h - 2 * EDGE)
    left = max(EDGE, min(x, w - EDGE - wide))
    below, above = y + high + GAP, y - GAP - tall
    top = below if below + tall <= h - EDGE else above if above >= EDGE else max(EDGE, h - EDGE - tall)
    return (left, top, wide, tall)


def room(anchor: Box, h: float) -> float:
    """The height there is for a layer: below its field or above it, whichever is more."""
    return max(h - EDGE - anchor[1] - anchor[3] - GAP, anchor[1] - GAP - EDGE)


def sheet(brush: Brush, box: Box) -> None:
    """What a layer is drawn on."""
    x, y, w, h = box
    if brush.theme["shadow"][3]:
        brush.box((x - 2, y + 2, w + 4, h + 3), "shadow", None, 8)
    brush.box(box, "card", "ctl", 5)
    # A smoothed box lets a little of what lies below shine through.
    brush.fill((x + 3, y + 3, w - 6, h - 6), "card")
