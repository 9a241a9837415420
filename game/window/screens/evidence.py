"""The table of evidence: items by elements, what is proved, what could be, and how an item would reach the court."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from engine import ItemView, ProofView, SeatView
from game.pages.page import Go
from game.window.app import Screen
from game.window.brush import Brush
from game.window.rulers import Group, Ruler
from game.window.screens.common import Foot, Sheet, TopBar, bar_for, kept
from game.window.screens.item import inspector, origin, rules_of, sign_of
from game.window.screens.reading import going, show
from game.window.segments import BarSegments, Segments
from game.window.tables import Bar, Ground, Heads, Legend, Line, Proved
from game.window.widgets import Button, Column, Fixed, Growing, Panel, Row, Scroll, Widget

if TYPE_CHECKING:
    from game.window.app import App

SIDE, NARROW, LOW, SHARE = 350.0, 1000.0, 620.0, 0.4
STRONG = 2
ORDER = ("admitted", "weighed", "intelligence", "requested", "perishing", "not_held", "excluded", "lost")
SIGNS = (("admitted", True), ("admitted", False), ("weighed", True), ("intelligence", True), ("requested", True), ("perishing", True),
         ("not_held", True), ("excluded", True))  # fmt: skip
ALL = "all"


class Evidence(Screen):
    """Rows are items, columns elements; the foot answers what is proved today."""

    begins_at = ("item ",)

    def __init__(self, item: str = "") -> None:
        super().__init__()
        self.item, self.suspect, self.cursor, self.first = item, "", 0, 0
        self.grouped, self.small, self.opened = True, False, False
        self.ruler = Ruler()

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """Table and proof at the left, inspector at the right (below, where the window is narrow)."""
        view = app.view
        rows = self.sorted(view)
        if self.item not in {i.id for i in rows} and rows:
            self.item = next((i for i in rows if sign_of(view, i) == "perishing"), rows[0]).id
        known = self.suspects(view)
        if self.suspect != ALL and self.suspect not in known:
            self.suspect = known[0] if known else ALL
        self.focus = self.focus or f"item {self.item}"
        self.small = w < NARROW and h < LOW
        self.rule(app, view)
        side = inspector(app, self, self.looked_at(app), self.suspect_for_proof)
        body = self.narrow(app, rows, side, h) if w < NARROW else self.wide(app, rows, side)
        return Sheet(bar=self.bar(app, w), body=body, foot=self.foot(app), notice=app.toast)

    def looked_at(self, app: "App") -> ItemView | None:
        """The item in the inspector."""
        return next((i for i in app.view.items if i.id == self.item), None)

    def wide(self, app: "App", rows: list[ItemView], side: Widget) -> Widget:
        """Side by side; the rows scroll between heads and foot."""
        lines = Scroll(key="rows", body=Column(gap=0, children=self.lines(app, rows)), at=self.scrolls, pad=0)
        table = Ground(self.ruler, [self.heads(app), Growing(lines), self.proved(app), self.legend(app)], below=34)
        return Row(widths=(-1, SIDE), gap=10, children=[Panel(body=table), side])

    def narrow(self, app: "App", rows: list[ItemView], side: Widget, h: float) -> Widget:
        """One above the other, heads and foot scrolling with the rows; in a low window the item only when it is opened."""
        if self.small and self.opened:
            return side
        parts = [self.heads(app), *self.lines(app, rows), self.proved(app), self.legend(app)]
        table = Scroll(key="rows", body=Ground(self.ruler, parts, below=34), at=self.scrolls, pad=0)
        above = Column(gap=6, children=[self.whom(app, Segments), Growing(Panel(body=table))])
        return above if self.small else Column(gap=8, children=[Growing(above), Fixed(h * SHARE, side)])

    # -- bar and foot -------------------------------------------------------------------------------------------------

    def bar(self, app: "App", w: float) -> TopBar:
        """Against whom, the ledger, back."""
        words = app.words
        ledger = Button(key="ledger", text=words("page.ledger"), kind="bar", icon="scale", cap="E", press=lambda: show(app, Go("ledger")))
        whom: list[Any] = [] if w < NARROW else [self.whom(app, BarSegments)]
        return bar_for(app, words("evidence.title"), "", *whom, ledger)

    def foot(self, app: "App") -> Foot:
        """The keys."""
        words = app.words
        keys = [("↑ ↓ ← →", words("evidence.move")), ("Enter", words("evidence.open")), ("S", words("evidence.next_suspect")),
                ("G", words("evidence.group")), ("1-9", words("foot.choose")), ("F", words("page.rulebook")),
                ("Esc", words("foot.back"))]  # fmt: skip
        return Foot(keys=keys, note=kept(app))

    @staticmethod
    def suspects(view: SeatView) -> list[str]:
        """Whom the file suspects."""
        return [p.id for p in view.people if p.role == "suspect"]

    def whom(self, app: "App", kind: type[Segments]) -> Segments:
        """Against whom: all, or one of the suspects."""
        options = [(ALL, app.words("evidence.all")), *((s, s) for s in self.suspects(app.view))]
        choice = kind(key="suspect", name=app.words("evidence.against"), options=options, chosen=self.suspect, pick=self.against)
        choice.tip = "" if self.suspect == ALL else app.tell.name(self.suspect)
        return choice

    def against(self, suspect: str) -> None:
        """Another suspect; the same element stays looked at where there is one."""
        self.suspect = suspect

    @property
    def suspect_for_proof(self) -> str:
        """The suspect chosen, or nothing for all of them."""
        return "" if self.suspect == ALL else self.suspect

    # -- the table ----------------------------------------------------------------------------------------------------

    def sorted(self, view: SeatView) -> list[ItemView]:
        """The items by what they are worth today, then as the file has them; or only as the file has them."""
        return sorted(view.items, key=lambda i: ORDER.index(sign_of(view, i))) if self.grouped else list(view.items)

    def rule(self, app: "App", view: SeatView) -> None:
        """The columns: the counts against the suspect, with their elements."""
        before = self.ruler.columns[self.cursor : self.cursor + 1]
        groups = []
        for id, count in app.sitting.scenario.counts.items():
            if not self.suspect_for_proof or self.suspect in count.against:
                elements = (*count.each, *count.once)
                title, _, law = count.title.partition(", ")
                names = tuple(app.words(f"element.{e}").capitalize() for e in elements)
                groups.append(Group(id, title, self.notes(app, id, law), elements, names))
        self.ruler = Ruler(tuple(groups), first=self.first)
        if before and before[0] in self.ruler.columns:
            self.cursor = self.ruler.columns.index(before[0])
        self.cursor = self.ruler.cursor = max(0, min(self.cursor, self.ruler.every - 1))

    @staticmethod
    def notes(app: "App", id: str, law: str) -> tuple[str, ...]:
        """Small print under a count: its law, or only the article, or only its id."""
        article = law[law.find("art. ") :] if "art. " in law else ""
        return (*(app.words("evidence.count_line", id=id, law=each) for each in (law, article) if each), id)

    def heads(self, app: "App") -> Heads:
        """Counts and elements."""
        return Heads(ruler=self.ruler, labels=(app.words("page.evidence"), app.words("evidence.standing_here")))

    def lines(self, app: "App", rows: list[ItemView]) -> list[Widget]:
        """A row an item; another standing begins with a stronger line."""
        signs = [sign_of(app.view, i) for i in rows]
        begins = [self.grouped and n > 0 and sign != signs[n - 1] for n, sign in enumerate(signs)]
        return [self.line(app, i, sign, new) for i, sign, new in zip(rows, signs, begins, strict=True)]

    def line(self, app: "App", i: ItemView, sign: str, begins: bool) -> Line:
        """One item."""
        marks = frozenset(n for n, (count, element) in enumerate(self.ruler.columns) if bears(i, count, element, self.suspect_for_proof))
        word, note = app.words(f"evidence.sign.{sign}").capitalize(), origin(app, i, sign)
        said = ", ".join(f"{c} {app.words('element.' + e)}" for n, (c, e) in enumerate(self.ruler.columns) if n in marks)
        spoken = ". ".join(each for each in (f"{i.id} {i.title}, {app.tell.country(i.country)}", word, note, said) if each)
        return Line(key=f"item {i.id}", ruler=self.ruler, id=i.id, country=i.country, name=i.title, sign=sign, standing=word,
                    note=note, marks=marks, strong=i.strength >= STRONG, selected=i.id == self.item, begins=begins, spoken=spoken,
                    press=lambda: self.press_line(app, i.id))  # fmt: skip

    def press_line(self, app: "App", id: str) -> None:
        """The mouse takes the item and the column under it; Enter on the item that is open goes to what can be done."""
        if app.pointer is not None:
            number = self.ruler.column_at(app.pointer[0])
            self.cursor = self.cursor if number is None else number
        elif id == self.item and not self.small:
            self.to_acts(app)
            return
        self.look(app, id)
        self.opened = self.small

    def to_acts(self, app: "App") -> None:
        """The focus to the first thing that can be done."""
        found = next((each.key for each in app.able() if each.key.startswith("offer ")), None)
        self.focus, app.dirty = found or self.focus, True

    def proved(self, app: "App") -> Proved:
        """What is proved today, element by element."""
        strength, sources = app.sitting.scenario.proof
        words = app.words
        told = (words("evidence.proof"), words("evidence.solid"), words("evidence.line", n=strength, of=sources))
        bars = tuple(self.column(app, count, element) for count, element in self.ruler.columns)
        return Proved(ruler=self.ruler, bars=bars, needed=2 * strength, told=told)

    def column(self, app: "App", count: str, element: str) -> Bar:
        """How one element stands; against all suspects it stands as with the one with the least."""
        found = weakest(app.view, count, element, self.suspect_for_proof)
        reach = reach_of(found, *app.sitting.scenario.proof)
        return Bar(found.halves, found.possible, reach, app.words(f"evidence.state.{reach}"))

    def legend(self, app: "App") -> Legend:
        """What the marks mean, how many items, against whom."""
        words = app.words
        said = {True: words("evidence.strong"), False: words("evidence.supports")}
        signs = [(sign, strong, said[strong] if sign == "admitted" else words(f"evidence.sign.{sign}")) for sign, strong in SIGNS]
        who = words("evidence.all") if self.suspect == ALL else words("evidence.one", who=self.suspect)
        return Legend(signs=signs, note=words("evidence.count", n=len(app.view.items), who=who))

    # -- keys ---------------------------------------------------------------------------------------------------------

    def escape(self, app: "App") -> None:
        """Back to the table from an item that was opened, else back."""
        if self.small and self.opened:
            self.opened, self.focus, app.dirty = False, f"item {self.item}", True
        else:
            app.pop()

    def look(self, app: "App", id: str) -> None:
        """Another item in the inspector."""
        self.item, self.focus, app.dirty = id, f"item {id}", True
        self.scrolls["inspector"] = 0.0

    def arrow(self, app: "App", direction: str) -> bool:
        """Up and down take another item, left and right another element."""
        by = 1 if direction in ("right", "down") else -1
        if not self.focus.startswith("item "):
            return False
        if direction in ("left", "right"):
            self.first = self.ruler.first
            self.cursor = max(0, min(self.ruler.every - 1, self.cursor + by))
            app.dirty = True
            return True
        ids = [i.id for i in self.sorted(app.view)]
        here = ids.index(self.item) + by
        if 0 <= here < len(ids):
            self.look(app, ids[here])
            return True
        return False

    def keys(self, app: "App") -> dict[str, Callable[[], None]]:
        """S takes the next suspect, G groups, F opens the rule book for the item; digits press what can be done."""
        able = [each for each in app.able() if each.key.startswith("offer ")]
        acts = {str(n): (lambda each=each: app.press(each)) for n, each in enumerate(able[:9], 1)}
        return {**going(app), **acts, "s": lambda: self.next_suspect(app), "g": lambda: self.group(app),
                "f": lambda: rules_of(app, self.looked_at(app))}  # fmt: skip

    def group(self, app: "App") -> None:
        """By standing, or as the file has them."""
        self.grouped, app.dirty = not self.grouped, True

    def next_suspect(self, app: "App") -> None:
        """The next suspect; after the last one all of them."""
        choices = [*self.suspects(app.view), ALL]
        here = choices.index(self.suspect) if self.suspect in choices else -1
        self.against(choices[(here + 1) % len(choices)])
        app.dirty = True


def bears(i: ItemView, count: str, element: str, suspect: str) -> bool:
    """Does an item speak to an element (against this suspect, where it is proved per suspect)?"""
    return any(c == count and e == element and (not who or not suspect or suspect in who) for c, e, who in i.proves)


def weakest(view: SeatView, count: str, element: str, suspect: str) -> ProofView:
    """The proof of an element against this suspect; against all of them, that against the one with the least."""
    found = [p for p in view.proofs if (p.count, p.element) == (count, element) and (not suspect or p.suspect in (None, suspect))]
    return min(found, key=lambda p: (p.proved, p.halves, p.possible))


def reach_of(found: ProofView, strength: int, sources: int) -> str:
    """Is it proved, can it still be, or is there not enough under way?"""
    enough = found.possible >= 2 * strength and found.possible_sources >= sources
    return "proved" if found.proved else "possible" if enough else "short"
