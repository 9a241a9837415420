"""What can be wrong with a file or a save. A refused decision is no error: see `engine.play.decisions.Refused`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ContentError:
    """One mistake in a file that somebody wrote, said so that its author can mend it.

    Attributes:
        file: which file. line, column: where, counted from 1; None = no place.
        where: the place in the author's terms, e.g. `beats.corridor.choices.0.when`.
        problem: what is wrong, with the author's own words quoted back. fix: how to mend it, or a near match.
        level: error (cannot be played), warning (probably not meant), hint. code: the kind of mistake.
    """

    file: str
    line: int | None
    column: int | None
    where: str
    problem: str
    fix: str | None = None
    level: str = "error"
    code: str = "content"

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        place = place if self.level == "error" else f"{place}: {self.level}"
        said = f"{place}: {self.where}: {self.problem}" if self.where else f"{place}: {self.problem}"
        return f"{said}; {self.fix}" if self.fix else said


class Unreadable(Exception):
    """A file cannot be used; carries every mistake found in it."""

    def __init__(self, errors: tuple[ContentError, ...]) -> None:
        self.errors = errors
        super().__init__("\n".join(str(error) for error in errors))


class SaveMismatch(Exception):
    """A save was made with other content than the one at hand; says what differs."""


class ReplayDiverged(Exception):
    """Playing the decisions of a log again does not give what the log says; `row` is the first that differs."""

    def __init__(self, row: int, expected: str, found: str) -> None:
        self.row, self.expected, self.found = row, expected, found
        super().__init__(f"row {row}: expected {expected!r}, found {found!r}")
