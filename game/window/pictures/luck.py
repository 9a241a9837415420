"""The same decisions under other luck: a dot a run on the scale of points, and a line where this play fell."""

from dataclasses import dataclass

from game.window.brush import Box, Brush

EDGE, LINE, DOT = 16.0, 34.0, 9.0
MOST_STEP = 11.0


@dataclass(frozen=True, slots=True)
class LuckModel:
    """The score of the play; of each run its score and whether a decision was left out; the words of the legend."""

    score: int
    runs: tuple[tuple[int, bool], ...]
    own: str
    taken: str
    left_out: str


def draw_luck(brush: Brush, box: Box, model: LuckModel) -> None:
    """Scale, middle half, dots in piles, this play, legend."""
    x, y, w, h = box
    left, width, floor = x + EDGE, w - 2 * EDGE, y + h - LINE
    brush.line(left, floor, width, "ink2")
    for points in range(0, 101, 10):
        here = left + width * points / 100
        brush.upright(here, floor, 5, "ink2")
        brush.text(here - 20, floor + 7, str(points), "axis", "ink3", 40, "centre")
    draw_piles(brush, (left, y + 22, width, floor - y - 24), model)
    own = left + width * model.score / 100
    brush.fill((own - 1, y + 18, 2, floor - y - 18), "per")
    said = f"{model.own} {model.score}"
    wide = brush.width(said, "axis") + 8
    brush.text(min(max(own - wide / 2, x + 4), x + w - wide - 4), y + 2, said, "axis", "per", wide, "centre")
    draw_legend(brush, left, y + 2, model, own > x + w / 2, x + w - EDGE)


def draw_piles(brush: Brush, box: Box, model: LuckModel) -> None:
    """The dots of equal scores one on another, hollow where a decision was left out."""
    x, y, w, h = box
    piles: dict[int, list[bool]] = {}
    for score, changed in model.runs:
        piles.setdefault(score, []).append(changed)
    step = min(MOST_STEP, h / max([1, *(len(pile) for pile in piles.values())]))
    for score, pile in piles.items():
        for number, changed in enumerate(sorted(pile)):
            spot = (x + w * score / 100 - DOT / 2, y + h - DOT - 1 - step * number, DOT, DOT)
            brush.box(spot, None if changed else "pri", "pri", DOT / 2)


def draw_legend(brush: Brush, left: float, y: float, model: LuckModel, at_left: bool, right: float) -> None:
    """What the dots mean, on the side where the play does not stand; a hollow one only where there is one."""
    entries = [(model.taken, "pri"), *([(model.left_out, None)] if any(changed for _, changed in model.runs) else [])]
    need = sum(brush.width(text, "axis") + DOT + 18 for text, _ in entries)
    at = left if at_left else right - need
    for text, fill in entries:
        brush.box((at, y + 3, DOT, DOT), fill, "pri", DOT / 2)
        at += DOT + 5
        at += brush.text(at, y, text, "axis", "ink3") + 13
