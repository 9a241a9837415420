"""The words of conditions: questions with the domains of their arguments, and the ids that exist in each domain."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

NEVER = 10**7
"""A day that never comes."""


class BadExpression(Exception):
    """A condition that cannot be read: what is wrong, at which character (from 1), and how to mend it."""

    def __init__(self, problem: str, column: int, fix: str | None = None) -> None:
        self.problem, self.column, self.fix = problem, column, fix
        super().__init__(f"{problem} (at {column})" + (f"; {fix}" if fix else ""))


@dataclass(frozen=True, slots=True)
class Question:
    """Something that may be asked of the world.

    Attributes:
        name: its word. takes: the domain of each argument, of which at least `least` are given; `more` = it may be
            asked about several at once, each by itself, and must hold of all.
        gives: bool, int, date (an ordinal) or `id:<domain>`.
        answer: world, *ids -> the answer. reads: the topics the answer can depend on.
        narrows: topic -> the kinds of argument that say on which one of the topic it depends.
        counts_days: does the answer rise by one with each day?
        turns: for an answer that depends on the day in another way: world, *ids -> the next day on which it can be
            another though nothing happens; None = it has to be asked every day.
    """

    name: str
    takes: tuple[str, ...]
    gives: str
    answer: Callable[..., Any]
    reads: frozenset[str]
    least: int
    more: bool = False
    counts_days: bool = False
    turns: Callable[..., int] | None = None
    narrows: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def topics(self, args: Sequence[Any]) -> Iterator[str]:
        """What the answer depends on when it is asked about these: `flags told` where one flag matters, else `flags`."""
        kinds = [(self.takes[min(number, len(self.takes) - 1)], str(arg)) for number, arg in enumerate(args)]
        for topic in self.reads:
            ids = [arg.partition(".")[0] if kind == "choice" else arg for kind, arg in kinds if kind in self.narrows.get(topic, ())]
            yield from (f"{topic} {id}" for id in ids) if ids else (topic,)


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
