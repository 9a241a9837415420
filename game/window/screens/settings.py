"""The settings: what a person needs to see, hear and read well. Each takes effect at once and is kept."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.pages.page import Go
from game.window.app import SCALES, Screen
from game.window.brush import Brush
from game.window.dropdown import DropDown
from game.window.screens.common import Foot, Sheet, TopBar
from game.window.screens.reading import show
from game.window.segments import Segments
from game.window.theme import THEMES
from game.window.widgets import Button, Column, Label, Panel, Row, Scroll, Space, Widget

if TYPE_CHECKING:
    from game.window.app import App

PAGE, SIDE_BY_SIDE = 760.0, 4
"""More options than this fold badly, and stand in a drop-down."""


class SettingsScreen(Screen):
    """One row a setting."""

    begins_at = ("set ",)

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """The rows on a sheet."""
        words = app.words
        rows: list[Widget] = [Label(text=words("settings.title"), role="big"), Space(height=4, line=True)]
        for name, options, chosen, pick in self.offered(app):
            rows.append(self.row(app, w, name, options, chosen, pick))
        rows.append(Label(text=words("settings.kept"), role="second", token="ink3"))
        sheet = Panel(body=Scroll(key="settings", body=Column(gap=14, children=rows), at=self.scrolls, pad=28), fill="card")
        wide = min(w - 16, PAGE)
        body = Row(widths=(-1, wide, -1), gap=0, children=[Space(), sheet, Space()])
        back = Button(key="back", text=words("page.back"), kind="bar", icon="undo-2", cap="Esc", press=app.pop)
        foot = Foot(keys=[("Tab", words("foot.next")), ("← →", words("settings.change")), ("Esc", words("foot.back"))])
        bar = TopBar(title=words("settings.title"), second=words("app.name"), buttons=[back])
        return Sheet(bar=bar, body=body, foot=foot, notice=app.toast)

    @staticmethod
    def row(
        app: "App", w: float, name: str, options: list[tuple[str, str]], chosen: str, pick: Callable[[str], None]
    ) -> Widget:
        """A setting: its name and what it is for, its options."""
        words = app.words
        told = Column(
            gap=0,
            children=[
                Label(text=words(f"settings.{name}"), role="label"),
                Label(text=words(f"settings.{name}.why"), role="second", token="ink3"),
            ],
        )
        kind = Segments if len(options) <= SIDE_BY_SIDE else DropDown
        choice = kind(key=f"set {name}", name=words(f"settings.{name}"), options=options, chosen=chosen, pick=pick)
        narrow = w < PAGE
        return Column(gap=6, children=[told, choice]) if narrow else Row(widths=(-1, -1.3), gap=20, children=[told, choice])

    @staticmethod
    def offered(app: "App") -> list[tuple[str, list[tuple[str, str]], str, Callable[[str], None]]]:
        """Every setting with its options, what is chosen, and what choosing does."""
        words, own = app.words, app.settings

        def two(name: str) -> list[tuple[str, str]]:
            return [(value, words(f"settings.{name}.{value}")) for value in ("yes", "no")]

        def said(value: bool) -> str:
            return "yes" if value else "no"

        return [
            ("text", [(str(s), f"{s} %") for s in SCALES], str(own.text), lambda v: app.change(text=int(v))),
            ("theme", [(t, words(f"settings.theme.{t}")) for t in THEMES], own.theme, lambda v: app.change(theme=v)),
            ("motion", two("motion"), said(not own.less_motion), lambda v: app.change(less_motion=v == "no")),
            ("sound", two("sound"), said(own.sound), lambda v: app.change(sound=v == "yes")),
            ("flags", two("flags"), said(own.flags), lambda v: app.change(flags=v == "yes")),
        ]

    def keys(self, app: "App") -> dict[str, Callable[[], None]]:
        """Help is never far."""
        return {"?": lambda: show(app, Go("help"))} if app.session is not None else {}
