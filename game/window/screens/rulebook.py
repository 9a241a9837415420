"""The rule book: what binds home and another State on this day, best first; what almost does; every article, searched."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine import Basis
from game.pages.desk import almost
from game.window.app import Screen
from game.window.brush import Brush
from game.window.editor import Field, Writing
from game.window.screens.common import Foot, Sheet, bar_for, kept
from game.window.segments import Segments
from game.window.widgets import Card, Column, Fixed, Growing, Label, Panel, Rich, Row, Scroll, Space, Widget

if TYPE_CHECKING:
    from game.window.app import App

PURPOSES = ("mla", "preservation", "extradition", "jit", "transfer", "police", "spontaneous")
SIDE, NARROW = 420.0, 900.0
TONES = {"binds": ("check", "adm"), "almost": ("x", "exc"), "other": ("circle", "ink3")}


@dataclass(frozen=True, slots=True)
class Entry:
    """An instrument in the list: how it stands between the two today, and a line on that."""

    id: str
    title: str
    state: str
    note: str
    basis: Basis | None = None


class Rulebook(Screen):
    """One State, one purpose, one day; or a search through everything."""

    begins_at = ("law ",)

    def __init__(self, about: str = "") -> None:
        super().__init__()
        country, purpose, chosen = [*about.split(" ", 2), "", "", ""][:3]
        self.country, self.purpose = country, purpose if purpose in PURPOSES else "mla"
        self.chosen, self.find = chosen, Writing()

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """Choices and list at the left, the instrument at the right."""
        view = app.view
        if self.country not in view.countries:
            self.country = view.countries[0] if view.countries else view.home
        entries = self.entries(app)
        if self.chosen not in {e.id for e in entries}:
            self.chosen = entries[0].id if entries else ""
        entry = next((e for e in entries if e.id == self.chosen), None)
        left = Panel(body=Column(gap=0, children=[self.choices(app), self.listed(app, entries)]))
        right = Panel(fill="card", body=Scroll(key=f"law {self.chosen}", body=self.instrument(app, entry), at=self.scrolls, pad=26))
        body: Widget = Row(widths=(SIDE, -1), gap=10, children=[left, right])
        if w < NARROW:
            column = Column(gap=6, children=[self.choices(app), *self.cards(app, entries)])
            one = Panel(body=Scroll(key="all", body=column, at=self.scrolls, pad=4))
            body = Column(gap=8, children=[Growing(one), Fixed(h * 0.38, right)])
        words = app.words
        foot = Foot(
            keys=[("Tab", words("foot.next")), ("↑ ↓", words("rulebook.move")), ("← →", words("settings.change")),
                  ("/", words("rulebook.find")), ("Esc", words("foot.back"))],
            note=kept(app),
        )  # fmt: skip
        return Sheet(bar=bar_for(app, words("page.rulebook")), body=body, foot=foot, notice=app.toast)

    # -- what there is ------------------------------------------------------------------------------------------------

    def entries(self, app: "App") -> list[Entry]:
        """What binds, best first; what almost does; with a text to find, every instrument that holds it."""
        law, view, tell = app.sitting.scenario.law, app.view, app.tell
        answer = law.bases(view.home, self.country, self.purpose, view.today)
        found = [Entry(b.treaty, b.title, "binds", since(app, b), b) for b in answer.binding]
        found += [Entry(n.treaty, title_of(app, n.treaty), "almost", almost(n, tell)) for n in answer.almost]
        text = self.find.text.casefold().strip()
        if text:
            listed = {e.id for e in found}
            found += [Entry(id, t.title, "other", t.reference) for id, t in sorted(law.treaties.items()) if id not in listed]
            found = [e for e in found if text in self.spoken(app, e)]
        return found

    @staticmethod
    def spoken(app: "App", entry: Entry) -> str:
        """What is searched for a text: names and articles."""
        treaty = app.sitting.scenario.law.treaties.get(entry.id)
        articles = " ".join(f"{number} {text}" for number, text in treaty.articles.items()) if treaty else ""
        return f"{entry.id} {entry.title} {articles}".casefold()

    # -- the left -----------------------------------------------------------------------------------------------------

    def choices(self, app: "App") -> Widget:
        """With whom, what for, and a text to find."""
        words, view = app.words, app.view
        states = [(c, c) for c in view.countries]
        purposes = [(p, words(f"rulebook.{p}")) for p in PURPOSES]
        country = Segments(key="country", name=words("rulebook.with"), options=states, chosen=self.country, pick=self.with_state)
        purpose = Segments(key="purpose", name=words("rulebook.for"), options=purposes, chosen=self.purpose, pick=self.for_purpose)
        for each in (country, purpose):
            each.press = lambda s=each: press(app, s)
        pair = words("rulebook.pair", home=app.tell.country(view.home), other=app.tell.country(self.country), date=words.date(view.today))
        find = Field(key="find", writing=self.find, hint=words("rulebook.find"), press=lambda: None)
        notes = [Label(text=note, role="axis", token="ink3") for note in app.tell.footnotes()]
        return Column(gap=7, pad=12, children=[Label(text=pair, role="label"), country, purpose, find, *notes])

    def with_state(self, country: str) -> None:
        """Another State."""
        self.country, self.chosen = country, ""

    def for_purpose(self, purpose: str) -> None:
        """Another purpose."""
        self.purpose, self.chosen = purpose, ""

    def listed(self, app: "App", entries: list[Entry]) -> Widget:
        """The instruments, as something that scrolls."""
        return Scroll(key="list", body=Column(gap=0, children=self.cards(app, entries)), at=self.scrolls, pad=0)

    def cards(self, app: "App", entries: list[Entry]) -> list[Widget]:
        """One card an instrument, with a line between those that bind and those that do not."""
        rows: list[Widget] = []
        for state in TONES:
            group = [e for e in entries if e.state == state]
            if group:
                head = Label(text=app.words(f"rulebook.{state}"), role="second", token="ink3", gap=4)
                rows.append(Row(widths=(12, -1), gap=0, children=[Space(), head]))
                rows += [self.card(app, e) for e in group]
        return rows or [Label(text=app.words("rulebook.nothing"), token="ink3")]

    def card(self, app: "App", entry: Entry) -> Card:
        """One instrument in the list."""
        icon, token = TONES[entry.state]
        inner = Column(
            gap=1,
            children=[
                Rich(pieces=[("icon", (icon, token)), ("label ink", entry.id)]),
                Label(text=entry.title, role="second", token="ink2", most=2),
                Label(text=entry.note, role="axis", token="exc" if entry.state == "almost" else "ink3", most=1),
            ],
        )
        return Card(key=f"law {entry.id}", pad=9, flat=True, fill="panel", ring_inside=True, body=inner,
                    selected=entry.id == self.chosen, press=lambda: self.choose(app, entry.id))  # fmt: skip

    def choose(self, app: "App", id: str) -> None:
        """Another instrument."""
        self.chosen, self.focus, app.dirty = id, f"law {id}", True

    # -- the right ----------------------------------------------------------------------------------------------------

    def instrument(self, app: "App", entry: Entry | None) -> Widget:
        """The instrument: how it stands, its articles, in force for whom since when, its source."""
        if entry is None:
            return Column(children=[Label(text=app.words("rulebook.nothing"))])
        icon, token = TONES[entry.state]
        rows: list[Widget] = [
            Rich(pieces=[("icon", (icon, token)), (f"label {token}", app.words(f"rulebook.{entry.state}"))]),
            Label(text=entry.title, role="big"),
            Label(text=f"{entry.id}. {entry.note}", role="second", token="ink2"),
        ]
        rows += self.articles(app, entry)
        rows += self.parties(app, entry)
        rows += self.reservations(app, entry)
        rows += self.source(app, entry)
        return Column(gap=7, children=rows)

    def articles(self, app: "App", entry: Entry) -> list[Widget]:
        """The articles that matter for this purpose first, then the others the pack holds."""
        treaty = app.sitting.scenario.law.treaties.get(entry.id)
        if treaty is None:
            return []
        first = entry.basis.articles if entry.basis else ()
        use = treaty.uses.get(self.purpose)
        first = first or (use.articles if use else ())
        order = [*(n for n in first if n in treaty.articles), *(n for n in treaty.articles if n not in first)]
        rows: list[Widget] = [Space(height=4, line=True), Label(text=app.words("law.articles").capitalize(), role="card")]
        for number in order:
            strong = number in first
            rows.append(
                Row(
                    widths=(74, -1),
                    children=[
                        Label(text=f"art. {number}", role="label" if strong else "body", token="ink" if strong else "ink3"),
                        Label(text=treaty.articles[number], role="letter", token="ink" if strong else "ink2"),
                    ],
                )
            )
        return rows

    @staticmethod
    def parties(app: "App", entry: Entry) -> list[Widget]:
        """Since when each State of the case is bound, on this day."""
        law, view = app.sitting.scenario.law, app.view
        if entry.id not in law.treaties:
            return []
        rows: list[Widget] = [Space(height=4, line=True), Label(text=app.words("law.in_force").capitalize(), role="card")]
        for country in (view.home, *view.countries):
            accepted = law.country(country).party_on(entry.id, view.today)
            since = accepted and (law.period(country, entry.id) or app.words.short(accepted.start))
            told = since or app.words("rulebook.not_party")
            pieces: list[Any] = [("flag", country), ("body ink", app.tell.country(country)), ("end words", (told, "ink2"))]
            rows.append(Rich(pieces=pieces))
        return rows

    @staticmethod
    def reservations(app: "App", entry: Entry) -> list[Widget]:
        """Declarations and reservations of the two that are in effect."""
        if entry.basis is None or not entry.basis.reservations:
            return []
        said = [Label(text=f"{app.tell.country(who)}, art. {r.article}: {r.effect}", role="body") for who, r in entry.basis.reservations]
        return [Space(height=4, line=True), Label(text=app.words("rulebook.reservations"), role="card"), *said]

    @staticmethod
    def source(app: "App", entry: Entry) -> list[Widget]:
        """Who says so, how sure that is, and when somebody last looked."""
        words, treaty = app.words, app.sitting.scenario.law.treaties.get(entry.id)
        confidence = entry.basis.confidence if entry.basis else treaty.dates_confidence if treaty else ""
        link = entry.basis.source.link if entry.basis else treaty.link if treaty else None
        checked = treaty.checked if treaty else entry.basis.source.checked if entry.basis else ""
        said = [words(f"confidence.{confidence}") if confidence else "", words("rulebook.checked", date=checked) if checked else "",
                link or words("rulebook.no_link")]  # fmt: skip
        return [Space(height=4, line=True), Label(text=". ".join(each for each in said if each), role="second", token="ink3"),
                Label(text=words("rulebook.training"), role="second", token="ink3")]  # fmt: skip

    # -- keys ---------------------------------------------------------------------------------------------------------

    def arrow(self, app: "App", direction: str) -> bool:
        """Left and right change a choice; up and down move in the list and show what they come to."""
        focused = app.focused()
        if isinstance(focused, Segments) and direction in ("left", "right"):
            focused.move(1 if direction == "right" else -1)
            app.dirty = True
            return True
        if self.focus.startswith("law ") and direction in ("up", "down"):
            ids = [each.key[4:] for each in app.able() if each.key.startswith("law ")]
            here = ids.index(self.chosen) + (1 if direction == "down" else -1) if self.chosen in ids else 0
            if 0 <= here < len(ids):
                self.choose(app, ids[here])
                return True
        return False

    def keys(self, app: "App") -> dict[str, Callable[[], None]]:
        """The slash finds."""
        return {"/": lambda: self.to_find(app)}

    def to_find(self, app: "App") -> None:
        """Into the field."""
        self.focus, app.dirty = "find", True


def press(app: "App", choice: Segments) -> None:
    """A press of the mouse takes the option under it; Enter the next one."""
    number = choice.cell_at(*app.pointer) if app.pointer is not None else None
    if number is not None and choice.pick is not None:
        choice.pick(choice.options[number][0])
    elif app.pointer is None:
        choice.move(1)


def title_of(app: "App", id: str) -> str:
    """The title of any instrument of the pack."""
    law = app.sitting.scenario.law
    if id in law.treaties:
        return law.treaties[id].title
    return next((b.treaty.title for b in law.bilaterals if b.treaty.id == id), id)


def since(app: "App", basis: Basis) -> str:
    """Since when it is in force for each of the two."""
    law, words = app.sitting.scenario.law, app.words
    return "; ".join(f"{country} {law.period(country, basis.treaty) or words.short(day)}" for country, day in basis.in_force if day)
