"""Land: lines and shapes in kilometres, of the region or of a pack's own drawing, and which part of it is seen."""

import json
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from itertools import pairwise

from engine import LawPack
from game.places import shipped

Point = tuple[float, float]
Line = tuple[Point, ...]
SEAS: Mapping[str, Point] = {
    "Adriatic Sea": (16.2, 42.9),
    "Ionian Sea": (18.6, 38.6),
    "Aegean Sea": (25.0, 38.9),
    "Black Sea": (31.5, 43.3),
}
FOLDS, ROUGH = 5, 0.11
"""How often a straight line of a drawing is bent, and how far to the side of its length."""


@dataclass(frozen=True, slots=True)
class Projection:
    """Lambert's conformal conic, as the region was drawn."""

    parallels: Point
    centre: Point
    earth_km: float

    def at(self, lon: float, lat: float) -> Point:
        """Degrees to kilometres east and south of the centre."""
        one, two, zero = (math.radians(p) for p in (*self.parallels, self.centre[1]))

        def t(p: float) -> float:
            return math.tan(math.pi / 4 + p / 2)

        n = math.log(math.cos(one) / math.cos(two)) / math.log(t(two) / t(one))
        f = math.cos(one) * t(one) ** n / n
        rho, rho0 = self.earth_km * f / t(math.radians(lat)) ** n, self.earth_km * f / t(zero) ** n
        theta = n * math.radians(lon - self.centre[0])
        return rho * math.sin(theta), -(rho0 - rho * math.cos(theta))


@dataclass(frozen=True, slots=True, eq=False)
class Land:
    """What a map is drawn from.

    Attributes:
        lines: each kept once. shapes: owner -> rings, a ring is numbers of lines (`~n` = backwards).
        borders, dashed: lines that two shapes share; lines drawn dashed. names: what the owners are called.
        labels, seas: where names stand. unit: kilometres of a unit of a drawing. projection: None for a drawing.
    """

    lines: tuple[Line, ...]
    shapes: Mapping[str, tuple[tuple[int, ...], ...]]
    borders: frozenset[int]
    dashed: frozenset[int]
    names: Mapping[str, str]
    labels: Mapping[str, Point]
    seas: Mapping[str, Point]
    unit: float = 1.0
    projection: Projection | None = None
    rings: dict[str, tuple[Line, ...]] = field(default_factory=dict)

    def at(self, place: Point) -> Point:
        """A seat as its country's file has it (latitude and longitude, or units of the drawing), in kilometres."""
        if self.projection is None:
            return place[0] * self.unit, place[1] * self.unit
        return self.projection.at(place[1], place[0])

    def rings_of(self, owner: str) -> tuple[Line, ...]:
        """The outlines of an owner, each closed."""
        if owner not in self.rings:
            self.rings[owner] = tuple(self.walk(ring) for ring in self.shapes.get(owner, ()))
        return self.rings[owner]

    def walk(self, ring: Sequence[int]) -> Line:
        """The points of a ring."""
        points: list[Point] = []
        for number in ring:
            points += (self.lines[number] if number >= 0 else self.lines[~number][::-1])[1 if points else 0 :]
        return tuple(points)

    def lines_of(self, owner: str) -> frozenset[int]:
        """The lines that bound an owner."""
        return frozenset(max(n, ~n) for ring in self.shapes.get(owner, ()) for n in ring)


def line_of(points: Sequence[Sequence[float]]) -> Line:
    """Points as they are written, as a line."""
    return tuple((float(p[0]), float(p[1])) for p in points)


@cache
def region() -> Land:
    """The region as it is."""
    found = json.loads((shipped("assets") / "map" / "region.json").read_text("utf-8"))
    view = found["projection"]
    conic = Projection(tuple(view["parallels"]), tuple(view["centre"]), view["earth_km"])
    return Land(
        tuple(line_of(line) for line in found["lines"]),
        {owner: tuple(tuple(ring) for ring in rings) for owner, rings in found["shapes"].items()},
        frozenset(found["borders"]), frozenset(found["dashed"]), found["names"],
        {owner: (x, y) for owner, (x, y) in found["labels"].items()},
        {name: conic.at(*place) for name, place in SEAS.items()}, projection=conic,
    )  # fmt: skip


@cache
def land_of(pack: LawPack) -> Land:
    """The land of a pack: the region, or its own polygons; each edge of them is a line, kept once, so that neighbours meet."""
    drawing = pack.drawing
    if drawing is None:
        return region()
    numbers: dict[tuple[Point, Point], int] = {}
    lines: list[Line] = []
    shapes = {
        owner: tuple(tuple(edges(ring, numbers, lines, drawing.unit)) for ring in rings)
        for owner, rings in drawing.outlines.items()
    }
    times = Counter(number for rings in shapes.values() for number in {max(n, ~n) for ring in rings for n in ring})
    labels, seas = (
        {name: (x * drawing.unit, y * drawing.unit) for name, (x, y) in spots.items()} for spots in (drawing.labels, drawing.seas)
    )
    names = {owner: f"{name}*" for owner, name in drawing.names.items()}
    borders = frozenset(number for number, owners in times.items() if owners > 1)
    return Land(tuple(lines), shapes, borders, frozenset(), names, labels, seas, drawing.unit)


def edges(ring: Sequence[Point], numbers: dict[tuple[Point, Point], int], lines: list[Line], unit: float) -> Iterator[int]:
    """The edges of a polygon as numbers of lines."""
    for one, two in pairwise([*ring, ring[0]]):
        if (two, one) in numbers:
            yield ~numbers[two, one]
            continue
        if (one, two) not in numbers:
            numbers[one, two] = len(lines)
            lines.append(tuple((x * unit, y * unit) for x, y in rough(one, two)))
        yield numbers[one, two]


def rough(one: Point, two: Point) -> list[Point]:
    """A straight edge as a hand would draw it on a map: bent again and again, always the same way."""
    points = [one, two]
    for fold in range(FOLDS):
        bent = [points[0]]
        for number, (a, b) in enumerate(pairwise(points)):
            side = ROUGH * lean(one, two, fold, number)
            bent += [((a[0] + b[0]) / 2 - (b[1] - a[1]) * side, (a[1] + b[1]) / 2 + (b[0] - a[0]) * side), b]
        points = bent
    return points


def lean(one: Point, two: Point, fold: int, number: int) -> float:
    """To which side, and how far (-1 to 1), a bend goes."""
    byte = blake2b(repr((one, two, fold, number)).encode(), digest_size=1).digest()[0]
    return byte / 127.5 - 1


@dataclass(frozen=True, slots=True)
class Frame:
    """Which part of the plane is seen: kilometres at the middle, real pixels a kilometre, real size, pixels a logical one."""

    middle: Point
    scale: float
    size: tuple[int, int]
    k: float = 1.0

    def at(self, km: Sequence[float]) -> Point:
        """A point of the plane in real pixels."""
        return (km[0] - self.middle[0]) * self.scale + self.size[0] / 2, (
            km[1] - self.middle[1]
        ) * self.scale + self.size[1] / 2

    def line(self, points: Line, large: int = 1) -> list[Point]:
        """A line in real pixels of a picture so many times as large."""
        scale, width, height = self.scale * large, self.size[0] * large / 2, self.size[1] * large / 2
        mx, my = self.middle
        return [((x - mx) * scale + width, (y - my) * scale + height) for x, y in points]

    def shows(self, points: Sequence[Point], large: int = 1) -> bool:
        """May something of these pixels be in the picture?"""
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        return not (max(xs) < 0 or max(ys) < 0 or min(xs) > self.size[0] * large or min(ys) > self.size[1] * large)


def framed(land: Land, places: Sequence[Point], size: tuple[int, int], k: float = 1.0) -> Frame:
    """Everybody who matters in view, with room round them."""
    points = [land.at(place) for place in places]
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    width, height = max(xs) - min(xs) + 420, max(ys) - min(ys) + 330
    scale = min(size[0] / max(width, 620), size[1] / max(height, 480))
    return Frame(((max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2), scale, size, k)
