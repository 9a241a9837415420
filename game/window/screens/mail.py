"""All that came in, day by day, latest first; what waits for a decision stands on top."""

from collections.abc import Callable
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from engine import SeatView
from game.window.app import Screen
from game.window.brush import Brush
from game.window.screens.board import Band
from game.window.screens.common import Foot, Sheet, bar_for, kept
from game.window.screens.inbox import beat_card, incoming, message, unread_from
from game.window.screens.reading import going
from game.window.widgets import Column, Label, Panel, Row, Scroll, Space, Widget

if TYPE_CHECKING:
    from game.window.app import App

WIDE = 900.0


class Mail(Screen):
    """The whole inbox."""

    begins_at = ("beat ", "mail ")

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """A head for each day, then what came in on it."""
        words, view = app.words, app.view
        cards: list[Widget] = [beat_card(app, beat, number) for number, beat in enumerate(view.beats, 1)]
        rows: list[Widget] = [Column(gap=6, pad=10, children=cards)] if cards else []
        rows += self.days(app, view)
        if not rows:
            rows.append(Column(pad=20, children=[Label(text=words("inbox.empty"), token="ink3")]))
        scroll = Scroll(key="mail", body=Column(gap=0, children=rows), at=self.scrolls, pad=0)
        sheet = Panel(title=words("page.inbox"), icon="inbox", body=scroll)
        body = Row(widths=(-1, min(w - 16, WIDE), -1), gap=0, children=[Space(), sheet, Space()])
        foot = Foot(keys=[("Tab", words("foot.next")), ("1-9", words("foot.choose")), ("Enter", words("foot.open")),
                          ("PgDn", words("foot.more")), ("Esc", words("foot.back"))], note=kept(app))  # fmt: skip
        return Sheet(bar=bar_for(app, words("page.inbox")), body=body, foot=foot, notice=app.toast)

    @staticmethod
    def days(app: "App", view: SeatView) -> list[Widget]:
        """The days with what came in."""
        since, papers = unread_from(app, view), {r.id: r for r in view.requests}
        rows: list[Widget] = []
        for day, found in groupby(incoming(view, len(view.inbox)), key=lambda each: each[1].day):
            here = list(found)
            rows.append(Band(app.words.date(day), str(len(here))))
            for number, outcome in here:
                about = next((papers[id] for id in outcome.about if id in papers), None)
                row = message(app, view, number, outcome, about, number >= since)
                row.when = ""
                rows.append(row)
        return rows

    def keys(self, app: "App") -> dict[str, Callable[[], None]]:
        """Digits open what waits; letters lead to other pages."""
        cards = [each for each in app.able() if each.key.startswith("beat ")]
        return {**going(app), **{str(n): partial(app.press, each) for n, each in enumerate(cards[:9], 1)}}
