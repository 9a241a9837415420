"""The same decisions under other luck: a dot a run on the scale of points, and a line where this play fell."""

from dataclasses import dataclass

from game.pages.dots import Axis, axis_of, piled
from game.window.brush import Box, Brush

EDGE, FLOOR, HEAD = 26.0, 30.0, 24.0
DOT, STEP = 8.0, 8.5


@dataclass(frozen=True, slots=True)
class LuckModel:
    """The score of the play; of each run its score and whether a decision was left out; the middle half; the words."""

    score: int
    runs: tuple[tuple[int, bool], ...]
    half: tuple[int, int]
    own: str
    taken: str
    left_out: str
    middle: str


def draw_luck(brush: Brush, box: Box, model: LuckModel) -> None:
    """The middle half, the scale, dots in piles, this play, legend."""
    x, y, w, h = box
    axis = axis_of((model.score, *(score for score, _ in model.runs)), x + EDGE, w - 2 * EDGE)
    floor, top = y + h - FLOOR, y + HEAD
    low, high = (axis.at(score) for score in model.half)
    brush.fill((low - DOT, top, high - low + 2 * DOT, floor - top), "sunken")
    brush.line(axis.left, floor, axis.width, "ink2")
    for points in axis.tens:
        brush.upright(axis.at(points), floor, 5, "ink2")
        brush.text(axis.at(points) - 20, floor + 8, str(points), "axis", "ink3", 40, "centre")
    draw_piles(brush, axis, floor, floor - top - 4, model)
    draw_own(brush, axis, (x, y, w, h), floor, model)


def draw_piles(brush: Brush, axis: Axis, floor: float, room: float, model: LuckModel) -> None:
    """The dots of equal scores side by side and one on another, hollow where a decision was left out."""
    for middle, above, changed in piled(axis, model.runs, DOT, STEP, room):
        spot = (middle - DOT / 2, floor - DOT - 2 - above, DOT, DOT)
        brush.box(spot, "card" if changed else "pri", "pri" if changed else "panel", DOT / 2)


def draw_own(brush: Brush, axis: Axis, box: Box, floor: float, model: LuckModel) -> None:
    """A line where this play fell, with its score; the legend on the side where there is room."""
    x, y, w, _ = box
    here = axis.at(model.score)
    brush.fill((here - 1, y + 18, 2, floor - y - 18), "per")
    said = f"{model.own} {model.score}"
    wide = brush.width(said, "axis") + 8
    brush.text(min(max(here - wide / 2, x + 4), x + w - wide - 4), y + 2, said, "axis", "per", wide, "centre")
    entries = legend(model)
    need = sum(brush.width(text, "axis") + DOT + 18 for text, _, _ in entries)
    draw_legend(brush, axis.left if here > x + w / 2 else x + w - EDGE - need, y + 2, entries)


Entry = tuple[str, str, str]


def legend(model: LuckModel) -> list[Entry]:
    """What dots and shade mean: words, fill, edge; a hollow dot only where there is one."""
    hollow = [(model.left_out, "card", "pri")] if any(changed for _, changed in model.runs) else []
    return [(model.taken, "pri", "pri"), *hollow, (model.middle, "sunken", "line2")]


def draw_legend(brush: Brush, at: float, y: float, entries: list[Entry]) -> None:
    """The entries side by side."""
    for text, fill, edge in entries:
        brush.box((at, y + 3, DOT, DOT), fill, edge, 1 if fill == "sunken" else DOT / 2)
        at += DOT + 5
        at += brush.text(at, y, text, "axis", "ink3") + 13
