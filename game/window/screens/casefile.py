"""The case file: who is in it and what each wants, needs and refuses; what is known of evidence, and what it tells."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from engine import ItemView, PersonView, SeatView
from game.pages.casefile import whereabouts
from game.window.app import Screen
from game.window.brush import Brush
from game.window.screens.board import Band, item_row, urgency
from game.window.screens.common import Foot, Sheet, bar_for, kept
from game.window.screens.reading import evidence, going
from game.window.widgets import Card, Column, Label, Panel, Rich, Row, Scroll, Space, Widget

if TYPE_CHECKING:
    from game.window.app import App

APART, INDENT = 900.0, 36.0
ROLES = (("suspect", "board.suspects"), ("victim", "board.victims"))
SAID = ("wants", "needs", "refuses")


class CaseFile(Screen):
    """People beside evidence; below one another where the window is narrow."""

    begins_at = ("person ",)

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """Two sheets, or one."""
        words, view = app.words, app.view
        people, items = people_of(app, view), items_of(app, view)
        if w < APART:
            column = Column(gap=0, children=[*people, *items])
            body: Widget = Panel(body=Scroll(key="file", body=column, at=self.scrolls, pad=0))
        else:
            left = Scroll(key="people", body=Column(gap=0, children=people), at=self.scrolls, pad=0)
            right = Scroll(key="items", body=Column(gap=0, children=items), at=self.scrolls, pad=0)
            note = words("evidence.in_file", n=len(view.items))
            sheets: list[Widget] = [
                Panel(title=words("page.people"), icon="users", body=left),
                Panel(title=words("page.evidence"), icon="file-text", note=note, body=right),
            ]
            body = Row(children=sheets, gap=8)
        foot = Foot(keys=[("Tab", words("foot.next")), ("Enter", words("page.evidence")), ("PgDn", words("foot.more")),
                          ("E", words("page.ledger")), ("Esc", words("foot.back"))], note=kept(app))  # fmt: skip
        return Sheet(bar=bar_for(app, words("page.casefile")), body=body, foot=foot, notice=app.toast)

    def keys(self, app: "App") -> dict[str, Callable[[], None]]:
        """Letters lead to other pages."""
        return going(app)


def people_of(app: "App", view: SeatView) -> list[Widget]:
    """Suspects, then victims, each with what the file has of them."""
    rows: list[Widget] = []
    for role, title in ROLES:
        found = [p for p in view.people if p.role == role]
        if found:
            rows.append(Band(f"{app.words(title)}  {len(found)}", ""))
            rows += [person(app, p) for p in found]
    others = [p for p in view.people if p.role not in dict(ROLES)]
    return rows + [person(app, p) for p in others]


def person(app: "App", p: PersonView) -> Card:
    """One person: name, flags, whereabouts; then what is wanted, needed and refused."""
    words = app.words
    head: list[tuple[str, Any]] = [("chip", (p.id, "ink2", "sunken")), ("label ink", p.name)]
    head += [("flag", n) for n in p.nationality[:2]]
    head.append(("end words", (whereabouts(p, app.tell), "adm" if p.safe else "ink2")))
    rows: list[Widget] = [Rich(pieces=head, height=20), Label(text=p.title, role="second", token="ink2")]
    rows += [Label(text=words(f"person.{each}", text=text), role="second", token="ink3") for each in SAID if (text := getattr(p, each))]
    return Card(
        key=f"person {p.id}", pad=10, flat=True, ring_inside=True, fill="panel", body=Column(gap=2, children=rows),
        press=lambda: evidence(app),
    )  # fmt: skip


def items_of(app: "App", view: SeatView) -> list[Widget]:
    """What perishes first, first; in each what it tells."""
    rows: list[Widget] = [item(app, view, i) for i in sorted(view.items, key=lambda i: urgency(view, i))]
    return rows or [Column(pad=20, children=[Label(text=app.words("evidence.none"), token="ink3")])]


def item(app: "App", view: SeatView, i: ItemView) -> Card:
    """One item as on the board, and what it tells below."""
    row = item_row(app, view, i)
    if not i.tells or row.body is None:
        return row
    said = Label(text=" ".join(i.tells.split()), role="second", token="ink2")
    below = Row(widths=(INDENT, -1, 12), gap=0, children=[Space(height=1), said, Space(height=1)])
    return replace(row, body=Column(gap=1, children=[row.body, below]), children=[])
