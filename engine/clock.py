"""The clock: what the world will do on which day."""

from heapq import heappop, heappush

Happening = tuple[int, int, int, str, str, int]
"""(day, priority, serial, kind, what it is about, turn): plain values, so that an agenda can be copied and compared."""


class Clock:
    """The agenda: a heap of happenings in one fixed order (day, priority, serial).

    A happening is cancelled by raising the turn of what it is about: whoever takes it from the agenda compares the
    turn written in it with the present one.
    """

    __slots__ = ("agenda", "serial")

    def __init__(self) -> None:
        self.serial = 0
        self.agenda: list[Happening] = []

    def put(self, day: int, kind: str, about: str, turn: int = 0, priority: int = 5) -> None:
        """Write a happening on the agenda for a day (a proleptic ordinal)."""
        self.serial += 1
        heappush(self.agenda, (day, priority, self.serial, kind, about, turn))

    def due(self, today: int) -> Happening | None:
        """Take the next happening of today or earlier from the agenda, or None."""
        if self.agenda and self.agenda[0][0] <= today:
            return heappop(self.agenda)
        return None
