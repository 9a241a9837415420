"""The rule book as a page: between whom a basis stands, and what the two declared to it."""

from datetime import date

from engine import Playthrough
from game.pages.page import Para
from game.pages.rulebook import rulebook
from game.pages.telling import Telling
from game.reference import law_text
from game.words import load_words


def notes(scenario, about):
    """The paragraphs of a page of the rule book."""
    page = rulebook(Playthrough(scenario, 1).view("prosecutor"), Telling(scenario, load_words()), about)
    return [block.text for block in page.blocks if isinstance(block, Para)]


def test_what_both_states_declared_in_the_same_words_is_said_once_with_both_names(budva):
    said = [note for note in notes(budva, "BA mla") if "Each Party notifies its central authority" in note]

    assert len(said) == 1 and said[0].startswith("Montenegro and Bosnia and Herzegovina, article 16(5), 18(13), 18(14): ")


def test_what_one_state_alone_declared_is_said_of_that_state(budva):
    (said,) = (note for note in notes(budva, "BA mla") if "Does not apply art 16" in note)

    assert said.startswith("Montenegro, article 16: ")


def test_what_both_declared_is_as_sure_as_the_less_sure_of_it(budva):
    basis = next(b for b in budva.law.bases("ME", "RS", "mla", budva.start).binding if b.treaty == "ETS30")
    apart = {who: made.confidence for who, made in basis.reservations if made.article == "24"}
    ((whose, together),) = (each for each in basis.declared if each[1].article == "24")

    assert apart == {"ME": "sourced", "RS": "known"}
    assert (whose, together.confidence) == (("ME", "RS"), "known")


def test_the_answer_on_a_terminal_says_it_once_too(lawbook, budva):
    text = " ".join(law_text(lawbook, "ME", "BA", "mla", date.fromordinal(budva.start)).split())

    assert text.count("Each Party notifies its central authority") == 1
