"""The rule book: what binds two States on a day, best first; what almost does; every article, searched."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from game.pages.rulebook import almost
from game.window.app import Screen
from game.window.brush import Brush
from game.window.days import DayField
from game.window.dropdown import DropDown
from game.window.editor import Field
from game.window.months import day_of
from game.window.screens.acts import Flush, band
from game.window.screens.almanac import almanac
from game.window.screens.common import Foot, Sheet, bar_for, kept
from game.window.screens.instrument import TONES, Entry, Question, sheet, since, title_of, treaty_of
from game.window.widgets import Card, Column, Fixed, Growing, Label, Panel, Rich, Row, Scroll, Space, Widget
from game.window.writing import Writing

if TYPE_CHECKING:
    from game.window.app import App

PURPOSES = ("mla", "preservation", "extradition", "jit", "transfer", "police", "spontaneous")
SIDE, NARROW, SHARE = 420.0, 900.0, 0.42
LOW, LOW_SHARE = 480.0, 0.36
LABELS, STEP = 62.0, 60.0


class Rulebook(Screen):
    """Two States, one purpose, one day; or a search through everything."""

    begins_at = ("law ",)

    def __init__(self, about: str = "") -> None:
        super().__init__()
        country, purpose, chosen = [*about.split(" ", 2), "", "", ""][:3]
        self.first, self.country, self.purpose = "", country, purpose if purpose in PURPOSES else "mla"
        self.chosen, self.find, self.on = chosen, Writing(), Writing()

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """Choices and list at the left, the instrument at the right (below, where it is narrow)."""
        self.settle(app)
        entries = self.entries(app)
        if self.chosen not in {e.id for e in entries}:
            self.chosen = entries[0].id if entries else ""
        entry = next((e for e in entries if e.id == self.chosen), None)
        rows = Column(gap=7, children=sheet(app, self.asked(app), entry))
        right = Panel(fill="card", body=Scroll(key=f"sheet {self.chosen}", body=rows, at=self.scrolls, pad=0))
        body = self.narrow(app, entries, right, h) if w < NARROW else self.wide(app, entries, right)
        words = app.words
        foot = Foot(keys=[("↑ ↓", words("rulebook.move")), ("→", words("rulebook.read")), ("Tab", words("foot.next")),
                          ("← →", words("settings.change")), ("/", words("rulebook.find")), ("Esc", words("foot.back"))],
                    note=kept(app))  # fmt: skip
        return Sheet(bar=bar_for(app, words("page.rulebook")), body=body, foot=foot, notice=app.toast)

    def wide(self, app: "App", entries: list[Entry], right: Widget) -> Widget:
        """Side by side."""
        listed = Scroll(key="list", body=Column(gap=0, children=self.cards(app, entries)), at=self.scrolls, pad=0)
        left = Panel(body=Column(gap=0, children=[self.choices(app), Growing(listed)]))
        return Row(widths=(SIDE, -1), gap=10, children=[left, right])

    def narrow(self, app: "App", entries: list[Entry], right: Widget, h: float) -> Widget:
        """One above the other."""
        column = Column(gap=0, children=[self.choices(app, compact=True), *self.cards(app, entries)])
        above = Panel(body=Scroll(key="list", body=column, at=self.scrolls, pad=0))
        return Column(gap=8, children=[Growing(above), Fixed(h * (LOW_SHARE if h < LOW else SHARE), right)])

    # -- what is asked ------------------------------------------------------------------------------------------------

    @staticmethod
    def states(app: "App") -> tuple[str, ...]:
        """The States of the case, home first."""
        return (app.view.home, *app.view.countries)

    def settle(self, app: "App") -> None:
        """Two different States of the case."""
        states = self.states(app)
        self.first = self.first if self.first in states else states[0]
        if self.country not in states or self.country == self.first:
            self.country = next((c for c in states if c != self.first), self.first)

    def asked(self, app: "App") -> Question:
        """Between whom, for what, on which day: the one written, else today."""
        return Question(self.first, self.country, self.purpose, day_of(self.on.text) or app.view.today)

    def entries(self, app: "App") -> list[Entry]:
        """What binds, best first; what almost does; with a text to find, every instrument that holds it."""
        law, asked = app.sitting.scenario.law, self.asked(app)
        answer = law.bases(asked.first, asked.second, asked.purpose, asked.day)
        found = [Entry(b.treaty, b.title, "binds", since(app, b), basis=b) for b in answer.binding]
        found += [Entry(n.treaty, title_of(app, n.treaty), "almost", almost(n, app.tell), near=n) for n in answer.almost]
        text = self.find.text.casefold().strip()
        if text:
            listed = {e.id for e in found}
            found += [Entry(id, t.title, "other", t.reference) for id, t in sorted(law.treaties.items()) if id not in listed]
            found = [replace(e, note=self.held(app, e, text) or e.note) for e in found if text in self.searched(app, e)]
        return found

    @staticmethod
    def held(app: "App", entry: Entry, text: str) -> str:
        """The first article that holds a text."""
        treaty = treaty_of(app, entry.id)
        return next((f"art. {n}: {says}" for n, says in (treaty.articles.items() if treaty else ()) if text in says.casefold()), "")

    @staticmethod
    def searched(app: "App", entry: Entry) -> str:
        """What is searched for a text: names and articles."""
        treaty = treaty_of(app, entry.id)
        articles = " ".join(f"{number} {text}" for number, text in treaty.articles.items()) if treaty else ""
        return f"{entry.id} {entry.title} {articles}".casefold()

    # -- the left -----------------------------------------------------------------------------------------------------

    def choices(self, app: "App", compact: bool = False) -> Widget:
        """Between whom, for what, on which day; a text to find; the question in words. Compact = in two lines, without names."""
        words, asked = app.words, self.asked(app)
        states = [(c, app.tell.country(c)) for c in self.states(app)]
        first = DropDown(key="from", name=words("rulebook.between"), options=states, chosen=self.first, pick=self.from_state,
                         flags=True, fills=True)  # fmt: skip
        second = DropDown(key="country", name=words("rulebook.with"), options=states, chosen=self.country, pick=self.with_state,
                          flags=True, fills=True)  # fmt: skip
        purposes = [(p, words(f"rulebook.{p}")) for p in PURPOSES]
        purpose = DropDown(key="purpose", name=words("rulebook.for"), options=purposes, chosen=self.purpose, pick=self.for_purpose,
                           fills=True)  # fmt: skip
        wrong = bool(self.on.text.strip()) and day_of(self.on.text) is None
        hint = date.fromordinal(app.view.today).isoformat()
        on = DayField(key="date", name=words("rulebook.on"), writing=self.on, hint=hint, token="exc" if wrong else "ctl",
                      almanac=almanac(app, self.first))  # fmt: skip
        find = Field(key="find", writing=self.find, hint=words("rulebook.find"), press=lambda: None)
        pair = words("rulebook.pair", home=app.tell.country(asked.first), other=app.tell.country(asked.second), date=words.date(asked.day))
        said = words("rulebook.no_day") if wrong else pair
        told = Label(text=said, role="label", token="exc" if wrong else "ink")
        if compact:
            pairs: list[Widget] = [Row(children=[first, second]), Row(widths=(-1.2, -1, -1.4), children=[purpose, on, find])]
            return Column(gap=6, pad=8, children=[*pairs, *([told] if wrong else [])])
        named = (("between", first), ("with", second), ("for", purpose), ("on", on), ("look", find))
        rows: list[Widget] = [labelled(words(f"rulebook.{name}"), each) for name, each in named]
        return Column(gap=6, pad=12, children=[*rows, told])

    def from_state(self, country: str) -> None:
        """The first State; where it was the second one, the two change places."""
        if country == self.country:
            self.country = self.first
        self.first, self.chosen = country, ""

    def with_state(self, country: str) -> None:
        """The second State; where it was the first one, the two change places."""
        if country == self.first:
            self.first = self.country
        self.country, self.chosen = country, ""

    def for_purpose(self, purpose: str) -> None:
        """Another purpose."""
        self.purpose, self.chosen = purpose, ""

    def cards(self, app: "App", entries: list[Entry]) -> list[Widget]:
        """One card an instrument, those that bind before those that do not."""
        rows: list[Widget] = []
        for state in TONES:
            group = [e for e in entries if e.state == state]
            if group:
                rows += [band(app.words(f"rulebook.{state}"), str(len(group))), Flush(gap=0, children=[self.card(app, e) for e in group])]
        return rows or [Column(pad=14, children=[Label(text=app.words("rulebook.nothing"), token="ink3")])]

    def card(self, app: "App", entry: Entry) -> Card:
        """One instrument in the list."""
        icon, token, _ = TONES[entry.state]
        note = Label(text=entry.note, role="second", token="exc" if entry.state == "almost" else "ink3", most=1)
        rows: list[Widget] = [Label(text=entry.title, role="second", token="ink2", most=1), *([note] if entry.note else [])]
        inner = Column(gap=1, children=[Rich(pieces=[("icon", (icon, token)), ("label ink", entry.id)]), *rows])
        return Card(key=f"law {entry.id}", pad=7, flat=True, fill="panel", ring_inside=True, body=inner,
                    selected=entry.id == self.chosen, press=lambda: self.choose(app, entry.id))  # fmt: skip

    def choose(self, app: "App", id: str) -> None:
        """Another instrument; Enter on the one that is open goes to its sheet."""
        again = id == self.chosen and app.pointer is None
        self.chosen, self.focus, app.dirty = id, "sheet" if again else f"law {id}", True

    # -- keys ---------------------------------------------------------------------------------------------------------

    def arrow(self, app: "App", direction: str) -> bool:
        """Up and down move in the list; right goes to the sheet, left comes back."""
        by = 1 if direction in ("right", "down") else -1
        if self.focus == "sheet":
            return self.on_the_sheet(app, direction, by)
        if not self.focus.startswith("law "):
            return False
        if direction == "right":
            self.focus, app.dirty = "sheet", True
            return True
        return direction in ("up", "down") and self.beside(app, by)

    def on_the_sheet(self, app: "App", direction: str, by: int) -> bool:
        """Up and down scroll it; left goes back to the list."""
        if direction == "left":
            self.focus = f"law {self.chosen}"
        elif direction in ("up", "down"):
            name, app.follow = f"sheet {self.chosen}", False
            self.scrolls[name] = self.scrolls.get(name, 0.0) + STEP * by
        app.dirty = True
        return True

    def beside(self, app: "App", by: int) -> bool:
        """The next instrument of the list, or the one before."""
        ids = [each.key[4:] for each in app.able() if each.key.startswith("law ")]
        here = ids.index(self.chosen) + by if self.chosen in ids else 0
        if not 0 <= here < len(ids):
            return False
        self.chosen, self.focus, app.dirty = ids[here], f"law {ids[here]}", True
        return True

    def escape(self, app: "App") -> None:
        """Out of a field that finds something; else back."""
        if self.focus == "find" and self.find.text:
            self.find, app.dirty = Writing(), True
        else:
            app.pop()

    def keys(self, app: "App") -> dict[str, Callable[[], None]]:
        """The slash finds."""
        return {"/": lambda: self.to_find(app)}

    def to_find(self, app: "App") -> None:
        """Into the field."""
        self.focus, app.dirty = "find", True


def labelled(label: str, inner: Widget) -> Row:
    """A choice with its name before it."""
    name = Column(gap=0, children=[Space(height=7), Label(text=label, role="second", token="ink3")])
    return Row(widths=(LABELS, -1), gap=6, children=[name, inner])
