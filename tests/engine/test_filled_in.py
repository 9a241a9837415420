"""A form is refused at the click when something that must stand in it is missing, unknown or of the wrong kind."""

import pytest

from engine import Decision, Playthrough, Refused


@pytest.mark.parametrize(
    ("terms", "why"),
    [
        ({}, "term_missing"),
        ({"items": (), "basis": ("ETS30",)}, "term_missing"),
        ({"items": ("E3",)}, "term_missing"),
        ({"items": ("E3",), "basis": ("ETS30",), "colour": "green"}, "no_such_term"),
        ({"items": ("E3",), "basis": ("ETS30",), "channel": "pigeon"}, "term_not_understood"),
        ({"items": ("E99",), "basis": ("ETS30",)}, "term_not_understood"),
    ],
)
def test_a_letter_that_lacks_what_it_must_say_is_refused(first_contact, terms, why):
    play = Playthrough(first_contact, 2)

    answer = play.decide(Decision("prosecutor", "start", ("mla", "ME"), terms))

    assert isinstance(answer, Refused)
    assert (answer.why, play.decisions) == (why, [])


@pytest.mark.parametrize("named", ["in the decision", "in the form"])
def test_what_a_letter_asks_for_may_be_named_in_the_decision_or_in_the_form(first_contact, named):
    play = Playthrough(first_contact, 2)
    about, items = (("E3",), ()) if named == "in the decision" else ((), ("E3",))

    play.decide(Decision("prosecutor", "start", ("mla", "ME", *about), {"items": items, "basis": ("ETS30",)}))

    assert play.view("prosecutor").requests[-1].about == ("E3",)
