"""The desk: the clock above, the map, the case board, the timeline, and what has come in."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pygame

from engine import Decision, RequestView, SeatView
from game.pages.page import Go, Leave
from game.window.app import Screen
from game.window.brush import Brush
from game.window.pictures.atlas import Arc, MapModel, draw_map, nearest, under
from game.window.pictures.strips import HEAD, ROW, Bar, Line, TimelineModel, draw_timeline
from game.window.screens.common import Foot, Sheet, TopBar, kept
from game.window.screens.reading import after, evidence, going, perform, show
from game.window.theme import ICONS, SEAT_ICONS, STATE_ICONS, TINTS
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
    from game.window.app import App

WIDE, FOLDED = 1500.0, 1180.0
AHEAD, BEHIND = timedelta(weeks=9).days, timedelta(weeks=2).days
STARTS = (
    ("c", "informal", "informal"),
    ("l", "mla", "mla"),
    ("x", "extradition", "extradition"),
    ("j", "jit", "jit"),
    ("h", "domestic", "measure"),
)


class Desk(Screen):
    """Where a trainee sits."""

    begins_at = ("beat ", "wait something")

    def __init__(self) -> None:
        super().__init__()
        self.board = "people"
        self.place = ""

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """Map and board above, timeline below, inbox at the right."""
        view = app.sitting.play.view(app.seat)
        inbox_width = max(332.0, min(420.0, w * 0.28))
        lines = timeline_lines(app, view)
        low = min(max(120.0, HEAD + ROW * max(3, len(lines)) + 44), 311.0 if w >= WIDE else 272.0)
        upper: Widget
        if w >= FOLDED - 60:
            upper = Row(widths=(-1.38, -1), children=[self.map_panel(app, view), self.board_panel(app, view)])
        else:
            upper = self.board_panel(app, view) if self.board != "map" else self.map_panel(app, view)
        body = Row(
            widths=(-1, inbox_width),
            children=[
                Column(gap=8, children=[Growing(upper), Fixed(low, timeline_panel(app, view, lines))]),
                self.inbox_panel(app, view),
            ],
        )
        foot = Foot(
            keys=[
                ("Tab", app.words("foot.next")),
                ("Space", app.words("wait.something")),
                (".", app.words("wait.day")),
                ("1-9", app.words("foot.choose")),
                ("Shift B", app.words("page.evidence")),
                ("?", app.words("page.help")),
            ],
            note=kept(app),
        )
        return Sheet(bar=self.top(app, view), body=body, foot=foot, notice=app.toast)

    # -- the bar ------------------------------------------------------------------------------------------------------

    def top(self, app: "App", view: SeatView) -> TopBar:
        """Case, date, clock, seats, clocks of the case."""
        left = [
            Button(
                key="wait day",
                text=app.words("wait.day"),
                kind="bar",
                icon="chevron-right",
                cap=".",
                press=lambda: self.wait(app, "day"),
            ),
            Button(
                key="wait something",
                text=app.words("desk.next_event"),
                kind="bar_chosen",
                icon="fast-forward",
                cap="Space",
                press=lambda: self.wait(app, "something"),
            ),
        ]
        for number, seat in enumerate(view.seats, 1):
            mine = seat == view.seat
            waiting = dict(view.elsewhere).get(seat, 0)
            left.append(
                Button(
                    key=f"seat {seat}",
                    text=app.words(f"seat.short.{seat}") if mine else (f"({waiting})" if waiting else ""),
                    kind="bar_chosen" if mine else "bar",
                    icon=SEAT_ICONS[seat],
                    cap=f"F{number}",
                    tip=app.words(f"seat.{seat}"),
                    press=lambda s=seat: self.sit(app, s),
                )
            )
        worst = max((p.danger or 0 for p in view.people if p.role == "victim" and not p.safe), default=0)
        pieces = [
            ("icon", ("triangle-alert", "alert")),
            ("second barT2", app.words("desk.alert_short")),
            ("lamps", (view.alert, "alert")),
            ("icon", ("shield", "danger")),
            ("second barT2", app.words("desk.danger_short")),
            ("lamps", (worst, "danger")),
        ]
        second = (
            f"{app.words.date(view.today)}, {app.words('desk.day_of', day=view.day, of=view.deadline - view.start)}"
        )
        return TopBar(title=view.title, second=second, pieces=pieces, left_buttons=left)

    def wait(self, app: "App", until: str) -> None:
        """Let time pass."""
        if app.decide(Decision(app.seat, "wait", (), {"until": until})):
            after(app)

    def sit(self, app: "App", seat: str) -> None:
        """Another seat."""
        if seat != app.seat:
            perform(app, self, Go("seat", seat))

    # -- panels -------------------------------------------------------------------------------------------------------

    def map_panel(self, app: "App", view: SeatView) -> Panel:
        """The start tray, and the map."""
        model = map_model(app, view, self.place)
        known = {
            choice.decision.on[0] for choice in app.sitting.play.choices(app.seat) if choice.decision.act == "start"
        }
        tray: list[Widget] = []
        for cap, instrument, procedure in STARTS:
            if procedure in known or instrument == "domestic":
                tray.append(
                    Button(
                        key=f"start {instrument}",
                        text=app.words(f"tray.{instrument}"),
                        icon=ICONS[instrument],
                        token=instrument,
                        cap=cap.upper(),
                        press=lambda: show(app, Go("start")),
                    )
                )
        picture = Picture(
            key="map",
            grows=True,
            draw=lambda b, box: draw_map(b, box, model),
            words=map_words(app, model),
            press=lambda: self.open_place(app),
        )
        self.model, self.picture = model, picture
        note = "; ".join(note for note in app.tell.footnotes())
        rows: list[Widget] = [
            Space(height=1),
            Row(widths=(6, -1, 6), gap=0, children=[Space(), Flow(gap=6, children=tray), Space()]),
            picture,
        ]
        if note:
            rows.append(
                Row(
                    widths=(8, -1, 8),
                    gap=0,
                    children=[Space(), Label(text=note, role="axis", token="ink3", most=2), Space()],
                )
            )
        return Panel(body=Column(gap=5, children=rows))

    def open_place(self, app: "App") -> None:
        """Press on the map: choose the State under the mouse, or open what there is for the one chosen."""
        x, y, w, h = self.picture.box
        if pygame.mouse.get_pressed()[0] if pygame.display.get_init() and app.window else False:
            px, py = pygame.mouse.get_pos()
            size = (round((x + w) * app.k) - round(x * app.k), round((y + h) * app.k) - round(y * app.k))
            self.place = under(self.model, size, (px - x * app.k, py - y * app.k), app.k)
        if self.place and self.place != self.model.home:
            show(app, Go("rulebook", f"{self.place} mla"))

    def arrow(self, app: "App", direction: str) -> bool:
        """On the map, arrows go to the nearest State."""
        if self.focus != "map":
            return False
        there = nearest(self.model, self.place or self.model.home, direction)
        if there == self.place or (not self.place and there == self.model.home):
            return False
        self.place = there
        app.dirty = True
        return True

    def board_panel(self, app: "App", view: SeatView) -> Panel:
        """People and evidence, as the file has them."""
        tell, words = app.tell, app.words
        rows: list[Widget] = []
        for role, title in (("suspect", "board.suspects"), ("victim", "board.victims")):
            people = [p for p in view.people if p.role == role]
            rows.append(section(words(title), str(len(people))))
            for p in people:
                where = (
                    words("person.custody", country=tell.country(p.custody))
                    if p.custody
                    else words("person.fled")
                    if p.fled
                    else tell.country(p.believed)
                )
                pieces: list[Any] = [
                    ("chip", (p.id, "ink2", "sunken")),
                    ("body ink", p.name.split(" ")[0] if role == "victim" else p.name),
                    *[("flag", n) for n in p.nationality[:2]],
                    ("second ink3", where),
                ]
                if role == "victim":
                    pieces += (
                        [("icon", ("shield", "adm")), ("second adm", words("person.safe"))]
                        if p.safe
                        else [("lamps", (p.danger or 0, "exc"))]
                    )
                elif p.custody:
                    pieces.append(("icon", ("lock", "ink2")))
                rows.append(card(f"person {p.id}", pieces, lambda: show(app, Go("casefile"))))
        admitted = sum(1 for i in view.items if i.verdict == "admitted")
        rows.append(section(words("page.evidence"), words("board.admitted", n=len(view.items), admitted=admitted)))
        for i in sorted(view.items, key=lambda i: (i.status == "held", i.lost, i.perishes or 10**9)):
            verdict = "lost" if i.lost else i.verdict
            token, tint = TINTS[verdict]
            left = (
                ""
                if i.status == "held" or i.lost or not i.perishes or (i.kept_until or 0) > i.perishes
                else words("board.left", days=i.perishes - view.today)
            )
            pieces = [
                ("chip", (i.id, "ink2", "sunken")),
                ("flag", i.country),
                ("icon", (STATE_ICONS[verdict], token)),
                ("chip", (words(f"verdict.{verdict}"), token, tint)),
                *([("second per", left)] if left else []),
                ("body ink", i.title),
            ]
            rows.append(card(f"item {i.id}", pieces, lambda: evidence(app)))
        body = Scroll(key="board", body=Column(gap=0, children=rows), at=self.scrolls, pad=8)
        return Panel(title=words("desk.board"), cap="B", body=body)

    def inbox_panel(self, app: "App", view: SeatView) -> Panel:
        """What waits for a decision, then what came in, latest first."""
        words, tell = app.words, app.tell
        rows: list[Widget] = []
        number = 0
        for beat in view.beats:
            number += 1
            due = (
                [("icon", ("hourglass", "per")), ("label per", words("beat.by", date=words.date(beat.by)))]
                if beat.by
                else [("icon", ("gavel", "per")), ("label per", words("page.decisions"))]
            )
            inner = Column(
                gap=3,
                children=[
                    Rich(pieces=due),
                    Label(text=beat.title or beat.id, role="card"),
                    Label(text=" ".join(beat.text.split()), role="second", token="ink2", most=2),
                ],
            )
            rows.append(
                Card(
                    key=f"beat {beat.id}",
                    number=str(number),
                    fill="perB",
                    border="per",
                    pad=9,
                    body=inner,
                    press=lambda b=beat.id: show(app, Go("beat", b)),
                )
            )
        for request in view.requests:
            if request.acts:
                number += 1
                why = "; ".join(words(f"reason.{r}") for r in request.returned_for) or words(f"stage.{request.stage}")
                inner = Column(
                    gap=3,
                    children=[
                        Rich(
                            pieces=[
                                ("icon", (ICONS[request.instrument], "per")),
                                ("flag", request.country),
                                ("label per", words(f"procedure.{request.procedure}")),
                            ]
                        ),
                        Label(text=why, role="second", token="ink2", most=2),
                    ],
                )
                if request.stage in ("returned", "arrested", "operating", "delivered", "released"):
                    rows.append(
                        Card(
                            key=f"paper {request.id}",
                            number=str(number),
                            fill="perB",
                            border="per",
                            pad=9,
                            body=inner,
                            press=lambda r=request.id: show(app, Go("request", r)),
                        )
                    )
                else:
                    number -= 1
        for seat, count in view.elsewhere:
            rows.append(
                Card(
                    key=f"elsewhere {seat}",
                    pad=8,
                    border="line2",
                    body=Rich(
                        pieces=[
                            ("icon", (SEAT_ICONS[seat], "ink2")),
                            ("second ink2", words("desk.elsewhere", seat=words(f"seat.{seat}"), n=count)),
                        ]
                    ),
                    press=lambda s=seat: self.sit(app, s),
                )
            )
        if not rows:
            rows.append(Label(text=words("desk.nothing"), token="ink3"))
        for n, outcome in enumerate(reversed([o for o in view.inbox if o.kind not in ("stage", "chosen")])):
            if n >= 60:
                break
            sender = outcome.get("sender") or ""
            text = tell.outcome(outcome)
            source = f" [{tell.cite(outcome.source)}]" if outcome.source else ""
            head: list[Any] = [("second ink3", words.date(outcome.day)), *([("second ink2", sender)] if sender else [])]
            rows.append(
                Card(
                    key=f"mail {len(view.inbox) - n}",
                    pad=7,
                    border="line",
                    ring_inside=True,
                    body=Column(
                        gap=1, children=[Rich(pieces=head, height=16), Label(text=text + source, role="body", most=3)]
                    ),
                    press=lambda: show(app, Go("inbox")),
                )
            )
        body = Scroll(key="inbox", body=Column(gap=6, children=rows), at=self.scrolls, pad=9)
        return Panel(
            title=words("page.inbox"), icon="inbox", cap="I", note=words("desk.waiting", n=len(view.beats)), body=body
        )

    # -- keys ---------------------------------------------------------------------------------------------------------

    def keys(self, app: "App") -> dict[str, Callable[[], None]]:
        """The clock, the seats, the pages, the decisions by number."""
        view = app.sitting.play.view(app.seat)
        cards = [each for each in app.able() if isinstance(each, Card) and each.number]
        found = {each.number: (lambda each=each: app.press(each)) for each in cards}
        seats = {f"f{n}": (lambda s=seat: self.sit(app, s)) for n, seat in enumerate(view.seats, 1)}
        starts = {cap: (lambda: show(app, Go("start"))) for cap, _, _ in STARTS}
        week = date.fromordinal(view.today + timedelta(weeks=1).days).isoformat()
        return {
            **going(app),
            **starts,
            **found,
            **seats,
            "space": lambda: self.wait(app, "something"),
            ".": lambda: self.wait(app, "day"),
            "w": lambda: self.wait(app, week),
            "m": lambda: self.to(app, "map"),
            "q": lambda: perform(app, self, Leave()),
        }

    def to(self, app: "App", key: str) -> None:
        """The focus to a panel."""
        self.focus = key
        app.dirty = True


def section(title: str, note: str) -> Widget:
    """A head inside the board."""
    return Rich(pieces=[("label ink2", title), ("right", (note, "second", "ink3"))], height=22)


def card(key: str, pieces: list[Any], press: Callable[[], None]) -> Card:
    """A row of the board."""
    return Card(key=key, pad=4, flat=True, ring_inside=True, fill="panel", body=Rich(pieces=pieces), press=press)


def share(app: "App", request: RequestView, today: int) -> float:
    """How far a paper is on its way, by its stages and the usual time of the one it is at."""
    if request.ended:
        return 1.0
    stages = max(
        3, sum(1 for s in app.sitting.scenario.procedures[request.procedure].stages.values() if s.takes and not s.ends)
    )
    within = 0.0
    if request.usual_until and request.usual_until > request.since:
        within = min(1.0, (today - request.since) / (request.usual_until - request.since))
    return min(0.94, (len(request.history) - 1 + within) / (stages + 1))


def state_of(request: RequestView) -> str:
    """What the token on the map shows."""
    if request.stage in ("returned", "supplementing"):
        return "returned"
    if request.ground or request.stage in ("refused", "declined", "not_bound", "empty", "silent", "noted", "closed"):
        return "refused"
    return "answered" if request.ended else "travelling"


def map_model(app: "App", view: SeatView, selected: str) -> MapModel:
    """What the map shows: the papers that are under way, and those answered lately."""
    law = app.sitting.scenario.law
    ids = (view.home, *view.countries)
    places = {c: law.country(c).place for c in ids}
    names = {c: app.tell.country(c).replace(" (UNSCR 1244)", "") for c in ids}
    shown = [r for r in view.requests if r.country != view.home and (not r.ended or view.today - r.since <= BEHIND)][
        -12:
    ]
    arcs = tuple(Arc(r.country, r.instrument, share(app, r, view.today), state_of(r), r.id) for r in shown)
    return MapModel(
        view.home, view.countries, {c: p for c, p in places.items() if p is not None}, names, arcs, selected
    )


def map_words(app: "App", model: MapModel) -> str:
    """The map in words."""
    under_way = "; ".join(
        f"{model.names[a.country]}, {app.words('instrument.' + a.instrument)}, {a.state}" for a in model.arcs
    )
    here = f"{model.names[model.selected]}. " if model.selected else ""
    return f"{here}{app.words('desk.map', home=model.names[model.home])} {under_way or app.words('desk.map_quiet')}"


def timeline_lines(app: "App", view: SeatView) -> tuple[tuple[Line, str], ...]:
    """The rows of the timeline: papers, then what perishes."""
    words = app.words
    rows: list[tuple[int, Line, str]] = []
    for r in view.requests:
        if r.ended and view.today - r.since > AHEAD:
            continue
        bars = []
        for (stage, day), following in zip(r.history, [*r.history[1:], None], strict=True):
            end = following[1] if following else (day if r.ended else view.today)
            if end > day or not r.ended:
                bars.append(Bar(day, max(end, day + 1), words(f"stage.{stage}"), True, stage == "returned"))
        if not r.ended and r.usual_until and r.usual_until > view.today:
            bars.append(Bar(view.today, r.usual_until, words(f"stage.{r.stage}"), False))
        limits = tuple(
            (day, words(f"date.{kind}"))
            for day, kind in ((r.may_end, "may_end"), (r.must_end, "must_end"))
            if day and not r.ended
        )
        name = ", ".join(r.about) if len(r.about) > 1 else app.tell.names(r.about) or words(f"procedure.{r.procedure}")
        rows.append(
            (
                0 if not r.ended else 1,
                Line(ICONS[r.instrument], r.country, name, r.instrument, tuple(bars), limits),
                f"request {r.id}",
            )
        )
    for i in view.items:
        if i.perishes and i.status != "held" and not i.lost and view.today <= i.perishes:
            until = max(i.perishes, i.kept_until or 0)
            until = min(until, view.deadline)
            rows.append(
                (
                    2,
                    Line(
                        "hourglass",
                        i.country,
                        f"{i.id} {i.title}",
                        "per",
                        (Bar(view.start, until, words("date.perishes_short"), False),),
                        ((until, words("date.kept" if (i.kept_until or 0) >= i.perishes else "date.perishes_short")),),
                    ),
                    "evidence",
                )
            )
    rows.sort(key=lambda row: row[0])
    return tuple((line, key) for _, line, key in rows)


def timeline_panel(app: "App", view: SeatView, lines: tuple[tuple[Line, str], ...]) -> Panel:
    """When things end."""
    first = max(view.start - 3, view.today - BEHIND)
    model = TimelineModel(
        first, min(view.deadline + 3, first + AHEAD + BEHIND), view.today, tuple(line for line, _ in lines)
    )
    spoken = ". ".join(
        line.name
        + (": " + ", ".join(f"{text} {app.words.date(day)}" for day, text in line.limits) if line.limits else "")
        for line, _ in lines
    )
    picture = Picture(
        key="timeline",
        grows=True,
        draw=lambda b, box: draw_timeline(b, box, model),
        words=spoken or app.words("desk.quiet_line"),
        press=lambda: show(app, Go("requests")),
    )
    under_way = sum(1 for r in view.requests if not r.ended)
    return Panel(
        title=app.words("desk.timeline"), cap="R", note=app.words("desk.waiting_for", n=under_way), body=picture
    )
