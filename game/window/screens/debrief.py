"""The debrief: the score with every reason, what one other decision would have changed, the timeline, the law."""

from typing import TYPE_CHECKING, Any

from engine import Debrief
from game.window.app import Screen
from game.window.brush import Box, Brush
from game.window.screens.common import Foot, Sheet, TopBar, kept
from game.window.theme import STATE_ICONS, TINTS
from game.window.widgets import Button, Card, Column, Label, Panel, Picture, Rich, Row, Scroll, Space, Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.window.app import App

TABS = ("points", "regrets", "timeline", "ledger", "law")


class DebriefScreen(Screen):
    """After the play."""

    begins_at = ("tab ",)

    def __init__(self) -> None:
        super().__init__()
        self.tab = "points"

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """Score at the left, reasons at the right."""
        found = app.sitting.debrief()
        words = app.words
        ending = next((e for e in app.sitting.scenario.endings if e.id == found.ending), None)
        rows: list[Widget] = [
            Label(text=words("debrief.score", score=found.mark.score), role="second", token="ink3"),
            Label(text=str(found.mark.score), role="score"),
        ]
        if ending is not None:
            rows += [
                Label(text=ending.title, role="big"),
                Label(text=" ".join(ending.text.split()), role="story", gap=6),
            ]
        for c in found.mark.criteria:
            rows.append(
                Row(
                    widths=(118, -1, 64),
                    children=[
                        Label(text=words(f"criterion.{c.criterion}"), role="body"),
                        Picture(height=18, draw=lambda b, box, c=c: meter(b, box, c.points, c.weight)),
                        Label(text=words("debrief.of", points=c.points, weight=c.weight), role="label", align="right"),
                    ],
                )
            )
        for _, text in found.messages:
            rows += [Space(height=4, line=True), Label(text=text, role="letter", token="ink2")]
        tabs = Row(
            widths=[-1.0] * len(TABS),
            gap=4,
            children=[
                Button(
                    key=f"tab {tab}",
                    text=words(f"debrief.tab.{tab}"),
                    kind="chosen" if tab == self.tab else "plain",
                    cap=str(n),
                    press=lambda t=tab: self.turn(app, t),
                )
                for n, tab in enumerate(TABS, 1)
            ],
        )
        body = Scroll(
            key=f"debrief {self.tab}",
            body=Column(gap=6, children=getattr(self, self.tab)(app, found)),
            at=self.scrolls,
            pad=12,
        )
        right = Column(gap=8, children=[tabs, Panel(body=body)])
        sheet = Row(
            widths=(-0.72, -1),
            gap=10,
            children=[
                Panel(
                    fill="card", body=Scroll(key="score", body=Column(gap=8, children=rows), at=self.scrolls, pad=26)
                ),
                right,
            ],
        )
        bar = TopBar(
            title=words("debrief.title"),
            second=app.sitting.scenario.title,
            buttons=[
                Button(
                    key="again",
                    text=words("debrief.again"),
                    kind="bar",
                    icon="undo-2",
                    press=lambda: self.to_picker(app),
                )
            ],
        )
        foot = Foot(
            keys=[("1-5", words("foot.tabs")), ("Tab", words("foot.next")), ("Esc", words("foot.back"))], note=kept(app)
        )
        return Sheet(bar=bar, body=sheet, foot=foot, notice=app.toast)

    def turn(self, app: "App", tab: str) -> None:
        """Another tab."""
        self.tab = tab
        app.dirty = True

    # -- tabs -----------------------------------------------------------------------------------------------------------

    def points(self, app: "App", found: Debrief) -> list[Widget]:
        """Every point with day, decision, reason, source; then what was not earned."""
        words, tell = app.words, app.tell
        rows: list[Widget] = []
        for p in found.mark.points:
            good = p.points > 0
            rows.append(
                entry(
                    [
                        ("chip", (f"{p.points:+d}", "adm" if good else "exc", "admB" if good else "excB")),
                        ("second ink2", words(f"criterion.{p.criterion}")),
                        (
                            "right",
                            (f"{words.date(p.day)}, {words('debrief.decision', n=p.decision)}", "second", "ink3"),
                        ),
                    ],
                    p.because,
                    tell.cite(p.source),
                )
            )
        if found.mark.missed:
            rows += [Space(height=6), Label(text=words("debrief.missed"), role="card")]
            rows += [
                entry(
                    [
                        ("chip", (f"{p.points:+d}", "ink3", "sunken")),
                        ("second ink2", words(f"criterion.{p.criterion}")),
                    ],
                    p.because,
                    tell.cite(p.source),
                )
                for p in found.mark.missed
            ]
        return rows

    def regrets(self, app: "App", found: Debrief) -> list[Widget]:
        """What one other decision would have changed; in practice one can go back there and play on."""
        words, tell = app.words, app.tell
        rows: list[Widget] = []
        if not found.regrets:
            rows.append(Label(text=words("debrief.no_regrets")))
        for title, group in (("debrief.regrets", found.regrets), ("debrief.right", found.right)):
            if group:
                rows.append(Label(text=words(title), role="card"))
            for r in group:
                was = tell.decision(app.sitting.play.decisions[r.decision - 1])
                good = r.points > 0
                inner = Column(
                    gap=4,
                    children=[
                        Rich(
                            pieces=[
                                ("chip", (f"{r.points:+d}", "adm" if good else "exc", "admB" if good else "excB")),
                                ("second ink3", words.date(r.day)),
                                ("second ink2", words("debrief.decision", n=r.decision)),
                                ("right", (words("debrief.effect", days=r.days, ending=r.ending), "second", "ink3")),
                            ]
                        ),
                        Label(text=was, role="body"),
                        Label(text=words("debrief.instead", what=tell.decision(r.instead)), role="label"),
                    ],
                )
                extra = [words("debrief.gained", items=tell.names(r.gained))] * bool(r.gained) + [
                    words("debrief.lost", items=tell.names(r.lost))
                ] * bool(r.lost)
                if extra:
                    inner.children.append(Label(text="; ".join(extra), role="second", token="ink2"))
                press = (lambda n=r.decision: self.go_back(app, n)) if app.sitting.mode == "practice" else None
                rows.append(
                    Card(
                        key=f"regret {r.decision} {r.points}" if press else "",
                        pad=10,
                        border="ctl" if press else "line",
                        body=inner,
                        press=press,
                        tip=words("debrief.replay"),
                    )
                )
        for number, _, text, source in found.lessons:
            rows.append(
                entry([("second ink3", words("debrief.decision", n=number))], text, tell.cite(source) if source else "")
            )
        return rows

    def timeline(self, app: "App", found: Debrief) -> list[Widget]:
        """Day by day, the hidden things too."""
        rows: list[Widget] = []
        for o in found.timeline:
            hidden = not o.seen_by
            rows.append(
                Row(
                    widths=(120, -1),
                    children=[
                        Label(text=app.words.date(o.day), role="second", token="ink3"),
                        Label(
                            text=app.tell.outcome(o) + (f" {app.words('debrief.hidden')}" if hidden else ""),
                            role="body",
                            token="per" if hidden else "ink",
                        ),
                    ],
                )
            )
        return rows

    def ledger(self, app: "App", found: Debrief) -> list[Widget]:
        """What the court said to each item."""
        rows: list[Widget] = []
        for ruling in found.ledger:
            token, tint = TINTS.get(ruling.verdict, ("intl", "intlB"))
            pieces: list[tuple[str, Any]] = [
                ("icon", (STATE_ICONS.get(ruling.verdict, "eye"), token)),
                ("chip", (app.words(f"verdict.{ruling.verdict}"), token, tint)),
                ("body ink", app.tell.name(ruling.item)),
            ]
            rows.append(entry(pieces, "", app.tell.cite(ruling.source) if ruling.source else ""))
        return rows

    def law(self, app: "App", found: Debrief) -> list[Widget]:
        """The law that mattered."""
        rows: list[Widget] = []
        for reference, times in found.law:
            source = app.tell.source(reference)
            rows.append(
                entry(
                    [
                        ("icon", ("book-open", "ink2")),
                        ("label ink", reference),
                        ("right", (app.words("debrief.times", n=times), "second", "ink3")),
                    ],
                    source.says if source else "",
                    app.words(f"confidence.{source.confidence}") if source else "",
                )
            )
        return rows

    # -- acts -----------------------------------------------------------------------------------------------------------

    def go_back(self, app: "App", number: int) -> None:
        """In practice: back to the state before a decision, and on from there."""
        from game.window.screens.asking import Asking
        from game.window.screens.desk import Desk

        def do() -> None:
            app.sitting.rewind(number - 1)
            app.reset(*app.stack[:1], Desk())

        app.push(
            Asking(
                app.words("debrief.replay"), app.words("debrief.replay_text", n=number), app.words("debrief.replay"), do
            )
        )

    def to_picker(self, app: "App") -> None:
        """To the cases."""
        from game.window.screens.picker import Picker

        app.sitting.close()
        app.reset(Picker(app))

    def escape(self, app: "App") -> None:
        """To the cases."""
        self.to_picker(app)

    def keys(self, app: "App") -> "dict[str, Callable[[], None]]":
        """Digits turn the tabs."""
        return {str(n): (lambda t=tab: self.turn(app, t)) for n, tab in enumerate(TABS, 1)}


def meter(brush: Brush, box: Box, points: int, weight: int) -> None:
    """Points of a criterion as a bar."""
    x, y, w, _ = box
    brush.box((x, y + 4, w, 10), "sunken", "line2", 2)
    if points and weight:
        brush.box((x, y + 4, max(4.0, w * points / weight), 10), "pri", None, 2)


def entry(pieces: list[tuple[str, Any]], text: str, source: str) -> Card:
    """A reason: small print, sentence, source."""
    rows: list[Widget] = [Rich(pieces=pieces)]
    if text:
        rows.append(Label(text=text, role="body"))
    if source:
        rows.append(Label(text=source, role="second", token="ink3", most=2))
    return Card(pad=8, border="line", fill="panel", body=Column(gap=2, children=rows))
