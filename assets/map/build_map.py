"""Makes `region.json` from the file `countries-10m.json` of npm `world-atlas` (Natural Earth, public domain).

    npm pack world-atlas@2.0.2 && tar -xf world-atlas-2.0.2.tgz
    python assets/map/build_map.py package/countries-10m.json assets/map/region.json

Borders follow the designations of the United Nations: Crimea is drawn in Ukraine and Cyprus whole, which the source does not do.
Kosovo is a shape of its own, its boundary is drawn dashed, and it is always shown with its footnote.

Lines are kept once, as in the source: a shape is a list of rings, a ring a list of numbers of lines (`~n` = backwards). So neighbours
still meet after thinning, and the picture can tell a coast (one shape has the line) from a border (two have it) and from a line
that is drawn dashed (`dashed`). `names` are what the shapes are called, `labels` where the name of a State stands.
"""

import json
import math
import sys
from itertools import pairwise
from pathlib import Path

WEST, SOUTH, EAST, NORTH = -6.0, 29.0, 50.0, 57.0
PARALLELS, CENTRE, EARTH_KM = (39.0, 47.0), (19.25, 43.2), 6371.0
TOLERANCE_KM, LEAST_KM2 = 1.1, 25.0
EDGE_STEP = 2.0
"""Degrees between two points on the edge of the region."""
CODES = {
    "Albania": "AL", "Austria": "AT", "Bosnia and Herz.": "BA", "Bulgaria": "BG", "Cyprus": "CY", "Germany": "DE", "Greece": "GR",
    "Croatia": "HR", "Hungary": "HU", "Italy": "IT", "Moldova": "MD", "Montenegro": "ME", "Macedonia": "MK", "Romania": "RO",
    "Serbia": "RS", "Slovenia": "SI", "Turkey": "TR", "Ukraine": "UA", "Kosovo": "XK",
}  # fmt: skip
NAMES = {"Bosnia and Herz.": "Bosnia and Herzegovina", "Macedonia": "North Macedonia", "Turkey": "Türkiye", "Kosovo": "Kosovo*"}
"""What a shape is called where the source has an old or a short name."""
LABELS = {
    "AL": (20.0, 41.0), "AT": (14.6, 47.5), "BA": (17.8, 44.3), "BG": (25.2, 42.7), "CY": (33.2, 35.05), "DE": (10.2, 50.6),
    "GR": (22.0, 39.5), "HR": (16.4, 45.6), "HU": (19.4, 47.1), "IT": (12.2, 43.2), "MD": (28.6, 47.2), "ME": (19.2, 42.8),
    "MK": (21.7, 41.55), "RO": (24.9, 45.9), "RS": (20.8, 44.1), "SI": (14.8, 46.1), "TR": (34.0, 39.0), "UA": (31.5, 49.0),
    "XK": (20.9, 42.6), "Czechia": (15.3, 49.8), "Poland": (19.4, 52.0), "Slovakia": (19.6, 48.75), "Switzerland": (8.2, 46.8),
    "France": (2.6, 46.8), "Tunisia": (9.4, 34.6), "Libya": (18.0, 30.8), "Egypt": (29.5, 30.0), "Syria": (38.3, 35.1),
}  # fmt: skip
DASHED = ("XK",)
"""Whose boundary is drawn dashed, with all its neighbours."""
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


def shared(topology):
    """The arcs that two of the source's rings have, holes counted."""
    seen, twice = set(), set()
    for geometry in topology["objects"]["countries"]["geometries"]:
        polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry.get("arcs", [])
        for number in (number for polygon in polygons for ring in polygon for number in ring):
            one = number if number >= 0 else ~number
            (twice if one in seen else seen).add(one)
    return twice


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
        yield ring


def inside(point, ring):
    """Does a ring hold a point?"""
    x, y = point
    odd = False
    for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            odd = not odd
    return odd


def held(points):
    """A line drawn back into the region: what lies outside runs along its edge, so that rings stay closed and neighbours meet."""
    found = []
    for lon, lat in points:
        here = (min(max(lon, WEST), EAST), min(max(lat, SOUTH), NORTH))
        if len(found) > 1 and on_one_edge(found[-2], found[-1], here):
            found.pop()
        if not found or here != found[-1]:
            found.append(here)
    return found


def on_one_edge(*points):
    """Do these lie on one edge of the region, not far from one another?"""
    lons, lats = [p[0] for p in points], [p[1] for p in points]
    near = max(lons) - min(lons) < EDGE_STEP and max(lats) - min(lats) < EDGE_STEP
    return near and (set(lons) in ({WEST}, {EAST}) or set(lats) in ({SOUTH}, {NORTH}))


def seen(points):
    """Does a ring have a point inside the region?"""
    return any(WEST < lon < EAST and SOUTH < lat < NORTH for lon, lat in points)


def area(ring):
    """Square kilometres of a ring in the plane of the map."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]))) / 2


def owned(topology, arcs):
    """Owner -> rings of arc numbers, after the corrections."""
    found: dict[str, list] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        for ring in rings_of(geometry):
            owner = DISSOLVED.get(name, CODES.get(name, name))
            if name == "Russia" and inside(SIMFEROPOL, walk(ring, arcs)):
                owner = "UA"
            found.setdefault(owner, []).append(ring)
    for owner in ("UA", "CY"):
        found[owner] = list(stitched(dissolve(found[owner]), arcs))
    return found


def plane(points):
    """A line in kilometres, one decimal."""
    return [[round(x, 1), round(y, 1)] for x, y in (project(*point) for point in points)]


def region(topology):
    """Lines in kilometres, shapes made of them, and what is drawn how."""
    whole = [thinned(arc) for arc in arcs_of(topology)]
    lines = [plane(held(arc)) for arc in whole]
    shapes = {}
    for owner, rings in owned(topology, whole).items():
        kept = [ring for ring in rings if seen(walk(ring, whole)) and area(walk(ring, lines)) >= LEAST_KM2]
        if kept:
            shapes[owner] = kept
    return numbered(lines, shapes, shared(topology))


def numbered(lines, shapes, borders):
    """Only the lines that a shape uses, counted afresh."""
    used = sorted({max(n, ~n) for rings in shapes.values() for ring in rings for n in ring})
    new = {old: number for number, old in enumerate(used)}
    counted = {owner: [[new[n] if n >= 0 else ~new[~n] for n in ring] for ring in rings] for owner, rings in shapes.items()}
    names = {CODES.get(name, name): NAMES.get(name, name) for name in (*CODES, *NAMES)}
    return {
        "projection": {"parallels": list(PARALLELS), "centre": list(CENTRE), "earth_km": EARTH_KM},
        "lines": [lines[old] for old in used],
        "borders": [new[old] for old in used if old in borders],
        "dashed": sorted({max(n, ~n) for owner in DASHED for ring in counted[owner] for n in ring}),
        "shapes": counted,
        "names": {owner: names.get(owner, owner) for owner in shapes},
        "labels": {owner: [round(x, 1) for x in project(*LABELS[owner])] for owner in shapes if owner in LABELS},
    }


def main(source, target):
    """Read, make, write."""
    made = region(json.loads(Path(source).read_text("utf-8")))
    Path(target).write_text(json.dumps(made, separators=(",", ":"), sort_keys=True, ensure_ascii=False) + "\n", "utf-8")
    points, dashed = sum(map(len, made["lines"])), len(made["dashed"])
    print(f"{target}: {len(made['shapes'])} owners, {points} points, {dashed} dashed lines, {Path(target).stat().st_size} bytes")


if __name__ == "__main__":
    main(*sys.argv[1:3])
