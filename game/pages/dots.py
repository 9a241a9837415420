"""Dots on a scale of points: the tens around some scores, and dots of equal scores piled up side by side and one on another."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

TENS, LEAST, HIGHEST = 10, 20, 100
"""The scale is marked in tens, and shows at least so many points."""

Run = tuple[int, bool]
"""A score, and whether the dot is hollow."""


@dataclass(frozen=True, slots=True)
class Axis:
    """From which score to which, from where on, over which width."""

    low: int
    high: int
    left: float
    width: float

    def at(self, score: float) -> float:
        """Where a score stands."""
        return self.left + self.width * (score - self.low) / (self.high - self.low)

    def columns(self, dot: float) -> int:
        """How many dots of a width stand side by side in the room of one point."""
        return max(1, int(self.width / (self.high - self.low) // (dot + 1)))

    @property
    def tens(self) -> range:
        """The points that are marked."""
        return range(self.low, self.high + 1, TENS)


def axis_of(scores: Iterable[int], left: float, width: float) -> Axis:
    """The tens around the scores, and no fewer points of the scale than can be told apart."""
    all_scores = tuple(scores)
    low, high = min(all_scores) // TENS * TENS, -(-max(all_scores) // TENS) * TENS
    while high - low < LEAST:
        low, high = max(0, low - TENS), min(HIGHEST, high + TENS)
    return Axis(low, high, left, width)


def piled(axis: Axis, runs: Sequence[Run], dot: float, step: float, room: float) -> Iterator[tuple[float, float, bool]]:
    """Every dot: the middle of it across, how high above the floor its own floor lies, whether it is hollow."""
    piles: dict[int, list[bool]] = {}
    for score, hollow in runs:
        piles.setdefault(score, []).append(hollow)
    columns = axis.columns(dot)
    rows = max([1, *(-(-len(pile) // columns) for pile in piles.values())])
    for score, pile in sorted(piles.items()):
        across = min(columns, len(pile))
        for number, hollow in enumerate(sorted(pile)):
            row, column = divmod(number, columns)
            yield axis.at(score) + (column - (across - 1) / 2) * (dot + 1), min(step, room / rows) * row, hollow
