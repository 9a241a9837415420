"""The chart of a case: States, papers on their way, where they are, what is under a point, who is next in a direction."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from game.window.pictures.land import Frame, Land, Point, framed, region
from game.window.pictures.plate import owner_at

BEND = 0.2
RING, MOST_RINGS, TOKEN = 27.0, 3, 22.0
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


def path_of(arc: Arc, number: int, spots: Mapping[str, Point], home: str) -> list[Point]:
    """The bent way from home to where the paper goes; several to one place are bent differently."""
    bend = BEND + 0.07 * (number % 4) * (1 if number % 2 else -1)
    return curve(spots[home], spots[arc.country], bend)
