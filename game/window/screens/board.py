"""The board of the desk: people and evidence, the papers, the ledger, as leaves of one panel."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from engine import ItemView, PersonView, RequestView, SeatView
from game.pages.page import Go
from game.window.screens.reading import evidence, show
from game.window.screens.region import needs_you, number_of, state_of
from game.window.theme import ICONS, STATE_ICONS, TINTS
from game.window.widgets import Card, Column, Label, Rich, Scroll, Widget

if TYPE_CHECKING:
    from game.window.app import App
    from game.window.screens.desk import Desk

STATE_TOKENS = {"returned": "exc", "refused": "exc", "answered": "adm", "travelling": "ink2"}


def leaf(app: "App", desk: "Desk", view: SeatView) -> Widget:
    """The leaf that is open, as something that scrolls."""
    make = {"people": people_rows, "requests": request_rows, "ledger": ledger_rows}[desk.leaf]
    rows = desk.once("leaf", (app.moment, desk.leaf, desk.paper), lambda: make(app, desk, view))
    return Scroll(key=f"board {desk.leaf}", body=Column(gap=0, children=rows), at=desk.scrolls, pad=0)


def section(title: str, note: str) -> Widget:
    """A head inside the board."""
    return Band(title=title, note=note)


class Band(Rich):
    """A sunken strip with a title and a note."""

    def __init__(self, title: str, note: str) -> None:
        super().__init__(
            pieces=[("label ink", title), ("right", (note, "second", "ink3"))],
            height=22,
        )

    def place(self, brush: Any, x: float, y: float, w: float, h: float | None = None) -> float:
        """Inset by the padding of the board."""
        super().place(brush, x + 10, y, w - 20, h)
        return self.height

    def paint(self, brush: Any, focus: str, hover: str) -> None:
        """The strip, then the words."""
        x, y, w, h = self.box
        brush.fill((x - 10, y, w + 20, h), "sunken")
        brush.line(x - 10, y + h - 1, w + 20)
        super().paint(brush, focus, hover)


def row(key: str, pieces: list[Any], press: Callable[[], None], selected: bool = False, words: str = "") -> Card:
    """A row of the board."""
    body = Rich(pieces=pieces)
    return Card(
        key=key, pad=5, flat=True, ring_inside=True, fill="panel", body=body, press=press, selected=selected, words=words
    )


def people_rows(app: "App", desk: "Desk", view: SeatView) -> list[Widget]:
    """Suspects, victims, evidence, as the file has them."""
    words, rows = app.words, []
    for role, title, note in (("suspect", "board.suspects", ""), ("victim", "board.victims", "board.danger")):
        people = [p for p in view.people if p.role == role]
        if people:
            rows.append(section(f"{words(title)}  {len(people)}", words(note) if note else ""))
            rows += [person_row(app, p) for p in people]
    admitted = sum(1 for i in view.items if i.verdict == "admitted")
    if view.items:
        rows.append(
            section(f"{words('page.evidence')}  {len(view.items)}", words("board.in_court", admitted=admitted))
        )
        rows += [item_row(app, view, i) for i in sorted(view.items, key=lambda i: urgency(view, i))]
    return rows


def person_row(app: "App", p: PersonView) -> Card:
    """One person: flags of nationality before the name, where they are after it; victims by first name."""
    words = app.words
    where = (
        words("person.custody", country=app.tell.country(p.custody))
        if p.custody
        else words("person.fled")
        if p.fled
        else words("person.there", country=app.tell.country(p.believed))
    )
    name = p.name.split(" ")[0] if p.role == "victim" else p.name
    pieces: list[Any] = [("chip", (p.id, "ink2", "sunken")), *(("flag", n) for n in p.nationality[:2])]
    pieces += [("body ink", name), ("second ink2", where)]
    if p.role == "victim" and p.safe:
        pieces += [("end icon", ("shield", "adm", words("person.safe")))]
    elif p.role == "victim":
        pieces += [("end lamps", (p.danger or 0, "exc"))]
    elif p.custody:
        pieces += [("end icon", ("lock", "ink2", ""))]
    return row(f"person {p.id}", pieces, lambda: show(app, Go("casefile")))


def urgency(view: SeatView, i: ItemView) -> tuple[int, int]:
    """What perishes first stands first; what is settled last."""
    open_ = i.status != "held" and not i.lost
    return (0 if open_ and i.perishes else 1 if i.verdict == "intelligence" else 2 if open_ else 3, i.perishes or 0)


def left_of(app: "App", view: SeatView, i: ItemView) -> str:
    """How many days there are before it is gone, or nothing."""
    if i.status == "held" or i.lost or not i.perishes:
        return ""
    until = max(i.perishes, i.kept_until or 0)
    if until >= view.deadline or until < view.today:
        return ""
    return app.words("board.left", days=until - view.today)


def item_row(app: "App", view: SeatView, i: ItemView) -> Card:
    """One item: what it is, how many days it lasts, how the home court would take it."""
    verdict = "lost" if i.lost else i.verdict
    token, tint = TINTS[verdict]
    icon, word = STATE_ICONS[verdict], app.words(f"verdict.short.{verdict}")
    if verdict == "not_held" and i.requests:
        word = app.words("verdict.short.requested")
    left = left_of(app, view, i)
    pieces: list[Any] = [
        ("chip", (i.id, "ink2", "sunken")),
        ("flag", i.country),
        ("body ink", i.title),
        ("end chip", (icon, word, token, tint, left)),
    ]
    return row(f"item {i.id}", pieces, lambda: evidence(app))


def request_rows(app: "App", desk: "Desk", view: SeatView) -> list[Widget]:
    """The papers: open ones first, each with its stage, who holds it and by when that usually ends."""
    words, rows = app.words, []
    for title, chosen in (("board.open", False), ("board.over", True)):
        papers = [r for r in view.requests if r.ended == chosen]
        if papers:
            rows.append(section(f"{words(title)}  {len(papers)}", ""))
            rows += [request_row(app, desk, view, r) for r in papers]
    return rows or [Label(text=words("desk.quiet_line"), role="body", token="ink3", gap=8)]


def request_row(app: "App", desk: "Desk", view: SeatView, r: RequestView) -> Card:
    """One paper."""
    state = state_of(r)
    name = app.tell.names(r.about) if len(r.about) == 1 else ", ".join(r.about)
    pieces: list[Any] = [
        ("icon", (ICONS[r.instrument], r.instrument)),
        ("chip", (number_of(view, r), "ink2", "sunken")),
        ("flag", r.country),
        ("body ink", name or app.words(f"procedure.{r.procedure}")),
    ]
    token = "exc" if needs_you(r, view.today) else STATE_TOKENS[state]
    pieces.append(("end words", (app.words(f"stage.{r.stage}"), token)))
    return row(f"paper {r.id}", pieces, lambda: show(app, Go("request", r.id)), r.id == desk.paper)


def ledger_rows(app: "App", desk: "Desk", view: SeatView) -> list[Widget]:
    """How the home court would take each item, by ruling."""
    rows: list[Widget] = []
    for verdict in ("admitted", "weighed", "excluded", "intelligence", "not_held", "lost"):
        items = [i for i in view.items if ("lost" if i.lost else i.verdict) == verdict]
        if items:
            rows.append(section(f"{app.words(f'verdict.{verdict}')}  {len(items)}", ""))
            rows += [ledger_row(app, i, verdict) for i in items]
    return rows


def ledger_row(app: "App", i: ItemView, verdict: str) -> Card:
    """One item with the rule that decides it."""
    token, _ = TINTS[verdict]
    why = app.tell.cite(i.source) if i.source else ""
    pieces: list[Any] = [
        ("icon", (STATE_ICONS[verdict], token)),
        ("chip", (i.id, "ink2", "sunken")),
        ("flag", i.country),
        ("body ink", i.title),
    ]
    if why:
        pieces.append(("end words", (why, "ink3")))
    return row(f"ruling {i.id}", pieces, lambda: show(app, Go("ledger")))
