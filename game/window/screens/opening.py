"""How a case is played: which seats the table holds, practice or assessed, the luck, the code of the player."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from engine import Scenario
from game.window.app import Screen
from game.window.brush import Brush
from game.window.editor import Field
from game.window.screens.common import Foot, Sheet, TopBar
from game.window.segments import Segments
from game.window.widgets import Button, Column, Flow, Label, Panel, Row, Scroll, Space, Tick, Widget
from game.window.writing import Writing

if TYPE_CHECKING:
    from game.window.app import App

PAGE, LONGEST = 620.0, 9
MODES = ("practice", "assessed")


@dataclass
class Terms:
    """How the next play is begun; an empty luck is thrown when it begins."""

    left_out: set[str] = field(default_factory=set)
    luck: Writing = field(default_factory=Writing)
    player: Writing = field(default_factory=Writing)

    def seats(self, scenario: Scenario) -> tuple[str, ...]:
        """The seats this table holds; all of them if none is left."""
        return tuple(seat for seat in scenario.seats if seat not in self.left_out) or scenario.seats

    @property
    def wrong(self) -> bool:
        """Is what is written as luck no number?"""
        text = self.luck.text.strip()
        return bool(text) and not (text.isascii() and text.isdigit() and len(text) <= LONGEST)

    def seed(self) -> int:
        """The luck that is written, or a fresh one."""
        text = self.luck.text.strip()
        return int(text) if text and not self.wrong else int.from_bytes(os.urandom(3), "big")


class Opening(Screen):
    """Choose how to play, before the file is opened."""

    begins_at = ("seat ",)

    def __init__(self, scenario: Scenario, terms: Terms, begin: Callable[[], None]) -> None:
        super().__init__()
        self.scenario, self.terms, self.begin = scenario, terms, begin

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """One sheet: seats, mode, luck, player, and the door."""
        words = app.words
        rows: list[Widget] = [Label(text=self.scenario.title, role="big"), Space(height=4, line=True)]
        rows += [*self.seats(app), *self.mode(app), *self.luck(app), Space(height=4), self.doors(app)]
        sheet = Panel(fill="card", body=Scroll(key="opening", body=Column(gap=8, children=rows), at=self.scrolls, pad=28))
        wide = min(w - 16, PAGE)
        body = Row(widths=(-1, wide, -1), gap=0, children=[Space(), sheet, Space()])
        back = Button(key="back", text=words("page.back"), kind="bar", icon="undo-2", cap="Esc", press=app.pop)
        bar = TopBar(title=words("opening.title"), second=self.scenario.title, buttons=[back])
        keys = [("Tab", words("foot.next")), ("Space", words("opening.tick")), ("← →", words("settings.change")),
                ("Ctrl Enter", words("picker.begin")), ("Esc", words("foot.back"))]  # fmt: skip
        return Sheet(bar=bar, body=body, foot=Foot(keys=keys), notice=app.toast)

    def seats(self, app: "App") -> list[Widget]:
        """Which seats this table holds."""
        held = self.terms.seats(self.scenario)
        ticks = [
            Tick(key=f"seat {seat}", text=app.words(f"seat.{seat}"), on=seat in held, press=partial(self.turn, app, seat))
            for seat in self.scenario.seats
        ]
        return [Label(text=app.words("opening.seats"), role="label"), *ticks,
                Label(text=app.words("opening.seats_why"), role="second", token="ink3")]  # fmt: skip

    def turn(self, app: "App", seat: str) -> None:
        """Hold a seat, or leave it; the last one stays."""
        held = self.terms.seats(self.scenario)
        if seat not in held:
            self.terms.left_out.discard(seat)
        elif len(held) > 1:
            self.terms.left_out.add(seat)
        else:
            app.toast = [app.words("opening.one_seat")]

    def mode(self, app: "App") -> list[Widget]:
        """Practice or assessed."""
        options = [(name, app.words(f"picker.mode.{name}")) for name in MODES]
        choice = Segments(key="mode", name=app.words("picker.mode"), options=options, chosen=app.mode,
                          pick=lambda v: setattr(app, "mode", v))  # fmt: skip
        return [Space(height=2), Label(text=app.words("picker.mode"), role="label"), choice]

    def luck(self, app: "App") -> list[Widget]:
        """The luck, and the code of the player."""
        words, terms = app.words, self.terms
        rows: list[Widget] = [Space(height=2), Label(text=words("opening.luck"), role="label"),
                Field(key="luck", writing=terms.luck, hint=words("opening.luck_hint"), token="exc" if terms.wrong else "ctl",
                      press=lambda: None)]  # fmt: skip
        if terms.wrong:
            rows.append(Label(text=words("opening.luck_wrong", n=LONGEST), role="second", token="exc"))
        return [*rows, Space(height=2), Label(text=words("opening.player"), role="label"),
                Field(key="player", writing=terms.player, hint=words("opening.player_hint"), press=lambda: None)]  # fmt: skip

    def doors(self, app: "App") -> Widget:
        """Open the file."""
        text = app.words("picker.begin")
        return Flow(children=[Button(key="begin", text=text, kind="primary", icon="folder", cap="Ctrl Enter", height=36,
                                     press=lambda: self.open(app))])  # fmt: skip

    def open(self, app: "App") -> None:
        """Begin, unless the luck is no number."""
        if self.terms.wrong:
            app.toast = [app.words("opening.luck_wrong", n=LONGEST)]
            app.dirty = True
            return
        self.begin()

    def keys(self, app: "App") -> dict[str, Callable[[], None]]:
        """Ctrl Enter opens the file."""
        return {"ctrl enter": lambda: self.open(app)}
