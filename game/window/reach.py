"""What can be reached: everything that takes the focus, what lies beside it, what is seen of it."""

from collections.abc import Iterator

from game.window.brush import Box
from game.window.widgets import Scroll, Widget
from game.window.widgets.scrolling import meet

SIDEWAYS = 2.2
"""How much farther a thing seems for each step it lies to the side of the way one looks."""


def reach(widget: Widget, clip: Box | None = None) -> Iterator[Widget]:
    """Everything that takes the focus, in reading order; each thing learns through which opening it is seen."""
    widget.parent_clip = clip
    if widget.key and widget.takes_focus:
        yield widget
    if isinstance(widget, Scroll):
        clip = widget.box if clip is None else meet(clip, widget.box)
    for child in widget.children:
        yield from reach(child, clip)


def path_to(root: Widget, key: str) -> list[Widget]:
    """From the root down to the first widget of this key; empty when there is none."""
    if root.key == key and key:
        return [root]
    for child in root.children:
        if found := path_to(child, key):
            return [root, *found]
    return []


def beside(here: Widget, able: list[Widget], direction: str) -> Widget | None:
    """The nearest thing in a direction; what lies straight ahead is nearer than what lies to the side."""
    best: tuple[float, Widget] | None = None
    for each in able:
        along, across = away(here, each, direction)
        if each.key == here.key or along <= 3:
            continue
        half = (each.box[3] if direction in ("left", "right") else each.box[2]) / 2
        far = along + SIDEWAYS * max(0.0, abs(across) - half)
        if best is None or far < best[0]:
            best = (far, each)
    return best[1] if best is not None else None


def away(here: Widget, there: Widget, direction: str) -> tuple[float, float]:
    """How far the middle of a thing lies from that of another: along a direction, and across it."""
    x = there.box[0] + there.box[2] / 2 - here.box[0] - here.box[2] / 2
    y = there.box[1] + there.box[3] / 2 - here.box[1] - here.box[3] / 2
    return {"left": (-x, y), "right": (x, y), "up": (-y, x), "down": (y, x)}[direction]


def opening(root: Widget, focus: str) -> Scroll | None:
    """The opening with more behind it that holds the focus, or else the first one that has more."""
    found = [each for each in root.walk() if isinstance(each, Scroll) and each.content > each.box[3]]
    holding = [each for each in found if any(inner.key == focus for inner in each.walk() if inner.key)]
    return next(iter(holding or found), None)
