"""The map of a case: States and papers on their way, drawn over the plate; what is under a point, who is next in a direction."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import pygame

from game.window.brush import Box, Brush
from game.window.pictures.land import Frame, Land, Point, framed, region
from game.window.pictures.plate import dashes, owner_at, plate, tint
from game.window.theme import ICONS

BEND = 0.2
RING, MOST_RINGS, TOKEN = 27.0, 3, 22.0
KILOMETRES = 100
DRIFT = ((0, 0), (0, 26), (0, -26), (34, 34), (-34, -34), (60, 60), (-60, -60), (0, 60), (-70, 0), (70, 0))
"""Where else a name may stand, in logical pixels from its place."""
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
    """What the map shows: the States of the case and their seats, the papers, what is chosen and what is pointed at.

    `others` = names of States outside the case; `footnote` = what must stand on a map on which Kosovo is to be seen.
    """

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
    land: Land = field(default_factory=region)
    hovered: str = ""
    footnote: str = ""


def frame(model: MapModel, size: tuple[int, int], k: float = 1.0) -> Frame:
    """Everybody who matters in view, with room round them."""
    ids = (model.home, *model.countries)
    return framed(model.land, [model.places[c] for c in ids if c in model.places], size, k)


def seats(model: MapModel) -> dict[str, Point]:
    """Where the States of the case have their seat, in kilometres."""
    ids = (model.home, *model.countries)
    return {id: model.land.at(model.places[id]) for id in ids if id in model.places}


def stops(model: MapModel) -> dict[str, Point]:
    """What the arrows go to, in kilometres: the seats, and the papers that are on their way."""
    spots = seats(model)
    found = dict(spots)
    for number, arc in enumerate(model.arcs):
        if arc.label and moving(arc) and arc.country in spots and arc.country != model.home:
            found[arc.label] = along(path_of(arc, number, spots, model.home), arc.share)
    return found


def moving(arc: Arc) -> bool:
    """Is the paper somewhere between the two?"""
    return arc.state in ("travelling", "returned") and 0.02 < arc.share < 0.98


def under(model: MapModel, size: tuple[int, int], point: Point, k: float) -> str:
    """The paper or the State of the case at a point in real pixels; small States have a disc of their own."""
    view = frame(model, size, k)
    paper = paper_at(model, view, point, k)
    owner = owner_at(model.land, view, point)
    spots = {id: view.at(km) for id, km in seats(model).items()}
    if paper or owner in spots:
        return paper or owner
    near = min(((math.dist(spot, point), id) for id, spot in spots.items()), default=(math.inf, ""))
    return near[1] if near[0] <= REACH * k else ""


def paper_at(model: MapModel, view: Frame, point: Point, k: float) -> str:
    """The paper whose token or ring is at a point in real pixels; the last drawn lies on top."""
    found, spots, waiting = "", seats(model), dict[str, int]()
    halfway = stops(model)
    for arc in model.arcs:
        place = waiting[arc.country] = waiting.get(arc.country, -1) + 1
        if arc.country not in spots or not arc.label or arc.country == model.home:
            continue
        x, y = view.at(spots[arc.country])
        ring = place < MOST_RINGS and math.dist((x + place * (RING + 2) * k, y), point) <= RING / 2 * k
        if ring or (arc.label in halfway and math.dist(view.at(halfway[arc.label]), point) <= TOKEN / 2 * k):
            found = arc.label
    return found


def pointed(model: MapModel, size: tuple[int, int], point: Point, k: float) -> str:
    """The same, and any other State there is on the map."""
    return under(model, size, point, k) or owner_at(model.land, frame(model, size, k), point)


def nearest(model: MapModel, here: str, direction: str) -> str:
    """The next State of the case, or paper on its way, in a direction from where one is."""
    spots = stops(model)
    if here not in spots:
        return model.home
    x0, y0 = spots[here]
    best = []
    for id, (x, y) in spots.items():
        ahead, across = {
            "left": (x0 - x, y - y0),
            "right": (x - x0, y - y0),
            "up": (y0 - y, x - x0),
            "down": (y - y0, x - x0),
        }[direction]
        if id != here and ahead > 0:
            best.append((ahead + 2 * abs(across), id))
    return min(best)[1] if best else here


@lru_cache(maxsize=128)
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


def along(points: list[Point], share: float) -> Point:
    """The point at a share of a bent line."""
    at = min(len(points) - 1.001, max(0.0, share) * (len(points) - 1))
    one, two, part = points[int(at)], points[int(at) + 1], at % 1
    return one[0] + (two[0] - one[0]) * part, one[1] + (two[1] - one[1]) * part


def draw_map(brush: Brush, box: Box, model: MapModel) -> None:
    """The map: plate, names, arcs with their tokens, rings where papers lie, the capital at home."""
    rect = brush.real(box)
    view = frame(model, rect.size, brush.k)
    brush.surface.blit(plate(brush.theme.name, model.land, model.home, model.countries, view), rect)
    draw_tints(brush, rect, model, view)

    def logical(km: Point) -> Point:
        px, py = view.at(km)
        return box[0] + px / brush.k, box[1] + py / brush.k

    spots = {id: logical(model.land.at(place)) for id, place in model.places.items()}
    if model.plain:
        for number, arc in enumerate(model.arcs):
            if arc.country in spots:
                draw_line(brush, arc, path_of(arc, number, spots, model.home))
        draw_home(brush, spots.get(model.home))
        return
    taken: list[Box] = []
    ways = draw_arcs(brush, model, spots, taken)
    draw_home(brush, spots.get(model.home))
    for id in sorted((model.home, *model.countries), key=lambda id: id not in model.notes):
        if id in spots:
            draw_name(brush, box, id, model, spots[id], taken)
    draw_legend(brush, box, model, view, taken)
    taken += [(x - 2, y - 2, 4.0, 4.0) for way in ways for x, y in way[::2]]
    for id, name in model.others.items():
        if id in model.land.labels:
            draw_other(brush, box, name, "place", "ink3", free_spots(brush, box, model, view, model.land.labels[id], name, id), taken)
    for name, km in model.land.seas.items():
        draw_other(brush, box, name, "sea", "seaT", free_spots(brush, box, model, view, km, name, ""), taken)


def free_spots(
    brush: Brush, box: Box, model: MapModel, view: Frame, km: Point, name: str, owner: str
) -> list[Point]:
    """Where a name may stand: at its place or a little way off, with most of it on its own land, or all of it on water."""
    reach = brush.width(name, "place") * brush.k / 2 * (0.6 if owner else 1.0)
    return [(box[0] + px / brush.k, box[1] + py / brush.k) for px, py in own_spots(model.land, view, km, reach, owner, brush.k)]


@lru_cache(maxsize=256)
def own_spots(land: Land, view: Frame, km: Point, reach: float, owner: str, k: float) -> tuple[Point, ...]:
    """The same in real pixels; it hangs on nothing that moves."""
    x, y = view.at(km)
    moved = [(x + dx * k, y + dy * k) for dx, dy in DRIFT]
    return tuple(
        (px, py) for px, py in moved
        if all(owner_at(land, view, (px + reach * side, py)) == owner for side in (-1, -0.5, 0, 0.5, 1))
    )  # fmt: skip


def draw_tints(brush: Brush, rect: pygame.Rect, model: MapModel, view: Frame) -> None:
    """The State that is pointed at, then the one that is chosen, in a colour of their own."""
    for owner, how in ((model.hovered, "hovered"), (model.selected, "selected")):
        made = tint(brush.theme.name, model.land, owner, how, view) if owner in model.land.shapes else None
        if made is not None and (how == "selected" or owner != model.selected):
            brush.surface.blit(made[0], (rect.x + made[1][0], rect.y + made[1][1]))


def path_of(arc: Arc, number: int, spots: Mapping[str, Point], home: str) -> list[Point]:
    """The bent way from home to where the paper goes; several to one place are bent differently."""
    bend = BEND + 0.07 * (number % 4) * (1 if number % 2 else -1)
    return curve(spots[home], spots[arc.country], bend)


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


TOKENS = {"returned": "undo-2", "answered": "check", "refused": "x"}


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


def draw_home(brush: Brush, spot: Point | None) -> None:
    """The home capital: a dot in a ring."""
    if spot is not None:
        brush.box((spot[0] - 8, spot[1] - 8, 16, 16), "card", "ink", 8, max(1, round(2 * brush.k)))
        brush.box((spot[0] - 3.5, spot[1] - 3.5, 7, 7), "ink", None, 4)


def draw_other(
    brush: Brush, box: Box, name: str, role: str, token: str, spots: list[Point], taken: list[Box]
) -> None:
    """A name that has no part in the case, at the first of the spots where there is room for it."""
    width = brush.width(name, role)
    for x, y in spots:
        here = (x - width / 2, y - 8, width, 16.0)
        inside = box[0] + 4 < here[0] and here[0] + width < box[0] + box[2] - 4
        inside = inside and box[1] + 4 < here[1] and here[1] + 16 < box[1] + box[3] - 4
        if inside and not any(overlap(here, other) for other in taken):
            brush.text(here[0], here[1], name, role, token)
            taken.append(here)
            return


def draw_legend(brush: Brush, box: Box, model: MapModel, view: Frame, taken: list[Box]) -> None:
    """What a ring means, what must be said of a name, and how long a hundred kilometres are."""
    x, y, w, h = box
    reach = KILOMETRES * view.scale / brush.k
    scale = (x + w - reach - 26, y + h - 30, reach + 18, 23.0)
    brush.box(scale, "card", "line", 4)
    brush.text(scale[0], scale[1] + 1, f"{KILOMETRES} km", "axis", "ink2", scale[2], "centre")
    brush.line(x + w - reach - 17, y + h - 12, reach, "ink2")
    taken.append(scale)
    rows = [text for text in (model.legend, model.footnote) if text]
    wide = max((brush.width(text, "axis") for text in rows), default=0.0) + 34
    if rows and wide < w - reach - 50:
        tall = 7.0 + 16 * len(rows)
        card = (x + 8, y + h - 7 - tall, wide, tall)
        brush.box(card, "card", "line", 4)
        taken.append(card)
        for number, text in enumerate(rows):
            brush.text(x + 34, card[1] + 4 + 16 * number, text, "axis", "ink2")
        if model.legend:
            made = ring(round(15 * brush.k), 15, brush.theme["ink2"], brush.theme["line2"], brush.theme["card"], None)
            brush.surface.blit(made, (round((x + 13) * brush.k), round((card[1] + 4) * brush.k)))


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
