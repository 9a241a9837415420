"""What a sitting stands on is not looked through again and again; what nobody holds any more goes."""

import gc
import weakref

import pytest

from game.window.tidy import set_aside


class Ring:
    """Something that holds itself."""

    def __init__(self):
        self.me = self


@pytest.fixture(autouse=True)
def _as_before():
    yield
    gc.unfreeze()


def test_what_is_held_is_set_aside_and_the_rest_goes():
    held, lost = Ring(), weakref.ref(Ring())
    set_aside()
    assert lost() is None
    assert not any(each is held for each in gc.get_objects())


def test_what_was_set_aside_for_an_earlier_sitting_goes_with_the_next():
    earlier = Ring()
    watched = weakref.ref(earlier)
    set_aside()
    del earlier
    gc.collect()
    assert watched() is not None
    set_aside()
    assert watched() is None
