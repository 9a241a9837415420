"""Who sits at the desk: each seat with what waits for it; the one that is taken is marked, and no error."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from game.pages.page import Go
from game.window.app import Screen
from game.window.brush import Brush
from game.window.screens.common import Foot, Sheet, bar_for, kept
from game.window.screens.reading import going, home, perform
from game.window.theme import SEAT_ICONS
from game.window.widgets import Card, Column, Label, Panel, Rich, Row, Scroll, Space, Widget

if TYPE_CHECKING:
    from game.window.app import App

WIDE = 640.0


class Seats(Screen):
    """The seats as cards."""

    begins_at = ("seat ",)

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """A card a seat."""
        words, view = app.words, app.view
        cards: list[Widget] = [self.card(app, number, seat) for number, seat in enumerate(view.seats, 1)]
        scroll = Scroll(key="seats", body=Column(gap=8, children=cards), at=self.scrolls, pad=12)
        sheet = Panel(title=words("page.seats"), icon="users", body=scroll)
        body = Row(widths=(-1, min(w - 16, WIDE), -1), gap=0, children=[Space(), sheet, Space()])
        foot = Foot(keys=[("Tab", words("foot.next")), (f"1-{len(cards)}", words("foot.choose")), ("Enter", words("foot.open")),
                          ("Esc", words("foot.back"))], note=kept(app))  # fmt: skip
        return Sheet(bar=bar_for(app, words("page.seats")), body=body, foot=foot, notice=app.toast)

    def card(self, app: "App", number: int, seat: str) -> Card:
        """One seat: its name, whether you sit there, and how many decisions wait."""
        words, view = app.words, app.view
        mine = seat == view.seat
        waiting = len(view.beats) if mine else dict(view.elsewhere).get(seat, 0)
        head: list[tuple[str, Any]] = [("cap", str(number)), ("icon", (SEAT_ICONS[seat], "ink")), ("card ink", words(f"seat.{seat}"))]
        if mine:
            head.append(("end words", (words("seats.here"), "ink2")))
        said = words("desk.waiting", n=waiting) if waiting else words("seats.nothing")
        line = Label(text=said, role="label" if waiting else "body", token="per" if waiting else "ink2")
        press = partial(home, app) if mine else (lambda: perform(app, self, Go("seat", seat)))
        return Card(key=f"seat {seat}", pad=12, border="pri" if mine else "line2", press=press,
                    body=Column(gap=4, children=[Rich(pieces=head, height=26), line]))  # fmt: skip

    def keys(self, app: "App") -> dict[str, Callable[[], None]]:
        """Digits sit down; letters lead to other pages."""
        cards = [each for each in app.able() if each.key.startswith("seat ")]
        return {**going(app), **{str(n): partial(app.press, each) for n, each in enumerate(cards, 1)}}
