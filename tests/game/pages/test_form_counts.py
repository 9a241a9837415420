"""The form that asks for consent offers the counts against the person that the surrender left out."""

from game.pages import form
from game.pages.telling import Telling
from game.words import load_words
from tests.engine.test_after_the_answer import bring_to, flagship, surrendered_for


def offered(play):
    """What the form of the request for consent offers."""
    choice = next(c for c in play.choices("prosecutor") if c.decision.on[-1:] == ("ask_consent",))
    (field,) = form.fields(choice, play.view("prosecutor"), Telling(play.scenario, load_words()), form.first_terms(choice))
    assert field.many
    return [option.value for option in field.options]


def test_consent_is_offered_for_the_counts_against_the_person_that_are_not_open_yet():
    play = flagship()
    matter = surrendered_for(play, "C1")
    assert offered(play) == ["C2", "C3"]
    matter.request.terms["further_counts"] = ("C3",)
    bring_to(matter, "consent_given")
    assert offered(play) == ["C2"]
