"""The map of the region: shapes in kilometres, the view of them, what is under a point, who is next in a direction."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

import pygame

from game.places import shipped
from game.window.brush import Box, Brush
from game.window.theme import ICONS, load_theme

Point = tuple[float, float]
SEAS: Mapping[str, Point] = {
    "Adriatic Sea": (16.2, 42.9),
    "Ionian Sea": (18.6, 38.6),
    "Aegean Sea": (25.0, 38.9),
    "Black Sea": (31.5, 43.3),
}
BEND = 0.2
REACH = 24.0
"""The least reach, in logical pixels, of a small State under the pointer."""


@dataclass(frozen=True, slots=True)
class Arc:
    """A paper on its way: where to, by which instrument, how far (0 to 1), its state, its label."""

    country: str
    instrument: str
    share: float
    state: str = "travelling"
    label: str = ""


@dataclass(frozen=True, slots=True)
class MapModel:
    """What the map shows."""

    home: str
    countries: tuple[str, ...]
    places: Mapping[str, Point]
    names: Mapping[str, str]
    arcs: tuple[Arc, ...] = ()
    selected: str = ""


@cache
def region() -> dict[str, Any]:
    """The shapes of the region."""
    found: dict[str, Any] = json.loads((shipped("assets") / "map" / "region.json").read_text("utf-8"))
    return found


def conic(lon: float, lat: float) -> Point:
    """Degrees to kilometres, as the map was drawn."""
    view = region()["projection"]
    one, two, zero = (math.radians(p) for p in (*view["parallels"], view["centre"][1]))

    def t(p: float) -> float:
        return math.tan(math.pi / 4 + p / 2)

    n = math.log(math.cos(one) / math.cos(two)) / math.log(t(two) / t(one))
    f = math.cos(one) * t(one) ** n / n
    rho, rho0 = view["earth_km"] * f / t(math.radians(lat)) ** n, view["earth_km"] * f / t(zero) ** n
    theta = n * math.radians(lon - view["centre"][0])
    return rho * math.sin(theta), -(rho0 - rho * math.cos(theta))


@dataclass(frozen=True, slots=True)
class Frame:
    """Which part of the plane is seen: kilometres at the middle, real pixels a kilometre, real size."""

    middle: Point
    scale: float
    size: tuple[int, int]

    def at(self, km: Sequence[float]) -> Point:
        """A point of the plane in real pixels."""
        return (km[0] - self.middle[0]) * self.scale + self.size[0] / 2, (
            km[1] - self.middle[1]
        ) * self.scale + self.size[1] / 2


def frame(model: MapModel, size: tuple[int, int]) -> Frame:
    """Everybody who matters in view, with room round them."""
    points = [
        conic(model.places[c][1], model.places[c][0]) for c in (model.home, *model.countries) if c in model.places
    ]
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    width, height = max(xs) - min(xs) + 420, max(ys) - min(ys) + 330
    scale = min(size[0] / max(width, 620), size[1] / max(height, 480))
    return Frame(((max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2), scale, size)


@lru_cache(maxsize=6)
def plate(theme: str, home: str, countries: tuple[str, ...], selected: str, view: Frame) -> pygame.Surface:
    """The land and the sea, drawn large and made small."""
    colours, large = load_theme(theme), 2
    surface = pygame.Surface((view.size[0] * large, view.size[1] * large))
    surface.fill(colours["sea"])
    shapes = region()["shapes"]
    seen = []
    for owner, rings in shapes.items():
        token = "landH" if owner == home else "landP" if owner in countries else "land"
        if owner == selected:
            token = "sel"
        for ring in rings:
            points = [(x * large, y * large) for x, y in (view.at(p) for p in ring)]
            xs, ys = [p[0] for p in points], [p[1] for p in points]
            if max(xs) < 0 or max(ys) < 0 or min(xs) > view.size[0] * large or min(ys) > view.size[1] * large:
                continue
            seen.append((points, token, owner))
    for points, _, _ in seen:
        pygame.draw.lines(surface, colours["sea1"], True, points, 9 * large)
    for points, token, _ in seen:
        pygame.draw.polygon(surface, colours[token], points)
    for points, _, owner in seen:
        pygame.draw.lines(
            surface,
            colours["coast" if owner == home else "bord"],
            True,
            points,
            large + (large if owner == home else 0),
        )
    return pygame.transform.smoothscale(surface, view.size)


@lru_cache(maxsize=4)
def owners(view: Frame, ids: tuple[str, ...]) -> tuple[pygame.Surface, tuple[str, ...]]:
    """A surface whose colour says whose land a pixel is."""
    surface = pygame.Surface(view.size)
    for number, id in enumerate(ids, 1):
        for ring in region()["shapes"].get(id, []):
            pygame.draw.polygon(surface, (number, 0, 0), [view.at(p) for p in ring])
    return surface, ids


def under(model: MapModel, size: tuple[int, int], point: Point, k: float) -> str:
    """The State of the case at a point in real pixels; small ones have a disc of their own."""
    view = frame(model, size)
    surface, ids = owners(view, (model.home, *model.countries))
    x, y = int(point[0]), int(point[1])
    if 0 <= x < size[0] and 0 <= y < size[1]:
        number = surface.get_at((x, y))[0]
        if number:
            return ids[number - 1]
    near = [
        (math.dist(view.at(conic(model.places[c][1], model.places[c][0])), point), c) for c in ids if c in model.places
    ]
    return min(near)[1] if near and min(near)[0] <= REACH * k else ""


def nearest(model: MapModel, here: str, direction: str) -> str:
    """The next State of the case in a direction from where one is."""
    ids = (model.home, *model.countries)
    if here not in ids:
        return model.home
    x0, y0 = conic(model.places[here][1], model.places[here][0])
    best = []
    for id in ids:
        x, y = conic(model.places[id][1], model.places[id][0])
        along, across = {
            "left": (x0 - x, y - y0),
            "right": (x - x0, y - y0),
            "up": (y0 - y, x - x0),
            "down": (y - y0, x - x0),
        }[direction]
        if id != here and along > 0:
            best.append((along + 2 * abs(across), id))
    return min(best)[1] if best else here


def curve(start: Point, end: Point, bend: float = BEND, steps: int = 40) -> list[Point]:
    """A bent line between two points."""
    mx, my = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    cx, cy = mx - (end[1] - start[1]) * bend, my + (end[0] - start[0]) * bend
    out = []
    for i in range(steps + 1):
        t = i / steps
        out.append(
            (
                (1 - t) ** 2 * start[0] + 2 * t * (1 - t) * cx + t * t * end[0],
                (1 - t) ** 2 * start[1] + 2 * t * (1 - t) * cy + t * t * end[1],
            )
        )
    return out


def draw_map(brush: Brush, box: Box, model: MapModel) -> None:
    """The map: plate, names, arcs with their tokens, the capital at home."""
    rect = brush.real(box)
    view = frame(model, rect.size)
    brush.surface.blit(plate(brush.theme.name, model.home, model.countries, model.selected, view), rect)
    x0, y0 = box[0], box[1]

    def logical(lon: float, lat: float) -> Point:
        px, py = view.at(conic(lon, lat))
        return x0 + px / brush.k, y0 + py / brush.k

    for name, (lon, lat) in SEAS.items():
        sx, sy = logical(lon, lat)
        if box[0] + 40 < sx < box[0] + box[2] - 90 and box[1] + 10 < sy < box[1] + box[3] - 20:
            brush.text(sx - brush.width(name, "sea") / 2, sy, name, "sea", "seaT")
    taken: list[Box] = []
    for number, arc in enumerate(model.arcs):
        draw_arc(brush, arc, model, logical, number, taken)
    for id in (model.home, *model.countries):
        draw_name(brush, box, id, model, logical, taken)


def draw_arc(brush: Brush, arc: Arc, model: MapModel, logical: Any, number: int, taken: list[Box]) -> None:
    """One paper: its line in colour and style, done part full, rest pale; its token at its place."""
    if arc.country not in model.places or arc.country == model.home:
        return
    lat, lon = model.places[model.home]
    start = logical(lon, lat)
    lat, lon = model.places[arc.country]
    points = curve(start, logical(lon, lat), BEND + 0.07 * (number % 4) * (1 if number % 2 else -1))
    real = [(x * brush.k, y * brush.k) for x, y in points]
    colour, width = brush.theme[arc.instrument], max(2, round(2.2 * brush.k))
    pygame.draw.lines(brush.surface, brush.theme["panel"], False, real, width + round(4 * brush.k))
    done = max(1, int(len(real) * min(1.0, arc.share)))
    pale = tuple((2 * c + 3 * p) // 5 for c, p in zip(colour[:3], brush.theme["panel"][:3], strict=True))
    stroke(brush, real[done - 1 :], arc.instrument, pale, width)
    stroke(brush, real[: done + 1], arc.instrument, colour[:3], width)
    x, y = points[min(len(points) - 1, done)]
    token_box = (x - 11, y - 9, 22, 18)
    brush.box(token_box, "card", arc.instrument, 4, max(1, round(1.5 * brush.k)))
    brush.icon(
        x - 6.5,
        y - 6.5,
        "undo-2"
        if arc.state == "returned"
        else "check"
        if arc.state == "answered"
        else "x"
        if arc.state == "refused"
        else ICONS[arc.instrument],
        13,
        arc.instrument,
    )
    taken.append(token_box)


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
        return
    if instrument == "mla":
        pygame.draw.lines(brush.surface, colour, False, points, width)
        return
    length, draw, gap = 0.0, (10 if instrument == "extradition" else 1.5) * brush.k, 5 * brush.k
    for one, two in pairwise(points):
        step = math.dist(one, two)
        pieces = max(1, int(step / brush.k))
        for piece in range(pieces):
            at = length + step * piece / pieces
            if at % (draw + gap) < draw:
                share = piece / pieces
                place = (one[0] + (two[0] - one[0]) * share, one[1] + (two[1] - one[1]) * share)
                pygame.draw.circle(brush.surface, colour, place, width * (0.75 if instrument == "informal" else 0.5))
        length += step


def draw_name(brush: Brush, box: Box, id: str, model: MapModel, logical: Any, taken: list[Box]) -> None:
    """The dot and the name of a State of the case, moved where it would cover another."""
    if id not in model.places:
        return
    lat, lon = model.places[id]
    x, y = logical(lon, lat)
    brush.box((x - 4, y - 4, 8, 8), "card" if id != model.home else "pri", "ink", 4)
    name = model.names.get(id, id)
    width, height = brush.width(name, "label") + 26, 20.0
    for dx, dy in ((9, 6), (9, -26), (-width - 9, 6), (-width - 9, -26), (9, 28), (-width / 2, 14)):
        spot = (
            min(max(x + dx, box[0] + 2), box[0] + box[2] - width - 2),
            min(max(y + dy, box[1] + 2), box[1] + box[3] - height - 2),
            width,
            height,
        )
        if not any(overlap(spot, other) for other in taken):
            break
    taken.append(spot)
    brush.box(spot, "card", "ink" if id == model.selected else "line2" if brush.theme.name == "contrast" else None, 4)
    brush.flag(spot[0] + 5, spot[1] + 5, id, 10)
    brush.text(spot[0] + 22, spot[1] + 1, name, "label", "ink", width - 24)


def overlap(one: Box, other: Box) -> bool:
    """Do two boxes touch?"""
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )
