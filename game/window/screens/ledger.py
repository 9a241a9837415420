"""The ledger: what the home court would say to each item and by which rule, grouped by ruling; how far each count is proved."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from engine import ItemView, SeatView
from game.window.app import Screen
from game.window.brush import Brush
from game.window.pictures.matrix import SIGNS
from game.window.screens.acts import Flush, band, inset
from game.window.screens.common import Foot, Sheet, TopBar, bar_for, kept
from game.window.screens.evidence import Evidence, reach_of
from game.window.screens.item import inspector, origin, rules_of, sign_of, sure
from game.window.screens.reading import going
from game.window.segments import BarSegments
from game.window.tables import BAR_TOKENS
from game.window.widgets import Button, Card, Column, Fixed, Growing, Label, Panel, Rich, Row, Scroll, Space, Widget

if TYPE_CHECKING:
    from game.window.app import App

SIDE, NARROW, SHARE = 350.0, 1000.0, 0.42
RULED, PROVED = "ruled", "proved"
RULINGS = ("admitted", "weighed", "excluded", "intelligence", "not_held", "lost")
LAMPS = {"proved": "check", "possible": "circle", "short": "x"}


def ruling_of(i: ItemView) -> str:
    """The ruling it stands under."""
    return "lost" if i.lost else i.verdict


class Ledger(Screen):
    """Rulings at the left, the item that is looked at at the right; what is proved against whom below the rulings."""

    begins_at = ("ruling ",)

    def __init__(self, item: str = "") -> None:
        super().__init__()
        self.item, self.leaf = item, RULED

    def build(self, app: "App", brush: Brush, w: float, h: float) -> Widget:
        """Two sheets; one above the other where it is narrow."""
        view, words = app.view, app.words
        items = in_order(view)
        if self.item not in {i.id for i in items} and items:
            self.item = items[0].id
        self.focus = self.focus or f"ruling {self.item}"
        left = Panel(fill="card", body=Scroll(key=self.leaf, body=Column(gap=0, children=self.rows(app, items)), at=self.scrolls, pad=0))
        body: Widget = left
        if self.leaf == RULED:
            side = inspector(app, self, self.looked_at(app), "")
            body = Row(widths=(-1, SIDE), gap=10, children=[left, side])
            if w < NARROW:
                body = Column(gap=8, children=[Growing(left), Fixed(h * SHARE, side)])
        foot = Foot(keys=[("↑ ↓", words("ledger.move")), ("← →", words("ledger.leaves")), ("Enter", words("ledger.open")),
                          ("1-9", words("foot.choose")), ("F", words("page.rulebook")), ("Esc", words("foot.back"))],
                    note=kept(app))  # fmt: skip
        return Sheet(bar=self.bar(app), body=body, foot=foot, notice=app.toast)

    def rows(self, app: "App", items: list[ItemView]) -> list[Widget]:
        """The leaf that is open: the rulings, or what is proved."""
        return [tally(app, app.view), *self.rulings(app, items)] if self.leaf == RULED else proved(app, app.view)

    def bar(self, app: "App") -> TopBar:
        """Which leaf; the table of evidence; back."""
        words = app.words
        options = [(leaf, words(f"ledger.leaf.{leaf}")) for leaf in (RULED, PROVED)]
        leaf: Any = BarSegments(key="leaf", name=words("page.ledger"), options=options, chosen=self.leaf, pick=self.open)
        table = Button(key="table", text=words("evidence.title"), kind="bar", icon="table", cap="Shift B", press=lambda: self.to_table(app))
        return bar_for(app, words("page.ledger"), "", leaf, table)

    def open(self, leaf: str) -> None:
        """Another leaf; the rulings take the focus where they are what is seen."""
        self.leaf, self.focus = leaf, "leaf" if leaf == PROVED else f"ruling {self.item}"

    def looked_at(self, app: "App") -> ItemView | None:
        """The item in the inspector."""
        return next((i for i in app.view.items if i.id == self.item), None)

    def rulings(self, app: "App", items: list[ItemView]) -> list[Widget]:
        """The items under each ruling, with the number of them."""
        rows: list[Widget] = []
        for ruling in RULINGS:
            group = [i for i in items if ruling_of(i) == ruling]
            if group:
                rows.append(band(app.words(f"verdict.{ruling}").capitalize(), str(len(group))))
                if not any(i.rule for i in group):
                    rows.append(inset(Space(height=2), Label(text=app.words(f"ledger.why.{ruling}"), role="second", token="ink3", gap=2)))
                rows.append(Flush(gap=0, children=[self.row(app, i) for i in group]))
        return rows or [inset(Space(height=6), Label(text=app.words("ledger.empty")))]

    def row(self, app: "App", i: ItemView) -> Card:
        """One item: its standing; why, by which rule."""
        sign = sign_of(app.view, i)
        icon, token, tint = SIGNS[sign]
        chip = (icon, app.words(f"evidence.sign.{sign}").capitalize(), token, tint or "sunken", "")
        says, cited = why(app, i)
        note = "" if cited else origin(app, i, sign)
        pieces: list[Any] = [("chip", (i.id, "ink2", "sunken")), ("flag", i.country), ("label ink", i.title),
                             ("end words", (note, "per" if sign == "perishing" else "ink3")), ("end chip", chip)]  # fmt: skip
        lines: list[Widget] = [Rich(pieces=pieces, height=20)]
        if says:
            lines.append(Label(text=says, role="letter", token="ink2"))
        if cited:
            lines.append(Label(text=cited, role="second", token="ink3"))
        return Card(key=f"ruling {i.id}", pad=9, flat=True, ring_inside=True, fill="card", body=Column(gap=3, children=lines),
                    selected=i.id == self.item, press=lambda: self.press_row(app, i.id))  # fmt: skip

    # -- keys ---------------------------------------------------------------------------------------------------------

    def press_row(self, app: "App", id: str) -> None:
        """The mouse looks at an item; Enter on the one that is looked at opens it in the table."""
        if app.pointer is None and id == self.item:
            app.push(Evidence(id))
        self.look(app, id)

    def to_table(self, app: "App") -> None:
        """The table of evidence, at the item that is looked at."""
        app.push(Evidence(self.item))

    def look(self, app: "App", id: str) -> None:
        """Another item in the inspector."""
        self.item, self.focus, app.dirty = id, f"ruling {id}", True
        self.scrolls["inspector"] = 0.0

    def arrow(self, app: "App", direction: str) -> bool:
        """Up and down look at another item, left and right open the other leaf."""
        if direction in ("left", "right"):
            self.open(PROVED if self.leaf == RULED else RULED)
            return True
        if not self.focus.startswith("ruling ") or direction not in ("up", "down"):
            return False
        ids = [i.id for i in in_order(app.view)]
        here = ids.index(self.item) + (1 if direction == "down" else -1)
        if 0 <= here < len(ids):
            self.look(app, ids[here])
        return 0 <= here < len(ids)

    def keys(self, app: "App") -> dict[str, Callable[[], None]]:
        """F opens the rule book for the item; digits press what can be done."""
        able = [each for each in app.able() if each.key.startswith("offer ")]
        acts = {str(n): (lambda each=each: app.press(each)) for n, each in enumerate(able[:9], 1)}
        return {**going(app), **acts, "f": lambda: rules_of(app, self.looked_at(app)), "shift b": lambda: self.to_table(app)}


def in_order(view: SeatView) -> list[ItemView]:
    """The items by ruling, then as the file has them."""
    return sorted(view.items, key=lambda i: RULINGS.index(ruling_of(i)))


def why(app: "App", i: ItemView) -> tuple[str, str]:
    """Why the court would say so: what the rule says and what is lacking; and who says so."""
    words, source = app.words, app.tell.source(i.source)
    lacking = ", ".join(app.sitting.scenario.law.formalities[code].title for code in i.lacks)
    lacks = words("evidence.step.lacks", what=lacking).capitalize() if lacking else ""
    if source is None:
        return lacks, ""
    name, how = app.tell.called(str(i.source), source), sure(app, source.confidence, source.checked)
    cited = how if name == source.says else f"{name}. {how}"
    return ". ".join(each for each in (source.says.rstrip("."), lacks) if each), cited


def tally(app: "App", view: SeatView) -> Widget:
    """How many items under each ruling, in one line."""
    pieces: list[Any] = []
    for ruling in RULINGS:
        count = sum(1 for i in view.items if ruling_of(i) == ruling)
        icon, token, _ = SIGNS[ruling]
        if count:
            pieces += [("icon", (icon, token)), ("label ink", str(count)), ("second ink2", app.words(f"evidence.sign.{ruling}"))]
    note = Label(text=app.words("ledger.note", country=app.tell.country(view.home)), role="second", token="ink3")
    return inset(Space(height=6), Rich(pieces=pieces, height=22), note, Space(height=4))


# -- what is proved -----------------------------------------------------------------------------------------------------


def proved(app: "App", view: SeatView) -> list[Widget]:
    """Every element of every count against each suspect, with its strength and its sources."""
    strength, sources = app.sitting.scenario.proof
    rows: list[Widget] = []
    for id, count in app.sitting.scenario.counts.items():
        rows.append(inset(Space(height=8), Label(text=f"{id} {count.title}", role="card"), Space(height=2, line=True)))
        for p in (each for each in view.proofs if each.count == id):
            reach = reach_of(p, strength, sources)
            who = f", {p.suspect} {app.tell.name(p.suspect)}" if p.suspect else ""
            name = f"{app.words('element.' + p.element).capitalize()}{who}"
            rows.append(inset(proof_row(app, name, reach, f"{p.halves / 2:g}", str(p.sources), ", ".join(p.items))))
    note = app.words("evidence.line", n=strength, of=sources)
    return [band(app.words("evidence.proof"), note), *rows, Space(height=10)] if rows else []


def proof_row(app: "App", name: str, reach: str, strength: str, sources: str, items: str) -> Widget:
    """One element: its name, how it stands, strength and sources, the items it rests on."""
    token = BAR_TOKENS[reach]
    return Row(
        widths=(-1.6, 96, -1.2, -1.2),
        gap=10,
        children=[
            Label(text=name, role="body", most=1, gap=4),
            Rich(pieces=[("icon", (LAMPS[reach], token)), (f"axis {token}", app.words(f"evidence.state.{reach}"))]),
            Label(text=app.words("ledger.from", n=strength, of=sources), role="second", token="ink2"),
            Label(text=items, role="second", token="ink3"),
        ],
    )
