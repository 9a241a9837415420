"""Why a joint team is declined: what is told is true of the partners that are named, on that day."""

import pytest

from game.pages.telling import Telling
from game.words import load_words
from tests.conftest import case
from tests.engine.test_after_the_answer import begun, bring_to, flagship, told


def declined(first, others, cited=("ETS182",)):
    """The answer to a team with these partners, Serbia having opened an investigation of its own."""
    play = flagship()
    play.world.own_case["RS"] = play.world.today
    bring_to(begun(play, "jit", first, partners=others, basis=cited), "declined")
    return told(play, "declined")[0]


@pytest.mark.parametrize(("first", "others", "why", "where"), [
    ("RS", ("BA",), "no_case", ("BA",)),
    ("BA", ("RS",), "no_case", ("BA",)),
    ("RS", ("BA", "AL"), "no_case", ("BA", "AL")),
    ("RS", ("IT",), "no_basis", ("IT",)),
    ("IT", ("RS",), "no_basis", ("IT",)),
])  # fmt: skip
def test_the_partner_for_whom_the_reason_holds_is_the_one_that_is_named(first, others, why, where):
    told = dict(declined(first, others).told)
    assert (told["why"], told["where"]) == (why, where)


def test_who_has_a_case_is_not_said_to_have_none():
    said = Telling(case("budva-2009"), load_words()).outcome(declined("RS", ("BA",)))
    assert "Bosnia and Herzegovina" in said and "Serbia" not in said
