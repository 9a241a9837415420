"""A text with links in it: broken over lines as any text, each link a thing to press with a line under it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from game.window.brush import Box, Brush
from game.window.theme import ROLES
from game.window.widgets import Press, Widget

Piece = tuple[str, str, Press | None]
"""Words; the key and the press of a link, or neither."""


@dataclass
class Link(Widget):
    """Some words of a text that lead somewhere; they may stand on more than one line."""

    text: str = ""
    role: str = "body"
    runs: list[tuple[Box, str]] = field(default_factory=list)

    @property
    def says(self) -> str:
        """Its words, and where they lead."""
        return ". ".join(each for each in (self.text, self.tip) if each)

    def stand(self, runs: list[tuple[Box, str]]) -> None:
        """Where its words stand; its box is that of the first of them."""
        self.runs = runs
        self.box = runs[0][0] if runs else (0, 0, 0, 0)

    def holds(self, x: float, y: float) -> bool:
        """Is a point in any of its runs?"""
        clip = self.parent_clip
        if clip is not None and not within(clip, x, y):
            return False
        return any(within(box, x, y) for box, _ in self.runs)

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Its words with a line under them; a ground under the mouse."""
        for (x, y, w, h), words in self.runs:
            if hover == self.key:
                brush.fill((x, y, w, h), "hov")
            brush.text(x, y, words, self.role, "ink", w + 1)
            brush.line(x, y + h - 2, w, "ink" if hover == self.key else "ink3")
            if focus == self.key:
                brush.focus((x, y, w, h), out=2)


@dataclass
class Prose(Widget):
    """Pieces of a text, some of them links, in reading order."""

    pieces: Sequence[Piece] = ()
    role: str = "body"
    token: str = "ink"
    gap: float = 0

    def __post_init__(self) -> None:
        self.links = [
            Link(key=key, press=press, text=text, role=self.role) if press else None for text, key, press in self.pieces
        ]
        self.children = [each for each in self.links if each is not None]
        self.runs: list[tuple[Box, str]] = []

    @property
    def says(self) -> str:
        """The whole text."""
        return "".join(text for text, _, _ in self.pieces)

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """Word by word; the words of a piece that stand together on a line are one run."""
        high = ROLES[self.role][2]
        self.runs = []
        of_links: dict[int, list[Any]] = {n: [] for n, link in enumerate(self.links) if link is not None}
        lines = broken(brush, [text for text, _, _ in self.pieces], self.role, w)
        for number, line in enumerate(lines):
            at = x
            for piece, words in line:
                wide = min(brush.width(words, self.role), max(0.0, x + w - at))
                of_links.get(piece, self.runs).append(((at, y + number * high, wide, high), words))
                at += wide
        for number, runs in of_links.items():
            link = self.links[number]
            if link is not None:
                link.stand(runs)
        self.box = (x, y, w, len(lines) * high + self.gap)
        return self.box[3]

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """What is no link, then the links."""
        for (x, y, w, _), words in self.runs:
            brush.text(x, y, words, self.role, self.token, w + 1)
        super().paint(brush, focus, hover)


def within(box: Box, x: float, y: float) -> bool:
    """Is a point inside a box?"""
    return box[0] <= x < box[0] + box[2] and box[1] <= y < box[1] + box[3]


def broken(brush: Brush, texts: Sequence[str], role: str, w: float) -> list[list[tuple[int, str]]]:
    """Texts that follow one another, broken at spaces: lines of (which text, words)."""
    lines: list[list[tuple[int, str]]] = [[]]
    used = 0.0
    for word in words_of(texts):
        whole = "".join(part for _, part in word)
        wide = brush.width(whole.rstrip(), role)
        if lines[-1] and used + wide > w:
            lines.append([])
            used = 0.0
        for number, part in word:
            if lines[-1] and lines[-1][-1][0] == number:
                lines[-1][-1] = (number, lines[-1][-1][1] + part)
            else:
                lines[-1].append((number, part))
        used = sum(brush.width(part, role) for _, part in lines[-1])
    for line in lines:
        if line:
            line[-1] = (line[-1][0], line[-1][1].rstrip())
    return lines


def words_of(texts: Sequence[str]) -> list[list[tuple[int, str]]]:
    """Words with the space behind them; one that goes on in the next text stays one word."""
    found: list[list[tuple[int, str]]] = []
    begun = False
    for number, text in enumerate(texts):
        for part in text.replace("\n", " ").split(" "):
            if begun:
                found[-1].append((number, part))
            else:
                found.append([(number, part)])
            begun = False
            found[-1][-1] = (number, f"{part} ")
        if found and found[-1][-1][0] == number:
            found[-1][-1] = (number, found[-1][-1][1][:-1])
            begun = True
    return found
