"""A rule that decided something: what it says, since when it binds whom, how sure that is, and where it decided."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from engine import Outcome
from game.window.app import Screen
from game.window.brush import Brush
from game.window.screens.common import Foot, Sheet, TopBar, kept
from game.window.screens.item import sure
from game.window.screens.rulebook import PURPOSES, Rulebook
from game.window.widgets import Button, Card, Column, Label, Panel, Rich, Row, Scroll, Space, Widget

if TYPE_CHECKING:
    from game.window.app import App
    from game.window.screens.debrief_leaves import Doors

WIDTH = 760.0


class RuleSheet(Screen):
    """One rule of the law that mattered."""

    begins_at = ("day ", "rulebook")

    def __init__(self, reference: str, points: tuple[Any, ...], doors: "Doors") -> None:
        super().__init__()
        self.reference, self.points, self.doors = reference, points, doors

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """A sheet in the middle."""
        rows = [*self.text(app), *self.resting(app), *self.days(app)]
        sheet = Panel(fill="card", body=Scroll(key="rule", body=Column(gap=6, children=rows), at=self.scrolls, pad=28))
        body = Row(widths=(-1, min(w - 16, WIDTH), -1), gap=0, children=[Space(), sheet, Space()])
        words = app.words
        foot = Foot(keys=[("Enter", words("debrief.opens.day")), ("Esc", words("foot.back"))], note=kept(app))
        title = words("debrief.rules")
        back = Button(key="back", text=words("debrief.title"), kind="bar", icon="undo-2", cap="Esc", press=app.pop)
        bar = TopBar(title=title, second=app.sitting.scenario.title, buttons=[*self.book(app), back])
        return Sheet(bar=bar, body=body, foot=foot, notice=app.toast)

    def text(self, app: "App") -> list[Widget]:
        """Its name, what it says, since when it binds, how sure that is."""
        source = app.tell.source(self.reference)
        if source is None:
            return [Label(text=self.reference, role="card")]
        title = app.tell.called(self.reference, source)
        rows: list[Widget] = [Label(text=source.reference or title, role="second", token="ink3")]
        if title != source.says:
            rows.insert(0, Label(text=title, role="screen"))
        rows.append(Label(text=source.says, role="story"))
        if since := bound_since(app, self.reference.split(" ")[0]):
            rows.append(Label(text=app.words("debrief.since", since=since), role="second", token="ink2"))
        return [*rows, Label(text=sure(app, source.confidence, source.checked), role="second", token="ink3")]

    def resting(self, app: "App") -> list[Widget]:
        """The points of this play that rest on it; a press reopens the day of one."""
        those = [p for p in self.points if p.source == self.reference]
        rows: list[Widget] = [Space(height=8, line=True), Label(text=app.words("debrief.rule_points"), role="card")] if those else []
        for p in those:
            name = f"{p.points:+d} {app.words(f'criterion.{p.criterion}')}"
            rows.append(self.card(app, f"day {p.rule}", name, p.because, lambda p=p: self.doors.day(p.decision, p.day), p.day))
        return rows

    def card(self, app: "App", key: str, name: str, text: str, press: Any, day: int) -> Card:
        """Something that opens a day."""
        small = ("second ink3", ", ".join(each for each in (app.words.date(day), name) if each))
        said = [("end words", (app.words("debrief.opens.day"), "ink2")), ("end cap", "Enter")] if self.focus == key else []
        return Card(key=key, pad=8, fill="panel", body=Column(gap=2, children=[Rich(pieces=[small, *said]), Label(text=text)]), press=press)

    def days(self, app: "App") -> list[Widget]:
        """Every time it decided in this play; a press reopens that day."""
        those = cited(app, self.reference)
        rows: list[Widget] = [Space(height=8, line=True), Label(text=app.words("debrief.rule_days"), role="card")] if those else []
        for number, o in enumerate(those):
            rows.append(self.card(app, f"day {number}", "", app.tell.outcome(o), lambda o=o: self.doors.day(o.because, o.day), o.day))
        return rows

    def book(self, app: "App") -> list[Button]:
        """The way to the rule book, for an instrument that it has."""
        treaty = self.reference.split(" ")[0]
        if treaty not in app.sitting.scenario.law.treaties:
            return []
        open_book = Button(key="rulebook", text=app.words("debrief.in_rulebook"), kind="bar", icon="book-open", cap="F",
                           press=lambda: app.push(book_at(app, treaty)))  # fmt: skip
        return [open_book]

    def keys(self, app: "App") -> dict[str, Callable[[], None]]:
        """F opens the rule book."""
        book = next(iter(self.book(app)), None)
        return {"f": book.press} if book is not None and book.press is not None else {}


def book_at(app: "App", treaty: str) -> Rulebook:
    """The rule book open at an instrument: between home and the first State for which it is in the list."""
    scenario, today = app.sitting.scenario, app.sitting.play.today
    for country in scenario.countries:
        for purpose in PURPOSES:
            answer = scenario.law.bases(scenario.home, country, purpose, today)
            if treaty in {*(basis.treaty for basis in answer.binding), *(near.treaty for near in answer.almost)}:
                return Rulebook(f"{country} {purpose} {treaty}")
    book = Rulebook()
    book.chosen = treaty
    book.find.put(treaty)
    return book


def cited(app: "App", reference: str) -> list[Outcome]:
    """The outcomes that this rule decided, in time."""
    return [outcome for outcome in app.sitting.play.outcomes if outcome.source == reference]


def bound_since(app: "App", treaty: str) -> str:
    """Since when a treaty binds each State of the case, on the last day of the play; empty for what is no treaty."""
    scenario, today = app.sitting.scenario, app.sitting.play.today
    if treaty not in scenario.law.treaties:
        return ""
    found = []
    for country in (scenario.home, *scenario.countries):
        accepted = scenario.law.country(country).party_on(treaty, today)
        if accepted is not None and accepted.start:
            found.append(f"{app.tell.country(country)} {app.words.short(accepted.start)}")
    return ", ".join(found)
