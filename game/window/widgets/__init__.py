"""Widgets: retained things with a place, drawn by a brush. They know nothing of cases or law."""

from game.window.widgets.buttons import Button, Card, Tick
from game.window.widgets.canvas import Picture
from game.window.widgets.layout import Column, Fixed, Flow, Grid, Growing, Panel, Row, Space
from game.window.widgets.place import HIT, Press, Widget
from game.window.widgets.scrolling import GUTTER, Scroll
from game.window.widgets.text import Label, Rich

__all__ = [
    "GUTTER",
    "HIT",
    "Button",
    "Card",
    "Column",
    "Fixed",
    "Flow",
    "Grid",
    "Growing",
    "Label",
    "Panel",
    "Picture",
    "Press",
    "Rich",
    "Row",
    "Scroll",
    "Space",
    "Tick",
    "Widget",
]
