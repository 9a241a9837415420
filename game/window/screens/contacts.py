"""Who can be asked without a letter: each with place and channel, and what can be begun with them."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from engine import Choice
from game.pages.page import Go, Offer
from game.pages.papers import as_line, choice_offer
from game.window.app import Screen
from game.window.brush import Brush
from game.window.screens.acts import act_row, inset
from game.window.screens.begin import laid
from game.window.screens.board import Band
from game.window.screens.common import Foot, Sheet, bar_for, kept
from game.window.screens.reading import going, show
from game.window.widgets import Button, Column, Flow, Label, Panel, Rich, Row, Scroll, Space, Widget

if TYPE_CHECKING:
    from game.window.app import App

WIDE = 900.0


class Contacts(Screen):
    """The contacts by State."""

    begins_at = ("offer ",)

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """A head for each State, then who is there."""
        words = app.words
        begin = Button(key="link n", text=words("page.start"), icon="mail", cap="N", press=lambda: show(app, Go("start")))
        ways = Row(widths=(10, -1, 10), gap=0, children=[Space(), Flow(children=[begin]), Space()])
        scroll = Scroll(key="contacts", body=Column(gap=4, children=self.rows(app)), at=self.scrolls, pad=0)
        sheet = Panel(title=words("page.contacts"), icon="phone", body=Column(gap=8, children=[scroll, ways, Space(height=2)]))
        body = Row(widths=(-1, min(w - 16, WIDE), -1), gap=0, children=[Space(), sheet, Space()])
        foot = Foot(keys=[("Tab", words("foot.next")), ("1-9", words("foot.choose")), ("Enter", words("foot.open")),
                          ("N", words("page.start")), ("Esc", words("foot.back"))], note=kept(app))  # fmt: skip
        return Sheet(bar=bar_for(app, words("page.contacts")), body=body, foot=foot, notice=app.toast)

    def rows(self, app: "App") -> list[Widget]:
        """Everybody, State by State; where there is nobody, that there is nobody."""
        rows: list[Widget] = []
        number = 0
        for country in dict.fromkeys(contact.country for contact in app.view.contacts):
            here = [contact for contact in app.view.contacts if contact.country == country]
            rows.append(Band(app.tell.country(country), str(len(here))))
            for contact in here:
                rows.append(inset(*who(app, contact)))
                offers = begins_with(app, contact.id)
                acts: list[Widget] = [act_row(app, self, number + n, offer) for n, offer in enumerate(offers, 1)]
                number += len(acts)
                rows += laid(acts, 2)
                rows.append(Space(height=6, line=True))
        return rows or [Column(pad=20, children=[Label(text=app.words("contacts.nobody"), token="ink3")])]

    def keys(self, app: "App") -> dict[str, Callable[[], None]]:
        """Digits begin something; letters lead to other pages."""
        acts = [each for each in app.able() if each.key.startswith("offer ")]
        return {**going(app), **{str(n): partial(app.press, each) for n, each in enumerate(acts[:9], 1)}}


def who(app: "App", contact: Any) -> list[Widget]:
    """A contact: name, channel, post, and what this way is good for."""
    name: list[tuple[str, Any]] = [("icon", ("phone", "informal")), ("label ink", as_line(contact.name)),
                                   ("end words", (app.words(f"channel.{contact.channel}"), "ink2"))]  # fmt: skip
    return [Rich(pieces=name, height=24), Label(text=as_line(contact.post), role="body", token="ink2")]


def begins_with(app: "App", contact: str) -> list[Offer]:
    """What this seat could begin with a contact; the words without the contact's name, which stands above."""
    return [short(app, choice) for choice in app.choices
            if choice.decision.act == "start" and choice.decision.on[2:] == (contact,)]  # fmt: skip


def short(app: "App", choice: Choice) -> Offer:
    """A beginning by the kind of paper alone."""
    offer = choice_offer(choice, app.tell)
    return Offer(app.words(f"procedure.{choice.decision.on[0]}"), offer.action, offer.possible, offer.why_not, seat=offer.seat,
                 instrument=offer.instrument, takes=offer.takes, procedure=offer.procedure)  # fmt: skip
