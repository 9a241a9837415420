"""All papers: those under way by the day they usually end, then those that are over."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from engine import RequestView, SeatView
from game.pages.page import Go
from game.window.app import Screen
from game.window.brush import Brush
from game.window.screens.board import STATE_TOKENS, Band
from game.window.screens.common import Foot, Sheet, bar_for, kept
from game.window.screens.reading import going, show
from game.window.screens.region import needs_you, number_of, state_of
from game.window.theme import ICONS
from game.window.widgets import Button, Card, Column, Flow, Label, Panel, Rich, Row, Scroll, Space, Widget

if TYPE_CHECKING:
    from game.window.app import App

WIDE = 980.0


class Papers(Screen):
    """The list of papers; each opens its own screen."""

    begins_at = ("paper ",)

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """What is under way, what is over, and the way to begin something."""
        words, view = app.words, app.view
        rows: list[Widget] = []
        for title, over in (("board.open", False), ("board.over", True)):
            found = sorted((r for r in view.requests if r.ended == over), key=lambda r: order(view, r))
            if found:
                rows.append(Band(f"{words(title)}  {len(found)}", "" if over else words("requests.ends")))
                rows += [paper_row(app, view, r) for r in found]
        if not rows:
            rows.append(Column(pad=20, children=[Label(text=words("requests.empty"), token="ink3")]))
        begin = Button(key="link n", text=words("page.start"), icon="mail", cap="N", press=lambda: show(app, Go("start")))
        scroll = Scroll(key="papers", body=Column(gap=0, children=rows), at=self.scrolls, pad=0)
        ways = Row(widths=(10, -1, 10), gap=0, children=[Space(), Flow(children=[begin]), Space()])
        sheet = Panel(title=words("page.requests"), icon="mail", body=Column(gap=8, children=[scroll, ways, Space(height=2)]))
        body = Row(widths=(-1, min(w - 16, WIDE), -1), gap=0, children=[Space(), sheet, Space()])
        foot = Foot(keys=[("Tab", words("foot.next")), ("1-9", words("foot.choose")), ("Enter", words("foot.open")),
                          ("N", words("page.start")), ("Esc", words("foot.back"))], note=kept(app))  # fmt: skip
        return Sheet(bar=bar_for(app, words("page.requests")), body=body, foot=foot, notice=app.toast)

    def keys(self, app: "App") -> dict[str, Callable[[], None]]:
        """Digits open a paper, N begins one; letters lead to other pages."""
        cards = [each for each in app.able() if each.key.startswith("paper ")]
        return {**going(app), **{str(n): partial(app.press, each) for n, each in enumerate(cards[:9], 1)}}


def order(view: SeatView, r: RequestView) -> tuple[int, int]:
    """What needs somebody here first, then what usually ends first; of what is over, the latest first."""
    if r.ended:
        return 0, -r.since
    return 0 if needs_you(r, view.today) else 1, r.usual_until or view.deadline


def paper_row(app: "App", view: SeatView, r: RequestView) -> Card:
    """A paper in two lines: what and to whom, with its stage; what it is about, with who holds it and until when."""
    words, state = app.words, state_of(r)
    token = "exc" if needs_you(r, view.today) else STATE_TOKENS[state]
    above: list[tuple[str, Any]] = [
        ("icon", (ICONS[r.instrument], r.instrument)), ("chip", (number_of(view, r), "ink2", "sunken")),
        ("label ink", words(f"procedure.{r.procedure}")), ("flag", r.country), ("body ink2", app.tell.country(r.country)),
        ("end words", (words(f"stage.{r.stage}"), token)),
    ]  # fmt: skip
    below: list[tuple[str, Any]] = [("second ink2", app.tell.names(r.about) or " "), ("end words", (held(app, r), "ink3"))]
    inner = Column(gap=1, children=[Rich(pieces=above), Rich(pieces=below, height=16)])
    return Card(
        key=f"paper {r.id}", pad=8, flat=True, ring_inside=True, fill="panel", body=inner,
        press=lambda: show(app, Go("request", r.id)),
    )  # fmt: skip


def held(app: "App", r: RequestView) -> str:
    """Who holds a paper and when this stage usually ends; of one that is over, since when."""
    words = app.words
    if r.ended or not r.usual_until:
        return words.date(r.since)
    holder = "" if r.held_by == "channel" else f"{words(f'held_by.{r.held_by}')}, "
    return f"{holder}{words.date(r.usual_until)}"
