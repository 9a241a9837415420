"""The words of conditions: questions with the domains of their arguments, and the ids that exist in each domain."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any


class BadExpression(Exception):
    """A condition that cannot be read: what is wrong, at which character (from 1), and how to mend it."""

    def __init__(self, problem: str, column: int, fix: str | None = None) -> None:
        self.problem, self.column, self.fix = problem, column, fix
        super().__init__(f"{problem} (at {column})" + (f"; {fix}" if fix else ""))


@dataclass(frozen=True, slots=True)
class Question:
    """Something that may be asked of the world.

    Attributes:
        name: its word. takes: the domain of each argument, of which at least `least` are given; `more` = the last repeats.
        gives: bool, int, date (an ordinal) or `id:<domain>`.
        answer: world, *ids -> the answer. reads: the topics the answer can depend on.
    """

    name: str
    takes: tuple[str, ...]
    gives: str
    answer: Callable[..., Any]
    reads: frozenset[str]
    least: int
    more: bool = False


class Vocabulary:
    """The closed list of questions."""

    def __init__(self, questions: tuple[Question, ...]) -> None:
        self.questions: Mapping[str, Question] = {question.name: question for question in questions}

    def get(self, name: str) -> Question | None:
        """The question of this name, or None."""
        return self.questions.get(name)


class Domains:
    """Which ids exist: domain -> ids; None = any word will do (it is checked elsewhere)."""

    def __init__(self, ids: Mapping[str, Collection[str] | None]) -> None:
        self.ids = ids

    def get(self, domain: str) -> Collection[str] | None:
        """The ids of a domain, None where every word is accepted."""
        return self.ids.get(domain)
