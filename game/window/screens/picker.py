"""The cases, and the plays that can be gone on with."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from engine import Scenario, Unreadable, load_scenario
from game import saves
from game.places import scenario_ids
from game.session import begin, resume
from game.window.app import Screen
from game.window.brush import Brush
from game.window.editor import Field
from game.window.pictures.atlas import draw_map
from game.window.pictures.chart import Arc, MapModel
from game.window.pictures.land import land_of
from game.window.screens.common import Foot, Sheet, TopBar
from game.window.screens.opening import Opening, Terms
from game.window.segments import Segments
from game.window.theme import ICONS
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
from game.window.writing import Writing
from game.words import load_words

if TYPE_CHECKING:
    from game.window.app import App

MOST_LOGS = 40
CARD, NARROW, LOW, LEAST_ABOUT, LEAST_MAP, TALL = 268.0, 900.0, 480.0, 190.0, 56.0, 620.0
A_MOMENT = 0.012
"""So many seconds of reading at most between two pictures, where the steps are small enough."""
EASY = 2
"""Up to this level a case is for beginners."""
FILTERS = ("all", "beginner", "jit", "extradition")
ORDER = ("informal", "mla", "extradition", "jit")


class Picker(Screen):
    """The first screen."""

    def __init__(self, app: "App") -> None:
        super().__init__()
        app.words = load_words(app.words.language)  # a case that was left may have had words of its own
        self.cases: list[Scenario] = []
        self.broken: list[Unreadable] = []
        self.logs: list[saves.Summary] = []
        self.chosen, self.wanted, self.mode = "", "all", app.mode
        self.find, self.terms = Writing(), Terms(player=Writing(app.player))
        self.made: dict[str, Any] = {}
        self.waiting = scenario_ids(app.scenarios) if app.scenarios.is_dir() else []
        self.steps: Iterator[None] | None = self.reading(app)

    # -- what there is, read while the window is shown already ----------------------------------------------------------

    def reading(self, app: "App") -> Iterator[None]:
        """Case by case, then the plays that are kept; after each step there may be a picture."""
        while self.waiting:
            self.read(app, self.waiting[0])
            yield
        for log in islice(saves.list_logs(app.saves), MOST_LOGS):
            self.logs.append(log)
            yield

    def read(self, app: "App", id: str) -> None:
        """One case, or what is wrong with it."""
        self.waiting.remove(id)
        try:
            self.cases.append(load_scenario(app.scenarios, id))
        except Unreadable as error:
            self.broken.append(error)
        self.cases.sort(key=lambda s: (s.level, s.id))

    def tick(self, app: "App", passed_ms: int) -> bool:
        """Read on for a moment; answers whether there was anything left to read."""
        if self.steps is None:
            return False
        began = perf_counter()
        for _ in self.steps:
            if perf_counter() - began > A_MOMENT:
                return True
        self.steps, self.chosen, self.focus = None, "", ""
        return True

    def hurry(self, app: "App") -> None:
        """A key or a press means what is there when all is read: it waits for that."""
        while self.tick(app, 0):
            app.drawn = None

    # -- the picture ----------------------------------------------------------------------------------------------------

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """Cards at the left, the case chosen at the right; below one another where the window is narrow."""
        shown = self.shown()
        if self.chosen not in {s.id for s in shown}:
            self.chosen = shown[0].id if shown else ""
        scenario = next((s for s in shown if s.id == self.chosen and self.steps is None), None)
        side = min(448.0, w * 0.36)
        if w < NARROW and h < LOW and scenario is not None:
            ways = Column(gap=6, children=[Space(height=1), self.doors(app, scenario)[1], Space(height=1)])
            doors = Panel(fill="card", grows=False, body=ways)
            body: Widget = Column(gap=8, children=[Growing(self.left(app, w - 16, h, shown)), doors])
        elif w < NARROW:
            about = Fixed(max(h * 0.42, min(LEAST_ABOUT, h * 0.6)), self.about(app, scenario, False))
            body = Column(gap=8, children=[Growing(self.left(app, w - 16, h, shown)), about])
        else:
            body = Row(widths=(-1, side), gap=10, children=[self.left(app, w - side - 26, h, shown), self.about(app, scenario, h >= TALL)])
        foot = Foot(
            keys=[("1-9", app.words("foot.choose")), ("Tab", app.words("foot.next")), ("Enter", app.words("foot.open")),
                  ("/", app.words("picker.find")), ("F10", app.words("settings.title")), ("Esc", app.words("page.quit"))],
            note=app.words("app.invented"),
        )  # fmt: skip
        return Sheet(bar=self.bar(app), body=body, foot=foot, notice=app.toast)

    def shown(self) -> list[Scenario]:
        """The cases that pass the filter and hold what is looked for."""
        text = self.find.text.casefold().strip()
        return [s for s in self.cases if self.passes(s) and (not text or text in self.spoken(s))]

    def passes(self, s: Scenario) -> bool:
        """Does a case pass the filter?"""
        if self.wanted == "beginner":
            return s.level <= EASY
        return self.wanted == "all" or self.wanted in instruments(s)

    @staticmethod
    def spoken(s: Scenario) -> str:
        """What is searched for a text."""
        names = (s.law.country(c).name for c in (s.home, *s.countries))
        return " ".join((s.id, s.title, s.briefing, *s.aims, *names)).casefold()

    def bar(self, app: "App") -> TopBar:
        """The name, and what suits the eye."""
        words = app.words
        return TopBar(
            title=words("app.name"), second=words("app.tagline"),
            buttons=[
                Button(key="theme", text=words("picker.theme"), kind="bar", icon="eye", cap="Ctrl K", press=app.other_theme),
                Button(key="larger", text=f"{app.text_scale} %", kind="bar", cap="+", press=lambda: app.zoom(1)),
                Button(key="settings", text=words("settings.title"), kind="bar", icon="settings", cap="F10", press=app.to_settings),
            ],
        )  # fmt: skip

    def left(self, app: "App", w: float, h: float, shown: list[Scenario]) -> Widget:
        """Filter and find, the cards, what cannot be read, the plays that are kept."""
        columns = max(1, min(4, int(w // CARD), max(2, len(shown) + len(self.waiting))))
        high = max(LEAST_MAP, min(104.0 if columns > 2 else 168.0, (h - LOW / 2) * 0.3))
        cards: list[Widget] = [self.card(app, s, number, high) for number, s in enumerate(shown, 1)]
        cards += [self.unread(app, id, high) for id in self.waiting]
        rows: list[Widget] = []
        for start in range(0, len(cards), columns):
            group = cards[start : start + columns]
            spare = [Space() for _ in range(columns - len(group))]
            rows.append(Row(widths=[-1.0] * columns, gap=12, even=True, children=[*group, *spare]))
        if not rows and self.steps is None:
            rows.append(Label(text=app.words("picker.nothing" if self.cases else "picker.none", folder=app.scenarios)))
        rows += [self.unreadable(app, error) for error in self.broken]
        if self.logs:
            rows += [Space(height=6), Label(text=app.words("picker.logs"), role="card")]
            rows += [self.log(app, each) for each in self.logs]
        if w < NARROW * 0.8:
            rows.insert(0, self.head(app, w))
        body = Scroll(key="cases", body=Column(gap=12, children=rows), at=self.scrolls, pad=14)
        return Panel(body=body if w < NARROW * 0.8 else Column(gap=0, children=[self.head(app, w), body]))

    def head(self, app: "App", w: float) -> Widget:
        """Title, filter, find."""
        words = app.words
        options = [(name, words(f"picker.filter.{name}")) for name in FILTERS]
        choice = Segments(key="filter", name=words("picker.filter"), options=options, chosen=self.wanted, pick=self.pick)
        find = Field(key="find", writing=self.find, hint=words("picker.find"), press=lambda: None)
        title = Label(text=words("picker.title"), role="screen")
        if w < CARD * 2.6:
            return Column(gap=6, pad=12, children=[title, choice, find])
        level: list[Widget] = [Column(gap=0, children=[Space(height=low), each]) for low, each in ((4, title), (0, choice), (1, find))]
        return Column(pad=12, children=[Row(widths=(-1, -1.75, -0.7), gap=12, children=level)])

    def pick(self, name: str) -> None:
        """Another filter."""
        self.wanted = name

    @staticmethod
    def unread(app: "App", id: str, high: float) -> Card:
        """The place of a case that is being read."""
        pieces = [("icon", ("folder", "ink3")), ("card ink2", id), ("end words", (app.words("picker.reading"), "ink3"))]
        return Card(body=Column(gap=5, children=[Space(height=high), Rich(pieces=pieces, height=24)]), border="line")

    def unreadable(self, app: "App", error: Unreadable) -> Card:
        """A case that cannot be read, with its first mistakes; the rest works."""
        head = Rich(pieces=[("icon", ("triangle-alert", "exc")), ("label exc", app.words("picker.broken", n=len(error.errors)))])
        said = [Label(text=str(each), role="second", token="ink2", most=2) for each in error.errors[:4]]
        return Card(
            key=f"broken {error.errors[0].file}", border="exc", body=Column(gap=3, children=[head, *said]),
            press=lambda: app.fail_softly(app.words("picker.broken", n=len(error.errors)), [str(each) for each in error.errors]),
        )  # fmt: skip

    def best(self, s: Scenario) -> int | None:
        """The best score of the plays that are kept."""
        return max((log.score for log in self.logs if log.scenario == s.id and log.score is not None), default=None)

    def card(self, app: "App", s: Scenario, number: int, high: float) -> Card:
        """One case: where, what it is called, whom one deals with, what one learns, how long, how hard."""
        words, best = app.words, self.best(s)
        aims = [Rich(pieces=[("icon", ("target", "ink3")), ("second ink2", aim)]) for aim in s.aims[:3]]
        tools: list[tuple[str, Any]] = [("icon", (ICONS[name], name)) for name in instruments(s)]
        score = words("picker.best", score=best) if best is not None else words("picker.new")
        inner = Column(
            gap=5,
            children=[
                case_map(s, high, self.made, f"card {s.id}"),
                Rich(pieces=[("card ink", s.title), ("end cap", str(number))], height=24),
                Rich(pieces=[("second ink2", words("picker.from", home=app_name(s, s.home), date=words.date(s.start))),
                             ("end words", (words("picker.level_of", n=s.level), "ink3"))]),
                Codes(codes=(s.home, *s.countries)),
                *aims,
                Space(height=3, line=True),
                Rich(pieces=[("lamps", (s.level, "pri")), ("icon", ("clock", "ink2")),
                             ("second ink2", words("picker.minutes", n=s.minutes)), *tools, ("end words", (score, "ink2"))]),
            ],
        )  # fmt: skip
        return Card(
            key=f"first case {s.id}" if s.id == self.chosen else f"case {s.id}", body=inner, selected=s.id == self.chosen,
            words=s.title, press=lambda: self.choose(app, s.id),
        )  # fmt: skip

    def choose(self, app: "App", id: str) -> None:
        """Look at a case; the same one again begins it."""
        if self.chosen == id:
            self.begin(app, id, None)
        self.chosen = id
        self.focus = f"first case {id}"
        app.dirty = True

    def log(self, app: "App", found: saves.Summary) -> Card:
        """A play that is kept."""
        if found.trouble is not None:
            text = app.words(found.trouble, path=found.path.name, why="")
            return Card(
                key=f"log {found.path.name}",
                pad=8,
                border="exc",
                body=Rich(pieces=[("icon", ("triangle-alert", "exc")), ("second exc", text)]),
                press=lambda: self.resume(app, found.path),
            )
        title = next((s.title for s in self.cases if s.id == found.scenario), found.scenario)
        state = (
            app.words("picker.over", score=found.score)
            if found.score is not None
            else app.words("picker.resume", n=found.rows)
        )
        pieces: list[tuple[str, Any]] = [
            ("icon", ("file-text", "ink2")),
            ("label ink", title),
            ("second ink3", found.player),
            ("second ink3", found.started[:16].replace("T", " ")),
            ("right", (state, "second", "ink2")),
        ]
        return Card(
            key=f"log {found.path.name}",
            pad=8,
            border="line2",
            body=Rich(pieces=pieces),
            press=lambda: self.resume(app, found.path),
        )

    def about(self, app: "App", s: Scenario | None, pictured: bool) -> Panel:
        """The case chosen: where, its briefing, its aims, and the buttons."""
        words = app.words
        if s is None:
            said = words("picker.nothing" if self.steps is None else "picker.reading_all")
            return Panel(fill="card", body=Column(pad=20, children=[Label(text=said, token="ink2")]))
        start = words.date(s.start)
        when = words("picker.when", home=app_name(s, s.home), date=start, days=s.deadline - s.start)
        rows: list[Widget] = [case_map(s, 150, self.made, f"side {s.id}")] if pictured else []
        rows += [Label(text=s.title, role="big"), Label(text=when, role="second", token="ink3")]
        rows += [Label(text=" ".join(part.split()), role="letter", gap=4) for part in s.briefing.strip().split("\n\n")]
        rows.append(Codes(codes=(s.home, *s.countries), names={c: app_name(s, c) for c in (s.home, *s.countries)}))
        rows += [*aim_rows(app, s), *footnotes(s)]
        scroll = Scroll(key="about", body=Column(gap=7, children=rows), at=self.scrolls, pad=18)
        told = [framed(self.facts(app, s))] if pictured else []
        if not pictured:
            rows.insert(2, self.facts(app, s))
        return Panel(fill="card", body=Column(gap=6, children=[scroll, *told, *self.doors(app, s), Space(height=4)]))

    def facts(self, app: "App", s: Scenario) -> Widget:
        """Best score, seats, luck: each with its name over it."""
        words, best, luck = app.words, self.best(s), self.terms.luck.text.strip()
        seats = self.terms.seats(s)
        held = words("picker.all_seats", n=len(seats)) if seats == s.seats else words("picker.some_seats", n=len(seats), of=len(s.seats))
        shown = (
            ("score", words("debrief.of", points=best, weight=100) if best is not None else words("picker.new")),
            ("seats", held),
            ("luck", words("picker.seed", seed=luck) if luck else words("picker.fresh_luck")),
        )
        cells: list[Widget] = [
            Column(gap=0, children=[Label(text=words(f"picker.fact.{name}"), role="axis", token="ink3"), Label(text=value, role="label")])
            for name, value in shown
        ]
        return Card(body=Row(widths=(-1, -1, -1.1), gap=10, children=cells), border="line", pad=8)

    def doors(self, app: "App", s: Scenario) -> list[Widget]:
        """Practice or assessed; open the file; go on where it was left."""
        words = app.words
        modes = [(name, words(f"picker.mode.{name}")) for name in ("practice", "assessed")]
        mode = Segments(key="mode", name=words("picker.mode"), options=modes, chosen=app.mode, pick=lambda v: setattr(app, "mode", v))
        buttons: list[Widget] = [
            Button(key="begin", text=words("picker.begin"), kind="primary", icon="folder", cap="Enter", height=36,
                   press=lambda: self.begin(app, s.id, None))
        ]  # fmt: skip
        if (left := self.unfinished(s)) is not None:
            buttons.append(
                Button(key="go on", text=go_on_words(app, s, left), icon="history", cap="R", height=36,
                       press=lambda: self.resume(app, left.path))
            )  # fmt: skip
        buttons.append(Button(key="how", text=words("picker.how"), icon="settings", cap="O", height=36, press=lambda: self.how(app)))
        return [framed(mode), framed(Flow(children=buttons))]

    def unfinished(self, s: Scenario) -> saves.Summary | None:
        """The newest play of a case that is not over."""
        found = [g for g in self.logs if g.scenario == s.id and g.trouble is None and g.score is None and g.rows]
        return max(found, key=lambda g: g.started, default=None)

    # -- acts -----------------------------------------------------------------------------------------------------------

    def begin(self, app: "App", id: str, seed: int | None) -> None:
        """A new play, at its briefing."""
        from game.window.screens.briefing import Briefing
        from game.window.screens.desk import Desk

        if id in self.waiting:
            self.read(app, id)
        scenario = next((s for s in self.cases if s.id == id), None)
        if scenario is None:
            app.toast = [app.words("picker.unknown", id=id)]
            return
        luck, seats = seed if seed is not None else self.terms.seed(), self.terms.seats(scenario)
        app.player = self.terms.player.text.strip()
        app.sit(begin(scenario, luck, app.saves, mode=app.mode, player=app.player, seats=seats))
        app.seat = seats[0]
        app.reset(self, Desk(), Briefing())

    def how(self, app: "App") -> None:
        """Choose the seats, the mode, the luck, the code."""
        s = next((s for s in self.cases if s.id == self.chosen), None)
        if s is not None:
            app.push(Opening(s, self.terms, lambda: self.begin(app, s.id, None)))

    def resume(self, app: "App", path: Path) -> None:
        """Go on with a play, or read its debrief when it is over."""
        from game.window.screens.debrief import DebriefScreen
        from game.window.screens.desk import Desk

        app.sit(resume(path))
        app.seat = app.sitting.last_seat
        app.reset(self, Desk(), *([DebriefScreen()] if app.sitting.play.is_over else []))

    def keys(self, app: "App") -> dict[str, Callable[[], None]]:
        """Digits look at a case, R goes on with it, the slash finds."""
        shown = self.shown()
        digits = {str(n): (lambda id=s.id: self.look(app, id)) for n, s in enumerate(shown[:9], 1)}
        return {**digits, "/": lambda: self.look(app, ""), "r": lambda: self.go_on(app), "o": lambda: self.how(app)}

    def look(self, app: "App", id: str) -> None:
        """Look at a case, or into the field."""
        self.chosen = id or self.chosen
        self.focus, app.dirty = f"first case {id}" if id else "find", True

    def go_on(self, app: "App") -> None:
        """Go on with the newest play of the case chosen."""
        s = next((s for s in self.cases if s.id == self.chosen), None)
        left = self.unfinished(s) if s is not None else None
        if left is not None:
            self.resume(app, left.path)


def instruments(s: Scenario) -> tuple[str, ...]:
    """The instruments a case offers, in the order of the tray; what is done at home left out."""
    found = {procedure.instrument for procedure in s.procedures.values()}
    return tuple(name for name in ORDER if name in found)


def case_map(s: Scenario, height: float, made: dict[str, Any], key: str) -> Picture:
    """Where it is: home, the States that are asked, the instruments there are, the year."""
    places = {c: p for c in (s.home, *s.countries) if (p := s.law.country(c).place) is not None}
    tools = instruments(s) or ("informal",)
    arcs = tuple(Arc(c, tools[n % len(tools)], 1.0) for n, c in enumerate(s.countries))
    model = MapModel(s.home, s.countries, places, dict.fromkeys(places, ""), arcs, plain=True, land=land_of(s.law.pack))
    year = str(date.fromordinal(s.start).year)

    def draw(brush: Brush, box: tuple[float, float, float, float]) -> None:
        draw_map(brush, box, model)
        wide = brush.width(year, "card") + 16
        brush.box((box[0] + box[2] - wide - 8, box[1] + 8, wide, 26), "card", "line2", 4)
        brush.text(box[0] + box[2] - wide, box[1] + 10, year, "card", "ink")

    return Picture(key="", height=height, draw=draw, memory=made.setdefault(key, {}), state=key)


def aim_rows(app: "App", s: Scenario) -> list[Widget]:
    """What one will be able to do."""
    if not s.aims:
        return []
    each = [Row(widths=(16, -1), gap=6, children=[Rich(pieces=[("icon", ("target", "ink3"))]), Label(text=aim)]) for aim in s.aims]
    return [Label(text=app.words("briefing.aims"), role="label"), *each]


def footnotes(s: Scenario) -> list[Widget]:
    """What must be said with the names of the States."""
    notes = dict.fromkeys(s.law.country(c).footnote for c in (s.home, *s.countries))
    return [Label(text=f"* {note}", role="axis", token="ink3") for note in notes if note]


def go_on_words(app: "App", s: Scenario, left: saves.Summary) -> str:
    """Where a play was left: the day of its last decision."""
    try:
        day = date.fromisoformat(left.last).toordinal() - s.start
    except ValueError:
        return app.words("picker.go_on", n=left.rows)
    return app.words("picker.go_on_day", day=day)


def app_name(s: Scenario, country: str) -> str:
    """The name of a State, with the asterisk of its footnote."""
    found = s.law.country(country)
    return found.name + ("*" if found.footnote else "")


def framed(inner: Widget) -> Widget:
    """With the margins of the panel."""
    return Row(widths=(16, -1, 16), gap=0, children=[Space(), inner, Space()])


@dataclass
class Codes(Widget):
    """States as small chips: flag and code, or flag and name; on as many lines as they need."""

    codes: tuple[str, ...] = ()
    names: dict[str, str] = field(default_factory=dict)

    @property
    def says(self) -> str:
        """Their names or codes."""
        return ", ".join(self.names.get(code, code) for code in self.codes)

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """Chip by chip."""
        at, top = x, y
        self.spots: list[tuple[float, float, float]] = []
        for code in self.codes:
            wide = min(w, brush.width(self.names.get(code, code), "axis") + 34)
            if at > x and at + wide > x + w:
                at, top = x, top + 24
            self.spots.append((at, top, wide))
            at += wide + 5
        self.box = (x, y, w, top + 20 - y)
        return self.box[3]

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Flag, words."""
        for code, (x, y, wide) in zip(self.codes, self.spots, strict=True):
            brush.box((x, y, wide, 20), "panel", "line2", 3)
            brush.flag(x + 6, y + 5, code, 10)
            brush.text(x + 25, y + 3, self.names.get(code, code), "axis", "ink", wide - 28)
