"""What happened, as one line: moments above and below it, the important ones first, and how the file grew."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from game.window.brush import Box, Brush
from game.window.pictures.strips import MONTHS

HEIGHT = 204.0
WIDEST = 168.0


@dataclass(frozen=True, slots=True)
class Moment:
    """A day that mattered: its words, a second line, its colour, its icon, how much it matters; bad ones stand below."""

    day: int
    text: str
    note: str
    token: str
    icon: str
    weight: int
    bad: bool = False


@dataclass(frozen=True, slots=True)
class MomentsModel:
    """From when to when; the moments; the days on which the file grew."""

    first: int
    last: int
    moments: tuple[Moment, ...]
    growth: tuple[int, ...]


def draw_moments(brush: Brush, box: Box, model: MomentsModel) -> None:
    """Line, months, steps, moments."""
    x, y, w, h = box
    left, width = x + 20, w - 40
    middle = y + h * 0.41

    def at(day: float) -> float:
        return left + width * (day - model.first) / max(1, model.last - model.first)

    draw_steps(brush, (left, y + h - 27, width, 22), model, at)
    brush.line(left, middle, width, "ink2")
    for day in range(model.first, model.last + 1):
        when = date.fromordinal(day)
        if when.day == 1:
            brush.upright(at(day), middle - 4, 9, "ink2")
            if at(day) + 60 < x + w:
                year = f" {when.year}" if when.month == 1 else ""
                brush.text(at(day) + 4, middle + 4, MONTHS[when.month - 1] + year, "axis", "ink3")
    taken: list[Box] = []
    shown = sorted(model.moments, key=lambda m: (-m.weight, m.day))
    for moment in shown:
        draw_moment(brush, moment, (x, y, w, h), at(moment.day), middle, taken)


def draw_moment(brush: Brush, moment: Moment, box: Box, here: float, middle: float, taken: list[Box]) -> None:
    """A dot on the line, and its words where there is room for them."""
    x, _, w, _ = box
    brush.box((here - 8, middle - 7.5, 16, 16), "card", moment.token, 8, max(1, round(1.6 * brush.k)))
    brush.icon(here - 5, middle - 4.5, moment.icon, 10, moment.token)
    wide = min(WIDEST, max(brush.width(moment.text, "label"), brush.width(moment.note, "axis")) + 6)
    left = min(max(here - wide / 2, x + 6), x + w - wide - 6)
    tops = (middle + 20, middle + 54) if moment.bad else (middle - 50, middle - 84)
    for top in tops:
        spot = (left, top, wide, 33.0)
        if top < box[1] or any(meets(spot, other) for other in taken):
            continue
        taken.append(spot)
        stem = (top + 32, middle - 8) if top < middle else (middle + 9, top)
        brush.upright(here, stem[0], stem[1] - stem[0], "line2")
        brush.text(left, top, moment.text, "label", "exc" if moment.bad else "ink", wide, "centre")
        brush.text(left, top + 17, moment.note, "axis", "ink3", wide, "centre")
        return


def meets(one: Box, other: Box) -> bool:
    """Do two boxes touch, with a little air?"""
    beside = one[0] < other[0] + other[2] + 6 and other[0] < one[0] + one[2] + 6
    return beside and one[1] < other[1] + other[3] and other[1] < one[1] + one[3]


def draw_steps(brush: Brush, box: Box, model: MomentsModel, at: Callable[[float], float]) -> None:
    """How many items the file held, day by day, as steps."""
    x, y, w, h = box
    most = max(1, len(model.growth))
    for number, day in enumerate(model.growth, 1):
        a = at(day)
        b = at(model.growth[number]) if number < most else x + w
        height = h * number / most
        brush.fill((a, y + h - height, max(1.0, b - a), height), "admB")
        brush.line(a, y + h - height, max(1.0, b - a), "adm")


def ranked(moments: Sequence[Moment], most: int) -> tuple[Moment, ...]:
    """The moments that matter most, in their order in time."""
    chosen = sorted(moments, key=lambda m: (-m.weight, m.day))[:most]
    return tuple(sorted(chosen, key=lambda m: m.day))
