"""Help: what the desk shows, what time costs, and every key of the window."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.pages.page import Go
from game.window.app import Screen
from game.window.brush import Brush
from game.window.screens.common import Foot, Sheet, TopBar
from game.window.screens.reading import going, show
from game.window.widgets import Button, Column, Flow, Label, Panel, Rich, Row, Scroll, Space, Widget

if TYPE_CHECKING:
    from game.window.app import App

PAGE, APART, CAPS = 1180.0, 900.0, 118.0
SAYS = ("window", "time", "clocks", "unlawful")
KEYS = {
    "everywhere": ("Tab", "← → ↑ ↓", "Enter", "Esc", "1-9", "PgUp PgDn", "F9", "F10", "F11", "+ -", "Ctrl K", "Ctrl C"),
    "time": ("Space", ".", "W", "D", "P", "Shift P", "F1 F2 F3 F4"),
    "begin": ("C", "L", "X", "J", "H", "N"),
    "places": ("M", "T", "I", "B", "R", "E", "Shift B", "F", "/", "Q"),
    "paper": ("N", "F", "A", "V", "Ctrl Enter"),
}
"""Headings -> keys under them; the words of a key are `key.HEADING.NUMBER`."""


class Help(Screen):
    """A sheet of prose and a sheet of keys."""

    begins_at = ("link ",)

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """Prose at the left, keys beside it, below one another where the window is narrow."""
        words = app.words
        wide = min(w - 16, PAGE)
        parts = [self.keys_of(app, name) for name in KEYS]
        told = Column(gap=10, children=self.prose(app))
        if wide < APART:
            inner: Widget = Column(gap=14, children=[told, *parts])
        else:
            columns: list[Widget] = [told, Column(gap=14, children=parts[:2]), Column(gap=14, children=parts[2:])]
            inner = Row(widths=(-1.15, -1, -1), gap=28, children=columns)
        sheet = Panel(body=Scroll(key="help", body=inner, at=self.scrolls, pad=24), fill="card")
        body = Row(widths=(-1, wide, -1), gap=0, children=[Space(), sheet, Space()])
        back = Button(key="back", text=words("page.back"), kind="bar", icon="undo-2", cap="Esc", press=app.pop)
        bar = TopBar(title=words("page.help"), second=app.sitting.scenario.title, buttons=[back])
        foot = Foot(keys=[("Tab", words("foot.next")), ("Esc", words("foot.back"))], note=words("app.invented"))
        return Sheet(bar=bar, body=body, foot=foot, notice=app.toast)

    @staticmethod
    def prose(app: "App") -> list[Widget]:
        """How one plays, in a few sentences; the way to the rules and the briefing."""
        words = app.words
        rows: list[Widget] = [Label(text=words("help.how"), role="card")]
        rows += [Label(text=words(f"help.{name}"), role="letter") for name in SAYS]
        again = Button(key="link briefing", text=words("page.briefing"), icon="folder", press=lambda: show(app, Go("briefing")))
        rows.append(Flow(children=[again]))
        rows.append(Label(text=words("app.disclaimer"), role="second", token="ink3"))
        return rows

    @staticmethod
    def keys_of(app: "App", name: str) -> Widget:
        """The keys of one heading."""
        words = app.words
        rows: list[Widget] = [Label(text=words(f"key.{name}"), role="label"), Space(height=2, line=True)]
        for number, caps in enumerate(KEYS[name], 1):
            pieces = [("cap", each) for each in split(caps)]
            rows.append(Row(widths=(CAPS, -1), gap=8, children=[Rich(pieces=pieces, gap=4), Label(text=words(f"key.{name}.{number}"))]))
        return Column(gap=4, children=rows)

    def keys(self, app: "App") -> dict[str, Callable[[], None]]:
        """Letters lead to other pages."""
        return {key: act for key, act in going(app).items() if key != "?"}


def split(caps: str) -> list[str]:
    """The keys in a row: several that do the same, or one with another held down."""
    return [caps] if caps.startswith(("Ctrl ", "Shift ")) else caps.split(" ")
