"""One paper: the way it went and still has to go, who holds it and why it waits, what it says, what can be done now."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from engine import RequestView
from game.pages.book import page_for
from game.pages.page import Facts, Go, Offer, Para
from game.window.app import Screen
from game.window.brush import Brush
from game.window.screens.common import Foot, Sheet, bar_for, kept
from game.window.screens.reading import TONES, offer, perform
from game.window.screens.region import needs_you, number_of
from game.window.theme import ICONS
from game.window.widgets import Column, Label, Panel, Rich, Row, Scroll, Space, Widget

if TYPE_CHECKING:
    from game.window.app import App

STEP = 46.0
NARROW = 900.0


@dataclass(frozen=True, slots=True)
class Station:
    """A stage on the way of a paper: its words, when, who holds it; `state` = past, now or ahead."""

    text: str
    when: str
    holder: str
    state: str


@dataclass
class Chain(Widget):
    """Stages below one another on a line: done solid, the present one ringed, those ahead pale."""

    stations: tuple[Station, ...] = ()
    token: str = "mla"
    words: dict[str, str] = field(default_factory=dict)

    @property
    def says(self) -> str:
        """Every stage with its day."""
        return ". ".join(f"{s.text}, {s.when}, {s.holder}" for s in self.stations)

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """A step a stage."""
        self.box = (x, y, w, STEP * len(self.stations))
        return self.box[3]

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Line, dots, words, days."""
        x, y, w, _ = self.box
        for number, station in enumerate(self.stations):
            top, past = y + STEP * number, station.state == "past"
            if number + 1 < len(self.stations):
                brush.fill((x + 10, top + 20, 2, STEP - 14), self.token if past else "line2")
            if station.state == "now":
                brush.box((x + 1, top + 1, 20, 20), "card", self.token, 10, max(1, round(2 * brush.k)))
            brush.box((x + 5, top + 5, 12, 12), self.token if station.state != "ahead" else "card",
                      self.token if station.state != "ahead" else "ctl", 6)  # fmt: skip
            role, token = ("label", "ink") if station.state == "now" else ("body", "ink" if past else "ink3")
            days = brush.text(x + w - 236, top + 2, station.when, "second", "ink2" if past else "ink3", 236, "right")
            brush.text(x + 32, top + 2, station.text, role, token, w - days - 44)
            brush.text(x + 32, top + 20, station.holder, "second", "ink3", w - 44)


class RequestScreen(Screen):
    """A paper by its id."""

    begins_at = ("offer ",)

    def __init__(self, id: str) -> None:
        super().__init__()
        self.id = id

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """What it is and what it says at the left; its way at the right; what can be done below it."""
        view = app.view
        found = next((r for r in view.requests if r.id == self.id), None)
        words = app.words
        foot = Foot(
            keys=[("1-9", words("foot.choose")), ("Tab", words("foot.next")), ("PgDn", words("foot.more")), ("Esc", words("foot.back"))],
            note=kept(app),
        )
        if found is None:
            body: Widget = Panel(body=Column(pad=24, children=[Label(text=words("requests.empty"))]))
            return Sheet(bar=bar_for(app, words("page.requests")), body=body, foot=foot, notice=app.toast)
        about = Scroll(key="about", body=Column(gap=7, children=self.about(app, found)), at=self.scrolls, pad=26)
        way = Scroll(key="way", body=Column(gap=7, children=self.way(app, found)), at=self.scrolls, pad=20)
        if w < NARROW:
            one = Column(gap=7, children=[*self.way(app, found), Space(height=6, line=True), *self.about(app, found)])
            body = Panel(fill="card", body=Scroll(key="all", body=one, at=self.scrolls, pad=18))
        else:
            body = Row(widths=(-1.1, -1), gap=10, children=[Panel(body=about, fill="card"), Panel(body=way)])
        bar = bar_for(app, f"{number_of(view, found)} {app.words('procedure.' + found.procedure)}", app.tell.country(found.country))
        return Sheet(bar=bar, body=body, foot=foot, notice=app.toast)

    def about(self, app: "App", found: RequestView) -> list[Widget]:
        """What it asks for, how it stands, what it says."""
        page = page_for(app.sitting, app.seat, Go("request", self.id), app.tell)
        rows: list[Widget] = [
            Rich(pieces=[("icon", (ICONS[found.instrument], found.instrument)), ("flag", found.country),
                         (f"label {found.instrument}", app.words(f"instrument.{found.instrument}"))]),
            Label(text=app.tell.name(found.id), role="big"),
        ]  # fmt: skip
        rows += [Label(text=app.tell.name(id), role="body") for id in found.about]
        rows.append(Space(height=4, line=True))
        for block in page.blocks[1:]:
            if isinstance(block, Para) and not (len(found.about) > 1 and block.text.startswith(app.words("term.items"))):
                role, token = TONES.get(block.tone, TONES["body"])
                rows.append(Label(text=block.text, role=role, token=token, gap=2))
        facts = [row for block in page.blocks if isinstance(block, Facts) for row in block.rows]
        if facts:
            rows.append(Label(text=app.words("requests.terms"), role="card"))
            rows += [Row(widths=(-0.62, -1), children=[Label(text=a, token="ink3"), Label(text=b)]) for a, b in facts]
        return rows

    def way(self, app: "App", found: RequestView) -> list[Widget]:
        """Its stages; when it is usually back and at the latest; what can be done."""
        words, view = app.words, app.view
        rows: list[Widget] = [Label(text=words("requests.way"), role="card")]
        if needs_you(found, view.today):
            rows.append(Rich(pieces=[("icon", ("triangle-alert", "exc")), ("label exc", words("requests.late"))]))
        rows.append(Chain(stations=stations(app, found), token=found.instrument))
        if found.ahead and found.latest:
            told = words("requests.back", usual=words.date(found.ahead[-1][2]), latest=words.date(found.latest))
            rows.append(Label(text=told, role="second", token="ink2"))
        page = page_for(app.sitting, app.seat, Go("request", self.id), app.tell)
        offers = [block for block in page.blocks if isinstance(block, Offer) and not block.key]
        if offers:
            rows += [Space(height=4, line=True), Label(text=words("requests.acts"), role="card")]
            act = self.act(app)
            rows += [offer(app, number, block, act) for number, block in enumerate(offers, 1)]
        return rows

    def act(self, app: "App") -> Callable[[Any], None]:
        """What pressing an act does."""
        return lambda action: perform(app, self, action)

    def keys(self, app: "App") -> dict[str, Callable[[], None]]:
        """Digits press the acts."""
        able = [each for each in app.able() if each.key.startswith("offer ")]
        return {str(n): (lambda each=each: app.press(each)) for n, each in enumerate(able[:9], 1)}


def stations(app: "App", found: RequestView) -> tuple[Station, ...]:
    """The stages so far, the present one, and those it usually still goes through."""
    words = app.words
    stages = app.sitting.scenario.procedures[found.procedure].stages

    def holder(stage: str) -> str:
        return words(f"held_by.{stages[stage].held_by}").capitalize()

    gone = [Station(words(f"stage.{s}"), words.date(day), holder(s), "past") for s, day in found.history[:-1]]
    stage, day = found.history[-1]
    usual = words("requests.until", date=words.day(found.usual_until)) if found.usual_until and not found.ended else ""
    here = Station(words(f"stage.{stage}"), f"{words.day(day)}{usual}", holder(stage), "past" if found.ended else "now")
    coming = [Station(words(f"stage.{s}"), words("requests.about", date=words.day(end)), holder(s), "ahead")
              for s, _, end in found.ahead if s != stage]  # fmt: skip
    return (*gone, here, *coming)
