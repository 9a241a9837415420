"""The debrief: the score with every reason, what one other decision would have changed, the timeline, the law."""

from typing import TYPE_CHECKING, Any

from engine import Debrief
from game.window.app import Screen
from game.window.brush import Box, Brush
from game.window.desk_widgets import Tab, Tabs
from game.window.pictures.moments import HEIGHT, Moment, MomentsModel, draw_moments, ranked
from game.window.screens.common import Foot, Sheet, TopBar, kept
from game.window.theme import STATE_ICONS, TINTS
from game.window.widgets import (
    Button,
    Card,
    Column,
    Fixed,
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

    from game.window.app import App

TABS = {"regrets": "w", "points": "s", "timeline": "t", "ledger": "e", "law": "f"}
LOW, NARROW = 560.0, 860.0
MATTERS = {
    "ended": (9, "flag", "ink"), "surrendered": (8, "plane-landing", "extradition"), "team_signed": (8, "users", "jit"),
    "arrested": (7, "lock", "domestic"), "indicted": (7, "gavel", "domestic"), "taken_over": (7, "check", "mla"),
    "partner_case_opened": (6, "link", "mla"), "answered": (5, "mail", "mla"), "contact_answered": (5, "phone", "informal"),
    "preserved": (5, "hourglass", "informal"), "safe": (6, "heart-handshake", "adm"),
}  # fmt: skip
"""Outcomes that make a moment: how much they matter, icon, colour."""
WRONG = {"item_lost": 8, "item_gone": 8, "too_late_to_preserve": 7, "returned": 7, "refused": 7, "released": 7, "declined": 6,
         "not_bound": 6, "fled": 8, "leaked": 6, "no_answer": 3}  # fmt: skip
MOST_MOMENTS = 16


class DebriefScreen(Screen):
    """After the play."""

    begins_at = ("tab ",)

    def __init__(self) -> None:
        super().__init__()
        self.tab, self.criterion = "", ""
        self.made: dict[str, Any] = {}

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """Score at the left; what happened, what else could have happened and the reasons at the right."""
        found, words = app.sitting.debrief(), app.words
        self.tab = self.tab or ("regrets" if found.regrets else "points")
        score = Panel(fill="card", body=Scroll(key="score", body=self.score(app, found), at=self.scrolls, pad=18))
        below: list[Widget] = [self.tabs(app), Growing(self.opened(app, found))]
        if h > LOW:
            below = [Fixed(HEIGHT + 36, self.happened(app)), *below]
        right = Column(gap=8, children=below)
        if w < NARROW:
            sheet: Widget = Column(gap=8, children=[Fixed(h * 0.4, score), Growing(right)])
        else:
            sheet = Row(widths=(max(300.0, min(410.0, w * 0.3)), -1), gap=10, children=[score, right])
        again = Button(key="again", text=words("debrief.again"), kind="bar", icon="undo-2", press=lambda: self.to_picker(app))
        bar = TopBar(title=words("debrief.title"), second=app.sitting.scenario.title, buttons=[again])
        keys = [("1-6", words("debrief.why")), *((cap.upper(), words(f"debrief.tab.{tab}")) for tab, cap in TABS.items()),
                ("Esc", words("foot.back"))]  # fmt: skip
        return Sheet(bar=bar, body=sheet, foot=Foot(keys=keys, note=kept(app)), notice=app.toast)

    def score(self, app: "App", found: Debrief) -> Widget:
        """The score, the ending, the six criteria each with the reason that mattered most, the messages."""
        words, play = app.words, app.sitting.play
        ending = next((e for e in app.sitting.scenario.endings if e.id == found.ending), None)
        rows: list[Widget] = [
            Rich(pieces=[("score ink", str(found.mark.score)), ("second ink3", words("debrief.of_hundred"))], height=66),
            Label(text=words.date(play.today), role="second", token="ink3"),
        ]
        if ending is not None:
            rows += [Label(text=ending.title, role="screen"), Label(text=" ".join(ending.text.split()), role="letter", gap=4)]
        for number, mark in enumerate(found.mark.criteria, 1):
            rows.append(self.criterion_card(app, found, mark, number))
        for _, text in found.messages:
            rows += [Space(height=4, line=True), Label(text=text, role="letter", token="ink2")]
        return Column(gap=6, children=rows)

    def criterion_card(self, app: "App", found: Debrief, mark: Any, number: int) -> Card:
        """One criterion: points of its weight, a bar, the reason that mattered most; pressed, all its points."""
        words = app.words
        of = words("debrief.of", points=mark.points, weight=mark.weight)
        inner = Column(
            gap=2,
            children=[
                Rich(pieces=[("label ink", words(f"criterion.{mark.criterion}")), ("end cap", str(number)), ("end words", (of, "ink"))]),
                Picture(height=16, draw=lambda b, box: meter(b, box, mark.points, mark.weight)),
                Label(text=main_reason(found, mark.criterion), role="second", token="ink3", most=2),
            ],
        )
        return Card(
            key=f"criterion {mark.criterion}", pad=6, flat=True, fill="card", ring_inside=True, body=inner,
            selected=self.criterion == mark.criterion, press=lambda: self.why(app, mark.criterion),
        )  # fmt: skip

    def why(self, app: "App", criterion: str) -> None:
        """The points of one criterion; pressed again, of all."""
        self.criterion = "" if self.criterion == criterion and self.tab == "points" else criterion
        self.turn(app, "points")

    def tabs(self, app: "App") -> Widget:
        """What else there is to read."""
        return Tabs(
            children=[
                Tab(key=f"tab {tab}", text=app.words(f"debrief.tab.{tab}"), cap=cap.upper(), selected=tab == self.tab,
                    press=lambda t=tab: self.turn(app, t))
                for tab, cap in TABS.items()
            ]
        )  # fmt: skip

    def opened(self, app: "App", found: Debrief) -> Widget:
        """The tab that is open."""
        rows = getattr(self, self.tab)(app, found)
        return Panel(body=Scroll(key=f"debrief {self.tab}", body=Column(gap=6, children=rows), at=self.scrolls, pad=12))

    def happened(self, app: "App") -> Panel:
        """The days that mattered, and how the file grew."""
        model = moments_of(app)
        said = ". ".join(f"{m.text}, {m.note}" for m in model.moments)
        picture = Picture(key="", grows=True, draw=lambda b, box: draw_moments(b, box, model), words=said,
                          memory=self.made, state=len(app.sitting.play.decisions))  # fmt: skip
        return Panel(title=app.words("debrief.happened"), note=app.words("debrief.growth", n=len(model.growth)), body=picture)

    def keys(self, app: "App") -> dict[str, "Callable[[], None]"]:
        """Digits ask why; letters turn to the tabs."""
        marks = app.sitting.debrief().mark.criteria
        digits = {str(n): (lambda c=m.criterion: self.why(app, c)) for n, m in enumerate(marks, 1)}
        return {**digits, **{cap: (lambda t=tab: self.turn(app, t)) for tab, cap in TABS.items()}}

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
            if self.criterion not in ("", p.criterion):
                continue
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
                if self.criterion in ("", p.criterion)
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
                                ("right", (words("debrief.effect", days=r.days, ending=ending_title(app, r.ending)), "second", "ink3")),
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


def ending_title(app: "App", id: str | None) -> str:
    """The title of an ending."""
    return next((e.title for e in app.sitting.scenario.endings if e.id == id), id or "")


def main_reason(found: Debrief, criterion: str) -> str:
    """The reason that moved a criterion most: what was lost before what was won, then what was missed."""
    earned = [p for p in found.mark.points if p.criterion == criterion]
    missed = [p for p in found.mark.missed if p.criterion == criterion and p.points > 0]
    lost = sorted((p for p in earned if p.points < 0), key=lambda p: p.points)
    largest = sorted(missed, key=lambda p: -p.points) or sorted(earned, key=lambda p: -p.points)
    return (lost or largest)[0].because if lost or largest else ""


def moments_of(app: "App") -> MomentsModel:
    """The moments of a play, from what followed."""
    play, tell = app.sitting.play, app.tell
    found, growth, seen = [], [], set()
    for o in play.outcomes:
        if o.kind == "item_held" and o.about and o.about[0] not in seen:
            seen.add(o.about[0])
            growth.append(o.day)
        if o.kind in WRONG or o.kind in MATTERS:
            weight, icon, token = MATTERS.get(o.kind, (WRONG.get(o.kind, 1), "x", "exc"))
            note = app.words("debrief.day", day=o.day - play.scenario.start, date=app.words.short_date(o.day))
            found.append(Moment(o.day, tell.outcome(o), note, token, icon, weight, o.kind in WRONG))
    last = max(play.today, play.scenario.start + 1)
    return MomentsModel(play.scenario.start, last, ranked(found, MOST_MOMENTS), tuple(growth))
