"""A request: one journey through a procedure."""

from typing import Any


class Request:
    """One journey of one paper (or person, or team) through the stages of a procedure: a plain record.

    Attributes:
        id: `mla-ME-2`: procedure, who is asked, ordinal among such requests.
        procedure: id of the procedure.
        country: the requested State (or the home State for what happens at home).
        about: ids of what it is about: items of evidence, a person, a contact.
        terms: what the trainee filled in.
        stage: where it is now; `entered` since which day; `due` when the stage's term runs out (None = open end).
        turn: raised at each stage, so that a stale happening on the agenda is known as stale.
        attempt: how many requests with the same subject went before (names its luck).
        secured: items secured abroad with the day; `lacking` items that can no longer be had.
        history: (stage, day entered) in order.
        marks: facts found on the way, by name (`returned_for`, `refused_for`, `basis_void` ..).
        because: number of the decision that began it.
    """

    __slots__ = (
        "about", "attempt", "because", "country", "due", "entered", "history", "id", "lacking",
        "marks", "procedure", "seat", "secured", "stage", "terms", "turn",
    )  # fmt: skip

    def __init__(self, id: str, procedure: str, country: str, about: tuple[str, ...], terms: dict[str, Any],
                 stage: str, today: int, seat: str, attempt: int, because: int) -> None:  # fmt: skip
        self.id, self.procedure, self.country, self.about = id, procedure, country, about
        self.terms, self.stage, self.entered, self.seat = terms, stage, today, seat
        self.attempt, self.because = attempt, because
        self.due: int | None = None
        self.turn = 0
        self.secured: dict[str, int] = {}
        self.lacking: dict[str, int] = {}
        self.history: list[tuple[str, int]] = [(stage, today)]
        self.marks: dict[str, Any] = {}

    def was(self, stage: str) -> bool:
        """Has it ever been at this stage?"""
        return any(name == stage for name, _ in self.history)

    def state(self) -> dict[str, Any]:
        """Everything that distinguishes it, as plain values, for the digest of the world."""
        return {name: getattr(self, name) for name in self.__slots__}
