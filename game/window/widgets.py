"""Widgets: retained things with a place, drawn by a brush. They know nothing of cases or law."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from game.window.brush import Box, Brush
from game.window.theme import ROLES

Press = Callable[[], None]
GUTTER = 9.0
"""Room for the bar of a scrolled column that has no padding of its own."""
HIT = 28.0
"""The least height of anything that can be pressed."""


@dataclass
class Widget:
    """A place on the screen. `key` names it across rebuilds; who has a `press` can be pressed and takes the focus."""

    key: str = ""
    press: Press | None = None
    enabled: bool = True
    tip: str = ""
    box: Box = (0, 0, 0, 0)
    children: list["Widget"] = field(default_factory=list)
    ring_inside: bool = False
    on_bar: bool = False
    parent_clip: Box | None = None

    @property
    def takes_focus(self) -> bool:
        """Can it have the focus? A disabled thing can, so that its reason can be read."""
        return self.press is not None

    @property
    def says(self) -> str:
        """What it says when it is read aloud."""
        return self.tip

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """Take a place of this width (and height, if one is given); answers the height used."""
        self.box = (x, y, w, h or 0)
        return self.box[3]

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Draw it and what is inside."""
        for child in self.children:
            child.paint(brush, focus, hover)

    def walk(self) -> Iterator["Widget"]:
        """It and everything inside, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def holds(self, x: float, y: float) -> bool:
        """Is a logical point inside?"""
        bx, by, bw, bh = self.box
        inside = bx <= x < bx + bw and by <= y < by + bh
        clip = self.parent_clip
        return inside and (clip is None or (clip[0] <= x < clip[0] + clip[2] and clip[1] <= y < clip[1] + clip[3]))


@dataclass
class Label(Widget):
    """A text over as many lines as it needs; `most` = cut after so many with an ellipsis."""

    text: str = ""
    role: str = "body"
    token: str = "ink"
    most: int = 0
    gap: float = 0
    align: str = "left"

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """As high as its lines."""
        self.rows = brush.lines(self.text, self.role, w)
        if self.most and len(self.rows) > self.most:
            self.rows = [*self.rows[: self.most - 1], " ".join(self.rows[self.most - 1 :])]
        self.box = (x, y, w, len(self.rows) * ROLES[self.role][2] + self.gap)
        return self.box[3]

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Its lines."""
        x, y, w, _ = self.box
        for number, row in enumerate(self.rows):
            brush.text(x, y + number * ROLES[self.role][2], row, self.role, self.token, w, self.align)


@dataclass
class Space(Widget):
    """Nothing, of a height; `line` draws a hairline in its middle."""

    height: float = 8
    line: bool = False

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """Its height."""
        self.box = (x, y, w, self.height)
        return self.height

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """The hairline."""
        if self.line:
            brush.line(self.box[0], self.box[1] + self.height / 2, self.box[2])


@dataclass
class Column(Widget):
    """Things below one another; the one that `grows` takes what height is left."""

    gap: float = 8
    pad: float = 0

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """One after the other."""
        inner, top = w - 2 * self.pad, y + self.pad
        growing = next((c for c in self.children if getattr(c, "grows", False)), None) if h is not None else None
        rest = 0.0
        if growing is not None and h is not None:
            used = sum(c.place(brush, x, y, inner) for c in self.children if c is not growing)
            rest = max(40.0, h - 2 * self.pad - used - self.gap * (len(self.children) - 1))
        for child in self.children:
            top += child.place(brush, x + self.pad, top, inner, rest if child is growing else None) + self.gap
        height = h if h is not None else max(0.0, top - self.gap - y) + self.pad
        self.box = (x, y, w, height)
        return height


class Growing(Column):
    """Something that takes the height that is left."""

    grows = True

    def __init__(self, inner: Widget) -> None:
        super().__init__(children=[inner])

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """All of it."""
        self.children[0].place(brush, x, y, w, h)
        self.box = (x, y, w, h or 0)
        return self.box[3]


class Fixed(Column):
    """Something of a fixed height."""

    def __init__(self, height: float, inner: Widget) -> None:
        super().__init__(children=[inner])
        self.height = height

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """Its height, whatever there is."""
        self.children[0].place(brush, x, y, w, self.height)
        self.box = (x, y, w, self.height)
        return self.height


@dataclass
class Row(Widget):
    """Things side by side: `widths` are logical pixels, or shares of what is left where they are negative."""

    widths: Sequence[float] = ()
    gap: float = 8
    even: bool = False

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """Side by side; as high as the highest (`even` makes all of them so)."""
        if self.even and h is None:
            highest = max((child.box[3] for child in self.laid(brush, x, y, w, None)), default=0.0)
            self.laid(brush, x, y, w, highest)
            self.box = (x, y, w, highest)
            return highest
        height = max([h or 0.0, *(child.box[3] for child in self.laid(brush, x, y, w, h))])
        self.box = (x, y, w, height)
        return height

    def laid(self, brush: Brush, x: float, y: float, w: float, h: float | None) -> list[Widget]:
        """The things, placed side by side."""
        widths = list(self.widths) or [-1.0] * len(self.children)
        left = w - self.gap * (len(widths) - 1) - sum(each for each in widths if each > 0)
        shares = sum(-each for each in widths if each < 0) or 1
        at = x
        for child, each in zip(self.children, widths, strict=True):
            own = each if each > 0 else max(0.0, left) * -each / shares
            child.place(brush, at, y, own, h)
            at += own + self.gap
        return self.children


@dataclass
class Panel(Widget):
    """A panel with a head and a body that fills it."""

    title: str = ""
    note: str = ""
    icon: str = ""
    cap: str = ""
    body: Widget | None = None
    fill: str = "panel"
    grows: bool = True
    head: float = 36
    tabs: Widget | None = None
    legend: Callable[[Brush, float, float, float], None] | None = None
    rings: bool = False

    def __post_init__(self) -> None:
        self.children = [each for each in (self.tabs, self.body) if each is not None]

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """Head and body."""
        head = self.head if self.title else 0
        if self.tabs is not None:
            head = self.tabs.place(brush, x, y, w)
        used = self.body.place(brush, x, y + head, w, None if h is None else h - head) if self.body else 0
        self.box = (x, y, w, h if h is not None else head + used)
        return self.box[3]

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """The sheet, its head, its body."""
        x, y, w, h = self.box
        if brush.theme["shadow"][3]:
            brush.box((x - 1, y + 2, w + 2, h + 1), "shadow", None, 7)
        brush.box(self.box, self.fill, "line2" if brush.theme.name == "contrast" else "line", 6)
        if self.title:
            at = x + 12
            if self.icon:
                brush.icon(at, y + 10, self.icon, 16)
                at += 24
            notes = brush.width(self.note, "second") + 12 if self.note else 0
            at += brush.text(at, y + 9, self.title, "label", "ink", w - notes - 70) + 8
            if self.cap:
                brush.cap(at, y + 9.5, self.cap)
                at += brush.cap_width(self.cap) + 10
            if self.note:
                brush.text(x + w - notes, y + 10, self.note, "second", "ink3", notes, "left")
            if self.legend is not None:
                self.legend(brush, at, y, x + w - notes - 8 - at)
            brush.line(x, y + self.head - 1, w)
        super().paint(brush, focus, hover)
        if self.rings and id(self) in brush.path:
            brush.focus((x, y, w, h), out=1)


@dataclass
class Scroll(Widget):
    """A column seen through an opening; the wheel and the focus move it. `at` is kept by whoever built it."""

    body: Widget | None = None
    at: dict[str, float] = field(default_factory=dict)
    grows: bool = True
    pad: float = 12

    def __post_init__(self) -> None:
        self.children = [self.body] if self.body else []
        self.content = 0.0

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """The opening; what is inside is moved up by how far it is scrolled."""
        assert self.body is not None
        self.content = self.body.place(brush, x + self.pad, y + self.pad, w - 2 * self.pad) + 2 * self.pad
        self.box = (x, y, w, h if h is not None else self.content)
        most = max(0.0, self.content - self.box[3])
        gutter = GUTTER if most and not self.pad else 0.0
        self.at[self.key] = min(most, max(0.0, self.at.get(self.key, 0.0)))
        if self.at[self.key] or gutter:
            self.body.place(brush, x + self.pad, y + self.pad - self.at[self.key], w - 2 * self.pad - gutter)
        for inner in self.body.walk():
            inner.parent_clip = self.box if inner.parent_clip is None else meet(inner.parent_clip, self.box)
        return self.box[3]

    def scroll(self, by: float) -> None:
        """Move by so many logical pixels."""
        self.at[self.key] = max(0.0, min(max(0.0, self.content - self.box[3]), self.at.get(self.key, 0.0) + by))

    def show(self, widget: Widget) -> None:
        """Move so that a widget inside is seen whole, or from its top."""
        top, bottom = widget.box[1], widget.box[1] + widget.box[3]
        if bottom > self.box[1] + self.box[3] - 6:
            self.scroll(bottom - self.box[1] - self.box[3] + 12)
            top -= bottom - self.box[1] - self.box[3] + 12
        if top < self.box[1] + 4:
            self.scroll(top - self.box[1] - 12)

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """What can be seen, and a bar where there is more."""
        before = brush.surface.get_clip()
        brush.surface.set_clip(brush.real(self.box).clip(before))
        assert self.body is not None
        paint_seen(self.body, self.box, brush, focus, hover)
        brush.surface.set_clip(before)
        if self.content > self.box[3] + 1:
            x, y, w, h = self.box
            share = h / self.content
            brush.box(
                (x + w - 7, y + 3 + (h - 6) * self.at.get(self.key, 0) / self.content, 4, max(16.0, (h - 6) * share)),
                "line2",
                None,
                2,
            )


def paint_seen(body: Widget, opening: Box, brush: Brush, focus: str, hover: str) -> None:
    """Paint what lies in the opening; of a plain column only those of its children that do."""
    if type(body) is not Column:
        body.paint(brush, focus, hover)
        return
    top, bottom = opening[1] - 8, opening[1] + opening[3] + 8
    for child in body.children:
        if child.box[1] < bottom and child.box[1] + child.box[3] > top:
            child.paint(brush, focus, hover)


def meet(one: Box, other: Box) -> Box:
    """What two boxes have in common."""
    x, y = max(one[0], other[0]), max(one[1], other[1])
    return (
        x,
        y,
        max(0.0, min(one[0] + one[2], other[0] + other[2]) - x),
        max(0.0, min(one[1] + one[3], other[1] + other[3]) - y),
    )


@dataclass
class Button(Widget):
    """Something to press: words, perhaps an icon and a key cap. `kind`: plain, primary, bar, chosen."""

    text: str = ""
    kind: str = "plain"
    icon: str = ""
    cap: str = ""
    height: float = 30
    width: float = 0
    token: str = ""
    bare: bool = False

    @property
    def says(self) -> str:
        """Its words, and why not."""
        return self.text + (f". {self.tip}" if self.tip else "")

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """As wide as it is told."""
        self.box = (x, y, w, self.height)
        return self.height

    def natural(self, brush: Brush) -> float:
        """How wide it would like to be."""
        words = 0.0 if self.bare or not self.text else brush.width(self.text, "button") + 6
        return 11 + (22 if self.icon else 0) + words + (brush.cap_width(self.cap) + 9 if self.cap else 5)

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Box, icon, words, key."""
        x, y, w, h = self.box
        bar = self.kind in ("bar", "bar_chosen")
        fill = {"primary": "pri", "bar": "bar", "bar_chosen": "barT", "chosen": "pri"}.get(self.kind, "card")
        if not self.enabled:
            fill = "sunken"
        elif hover == self.key and self.kind in ("plain", "primary", "chosen"):
            fill = "priH" if fill == "pri" else "hov"
        brush.box(self.box, fill, "barB" if bar else "ctl" if self.enabled else "line", 5)
        ink = {"primary": "priT", "chosen": "priT", "bar": "barT"}.get(self.kind, "ink") if self.enabled else "ink3"
        if self.kind == "bar_chosen":
            ink = "bar" if brush.theme.name == "paper" else "desk"
        at = x + 11
        if self.icon:
            brush.icon(at, y + (h - 16) / 2, self.icon, 16, self.token or ink)
            at += 22
        caps = brush.cap_width(self.cap) + 8 if self.cap else 0
        if not self.bare:
            brush.text(at, y + (h - 18) / 2, self.text, "button", ink, x + w - at - caps - 6)
        if self.cap:
            brush.cap(x + w - caps - 1, y + (h - 17) / 2, self.cap, bar)
        if focus == self.key:
            brush.focus(self.box, "focusBar" if bar or self.on_bar else "focus")


@dataclass
class Flow(Widget):
    """Buttons side by side at their own widths, on as many lines as they need."""

    gap: float = 8
    right: bool = False

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """Line by line."""
        at, top, height = x, y, 0.0
        for child in self.children:
            own = min(w, child.natural(brush) if isinstance(child, Button) else w)
            if at > x and at + own > x + w:
                at, top = x, top + height + self.gap
            height = child.place(brush, at, top, own)
            at += own + self.gap
        self.box = (x, y, w, top + height - y if self.children else 0)
        return self.box[3]


@dataclass
class Card(Widget):
    """A thing to press with a body of its own: a choice, a letter in the inbox, a case."""

    body: Widget | None = None
    fill: str = "card"
    border: str = "ctl"
    pad: float = 12
    number: str = ""
    selected: bool = False
    words: str = ""
    flat: bool = False

    def __post_init__(self) -> None:
        self.children = [self.body] if self.body else []

    @property
    def says(self) -> str:
        """Everything written on it."""
        texts = [w.text if isinstance(w, Label) else w.says for w in self.walk() if isinstance(w, Label | Rich)]
        return ". ".join(t for t in [self.words, *texts, self.tip] if t)

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """Round its body."""
        left = self.pad + (36 if self.number else 0)
        used = self.body.place(brush, x + left, y + self.pad, w - left - self.pad) if self.body else 0
        self.box = (x, y, w, max(HIT, used + 2 * self.pad, h or 0))
        return self.box[3]

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Box, number, body."""
        x, y, w, h = self.box
        fill = self.fill if self.enabled else "sunken"
        if hover == self.key and self.press and self.enabled:
            fill = "hov"
        if self.flat:
            brush.fill(self.box, "sel" if self.selected else fill)
            brush.line(x, y + h - 1, w)
        else:
            brush.box(self.box, "sel" if self.selected else fill, self.border if self.enabled else "line", 6)
        if self.selected:
            brush.fill((x, y + 2, 3, h - 4), "pri")
        if self.number:
            brush.box((x + self.pad, y + self.pad - 1, 24, 24), "sunken", "line2", 4)
            brush.text(
                x + self.pad, y + self.pad + 2, self.number, "label", "ink" if self.enabled else "ink3", 24, "centre"
            )
        super().paint(brush, focus, hover)
        if focus == self.key and self.key:
            brush.focus(self.box, inside=self.ring_inside)


@dataclass
class Tick(Widget):
    """A tick box or a round one, with words, small print and perhaps the reason why it is barred."""

    text: str = ""
    note: str = ""
    on: bool = False
    one_of: bool = False
    barred: bool = False

    @property
    def says(self) -> str:
        """Its words, its state, its small print."""
        return f"{self.text}, {'on' if self.on else 'off'}. {self.note}"

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """Words and small print."""
        self.rows = brush.lines(self.text, "body", w - 34)
        self.small = brush.lines(self.note, "second", w - 34) if self.note else []
        self.box = (x, y, w, max(HIT, len(self.rows) * 18 + len(self.small) * 16 + 8))
        return self.box[3]

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Box, words."""
        x, y, w, _ = self.box
        if hover == self.key or focus == self.key:
            brush.box(self.box, "sel" if focus == self.key else "hov", None, 4)
        side = 15
        brush.box((x + 8, y + 6, side, side), "pri" if self.on else "card", "ctl", side / 2 if self.one_of else 3)
        if self.on:
            brush.icon(x + 9.5, y + 7.5, "circle" if self.one_of else "check", 12, "priT")
        for number, row in enumerate(self.rows):
            brush.text(x + 32, y + 4 + 18 * number, row, "body", "ink2" if self.barred else "ink", w - 34)
        for number, row in enumerate(self.small):
            brush.text(
                x + 32,
                y + 4 + 18 * len(self.rows) + 16 * number,
                row,
                "second",
                "exc" if self.barred else "ink3",
                w - 34,
            )
        if focus == self.key:
            brush.focus(self.box, inside=True)


@dataclass
class Rich(Widget):
    """A line of pieces: icons, flags, words, chips, in one row, cut at the end."""

    pieces: Sequence[tuple[str, Any]] = ()
    height: float = 18
    gap: float = 6

    @property
    def says(self) -> str:
        """Its words; a flag says its country, lamps how many are lit."""
        return ", ".join(each for kind, value in self.pieces if (each := said(kind, value)))

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """One line."""
        self.box = (x, y, w, self.height)
        return self.height

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Piece by piece: first those that stand at the end, then the others as far as there is room."""
        x, y, w, h = self.box
        end = x + w
        for kind, value in reversed([piece for piece in self.pieces if piece[0].startswith("end ")]):
            wide = min(piece_width(brush, kind[4:], value), max(0.0, end - x) * 0.6)
            end -= wide
            draw_piece(brush, kind[4:], value, end, y, h, end + wide)
            end -= self.gap
        at = x
        for kind, value in self.pieces:
            if at >= end - 8:
                break
            if kind == "right":
                text, role, token = value
                wide = min(brush.width(text, role), end - at)
                draw_piece(brush, f"{role} {token}", text, max(at, end - wide), y, h, end)
                at = end
            elif not kind.startswith("end "):
                at += draw_piece(brush, kind, value, at, y, h, end) + self.gap


def said(kind: str, value: Any) -> str:
    """What a piece of a line says when it is read aloud."""
    kind = kind.removeprefix("end ")
    if kind == "lamps":
        return f"{value[0]} / 5"
    if kind == "icon":
        return str(value[2]) if len(value) > 2 else ""
    if kind == "chip":
        return str(value[0]) if len(value) == 3 else ", ".join(each for each in (value[4], value[1]) if each)
    if kind in ("right", "words"):
        return str(value[0])
    return str(value)


def piece_width(brush: Brush, kind: str, value: Any) -> float:
    """How wide a piece that stands at the end would like to be."""
    if kind == "lamps":
        return 5 * 9.0
    if kind == "icon":
        return 15.0 + (brush.width(value[2], "second") + 5 if len(value) > 2 and value[2] else 0)
    if kind == "words":
        return brush.width(value[0], "second") + 1
    if kind == "chip" and len(value) == 5:
        left = brush.width(value[4], "second") + 8 if value[4] else 0
        return left + brush.width(value[1], "axis") + 32
    if kind == "flag":
        return 15.0
    if kind == "cap":
        return brush.cap_width(str(value))
    return brush.width(str(value), kind.split(" ")[0])


def draw_piece(brush: Brush, kind: str, value: Any, x: float, y: float, h: float, end: float) -> float:
    """One piece in a line of this height; answers its width."""
    if kind == "icon":
        brush.icon(x, y + (h - 15) / 2, value[0], 15, value[1])
        told = value[2] if len(value) > 2 else ""
        return 15 + (brush.text(x + 20, y + (h - 16) / 2, told, "second", value[1], end - x - 19) + 5 if told else 0)
    if kind == "flag":
        return brush.flag(x, y + (h - 11) / 2, value)
    if kind == "cap":
        return brush.cap(x, y + (h - 17) / 2, value)
    if kind == "chip":
        return draw_chip(brush, value, x, y, h, end)
    if kind == "lamps":
        for number in range(5):
            brush.box((x + 9 * number, y + (h - 7) / 2, 7, 7), value[1] if number < value[0] else None, value[1], 3.5)
        return 45
    role, token = ("second", value[1]) if kind == "words" else kind.split(" ")
    text = value[0] if kind == "words" else str(value)
    return brush.text(x, y + (h - ROLES[role][2]) / 2, text, role, token, end - x + 1)


def draw_chip(brush: Brush, value: Any, x: float, y: float, h: float, end: float) -> float:
    """A tinted chip (text, token, tint), or one with an icon and small print before it (icon, text, token, tint, left)."""
    if len(value) == 5:
        icon, text, token, fill, left = value
        at = x + (brush.text(x, y + (h - 16) / 2, left, "second", "per", end - x) + 8 if left else 0)
        brush.box((at, y + (h - 19) / 2, end - at, 19), fill, token if brush.theme.name == "contrast" else None, 3)
        brush.icon(at + 6, y + (h - 12) / 2, icon, 12, token)
        brush.text(at + 22, y + (h - 14) / 2, text, "axis", token, end - at - 25)
        return end - x
    text, token, fill = value
    wide = min(brush.width(text, "axis") + 12, end - x)
    brush.box((x, y + (h - 18) / 2, wide, 18), fill, None, 3)
    brush.text(x + 6, y + (h - 14) / 2, text, "axis", token, wide - 11)
    return wide


@dataclass
class Picture(Widget):
    """Something drawn by a function of the brush and the box.

    With a `memory` it is drawn once for each `state` and size, and copied after that.
    """

    draw: Callable[[Brush, Box], None] | None = None
    height: float = 100
    grows: bool = False
    words: str = ""
    memory: dict[str, Any] | None = None
    state: Any = None

    @property
    def says(self) -> str:
        """What it shows."""
        return self.words

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """As high as it is told."""
        self.box = (x, y, w, h if h is not None else self.height)
        return self.box[3]

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """The picture, or its copy."""
        if self.draw is not None:
            rect, before = brush.real(self.box), brush.surface.get_clip()
            whole = before.contains(rect) and brush.surface.get_rect().contains(rect)
            state = (self.state, tuple(rect), brush.k, brush.theme.name)
            kept = self.memory.get(f"picture {self.key}") if self.memory is not None and whole else None
            if kept is not None and kept[0] == state:
                brush.surface.blit(kept[1], rect)
            else:
                brush.surface.set_clip(rect.clip(before))
                self.draw(brush, self.box)
                brush.surface.set_clip(before)
                if self.memory is not None and whole and rect.w and rect.h:
                    self.memory[f"picture {self.key}"] = (state, brush.surface.subsurface(rect).copy())
        super().paint(brush, focus, hover)
        if focus == self.key and self.key:
            brush.focus(self.box, inside=True)
