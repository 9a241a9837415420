"""Where the columns of a table stand: groups of columns, as many as there is room for."""

from collections.abc import Sequence
from dataclasses import dataclass, field

CELL, TIGHT, ALONE = 58.5, 50.0, 84.0
NAMES, LEAST_NAMES = 236.0, 176.0
STANDINGS = (182.0, 106.0, 28.0)
"""Room for the standing with its small print, for the chip alone, for its icon alone."""


@dataclass(frozen=True, slots=True)
class Group:
    """Columns that belong together: what stands over them, small print from long to short, and their ids and names."""

    id: str
    title: str
    notes: tuple[str, ...]
    columns: tuple[str, ...]
    names: tuple[str, ...]


@dataclass
class Ruler:
    """Where the columns stand: as many as there is room for, from the `first` on; `cursor` is the one looked at."""

    groups: Sequence[Group] = ()
    cursor: int = 0
    first: int = 0
    left: float = 0
    names: float = NAMES
    standing: float = STANDINGS[0]
    cells: tuple[float, ...] = ()
    every: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        self.every = sum(len(group.columns) for group in self.groups)

    def lay(self, x: float, w: float) -> None:
        """Divide a width: names, standing, columns; small print goes first, then words, then columns at the far end."""
        self.left, alone = x, sum(1 for group in self.groups if len(group.columns) == 1)
        for standing, cell, lone, least in ((STANDINGS[0], 62.0, 112.0, 340.0), (STANDINGS[0], CELL, ALONE, NAMES),
                                            (STANDINGS[1], CELL, ALONE, NAMES),
                                            (STANDINGS[1], 52.0, 62.0, NAMES), (STANDINGS[2], TIGHT, 52.0, LEAST_NAMES)):  # fmt: skip
            need = cell * (self.every - alone) + lone * alone
            if w - standing - need >= least or standing == STANDINGS[2]:
                break
        fits = max(1, min(self.every, int((w - standing - least) // cell)))
        if w - standing - need >= least:
            fits = self.every
        self.first = max(0, min(self.first, self.every - fits, self.cursor))
        self.first = max(self.first, self.cursor - fits + 1, 0)
        sizes = [lone if len(group.columns) == 1 else cell for group in self.groups for _ in group.columns]
        self.cells = tuple(sizes[self.first : self.first + fits])
        self.names, self.standing = w - standing - sum(self.cells), standing
        if standing == STANDINGS[0] and self.names > 330:
            self.standing += min(80.0, self.names - 330)
            self.names = w - self.standing - sum(self.cells)

    @property
    def columns(self) -> tuple[tuple[str, str], ...]:
        """Every column: its group and its id."""
        return tuple((group.id, column) for group in self.groups for column in group.columns)

    @property
    def last(self) -> int:
        """Behind the last column shown."""
        return self.first + len(self.cells)

    def start(self, number: int) -> float:
        """The left edge of a column."""
        return self.left + self.names + self.standing + sum(self.cells[: number - self.first])

    def shown(self) -> list[tuple[int, float, float]]:
        """The columns shown: number, left edge, width."""
        return [(self.first + n, self.start(self.first + n), wide) for n, wide in enumerate(self.cells)]

    def spans(self) -> list[tuple[int, Group, float, float]]:
        """The groups shown, or what is shown of them: number, group, left edge, width."""
        found, before = [], 0
        for number, group in enumerate(self.groups):
            first, last = max(before, self.first), min(before + len(group.columns), self.last)
            if first < last:
                found.append((number, group, self.start(first), self.start(last) - self.start(first)))
            before += len(group.columns)
        return found

    def column_at(self, x: float) -> int | None:
        """Which column is at this place."""
        return next((number for number, left, wide in self.shown() if left <= x < left + wide), None)
