"""What happened, as one line: moments above and below it, the important ones first, and how the proof grew below them.

Good ones stand above, bad ones below; where there is no room for all their words, on the other side.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from game.window.brush import Box, Brush
from game.window.pictures.strips import MONTHS

HEIGHT = 204.0
WIDEST = 200.0
"""So wide are the words of a moment where there is no room for all of them."""
DOT, APART = 16.0, 18.0
"""How wide a dot is, and how far apart two of them stand: a day that is full pushes its neighbours aside a little."""
MARGIN, STAIRS = 20.0, 24.0


@dataclass(frozen=True, slots=True)
class Moment:
    """A day that mattered: its words, a second line, its colour, its icon, how much it matters; bad ones stand below if they can."""

    day: int
    text: str
    note: str
    token: str
    icon: str
    weight: int
    bad: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """From a day on: how many items the court would admit, and how many lie in the file."""

    day: int
    admitted: int
    held: int


@dataclass(frozen=True, slots=True)
class MomentsModel:
    """From when to when; the moments; the steps of the evidence, and their words."""

    first: int
    last: int
    moments: tuple[Moment, ...]
    steps: tuple[Step, ...]
    admitted: str = ""
    held: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a moment stands: the middle of its dot, and the place of its words, None where there is no room for them."""

    x: float
    y: float
    words: Box | None

    @property
    def dot(self) -> Box:
        """The dot."""
        return (self.x - DOT / 2, self.y - DOT / 2, DOT, DOT)


Scale = Callable[[float], float]


def scale_of(box: Box, model: MomentsModel) -> Scale:
    """Where a day stands."""
    left, width = box[0] + MARGIN, box[2] - 2 * MARGIN
    return lambda day: left + width * (day - model.first) / max(1, model.last - model.first)


def middle_of(box: Box) -> float:
    """The height of the line."""
    return box[1] + box[3] * 0.42


def spots(brush: Brush, box: Box, model: MomentsModel) -> tuple[Spot, ...]:
    """Where every moment stands; those that matter most take room for their words first."""
    middle, places = middle_of(box), apart([scale_of(box, model)(m.day) for m in model.moments], box)
    taken: list[Box] = [legend_of(brush, box, model)]
    words: dict[int, Box | None] = {}
    for number in sorted(range(len(places)), key=lambda n: (-model.moments[n].weight, n)):
        words[number] = room_for(brush, model.moments[number], box, places[number], taken)
    return tuple(Spot(x, middle, words[number]) for number, x in enumerate(places))


def legend_of(brush: Brush, box: Box, model: MomentsModel) -> Box:
    """The place of the words over the steps."""
    wide = brush.width(model.admitted, "axis") + brush.width(model.held, "axis") + 18
    return (box[0] + MARGIN, box[1] + box[3] - STAIRS - 22, wide, 16)


def apart(places: list[float], box: Box) -> list[float]:
    """The same places in the same order, none nearer to another than a dot is wide, none beyond the ends."""
    last = box[0] + box[2] - MARGIN
    for number in range(1, len(places)):
        places[number] = max(places[number], places[number - 1] + APART)
    for number in reversed(range(len(places))):
        most = last if number == len(places) - 1 else places[number + 1] - APART
        places[number] = min(places[number], most)
    return places


def room_for(brush: Brush, moment: Moment, box: Box, here: float, taken: list[Box]) -> Box | None:
    """A free place for the words of a moment: all of them on its own side of the line, else on the other; else as many as fit."""
    whole = max(brush.width(moment.text, "label"), brush.width(moment.note, "axis")) + 6
    for rows in sides(box, moment.bad):
        if spot := free_spot(box, here, min(whole, box[2] - 12), rows, taken):
            return spot
    return free_spot(box, here, min(whole, WIDEST), sides(box, moment.bad)[0], taken)


def sides(box: Box, bad: bool) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The rows on a moment's own side of the line, the near one first, and those on the other."""
    middle = middle_of(box)
    above, below = (middle - 47, middle - 80), (middle + 18, middle + 51)
    return (below, above) if bad else (above, below)


def free_spot(box: Box, here: float, wide: float, rows: tuple[float, ...], taken: list[Box]) -> Box | None:
    """A free place in one of the rows, which is then taken."""
    x, y, w, _ = box
    left = min(max(here - wide / 2, x + 6), x + w - wide - 6)
    for top in rows:
        spot = (left, top, wide, 33.0)
        if top >= y and not any(meets(spot, other) for other in taken):
            taken.append(spot)
            return spot
    return None


def meets(one: Box, other: Box) -> bool:
    """Do two boxes touch, with a little air?"""
    beside = one[0] < other[0] + other[2] + 6 and other[0] < one[0] + one[2] + 6
    return beside and one[1] < other[1] + other[3] and other[1] < one[1] + one[3]


def draw_line(brush: Brush, box: Box, model: MomentsModel) -> None:
    """The line with its months, and the steps below it."""
    at = scale_of(box, model)
    draw_steps(brush, box, model, at)
    middle = middle_of(box)
    brush.line(box[0] + MARGIN, middle, box[2] - 2 * MARGIN, "ink2")
    for day in range(model.first, model.last + 1):
        if date.fromordinal(day).day == 1:
            brush.upright(at(day), middle - 4, 9, "ink2")
            name = month_of(day)
            if at(day) + brush.width(name, "axis") + 8 < box[0] + box[2]:
                brush.text(at(day) + 4, middle + 5, name, "axis", "ink3")


def month_of(day: int) -> str:
    """The name of a month, January with its year."""
    when = date.fromordinal(day)
    return MONTHS[when.month - 1] + (f" {when.year}" if when.month == 1 else "")


def draw_stem(brush: Brush, spot: Spot) -> None:
    """From the dot to its words."""
    if spot.words is None:
        return
    top, bottom = spot.words[1], spot.words[1] + spot.words[3]
    begin, end = (bottom, spot.y - DOT / 2) if top < spot.y else (spot.y + DOT / 2, top)
    brush.upright(spot.x, begin, end - begin, "line2")


def draw_moment(brush: Brush, moment: Moment, spot: Spot, fill: str = "") -> None:
    """The dot on the line, and its words where there is room for them."""
    brush.box(spot.dot, "card", moment.token, DOT / 2, max(1, round(1.6 * brush.k)))
    brush.icon(spot.x - 5, spot.y - 5, moment.icon, 10, moment.token)
    if spot.words is not None:
        left, top, wide, high = spot.words
        brush.box((left, top, wide, high), fill or "panel", None, 3)
        brush.text(left, top, moment.text, "label", "exc" if moment.bad else "ink", wide, "centre")
        brush.text(left, top + 17, moment.note, "axis", "ink2" if fill else "ink3", wide, "centre")


def draw_steps(brush: Brush, box: Box, model: MomentsModel, at: Scale) -> None:
    """How many items the court would admit, filled; how many lie in the file, as a line above."""
    x, y, w, h = box
    floor, most = y + h - 5, max([1, *(step.held for step in model.steps), *(step.admitted for step in model.steps)])
    rise = STAIRS / most
    ends = [*(at(step.day) for step in model.steps[1:]), x + w - MARGIN]
    before = Step(model.first, 0, 0)
    for step, end in zip(model.steps, ends, strict=True):
        a, wide = at(step.day), end - at(step.day)
        draw_riser(brush, a, floor, before.held * rise, step.held * rise, "line2")
        brush.line(a, floor - step.held * rise, wide, "line2")
        if step.admitted:
            brush.fill((a, floor - step.admitted * rise, max(1.0, wide), step.admitted * rise), "admB")
        brush.line(a, floor - step.admitted * rise, wide, "adm")
        draw_riser(brush, a, floor, before.admitted * rise, step.admitted * rise, "adm")
        before = step
    left, top, *_ = legend_of(brush, box, model)
    said = brush.text(left, top, model.admitted, "axis", "adm")
    brush.text(left + said + 12, top, model.held, "axis", "ink3")


def draw_riser(brush: Brush, x: float, floor: float, one: float, other: float, token: str) -> None:
    """The upright part of a step."""
    low, high = min(one, other), max(one, other)
    if high > low:
        brush.upright(x, floor - high, high - low, token)


def ranked(moments: Sequence[Moment], most: int) -> list[Moment]:
    """The moments that matter most, those first."""
    return sorted(moments, key=lambda m: (-m.weight, m.day))[:most]
