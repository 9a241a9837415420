"""The closed list of questions a step may ask: Matter -> yes or no.

Those under `possible` in a procedure are asked at the click; those under `if` and `unless` are asked by the world,
on the day. A name in YAML that is not here is an error at load.
"""

from collections.abc import Callable, Mapping

from engine.play.matter import Matter

Guard = Callable[[Matter], bool]
GUARDS: dict[str, Guard] = {}
CHANCES: set[Guard] = set()
"""Those whose answer is drawn: what is expected of a paper never asks them, or it would tell the luck beforehand."""
READS: dict[Guard, frozenset[str]] = {}
"""The topics on which an answer can depend, for those asked at the click; of one that is not here, on anything.

`requests {procedure}`: on papers of the same kind alone."""


def guard(function: Guard) -> Guard:
    """Enter a question into the closed list under its own name."""
    GUARDS[function.__name__] = function
    return function


def chance(function: Guard) -> Guard:
    """Enter a question whose answer is drawn."""
    CHANCES.add(function)
    return guard(function)


def reads(*topics: str) -> Callable[[Guard], Guard]:
    """Say on which topics the answer can depend, so that a choice is offered as it was while none of them is touched."""

    def note(function: Guard) -> Guard:
        READS[function] = frozenset(topics)
        return function

    return note


def known_guards() -> Mapping[str, Guard]:
    """The closed list, by name."""
    return GUARDS
