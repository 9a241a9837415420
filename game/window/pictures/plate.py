"""The plate of the map: sea, waterlines, land, borders, drawn large and made small; tints over it; whose land a pixel is."""

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

import pygame

from game.window.pictures.land import Frame, Land, Point
from game.window.theme import load_theme

LARGE = 2
WATER = (("sea1", 34), ("sea2", 20), ("sea3", 9))
DASH, GAP = 5.0, 3.5
TINTS = {"selected": (46, 2.0), "hovered": (24, 1.0)}
"""How strongly (of 255) a State is tinted, and how wide its outline is then, in logical pixels."""


def dashes(points: Sequence[Point], on: float, off: float) -> Iterator[list[Point]]:
    """A line cut into strokes, so long and so far from one another."""
    piece, left, inked = [points[0]], on, True
    for one, two in pairwise(points):
        length, at = math.dist(one, two), 0.0
        while length - at > left:
            at += left
            cut = (one[0] + (two[0] - one[0]) * at / length, one[1] + (two[1] - one[1]) * at / length)
            if inked:
                yield [*piece, cut]
            piece, inked = [cut], not inked
            left = on if inked else off
        left -= length - at
        piece.append(two)
    if inked and len(piece) > 1:
        yield piece


@lru_cache(maxsize=3)
def plate(theme: str, land: Land, home: str, countries: tuple[str, ...], view: Frame) -> pygame.Surface:
    """The land and the sea."""
    colours = load_theme(theme)
    surface = pygame.Surface((view.size[0] * LARGE, view.size[1] * LARGE))
    surface.fill(colours["sea"])
    lines = {n: drawn for n, line in enumerate(land.lines) if view.shows(drawn := view.line(line, LARGE), LARGE)}
    draw_waters(surface, theme, [line for n, line in lines.items() if n not in land.borders], view)
    if land.projection is not None:
        draw_degrees(surface, theme, land, view)
    for owner in land.shapes:
        token = "landH" if owner == home else "landP" if owner in countries else "land"
        for ring in land.rings_of(owner):
            if view.shows(drawn := view.line(ring, LARGE), LARGE):
                pygame.draw.polygon(surface, colours[token], drawn)
    draw_outlines(surface, theme, land, home, lines, hairline(view) * LARGE)
    return pygame.transform.smoothscale(surface, view.size)


def hairline(view: Frame) -> int:
    """How wide a border is, in real pixels."""
    return 1 if view.k <= 1.5 else 2


def draw_waters(surface: pygame.Surface, theme: str, coasts: list[list[Point]], view: Frame) -> None:
    """The waterlines along the coasts."""
    colours, (w, h) = load_theme(theme), surface.get_size()
    for token, wide in WATER:
        width = round(wide * LARGE * view.k)
        for line in coasts:
            pygame.draw.lines(surface, colours[token], False, line, width)
            for x, y in line:
                if -width < x < w + width and -width < y < h + width:
                    pygame.draw.circle(surface, colours[token], (x, y), width // 2)


def draw_degrees(surface: pygame.Surface, theme: str, land: Land, view: Frame) -> None:
    """Meridians and parallels, every two degrees, on the water."""
    colour = load_theme(theme)["sea1"]
    lons, lats = range(6, 48, 2), range(32, 54, 2)
    lines = [[(lat, lon) for lat in lats] for lon in lons] + [[(lat, lon) for lon in lons] for lat in lats]
    for line in lines:
        pygame.draw.aalines(surface, colour, False, view.line(tuple(land.at(place) for place in line), LARGE))


def draw_outlines(
    surface: pygame.Surface, theme: str, land: Land, home: str, lines: dict[int, list[Point]], wide: int
) -> None:
    """Borders, then coasts, then the outline of home; what is drawn dashed is dashed in each."""
    colours, own = load_theme(theme), land.lines_of(home)
    for token, width, numbers in (
        ("bord", wide, land.borders - own), ("coast", wide, lines.keys() - land.borders - own), ("coast", 2 * wide, own),
    ):  # fmt: skip
        for number in sorted(numbers & lines.keys()):
            draw_line(surface, colours[token], lines[number], width, number in land.dashed, wide)


def draw_line(
    surface: pygame.Surface, colour: Sequence[int], points: list[Point], width: int, dashed: bool, wide: int
) -> None:
    """A line, whole or in dashes."""
    for piece in dashes(points, DASH * wide, GAP * wide) if dashed else (points,):
        pygame.draw.lines(surface, colour, False, piece, width)


@lru_cache(maxsize=12)
def tint(theme: str, land: Land, owner: str, how: str, view: Frame) -> tuple[pygame.Surface, tuple[int, int]] | None:
    """The land of a State in the colour of what is chosen or pointed at, and where it lies; None = not in view."""
    rings = [ring for ring in (view.line(ring) for ring in land.rings_of(owner)) if view.shows(ring)]
    if not rings:
        return None
    area = pygame.Rect((0, 0), view.size).clip(bounds(rings))
    strength, wide = TINTS[how]
    colour, large = load_theme(theme)["pri"][:3], [(area.w * LARGE, area.h * LARGE), (area.x, area.y)]
    surface = pygame.Surface(large[0], pygame.SRCALPHA)
    surface.fill((*colour, 0))
    moved = [[((x - area.x) * LARGE, (y - area.y) * LARGE) for x, y in ring] for ring in rings]
    for ring in moved:
        pygame.draw.polygon(surface, (*colour, strength), ring)
    width = max(1, round(wide * view.k * LARGE))
    for number in land.lines_of(owner):
        line = [((x - area.x) * LARGE, (y - area.y) * LARGE) for x, y in view.line(land.lines[number])]
        draw_line(surface, (*colour, 255), line, width, number in land.dashed, hairline(view) * LARGE)
    return pygame.transform.smoothscale(surface, area.size), area.topleft


def bounds(rings: list[list[Point]]) -> pygame.Rect:
    """The box round some outlines, with a pixel or two to spare."""
    xs, ys = [x for ring in rings for x, _ in ring], [y for ring in rings for _, y in ring]
    return pygame.Rect(min(xs) - 3, min(ys) - 3, max(xs) - min(xs) + 6, max(ys) - min(ys) + 6)


@lru_cache(maxsize=4)
def owners(land: Land, view: Frame) -> tuple[pygame.Surface, tuple[str, ...]]:
    """A surface whose colour says whose land a pixel is: 0 = nobody's, 1 = the first owner's."""
    surface, ids = pygame.Surface(view.size), tuple(land.shapes)
    for number, id in enumerate(ids, 1):
        for ring in land.rings_of(id):
            if view.shows(drawn := view.line(ring)):
                pygame.draw.polygon(surface, (number, 0, 0), drawn)
    return surface, ids


def owner_at(land: Land, view: Frame, point: Point) -> str:
    """Whose land is under a point in real pixels; empty = the sea's, or outside the picture."""
    surface, ids = owners(land, view)
    x, y = int(point[0]), int(point[1])
    if not (0 <= x < view.size[0] and 0 <= y < view.size[1]):
        return ""
    number = surface.get_at((x, y))[0]
    return ids[number - 1] if number else ""
