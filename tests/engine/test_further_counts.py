"""Consent to further counts is asked for what speciality does not leave open against that person, and for nothing else."""

import pytest

from engine import Decision
from engine.players.bots import Textbook
from tests.engine.test_after_the_answer import bring_to, flagship, surrendered_for


def ask(play, matter, *counts):
    """The answer to asking for consent to these counts."""
    return play.decide(Decision("prosecutor", "step", (matter.request.id, "ask_consent"), {"further_counts": counts}))


@pytest.mark.parametrize("counts", [("C1",), ("C1", "C2"), ("C4",), ("C9",), ([],)])
def test_consent_cannot_be_asked_for_what_is_open_already_or_not_brought_against_that_person(counts):
    play = flagship()
    matter = surrendered_for(play, "C1")
    refused = ask(play, matter, *counts)
    assert not refused and refused.why == "term_not_understood"
    assert matter.stage == "surrendered"


def test_where_every_count_is_open_the_refusal_says_so():
    play = flagship()
    refused = ask(play, surrendered_for(play, "C1", "C2", "C3"), "C3")
    assert refused.why == "counts_beyond_speciality"


def test_what_has_been_consented_to_is_not_filled_in_again():
    play = flagship()
    matter = surrendered_for(play, "C1")
    matter.request.terms["further_counts"] = ("C3",)
    bring_to(matter, "consent_given")
    choice = next(c for c in play.choices("prosecutor") if c.decision.on[-1:] == ("ask_consent",))
    assert choice.possible and choice.decision.terms["further_counts"] == ()
    assert ask(play, matter, "C2")


def test_nobody_who_was_not_surrendered_has_counts_beyond_speciality():
    play = flagship()
    assert not any(person.beyond for seat in play.seats for person in play.view(seat).people)
    surrendered_for(play, "C1")
    assert {person.id: person.beyond for person in play.view("prosecutor").people if person.beyond} == {"S4": ("C2", "C3")}


def test_a_bot_asks_consent_for_everything_that_is_still_to_be_had():
    play = flagship()
    surrendered_for(play, "C1")
    choice = next(c for c in play.choices("prosecutor") if c.decision.on[-1:] == ("ask_consent",))
    decision = Textbook(1).filled(play, choice)
    assert decision.terms["further_counts"] == ("C2", "C3") and play.check(decision) is None
