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


LATER = re.compile(r"(?<![\d/.])(?:19|20)\d\d(?!\d)")


@pytest.mark.parametrize("day", [date(2009, 10, 1), date(2013, 1, 1), date(2019, 6, 1)])
def test_what_is_said_of_a_day_names_no_later_year_but_that_of_an_entry_into_force(lawbook, day):
    said = [statement for id in lawbook.countries for statement in statements(lawbook, id, day)]
    assert [each for each in said if any(int(year) > day.year for year in LATER.findall(each))] == []


def statements(lawbook, id, day):
    """Everything a country's file and the articles of the treaties in force for it say on a day, apart from when it is bound by what."""
    answer = country_answer(lawbook, id, day)
    parts = (*answer["rules"].values(), *answer["national_law"].values())
    articles = [text for treaty in answer["treaties"] if treaty in lawbook.treaties
                for use in lawbook.treaties[treaty].uses.values() for number in use.articles
                if (text := lawbook.treaties[treaty].articles.get(number))]  # fmt: skip
    return [f"{id}: {each['says']}" for each in parts] + [f"{id}: {r['effect']}" for r in answer["reservations"]] + articles


def test_an_agreement_on_nationals_is_told_from_its_day(lawbook):
    before, after = country_text(lawbook, "RS", date(2010, 6, 28)), country_text(lawbook, "RS", date(2010, 6, 29))
    assert "29 June 2010" not in before and "29 June 2010" in after


def test_an_article_does_not_speak_of_a_protocol_that_is_not_yet_open(lawbook):
    extradition = lawbook.treaties["ETS24"]
    assert not [number for number, text in extradition.articles.items() if "CETS 212" in text]
