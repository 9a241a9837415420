"""Rubbish is taken out when the picture is at rest, and only then, unless there is a great deal of it."""

import gc
import weakref

import pytest

from game.window import tidy


class Ring:
    """Something that holds itself."""

    def __init__(self):
        self.me = self


@pytest.fixture
def held():
    gc.collect()
    tidy.hold()
    yield
    tidy.release()


def rubbish(count):
    """Rings nobody holds, and the last of them to be watched."""
    rings = [Ring() for _ in range(count)]
    return weakref.ref(rings[-1])


def test_at_rest_what_nobody_holds_goes(held):
    watched = rubbish(tidy.FEW + 100)
    tidy.tidy(at_rest=True)
    assert watched() is None


def test_while_something_moves_a_little_of_it_stays(held):
    watched = rubbish(tidy.FEW + 100)
    tidy.tidy(at_rest=False)
    assert watched() is not None
    tidy.tidy(at_rest=True)


def test_a_great_deal_of_it_goes_in_any_case(held):
    watched = rubbish(tidy.MANY + 100)
    tidy.tidy(at_rest=False)
    assert watched() is None


def test_afterwards_it_is_collected_as_before(held):
    tidy.release()
    assert gc.isenabled()
