"""Any page as a screen: headings, paragraphs, facts, tables, and things to press."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from engine import Decision
from game.pages.book import page_for
from game.pages.page import Action, Facts, Fill, Go, Heading, Leave, Offer, Page, Para, Table, Until
from game.window.app import Screen
from game.window.brush import Brush
from game.window.screens.common import Foot, Sheet, bar_for, kept
from game.window.screens.links import with_links
from game.window.theme import ICONS, SEAT_ICONS
from game.window.widgets import Button, Card, Column, Flow, Label, Panel, Rich, Row, Scroll, Space, Widget

if TYPE_CHECKING:
    from game.window.app import App

TONES = {
    "body": ("body", "ink"),
    "story": ("story", "ink"),
    "note": ("second", "ink3"),
    "warn": ("body", "exc"),
    "good": ("body", "adm"),
}
SHEET = 900.0


class PageScreen(Screen):
    """A page, read in the window."""

    begins_at = ("offer ", "see ", "link ")

    def __init__(self, go: Go) -> None:
        super().__init__()
        self.go = go

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """Bar, sheet, foot."""
        page = page_for(app.sitting, app.seat, self.go, app.tell)
        wide = min(w - 16, SHEET)
        body = Scroll(
            key="page", body=Column(gap=7, children=blocks(app, page, self.act(app))), at=self.scrolls, pad=28
        )
        sheet = Row(widths=(-1, wide, -1), gap=0, children=[Space(), Panel(body=body, fill="card"), Space()])
        foot = Foot(
            keys=[("Tab", app.words("foot.next")), ("Enter", app.words("foot.open")), ("Esc", app.words("foot.back"))],
            note=kept(app),
        )
        return Sheet(bar=bar_for(app, page.title), body=sheet, foot=foot, notice=app.toast)

    def act(self, app: "App") -> Callable[[Action], None]:
        """What pressing an offer does."""

        def do(action: Action) -> None:
            perform(app, self, action)

        return do

    def keys(self, app: "App") -> dict[str, Callable[[], None]]:
        """Digits press the offers; letters go to other pages."""
        able = [each for each in app.able() if each.key.startswith("offer ")]
        found = {str(n): (lambda each=each: app.press(each)) for n, each in enumerate(able[:9], 1)}
        return {**going(app), **found}


def going(app: "App") -> dict[str, Callable[[], None]]:
    """The letters that lead to pages, the same on every screen."""

    def to(page: str) -> Callable[[], None]:
        return lambda: show(app, Go(page))

    return {
        "i": to("inbox"),
        "b": to("casefile"),
        "r": to("requests"),
        "e": to("ledger"),
        "n": to("start"),
        "?": to("help"),
        "f": to("rulebook"),
        "shift b": lambda: evidence(app),
        "t": to("contacts"),
        "/": to("rulebook"),
        "d": lambda: home(app),
    }


def evidence(app: "App") -> None:
    """The table of evidence."""
    from game.window.screens.evidence import Evidence

    app.push(Evidence())


def home(app: "App") -> None:
    """Back to the desk."""
    from game.window.screens.desk import Desk

    while len(app.stack) > 1 and not isinstance(app.stack[-1], Desk):
        app.stack.pop()
    app.dirty = True


def show(app: "App", go: Go) -> None:
    """A page on top; the desk is where it always is."""
    if go.page == "desk":
        home(app)
    else:
        app.push(screen_of(go))


def screen_of(go: Go) -> Screen:
    """The screen of a page: its own, or the page as it is read."""
    from game.window.screens.begin import Begin
    from game.window.screens.briefing import Briefing
    from game.window.screens.casefile import CaseFile
    from game.window.screens.contacts import Contacts
    from game.window.screens.help import Help
    from game.window.screens.ledger import Ledger
    from game.window.screens.mail import Mail
    from game.window.screens.papers import Papers
    from game.window.screens.request import RequestScreen
    from game.window.screens.rulebook import Rulebook
    from game.window.screens.seats import Seats
    from game.window.screens.story import Story

    about: dict[str, Callable[[str], Screen]] = {"beat": Story, "rulebook": Rulebook, "request": RequestScreen}
    plain: dict[str, Callable[[], Screen]] = {
        "briefing": Briefing, "casefile": CaseFile, "contacts": Contacts, "help": Help, "seats": Seats,
        "inbox": Mail, "ledger": Ledger, "requests": Papers,
    }  # fmt: skip
    if go.page == "start":
        return Begin(go)
    if go.page in about:
        return about[go.page](go.about)
    return plain[go.page]() if go.page in plain else PageScreen(go)


def perform(app: "App", screen: Screen, action: Action) -> None:
    """Do what an offer says: another page, a seat, a form, a decision, leave."""
    from game.window.screens.asking import Leaving, Passing, with_care
    from game.window.screens.paper import Paper

    if isinstance(action, Leave):
        app.push(Leaving())
    elif isinstance(action, Go) and action.page == "seat":
        seat, _, beat = action.about.partition(" ")

        def then() -> None:
            home(app)
            if beat:
                show(app, Go("beat", beat))

        app.push(Passing(seat, then))
    elif isinstance(action, Go):
        if screen in app.stack and action.page in ("requests", "rulebook", "casefile", "ledger") and len(app.stack) > 2:
            app.stack.remove(screen)
        show(app, action)
    elif isinstance(action, Fill):
        app.push(Paper(action.choice))
    elif isinstance(action, Until):
        ask_day(app)
    else:
        with_care(app, action, lambda: decide(app, action))


def decide(app: "App", decision: Decision) -> None:
    """Take a decision, and see what follows."""
    if app.decide(decision):
        after(app)


def ask_day(app: "App") -> None:
    """The sheet of the month on the desk, to take the day that is waited for."""
    from game.window.screens.desk import Desk

    home(app)
    app.render()
    if isinstance(app.screen, Desk):
        app.screen.ask_day(app)


def after(app: "App") -> None:
    """After a decision: the desk, or the debrief when the play is over."""
    home(app)
    if app.sitting.play.is_over:
        from game.window.screens.debrief import DebriefScreen

        app.push(DebriefScreen())


def blocks(app: "App", page: Page, act: Callable[[Action], None]) -> list[Widget]:
    """The blocks of a page as widgets."""
    out: list[Widget] = [Label(text=page.title, role="big"), Space(height=2, line=True)]
    buttons: list[Button] = []
    for number, block in enumerate(page.blocks):
        if isinstance(block, Heading):
            out += [Space(height=4), Label(text=block.text, role="card")]
        elif isinstance(block, Para):
            role, token = TONES.get(block.tone, TONES["body"])
            out.append(with_links(app, block.text, str(number), role, token, 3))
        elif isinstance(block, Facts):
            out += [
                Row(widths=(210, -1), children=[Label(text=label, token="ink3"), Label(text=value)])
                for label, value in block.rows
            ]
        elif isinstance(block, Table):
            out += table(block)
        elif block.key:
            buttons.append(
                Button(
                    key=f"link {block.key}", text=block.text, cap=block.key.upper(), press=partial(act, block.action)
                )
            )
        else:
            out.append(offer(app, number, block, act))
    if buttons:
        out += [Space(height=6), Flow(children=list(buttons))]
    return out


def table(block: Table) -> list[Widget]:
    """A table: heads, then rows with hairlines."""
    count = len(block.columns)
    widths = [-1.0 * max([len(row[n]) for row in block.rows] + [len(block.columns[n]), 4]) ** 0.6 for n in range(count)]
    out: list[Widget] = []
    if any(block.columns):
        out.append(
            Row(widths=widths, children=[Label(text=head, role="second", token="ink3") for head in block.columns])
        )
    for row in block.rows:
        out += [
            Space(height=2, line=True),
            Row(widths=widths, children=[Label(text=cell, role="body") for cell in row]),
        ]
    return out


def small(app: "App", block: Offer) -> list[tuple[str, object]]:
    """The small print of an offer: instrument, seat, days."""
    pieces: list[tuple[str, object]] = []
    if block.instrument:
        pieces += [
            ("icon", (ICONS[block.instrument], block.instrument)),
            (f"second {block.instrument}", app.tell.way(block.instrument, block.procedure)),
        ]
    if block.seat:
        pieces += [("icon", (SEAT_ICONS[block.seat], "ink2")), ("second ink2", app.words(f"seat.{block.seat}"))]
    if block.takes:
        pieces += [("icon", ("calendar", "ink2")), ("second ink2", f"{block.takes} {app.words('unit.working_days')}")]
    return pieces


def offer(app: "App", number: int, block: Offer, act: Callable[[Action], None]) -> Widget:
    """An offer as a card."""
    rows: list[Widget] = [Label(text=block.text, role="body", token="ink" if block.possible else "ink3")]
    if (pieces := small(app, block)) and block.instrument:
        rows.append(Rich(pieces=pieces))
    if not block.possible and block.why_not:
        rows.append(Rich(pieces=[("icon", ("lock", "exc")), ("second exc", block.why_not)]))
    return Card(
        key=f"offer {number}",
        body=Column(gap=3, children=rows),
        pad=8,
        enabled=block.possible,
        tip=block.why_not,
        press=lambda: act(block.action),
    )
