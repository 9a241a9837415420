"""What can be preserved: stored data, and nothing else; who asks for other things hears that, and no other reason."""

from engine import Decision, Playthrough
from game.pages.form import options
from game.pages.telling import Telling
from game.words import load_words
from tests.conftest import case


def opened():
    """The tutorial case with everything of its file known."""
    play = Playthrough(case("first-contact"), 1)
    for item in play.scenario.items:
        play.world.raise_status(item, "known")
    return play


def keep(play, *items):
    """A request to Montenegro to preserve these."""
    return Decision("investigator", "start", ("preservation", "ME"), {"items": items, "basis": ("ETS185",)})


def test_who_asks_to_preserve_a_statement_hears_that_only_stored_data_can_be_kept():
    refused = opened().check(keep(opened(), "E6"))
    assert (refused.why, dict(refused.told), refused.source) == ("stored_data_only", {"about": "E6"}, "ETS185 art. 29")


def test_one_thing_that_is_no_stored_data_is_named_among_those_that_are():
    assert dict(opened().check(keep(opened(), "E3", "E6")).told) == {"about": "E6"}


def test_stored_data_can_be_kept():
    assert opened().check(keep(opened(), "E3")) is None


def test_the_form_of_a_preservation_offers_stored_data_only_that_of_a_letter_offers_all():
    play = opened()
    tell, view = Telling(play.scenario, load_words()), play.view("investigator")
    offered = {}
    for procedure in ("preservation", "mla"):
        term = next(term for term in play.scenario.procedures[procedure].terms if term.name == "items")
        found = options(term, Decision("investigator", "start", (procedure, "ME"), {}), view, tell)
        offered[procedure] = {option.value for option in found}
    assert "E3" in offered["preservation"] and "E6" not in offered["preservation"]
    assert {"E3", "E6"} <= offered["mla"]
