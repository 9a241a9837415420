"""The table of evidence: items by elements, what is proved, what could be, and how an item would reach the court."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from engine import Choice, ItemView, SeatView
from game.pages.desk import choice_offer
from game.pages.page import Go, Offer
from game.window.app import Screen
from game.window.brush import Brush
from game.window.pictures.matrix import ROW, SIGNS, draw_column_of_proof, draw_nothing, draw_sign
from game.window.screens.board import Band
from game.window.screens.common import Foot, Sheet, bar_for, kept
from game.window.screens.reading import going, offer, perform, show
from game.window.screens.region import number_of
from game.window.screens.request import Chain, Station
from game.window.segments import Segments
from game.window.theme import STATE_ICONS, TINTS
from game.window.widgets import GUTTER, Button, Column, Fixed, Growing, Label, Panel, Rich, Row, Scroll, Space, Widget

if TYPE_CHECKING:
    from game.window.app import App

HEAD, PROOF, FOOT = 78.0, 104.0, 34.0
CELL, NAMES, STANDING = 56.0, 300.0, 118.0
SIDE, NARROW = 350.0, 1000.0
SOON = 45
"""An item that is gone within so many days is marked as perishing: a matter of looks, not of law."""
STRONG = 2
ORDER = ("admitted", "weighed", "intelligence", "requested", "perishing", "not_held", "excluded", "lost")


@dataclass(frozen=True, slots=True)
class Head:
    """A column of the table: count and element."""

    count: str
    element: str


def sign_of(view: SeatView, i: ItemView) -> str:
    """What an item is worth today."""
    if i.lost:
        return "lost"
    if i.verdict in ("admitted", "weighed", "excluded"):
        return i.verdict
    if i.status != "held" and i.perishes and i.perishes - view.today <= SOON and (i.kept_until or 0) <= i.perishes:
        return "perishing"
    if i.requests:
        return "requested"
    return "intelligence" if i.verdict == "intelligence" else "not_held"


def bears(i: ItemView, head: Head, suspect: str) -> bool:
    """Does an item speak to an element (against this suspect, where it is proved per suspect)?"""
    return any(
        count == head.count and element == head.element and (not who or not suspect or suspect in who)
        for count, element, who in i.proves
    )


@dataclass
class Line(Widget):
    """A row of the table: item, standing, and a mark for each element it speaks to."""

    item: ItemView | None = None
    sign: str = "not_held"
    heads: tuple[Head, ...] = ()
    suspect: str = ""
    selected: bool = False
    words: str = ""
    note: str = ""
    spoken: str = ""
    room: dict[str, float] = field(default_factory=dict)

    @property
    def says(self) -> str:
        """The item, its standing, and what it speaks to."""
        return self.spoken

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """One row."""
        self.box = (x, y, w, ROW)
        return ROW

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Id, flag, title, standing, marks."""
        assert self.item is not None
        x, y, w, h = self.box
        if self.selected or hover == self.key:
            brush.fill(self.box, "sel" if self.selected else "hov")
        if self.selected:
            brush.fill((x, y, 3, h), "pri")
        brush.line(x, y + h - 1, w)
        names, standing = widths(self.room.get("w", w), len(self.heads))
        brush.text(x + 12, y + 8, self.item.id, "second", "ink2", 30)
        brush.flag(x + 44, y + 11, self.item.country, 11)
        role = "label" if self.selected else "body"
        dim = "ink3" if self.sign in ("excluded", "lost") else "ink"
        brush.text(x + 66, y + 7, self.item.title, role, dim, names - 74)
        icon, token, _ = SIGNS[self.sign]
        brush.icon(x + names, y + 10, icon, 13, token)
        brush.text(x + names + 18, y + 8, self.words, "second", token, standing - 22)
        for number, head in enumerate(self.heads):
            at = x + names + standing + CELL * (number + 0.5)
            if bears(self.item, head, self.suspect):
                draw_sign(brush, at, y + h / 2, self.sign, self.item.strength >= STRONG)
            else:
                draw_nothing(brush, at, y + h / 2)
        if focus == self.key:
            brush.focus(self.box, inside=True)


def widths(w: float, columns: int) -> tuple[float, float]:
    """Room for the names and for the standing, beside so many columns."""
    rest = w - CELL * columns
    standing = STANDING if rest > NAMES + STANDING - 60 else 22.0
    return rest - standing, standing


@dataclass
class Headings(Widget):
    """The counts and their elements above the table."""

    heads: tuple[Head, ...] = ()
    titles: dict[str, str] | None = None
    elements: dict[str, str] | None = None
    labels: tuple[str, str] = ("", "")
    room: dict[str, float] = field(default_factory=dict)

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """A strip; its width less the gutter of the rows is that of all the table."""
        self.room["w"] = w - GUTTER
        self.box = (x, y, w, HEAD)
        return HEAD

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Counts over their columns, elements below them."""
        x, y, w, h = self.box
        names, standing = widths(self.room.get("w", w), len(self.heads))
        left = x + names + standing
        brush.text(x + 12, y + h - 26, self.labels[0], "second", "ink3", names - 20)
        if standing > CELL:
            brush.text(x + names, y + h - 26, self.labels[1], "second", "ink3", standing - 6)
        start = 0
        for number, head in enumerate(self.heads):
            if number == 0 or head.count != self.heads[number - 1].count:
                start = number
            last = number + 1 == len(self.heads) or self.heads[number + 1].count != head.count
            if last:
                self.count(brush, left + CELL * start, y, CELL * (number + 1 - start), head.count, start)
            name = (self.elements or {}).get(head.element, head.element)
            brush.text(left + CELL * number + 2, y + h - 26, name, "second", "ink2", CELL - 4, "centre")
        brush.line(x, y + h - 1, w, "line2")

    def count(self, brush: Brush, x: float, y: float, w: float, count: str, place: int) -> None:
        """The name of one count over its columns, on two lines if it has to be."""
        if place:
            brush.upright(x, y + 6, HEAD - 8, "line2")
        title = (self.titles or {}).get(count, count)
        lines = brush.lines(title, "label", w - 10)
        if len(lines) > 2 or w < CELL * 1.5:
            lines = [count, title.removeprefix(f"{count} ")]
        for number, text in enumerate(lines):
            brush.text(x + 6, y + 6 + 17 * number, text, "label", "ink", w - 8)


@dataclass
class Proved(Widget):
    """The row below: a column of proof for each element, and its word."""

    heads: tuple[Head, ...] = ()
    bars: tuple["Bar", ...] = ()
    needed: int = 6
    told: tuple[str, str, str] = ("", "", "")
    states: dict[str, str] | None = None
    room: dict[str, float] = field(default_factory=dict)

    @property
    def says(self) -> str:
        """Element by element."""
        words = self.states or {}
        return ". ".join(f"{h.count} {h.element}: {words.get(bar.reach, '')}" for h, bar in zip(self.heads, self.bars, strict=True))

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """A strip."""
        self.box = (x, y, w, PROOF)
        return PROOF

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """The columns."""
        x, y, w, _ = self.box
        brush.line(x, y, w, "ctl")
        names, standing = widths(self.room.get("w", w), len(self.heads))
        left = x + names + standing
        for number, text in enumerate(self.told):
            room = names + standing - 24
            brush.text(x + 12, y + 10 + 20 * number, text, "label" if number == 0 else "second", "ink" if number == 0 else "ink3", room)
        for number, bar in enumerate(self.bars):
            at = left + CELL * number
            draw_column_of_proof(brush, (at + CELL / 2 - 16, y + 12, 32, 56), bar.halves, bar.possible, self.needed)
            token = {"proved": "adm", "possible": "ink2", "short": "exc"}[bar.reach]
            brush.text(at, y + 76, (self.states or {}).get(bar.reach, ""), "axis", token, CELL, "centre")


@dataclass(frozen=True, slots=True)
class Bar:
    """How far an element is proved: half points admitted, half points possible, and whether that reaches."""

    halves: int
    possible: int
    reach: str


class Evidence(Screen):
    """Rows are items, columns elements; the foot answers what is proved today."""

    begins_at = ("item ",)

    def __init__(self) -> None:
        super().__init__()
        self.item, self.suspect, self.first = "", "", 0
        self.room: dict[str, float] = {}

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """Table and proof at the left, inspector at the right (below, where the window is narrow)."""
        view, words = app.view, app.words
        if self.item not in {i.id for i in view.items} and view.items:
            self.item = self.sorted(view)[0].id
        suspects = [p.id for p in view.people if p.role == "suspect"]
        self.suspect = self.suspect if self.suspect in suspects else suspects[0] if suspects else ""
        item = next((i for i in view.items if i.id == self.item), None)
        room = w - 16 if w < NARROW else w - SIDE - 26
        heads = self.heads(app, view, room)
        table = Panel(body=self.table(app, view, heads))
        body: Widget
        if w < NARROW:
            parts = [self.chosen_suspect(app, suspects), self.headings(app, heads), *self.lines(app, view, heads),
                     self.proved(app, view, heads), self.legend(app, len(view.items))]  # fmt: skip
            all_of_it = Scroll(key="rows", body=Column(gap=0, children=parts), at=self.scrolls, pad=0)
            side = Scroll(key="inspector", body=Column(gap=6, children=self.about(app, view, item)), at=self.scrolls, pad=12)
            body = Column(gap=8, children=[Growing(Panel(body=all_of_it)), Fixed(h * 0.36, Panel(fill="card", body=side))])
        else:
            about = Column(gap=6, children=self.about(app, view, item))
            side = Panel(fill="card", body=Scroll(key="inspector", body=about, at=self.scrolls, pad=16))
            left = Column(gap=6, children=[self.chosen_suspect(app, suspects), Growing(table)])
            body = Row(widths=(-1, SIDE), gap=10, children=[left, side])
        foot = Foot(
            keys=[("↑ ↓", words("evidence.move")), ("S", words("evidence.next_suspect")), ("1-9", words("foot.choose")),
                  ("E", words("page.ledger")), ("Esc", words("foot.back"))],
            note=kept(app),
        )  # fmt: skip
        ledger = Button(key="ledger", text=words("page.ledger"), kind="bar", icon="scale", cap="E", press=lambda: show(app, Go("ledger")))
        return Sheet(bar=bar_for(app, words("page.evidence"), "", ledger), body=body, foot=foot, notice=app.toast)

    # -- the table ----------------------------------------------------------------------------------------------------

    @staticmethod
    def sorted(view: SeatView) -> list[ItemView]:
        """The items by what they are worth today, then by id as the file has them."""
        return sorted(view.items, key=lambda i: ORDER.index(sign_of(view, i)))

    def heads(self, app: "App", view: SeatView, room: float) -> tuple[Head, ...]:
        """As many columns as there is room for, from the count that is looked at."""
        found = dict.fromkeys(Head(p.count, p.element) for p in view.proofs if p.suspect in (None, self.suspect))
        every = tuple(found)
        fits = max(2, int((room - NAMES + 60) // CELL))
        if len(every) <= fits:
            self.first = 0
        return every[self.first : self.first + fits]

    def chosen_suspect(self, app: "App", suspects: list[str]) -> Widget:
        """Against whom."""
        choice = Segments(key="suspect", name=app.words("evidence.against"), options=[(s, f"{s} {short(app, s)}") for s in suspects],
                          chosen=self.suspect, pick=self.against)  # fmt: skip
        choice.press = lambda: self.press_suspect(app, choice)
        return choice

    def press_suspect(self, app: "App", choice: Segments) -> None:
        """A press of the mouse takes the one under it; Enter the next one."""
        number = choice.cell_at(*app.pointer) if app.pointer is not None else None
        if number is not None:
            self.suspect = choice.options[number][0]
        elif app.pointer is None:
            choice.move(1)

    def against(self, suspect: str) -> None:
        """Another suspect."""
        self.suspect = suspect

    def table(self, app: "App", view: SeatView, heads: tuple[Head, ...]) -> Widget:
        """Headings, rows, proof, legend."""
        head = self.headings(app, heads)
        rows = Scroll(key="rows", body=Column(gap=0, children=self.lines(app, view, heads)), at=self.scrolls, pad=0)
        legend = Fixed(FOOT, self.legend(app, len(view.items)))
        return Column(
            gap=0,
            children=[head, Growing(rows), self.proved(app, view, heads), legend],
        )  # fmt: skip

    def headings(self, app: "App", heads: tuple[Head, ...]) -> Headings:
        """The counts and elements above the rows."""
        counts = app.sitting.scenario.counts
        titles = {id: f"{id} {count.title.split(',')[0]}" for id, count in counts.items()}
        elements = {h.element: app.words(f"element.{h.element}") for h in heads}
        labels = (app.words("page.evidence"), app.words("evidence.standing_here"))
        self.room = {}
        return Headings(heads=heads, titles=titles, elements=elements, labels=labels, room=self.room)

    def lines(self, app: "App", view: SeatView, heads: tuple[Head, ...]) -> list[Widget]:
        """A row an item."""
        found: list[Widget] = []
        for i in self.sorted(view):
            sign = sign_of(view, i)
            word = app.words(f"evidence.sign.{sign}")
            said = ", ".join(f"{c} {app.words('element.' + e)}" for c, e, _ in i.proves)
            spoken = f"{i.id} {i.title}, {app.tell.country(i.country)}: {word}. {said}"
            found.append(
                Line(key=f"item {i.id}", item=i, sign=sign, heads=heads, suspect=self.suspect, selected=i.id == self.item,
                     words=word, room=self.room, spoken=spoken, press=lambda id=i.id: self.look(app, id))
            )  # fmt: skip
        return found

    def proved(self, app: "App", view: SeatView, heads: tuple[Head, ...]) -> Proved:
        """What is proved today, element by element."""
        strength, sources = app.sitting.scenario.proof
        bars = []
        for head in heads:
            p = next(p for p in view.proofs if (p.count, p.element) == (head.count, head.element) and p.suspect in (None, self.suspect))
            enough = p.possible >= 2 * strength and p.possible_sources >= sources
            bars.append(Bar(p.halves, p.possible, "proved" if p.proved else "possible" if enough else "short"))
        told = (app.words("evidence.proof"), app.words("evidence.solid"), app.words("evidence.line", n=strength, of=sources))
        states = {name: app.words(f"evidence.state.{name}") for name in ("proved", "possible", "short")}
        return Proved(heads=heads, bars=tuple(bars), needed=2 * strength, told=told, states=states, room=self.room)

    @staticmethod
    def legend(app: "App", count: int) -> Widget:
        """What the marks mean."""
        pieces: list[tuple[str, Any]] = []
        for sign in ("admitted", "weighed", "intelligence", "requested", "perishing", "not_held", "excluded"):
            pieces += [("icon", SIGNS[sign][:2]), ("second ink2", app.words(f"evidence.sign.{sign}"))]
        pieces.append(("end words", (app.words("evidence.count", n=count), "ink3")))
        return Row(widths=(12, -1, 12), gap=0, children=[Space(), Rich(pieces=pieces, height=FOOT - 2), Space()])

    # -- the inspector ------------------------------------------------------------------------------------------------

    def about(self, app: "App", view: SeatView, i: ItemView | None) -> list[Widget]:
        """One item: what it is, its way to the court, the rule, what can be done."""
        words, tell = app.words, app.tell
        if i is None:
            return [Label(text=words("form.nothing"))]
        verdict = "lost" if i.lost else i.verdict
        token, tint = TINTS[verdict]
        chip = (STATE_ICONS[verdict], words(f"verdict.short.{verdict}"), token, tint, self.left(app, view, i))
        rows: list[Widget] = [
            Rich(pieces=[("flag", i.country), ("chip", (i.id, "ink2", "sunken")), ("end chip", chip)], height=22),
            Label(text=i.title, role="card"),
            Label(text=f"{tell.country(i.country)}, {tell.scenario.law.evidence_kinds[i.kind].title}", role="second", token="ink3"),
        ]
        if i.tells:
            rows.append(Label(text=i.tells, role="quote", token="ink2"))
        rows += [Band(words("evidence.way"), ""), Chain(stations=self.way(app, view, i), token="intl")]
        if i.source:
            source = tell.source(i.source)
            rows.append(Band(words("evidence.rule"), ""))
            if source is not None and source.says:
                rows.append(Label(text=source.says, role="letter"))
            rows.append(Label(text=tell.cite(i.source), role="second", token="ink3"))
        rows += self.acts(app, i)
        proves = ", ".join(f"{c} {words('element.' + e)}" + (f" ({', '.join(who)})" if who else "") for c, e, who in i.proves)
        told = words("evidence.proves", what=proves or "-", strength=i.strength)
        rows += [Space(height=4, line=True), Label(text=told, role="second", token="ink2")]
        return rows

    @staticmethod
    def left(app: "App", view: SeatView, i: ItemView) -> str:
        """How many days it lasts, or nothing."""
        until = max(i.perishes or 0, i.kept_until or 0)
        if i.status == "held" or i.lost or not i.perishes or not view.today <= until < view.deadline:
            return ""
        return app.words("board.left", days=until - view.today)

    @staticmethod
    def way(app: "App", view: SeatView, i: ItemView) -> tuple[Station, ...]:
        """How it came, or would come, to the court: known, asked for, as the court wants it, admitted."""
        words, scenario = app.words, app.sitting.scenario
        held = i.status == "held"
        steps = [Station(words(f"evidence.step.{i.status}"), "", app.tell.country(i.country), "past")]
        for r in view.requests:
            if r.id in i.requests or (held and i.id in r.about and r.good):
                steps.append(Station(f"{number_of(view, r)} {words('procedure.' + r.procedure)}", words.day(r.since),
                                     words(f"stage.{r.stage}"), "past" if r.ended else "now"))  # fmt: skip
        if not held and not i.requests and not i.lost:
            asked = "evidence.step.order_home" if i.country == scenario.home else "evidence.step.ask"
            steps.append(Station(words(asked), "", words("evidence.step.coercive") if i.coercive else "", "ahead"))
        wanted = ", ".join(scenario.law.formalities[code].title for code in i.formalities)
        if wanted:
            lacking = ", ".join(scenario.law.formalities[code].title for code in i.lacks)
            said = words("evidence.step.lacks", what=lacking) if lacking else wanted
            reached = "ahead" if not held else "now" if lacking else "past"
            steps.append(Station(words("evidence.step.formalities"), "", said, reached))
        verdict = "lost" if i.lost else i.verdict
        end = words(f"verdict.{verdict}") if held or i.lost else words("evidence.step.court")
        return (*steps, Station(end, "", app.tell.country(scenario.home), "past" if held or i.lost else "ahead"))

    def acts(self, app: "App", i: ItemView) -> list[Widget]:
        """What can be begun about it now, numbered; papers on their way."""
        found = [choice_offer(c, app.tell) for c in app.choices if c.possible and touches(c, i)][:4]
        links = [Offer(app.words("evidence.see", name=number_of(app.view, r)), Go("request", r.id), instrument=r.instrument)
                 for r in app.view.requests if r.id in i.requests]  # fmt: skip
        if not found and not links:
            return []

        def act(action: Any) -> None:
            perform(app, self, action)

        return [Band(app.words("evidence.you_can"), ""), *(offer(app, n, each, act) for n, each in enumerate([*links, *found], 1))]

    # -- keys ---------------------------------------------------------------------------------------------------------

    def look(self, app: "App", id: str) -> None:
        """Another item in the inspector."""
        self.item, self.focus, app.dirty = id, f"item {id}", True

    def arrow(self, app: "App", direction: str) -> bool:
        """Up and down move in the table; left and right change the suspect, or the first column."""
        focused = app.focused()
        if isinstance(focused, Segments) and direction in ("left", "right"):
            focused.move(1 if direction == "right" else -1)
            app.dirty = True
            return True
        if not self.focus.startswith("item "):
            return False
        if direction in ("left", "right"):
            self.first = max(0, self.first + (1 if direction == "right" else -1))
            app.dirty = True
            return True
        ids = [i.id for i in self.sorted(app.view)]
        here = ids.index(self.item) + (1 if direction == "down" else -1)
        if 0 <= here < len(ids):
            self.look(app, ids[here])
            return True
        return False

    def keys(self, app: "App") -> dict[str, Callable[[], None]]:
        """S takes the next suspect; digits press what can be done."""
        able = [each for each in app.able() if each.key.startswith("offer ")]
        acts = {str(n): (lambda each=each: app.press(each)) for n, each in enumerate(able[:9], 1)}
        return {**going(app), **acts, "s": lambda: self.next_suspect(app)}

    def next_suspect(self, app: "App") -> None:
        """The next suspect."""
        suspects = [p.id for p in app.view.people if p.role == "suspect"]
        if suspects:
            here = suspects.index(self.suspect) if self.suspect in suspects else -1
            self.suspect, app.dirty = suspects[(here + 1) % len(suspects)], True


def short(app: "App", person: str) -> str:
    """The last name of a person."""
    return app.tell.name(person).split(" ")[-1]


def touches(choice: Choice, i: ItemView) -> bool:
    """Is this something that could bring, keep or file the item?"""
    on = choice.decision.on
    if choice.decision.act == "file":
        return i.id in on
    if choice.decision.act != "start":
        return False
    return i.id in on or (len(on) == 2 and on[1] == i.country and on[0] in ("mla", "eio", "preservation") and i.status != "held")
