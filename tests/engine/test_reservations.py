"""Declarations and reservations: shown for the purpose they bite for, on their days; a note for trainers is never shown."""

from datetime import date

from engine import load_lawbook
from game.reference import country_text, law_text
from tests.conftest import SCENARIOS

DAY = date(2009, 10, 1)


def effects(book, purpose, treaty):
    """What is reserved to a treaty between Montenegro and Albania, for a purpose."""
    found = book.bases("ME", "AL", purpose, DAY.toordinal()).binding
    return [r.article for basis in found if basis.treaty == treaty for _, r in basis.reservations]


def test_a_declaration_on_letters_does_not_bite_a_transfer_of_proceedings():
    book = load_lawbook(SCENARIOS / "law")
    assert "15(6)" in effects(book, "mla", "ETS30")
    assert "15(6)" not in effects(book, "transfer", "ETS30")


def test_information_laid_for_a_prosecution_is_translated_as_a_letter_is():
    """ETS 30 art. 21 takes over the channel of art. 15 and the languages of art. 16."""
    book = load_lawbook(SCENARIOS / "law")
    assert effects(book, "transfer", "ETS30") == ["16(2)"]


def test_a_rule_for_a_time_of_transition_ends_with_it():
    book = load_lawbook(SCENARIOS / "law")
    last, after = date(2008, 12, 31), date(2009, 1, 1)
    shown = [[r.article for basis in book.bases("DE", "AT", "extradition", day.toordinal()).binding for _, r in basis.reservations
              if basis.treaty == "EU-EAW"] for day in (last, after)]  # fmt: skip
    assert shown == [["33"], []]


def test_a_declaration_that_bites_for_nothing_asked_is_listed_with_the_country_only():
    book = load_lawbook(SCENARIOS / "law")
    assert "17, 18, 19" not in effects(book, "mla", "ETS182")
    assert "State Prosecutor designated as central authority" in " ".join(country_text(book, "ME", DAY).split())


def test_a_declaration_on_no_one_article_is_cited_without_one():
    book = load_lawbook(SCENARIOS / "law")
    assert "ETS30: No reservation or declaration listed" in country_text(book, "BA", DAY)


def test_no_player_is_told_to_look_something_up_before_play():
    book = load_lawbook(SCENARIOS / "law")
    shown = [r.effect for country in book.countries.values() for r in country.reservations]
    assert not [each for each in shown if "before play" in each or "trainers" in each]
    assert "trainers" not in law_text(book, "ME", "AL", "mla", DAY)
