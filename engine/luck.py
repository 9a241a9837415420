"""Luck with names on it: the same seed gives the same luck to the same thing, whatever the order of decisions.

A draw is a keyed BLAKE2b hash (RFC 7693) of what the draw is for. There is no stream: asking for one draw never
moves another, so two plays that differ in one decision can be compared honestly.
"""

from bisect import bisect_right
from functools import lru_cache
from hashlib import blake2b

BITS = 53
"""Uniform draws are whole numbers below 2**53."""

Spread = tuple[int, int, int]
"""Minimum, typical and maximum number of days (the caller knows of which kind)."""


@lru_cache(maxsize=4096)
def pert_table(spread: Spread) -> tuple[int, ...]:
    """The cumulative weights, out of 2**53, of each whole day from minimum to maximum under a PERT distribution."""
    low, typical, high = spread
    width = high - low
    if width <= 0:
        return (1 << BITS,)
    rise, fall = 4 * (typical - low) / width, 4 * (high - typical) / width
    centres = [(day + 0.5) / (width + 1) for day in range(width + 1)]
    # Rounding to whole billionths hides the last bit in which maths libraries differ between platforms.
    weights = [round(x**rise * (1 - x) ** fall * 10**9) for x in centres]
    total, running, table = sum(weights), 0, []
    for weight in weights:
        running += weight
        table.append((running << BITS) // total)
    return tuple(table)


class Luck:
    """A die with a name on it: every draw is a function of the seed and of what the draw is for."""

    __slots__ = ("_keyed", "seed")

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self._keyed = blake2b(digest_size=8, key=str(seed).encode()[:64])

    def draw(self, *what: str) -> int:
        """A whole number from 0 below 2**53 that belongs to `what`."""
        hashed = self._keyed.copy()
        hashed.update("\x1f".join(what).encode())
        return int.from_bytes(hashed.digest(), "big") >> 11

    def chance(self, percent: int, *what: str) -> bool:
        """Does something that happens in `percent` of a hundred cases happen to `what`?"""
        return self.draw("chance", *what) * 100 < percent << BITS

    def days(self, spread: Spread, *what: str) -> int:
        """How many days `what` takes: one draw from the PERT distribution of (minimum, typical, maximum)."""
        return days_at(spread, self.draw("days", *what))


def days_at(spread: Spread, draw: int) -> int:
    """The number of days that a draw below 2**53 stands for; a lower draw is never a longer delay."""
    table = pert_table(spread)
    return spread[0] + min(bisect_right(table, draw), len(table) - 1)


def quantile(spread: Spread, share: int, of: int) -> int:
    """The day by which `share` cases out of `of` are over."""
    return days_at(spread, min((share << BITS) // of, (1 << BITS) - 1))
