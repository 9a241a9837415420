"""The desk: the clock above, the map, the board, the timeline, and what has come in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from engine import Decision, SeatView
from game.pages.page import Go, Leave
from game.window.app import Screen
from game.window.brush import Brush
from game.window.desk_bar import Block, DayBlock, DeskBar
from game.window.desk_widgets import Start, Tab, Tabs, Tray
from game.window.pictures.atlas import draw_map
from game.window.pictures.chart import nearest, pointed, under
from game.window.pictures.strips import HEAD, ROW, Line, draw_timeline
from game.window.screens import board, region, timeline
from game.window.screens.almanac import to_come
from game.window.screens.asking import with_care
from game.window.screens.common import Foot, Sheet, kept
from game.window.screens.inbox import inbox
from game.window.screens.reading import after, evidence, going, perform, show
from game.window.theme import ICONS, SEAT_ICONS
from game.window.widgets import (
    Button,
    Card,
    Column,
    Fixed,
    Growing,
    Label,
    Panel,
    Picture,
    Row,
    Space,
    Widget,
)

if TYPE_CHECKING:
    from game.window.app import App

WIDE, FOLDED, SINGLE = 1500.0, 1180.0, 960.0
MAP, ROOMY = {"wide": 1.56, "base": 1.38, "tight": 1.52}, 1320.0
"""How wide the map is beside the board; where it is tight the tray above the map needs its words."""
SPANS = {"wide": 112, "base": 84, "folded": 70}
"""Days on the timeline by the width of the window."""
STARTS = (
    ("c", "informal", ("informal", "spontaneous", "preservation")),
    ("l", "mla", ("mla", "eio", "transfer")),
    ("x", "extradition", ("extradition", "eaw")),
    ("j", "jit", ("jit",)),
    ("h", "domestic", ("measure", "custody", "protection", "proceedings")),
)
LEAVES = (("people", "b", "casefile"), ("requests", "r", "requests"), ("ledger", "e", "ledger"))
SPEEDS_MS = (900, 400, 140)
A_DAY_MS, SLIDE_MS = 60, 1200


@dataclass
class Slide:
    """The days that go by on the picture after a wait; the world is already where they end."""

    start: int
    end: int
    gone_ms: float = 0.0

    @property
    def lasts_ms(self) -> float:
        """How long it takes, easing out."""
        return min(SLIDE_MS, A_DAY_MS * (self.end - self.start))

    @property
    def day(self) -> float:
        """The day on the picture."""
        part = min(1.0, self.gone_ms / max(1.0, self.lasts_ms))
        return self.start + (self.end - self.start) * (1 - (1 - part) ** 2)


class Desk(Screen):
    """Where a trainee sits."""

    begins_at = ("beat ", "wait something")

    def __init__(self) -> None:
        super().__init__()
        self.leaf, self.place, self.paper, self.top = "", "", "", 0
        self.slide: Slide | None = None
        self.playing, self.speed, self.since_ms = False, 0, 0
        self.made: dict[str, tuple[Any, Any]] = {}
        self.lines: tuple[Any, ...] = ()

    def once(self, name: str, key: tuple[Any, ...], make: Callable[[], Any]) -> Any:
        """What `make` makes, kept until its key changes; the pieces of a key are compared as they are."""
        if name not in self.made or self.made[name][0] != key:
            self.made[name] = (key, make())
        return self.made[name][1]

    # -- what is where --------------------------------------------------------------------------------------------

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """Map and board above, timeline below, inbox at the right; folded and single where the window is narrow."""
        view = app.view
        day = self.slide.day if self.slide is not None else float(view.today)
        lines = self.once("lines", (app.moment, int(day)), lambda: timeline.lines_of(app, view, day))
        form = "wide" if w >= WIDE else "base" if w >= FOLDED else "folded" if w >= SINGLE else "single"
        if form == "single":
            body: Widget = self.panel(app, view, lines, day, ("map", "people", "requests", "ledger", "inbox", "timeline"))
        else:
            body = self.laid(app, view, lines, day, (w, h), form)
        return Sheet(bar=self.bar(app, view, day), body=body, foot=self.foot(app), notice=app.toast)

    def laid(
        self, app: "App", view: SeatView, lines: tuple[tuple[Line, str], ...], day: float, size: tuple[float, float], form: str
    ) -> Widget:
        """Two columns: what one works with, and what came in."""
        w, h = size
        tall = {"wide": 311.0, "base": 272.0, "folded": 226.0}[form]
        low = min(max(HEAD + ROW * 3 + 44, HEAD + ROW * len(lines) + 44), tall, h * 0.4)
        if form == "folded":
            upper: Widget = self.panel(app, view, lines, day, ("map", "people", "requests", "ledger"))
        else:
            share = MAP["wide" if form == "wide" else "base" if w >= ROOMY else "tight"]
            upper = Row(
                widths=(-share, -1),
                children=[self.map_panel(app, view, day), self.panel(app, view, lines, day, ("people", "requests", "ledger"))],
            )
        below = self.timeline_panel(app, view, lines, day, SPANS[form])
        left = Column(gap=8, children=[Growing(upper), Fixed(low, below)])
        return Row(widths=(-1, max(332.0, min(420.0, w * 0.28))), children=[left, self.inbox_panel(app, view)])

    def foot(self, app: "App") -> Foot:
        """The keys that matter here."""
        keys = (("Tab", "foot.next"), ("Space", "wait.something"), (".", "wait.day"), ("W", "wait.week"), ("D", "wait.date"),
                ("P", "desk.play"), ("1-9", "foot.choose"), ("Shift B", "page.evidence"), ("F", "page.rulebook"),
                ("?", "page.help"))  # fmt: skip
        return Foot(keys=[(cap, app.words(key)) for cap, key in keys], note=kept(app))

    # -- the bar ------------------------------------------------------------------------------------------------------

    def bar(self, app: "App", view: SeatView, day: float) -> DeskBar:
        """Case, date, clock, seats, clocks of the case."""
        words = app.words
        working = app.sitting.scenario.law.calendar(view.home).is_working_day(int(day))
        said = words("desk.day_of", day=int(day) - view.start, of=view.deadline - view.start)
        kind = words("desk.working" if working else "desk.closed")
        return DeskBar(
            title=view.title, second=app.tell.country(view.home),
            date=DayBlock(key="wait date", text=words.date(int(day)), note=f"{said}, {kind}", brief=said, tip=words("desk.until"),
                          almanac=to_come(app), pick=lambda day: self.wait(app, date.fromordinal(day).isoformat())),
            clock=self.clock(app), seats=self.seats(app, view), blocks=self.blocks(app, view),
        )  # fmt: skip

    def clock(self, app: "App") -> list[Button]:
        """Play and pause, one day, until something happens."""
        words = app.words
        icon, text = ("pause", "desk.pause") if self.playing else ("play", "desk.play")
        return [
            Button(key="play", text="›" * (self.speed + 1), kind="bar_chosen" if self.playing else "bar", icon=icon,
                   cap="P", tip=f"{words(text)}. {words('desk.play_tip')}", press=lambda: self.toggle(app)),
            Button(key="wait day", text=words("desk.one_day"), kind="bar", icon="chevron-right", cap=".",
                   press=lambda: self.wait(app, "day")),
            Button(key="wait something", text=words("desk.next_event"), kind="bar_chosen", icon="fast-forward", cap="Space",
                   press=lambda: self.wait(app, "something")),
        ]  # fmt: skip

    def seats(self, app: "App", view: SeatView) -> list[Button]:
        """The seats; the one that is taken by name, the others by icon and what waits for them."""
        found = []
        waiting = dict(view.elsewhere)
        for number, seat in enumerate(view.seats, 1):
            mine, count = seat == view.seat, waiting.get(seat, 0)
            text = app.words(f"seat.short.{seat}") if mine else f"{count}" if count else ""
            found.append(
                Button(
                    key=f"seat {seat}", text=text, kind="bar_chosen" if mine else "bar", icon=SEAT_ICONS[seat],
                    cap=f"F{number}", tip=app.words(f"seat.{seat}"), press=partial(self.sit, app, seat),
                )
            )  # fmt: skip
        return found

    def blocks(self, app: "App", view: SeatView) -> list[Block]:
        """The clocks of the case: the network, the victims, an arrest that must end."""
        words = app.words
        victims = [p.danger or 0 for p in view.people if p.role == "victim" and not p.safe]
        found = [Block(words("desk.alert_short"), icon="triangle-alert", lamps=(view.alert, "alert"))]
        if any(p.role == "victim" for p in view.people):
            found.append(Block(words("desk.danger_short"), icon="shield", lamps=(max(victims, default=0), "danger")))
        ends = sorted((r.must_end, r) for r in view.requests if r.must_end and not r.ended and r.must_end >= view.today)
        for must_end, request in ends[:1]:
            who = ", ".join(request.about)
            left = words("desk.days_left", days=must_end - view.today)
            found.append(Block(words("desk.arrest", who=who), left, icon="lock"))
        return found

    # -- time ---------------------------------------------------------------------------------------------------------

    def wait(self, app: "App", until: str) -> None:
        """Let time pass; the picture follows day by day unless less motion is wanted."""
        decision = Decision(app.seat, "wait", (), {"until": until})
        if not with_care(app, decision, lambda: self.let_pass(app, decision)):
            self.playing = False

    def let_pass(self, app: "App", decision: Decision) -> None:
        """Wait, whatever falls in it."""
        before = app.sitting.play.today
        if not app.decide(decision):
            self.playing = False
            return
        after(app)
        today = app.sitting.play.today
        if app.halts:
            self.playing = False
        if today - before > 1 and not app.less_motion and not app.sitting.play.is_over:
            self.slide = Slide(before, today)

    def toggle(self, app: "App") -> None:
        """Play or pause."""
        self.playing, self.since_ms = not self.playing, 0
        app.dirty = True

    def faster(self, app: "App") -> None:
        """The next of the three speeds."""
        self.speed = (self.speed + 1) % len(SPEEDS_MS)
        app.dirty = True

    def hurry(self, app: "App") -> None:
        """Any key or press ends the picture of days going by."""
        if self.slide is not None:
            self.slide, app.dirty = None, True

    def tick(self, app: "App", passed_ms: int) -> bool:
        """Days go by on the picture; while it plays, each period is a day that is waited for."""
        if self.slide is not None:
            self.slide.gone_ms += passed_ms
            if self.slide.gone_ms >= self.slide.lasts_ms:
                self.slide = None
            app.dirty = True
            return True
        if not self.playing or app.screen is not self:
            self.playing = self.playing and app.screen is self
            return False
        self.since_ms += passed_ms
        if self.since_ms >= SPEEDS_MS[self.speed]:
            self.since_ms = 0
            self.wait(app, "day")
        return self.playing

    def sit(self, app: "App", seat: str) -> None:
        """Another seat."""
        self.playing = False
        if seat != app.seat:
            perform(app, self, Go("seat", seat))

    # -- the map ------------------------------------------------------------------------------------------------------

    def tray(self, app: "App", view: SeatView) -> Tray:
        """The five instruments; one that this seat cannot begin says whose it is."""
        can = {c.decision.on[0].partition("-")[0] for c in app.choices if c.decision.act in ("start", "step") and c.possible}
        procedures = app.sitting.scenario.procedures
        starts: list[Widget] = []
        for cap, instrument, names in STARTS:
            offered = [procedures[name] for name in names if name in procedures]
            if not offered:
                continue
            able = any(name in can for name in names) or instrument == "domestic"
            starts.append(
                Start(
                    key=f"start {instrument}", text=app.words(f"tray.{instrument}"), icon=ICONS[instrument], cap=cap.upper(),
                    instrument=instrument, enabled=able, tip="" if able else self.whose(app, view, offered),
                    press=partial(self.begin, app, instrument),
                )
            )  # fmt: skip
        return Tray(title=app.words("desk.start"), children=starts)

    @staticmethod
    def whose(app: "App", view: SeatView, offered: list[Any]) -> str:
        """Why this seat cannot begin it: it belongs to others, or there is nothing to ask for yet."""
        seats = {seat for procedure in offered for seat in procedure.started_by}
        if view.seat in seats:
            return app.words("desk.nothing_to_begin")
        return app.words("desk.belongs", seats=", ".join(app.words(f"seat.{s}") for s in view.seats if s in seats))

    def begin(self, app: "App", instrument: str) -> None:
        """The page of what can be begun with an instrument."""
        show(app, Go("start", instrument))

    def map_picture(self, app: "App", view: SeatView, day: float) -> Picture:
        """The map, as something to point at."""
        over = app.part if app.hover == "map" else ""
        model = region.map_model(app, view, self.place, day, self.paper, over)
        self.model = model
        part = over or (self.place if self.focus == "map" else "")
        hint = region.hint_of(app, view, model, part)
        self.picture = Picture(
            key="map", grows=True, draw=lambda b, box: draw_map(b, box, model), words=region.map_words(app, model, hint),
            press=lambda: self.open_place(app), memory=self.made, state=(model, app.settings.flags),
            over=lambda b, box: region.draw_over(b, box, model, hint, part), parts=lambda x, y: self.on_map(app, x, y, pointed),
        )  # fmt: skip
        return self.picture

    def on_map(self, app: "App", x: float, y: float, what: Callable[..., str]) -> str:
        """What of the map is at a logical point."""
        left, top, w, h = self.picture.box
        size = (round((left + w) * app.k) - round(left * app.k), round((top + h) * app.k) - round(top * app.k))
        return what(self.model, size, ((x - left) * app.k, (y - top) * app.k), app.k)

    def map_body(self, app: "App", view: SeatView, day: float) -> Widget:
        """Start tray, map, footnote."""
        rows: list[Widget] = [self.tray(app, view), self.map_picture(app, view, day)]
        for note in app.tell.footnotes():
            label = Label(text=note, role="axis", token="ink3")
            rows.append(Row(widths=(10, -1, 8), gap=0, children=[Space(), label, Space()]))
        rows.append(Space(height=2))
        return Column(gap=3, children=rows)

    def map_panel(self, app: "App", view: SeatView, day: float) -> Panel:
        """The start tray, and the map."""
        return Panel(body=self.map_body(app, view, day), rings=True)

    def open_place(self, app: "App") -> None:
        """A press of the mouse chooses the State or paper under it; Enter, or a second press, opens its rules, or the paper."""
        chosen = self.place
        if app.pointer is not None:
            self.take_place(self.on_map(app, *app.pointer, under))
            if self.place != chosen:
                return
        if self.place in {r.id for r in app.view.requests}:
            show(app, Go("request", self.place))
        elif self.place and self.place != self.model.home:
            show(app, Go("rulebook", f"{self.place} mla"))

    # -- the board, the timeline, the inbox ---------------------------------------------------------------------------

    def panel(
        self, app: "App", view: SeatView, lines: tuple[tuple[Line, str], ...], day: float, leaves: tuple[str, ...]
    ) -> Panel:
        """A panel of leaves: the one that is open, and the tabs to the others."""
        caps = {"map": "M", "inbox": "I", "timeline": "T"} | {name: key.upper() for name, key, _ in LEAVES}
        if self.leaf not in leaves:
            self.leaf = "inbox" if "inbox" in leaves else leaves[0]
        tabs = Tabs(
            children=[
                Tab(key=f"leaf {name}", text=app.words(f"desk.leaf.{name}"), cap=caps[name], selected=name == self.leaf,
                    press=partial(self.turn_to, app, name))
                for name in leaves
            ]
        )  # fmt: skip
        bodies: dict[str, Callable[[], Widget]] = {
            "map": lambda: self.map_body(app, view, day),
            "inbox": lambda: inbox(app, self, view),
            "timeline": lambda: self.timeline_picture(app, view, lines, day, SPANS["folded"]),
        }
        body = bodies[self.leaf]() if self.leaf in bodies else board.leaf(app, self, view)
        return Panel(tabs=tabs, body=body, rings=True)

    def turn_to(self, app: "App", leaf: str) -> None:
        """Another leaf of the board."""
        self.leaf, self.focus, app.dirty = leaf, f"leaf {leaf}", True

    def timeline_picture(
        self, app: "App", view: SeatView, lines: tuple[tuple[Line, str], ...], day: float, span: int
    ) -> Picture:
        """The rows, as something to point at."""
        self.lines = lines

        def draw(brush: Brush, box: tuple[float, float, float, float]) -> None:
            ids = [id for _, id in lines]
            chosen = ids.index(self.paper) if self.paper in ids else -1
            self.top = timeline.top_for(len(lines), chosen, self.top, box[3])
            draw_timeline(brush, box, timeline.timeline_model(app, view, lines, day, self.paper, self.top, span))

        self.strip = Picture(
            key="timeline", grows=True, draw=draw, words=timeline.spoken(app, lines, self.paper),
            press=lambda: self.open_line(app), memory=self.made,
            state=(app.moment, day, self.paper, self.top, span, app.settings.flags),
        )  # fmt: skip
        return self.strip

    def timeline_panel(
        self, app: "App", view: SeatView, lines: tuple[tuple[Line, str], ...], day: float, span: int
    ) -> Panel:
        """When things end."""
        under_way = sum(1 for r in view.requests if not r.ended)
        return Panel(
            title=app.words("desk.timeline"), cap="T", rings=True,
            note=app.words("desk.waiting_for", n=under_way) if under_way else "",
            legend=lambda b, x, y, room: timeline.draw_key(app, b, x, y, room),
            body=self.timeline_picture(app, view, lines, day, span),
        )  # fmt: skip

    def open_line(self, app: "App") -> None:
        """A press of the mouse chooses a row; Enter, or a second press, opens what it is about."""
        ids = [id for _, id in self.lines]
        if app.pointer is not None:
            row = int((app.pointer[1] - self.strip.box[1] - HEAD) // ROW) + self.top
            found = ids[row] if 0 <= row < len(ids) else ""
            if found != self.paper:
                self.paper = found
                return
        if self.paper in {r.id for r in app.view.requests}:
            show(app, Go("request", self.paper))
        elif self.paper in ids:
            evidence(app)
        else:
            show(app, Go("requests"))

    def inbox_panel(self, app: "App", view: SeatView) -> Panel:
        """What came in."""
        fresh = len(view.inbox) - app.fresh_from.get(view.seat, 0)
        note = app.words("desk.unread", n=fresh) if 0 < fresh < len(view.inbox) else ""
        return Panel(title=app.words("page.inbox"), icon="inbox", cap="I", note=note, body=inbox(app, self, view), rings=True)

    # -- keys ---------------------------------------------------------------------------------------------------------

    def arrow(self, app: "App", direction: str) -> bool:
        """On the map, arrows go to the nearest State; on the timeline, to the next row."""
        if self.focus == "map":
            return self.to_state(app, direction)
        if self.focus == "timeline" and direction in ("up", "down"):
            return self.to_line(app, 1 if direction == "down" else -1)
        return False

    def to_state(self, app: "App", direction: str) -> bool:
        """The nearest State or paper in a direction; False at the edge, so that the focus can leave."""
        there = nearest(self.model, self.place or self.model.home, direction)
        if there == self.place or (not self.place and there == self.model.home):
            return False
        self.take_place(there)
        app.dirty = True
        return True

    def take_place(self, place: str) -> None:
        """A State or a paper is chosen on the map; a paper in the other panels, too."""
        self.place = place
        self.paper = place if any(arc.label == place for arc in self.model.arcs) else self.paper

    def to_line(self, app: "App", by: int) -> bool:
        """The next row of the timeline; False at the ends."""
        ids = [id for _, id in self.lines]
        here = ids.index(self.paper) + by if self.paper in ids else 0 if by > 0 else -1
        if not 0 <= here < len(ids):
            return False
        self.paper, app.dirty = ids[here], True
        return True

    def keys(self, app: "App") -> dict[str, Callable[[], None]]:
        """The clock, the seats, the panels, the decisions by number."""
        view = app.view
        cards = [each for each in app.able() if isinstance(each, Card) and each.number]
        found = {each.number: (lambda each=each: app.press(each)) for each in cards}
        seats = {f"f{n}": (lambda s=seat: self.sit(app, s)) for n, seat in enumerate(view.seats, 1)}
        starts = {cap: (lambda i=instrument: self.start_by_key(app, i)) for cap, instrument, _ in STARTS}
        week = date.fromordinal(view.today + timedelta(weeks=1).days).isoformat()
        leaves = {key: (lambda n=name, p=page: self.leaf_or_page(app, n, p)) for name, key, page in LEAVES}
        return {
            **going(app),
            **starts,
            **leaves,
            **found,
            **seats,
            "space": lambda: self.wait(app, "something"),
            ".": lambda: self.wait(app, "day"),
            "w": lambda: self.wait(app, week),
            "d": lambda: self.ask_day(app),
            "p": lambda: self.toggle(app),
            "shift p": lambda: self.faster(app),
            "m": lambda: self.to(app, "map"),
            "t": lambda: self.to(app, "timeline"),
            "i": lambda: self.to_inbox(app),
            "q": lambda: perform(app, self, Leave()),
        }

    def ask_day(self, app: "App") -> None:
        """The sheet of the month, to take the day that is waited for."""
        self.focus = "wait date"
        button = app.focused()
        if button is not None:
            app.press(button)

    def start_by_key(self, app: "App", instrument: str) -> None:
        """What the button of the tray would do, or the reason why it does not."""
        button = next((each for each in app.able() if each.key == f"start {instrument}"), None)
        if button is not None:
            app.press(button)

    def leaf_or_page(self, app: "App", leaf: str, page: str) -> None:
        """A leaf of the board; pressed again, the whole page."""
        if self.leaf == leaf and self.focus.split(" ")[0] in ("leaf", "person", "item", "paper", "ruling"):
            show(app, Go(page))
        else:
            self.turn_to(app, leaf)

    def to_inbox(self, app: "App") -> None:
        """Into the inbox; pressed again, the whole page."""
        first = next((each.key for each in app.able() if each.key.startswith(("beat ", "mail "))), "")
        if self.focus.startswith(("beat ", "mail ")) or not first:
            show(app, Go("inbox"))
        else:
            self.to(app, first)

    def to(self, app: "App", key: str) -> None:
        """The focus to a panel, turning to its leaf where the window is narrow."""
        if key in ("map", "timeline") and not any(each.key == key for each in app.able()):
            self.leaf = key
        self.focus = key
        app.dirty = True

