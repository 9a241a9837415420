"""The debrief: the score with every reason, what one other decision or other luck would have changed, the days, the law.

Every line opens what is behind it, and Escape comes back to where one was.
"""

import time
from functools import partial
from typing import TYPE_CHECKING, Any

from engine import Debrief, Outcome
from game.cohort import Cohort, Group
from game.pages.printed import Imprint, NotPrinted, debrief_html, write_debrief
from game.session import Proof, verify
from game.window.app import Screen
from game.window.browser import show_page
from game.window.brush import Brush
from game.window.desk_widgets import Tab, Tabs
from game.window.pictures.moments import HEIGHT
from game.window.screens import debrief_leaves as leaves
from game.window.screens.as_it_stood import AsItStood
from game.window.screens.common import Foot, Sheet, TopBar, kept
from game.window.screens.debrief_leaves import Leaf
from game.window.screens.debrief_moments import line_of
from game.window.screens.debrief_score import score_foot, score_panel
from game.window.screens.ledger import Ledger
from game.window.screens.rule_sheet import RuleSheet
from game.window.widgets import Button, Column, Fixed, Growing, Panel, Row, Scroll, Widget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.window.app import App

TABS = {"regrets": "w", "points": "s", "luck": "l", "timeline": "t", "ledger": "e", "law": "f"}
LOW, NARROW, BESIDE, WIDE_FOOT, PINNED = 560.0, 860.0, 700.0, 390.0, 280.0
LOWER = 0.4
"""The share of the score where everything else stands below it."""
SLICE = 0.012
"""Seconds of reading and replaying between two pictures."""


class DebriefScreen(Screen):
    """After the play."""

    begins_at = ("tab ",)
    named = "page.debrief"

    def __init__(self) -> None:
        super().__init__()
        self.tab, self.criterion = "regrets", ""
        self.made: dict[str, Any] = {}
        self.slices: Iterator[int] | None = None
        self.done = 0
        self.cohort: Cohort | None = None
        self.proof: Proof | None = None
        self.rules: dict[str, str] = {}

    # -- what is known ------------------------------------------------------------------------------------------------

    def found(self, app: "App") -> Debrief:
        """The debrief as far as it is worked out; made once for each step of the working out."""
        state = (id(app.sitting), app.sitting.compared, app.sitting.whole)
        if self.made.get("found", (None,))[0] != state:
            self.made["found"] = (state, app.sitting.first_debrief())
        whole: Debrief = self.made["found"][1]
        return whole

    def group(self, app: "App") -> Group | None:
        """The other finished plays of the case beside this log; None while they are read, and where there are too few."""
        log = app.sitting.log
        if log is None or self.cohort is None:
            return None
        return self.cohort.group(app.sitting.scenario.id, app.sitting.mode, log.path)

    def unread(self, app: "App") -> bool:
        """Are there other logs that have not been read yet?"""
        return app.sitting.log is not None and (self.cohort is None or bool(self.cohort.waiting))

    # -- the picture --------------------------------------------------------------------------------------------------

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """Score at the left; what happened, what else could have happened and the reasons at the right."""
        found, group = self.found(app), self.group(app)
        self.rules = {}
        foot = score_foot(app, group, self.unread(app), self.proof, score_width(w) > WIDE_FOOT or w < NARROW)
        chosen, high = self.criterion if self.tab == "points" else "", h * (LOWER if w < NARROW else 1) > PINNED
        score = score_panel(app, found, group, chosen, lambda criterion: self.why(app, criterion), self.scrolls, foot, high)
        below: list[Widget] = [self.tabs(app), Growing(self.opened(app, found, right_width(w)))]
        if h > LOW:
            below = [Fixed(HEIGHT + 36, self.happened(app, found)), *below]
        right = Column(gap=8, children=below)
        if w < NARROW:
            sheet: Widget = Column(gap=8, children=[Fixed(h * LOWER, score), Growing(right)])
        else:
            sheet = Row(widths=(score_width(w), -1), gap=10, children=[score, right])
        return Sheet(bar=self.bar(app), body=sheet, foot=self.foot(app, h > LOW), notice=app.toast)

    def bar(self, app: "App") -> TopBar:
        """Whose play of what; print, prove, back to the cases."""
        words, log = app.words, app.sitting.log
        why = "" if log is not None else words("debrief.rehearsal")
        buttons = [
            Button(key="print", text=words("debrief.print"), kind="bar", icon="file-text", cap="P", enabled=log is not None, tip=why,
                   press=lambda: self.print_page(app)),
            Button(key="prove", text=words("debrief.prove"), kind="bar", icon="check", cap="V", enabled=log is not None, tip=why,
                   press=lambda: self.prove(app)),
            Button(key="cases", text=words("debrief.cases"), kind="bar", icon="undo-2", cap="Esc", press=lambda: self.to_picker(app)),
        ]  # fmt: skip
        second = " · ".join(each for each in (app.sitting.player, words(f"mode.{app.sitting.mode}").capitalize()) if each)
        return TopBar(title=f"{words('debrief.title')}: {app.sitting.scenario.title}", second=second, buttons=buttons)

    def foot(self, app: "App", moments: bool) -> Foot:
        """The keys that matter here; arrows lead along the moments, where these are shown."""
        words = app.words
        along = [("← →", words("debrief.next_moment"))] if moments else []
        keys = [("1-6", words("debrief.why")), *along, ("Enter", words("debrief.behind")), ("F", words("debrief.full_rule")),
                ("Tab", words("foot.next")), ("Esc", words("foot.back"))]  # fmt: skip
        return Foot(keys=keys, note=kept(app))

    def tabs(self, app: "App") -> Widget:
        """What else there is to read."""
        return Tabs(
            children=[
                Tab(key=f"tab {tab}", text=app.words(f"debrief.tab.{tab}"), cap=cap.upper(), selected=tab == self.tab,
                    press=partial(self.turn, app, tab))
                for tab, cap in TABS.items()
            ]
        )  # fmt: skip

    def happened(self, app: "App", found: Debrief) -> Panel:
        """The days that mattered, and how the evidence grew that the court would admit."""
        line = line_of(app, found, self.made, lambda outcome: self.open_day(app, outcome))
        return Panel(title=app.words("debrief.happened"), note=app.words("debrief.reopens"), body=line)

    def opened(self, app: "App", found: Debrief, w: float) -> Widget:
        """The leaf that is open; what else could have happened stands beside the rules where there is room."""
        words = app.words
        if self.tab != "regrets":
            return self.sheet(self.leaf(app, found, self.tab))
        else_ = self.sheet(self.leaf(app, found, "regrets"), words("debrief.else"), words("debrief.same_luck"))
        if w < BESIDE:
            return else_
        says = Scroll(key="debrief rules", body=leaves.flush(self.leaf(app, found, "rules")), at=self.scrolls, pad=0)
        rules = Panel(title=words("debrief.rules"), icon="book-open", cap="F", body=says)
        return Row(widths=(-1.45, -1), gap=10, children=[else_, rules])

    def sheet(self, leaf: Leaf, title: str = "", note: str = "") -> Panel:
        """A leaf as a panel that scrolls."""
        return Panel(title=title, note=note, body=Scroll(key=f"debrief {self.tab}", body=leaves.flush(leaf), at=self.scrolls, pad=0))

    def leaf(self, app: "App", found: Debrief, name: str) -> Leaf:
        """A leaf with its rows; the rules behind them are noted for F."""
        leaf = Leaf(app, found, Opening(self, app), self.focus, self.rules, self.made)
        if name == "points":
            leaves.points(leaf, self.criterion)
        elif name == "regrets":
            leaves.what_else(leaf, None if app.sitting.compared else self.done)
        elif name == "luck":
            leaves.luck(leaf, None if app.sitting.whole else self.done)
        else:
            {"rules": leaves.rules, "timeline": leaves.timeline, "ledger": leaves.ledger, "law": leaves.law}[name](leaf)
        return leaf

    # -- after the first picture --------------------------------------------------------------------------------------

    def tick(self, app: "App", passed_ms: int) -> bool:
        """Read the other logs, then work out what else could have been, a little at a time."""
        if app.session is None or not (self.unread(app) or not app.sitting.whole):
            return False
        if self.slices is None:
            self.slices = self.working(app)
        until = time.perf_counter() + SLICE
        for done in self.slices:
            self.done = done
            if time.perf_counter() > until:
                break
        return True

    def working(self, app: "App") -> "Iterator[int]":
        """Everything that is not needed for the first picture, step by step; answers how many replays are done."""
        sitting = app.sitting
        if sitting.log is not None:
            self.cohort = Cohort(sitting.log.path.parent)
            for _ in self.cohort.reading():
                yield 0
        if not sitting.whole:
            yield from sitting.comparing()

    # -- keys ---------------------------------------------------------------------------------------------------------

    def keys(self, app: "App") -> dict[str, "Callable[[], None]"]:
        """Digits ask why; letters turn to the tabs, print, prove; F opens the rule behind the line."""
        marks = self.found(app).mark.criteria
        digits = {str(n): (lambda c=m.criterion: self.why(app, c)) for n, m in enumerate(marks, 1)}
        tabs = {cap: (lambda t=tab: self.turn(app, t)) for tab, cap in TABS.items()}
        return {**digits, **tabs, "f": lambda: self.full_rule(app), "p": lambda: self.press_key(app, "print"),
                "v": lambda: self.press_key(app, "prove")}  # fmt: skip

    def press_key(self, app: "App", key: str) -> None:
        """What the button would do, or the reason why it does not."""
        button = next((each for each in app.able() if each.key == key), None)
        if button is not None:
            app.press(button)

    def arrow(self, app: "App", direction: str) -> bool:
        """Along the line, left and right go to the next moment."""
        if not self.focus.startswith("moment ") or direction not in ("left", "right"):
            return False
        keys = [each.key for each in app.able() if each.key.startswith("moment ")]
        here = keys.index(self.focus) + (1 if direction == "right" else -1)
        if 0 <= here < len(keys):
            self.focus, app.dirty = keys[here], True
        return True

    def why(self, app: "App", criterion: str) -> None:
        """The points of one criterion; pressed again, of all."""
        self.criterion = "" if self.criterion == criterion and self.tab == "points" else criterion
        self.turn(app, "points")

    def turn(self, app: "App", tab: str) -> None:
        """Another tab."""
        if tab != self.tab:
            self.scrolls.pop(f"debrief {tab}", None)
        self.tab, app.dirty = tab, True

    def full_rule(self, app: "App") -> None:
        """The rule behind the line that has the focus; all the law where it has none."""
        if self.focus in self.rules:
            Opening(self, app).rule(self.rules[self.focus])
        else:
            self.turn(app, "law")

    # -- acts ---------------------------------------------------------------------------------------------------------

    def open_day(self, app: "App", outcome: Outcome) -> None:
        """The desk as it stood when something happened, at a seat that saw it."""
        decided = app.sitting.play.decisions[outcome.because - 1].seat if outcome.because else ""
        seat = decided if decided in outcome.seen_by or not outcome.seen_by else outcome.seen_by[0]
        app.push(AsItStood(app, outcome.because, outcome.day, seat, lambda number: self.go_back(app, number)))

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

    def prove(self, app: "App") -> None:
        """Prove the log by playing it again, as `rogatory verify` does, and say what was found."""
        log, words = app.sitting.log, app.words
        if log is None:
            return
        self.proof = verify(log.path)
        if self.proof.row is None:
            app.toast = [words("debrief.proved_long", digest=self.proof.digest)]
        else:
            app.toast = [words("verify.bad", path=log.path.name, row=self.proof.row, why=words(f"verify.{self.proof.why}"))]
        app.dirty = True

    def print_page(self, app: "App") -> None:
        """Write the debrief as one page beside the log, say where, and show it where there is a browser."""
        log, words = app.sitting.log, app.words
        if log is None:
            return
        self.slices = self.slices or self.working(app)
        for _ in self.slices:
            pass
        proved = self.proof.digest if self.proof is not None else ""
        imprint = Imprint(log.path.name, app.sitting.player, app.sitting.mode, proved)
        text = debrief_html(app.sitting.debrief(), app.sitting.play, app.tell, imprint, self.group(app))
        try:
            target = write_debrief(log.path, text)
        except NotPrinted as error:
            app.toast = [words("debrief.not_printed", path=error.path, why=error.why)]
        else:
            app.toast = [words("debrief.printed", path=target)]
            show_page(target)
        app.dirty = True

    def to_picker(self, app: "App") -> None:
        """To the cases."""
        from game.window.screens.picker import Picker

        app.sitting.close()
        app.reset(Picker(app))

    def escape(self, app: "App") -> None:
        """To the cases."""
        self.to_picker(app)


class Opening:
    """What the lines of a debrief open, each on top of it."""

    def __init__(self, screen: DebriefScreen, app: "App") -> None:
        self.screen, self.app = screen, app

    def day(self, number: int, day: int) -> None:
        """The desk as it stood after a decision, on a day, at the seat that decided."""
        seat = self.app.sitting.play.decisions[number - 1].seat if number else ""
        self.app.push(AsItStood(self.app, number, day, seat, self.back))

    def item(self, id: str) -> None:
        """The entry of the ledger."""
        self.app.push(Ledger(id))

    def rule(self, reference: str) -> None:
        """The rule."""
        if reference:
            self.app.push(RuleSheet(reference, self.screen.found(self.app).mark.points, self))

    def back(self, number: int) -> None:
        """Back to before a decision, to play on from there."""
        self.screen.go_back(self.app, number)


def score_width(w: float) -> float:
    """How wide the score is."""
    return max(300.0, min(410.0, w * 0.3))


def right_width(w: float) -> float:
    """How wide everything beside the score is, or below it."""
    return w - 16 if w < NARROW else w - 26 - score_width(w)
