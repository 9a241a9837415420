"""The inbox of the desk: what waits for a decision on top, then what came in, latest first."""

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from engine import BeatView, Choice, Outcome, RequestView, SeatView
from game.pages.page import Go
from game.pages.papers import choice_offer
from game.pages.telling import Telling
from game.window.desk_widgets import Message
from game.window.screens.reading import evidence, show
from game.window.screens.region import NEEDS, number_of
from game.window.theme import ICONS, SEAT_ICONS
from game.window.widgets import Card, Column, Label, Rich, Scroll, Widget

if TYPE_CHECKING:
    from game.window.app import App
    from game.window.screens.desk import Desk

SHOWN = 80
QUIET = ("stage", "chosen")
OURS = ("begun", "drafted", "sent", "withdrawn", "information_sent")
"""What we did ourselves: it goes to the other State, and does not come from there."""


def inbox(app: "App", desk: "Desk", view: SeatView) -> Widget:
    """Decisions, then messages, as something that scrolls."""
    rows: list[Widget] = [*stopped(app), *decisions(app, desk, view)]
    head = Column(gap=6, pad=8, children=rows) if rows else Column(children=[])
    mail = desk.once("mail", app.moment, lambda: messages(app, view))
    body = Column(gap=0, children=[head, *mail])
    return Scroll(key="inbox", body=body, at=desk.scrolls, pad=0)


def stopped(app: "App") -> list[Widget]:
    """Why time stopped, or that nothing happened."""
    if not app.halted:
        return []
    return [Rich(pieces=[("icon", ("pause", "ink2")), ("second ink2", app.halted)], height=20)]


def decisions(app: "App", desk: "Desk", view: SeatView) -> list[Widget]:
    """What waits for this seat, numbered; what waits for others; a line when nothing does."""
    rows: list[Widget] = []
    for beat in view.beats:
        rows.append(beat_card(app, beat, len(rows) + 1))
    number = len(rows)
    for request in view.requests:
        if request.acts and request.stage in NEEDS:
            number += 1
            rows.append(paper_card(app, view, request, number))
    for seat, count in view.elsewhere:
        rows.append(elsewhere(app, desk, seat, count))
    return rows or [Label(text=app.words("desk.nothing"), token="ink3")]


def beat_card(app: "App", beat: BeatView, number: int) -> Card:
    """A decision: by when, what it is called, how it begins, how many ways there are."""
    words = app.words
    due: list[Any] = (
        [("icon", ("hourglass", "per")), ("label per", words("beat.by", date=words.date(beat.by)))]
        if beat.by
        else [("icon", ("gavel", "per")), ("label per", words("beat.decide"))]
    )
    mine = sum(1 for c in beat.choices if c.mine and c.possible)
    due.append(("end words", (words("beat.ways", n=len(beat.choices), mine=mine), "ink2")))
    inner = Column(
        gap=3,
        children=[
            Rich(pieces=due),
            Label(text=beat.title or beat.id, role="card"),
            Label(text=" ".join(beat.text.split()), role="second", token="ink2", most=2),
        ],
    )
    return decision_card(f"beat {beat.id}", number, inner, lambda: show(app, Go("beat", beat.id)))


def paper_card(app: "App", view: SeatView, request: RequestView, number: int) -> Card:
    """A paper that waits for a seat at home, and what can be done with it."""
    words = app.words
    why = "; ".join(words(f"reason.{r}") for r in request.returned_for) or words(f"stage.{request.stage}")
    acts = [c for c in app.choices if c.decision.act == "step" and c.decision.on[:1] == (request.id,) and c.possible]
    inner = Column(
        gap=3,
        children=[
            Rich(
                pieces=[
                    ("icon", (ICONS[request.instrument], "per")),
                    ("label per", words(f"procedure.{request.procedure}")),
                    ("end words", (number_of(view, request), "ink2")),
                    ("end flag", request.country),
                ]
            ),
            Label(text=why, role="body", most=2),
            *(act_row(app, choice) for choice in acts[:3]),
        ],
    )
    return decision_card(f"paper {request.id}", number, inner, lambda: show(app, Go("request", request.id)))


def act_row(app: "App", choice: Choice) -> Widget:
    """One thing that can be done with a paper, in a line; the card leads to it."""
    offer = choice_offer(choice, app.tell)
    pieces: list[Any] = [("icon", ("chevron-right", "ink2")), ("second ink", offer.text)]
    if choice.takes:
        pieces.append(("end words", (f"{choice.takes} {app.words('unit.working_days')}", "ink3")))
    return Rich(pieces=pieces)


def decision_card(key: str, number: int, inner: Widget, press: Callable[[], None]) -> Card:
    """The yellow card of everything that waits."""
    return Card(key=key, number=str(number), fill="perB", border="per", pad=9, body=inner, press=press)


def elsewhere(app: "App", desk: "Desk", seat: str, count: int) -> Card:
    """That something waits for another seat; pressing it sits there."""
    pieces = [
        ("icon", (SEAT_ICONS[seat], "ink2")),
        ("second ink2", app.words("desk.elsewhere", seat=app.words(f"seat.{seat}"), n=count)),
    ]
    return Card(
        key=f"elsewhere {seat}", pad=6, border="line2", body=Rich(pieces=pieces), press=lambda: desk.sit(app, seat)
    )


def unread_from(app: "App", view: SeatView) -> int:
    """Since which place in the inbox things are new to this seat."""
    return app.fresh_from.get(view.seat, 0)


def incoming(view: SeatView, most: int = SHOWN) -> list[tuple[int, Outcome]]:
    """What is shown, latest first, with its place in the inbox."""
    found = [(n, o) for n, o in enumerate(view.inbox) if o.kind not in QUIET]
    return list(reversed(found))[:most]


def messages(app: "App", view: SeatView) -> list[Widget]:
    """What came in."""
    since, papers = unread_from(app, view), {r.id: r for r in view.requests}
    return [
        message(app, view, number, outcome, next((papers[id] for id in outcome.about if id in papers), None), number >= since)
        for number, outcome in incoming(view)
    ]


@lru_cache(maxsize=2000)
def told(tell: Telling, outcome: Outcome) -> tuple[str, str]:
    """Subject and text of what came in. It stays what it is, so it is put into words once."""
    subject, text = split(tell.outcome(outcome), outcome.kind == "message")
    return subject, tell.cite(outcome.source) if outcome.source and not text else text


def message(
    app: "App", view: SeatView, number: int, outcome: Outcome, request: RequestView | None, unread: bool
) -> Message:
    """One thing that came in."""
    country = str(outcome.get("country") or (request.country if request else view.home))
    icon, token = (ICONS[request.instrument], request.instrument) if request else ("house", "ink2")
    sender = str(outcome.get("sender") or "") or sender_of(app, view, request, country, outcome.kind in OURS)
    if outcome.kind == "message":
        icon, token, country = "mail", "ink2", ""
    subject, text = told(app.tell, outcome)
    return Message(
        key=f"mail {number}", icon=icon, token=token, country=country, sender=sender, when=app.words.day(outcome.day),
        subject=subject, text=text, unread=unread, press=lambda: open_it(app, view, outcome, request),
    )  # fmt: skip


def sender_of(app: "App", view: SeatView, request: RequestView | None, country: str, ours: bool) -> str:
    """From whom something comes: the State with the number of the paper, or home; of what we did ourselves, to whom."""
    name = app.tell.country(country)
    if ours and request is not None:
        name = app.words("inbox.to", whom=name)
    return f"{name}, {number_of(view, request)}" if request else name


def split(text: str, told: bool) -> tuple[str, str]:
    """Subject and the rest: a message at its first sentence, the rest at its bracket."""
    text = " ".join(text.split())
    if told:
        first, dot, rest = text.partition(". ")
        return first + dot.strip(), rest
    opens = text.rfind(" (")
    if text.endswith(")") and opens > 0 and text.count("(") - text.count(")") == 0:
        while text.count(")", opens) > text.count("(", opens):
            opens = text.rfind(" (", 0, opens)
        if opens > 0 and "UNSCR" not in text[opens:opens + 8]:
            return text[:opens], text[opens + 2 : -1]
    return text, ""


def open_it(app: "App", view: SeatView, outcome: Outcome, request: RequestView | None) -> None:
    """What a message leads to: its decision, its paper, the evidence, or the whole inbox."""
    beats = {b.id for b in view.beats}
    if outcome.about and outcome.about[0] in beats:
        show(app, Go("beat", outcome.about[0]))
    elif request is not None:
        show(app, Go("request", request.id))
    elif any(i.id in outcome.about for i in view.items):
        evidence(app)
    else:
        show(app, Go("inbox"))


