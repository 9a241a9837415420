"""The file on people and evidence."""

from dataclasses import replace

from engine import Playthrough
from game.pages.casefile import casefile
from game.pages.page import Para
from game.pages.telling import Telling
from game.words import load_words
from tests.conftest import case


def test_somebody_without_a_title_is_written_without_a_comma():
    scenario = case("first-contact")
    view = Playthrough(scenario, 1).view("prosecutor")
    untitled = replace(view, people=tuple(replace(person, title="") for person in view.people))

    page = casefile(untitled, Telling(scenario, load_words()))
    said = [block.text for block in page.blocks if isinstance(block, Para)]

    assert any(text.startswith(f"{view.people[0].name} (") for text in said)
    assert not any(", (" in text for text in said)
