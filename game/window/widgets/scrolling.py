"""What is seen through an opening, and moved in it."""

from dataclasses import dataclass, field

from game.window.brush import Box, Brush
from game.window.widgets.layout import Column
from game.window.widgets.place import Widget

GUTTER = 9.0
"""Room for the bar of a scrolled column that has no padding of its own."""


@dataclass
class Scroll(Widget):
    """A column seen through an opening; the wheel and the focus move it. `at` is kept by whoever built it."""

    body: Widget | None = None
    at: dict[str, float] = field(default_factory=dict)
    grows: bool = True
    pad: float = 12

    def __post_init__(self) -> None:
        self.children = [self.body] if self.body else []
        self.content = 0.0

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """The opening; what is inside is moved up by how far it is scrolled."""
        assert self.body is not None
        self.content = self.body.place(brush, x + self.pad, y + self.pad, w - 2 * self.pad) + 2 * self.pad
        self.box = (x, y, w, h if h is not None else self.content)
        most = max(0.0, self.content - self.box[3])
        gutter = GUTTER if most and not self.pad else 0.0
        self.at[self.key] = min(most, max(0.0, self.at.get(self.key, 0.0)))
        if self.at[self.key] or gutter:
            self.body.place(brush, x + self.pad, y + self.pad - self.at[self.key], w - 2 * self.pad - gutter)
        return self.box[3]

    def scroll(self, by: float) -> None:
        """Move by so many logical pixels."""
        self.at[self.key] = max(0.0, min(max(0.0, self.content - self.box[3]), self.at.get(self.key, 0.0) + by))

    def show(self, widget: Widget) -> None:
        """Move so that a widget inside is seen whole, or from its top."""
        top, bottom = widget.box[1], widget.box[1] + widget.box[3]
        if bottom > self.box[1] + self.box[3] - 6:
            self.scroll(bottom - self.box[1] - self.box[3] + 12)
            top -= bottom - self.box[1] - self.box[3] + 12
        if top < self.box[1] + 4:
            self.scroll(top - self.box[1] - 12)

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """What can be seen, and a bar where there is more."""
        before = brush.surface.get_clip()
        brush.surface.set_clip(brush.real(self.box).clip(before))
        assert self.body is not None
        paint_seen(self.body, self.box, brush, focus, hover)
        brush.surface.set_clip(before)
        if self.content > self.box[3] + 1:
            x, y, w, h = self.box
            share = h / self.content
            brush.box(
                (x + w - 7, y + 3 + (h - 6) * self.at.get(self.key, 0) / self.content, 4, max(16.0, (h - 6) * share)),
                "line2",
                None,
                2,
            )


def paint_seen(body: Widget, opening: Box, brush: Brush, focus: str, hover: str) -> None:
    """Paint what lies in the opening; of a plain column only those of its children that do."""
    if type(body) is not Column:
        body.paint(brush, focus, hover)
        return
    top, bottom = opening[1] - 8, opening[1] + opening[3] + 8
    for child in body.children:
        if child.box[1] < bottom and child.box[1] + child.box[3] > top:
            child.paint(brush, focus, hover)


def meet(one: Box, other: Box) -> Box:
    """What two boxes have in common."""
    x, y = max(one[0], other[0]), max(one[1], other[1])
    return (
        x,
        y,
        max(0.0, min(one[0] + one[2], other[0] + other[2]) - x),
        max(0.0, min(one[1] + one[3], other[1] + other[3]) - y),
    )
