"""The debrief: the score with every reason, what one other decision would have changed, the timeline, the law."""

import time
from typing import TYPE_CHECKING, Any

from engine import Debrief
from game.window.app import Screen
from game.window.brush import Box, Brush
from game.window.desk_widgets import Tab, Tabs
from game.window.pictures.moments import HEIGHT, Moment, MomentsModel, draw_moments, ranked
from game.window.screens import debrief_leaves as leaves
from game.window.screens.common import Foot, Sheet, TopBar, kept
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
    from collections.abc import Callable, Iterator

    from game.window.app import App

TABS = {"regrets": "w", "points": "s", "timeline": "t", "ledger": "e", "law": "f"}
LOW, NARROW, BESIDE = 560.0, 860.0, 700.0
SLICE = 0.012
"""Seconds of replaying between two pictures."""
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
        self.tab, self.criterion = "regrets", ""
        self.made: dict[str, Any] = {}
        self.slices: Iterator[int] | None = None
        self.done = 0

    def found(self, app: "App") -> Debrief:
        """The debrief as far as it is worked out; made once, and once more when it is whole."""
        state = (id(app.sitting), app.sitting.compared)
        if self.made.get("found", (None,))[0] != state:
            self.made["found"] = (state, app.sitting.first_debrief())
        whole: Debrief = self.made["found"][1]
        return whole

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """Score at the left; what happened, what else could have happened and the reasons at the right."""
        found, words = self.found(app), app.words
        score = Panel(fill="card", body=Scroll(key="score", body=self.score(app, found), at=self.scrolls, pad=18))
        below: list[Widget] = [self.tabs(app), Growing(self.opened(app, found, right_width(w)))]
        if h > LOW:
            below = [Fixed(HEIGHT + 36, self.happened(app)), *below]
        right = Column(gap=8, children=below)
        if w < NARROW:
            sheet: Widget = Column(gap=8, children=[Fixed(h * 0.4, score), Growing(right)])
        else:
            sheet = Row(widths=(score_width(w), -1), gap=10, children=[score, right])
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
                Label(text=main_reason(app, found, mark.criterion), role="second", token="ink3", most=2),
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

    def opened(self, app: "App", found: Debrief, w: float) -> Widget:
        """The leaf that is open; what else could have happened stands beside the rules where there is room."""
        words = app.words
        if self.tab != "regrets":
            return self.sheet(leaf_of(app, found, self.tab, self.criterion))
        done = None if app.sitting.compared else self.done
        else_ = self.sheet(leaves.what_else(app, found, done, lambda n: self.go_back(app, n)), words("debrief.else"),
                           words("debrief.same_luck"))  # fmt: skip
        if w < BESIDE:
            return else_
        says = Scroll(key="debrief rules", body=Column(gap=3, children=leaves.rules(app, found)), at=self.scrolls, pad=14)
        rules = Panel(title=words("debrief.rules"), icon="book-open", cap="F", fill="card", body=says)
        return Row(widths=(-1.45, -1), gap=10, children=[else_, rules])

    def sheet(self, rows: list[Widget], title: str = "", note: str = "") -> Panel:
        """A leaf as a panel that scrolls."""
        body = Scroll(key=f"debrief {self.tab}", body=Column(gap=6, children=rows), at=self.scrolls, pad=12)
        return Panel(title=title, note=note, body=body)

    def tick(self, app: "App", passed_ms: int) -> bool:
        """After the first picture: work out what else could have been, a few replays at a time."""
        if app.session is None or app.sitting.compared:
            return False
        if self.slices is None:
            self.slices = app.sitting.comparing()
        until = time.perf_counter() + SLICE
        for done in self.slices:
            self.done = done
            if time.perf_counter() > until:
                break
        return True

    def happened(self, app: "App") -> Panel:
        """The days that mattered, and how the file grew."""
        model = moments_of(app)
        said = ". ".join(f"{m.text}, {m.note}" for m in model.moments)
        picture = Picture(key="", grows=True, draw=lambda b, box: draw_moments(b, box, model), words=said,
                          memory=self.made, state=len(app.sitting.play.decisions))  # fmt: skip
        return Panel(title=app.words("debrief.happened"), note=app.words("debrief.growth", n=len(model.growth)), body=picture)

    def keys(self, app: "App") -> dict[str, "Callable[[], None]"]:
        """Digits ask why; letters turn to the tabs."""
        marks = self.found(app).mark.criteria
        digits = {str(n): (lambda c=m.criterion: self.why(app, c)) for n, m in enumerate(marks, 1)}
        return {**digits, **{cap: (lambda t=tab: self.turn(app, t)) for tab, cap in TABS.items()}}

    def turn(self, app: "App", tab: str) -> None:
        """Another tab."""
        self.tab = tab
        app.dirty = True

    # -- acts -----------------------------------------------------------------------------------------------------------

    def go_back(self, app: "App", number: int) -> None:
        """Back to the state before a decision, in a new play with a log of its own; the one that is over stays as it is."""
        from game.window.screens.asking import Asking
        from game.window.screens.desk import Desk

        def do() -> None:
            again = app.sitting.branch(number - 1)
            app.sitting.close()
            app.sit(again)
            app.reset(*app.stack[:1], Desk())

        words = app.words
        app.push(Asking(words("debrief.replay"), words("debrief.branch_text", n=number), words("debrief.replay"), do))

    def to_picker(self, app: "App") -> None:
        """To the cases."""
        from game.window.screens.picker import Picker

        app.sitting.close()
        app.reset(Picker(app))

    def escape(self, app: "App") -> None:
        """To the cases."""
        self.to_picker(app)


def score_width(w: float) -> float:
    """How wide the score is."""
    return max(300.0, min(410.0, w * 0.3))


def right_width(w: float) -> float:
    """How wide everything beside the score is, or below it."""
    return w - 16 if w < NARROW else w - 26 - score_width(w)


def leaf_of(app: "App", found: Debrief, tab: str, criterion: str) -> list[Widget]:
    """The rows of a leaf."""
    if tab == "points":
        return leaves.points(app, found, criterion)
    return {"timeline": leaves.timeline, "ledger": leaves.ledger, "law": leaves.law}[tab](app, found)


def meter(brush: Brush, box: Box, points: int, weight: int) -> None:
    """Points of a criterion as a bar."""
    x, y, w, _ = box
    brush.box((x, y + 4, w, 10), "sunken", "line2", 2)
    if points and weight:
        brush.box((x, y + 4, max(4.0, w * points / weight), 10), "pri", None, 2)


def main_reason(app: "App", found: Debrief, criterion: str) -> str:
    """The reason that moved a criterion most: what was lost before what was not earned, then what was won."""
    earned = [p for p in found.mark.points if p.criterion == criterion]
    missed = [p for p in found.mark.missed if p.criterion == criterion and p.points > 0]
    if lost := [p for p in earned if p.points < 0]:
        return min(lost, key=lambda p: p.points).because
    full = any(mark.criterion == criterion and mark.points >= mark.weight for mark in found.mark.criteria)
    if missed and not full:
        return app.words("debrief.not_earned", what=max(missed, key=lambda p: p.points).because)
    return max(earned, key=lambda p: p.points).because if earned else ""


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
