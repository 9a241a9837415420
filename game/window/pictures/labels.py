"""Names on the map: the States of the case with how their papers stand, the others, the seas; the legend and its notes."""

from collections.abc import Mapping
from functools import lru_cache

from game.window.brush import Box, Brush
from game.window.pictures.arcs import ring
from game.window.pictures.chart import MOST_RINGS, RING, MapModel
from game.window.pictures.land import Frame, Land, Point
from game.window.pictures.plate import owner_at

KILOMETRES = 100
DRIFT = ((0, 0), (0, 26), (0, -26), (34, 34), (-34, -34), (60, 60), (-60, -60), (0, 60), (-70, 0), (70, 0))
"""Where else a name may stand, in logical pixels from its place."""


def draw_labels(
    brush: Brush, box: Box, model: MapModel, view: Frame, spots: Mapping[str, Point], ways: list[list[Point]], taken: list[Box]
) -> None:
    """First the States of the case, then the legend, then what else has a name, where there is room for it."""
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


def overlap(one: Box, other: Box) -> bool:
    """Do two boxes touch?"""
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )


def draw_legend(brush: Brush, box: Box, model: MapModel, view: Frame, taken: list[Box]) -> None:
    """What a ring means, what must be said of a name, and how long a hundred kilometres are."""
    reach = KILOMETRES * view.scale / brush.k
    draw_scale(brush, box, reach, taken)
    beside = box[2] - reach - 50
    if model.legend and max(brush.width(text, "axis") for text in (model.legend, model.footnote)) + 34 < beside:
        draw_notes(brush, box, model.legend, model.footnote, 0.0, taken)
    elif model.footnote:
        fits = brush.width(model.footnote, "axis") + 34 < beside
        draw_notes(brush, box, "", model.footnote, 0.0 if fits else 27.0, taken)


def draw_scale(brush: Brush, box: Box, reach: float, taken: list[Box]) -> None:
    """How long a hundred kilometres are, at the right."""
    x, y, w, h = box
    card = (x + w - reach - 26, y + h - 30, reach + 18, 23.0)
    brush.box(card, "card", "line", 4)
    brush.text(card[0], card[1] + 1, f"{KILOMETRES} km", "axis", "ink2", card[2], "centre")
    brush.line(x + w - reach - 17, y + h - 12, reach, "ink2")
    taken.append(card)


def draw_notes(brush: Brush, box: Box, legend: str, footnote: str, lifted: float, taken: list[Box]) -> None:
    """The legend with its ring, and the note below it, at the left."""
    rows, indent = [text for text in (legend, footnote) if text], 26.0 if legend else 8.0
    wide = min(box[2] - 16, max(brush.width(text, "axis") for text in rows) + indent + 8)
    tall = 7.0 + 16 * len(rows)
    card = (box[0] + 8, box[1] + box[3] - 7 - tall - lifted, wide, tall)
    brush.box(card, "card", "line", 4)
    taken.append(card)
    for number, text in enumerate(rows):
        brush.text(card[0] + indent, card[1] + 4 + 16 * number, text, "axis", "ink2", wide - indent - 4)
    if legend:
        made = ring(round(15 * brush.k), 15, brush.theme["ink2"], brush.theme["line2"], brush.theme["card"], None)
        brush.surface.blit(made, (round((card[0] + 5) * brush.k), round((card[1] + 4) * brush.k)))
