"""Texts: lines that are broken, and lines of pieces (icons, flags, words, chips)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from game.window.brush import Brush
from game.window.theme import ROLES
from game.window.widgets.place import Widget


@dataclass
class Label(Widget):
    """A text over as many lines as it needs; `most` = cut after so many with an ellipsis."""

    text: str = ""
    role: str = "body"
    token: str = "ink"
    most: int = 0
    gap: float = 0
    align: str = "left"

    @property
    def says(self) -> str:
        """Its text."""
        return self.text

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
