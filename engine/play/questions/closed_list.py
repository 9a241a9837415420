"""The vocabulary of conditions: what an author may ask of the world in `when:`, typed, closed, and answered in this room.

Each question names the domains of its arguments, what it gives, and the topics its answer can depend on (so that a
condition is asked again only when one of them has changed).
"""

from collections.abc import Callable
from typing import Any

from engine.expressions import Question, Vocabulary

QUESTIONS: list[Question] = []
NARROWED = {
    "flags": ("flag",), "beats": ("beat", "choice"), "items": ("evidence",), "people": ("person", "suspect", "victim"),
    "danger": ("victim",), "trust": ("victim",), "relation": ("country",), "own_case": ("country",),
    "contacts": ("contact",), "requests": ("procedure",), "score": ("rule",),
}  # fmt: skip
"""Topics of which the world says which one was touched, and the kinds of argument that say which one is asked about."""


def question(*takes: str, gives: str = "bool", reads: tuple[str, ...], name: str | None = None,
             least: int | None = None, more: bool = False, counts_days: bool = False,
             turns: Callable[..., int] | None = None) -> Callable[[Callable[..., Any]], Callable[..., Any]]:  # fmt: skip
    """Enter a function World, *ids -> answer into the vocabulary.

    `takes` are the domains of the arguments, of which at least `least` must be given; `more` = several may be given,
    each is asked about, and it must hold of all. `counts_days` and `turns` say when an answer that reads the day can
    change by itself: see `Question`.
    """

    def enter(function: Callable[..., Any]) -> Callable[..., Any]:
        QUESTIONS.append(Question(name=name or function.__name__, takes=takes, gives=gives, answer=function,
                                  reads=frozenset(reads), least=len(takes) if least is None else least, more=more,
                                  counts_days=counts_days, turns=turns, narrows=NARROWED))  # fmt: skip
        return function

    return enter


def vocabulary() -> Vocabulary:
    """All questions an author may ask."""
    return Vocabulary(tuple(QUESTIONS))
