"""The map of the region: shapes in kilometres, the view of them, what is under a point, who is next in a direction."""

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
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
RING, MOST_RINGS = 27.0, 3
KILOMETRES = 100
REACH = 24.0
"""The least reach, in logical pixels, of a small State under the pointer."""


@dataclass(frozen=True, slots=True)
class Arc:
    """A paper on its way: where to, by which instrument, where on the way (0 home, 1 there), its state, its label.

    `turn` is the share of the usual delay that is over (1 = all of it); `late` papers need somebody's attention.
    """

    country: str
    instrument: str
    share: float
    state: str = "travelling"
    label: str = ""
    turn: float = 0.0
    late: bool = False
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class MapModel:
    """What the map shows."""

    home: str
    countries: tuple[str, ...]
    places: Mapping[str, Point]
    names: Mapping[str, str]
    arcs: tuple[Arc, ...] = ()
    selected: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)
    others: Mapping[str, str] = field(default_factory=dict)
    legend: str = ""
    plain: bool = False


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
    for token, wide in (("sea1", 34), ("sea2", 20), ("sea3", 9)):
        for points, _, _ in seen:
            pygame.draw.lines(surface, colours[token], True, points, wide * large)
            for x, y in points:
                if -wide < x < surface.get_width() + wide and -wide < y < surface.get_height() + wide:
                    pygame.draw.circle(surface, colours[token], (x, y), wide * large // 2)
    graticule(surface, colours["sea1"], view, large)
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


def graticule(surface: pygame.Surface, colour: tuple[int, ...], view: Frame, large: int) -> None:
    """Meridians and parallels, every two degrees, on the water."""
    for lon in range(6, 48, 2):
        points = [view.at(conic(lon, lat)) for lat in range(32, 54, 2)]
        pygame.draw.aalines(surface, colour, False, [(x * large, y * large) for x, y in points])
    for lat in range(32, 54, 2):
        points = [view.at(conic(lon, lat)) for lon in range(6, 48, 2)]
        pygame.draw.aalines(surface, colour, False, [(x * large, y * large) for x, y in points])


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
    """The map: plate, names, arcs with their tokens, rings where papers lie, the capital at home."""
    rect = brush.real(box)
    view = frame(model, rect.size)
    brush.surface.blit(plate(brush.theme.name, model.home, model.countries, model.selected, view), rect)

    def logical(place: Point) -> Point:
        px, py = view.at(conic(place[1], place[0]))
        return box[0] + px / brush.k, box[1] + py / brush.k

    spots = {c: logical(place) for c, place in model.places.items()}
    if model.plain:
        for number, arc in enumerate(model.arcs):
            if arc.country in spots:
                draw_line(brush, arc, path_of(arc, number, spots, model.home))
        draw_home(brush, spots.get(model.home))
        return
    draw_seas(brush, box, logical)
    taken: list[Box] = []
    draw_arcs(brush, model, spots, taken)
    draw_home(brush, spots.get(model.home))
    for id in sorted((model.home, *model.countries), key=lambda id: id not in model.notes):
        if id in spots:
            draw_name(brush, box, id, model, spots[id], taken)
    for id, name in model.others.items():
        if id in spots:
            draw_other(brush, box, name, spots[id], taken)
    draw_legend(brush, box, model, view)


def draw_seas(brush: Brush, box: Box, logical: Callable[[Point], Point]) -> None:
    """The names of the seas that are in view."""
    for name, (lon, lat) in SEAS.items():
        sx, sy = logical((lat, lon))
        half = brush.width(name, "sea") / 2
        if box[0] + half + 4 < sx < box[0] + box[2] - half - 4 and box[1] + 10 < sy < box[1] + box[3] - 20:
            brush.text(sx - half, sy, name, "sea", "seaT")


def path_of(arc: Arc, number: int, spots: Mapping[str, Point], home: str) -> list[Point]:
    """The bent way from home to where the paper goes; several to one place are bent differently."""
    bend = BEND + 0.07 * (number % 4) * (1 if number % 2 else -1)
    return curve(spots[home], spots[arc.country], bend)


def draw_arcs(brush: Brush, model: MapModel, spots: Mapping[str, Point], taken: list[Box]) -> None:
    """All papers: first the lines, then the rings where they lie, then the tokens on their way."""
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
        if arc.state in ("travelling", "returned") and 0.02 < arc.share < 0.98:
            draw_token(brush, arc, paths[number], taken)


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


TOKENS = {"returned": "undo-2", "answered": "check", "refused": "x"}


def draw_token(brush: Brush, arc: Arc, points: list[Point], taken: list[Box]) -> None:
    """The paper itself, at its place on the way; a returned one shows that it is coming back."""
    along = min(len(points) - 1.001, arc.share * (len(points) - 1))
    one, two, part = points[int(along)], points[int(along) + 1], along % 1
    x, y = one[0] + (two[0] - one[0]) * part, one[1] + (two[1] - one[1]) * part
    brush.box((x - 11, y - 9, 22, 18), "card", arc.instrument, 4, max(1, round(1.5 * brush.k)))
    brush.icon(x - 6.5, y - 6.5, TOKENS.get(arc.state, ICONS[arc.instrument]), 13, arc.instrument)
    taken.append((x - 11, y - 9, 22, 18))


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
    large, side = 3, pixels * 3
    surface = pygame.Surface((side, side), pygame.SRCALPHA)
    surface.fill((*card[:3], 0))
    middle, radius = side / 2, side / 2 * RING / (RING + 6)
    pygame.draw.circle(surface, card, (middle, middle), radius)
    pygame.draw.circle(surface, pale, (middle, middle), radius, 3 * large)
    for step in range(steps * 3):
        turn = math.radians(step * 5 - 90)
        at = (middle + (radius - 1.5 * large) * math.cos(turn), middle + (radius - 1.5 * large) * math.sin(turn))
        pygame.draw.circle(surface, ink, at, 1.7 * large)
    if late is not None:
        for step in range(0, 360, 4):
            if step % 24 < 14:
                turn = math.radians(step)
                at = (middle + (middle - large) * math.cos(turn), middle + (middle - large) * math.sin(turn))
                pygame.draw.circle(surface, late, at, 0.7 * large)
    return pygame.transform.smoothscale(surface, (pixels, pixels))


def draw_home(brush: Brush, spot: Point | None) -> None:
    """The home capital: a dot in a ring."""
    if spot is not None:
        brush.box((spot[0] - 8, spot[1] - 8, 16, 16), "card", "ink", 8, max(1, round(2 * brush.k)))
        brush.box((spot[0] - 3.5, spot[1] - 3.5, 7, 7), "ink", None, 4)


def draw_other(brush: Brush, box: Box, name: str, spot: Point, taken: list[Box]) -> None:
    """The name of a State that has no part in the case, where there is room for it."""
    width = brush.width(name, "place")
    here = (spot[0] - width / 2, spot[1] - 8, width, 16.0)
    inside = box[0] + 4 < here[0] and here[0] + width < box[0] + box[2] - 4
    inside = inside and box[1] + 4 < here[1] and here[1] + 16 < box[1] + box[3] - 34
    if inside and not any(overlap(here, other) for other in taken):
        brush.text(here[0], here[1], name, "place", "ink3")
        taken.append(here)


def draw_legend(brush: Brush, box: Box, model: MapModel, view: Frame) -> None:
    """What a ring means, and how long a hundred kilometres are."""
    x, y, w, h = box
    reach = KILOMETRES * view.scale / brush.k
    brush.box((x + w - reach - 26, y + h - 30, reach + 18, 23), "card", "line", 4)
    brush.text(x + w - reach - 26, y + h - 29, f"{KILOMETRES} km", "axis", "ink2", reach + 18, "centre")
    brush.line(x + w - reach - 17, y + h - 12, reach, "ink2")
    wide = brush.width(model.legend, "axis") + 34
    if model.legend and wide < w - reach - 50:
        brush.box((x + 8, y + h - 30, wide, 23), "card", "line", 4)
        made = ring(round(17 * brush.k), 15, brush.theme["ink2"], brush.theme["line2"], brush.theme["card"], None)
        brush.surface.blit(made, (round((x + 12) * brush.k), round((y + h - 27) * brush.k)))
        brush.text(x + 34, y + h - 26, model.legend, "axis", "ink2")


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
    if instrument in ("mla", "domestic"):
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


def draw_name(brush: Brush, box: Box, id: str, model: MapModel, spot: Point, taken: list[Box]) -> None:
    """The name of a State of the case and how its papers stand, moved where it would cover another."""
    x, y = spot
    if id != model.home and not any(arc.country == id for arc in model.arcs):
        brush.box((x - 4, y - 4, 8, 8), "card", "ink", 4)
    name, note = model.names.get(id, id), model.notes.get(id, "")
    width = max(brush.width(name, "label") + 22, brush.width(note, "axis")) + 12
    height = 36.0 if note else 22.0
    rings = min(MOST_RINGS, sum(1 for arc in model.arcs if arc.country == id))
    right = 18 + (RING + 2) * max(0, rings - 1)
    tries = ((right, -height / 2), (-width - 18, -height / 2), (-width / 2, 18), (-width / 2, -height - 18),
             (right, 12), (right, -height - 10), (-width - 18, 12), (-width - 18, -height - 10), (right, 34))  # fmt: skip
    for dx, dy in tries:
        here = (
            min(max(x + dx, box[0] + 2), box[0] + box[2] - width - 2),
            min(max(y + dy, box[1] + 2), box[1] + box[3] - height - 34),
            width,
            height,
        )
        if not any(overlap(here, other) for other in taken):
            break
    taken.append(here)
    border = "ink" if id == model.selected else "line2" if brush.theme.name == "contrast" else "line"
    brush.box(here, "card", border, 4)
    offset = brush.flag(here[0] + 6, here[1] + 6, id, 10)
    brush.text(here[0] + 12 + offset, here[1] + 2, name, "label", "ink", width - 14 - offset)
    if note:
        brush.text(here[0] + 6, here[1] + 19, note, "axis", "ink2", width - 10)


def overlap(one: Box, other: Box) -> bool:
    """Do two boxes touch?"""
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )
