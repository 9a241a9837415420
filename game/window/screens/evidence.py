"""The table of evidence: items by elements, what is proved, what could be, and how an item would reach the court."""

from typing import TYPE_CHECKING

from game.pages.page import Go
from game.window.app import Screen
from game.window.brush import Box, Brush
from game.window.pictures.strips import draw_proof
from game.window.screens.common import Foot, Sheet, bar_for, kept
from game.window.screens.reading import going, show
from game.window.theme import STATE_ICONS, TINTS
from game.window.widgets import (
    Button,
    Card,
    Column,
    Fixed,
    Flow,
    Growing,
    Label,
    Panel,
    Picture,
    Rich,
    Row,
    Scroll,
    Space,
    Widget,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine import ItemView
    from game.window.app import App


class Evidence(Screen):
    """Rows are items, columns elements; the foot answers what is proved today."""

    begins_at = ("item ",)

    def __init__(self) -> None:
        super().__init__()
        self.item = ""

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """Table, proof, inspector."""
        view = app.sitting.play.view(app.seat)
        if self.item not in {i.id for i in view.items} and view.items:
            self.item = view.items[0].id
        order = ("held", "known", "lead")
        rows: list[Widget] = []
        for status in order:
            group = [i for i in view.items if i.status == status]
            if group:
                rows.append(
                    Rich(
                        pieces=[
                            ("label ink2", app.words(f"status.{status}")),
                            ("right", (str(len(group)), "second", "ink3")),
                        ],
                        height=22,
                    )
                )
                rows += [self.row(app, i) for i in group]
        proofs: list[Widget] = []
        for p in view.proofs:
            who = f", {app.tell.name(p.suspect)}" if p.suspect else ""
            needed = 2 * app.sitting.scenario.proof[0]
            state = "proved" if p.proved else "possible" if p.possible >= needed else "short"
            token = {"proved": "adm", "possible": "per", "short": "exc"}[state]
            proofs.append(
                Row(
                    widths=(-1.5, -1, 150),
                    children=[
                        Label(text=f"{p.count} {app.words('element.' + p.element)}{who}", role="second", most=1),
                        Picture(height=12, draw=lambda b, box, p=p, n=needed: bar_in(b, box, p.halves, p.possible, n)),
                        Rich(
                            pieces=[
                                (
                                    "icon",
                                    ("check" if state == "proved" else "circle" if state == "possible" else "x", token),
                                ),
                                (f"second {token}", app.words(f"proof.{state}", sources=p.sources)),
                            ]
                        ),
                    ],
                )
            )
        left = Column(
            gap=8,
            children=[
                Growing(
                    Panel(
                        title=app.words("page.evidence"),
                        icon="folder",
                        note=app.words("evidence.note"),
                        body=Scroll(key="items", body=Column(gap=3, children=rows), at=self.scrolls, pad=10),
                    )
                ),
                Fixed(
                    min(290.0, h * 0.4),
                    Panel(
                        title=app.words("evidence.proof"),
                        icon="scale",
                        note=app.words(
                            "evidence.needs", n=app.sitting.scenario.proof[0], of=app.sitting.scenario.proof[1]
                        ),
                        body=Scroll(key="proofs", body=Column(gap=5, children=proofs), at=self.scrolls, pad=10),
                    ),
                ),
            ],
        )
        chosen = next((i for i in view.items if i.id == self.item), None)
        body = Row(widths=(-1, 350), gap=10, children=[left, self.inspector(app, chosen)])
        foot = Foot(
            keys=[("Tab", app.words("foot.next")), ("Enter", app.words("foot.open")), ("Esc", app.words("foot.back"))],
            note=kept(app),
        )
        return Sheet(bar=bar_for(app, app.words("page.evidence")), body=body, foot=foot, notice=app.toast)

    def row(self, app: "App", i: "ItemView") -> Card:
        """One item."""
        verdict = "lost" if i.lost else i.verdict
        token, tint = TINTS[verdict]
        proves = " ".join(dict.fromkeys(f"{count}.{element}" for count, element, _ in i.proves))
        pieces = [
            ("chip", (i.id, "ink2", "sunken")),
            ("flag", i.country),
            ("icon", (STATE_ICONS[verdict], token)),
            ("chip", (app.words(f"verdict.{verdict}"), token, tint)),
            ("body ink", i.title),
            ("right", (proves, "second", "ink3")),
        ]
        return Card(
            key=f"item {i.id}",
            pad=5,
            border="line",
            ring_inside=True,
            selected=i.id == self.item,
            body=Rich(pieces=pieces),
            press=lambda: self.choose(app, i.id),
        )

    def choose(self, app: "App", item: str) -> None:
        """Look at an item."""
        self.item = item
        app.dirty = True

    def inspector(self, app: "App", i: "ItemView | None") -> Panel:
        """One item: what it says, what the court wants, how it came."""
        if i is None:
            return Panel(
                title=app.words("evidence.item"), body=Column(pad=14, children=[Label(text=app.words("form.nothing"))])
            )
        words, tell = app.words, app.tell
        rows: list[Widget] = [
            Label(text=f"{i.id} {i.title}", role="card"),
            Rich(
                pieces=[
                    ("flag", i.country),
                    ("second ink2", tell.country(i.country)),
                    ("second ink3", tell.scenario.law.evidence_kinds[i.kind].title),
                ]
            ),
        ]
        if i.tells:
            rows.append(Label(text=i.tells, role="quote", token="ink2"))
        verdict = "lost" if i.lost else i.verdict
        token, tint = TINTS[verdict]
        rows += [
            Space(height=6, line=True),
            Rich(pieces=[("label ink", words("page.ledger")), ("chip", (words(f"verdict.{verdict}"), token, tint))]),
        ]
        if i.source:
            rows.append(Label(text=tell.cite(i.source), role="second", token="ink3"))
        for code in i.formalities:
            formality = tell.scenario.law.formalities[code]
            lacking = code in i.lacks
            rows.append(
                Rich(
                    pieces=[
                        (
                            "icon",
                            (
                                "triangle-alert" if lacking else "check" if i.status == "held" else "circle",
                                "per" if lacking else "ink3",
                            ),
                        ),
                        ("second ink2", formality.title),
                    ]
                )
            )
        proves = ", ".join(
            f"{count} {words('element.' + element)}" + (f" ({', '.join(who)})" if who else "")
            for count, element, who in i.proves
        )
        rows += [
            Space(height=6, line=True),
            Label(text=words("evidence.proves", what=proves or "-", strength=i.strength), role="second", token="ink2"),
        ]
        if i.perishes and i.status != "held":
            rows.append(
                Label(
                    text=words(
                        "evidence.until",
                        date=words.date(max(i.perishes, min(i.kept_until or 0, app.sitting.scenario.deadline))),
                    ),
                    role="second",
                    token="per",
                )
            )
        links = [
            Button(key=f"paper {r}", text=r, icon="mail", press=lambda r=r: show(app, Go("request", r)))
            for r in i.requests
        ]
        links.append(
            Button(key="begin", text=words("page.start"), icon="pencil", cap="N", press=lambda: show(app, Go("start")))
        )
        rows.append(Flow(children=list(links)))
        return Panel(
            title=words("evidence.item"),
            icon="info",
            body=Scroll(key="inspector", body=Column(gap=7, children=rows), at=self.scrolls, pad=14),
        )

    def keys(self, app: "App") -> "dict[str, Callable[[], None]]":
        """The pages."""
        return going(app)


def bar_in(brush: Brush, box: Box, halves: int, possible: int, needed: int) -> None:
    """The bar of proof, in the middle of its line."""
    x, y, w, h = box
    draw_proof(brush, (x, y + 3, w - 6, h - 3), halves, possible, needed)
