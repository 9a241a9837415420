"""Makes `region.json` from the file `countries-10m.json` of npm `world-atlas` (Natural Earth, public domain).

    npm pack world-atlas@2.0.2 && tar -xf world-atlas-2.0.2.tgz
    python assets/map/build_map.py package/countries-10m.json assets/map/region.json

Borders follow the designations of the United Nations: Crimea is drawn in Ukraine and Cyprus whole, which the source does not do.
Kosovo is a shape of its own and always shown with its footnote. Borders are thinned arc by arc, so that neighbours still meet.
"""

import json
import math
import sys
from itertools import pairwise
from pathlib import Path

WEST, SOUTH, EAST, NORTH = -6.0, 29.0, 50.0, 57.0
PARALLELS, CENTRE, EARTH_KM = (39.0, 47.0), (19.25, 43.2), 6371.0
TOLERANCE_KM, LEAST_KM2 = 1.1, 25.0
CODES = {
    "Albania": "AL", "Austria": "AT", "Bosnia and Herz.": "BA", "Bulgaria": "BG", "Cyprus": "CY", "Germany": "DE", "Greece": "GR",
    "Croatia": "HR", "Hungary": "HU", "Italy": "IT", "Moldova": "MD", "Montenegro": "ME", "Macedonia": "MK", "Romania": "RO",
    "Serbia": "RS", "Slovenia": "SI", "Turkey": "TR", "Ukraine": "UA", "Kosovo": "XK",
}  # fmt: skip
DISSOLVED = dict.fromkeys(("N. Cyprus", "Cyprus U.N. Buffer Zone", "Akrotiri", "Dhekelia"), "CY")
SIMFEROPOL = (34.1, 44.95)


def project(lon, lat):
    """Lambert's conformal conic, in kilometres east and south of the centre."""
    one, two, zero = (math.radians(p) for p in (*PARALLELS, CENTRE[1]))

    def t(p):
        return math.tan(math.pi / 4 + p / 2)

    n = math.log(math.cos(one) / math.cos(two)) / math.log(t(two) / t(one))
    f = math.cos(one) * t(one) ** n / n
    rho, rho0 = EARTH_KM * f / t(math.radians(lat)) ** n, EARTH_KM * f / t(zero) ** n
    theta = n * math.radians(lon - CENTRE[0])
    return rho * math.sin(theta), rho * math.cos(theta) - rho0


def arcs_of(topology):
    """The arcs in degrees: what the file keeps is steps on a grid."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        yield points


def thinned(points):
    """Douglas and Peucker, without recursion, in the plane of the map."""
    plane = [project(lon, max(-60.0, lat)) for lon, lat in points]
    keep, todo = {0, len(points) - 1}, [(0, len(points) - 1)]
    while todo:
        first, last = todo.pop()
        far, where = 0.0, 0
        (ax, ay), (bx, by) = plane[first], plane[last]
        length = math.hypot(bx - ax, by - ay)
        for i in range(first + 1, last):
            x, y = plane[i]
            away = abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length if length else math.hypot(x - ax, y - ay)
            if away > far:
                far, where = away, i
        if far > TOLERANCE_KM:
            keep.add(where)
            todo += [(first, where), (where, last)]
    return [points[i] for i in sorted(keep)]


def rings_of(geometry):
    """Every outer ring as a list of arc numbers (`~n` = backwards); holes are other States' land or lakes."""
    if geometry["type"] == "Polygon":
        yield geometry["arcs"][0]
    elif geometry["type"] == "MultiPolygon":
        yield from (polygon[0] for polygon in geometry["arcs"])


def walk(numbers, arcs):
    """The points of a ring."""
    points = []
    for number in numbers:
        piece = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += piece if not points else piece[1:]
    return points


def dissolve(rings):
    """Rings without the arcs that two of them share, joined end to end again."""
    used = {number for ring in rings for number in ring}
    return [number for ring in rings for number in ring if ~number not in used]


def stitched(numbers, arcs):
    """Arcs joined end to end into rings."""
    left = list(numbers)
    while left:
        ring = [left.pop(0)]
        start = walk(ring, arcs)[0]
        while walk(ring, arcs)[-1] != start:
            end = walk(ring, arcs)[-1]
            following = next((n for n in left if walk([n], arcs)[0] == end), None)
            if following is None:
                break
            left.remove(following)
            ring.append(following)
        yield walk(ring, arcs)


def inside(point, ring):
    """Does a ring hold a point?"""
    x, y = point
    odd = False
    for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            odd = not odd
    return odd


def clipped(ring):
    """What of a ring lies in the region (Sutherland and Hodgman)."""
    for axis, limit, sign in ((0, WEST, 1), (0, EAST, -1), (1, SOUTH, 1), (1, NORTH, -1)):
        out = []
        for a, b in pairwise([*ring, ring[0]] if ring else []):
            here, there = sign * (a[axis] - limit) >= 0, sign * (b[axis] - limit) >= 0
            if here:
                out.append(a)
            if here != there:
                part = (limit - a[axis]) / (b[axis] - a[axis])
                out.append((a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part))
        ring = out
    return ring


def area(ring):
    """Square kilometres of a ring in the plane of the map."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]))) / 2


def region(topology):
    """Owner -> rings in kilometres, one decimal."""
    whole = list(arcs_of(topology))
    arcs = [thinned(arc) for arc in whole]
    owned: dict[str, list] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        for ring in rings_of(geometry):
            owner = DISSOLVED.get(name, CODES.get(name, name))
            if name == "Russia" and inside(SIMFEROPOL, walk(ring, arcs)):
                owner = "UA"
            owned.setdefault(owner, []).append(ring)
    shapes = {}
    for owner, rings in owned.items():
        lines = stitched(dissolve(rings), arcs) if owner in ("UA", "CY") else (walk(ring, arcs) for ring in rings)
        seen = [[project(*point) for point in ring] for ring in (clipped(line) for line in lines) if len(ring) > 2]
        kept = [[[round(x, 1), round(y, 1)] for x, y in ring] for ring in seen if area(ring) >= LEAST_KM2]
        if kept:
            shapes[owner] = kept
    return {"projection": {"parallels": list(PARALLELS), "centre": list(CENTRE), "earth_km": EARTH_KM}, "shapes": shapes}


def main(source, target):
    """Read, make, write."""
    made = region(json.loads(Path(source).read_text("utf-8")))
    Path(target).write_text(json.dumps(made, separators=(",", ":"), sort_keys=True, ensure_ascii=False) + "\n", "utf-8")
    points = sum(len(ring) for rings in made["shapes"].values() for ring in rings)
    print(f"{target}: {len(made['shapes'])} owners, {points} points, {Path(target).stat().st_size} bytes")


if __name__ == "__main__":
    main(*sys.argv[1:3])
