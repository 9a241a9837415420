"""Widgets of a letter as it takes shape: paragraphs that run on after a strong word, gaps tinted, the seal, the signature."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

import pygame

from game.window.brush import Box, Brush
from game.window.theme import ROLES
from game.window.widgets import Widget

SEAL = 84.0
Word = tuple[str, str, bool]


@dataclass
class Running(Widget):
    """A paragraph of pieces (text, role, is it a gap) that run on in one another."""

    pieces: Sequence[tuple[str, str, bool]] = ()
    after: float = 0

    @property
    def says(self) -> str:
        """Its words."""
        return " ".join(text for text, _, _ in self.pieces)

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """As high as its lines."""
        self.rows = flowed(brush, self.pieces, w)
        self.box = (x, y, w, len(self.rows) * ROLES["letter"][2] + self.after)
        return self.box[3]

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """The tint of the gaps, then the words."""
        x, y, _, _ = self.box
        high = ROLES["letter"][2]
        for number, row in enumerate(self.rows):
            at, top = x, y + number * high
            for text, role, gap in row:
                wide = brush.width(text, role)
                if gap:
                    brush.fill((at, top + 1, brush.width(text.rstrip(), role), high - 2), "perB")
                    brush.line(at, top + high - 2, brush.width(text.rstrip(), role), "per")
                brush.text(at, top, text, role, "ink")
                at += wide


def flowed(brush: Brush, pieces: Sequence[tuple[str, str, bool]], width: float) -> list[list[Word]]:
    """Pieces broken into lines; within a line what is alike stays together."""
    rows: list[list[Word]] = [[]]
    for text, role, gap in pieces:
        for word in text.split():
            if rows[-1] and run_width(brush, joined(rows[-1], word, role, gap)) > width:
                rows.append([])
            rows[-1] = joined(rows[-1], word, role, gap)
    return [row for row in rows if row]


def joined(row: list[Word], word: str, role: str, gap: bool) -> list[Word]:
    """A line with one more word: in its last piece where that is alike, else as a new one after a space."""
    if row and row[-1][1:] == (role, gap):
        return [*row[:-1], (f"{row[-1][0]} {word}", role, gap)]
    return [*row[:-1], (f"{row[-1][0]} ", *row[-1][1:]), (word, role, gap)] if row else [(word, role, gap)]


def run_width(brush: Brush, row: list[Word]) -> float:
    """How wide a line is."""
    return sum(brush.width(text, role) for text, role, _ in row)


@dataclass
class Close(Widget):
    """The end of a letter: the seal (a broken ring until the letter is complete) and the line for the signature."""

    office: str = ""
    seal: str = ""
    complete: bool = False
    sealed: bool = True

    @property
    def says(self) -> str:
        """Who signs, and what of the seal."""
        return f"{self.office}. {self.seal}" if self.sealed else self.office

    def place(self, brush: Brush, x: float, y: float, w: float, h: float | None = None) -> float:
        """As high as the seal."""
        self.box = (x, y, w, SEAL + 16)
        return self.box[3]

    def paint(self, brush: Brush, focus: str, hover: str) -> None:
        """Ring and line."""
        x, y, w, _ = self.box
        if self.sealed:
            ring = (x + 4, y + 10, SEAL, SEAL)
            draw_ring(brush, ring, self.complete)
            token = "pri" if self.complete else "ink3"
            if self.complete:
                brush.icon(x + SEAL / 2 - 8, y + 26, "stamp", 24, token)
            lines = brush.lines(self.seal, "axis", SEAL - 20)
            top = y + (56 if self.complete else 10 + (SEAL - 14 * len(lines)) / 2)
            for number, line in enumerate(lines):
                brush.text(x + 4, top + 14 * number, line, "axis", token, SEAL, "centre")
        wide = min(190.0, w * 0.45)
        brush.line(x + w - wide, y + 68, wide, "ink2")
        brush.text(x + w - wide, y + 72, self.office, "letter", "ink", wide, "centre")


def draw_ring(brush: Brush, box: Box, whole: bool) -> None:
    """A ring, broken until it is earned."""
    if whole:
        brush.box(box, None, "pri", box[2] / 2, max(1, round(2 * brush.k)))
        return
    x, y, w, _ = box
    middle, radius, parts = (x + w / 2, y + w / 2), w / 2, 40
    for n in range(0, parts, 2):
        ends = [2 * pi * each / parts for each in (n, n + 1)]
        start, end = (((middle[0] + radius * cos(a)) * brush.k, (middle[1] + radius * sin(a)) * brush.k) for a in ends)
        pygame.draw.aaline(brush.surface, brush.theme["ink3"], start, end)
