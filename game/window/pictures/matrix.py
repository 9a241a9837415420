"""Pieces of the table of evidence: the marks in its cells and the columns of proof below it."""

from functools import lru_cache
from math import tau

import pygame

from game.window.brush import Box, Brush
from game.window.theme import Colour

ROW = 33.0
SIGNS = {
    "admitted": ("check", "adm", "admB"),
    "weighed": ("scale", "per", "perB"),
    "excluded": ("x", "exc", "excB"),
    "lost": ("x", "exc", "excB"),
    "intelligence": ("eye", "intl", None),
    "requested": ("clock", "mla", "intlB"),
    "perishing": ("hourglass", "per", "perB"),
    "not_held": ("circle", "ink3", None),
}
"""What an item is worth today -> icon, colour, tint of its chip (None = an outline)."""
DASHES, LARGE = 9, 4
STRONG, WEAK = 18.0, 13.0


@lru_cache(maxsize=64)
def dashed_ring(pixels: int, line: int, colour: Colour) -> pygame.Surface:
    """A ring of dashes, drawn large and made small."""
    side = pixels * LARGE
    surface = pygame.Surface((side, side), pygame.SRCALPHA)
    surface.fill((*colour[:3], 0))
    for number in range(DASHES):
        first = tau * number / DASHES
        pygame.draw.arc(surface, colour, surface.get_rect(), first, first + tau / DASHES * 0.62, line * LARGE)
    return pygame.transform.smoothscale(surface, (pixels, pixels))


def draw_ring(brush: Brush, x: float, y: float, side: float, token: str) -> None:
    """A dashed ring round a point: asked for, not here yet."""
    pixels = round(side * brush.k)
    made = dashed_ring(pixels, max(2, round(1.8 * brush.k)), brush.theme[token])
    brush.surface.blit(made, (round(x * brush.k - pixels / 2), round(y * brush.k - pixels / 2)))


def draw_sign(brush: Brush, x: float, y: float, sign: str, strong: bool) -> None:
    """A mark round a point: a disc for what is admitted, rings for what is not in court yet; larger where it weighs more."""
    icon, token, tint = SIGNS[sign]
    side = STRONG if strong else WEAK
    spot = (x - side / 2, y - side / 2, side, side)
    if sign == "admitted":
        brush.box(spot, token, None, side / 2)
        brush.icon(x - side * 0.33, y - side * 0.33, "check", side * 0.66, "card")
    elif sign in ("intelligence", "not_held"):
        line = 1.8 if sign == "intelligence" else 1.2
        brush.box(spot, None, token, side / 2, max(1, round(line * brush.k)))
    elif sign == "requested":
        draw_ring(brush, x, y, side, token)
    elif sign in ("perishing", "weighed"):
        brush.box((x - 9, y - 9, 18, 18), tint, token if brush.theme.name == "contrast" else None, 3)
        brush.icon(x - side / 2 + 2, y - side / 2 + 2, icon, side - 4, token)
    else:
        brush.icon(x - side / 2 - 1, y - side / 2 - 1, icon, side + 2, token)


def draw_nothing(brush: Brush, x: float, y: float) -> None:
    """A point where an item says nothing."""
    brush.box((x - 1, y - 1, 2, 2), "line2", None, 1)


def draw_standing(brush: Brush, x: float, y: float, sign: str, words: str, room: float) -> float:
    """The chip of a standing: icon and words on their tint, or in an outline; answers its width."""
    icon, token, tint = SIGNS[sign]
    wide = min(room, brush.width(words, "axis") + 30)
    outline = "line2" if tint is None else token if brush.theme.name == "contrast" else None
    brush.box((x, y, wide, 19), tint or "card", outline, 3)
    brush.icon(x + 6, y + 3.5, icon, 12, token)
    brush.text(x + 23, y + 2.5, words, "axis", token, wide - 25)
    return wide


def draw_column_of_proof(brush: Brush, box: Box, halves: int, possible: int, needed: int) -> None:
    """Solid = admitted; dashed tint = if everything known of comes in; the line, level in all, is what the court needs."""
    x, y, w, h = box
    most = max(needed * 1.5, 1.0)
    brush.box(box, "card", "line2", 3)
    if possible:
        high = max(4.0, h * min(1.0, possible / most))
        brush.fill((x + 1, y + h - high, w - 2, high), "admB")
        dash_round(brush, (x + 1, y + h - high, w - 2, high), "adm")
    if halves:
        high = max(3.0, h * min(1.0, halves / most))
        brush.box((x + 1, y + h - high, w - 2, high), "adm", None, 2)
    at = y + h - h * needed / most
    brush.line(x - 5, at, w + 10, "ink")
    brush.line(x - 5, at + 1 / brush.k, w + 10, "ink")


@lru_cache(maxsize=256)
def dashed_box(width: int, height: int, step: int, line: int, colour: Colour) -> pygame.Surface:
    """An empty box with a dashed outline, in real pixels."""
    surface = pygame.Surface((width, height), pygame.SRCALPHA)
    dash = max(1, round(step * 0.6))
    for at in range(0, width, step):
        for top in (0, height - line):
            surface.fill(colour, (at, top, dash, line))
    for at in range(0, height, step):
        for left in (0, width - line):
            surface.fill(colour, (left, at, line, dash))
    return surface


def dash_round(brush: Brush, box: Box, token: str) -> None:
    """A dashed outline."""
    rect = brush.real(box)
    if rect.w > 0 and rect.h > 0:
        brush.surface.blit(dashed_box(rect.w, rect.h, max(3, round(5 * brush.k)), brush.line_width(), brush.theme[token]), rect)
