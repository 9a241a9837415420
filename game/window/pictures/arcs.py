"""Papers on the map: their ways in the line of the instrument, the rings where they lie, the tokens between."""

import math
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import pygame

from game.window.brush import Box, Brush
from game.window.pictures.chart import MOST_RINGS, RING, TOKEN, Arc, MapModel, along, moving, path_of
from game.window.pictures.land import Point
from game.window.pictures.plate import dashes
from game.window.theme import ICONS

TOKENS = {"returned": "undo-2", "answered": "check", "refused": "x"}


def draw_arcs(brush: Brush, model: MapModel, spots: Mapping[str, Point], taken: list[Box]) -> list[list[Point]]:
    """All papers: first the lines, then the rings where they lie, then the tokens on their way; answers the lines."""
    shown = [(n, a) for n, a in enumerate(model.arcs) if a.country in spots and a.country != model.home]
    paths = {number: path_of(arc, number, spots, model.home) for number, arc in shown}
    for number, arc in shown:
        draw_line(brush, arc, paths[number])
    waiting: dict[str, int] = {}
    for _, arc in shown:
        place = waiting.get(arc.country, 0)
        waiting[arc.country] = place + 1
        if place < MOST_RINGS:
            x, y = spots[arc.country]
            draw_ring(brush, x + place * (RING + 2), y, arc)
            taken.append((x + place * (RING + 2) - RING / 2, y - RING / 2, RING, RING))
    for number, arc in shown:
        if moving(arc):
            draw_token(brush, arc, paths[number], taken)
    return list(paths.values())


def draw_line(brush: Brush, arc: Arc, points: list[Point]) -> None:
    """The way of a paper in its colour and style: what is done full, the rest pale, an answered one half pale."""
    real = [(x * brush.k, y * brush.k) for x, y in points]
    colour, width = brush.theme[arc.instrument], max(2, round((2.8 if arc.chosen else 2.2) * brush.k))
    pygame.draw.lines(brush.surface, brush.theme["panel"], False, real, width + round(3 * brush.k))
    done = max(1, int((len(real) - 1) * min(1.0, arc.share)))
    if arc.state in ("answered", "refused"):
        stroke(brush, real, arc.instrument, faded(brush, colour, 55), width)
        return
    stroke(brush, real[done:], arc.instrument, faded(brush, colour, 32), width)
    stroke(brush, real[: done + 1], arc.instrument, colour[:3], width)


def faded(brush: Brush, colour: tuple[int, ...], percent: int) -> tuple[int, ...]:
    """A colour mixed with the panel's, so many parts in a hundred of it."""
    other = brush.theme["panel"]
    return tuple((percent * c + (100 - percent) * p) // 100 for c, p in zip(colour[:3], other[:3], strict=True))


def draw_token(brush: Brush, arc: Arc, points: list[Point], taken: list[Box]) -> None:
    """The paper itself, at its place on the way; a returned one shows that it is coming back."""
    x, y = along(points, arc.share)
    brush.box((x - TOKEN / 2, y - 9, TOKEN, 18), "card", arc.instrument, 4, max(1, round((2.4 if arc.chosen else 1.5) * brush.k)))
    brush.icon(x - 6.5, y - 6.5, TOKENS.get(arc.state, ICONS[arc.instrument]), 13, arc.instrument)
    taken.append((x - TOKEN / 2, y - 9, TOKEN, 18))


def draw_ring(brush: Brush, x: float, y: float, arc: Arc) -> None:
    """A ring: how much of the usual delay is over; dashed outside where it is late or needs you; its icon in the middle."""
    pixels = max(12, round((RING + 6) * brush.k))
    ink, pale, edge = brush.theme[arc.instrument], brush.theme["line2"], brush.theme["exc"]
    steps = 24 if arc.state == "answered" else round(24 * min(1.0, arc.turn))
    made = ring(pixels, steps, ink, pale, brush.theme["card"], edge if arc.late else None)
    brush.surface.blit(made, (round(x * brush.k - pixels / 2), round(y * brush.k - pixels / 2)))
    brush.icon(x - 6.5, y - 6.5, TOKENS.get(arc.state, ICONS[arc.instrument]), 13, arc.instrument)


@lru_cache(maxsize=256)
def ring(pixels: int, steps: int, ink: Any, pale: Any, card: Any, late: Any) -> pygame.Surface:
    """A ring of 24 steps, drawn large and made small."""
    side, pen = pixels * 3, pixels * 9 / (RING + 6)
    surface = pygame.Surface((side, side), pygame.SRCALPHA)
    surface.fill((*card[:3], 0))
    middle, radius = side / 2, side / 2 * RING / (RING + 6)
    pygame.draw.circle(surface, card, (middle, middle), radius)
    pygame.draw.circle(surface, pale, (middle, middle), radius, round(pen))
    for step in range(steps * 3):
        turn = math.radians(step * 5 - 90)
        at = (middle + (radius - pen / 2) * math.cos(turn), middle + (radius - pen / 2) * math.sin(turn))
        pygame.draw.circle(surface, ink, at, pen * 0.57)
    if late is not None:
        for step in range(0, 360, 4):
            if step % 24 < 14:
                turn = math.radians(step)
                at = (middle + (middle - pen / 3) * math.cos(turn), middle + (middle - pen / 3) * math.sin(turn))
                pygame.draw.circle(surface, late, at, pen * 0.24)
    return pygame.transform.smoothscale(surface, (pixels, pixels))


def stroke(brush: Brush, points: list[Point], instrument: str, colour: tuple[int, ...], width: int) -> None:
    """A line in the instrument's own style: dots, solid, dashes, double."""
    if len(points) < 2:
        return
    if instrument == "jit":
        for side in (-2, 2):
            pygame.draw.aalines(brush.surface, colour, False, [(x + side * brush.k, y) for x, y in points])
            pygame.draw.lines(
                brush.surface, colour, False, [(x + side * brush.k, y) for x, y in points], max(1, width // 2)
            )
    elif instrument in ("mla", "domestic"):
        pygame.draw.lines(brush.surface, colour, False, points, width)
    elif instrument == "extradition":
        for piece in dashes(points, 10 * brush.k, 5 * brush.k):
            pygame.draw.lines(brush.surface, colour, False, piece, width)
    else:
        for piece in dashes(points, 1.5 * brush.k, 5 * brush.k):
            pygame.draw.circle(brush.surface, colour, piece[0], width * 0.75)
