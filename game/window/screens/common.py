"""What all screens share: the bar above, the foot below, the notice over everything."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from game.window.brush import Brush
from game.window.widgets import Button, Column, Label, Rich, Scroll, Widget

if TYPE_CHECKING:
    from game.window.app import App

BAR, FOOT, MARGIN = 48.0, 26.0, 8.0
MOST_LINES = 9
"""Of a notice; a number says how many more there are."""
TITLE, TITLE_ALONE = 250.0, 420.0
BEFORE = 150.0
"""The mark before the title and the air after it."""


@dataclass
class TopBar(Widget):
    """The dark bar: title and second line at the left, then pieces and buttons from the right."""

    title: str = ""
    second: str = ""
    pieces: Sequence[tuple[str, object]] = ()
    buttons: list[Button] = field(default_factory=list)
    left_buttons: list[Button] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.children = [*self.left_buttons, *self.buttons]

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """Buttons at their own widths; the title takes what is left."""
        at = x + w - 12
        for button in reversed(self.buttons):
            own = button.natural(brush)
            at -= own
            button.place(brush, at, y + 9, own)
            at -= 8
        self.right = at
        most = max(TITLE, at - x - BEFORE - sum(wide_of(brush, each) for each in self.pieces)) if self.pieces else TITLE_ALONE
        self.title_width = min(most, max(brush.width(self.title, "card"), brush.width(self.second, "second")) + 6)
        at = x + 50 + self.title_width + 24
        for button in self.left_buttons:
            own = button.natural(brush)
            button.place(brush, at, y + 9, own)
            at += own + 8
        self.left = at
        self.box = (x, y, w, BAR)
        return BAR

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Dark, with the mark, the title, the pieces."""
        x, y, w, h = self.box
        brush.fill(self.box, "bar")
        brush.icon(x + 15, y + 15, "stamp", 18, "barT")
        brush.text(x + 44, y + 6, self.title, "card", "barT", self.title_width)
        brush.text(x + 44, y + 28, self.second, "second", "barT2", self.title_width)
        brush.upright(x + 44 + self.title_width + 12, y, h, "barL")
        room = self.right - self.left - 8
        if self.pieces and room > 60:
            line = Rich(pieces=self.pieces, height=30)
            wide = min(room, sum(wide_of(brush, piece) for piece in self.pieces))
            line.place(brush, self.right - wide - 4, y + 9, wide + 4)
            line.paint(brush, focus, hover)
        super().paint(brush, focus, hover)
        if brush.theme.name == "contrast":
            brush.line(x, y + h - 1, w, "line2")


def wide_of(brush: Brush, piece: tuple[str, Any]) -> float:
    """How wide a piece of a rich line is."""
    kind, value = piece
    if kind == "icon":
        return 21
    if kind == "flag":
        return 21
    if kind == "cap":
        return max(17.0, brush.width(str(value), "axis") + 10) + 6
    if kind == "lamps":
        return 5 * 9 + 6
    if kind in ("chip", "right"):
        return brush.width(str(value[0]), "axis" if kind == "chip" else value[1]) + 20
    return brush.width(str(value), kind.split(" ")[0]) + 6


@dataclass
class Foot(Widget):
    """Keys and what they do; at the right a line of its own."""

    keys: Sequence[tuple[str, str]] = ()
    note: str = ""

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """A strip."""
        self.box = (x, y, w, FOOT)
        return FOOT

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Caps and words."""
        x, y, w, _ = self.box
        brush.line(x, y, w, "line2")
        note = min(brush.width(self.note, "second") + 12, w * 0.5)
        at = x + 12
        for cap, words in self.keys:
            need = max(17.0, brush.width(cap, "axis") + 10) + 6 + brush.width(words, "second") + 14
            if at + need > x + w - note - 10:
                break
            at += brush.cap(at, y + 5, cap) + 6
            at += brush.text(at, y + 5, words, "second", "ink2") + 14
        if self.note:
            brush.text(x + w - note, y + 5, self.note, "second", "ink2", note - 8, "right")


@dataclass
class Notice(Widget):
    """What just followed, over the screen, until any key."""

    lines: list[str] = field(default_factory=list)

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """At the foot, in the middle."""
        wide = min(620.0, w - 40)
        shown = [*self.lines[:MOST_LINES], *([f"… +{len(self.lines) - MOST_LINES}"] if len(self.lines) > MOST_LINES else [])]
        self.body = Column(
            gap=3, children=[Label(text=text, role="label" if n == 0 else "body", token="priT") for n, text in enumerate(shown)]
        )
        self.cap = brush.cap_width("Enter") + 12
        used = self.body.place(brush, x + (w - wide) / 2 + 42, 0, wide - 60 - self.cap)
        top = (h or 400) - used - 60
        self.body.place(brush, x + (w - wide) / 2 + 42, top, wide - 60 - self.cap)
        self.box = (x + (w - wide) / 2, top - 14, wide, used + 28)
        return self.box[3]

    @property
    def says(self) -> str:
        """Its lines."""
        return ". ".join(self.lines)

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """A dark card; Enter takes it away."""
        x, y, w, h = self.box
        brush.box((x - 3, y - 1, w + 6, h + 5), "shadow" if brush.theme["shadow"][3] else "line2", None, 8)
        brush.box(self.box, "pri", None, 5)
        brush.icon(x + 16, y + 15, "info", 16, "priT")
        self.body.paint(brush, focus, hover)
        brush.cap(x + w - self.cap - 4, y + 14.5, "Enter", True)


@dataclass
class Sheet(Widget):
    """A whole window: bar, body, foot, and a notice if there is one; footnotes above the foot."""

    bar: Widget | None = None
    body: Widget | None = None
    foot: Widget | None = None
    notice: list[str] = field(default_factory=list)
    under: Widget | None = None

    def __post_init__(self) -> None:
        over = [Notice(lines=self.notice)] if self.notice else []
        self.children = [each for each in (self.bar, self.body, self.foot, *over) if each is not None]

    def note(self, notes: Sequence[str]) -> None:
        """Put footnotes above the foot."""
        if notes:
            self.under = Column(gap=0, children=[Label(text=note, role="axis", token="ink3") for note in notes])
            self.children.append(self.under)

    @property
    def says(self) -> str:
        """What its bar names."""
        return self.bar.title if isinstance(self.bar, TopBar) else ""

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """Top, bottom, and the rest between."""
        height = h or 0
        top = self.bar.place(brush, x, y, w) if self.bar else 0
        bottom = FOOT if self.foot else 0
        if self.foot:
            self.foot.place(brush, x, y + height - FOOT, w)
        if self.under:
            used = self.under.place(brush, x + 12, 0, w - 24)
            bottom += used
            self.under.place(brush, x + 12, y + height - bottom - MARGIN / 2, w - 24)
        if self.body:
            self.body.place(brush, x + MARGIN, y + top + MARGIN, w - 2 * MARGIN, height - top - bottom - 2 * MARGIN)
        for child in self.children:
            if isinstance(child, Notice):
                child.place(brush, x, y, w, height)
        self.box = (x, y, w, height)
        return height


@dataclass
class Modal(Widget):
    """A question with its buttons, over what it is asked about or over an empty desk; the focus stays inside."""

    title: str = ""
    text: str = ""
    buttons: list[Button] = field(default_factory=list)
    scrolls: dict[str, float] = field(default_factory=dict)
    behind: Widget | None = None

    def __post_init__(self) -> None:
        self.children = list(self.buttons)

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """In the middle."""
        wide = min(640.0, w - 40)
        left = x + (w - wide) / 2
        self.words = Column(gap=8, children=[Label(text=self.title, role="screen"), Label(text=self.text, role="body")])
        self.opening = Scroll(key="words", body=self.words, at=self.scrolls, pad=0)
        used = min(self.words.place(brush, left + 24, 0, wide - 48), (h or 400) - 160)
        top = max(20.0, ((h or 400) - used - 90) / 2)
        self.opening.place(brush, left + 24, top + 22, wide - 48, used)
        at = left + wide - 24
        for button in reversed(self.buttons):
            own = button.natural(brush)
            at -= own
            button.place(brush, at, top + used + 40, own)
            at -= 10
        self.children = [self.opening, *self.buttons]
        self.sheet = (left, top, wide, used + 92)
        if self.behind is not None:
            self.behind.place(brush, x, y, w, h)
        self.box = (x, y, w, h or 0)
        return self.box[3]

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """A letter; what lies behind it is seen under a veil and cannot be reached."""
        if self.behind is not None:
            self.behind.paint(brush, "", "")
            brush.fill(self.box, "veil")
        brush.box(self.sheet, "card", "line2", 6)
        super().paint(brush, focus, hover)


def bar_for(app: "App", title: str, second: str = "", *buttons: Button) -> TopBar:
    """The bar of a screen inside a play: title, date, back to the desk."""
    play = app.sitting.play
    pieces = [
        ("icon", ("calendar", "barT2")),
        (
            "second barT2",
            app.words("desk.short", date=app.words.date(play.today), day=play.today - play.scenario.start),
        ),
    ]
    below = app.stack[-2].named if len(app.stack) > 1 else "page.desk"
    back = Button(key="back", text=app.words(below), kind="bar", icon="undo-2", cap="Esc", press=app.pop)
    return TopBar(title=title, second=second or app.sitting.scenario.title, pieces=pieces, buttons=[*buttons, back])


def kept(app: "App") -> str:
    """Where the play stands in its log."""
    play = app.sitting.play
    return app.words("desk.kept", n=len(play.decisions), seed=play.seed)
