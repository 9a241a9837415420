"""Taking out rubbish at rest: the collector may not stop a picture that moves, so it is called when none does."""

import gc

FEW, MANY, OFTEN = 2_000, 100_000, 20
"""So many new things are worth looking through at rest; so many in any case; so often before the old ones are looked through too."""


def hold() -> None:
    """From here on nothing is collected of itself."""
    gc.disable()


def release() -> None:
    """As it was."""
    gc.enable()


def tidy(at_rest: bool) -> None:
    """Collect what is worth it now."""
    new, _, rounds = gc.get_count()
    if at_rest and new > FEW:
        gc.collect(2 if rounds > OFTEN else 1)
    elif new > MANY:
        gc.collect(0)
