"""The map of a case, drawn: the plate, what is tinted, the papers, the names."""

import pygame

from game.window.brush import Box, Brush
from game.window.pictures.arcs import draw_arcs, draw_line
from game.window.pictures.chart import MapModel, frame, path_of
from game.window.pictures.labels import draw_labels
from game.window.pictures.land import Frame, Point
from game.window.pictures.plate import plate, tint


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
    draw_labels(brush, box, model, view, spots, ways, taken)


def draw_tints(brush: Brush, rect: pygame.Rect, model: MapModel, view: Frame) -> None:
    """The State that is pointed at, then the one that is chosen, in a colour of their own."""
    for owner, how in ((model.hovered, "hovered"), (model.selected, "selected")):
        made = tint(brush.theme.name, model.land, owner, how, view) if owner in model.land.shapes else None
        if made is not None and (how == "selected" or owner != model.selected):
            brush.surface.blit(made[0], (rect.x + made[1][0], rect.y + made[1][1]))


def draw_home(brush: Brush, spot: Point | None) -> None:
    """The home capital: a dot in a ring."""
    if spot is not None:
        brush.box((spot[0] - 8, spot[1] - 8, 16, 16), "card", "ink", 8, max(1, round(2 * brush.k)))
        brush.box((spot[0] - 3.5, spot[1] - 3.5, 7, 7), "ink", None, 4)
