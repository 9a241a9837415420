"""The flagship as it is read: a written line of play typed over a pipe, in four seats, from the briefing to the debrief."""

import re

import pytest

from engine import player
from game.session import begin
from tests.conftest import case
from tests.game.text.trainee import followed

RAW = re.compile(r"\{\w*\}|\b[a-z]+_[a-z]+\b|\b(?:mla|jit|eio|eaw|extradition|transfer|preservation|proceedings)-[A-Z]{2}-\d")
LINES = ("textbook", "urgency", "informal-only", "bait")


@pytest.fixture(scope="module", params=LINES)
def read(request):
    """What was printed, and the line of play."""
    scenario = case("budva-2009")
    line = scenario.plays[request.param]
    printed, _ = followed(begin(scenario, line.seed, None), player(scenario, request.param, line.seed))
    return printed, line


def test_it_is_read_to_the_debrief_of_an_ending_the_line_expects(read):
    printed, line = read
    scenario = case("budva-2009")
    wanted = line.expect.get("endings") or [line.expect["ending"]]
    titles = [ending.title for ending in scenario.endings if ending.id in wanted]
    assert any(f"The play is over: {title}" in printed for title in titles)
    assert "Score " in printed


def test_nothing_is_read_by_its_name_in_the_files(read):
    printed, _ = read
    assert RAW.findall(printed) == []


def test_no_date_is_read_that_lies_beyond_the_case(read):
    printed, _ = read
    assert not re.search(r"(Apr|May|Jun) 2010: ", printed)


def test_what_is_known_comes_before_what_is_not_and_both_before_the_choices(read):
    printed, _ = read
    page = printed[printed.index("\nCoffee\n") :]
    assert page.index("You know:") < page.index("You do not know:") < page.index("What do you do?") < page.index("1. Ili")
