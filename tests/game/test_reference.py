"""The law as a reference work, read on a terminal: wrapped, in words, Kosovo with its resolution, every answer closed the same way."""

import re
from datetime import date

import pytest

from game.reference import WIDTH, country_answer, country_text, law_text
from game.words import load_words

COUNTRIES = ("AL", "AT", "BA", "HU", "IT", "ME", "MK", "RS", "XK")
PAIRS = [("AL", "XK", "mla"), ("ME", "RS", "extradition"), ("ME", "IT", "jit"), ("XK", "AL", "mla"), ("AL", "ME", "preservation")]
DAY = date(2009, 10, 1)
REPR = re.compile(r"\b(?:None|True|False)\b|\['|\{")


@pytest.fixture(scope="module")
def answers(lawbook):
    """What is read out of countries and pairs on the day of the flagship."""
    return [country_text(lawbook, id, DAY) for id in COUNTRIES] + [law_text(lawbook, *pair, DAY) for pair in PAIRS]


def test_no_line_is_longer_than_the_page_but_a_link(answers):
    lines = [line for text in answers for line in text.splitlines() if "http" not in line]
    assert [line for line in lines if len(line) > WIDTH] == []


def test_a_link_is_never_broken(lawbook):
    text = law_text(lawbook, "ME", "RS", "extradition", DAY)
    assert "https://www.coe.int/de/web/conventions/full-list/-/conventions/treaty/024" in text


def test_everything_is_said_in_words(answers):
    assert [found[0] for text in answers if (found := REPR.search(text))] == []


def test_kosovo_is_never_named_without_the_resolution(answers):
    told = [" ".join(text.split()) for text in answers]
    assert any("Kosovo (UNSCR 1244)*" in text for text in told)
    assert [text for text in told if re.search(r"Kosovo(?! \(UNSCR 1244\)| declaration|: this)", text)] == []


def test_a_treaty_between_two_states_is_called_by_its_title(lawbook):
    text = law_text(lawbook, "ME", "RS", "extradition", DAY)
    assert "Agreement between Serbia and Montenegro" in text
    assert not re.search(r"^ +[A-Z]{2}-[A-Z]{2}\b(?!-)", text, re.MULTILINE)


def test_every_answer_ends_with_what_it_is_good_for(answers):
    first = load_words()("app.disclaimer").split(".")[0]
    assert all(first in text for text in answers)


def test_a_year_of_a_source_is_not_shown_as_a_day(lawbook):
    told = country_text(lawbook, "RS", date(2012, 1, 1))
    assert "SELEC: in force since 2011" in told
    assert "31 Dec 2011" not in told
    assert country_answer(lawbook, "HR", date(2011, 1, 1))["rules"]["extradition.own_nationals"]["from"] == "2010"


def test_a_day_of_a_source_stays_a_day_on_new_years_eve_too(lawbook):
    assert "ETS73: in force since 31 Dec 2002" in country_text(lawbook, "RS", date(2012, 1, 1))


def test_a_treaty_that_has_ended_is_no_treaty_of_the_country(lawbook):
    assert "SECI" in country_answer(lawbook, "HR", date(2011, 10, 6))["treaties"]
    assert "SECI" not in country_answer(lawbook, "HR", date(2011, 10, 7))["treaties"]
    assert "SECI:" not in country_text(lawbook, "HR", date(2011, 10, 7))
