"""The footnote of Kosovo (UNSCR 1244): under every page and screen that names it, under no other."""

import pytest

from game.pages.book import ABOUT, PAGES, WITH_CHOICES, page_for
from game.pages.footnotes import texts_of
from game.pages.page import Go, Para
from game.pages.telling import Telling
from game.window.app import App
from game.window.screens.reading import screen_of
from game.window.screenshot import played, telling
from game.words import load_words
from tests.conftest import case

NAME = "Kosovo (UNSCR 1244)"
PLACES = [*PAGES, *(p for p in ABOUT if p != "beat"), *WITH_CHOICES, "rulebook RS mla", "rulebook XK mla"]


@pytest.fixture
def sitting():
    """The flagship on its fortieth day, as the textbook plays it."""
    return played(case("budva-2009"), "textbook", None, telling("desk", 40))


@pytest.mark.parametrize("place", PLACES)
def test_a_page_has_the_footnote_exactly_where_it_names_what_it_belongs_to(sitting, place):
    page = page_for(sitting, "prosecutor", Go(*place.split(" ", 1)), Telling(sitting.scenario, load_words()))
    note = f"* {sitting.scenario.law.country('XK').footnote}"
    named = any(NAME in text for text in texts_of(page) if text != note)
    assert sum(isinstance(block, Para) and block.text == note for block in page.blocks) == named


@pytest.mark.parametrize("place", [place for place in PLACES if place != "desk"])
def test_a_screen_has_the_footnote_exactly_where_it_names_what_it_belongs_to(sitting, tmp_path, place):
    app = App((1366, 768))
    app.scenarios, app.saves = tmp_path, tmp_path
    app.sit(sitting)
    app.seat = "prosecutor"
    app.reset(screen_of(Go(*place.split(" ", 1))))
    app.render()
    note = f"* {sitting.scenario.law.country('XK').footnote}"
    said = list(app.root.read_out())
    assert any(note in text for text in said) == any(NAME in text.replace(note, "") for text in said)


def test_the_list_of_papers_to_begin_names_it_and_carries_the_note(sitting):
    said = list(texts_of(page_for(sitting, "prosecutor", Go("start"), Telling(sitting.scenario, load_words()))))
    assert any(NAME in text for text in said) and any(text.startswith("* Kosovo: this designation") for text in said)
